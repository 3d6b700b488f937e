import { mayHandle } from '$lib/domain/needs/need';
import { canChoose, isLive } from '$lib/domain/orders/states';
import { today } from '$lib/domain/shared/day';
import { found } from '$lib/server/found';
import { quoteForNeed } from '$lib/server/quotes/one';
import { requireRole, requireSession } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'broker', 'coordinator', 'approver');
	const { id, tilbud } = event.params;
	const matter = await found(quoteForNeed(event.locals.supabase, id, tilbud));
	const { need, quote } = matter;
	return {
		needId: id,
		...matter,
		mayChoose: canChoose(need) && isLive(quote, today()) && mayHandle(need, requireSession(event))
	};
};
