import { pageNumber } from '$lib/components/ui/pages';
import { readEngagementFilter } from '$lib/domain/insight/filter';
import { found } from '$lib/server/found';
import { groupNames, providerNames, subjectNames } from '$lib/server/insight/names';
import { engagements } from '$lib/server/insight/rows';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const filter = readEngagementFilter(event.url.searchParams);
	const [page, groups, providers, subjects] = await Promise.all([
		found(engagements(supabase, organisationId, filter, pageNumber(event.url))),
		groupNames(supabase),
		providerNames(supabase, organisationId),
		subjectNames(supabase)
	]);
	return { filter, page, groups, providers, subjects, size: PAGE_SIZE };
};
