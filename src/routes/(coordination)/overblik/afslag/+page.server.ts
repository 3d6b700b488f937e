import { pageNumber } from '$lib/components/ui/pages';
import { readDeclineFilter } from '$lib/domain/insight/filter';
import { today } from '$lib/domain/shared/day';
import { schools } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { declineFigures } from '$lib/server/insight/declines';
import { subjectNames } from '$lib/server/insight/names';
import { declines } from '$lib/server/insight/rows';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

/** Years back that can be asked for. */
const YEARS = 5;

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const filter = readDeclineFilter(event.url.searchParams);
	const [page, figures, subjects, providers] = await Promise.all([
		found(declines(supabase, organisationId, filter, pageNumber(event.url))),
		declineFigures(supabase, organisationId, filter.year),
		subjectNames(supabase),
		schools(supabase)
	]);
	const thisYear = Number(today().slice(0, 4));
	return {
		filter,
		page,
		figures,
		subjects,
		providers: providers.map(({ id, name }) => ({ value: id, label: name })),
		years: Array.from({ length: YEARS }, (_, back) => String(thisYear - back)),
		size: PAGE_SIZE
	};
};
