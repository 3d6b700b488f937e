import { readEngagementFilter } from '$lib/domain/insight/filter';
import { namesByKey } from '$lib/domain/insight/words';
import { m } from '$lib/paraglide/messages';
import { groupNames, subjectNames } from '$lib/server/insight/names';
import { allEngagements } from '$lib/server/insight/rows';
import { requireRole } from '$lib/server/session';
import { engagementColumns } from '$lib/server/sheet/insight';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const [groups, subjects] = await Promise.all([groupNames(supabase), subjectNames(supabase)]);
	const file = await sheetFile(
		m.insight_sheet_engagements(),
		engagementColumns(namesByKey(groups), namesByKey(subjects)),
		allEngagements(supabase, organisationId, readEngagementFilter(event.url.searchParams))
	);
	return sheetResponse(file, m.insight_file_engagements());
};
