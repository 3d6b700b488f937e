import type { Actions, PageServerLoad } from './$types';
import { decisionSchema, nextQuoteSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { history } from '$lib/server/history';
import { approve, refuse } from '$lib/server/orders/decisions';
import { getOrder, nextQuotes, ordersToDecide, takeNextQuote } from '$lib/server/orders/orders';
import { orderSides } from '$lib/server/orders/sides';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { supabase, session } = event.locals;
	const [order, events, decisions, next, sides] = await Promise.all([
		found(getOrder(supabase, event.params.id)),
		found(history(supabase, event.params.id)),
		ordersToDecide(supabase, organisationId),
		nextQuotes(supabase, event.params.id),
		orderSides(supabase, event.params.id)
	]);
	const acts = (role: string) =>
		session!.memberships.some(
			(each) => each.organisationId === order.jobCentreId && each.role === role
		);
	const isOwn = order.acceptedById === session!.userId;
	const decision = decisions.get(order.id);
	const isUnderWay =
		order.state === 'approved' && ['planned', 'active'].includes(order.engagement?.state ?? '');
	const version = String(order.version);
	const lacks = [
		sides?.ean ? undefined : m.members_ean(),
		sides?.orderContact ? undefined : m.members_order_contact()
	].filter((each) => each !== undefined);
	return {
		order,
		events,
		agreement: sides?.agreement,
		/** What the order does not tell the school, for whoever may fill it in. */
		lacks: order.state === 'approved' && acts('coordinator') ? lacks : [],
		/** What the reader may do now. */
		may: {
			decide: decision !== undefined,
			decideFor: decision?.for,
			/** Other quotes, when the school has not confirmed in time or has cancelled; the need's own people only. */
			take:
				order.need.ownerId === session!.userId || acts('coordinator')
					? order.alternatives.filter(({ id }) => next.includes(id))
					: [],
			seeThatOwn: order.state === 'awaiting_approval' && isOwn && acts('approver'),
			/** Changing is for the need's own people too. */
			change: isUnderWay && (order.need.ownerId === session!.userId || acts('coordinator')),
			cancel: isUnderWay && acts('coordinator'),
			seeWhoCancels: isUnderWay && !acts('coordinator')
		},
		isRefusing: event.url.searchParams.has('afvis'),
		approval: await newForm(decisionSchema),
		next: await newForm(nextQuoteSchema, { id: order.id, version }),
		reasoned: await newForm(reasonedDecisionSchema, { id: order.id, version })
	};
};

const here = ({ params }: { params: { id: string } }) => `/ordrer/${params.id}`;

export const actions: Actions = {
	godkend: (event) => approve(event, here(event)),
	afvis: (event) => refuse(event, here(event)),
	naeste: (event) => {
		requireRole(event, 'broker', 'coordinator');
		return handleForm(
			event,
			nextQuoteSchema,
			async (taken) => {
				const { id, reference, state } = await takeNextQuote(event.locals.supabase, taken);
				const done =
					state === 'approved' ? m.orders_accept_sent_ordered : m.orders_accept_sent_waits;
				doneAt(event.cookies, `/ordrer/${id}`, done({ reference }));
			},
			{
				not_late: () => m.orders_next_not_late(),
				quote_expired: ({ valid_until }) =>
					m.orders_accept_expired({ date: formatDate(String(valid_until)) })
			}
		);
	}
};
