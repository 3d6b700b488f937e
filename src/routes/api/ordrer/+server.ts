import { readFilter } from '$lib/domain/orders/filter';
import { m } from '$lib/paraglide/messages';
import { allOrders } from '$lib/server/orders/orders';
import { requireRole } from '$lib/server/session';
import { orderColumns } from '$lib/server/sheet/orders';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const file = await sheetFile(
		m.orders_title(),
		orderColumns(),
		allOrders(event.locals.supabase, organisationId, readFilter(event.url.searchParams))
	);
	return sheetResponse(file, m.sheet_file_orders());
};
