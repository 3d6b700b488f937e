import { pageNumber } from '$lib/components/ui/Pager.svelte';
import { MODULE_STATES } from '$lib/domain/catalogue/module';
import { ownModules } from '$lib/server/catalogue/modules';
import { found } from '$lib/server/found';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const asked = event.url.searchParams.get('tilstand');
	const state = MODULE_STATES.find((each) => each === asked) ?? null;
	const page = pageNumber(event.url);
	return {
		state,
		size: PAGE_SIZE,
		modules: await found(ownModules(event.locals.supabase, organisationId, { state, page }))
	};
};
