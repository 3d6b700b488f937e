import { randomUUID } from 'node:crypto';
import { BLANK_DRAFT } from '$lib/domain/catalogue/editor/draft';
import { newModuleForm } from '$lib/domain/catalogue/editor/forms';
import { overviewPath, pathAfter } from '$lib/domain/catalogue/editor/steps';
import { whatValues } from '$lib/domain/catalogue/editor/what';
import { m } from '$lib/paraglide/messages';
import { referenceNames, schools, subjects } from '$lib/server/catalogue/reference';
import { newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import { redirect } from '@sveltejs/kit';
import { saveNew } from '../editor/write';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const [allSubjects, allSchools, names, form] = await Promise.all([
		subjects(supabase),
		schools(supabase),
		referenceNames(supabase),
		newForm(newModuleForm, { id: randomUUID(), version: '0', ...whatValues(BLANK_DRAFT) })
	]);
	return {
		form,
		about: {
			state: 'draft' as const,
			saved: BLANK_DRAFT,
			school: allSchools.find(({ id }) => id === organisationId)!,
			subjects: allSubjects,
			names
		}
	};
};

export const actions: Actions = {
	next: (event) => saveNew(event, (id) => redirect(303, pathAfter(id, 'indhold'))),
	leave: (event) =>
		saveNew(event, (id) => doneAt(event.cookies, overviewPath(id), m.catalogue_saved_draft()))
};
