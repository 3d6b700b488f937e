import { error, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { valuesOf } from '$lib/domain/catalogue/module-content';
import { moduleSchema } from '$lib/domain/catalogue/module-form';
import { rowId, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { archiveModule, moduleById, pauseModule } from '$lib/server/catalogue/modules';
import { subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import { publish, save } from '../write';
import type { Actions, PageServerLoad } from './$types';

const moveSchema = z.object({ id: rowId(), version: version() });

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const [module, allSubjects] = await Promise.all([
		found(moduleById(event.locals.supabase, event.params.id)),
		subjects(event.locals.supabase)
	]);
	if (module.school.id !== organisationId) error(404);
	const row = { id: module.id, version: String(module.version) };
	return {
		module,
		subjects: allSubjects,
		form: await newForm(moduleSchema, { ...row, ...valuesOf(module) }),
		move: await newForm(moveSchema, row, { id: 'move' })
	};
};

const move = (by: typeof pauseModule, done: () => string) => async (event: RequestEvent) => {
	requireRole(event, 'leader');
	return handleForm(event, moveSchema, async (data) => {
		await by(event.locals.supabase, data);
		doneAt(event.cookies, `/moduler/${data.id}`, done());
	});
};

export const actions: Actions = {
	save: (event) => save(event, m.catalogue_saved()),
	publish,
	pause: move(pauseModule, m.catalogue_paused),
	archive: move(archiveModule, m.catalogue_archived)
};
