import { pageNumber } from '$lib/components/ui/pages';
import type { RequestState } from '$lib/domain/needs/need';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { listRequests } from '$lib/server/quotes/answering';
import { requireRole } from '$lib/server/session';

/** The parts of the list, by their names in the address. */
const PARTS = {
	venter: ['sent'],
	besvaret: ['answered'],
	afsluttet: ['declined', 'expired', 'withdrawn']
} as const satisfies Record<string, readonly RequestState[]>;
type Part = keyof typeof PARTS;

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const asked = event.url.searchParams.get('vis') ?? '';
	const part: Part = asked in PARTS ? (asked as Part) : 'venter';
	const page = pageNumber(event.url);
	const list = listRequests(event.locals.supabase, organisationId, { states: PARTS[part], page });
	return { part, size: PAGE_SIZE, ...(await found(list)) };
};
