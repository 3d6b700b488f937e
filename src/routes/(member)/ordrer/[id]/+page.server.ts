import type { Actions, PageServerLoad } from './$types';
import { decisionSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import { found } from '$lib/server/found';
import { newForm } from '$lib/server/forms';
import { history } from '$lib/server/history';
import { approve, cancel, refuse } from '$lib/server/order-decisions';
import { getOrder, ordersToDecide } from '$lib/server/orders';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { supabase, session } = event.locals;
	const [order, events, decisions] = await Promise.all([
		found(getOrder(supabase, event.params.id)),
		found(history(supabase, event.params.id)),
		ordersToDecide(supabase, organisationId)
	]);
	const acts = (role: string) =>
		session!.memberships.some(
			(each) => each.organisationId === order.jobCentreId && each.role === role
		);
	const isOwn = order.acceptedById === session!.userId;
	const decision = decisions.get(order.id);
	const version = String(order.version);
	return {
		order,
		events,
		/** What the reader may do now. */
		may: {
			decide: decision !== undefined,
			decideFor: decision?.for,
			seeThatOwn: order.state === 'awaiting_approval' && isOwn && acts('approver'),
			cancel:
				order.state === 'approved' && order.engagement?.state === 'planned' && acts('coordinator')
		},
		isRefusing: event.url.searchParams.has('afvis'),
		approval: await newForm(decisionSchema),
		reasoned: await newForm(reasonedDecisionSchema, { id: order.id, version })
	};
};

const here = ({ params }: { params: { id: string } }) => `/ordrer/${params.id}`;

export const actions: Actions = {
	godkend: (event) => approve(event, here(event)),
	afvis: (event) => refuse(event, here(event)),
	annuller: (event) => cancel(event, here(event))
};
