import { pageNumber } from '$lib/components/ui/pages';
import { readStanding } from '$lib/domain/agreements/filter';
import { today } from '$lib/domain/shared/day';
import { listAgreements } from '$lib/server/agreements';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole, requireSession } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const acting = requireRole(event, 'coordinator', 'leader', 'broker', 'approver');
	const standing = readStanding(event.url.searchParams);
	const page = pageNumber(event.url);
	return {
		standing,
		today: today(),
		size: PAGE_SIZE,
		isSchool: acting.kind === 'provider',
		mayPropose: requireSession(event).memberships.some(
			({ organisationId, role }) =>
				organisationId === acting.organisationId && role === 'coordinator'
		),
		...(await found(listAgreements(event.locals.supabase, acting, { standing, page })))
	};
};
