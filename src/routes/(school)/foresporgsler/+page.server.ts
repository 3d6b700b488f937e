import { pageNumber } from '$lib/components/ui/pages';
import { PARTS, readPart } from '$lib/domain/quotes/filter';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { listRequests } from '$lib/server/quotes/answering';
import { requireRole } from '$lib/server/session';

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const part = readPart(event.url.searchParams);
	const page = pageNumber(event.url);
	const list = listRequests(event.locals.supabase, organisationId, { states: PARTS[part], page });
	return { part, size: PAGE_SIZE, ...(await found(list)) };
};
