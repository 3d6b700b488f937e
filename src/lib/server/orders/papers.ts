import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import { termsOf } from '$lib/domain/orders/change';
import { cancellationOf } from './cancelling';
import { CHANGES, toChanges } from './changes';
import { inPosition } from '../quotes/choosing';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** What an order says on paper; null before it is placed, and for whoever is not a side of it. */
export async function getOrderPaper(client: Client, id: string) {
	const [order, sides] = await Promise.all([
		client
			.from('purchase_order')
			.select(
				`reference, revision, state, totalOre:total_ore, decidedAt:decided_at, cancelledBy:cancelled_by, cancelCostOre:cancel_cost_ore,
				cancelBorneBy:cancel_borne_by, cancelFreeDays:cancel_free_days, cancelPercent:cancel_percent,
				quote(reference, title, hours, weeks, participants, place, note, sessionHours:session_hours,
					weeklyHours:weekly_hours, deliveryForm:delivery_form, startsOn:starts_on,
					lines:quote_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore,
						amountOre:amount_ore)), ${CHANGES}`
			)
			.eq('id', id)
			.in('state', ['approved', 'cancelled'])
			.maybeSingle(),
		client.rpc('order_sides', { p_order: id })
	]);
	const row = unwrap(order);
	const [side] = unwrap(sides);
	if (!row?.decidedAt || !side) return null;
	const { changes, ...ordered } = row;
	const { order: paper, ...cancelling } = cancellationOf(ordered);
	const lines = inPosition(row.quote.lines);
	return {
		...paper,
		...cancelling,
		decidedAt: row.decidedAt,
		quote: {
			...row.quote,
			...termsOf({ ...row.quote, lines }, toChanges(changes)),
			place: row.quote.place as Place,
			deliveryForm: row.quote.deliveryForm as DeliveryForm
		},
		sides: {
			jobCentre: side.job_centre,
			jobCentreCvr: side.job_centre_cvr as string | null,
			ean: side.ean as string | null,
			orderContact: side.order_contact as string | null,
			provider: side.provider,
			providerCvr: side.provider_cvr as string | null
		}
	};
}
export type OrderPaper = NonNullable<Awaited<ReturnType<typeof getOrderPaper>>>;
