import type { RequestHandler } from './$types';
import { verdictWords } from '$lib/domain/orders/verdicts';
import { m } from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import { getOrder } from '$lib/server/orders/orders';
import { decisionPaper } from '$lib/server/pdf/decision';
import { pdfResponse } from '$lib/server/pdf/paper';
import { quotesToChoose } from '$lib/server/quotes/choosing';
import { requireRole } from '$lib/server/session';

/** For the job centre only: it tells of the other schools. */
export const GET: RequestHandler = async (event) => {
	requireRole(event, 'broker', 'coordinator', 'approver');
	const { supabase } = event.locals;
	const order = await found(getOrder(supabase, event.params.id));
	const [events, need] = await Promise.all([
		history(supabase, order.need.id),
		found(quotesToChoose(supabase, order.need.id))
	]);
	const held = new Map(
		need.quotes.map((quote) => [quote.id, verdictWords(quote, need, order.funding)])
	);
	return pdfResponse(
		decisionPaper(order, events, held),
		`${m.orders_note_file()}-${order.reference}`
	);
};
