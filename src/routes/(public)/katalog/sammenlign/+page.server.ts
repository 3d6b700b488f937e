import { compare, comparePageWords } from '$lib/domain/catalogue/compare';
import { readFilter, readPicks, writeFilter } from '$lib/domain/catalogue/filter';
import { publishedAmong } from '$lib/server/catalogue/modules';
import { legalBases, subjects } from '$lib/server/catalogue/reference';
import type { PageServerLoad } from './$types';

/** Leaves out of the table what is the same for all. */
const DIFFERENCES = 'forskelle';

/** The modules that are picked in the address, side by side; in words, as the catalogue itself. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = readFilter(url.searchParams);
	const picks = readPicks(url.searchParams);
	const [modules, allSubjects, bases] = await Promise.all([
		publishedAmong(locals.supabase, picks),
		subjects(locals.supabase),
		legalBases(locals.supabase)
	]);
	const onlyDifferences = url.searchParams.has(DIFFERENCES);
	const here = (ids: string[], only = onlyDifferences) =>
		`/katalog/sammenlign${writeFilter(filter, ids)}${only && ids.length > 0 ? `&${DIFFERENCES}` : ''}`;
	return {
		words: comparePageWords(),
		columns: modules.map(({ id, title, purpose, school }) => ({
			id,
			title,
			purpose,
			school: school.name,
			without: here(picks.filter((pick) => pick !== id))
		})),
		groups: compare(modules, { subjects: allSubjects, legalBases: bases }, onlyDifferences),
		onlyDifferences,
		all: here(picks, false),
		differences: here(picks, true),
		catalogue: `/katalog${writeFilter(filter, picks)}`
	};
};
