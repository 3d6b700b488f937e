import { found } from '$lib/server/found';
import { changeActions, changeForms, changeOutlook, getChanging } from '$lib/server/orders/changes';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'leader');
	const { id } = event.params;
	const [order, outlook] = await Promise.all([
		found(getChanging(event.locals.supabase, 'training', id)),
		changeOutlook(event.locals.supabase, id)
	]);
	return { order, outlook, side: 'provider' as const, may: true, ...(await changeForms(order)) };
};

const matter = ({ params }: RequestEvent) => `/forloeb/${params.id}`;
export const actions: Actions = changeActions(matter, 'leader');
