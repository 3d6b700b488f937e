import { pageNumber } from '$lib/components/ui/Pager.svelte';
import { readFilter } from '$lib/domain/catalogue/filter';
import { favouriteIds } from '$lib/server/catalogue/favourites';
import { listModules } from '$lib/server/catalogue/modules';
import { schools, subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = readFilter(url.searchParams);
	const [modules, allSubjects, allSchools, favourites] = await Promise.all([
		found(listModules(locals.supabase, filter, pageNumber(url))),
		subjects(locals.supabase),
		schools(locals.supabase),
		favouriteIds(locals)
	]);
	return {
		filter,
		modules,
		size: PAGE_SIZE,
		subjects: allSubjects,
		schools: allSchools,
		favourites
	};
};
