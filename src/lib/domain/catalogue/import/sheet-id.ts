/**
 * The id of a module as a spreadsheet has it: its hexadecimal digits as the letters a to p. As it is written elsewhere, one
 * in a thousand would hold what looks like a CPR number, and no such text is kept. `module_import_batch` reads it.
 */
export const sheetId = (id: string): string =>
	id.replaceAll('-', '').replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
