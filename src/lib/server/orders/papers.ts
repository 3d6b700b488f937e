import { scheduleOf, termsOf } from '$lib/domain/orders/change';
import { cancellationOf } from './cancelling';
import { CHANGES, quoted, toChanges } from './changes';
import { orderSides } from './sides';
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
					sessions:quote_session(weekday, starts, ends),
					lines:quote_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore,
						amountOre:amount_ore)), ${CHANGES}`
			)
			.eq('id', id)
			.in('state', ['approved', 'cancelled'])
			.maybeSingle(),
		orderSides(client, id)
	]);
	const row = unwrap(order);
	if (!row?.decidedAt || !sides) return null;
	const { changes, ...ordered } = row;
	const { order: paper, ...cancelling } = cancellationOf(ordered);
	const terms = termsOf(quoted(row.quote), toChanges(changes));
	return {
		...paper,
		...cancelling,
		decidedAt: row.decidedAt,
		quote: {
			...row.quote,
			...terms,
			sessions: scheduleOf(row.quote, terms)
		},
		sides
	};
}
export type OrderPaper = NonNullable<Awaited<ReturnType<typeof getOrderPaper>>>;
