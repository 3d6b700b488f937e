import { pageNumber } from '$lib/components/ui/pages';
import { readFilter } from '$lib/domain/needs/filter';
import { found } from '$lib/server/found';
import { listNeeds } from '$lib/server/needs/reading';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole, requireSession } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { locals, url } = event;
	const asking = { jobCentreId: organisationId, userId: requireSession(event).userId };
	const filter = readFilter(url.searchParams);
	return {
		filter,
		size: PAGE_SIZE,
		needs: await found(listNeeds(locals.supabase, asking, filter, pageNumber(url)))
	};
};
