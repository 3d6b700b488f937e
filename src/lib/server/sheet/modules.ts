import { draftOf, type Column } from '$lib/domain/catalogue/import/columns';
import { sheetId } from '$lib/domain/catalogue/import/sheet-id';
import type { Module } from '$lib/domain/catalogue/module';
import type { SheetColumn } from './sheet';

/** The columns of an import, as an export and the template have them. */
export const moduleColumns = (columns: readonly Column[]): SheetColumn<Module>[] =>
	columns.map(({ key, kind, heading, value }) => ({
		header: heading(),
		kind,
		value: (module) => (key === 'id' ? sheetId(module.id) : value(draftOf(module))),
		...(kind === 'text' && { width: 28 })
	}));
