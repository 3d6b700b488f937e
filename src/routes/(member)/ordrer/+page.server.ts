import type { PageServerLoad } from './$types';
import { pageNumber } from '$lib/components/ui/pages';
import { ORDER_STATES } from '$lib/domain/orders/states';
import { found } from '$lib/server/found';
import { listOrders } from '$lib/server/orders/orders';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const state = ORDER_STATES.find((each) => each === event.url.searchParams.get('tilstand'));
	const page = pageNumber(event.url);
	return {
		state,
		size: PAGE_SIZE,
		...(await found(listOrders(event.locals.supabase, organisationId, { state, page })))
	};
};
