import { found } from '$lib/server/found';
import { changeActions, changeForms, changeOutlook, getChanging } from '$lib/server/orders/changes';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'broker', 'coordinator', 'approver');
	const { userId, memberships } = requireSession(event);
	const { id } = event.params;
	const [order, outlook] = await Promise.all([
		found(getChanging(event.locals.supabase, 'order', id)),
		changeOutlook(event.locals.supabase, id)
	]);
	const acts = memberships
		.filter(({ organisationId }) => organisationId === order.jobCentreId)
		.map(({ role }) => role);
	return {
		order,
		outlook,
		side: 'job_centre' as const,
		may: acts.includes('coordinator') || (acts.includes('broker') && order.ownerId === userId),
		...(await changeForms(order))
	};
};

const matter = ({ params }: RequestEvent) => `/ordrer/${params.id}`;
export const actions: Actions = changeActions(matter, 'broker', 'coordinator');
