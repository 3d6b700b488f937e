import { fail, redirect } from '@sveltejs/kit';
import { formatNumber } from '$lib/domain/shared/format';
import { columnsFor, openImports, startImport } from '$lib/server/catalogue/import';
import { requireRole } from '$lib/server/session';
import { MOST_MEGABYTES, MOST_ROWS, readSheetFile } from '$lib/server/sheet/read';
import { SheetRefused } from '$lib/server/sheet/refused';
import { sheetRefusalWord } from '$lib/server/sheet/words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const [columns, open] = await Promise.all([
		columnsFor(supabase),
		openImports(supabase, organisationId)
	]);
	return {
		/** What the import is called by, so that sending it twice makes one. */
		id: crypto.randomUUID(),
		most: { megabytes: MOST_MEGABYTES, rows: formatNumber(MOST_ROWS) },
		tooLarge: sheetRefusalWord(new SheetRefused('too_large')),
		open: open.map(({ id, fileName, rowCount }) => ({ id, fileName, rowCount })),
		columns: columns.map(({ key, heading, takes }) => ({
			key,
			heading: heading(),
			takes: takes()
		}))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { organisationId } = requireRole(event, 'leader');
		const id = crypto.randomUUID();
		try {
			// A body past the server's limit ends before it is read.
			const sent = await event.request.formData().catch(() => {
				throw new SheetRefused('too_large');
			});
			const file = sent.get('file');
			if (!(file instanceof File)) throw new SheetRefused('missing');
			const sheet = await readSheetFile(file);
			const known = sent.get('id')?.toString() ?? '';
			await startImport(event.locals.supabase, organisationId, {
				id: known || id,
				fileName: file.name || 'ark',
				sheet
			});
			redirect(303, `/moduler/import/${known || id}`);
		} catch (error) {
			if (!(error instanceof SheetRefused)) throw error;
			const path = 'file';
			return fail(400, { errors: [{ path, messages: [sheetRefusalWord(error)] }] });
		}
	}
};
