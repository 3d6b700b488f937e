import { pageNumber } from '$lib/components/ui/pages';
import type { EngagementState } from '$lib/domain/engagements/engagement';
import { ROLES } from '$lib/domain/members/session';
import { listEngagements } from '$lib/server/engagements';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

/** The parts of the list, by their names in the address. */
const PARTS = {
	igang: ['planned', 'active'],
	afsluttet: ['completed', 'dropped']
} as const satisfies Record<string, readonly EngagementState[]>;

export const load: PageServerLoad = async (event) => {
	const acting = requireRole(event, ...ROLES);
	const part = event.url.searchParams.get('vis') === 'afsluttet' ? 'afsluttet' : 'igang';
	const page = pageNumber(event.url);
	const list = listEngagements(event.locals.supabase, acting, { states: PARTS[part], page });
	return { part, side: acting.kind, size: PAGE_SIZE, ...(await found(list)) };
};
