import { error, type RequestEvent } from '@sveltejs/kit';
import { pageNumber } from '$lib/components/ui/pages';
import { restoreForm } from '$lib/domain/catalogue/own-form';
import { changesBetween, type Names } from '$lib/domain/catalogue/versions';
import { subjectWord } from '$lib/domain/catalogue/words';
import { m } from '$lib/paraglide/messages';
import { moduleById } from '$lib/server/catalogue/modules';
import { moduleVersions, restoreModule } from '$lib/server/catalogue/own';
import { legalBases, municipalities, subjects } from '$lib/server/catalogue/reference';
import { handleForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { locals, params, url } = event;
	const page = pageNumber(url);
	const [module, { rows, total, earlier }, names] = await Promise.all([
		found(moduleById(locals.supabase, params.id)),
		found(moduleVersions(locals.supabase, params.id, page)),
		namesOf(event)
	]);
	if (module.school.id !== organisationId) error(404);
	return {
		id: module.id,
		title: module.title,
		state: module.state,
		version: module.version,
		size: PAGE_SIZE,
		total,
		versions: rows.map(({ version, content, savedAt, savedBy }, index) => {
			const before = rows[index + 1] ?? earlier;
			return {
				version,
				savedAt,
				savedBy,
				isNow: page === 1 && index === 0,
				changes: before && changesBetween(before.content, content, names)
			};
		})
	};
};

/** Words for the codes that a module points at. */
async function namesOf({ locals: { supabase } }: RequestEvent): Promise<Names> {
	const [allSubjects, places, bases] = await Promise.all([
		subjects(supabase),
		municipalities(supabase),
		legalBases(supabase)
	]);
	const word = (list: typeof allSubjects) => (code: string) => {
		const known = list.find((each) => each.code === code);
		return known ? subjectWord(known) : code;
	};
	return {
		subject: word(allSubjects),
		municipality: (code) => places.find((place) => place.code === code)?.name ?? code,
		legalBasis: word(bases)
	};
}

export const actions: Actions = {
	restore: (event) => {
		requireRole(event, 'leader');
		const { id } = event.params;
		const words = {
			code_taken: () => m.catalogue_versions_code_taken(),
			module_incomplete: () => m.catalogue_versions_incomplete()
		};
		return handleForm(
			event,
			restoreForm,
			async ({ version, restored }) => {
				await restoreModule(event.locals.supabase, { id, version }, restored);
				doneAt(event.cookies, `/moduler/${id}/versioner`, m.catalogue_versions_restored_now());
			},
			words
		);
	}
};
