import type { RequestEvent } from '@sveltejs/kit';
import { completeSchema, dropSchema, startSchema } from '$lib/domain/engagements/engagement-form';
import { ROLES } from '$lib/domain/members/session';
import { decisionSchema } from '$lib/domain/orders/forms';
import { today } from '$lib/domain/shared/day';
import { decimal } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { contactsOfEngagement } from '$lib/server/contacts';
import {
	completeEngagement,
	dropEngagement,
	getEngagement,
	startEngagement
} from '$lib/server/engagements';
import { waiveCost } from '$lib/server/orders/cancelling';
import { handleForm, newForm, type Words } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import { doneAt } from '$lib/server/notice';
import { confirmOrder } from '$lib/server/orders/orders';
import { orderSides } from '$lib/server/orders/sides';
import { requireRole, requireSession } from '$lib/server/session';
import { mayDo } from './may-do';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, ...ROLES);
	const { params, locals } = event;
	const [engagement, contacts, events] = await Promise.all([
		found(getEngagement(locals.supabase, params.id)),
		contactsOfEngagement(locals.supabase, params.id),
		history(locals.supabase, params.id)
	]);
	const sides = await orderSides(locals.supabase, engagement.orderId);
	const version = String(engagement.version);
	return {
		engagement,
		/** The frame agreement that it was ordered within. */
		agreement: sides?.agreement ?? null,
		contacts,
		events,
		may: mayDo(engagement, requireSession(event)),
		confirm: await newForm(decisionSchema, {
			id: engagement.order.id,
			version: String(engagement.order.version)
		}),
		start: await newForm(startSchema, { version, startedOn: today() }),
		complete: await newForm(completeSchema, {
			version,
			endedOn: today(),
			hoursHeld: decimal(engagement.plannedHours)
		}),
		drop: await newForm(dropSchema, { version, droppedOn: today() })
	};
};

const words: Words = { not_valid: () => m.engagements_date_not_valid() };

/** Stays with the engagement and says that it is done. */
const done = ({ cookies, url }: RequestEvent, text: string) => doneAt(cookies, url.pathname, text);

export const actions: Actions = {
	bekraeft: (event) => {
		requireRole(event, 'leader');
		return handleForm(event, decisionSchema, async ({ id, version }) => {
			await confirmOrder(event.locals.supabase, id, version);
			done(event, m.orders_confirmed_done());
		});
	},
	afkald: (event) => {
		requireRole(event, 'leader');
		return handleForm(event, decisionSchema, async ({ id, version }) => {
			await waiveCost(event.locals.supabase, id, version);
			done(event, m.orders_waived_done());
		});
	},
	begynd: (event) => {
		requireRole(event, 'leader');
		return handleForm(
			event,
			startSchema,
			async ({ version, startedOn }) => {
				await startEngagement(event.locals.supabase, { id: event.params.id, version }, startedOn);
				done(event, m.engagements_start_done());
			},
			words
		);
	},
	gennemfoer: (event) => {
		requireRole(event, 'leader');
		return handleForm(
			event,
			completeSchema,
			async ({ version, ...held }) => {
				await completeEngagement(event.locals.supabase, { id: event.params.id, version }, held);
				done(event, m.engagements_complete_done());
			},
			words
		);
	},
	stop: (event) => {
		requireRole(event, 'leader', 'broker', 'coordinator');
		return handleForm(
			event,
			dropSchema,
			async ({ version, droppedOn, droppedHours, ...reason }) => {
				const drop = { ...reason, endedOn: droppedOn, hoursHeld: droppedHours };
				await dropEngagement(event.locals.supabase, { id: event.params.id, version }, drop);
				done(event, m.engagements_drop_done());
			},
			words
		);
	}
};
