import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { fieldsOfColumns, missingFields } from '$lib/domain/catalogue/editor/steps';
import { rowId, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { ownDraft } from '$lib/server/catalogue/editing';
import { archiveModule, pauseModule, publishModule } from '$lib/server/catalogue/modules';
import { referenceNames, subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const moveSchema = z.object({ id: rowId(), version: version() });

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const [draft, allSubjects, names] = await Promise.all([
		found(ownDraft(supabase, organisationId, event.params.id)),
		subjects(supabase),
		referenceNames(supabase)
	]);
	return {
		about: {
			id: draft.id,
			state: draft.state,
			saved: draft,
			school: draft.school,
			subjects: allSubjects,
			names
		},
		missing: missingFields(draft),
		move: await newForm(moveSchema, { id: draft.id, version: String(draft.version) })
	};
};

const move = (by: typeof pauseModule, done: () => string) => async (event: RequestEvent) => {
	requireRole(event, 'leader');
	return handleForm(
		event,
		moveSchema,
		async (data) => {
			await by(event.locals.supabase, data);
			doneAt(event.cookies, `/moduler/${data.id}`, done());
		},
		{
			module_incomplete: ({ missing }) =>
				m.catalogue_incomplete({
					fields: fieldsOfColumns(missing as string[])
						.map(({ label }) => label)
						.join(', ')
				})
		}
	);
};

export const actions: Actions = {
	publish: move(publishModule, m.catalogue_published),
	pause: move(pauseModule, m.catalogue_paused),
	archive: move(archiveModule, m.catalogue_archived)
};
