import { readStanding } from '$lib/domain/agreements/filter';
import { m } from '$lib/paraglide/messages';
import { allAgreements } from '$lib/server/agreements';
import { requireRole } from '$lib/server/session';
import { agreementColumns } from '$lib/server/sheet/agreements';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const acting = requireRole(event, 'coordinator', 'leader', 'broker', 'approver');
	const file = await sheetFile(
		m.agreements_title(),
		agreementColumns(acting.kind),
		allAgreements(event.locals.supabase, acting, readStanding(event.url.searchParams))
	);
	return sheetResponse(file, m.sheet_file_agreements());
};
