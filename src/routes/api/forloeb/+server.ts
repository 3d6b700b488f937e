import { PARTS, readPart } from '$lib/domain/engagements/filter';
import { ROLES } from '$lib/domain/members/session';
import { m } from '$lib/paraglide/messages';
import { allEngagements } from '$lib/server/engagements';
import { requireRole } from '$lib/server/session';
import { engagementColumns } from '$lib/server/sheet/engagements';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const acting = requireRole(event, ...ROLES);
	const states = PARTS[readPart(event.url.searchParams)];
	const file = await sheetFile(
		m.engagements_title(),
		engagementColumns(acting.kind),
		allEngagements(event.locals.supabase, acting, states)
	);
	return sheetResponse(file, m.sheet_file_engagements());
};
