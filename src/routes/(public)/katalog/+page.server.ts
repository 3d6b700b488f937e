import { pageNumber, pagesOf } from '$lib/components/ui/pages';
import { cardsOf } from '$lib/domain/catalogue/card';
import { readFilter, readPicks } from '$lib/domain/catalogue/filter';
import {
	chipLinks,
	choiceFields,
	facetFields,
	looserLinks,
	searchPageWords,
	sortLinks
} from '$lib/domain/catalogue/search-panel';
import { favouriteIds } from '$lib/server/catalogue/favourites';
import { filterNames, searchModules, whatToLoosen } from '$lib/server/catalogue/search';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import type { PageServerLoad } from './$types';

/** Everything in words, so that the page need not carry them in every language. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = readFilter(url.searchParams);
	const picks = readPicks(url.searchParams);
	const [result, names, favourites] = await Promise.all([
		found(searchModules(locals.supabase, filter, pageNumber(url))),
		filterNames(locals.supabase),
		favouriteIds(locals)
	]);
	const looser = result.total === 0 ? await whatToLoosen(locals.supabase, filter) : [];
	return {
		text: filter.text,
		picks,
		cards: cardsOf(result.rows, names.subjects, favourites),
		total: result.total,
		pages: pagesOf(url, { total: result.total, size: PAGE_SIZE }),
		words: searchPageWords(filter, result, picks.length),
		facets: facetFields(filter, result.counts, names),
		choices: choiceFields(filter, names),
		chips: chipLinks(filter, names, picks),
		sorts: sortLinks(filter, picks),
		looser: looserLinks(looser, names, picks)
	};
};
