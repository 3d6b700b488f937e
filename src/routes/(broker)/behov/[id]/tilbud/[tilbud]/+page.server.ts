import { found } from '$lib/server/found';
import { quoteForNeed } from '$lib/server/quotes/one';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'broker', 'coordinator', 'approver');
	const { id, tilbud } = event.params;
	return { needId: id, ...(await found(quoteForNeed(event.locals.supabase, id, tilbud))) };
};
