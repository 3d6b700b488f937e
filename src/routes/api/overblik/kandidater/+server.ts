import { readCandidateFilter } from '$lib/domain/insight/filter';
import { namesByKey } from '$lib/domain/insight/words';
import { m } from '$lib/paraglide/messages';
import { groupNames, targetGroupNames } from '$lib/server/insight/names';
import { allCandidates } from '$lib/server/insight/rows';
import { requireRole } from '$lib/server/session';
import { candidateColumns } from '$lib/server/sheet/insight';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase } = event.locals;
	const [groups, targetGroups] = await Promise.all([
		groupNames(supabase),
		targetGroupNames(supabase)
	]);
	const file = await sheetFile(
		m.insight_sheet_candidates(),
		candidateColumns(namesByKey(groups), namesByKey(targetGroups)),
		allCandidates(supabase, organisationId, readCandidateFilter(event.url.searchParams))
	);
	return sheetResponse(file, m.insight_file_candidates());
};
