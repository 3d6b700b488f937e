import type { Module } from '$lib/domain/catalogue/module';
import { m } from '$lib/paraglide/messages';
import { columnsFor } from '$lib/server/catalogue/import';
import { requireRole } from '$lib/server/session';
import { moduleColumns } from '$lib/server/sheet/modules';
import { sheetFile, sheetResponse } from '$lib/server/sheet/sheet';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requireRole(event, 'leader');
	const columns = moduleColumns(await columnsFor(event.locals.supabase));
	const file = await sheetFile(m.catalogue_import_sheet_modules(), columns, noModules());
	return sheetResponse(file, m.catalogue_import_file_template());
};

async function* noModules(): AsyncGenerator<Module> {}
