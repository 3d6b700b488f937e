import type { PageServerLoad } from './$types';
import { pageNumber } from '$lib/components/ui/Pager.svelte';
import { ORDER_STATES } from '$lib/domain/orders/states';
import { listOrders, PAGE_SIZE } from '$lib/server/orders';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const state = ORDER_STATES.find((each) => each === event.url.searchParams.get('tilstand'));
	const page = pageNumber(event.url);
	return {
		state,
		size: PAGE_SIZE,
		...(await listOrders(event.locals.supabase, organisationId, { state, page }))
	};
};
