import { pageNumber } from '$lib/components/ui/pages';
import { cardsOf } from '$lib/domain/catalogue/card';
import { actingFor } from '$lib/domain/members/session';
import { favourites, shortlist } from '$lib/server/catalogue/favourites';
import { subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { ORGANISATION_COOKIE, requireSession } from '$lib/server/session';
import type { PageServerLoad } from './$types';

/** One's own favourites, or the list of the job centre that one acts for. */
export const load: PageServerLoad = async (event) => {
	const session = requireSession(event);
	const { cookies, locals, url } = event;
	const jobCentre = actingFor(session, cookies.get(ORGANISATION_COOKIE), [
		'broker',
		'coordinator',
		'approver'
	]);
	const page = pageNumber(url);
	const base = { size: PAGE_SIZE, hasList: jobCentre !== undefined };
	if (jobCentre && url.searchParams.get('liste') === 'jobcenter') {
		const entries = await found(shortlist(locals.supabase, jobCentre.organisationId, page));
		return {
			...base,
			list: 'shortlist' as const,
			entries,
			mayWrite: jobCentre.role !== 'approver'
		};
	}
	const [modules, allSubjects] = await Promise.all([
		found(favourites(locals.supabase, page)),
		subjects(locals.supabase)
	]);
	return {
		...base,
		list: 'favourites' as const,
		modules: {
			...modules,
			rows: cardsOf(
				modules.rows,
				allSubjects,
				modules.rows.map(({ id }) => id)
			)
		}
	};
};
