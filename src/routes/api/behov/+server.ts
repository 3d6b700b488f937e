import { readFilter } from '$lib/domain/needs/filter';
import { m } from '$lib/paraglide/messages';
import { allNeeds } from '$lib/server/needs/reading';
import { requireRole, requireSession } from '$lib/server/session';
import { needColumns } from '$lib/server/sheet/needs';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const asking = { jobCentreId: organisationId, userId: requireSession(event).userId };
	const file = await sheetFile(
		m.needs_title(),
		needColumns(),
		allNeeds(event.locals.supabase, asking, readFilter(event.url.searchParams))
	);
	return sheetResponse(file, m.sheet_file_needs());
};
