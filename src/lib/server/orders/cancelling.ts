import type { RequestEvent } from '@sveltejs/kit';
import type { Cancellation, CancelRule, CancelSide } from '$lib/domain/orders/cancellation';
import { cancelSchema, heldSchema } from '$lib/domain/orders/forms';
import { decimal, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm, readAddress } from '../forms';
import { found } from '../found';
import { doneAt } from '../notice';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** What cancelling an order, named by itself or by its training, would cost the caller today. */
async function cancelTerms(client: Client, id: string, hoursHeld: number) {
	const [row] = unwrap(await client.rpc('cancel_terms', { p_id: id, p_hours_held: hoursHeld }));
	if (!row) return null;
	return {
		order: { id: row.order_id, version: row.version, reference: row.reference },
		title: row.title,
		totalOre: row.total_ore,
		isStanding: row.state === 'approved' && ['planned', 'active'].includes(row.engagement_state),
		hasBegun: row.engagement_state === 'active',
		plannedStart: row.planned_start,
		rule: { freeDays: row.free_days, percent: row.percent },
		side: row.side as CancelSide,
		costOre: row.cost_ore
	};
}
export type CancelTerms = NonNullable<Awaited<ReturnType<typeof cancelTerms>>>;

/** The page that cancels: first the hours that were held, when training has begun, and then what it costs. */
export async function loadCancelling(event: RequestEvent & { params: { id: string } }) {
	const { url, locals, params } = event;
	const asked = url.searchParams.has('hoursHeld') ? await readAddress(url, heldSchema) : null;
	const hoursHeld = asked?.data?.hoursHeld;
	const terms = await found(cancelTerms(locals.supabase, params.id, hoursHeld ?? 0));
	return {
		terms,
		/** Whether all that the cost depends on is known. */
		isPriced: !terms.hasBegun || hoursHeld !== undefined,
		held: asked?.form ?? (await newForm(heldSchema)),
		form: await newForm(cancelSchema, {
			id: terms.order.id,
			version: String(terms.order.version),
			hoursHeld: decimal(hoursHeld ?? 0),
			costOre: String(terms.costOre)
		})
	};
}

export function cancel(event: RequestEvent, path: string) {
	return handleForm(
		event,
		cancelSchema,
		async ({ id, version, reason, hoursHeld, costOre }) => {
			unwrap(
				await event.locals.supabase.rpc('cancel_order', {
					p_id: id,
					p_version: version,
					p_reason: reason,
					p_hours_held: hoursHeld,
					p_cost_ore: costOre
				})
			);
			doneAt(event.cookies, path, m.orders_cancelled_done());
		},
		{
			wrong_state: () => m.orders_cancel_too_late(),
			cost_changed: ({ cost_ore }) =>
				m.orders_cancel_cost_changed({ amount: formatKroner(Number(cost_ore)) })
		}
	);
}

/** The school gives up what it is owed for an order that the job centre cancelled. */
export async function waiveCost(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('waive_cancel_cost', { p_id: id, p_version: version }));
}

interface CancelColumns {
	cancelledBy: string | null;
	cancelCostOre: number | null;
	cancelBorneBy: string | null;
	cancelFreeDays: number;
	cancelPercent: number;
}

/** The columns of an order that are about cancelling, as what they say; null when nobody has cancelled it. */
export function cancellationOf<T extends CancelColumns>(row: T) {
	const { cancelledBy, cancelCostOre, cancelBorneBy, cancelFreeDays, cancelPercent, ...order } =
		row;
	const cancelRule: CancelRule = { freeDays: cancelFreeDays, percent: cancelPercent };
	const cancellation: (Cancellation & { by: CancelSide }) | null =
		cancelledBy === null
			? null
			: {
					by: cancelledBy as CancelSide,
					costOre: cancelCostOre ?? 0,
					borneBy: cancelBorneBy as Cancellation['borneBy']
				};
	return { order, cancelRule, cancellation };
}
