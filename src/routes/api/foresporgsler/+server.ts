import { PARTS, readPart } from '$lib/domain/quotes/filter';
import { m } from '$lib/paraglide/messages';
import { allRequests } from '$lib/server/quotes/answering';
import { requireRole } from '$lib/server/session';
import { requestColumns } from '$lib/server/sheet/quotes';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const states = PARTS[readPart(event.url.searchParams)];
	const file = await sheetFile(
		m.quotes_requests_title(),
		requestColumns(),
		allRequests(event.locals.supabase, organisationId, states)
	);
	return sheetResponse(file, m.sheet_file_requests());
};
