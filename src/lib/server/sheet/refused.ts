/** Why a file cannot be read as a sheet. */
export type SheetReason =
	| 'missing'
	| 'too_large'
	| 'unpacks_too_large'
	| 'not_a_sheet'
	| 'old_excel'
	| 'macros'
	| 'formula'
	| 'too_many_rows'
	| 'too_many_columns'
	| 'damaged'
	| 'no_rows';

export class SheetRefused extends Error {
	constructor(
		readonly reason: SheetReason,
		/** The cell that it is about, such as `C7`. */
		readonly cell = ''
	) {
		super(reason);
		this.name = 'SheetRefused';
	}
}
