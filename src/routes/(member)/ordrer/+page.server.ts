import type { PageServerLoad } from './$types';
import { pageNumber } from '$lib/components/ui/pages';
import { readFilter } from '$lib/domain/orders/filter';
import { found } from '$lib/server/found';
import { listOrders, orderedSchools } from '$lib/server/orders/orders';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { supabase } = event.locals;
	const filter = readFilter(event.url.searchParams);
	const [orders, schools] = await Promise.all([
		found(listOrders(supabase, organisationId, filter, pageNumber(event.url))),
		orderedSchools(supabase, organisationId)
	]);
	return { filter, schools, size: PAGE_SIZE, orders };
};
