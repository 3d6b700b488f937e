import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { EMPTY_DRAFT } from '$lib/domain/needs/need';
import { templateAnswersOf } from '$lib/domain/needs/template';
import { templateForm, templateValues } from '$lib/domain/needs/template-form';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { fundingSources } from '$lib/server/needs/choices';
import { needById } from '$lib/server/needs/reading';
import { saveTemplate, templateById } from '$lib/server/needs/templates';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const { params, url } = event;
	const { supabase } = event.locals;
	const from = url.searchParams.get('behov');
	if (!isId(params.id)) error(404);
	const [template, need, allSubjects, sources] = await Promise.all([
		templateById(supabase, params.id),
		from && isId(from) ? needById(supabase, from) : null,
		subjects(supabase),
		fundingSources(supabase, organisationId, today())
	]);
	if (!template && !url.searchParams.has('ny')) error(404);
	const begun = { title: '', fields: [], answers: templateAnswersOf(need?.draft ?? EMPTY_DRAFT) };
	return {
		title: template?.title ?? null,
		subjects: allSubjects,
		fundingSources: sources,
		form: await newForm(templateForm, {
			version: String(template?.version ?? 0),
			...templateValues(template ?? begun)
		})
	};
};

export const actions: Actions = {
	default: (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const { id } = event.params;
		if (!isId(id)) error(404);
		return handleForm(event, templateForm, async ({ version, ...template }) => {
			await saveTemplate(event.locals.supabase, organisationId, { id, version }, template);
			doneAt(event.cookies, '/behov/skabeloner', m.needs_template_saved());
		});
	}
};

const isId = (text: string) => z.uuid().safeParse(text).success;
