import type { RequestHandler } from './$types';
import { ROLES } from '$lib/domain/members/session';
import { found } from '$lib/server/found';
import { getOrderPaper } from '$lib/server/orders/papers';
import { orderPaper } from '$lib/server/pdf/order';
import { pdfResponse } from '$lib/server/pdf/paper';
import { requireRole } from '$lib/server/session';

/** For both sides of the order. */
export const GET: RequestHandler = async (event) => {
	requireRole(event, ...ROLES);
	const order = await found(getOrderPaper(event.locals.supabase, event.params.id));
	return pdfResponse(orderPaper(order), order.reference);
};
