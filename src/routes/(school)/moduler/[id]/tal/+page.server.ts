import { error } from '@sveltejs/kit';
import { moduleById } from '$lib/server/catalogue/modules';
import { moduleFigures, moduleLosses } from '$lib/server/catalogue/own';
import { found } from '$lib/server/found';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { id } = event.params;
	const { supabase } = event.locals;
	const [module, months, losses] = await Promise.all([
		found(moduleById(supabase, id)),
		found(moduleFigures(supabase, id)),
		found(moduleLosses(supabase, id))
	]);
	if (module.school.id !== organisationId) error(404);
	return { id, title: module.title, state: module.state, months, losses };
};
