import { pageNumber } from '$lib/components/ui/pages';
import { PARTS, readPart } from '$lib/domain/engagements/filter';
import { ROLES } from '$lib/domain/members/session';
import { listEngagements } from '$lib/server/engagements';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const acting = requireRole(event, ...ROLES);
	const part = readPart(event.url.searchParams);
	const page = pageNumber(event.url);
	const list = listEngagements(event.locals.supabase, acting, { states: PARTS[part], page });
	return { part, side: acting.kind, size: PAGE_SIZE, ...(await found(list)) };
};
