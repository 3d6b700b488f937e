import { pageNumber } from '$lib/components/ui/pages';
import { readCandidateFilter } from '$lib/domain/insight/filter';
import { found } from '$lib/server/found';
import { groupNames, targetGroupNames } from '$lib/server/insight/names';
import { candidates } from '$lib/server/insight/rows';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const filter = readCandidateFilter(event.url.searchParams);
	const [page, groups, targetGroups] = await Promise.all([
		found(candidates(supabase, organisationId, filter, pageNumber(event.url))),
		groupNames(supabase),
		targetGroupNames(supabase)
	]);
	return { filter, page, groups, targetGroups, size: PAGE_SIZE };
};
