import { pageNumber } from '$lib/components/ui/pages';
import { readOwnFilter } from '$lib/domain/catalogue/own';
import { m } from '$lib/paraglide/messages';
import {
	confirmModules,
	listOwnModules,
	pauseModules,
	publishModules
} from '$lib/server/catalogue/own';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import { changePicked, copy } from './change';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { locals, url } = event;
	const filter = readOwnFilter(url.searchParams);
	const modules = await found(
		listOwnModules(locals.supabase, organisationId, filter, pageNumber(url))
	);
	return {
		filter,
		size: PAGE_SIZE,
		modules,
		/** What a copy of each would be called by, so that pressing twice makes one. */
		copies: Object.fromEntries(modules.rows.map(({ id }) => [id, crypto.randomUUID()]))
	};
};

export const actions: Actions = {
	confirm: changePicked(confirmModules, (count) =>
		count === 1 ? m.catalogue_own_confirmed_one() : m.catalogue_own_confirmed_many({ count })
	),
	pause: changePicked(pauseModules, (count) =>
		count === 1 ? m.catalogue_own_paused_one() : m.catalogue_own_paused_many({ count })
	),
	publish: changePicked(publishModules, (count) =>
		count === 1 ? m.catalogue_own_published_one() : m.catalogue_own_published_many({ count })
	),
	copy
};
