import { readDeclineFilter } from '$lib/domain/insight/filter';
import { namesByKey } from '$lib/domain/insight/words';
import { m } from '$lib/paraglide/messages';
import { subjectNames } from '$lib/server/insight/names';
import { allDeclines } from '$lib/server/insight/rows';
import { requireRole } from '$lib/server/session';
import { declineColumns } from '$lib/server/sheet/insight';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const file = await sheetFile(
		m.insight_sheet_declines(),
		declineColumns(namesByKey(await subjectNames(supabase))),
		allDeclines(supabase, organisationId, readDeclineFilter(event.url.searchParams))
	);
	return sheetResponse(file, m.insight_file_declines());
};
