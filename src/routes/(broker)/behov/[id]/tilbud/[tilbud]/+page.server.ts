import { mayHandle } from '$lib/domain/needs/need';
import { canChoose, isLive } from '$lib/domain/orders/states';
import { verdictWords } from '$lib/domain/orders/verdicts';
import { withChanges } from '$lib/domain/quotes/changes';
import { today } from '$lib/domain/shared/day';
import { found } from '$lib/server/found';
import { quoteForNeed } from '$lib/server/quotes/one';
import { requireRole, requireSession } from '$lib/server/session';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'broker', 'coordinator', 'approver');
	const { id, tilbud } = event.params;
	const { askedModule, ...matter } = await found(quoteForNeed(event.locals.supabase, id, tilbud));
	const { need, quote, list, all } = matter;
	return {
		needId: id,
		...matter,
		verdicts: verdictWords({ ...quote, askedModule, module: list }, need, need.funding),
		/** Sent before this one. Worded here, so that the page does not carry it in two languages. */
		earlier: withChanges(all).slice(all.indexOf(quote) + 1),
		mayChoose: canChoose(need) && isLive(quote, today()) && mayHandle(need, requireSession(event))
	};
};
