import { error } from '@sveltejs/kit';
import { noteForm, removeForm } from '$lib/domain/catalogue/shortlist-form';
import { m } from '$lib/paraglide/messages';
import {
	removeShortlistEntry,
	saveShortlistEntry,
	shortlistEntry
} from '$lib/server/catalogue/favourites';
import { moduleById } from '$lib/server/catalogue/modules';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const LIST = '/favoritter?liste=jobcenter';

/** The job centre's note on a module, which may have gone out of the catalogue since. */
export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { id } = event.params;
	const { supabase } = event.locals;
	const [module, entry] = await Promise.all([
		moduleById(supabase, id),
		shortlistEntry(supabase, organisationId, id)
	]);
	if (!entry && module?.state !== 'published') error(404);
	const version = String(entry?.version ?? 0);
	return {
		title: module?.title ?? m.catalogue_shortlist_away(),
		isListed: entry !== null,
		form: await newForm(noteForm, { version, note: entry?.note }),
		remove: await newForm(removeForm, { version }, { id: 'remove' })
	};
};

export const actions: Actions = {
	save: (event) => {
		const { organisationId } = requireRole(event, 'broker', 'coordinator');
		const { id } = event.params;
		return handleForm(event, noteForm, async (data) => {
			await saveShortlistEntry(event.locals.supabase, organisationId, id, data);
			doneAt(event.cookies, LIST, m.catalogue_shortlist_saved());
		});
	},
	remove: (event) => {
		const { organisationId } = requireRole(event, 'broker', 'coordinator');
		const { id } = event.params;
		return handleForm(event, removeForm, async ({ version }) => {
			await removeShortlistEntry(event.locals.supabase, organisationId, id, version);
			doneAt(event.cookies, LIST, m.catalogue_shortlist_removed());
		});
	}
};
