import { pageNumber } from '$lib/components/ui/pages';
import { readCostFilter } from '$lib/domain/insight/filter';
import { found } from '$lib/server/found';
import { budgetYears, fundingNames } from '$lib/server/insight/names';
import { costs } from '$lib/server/insight/rows';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const filter = readCostFilter(event.url.searchParams);
	const [page, sources, years] = await Promise.all([
		found(costs(supabase, organisationId, filter, pageNumber(event.url))),
		fundingNames(supabase),
		budgetYears(supabase, organisationId)
	]);
	return { filter, page, sources, years, size: PAGE_SIZE };
};
