import type { RequestEvent } from '@sveltejs/kit';
import { decisionSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import type { Role } from '$lib/domain/members/session';
import { m } from '$lib/paraglide/messages';
import { handleForm, type Words } from '../forms';
import { doneAt } from '../notice';
import { approveChange, refuseChange } from './changes';
import { approveOrder, refuseOrder } from './orders';
import { requireRole } from '../session';

/** What the pages that show an order, or all that wait, do with one; `path` is where the reader goes then. */

/** Approvers, and whoever stands in for one: the database knows who that is today. */
const DECIDERS: Role[] = ['approver', 'coordinator', 'broker'];

const words: Words = {
	own_order: () => m.orders_own(),
	wrong_state: () => m.orders_decided_already()
};

export function approve(event: RequestEvent, path: string) {
	requireRole(event, ...DECIDERS);
	return handleForm(
		event,
		decisionSchema,
		async ({ id, version }) => {
			await approveOrder(event.locals.supabase, id, version);
			doneAt(event.cookies, path, m.orders_approved_done());
		},
		words
	);
}

export function refuse(event: RequestEvent, path: string) {
	requireRole(event, ...DECIDERS);
	return handleForm(
		event,
		reasonedDecisionSchema,
		async (refused) => {
			await refuseOrder(event.locals.supabase, refused);
			doneAt(event.cookies, path, m.orders_refused_done());
		},
		words
	);
}

export function approveChanged(event: RequestEvent, path: string) {
	requireRole(event, ...DECIDERS);
	return handleForm(
		event,
		decisionSchema,
		async ({ id, version }) => {
			await approveChange(event.locals.supabase, id, version);
			doneAt(event.cookies, path, m.orders_change_approved_done());
		},
		words
	);
}

export function refuseChanged(event: RequestEvent, path: string) {
	requireRole(event, ...DECIDERS);
	return handleForm(
		event,
		reasonedDecisionSchema,
		async (refused) => {
			await refuseChange(event.locals.supabase, refused);
			doneAt(event.cookies, path, m.orders_change_refused_done());
		},
		words
	);
}
