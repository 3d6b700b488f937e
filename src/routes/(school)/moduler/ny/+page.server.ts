import { randomUUID } from 'node:crypto';
import { valuesOf } from '$lib/domain/catalogue/module-content';
import { moduleSchema } from '$lib/domain/catalogue/module-form';
import { m } from '$lib/paraglide/messages';
import { schools, subjects } from '$lib/server/catalogue/reference';
import { newForm } from '$lib/server/forms';
import { requireRole } from '$lib/server/session';
import { publish, save } from '../write';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const [allSubjects, allSchools, form] = await Promise.all([
		subjects(event.locals.supabase),
		schools(event.locals.supabase),
		newForm(
			moduleSchema,
			{ id: randomUUID(), version: '0', ...valuesOf(null) },
			{ id: 'new-module' }
		)
	]);
	return {
		form,
		subjects: allSubjects,
		school: allSchools.find(({ id }) => id === organisationId)!
	};
};

export const actions: Actions = {
	save: (event) => save(event, m.catalogue_saved_draft()),
	publish
};
