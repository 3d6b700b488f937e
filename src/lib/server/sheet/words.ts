import { formatNumber } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { MOST_COLUMNS, MOST_MEGABYTES, MOST_ROWS } from './read';
import type { SheetReason, SheetRefused } from './refused';

const reasons: Record<SheetReason, (cell: string) => string> = {
	missing: () => m.catalogue_import_refused_missing(),
	too_large: () => m.catalogue_import_refused_too_large({ megabytes: MOST_MEGABYTES }),
	unpacks_too_large: () => m.catalogue_import_refused_unpacks_too_large(),
	not_a_sheet: () => m.catalogue_import_refused_not_a_sheet(),
	old_excel: () => m.catalogue_import_refused_old_excel(),
	macros: () => m.catalogue_import_refused_macros(),
	formula: (cell) => m.catalogue_import_refused_formula({ cell }),
	too_many_rows: () => m.catalogue_import_refused_too_many_rows({ rows: formatNumber(MOST_ROWS) }),
	too_many_columns: () => m.catalogue_import_refused_too_many_columns({ columns: MOST_COLUMNS }),
	damaged: () => m.catalogue_import_refused_damaged(),
	no_rows: () => m.catalogue_import_refused_no_rows()
};
/** Why a file cannot be read, and what to do about it. */
export const sheetRefusalWord = ({ reason, cell }: SheetRefused) => reasons[reason](cell);
