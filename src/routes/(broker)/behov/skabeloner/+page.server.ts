import { pageNumber } from '$lib/components/ui/pages';
import { archiveForm } from '$lib/domain/needs/template-form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { archiveTemplate, listTemplates } from '$lib/server/needs/templates';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId, role } = requireRole(event, 'coordinator', 'broker');
	const { locals, url } = event;
	return {
		templates: await found(listTemplates(locals.supabase, organisationId, pageNumber(url))),
		size: PAGE_SIZE,
		mayWrite: role === 'coordinator',
		archive: await newForm(archiveForm)
	};
};

export const actions: Actions = {
	archive: (event) => {
		requireRole(event, 'coordinator');
		return handleForm(event, archiveForm, async (template) => {
			await archiveTemplate(event.locals.supabase, template);
			const said = template.isArchived
				? m.needs_template_was_archived()
				: m.needs_template_was_restored();
			doneAt(event.cookies, '/behov/skabeloner', said);
		});
	}
};
