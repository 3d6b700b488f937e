import { m } from '$lib/paraglide/messages';
import { columnsFor, everyOwnModule } from '$lib/server/catalogue/import';
import { requireRole } from '$lib/server/session';
import { moduleColumns } from '$lib/server/sheet/modules';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const file = await sheetFile(
		m.catalogue_import_sheet_modules(),
		moduleColumns(await columnsFor(supabase)),
		everyOwnModule(supabase, organisationId)
	);
	return sheetResponse(file, m.catalogue_import_file_modules());
};
