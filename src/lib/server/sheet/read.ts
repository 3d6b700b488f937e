/** Reads the spreadsheet of somebody whom we do not know. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { SheetRefused } from './refused';
import { firstSheet } from './unpack';

export const MOST_MEGABYTES = 5;
export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 100;
/** No field of ours is longer; what is, is still too long when it is cut. */
const LONGEST_CELL = 2000;

export interface Sheet {
	headings: string[];
	/** Every row that holds something, by its number in the sheet; all cells as they would be typed. */
	rows: { number: number; cells: string[] }[];
}

/** Reads a file by what is in it, whatever it is called, or refuses it and says why. */
export async function readSheetFile(file: File): Promise<Sheet> {
	if (file.size === 0) throw new SheetRefused('missing');
	if (file.size > MOST_MEGABYTES * 1024 * 1024) throw new SheetRefused('too_large');
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetRefused('old_excel');
	const grid = beginsWith(bytes, 0x50, 0x4b) ? await readWorkbook(bytes) : readText(bytes);
	return sheetOf(grid);
}

const beginsWith = (bytes: Uint8Array, ...first: number[]) =>
	first.every((byte, index) => bytes[index] === byte);

async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
	const { workbook, sheet } = firstSheet(bytes);
	refuseFormula(sheet);
	refuseExtent(sheet);
	const rows = await readSheet(Buffer.from(workbook)).catch(() => {
		throw new SheetRefused('damaged');
	});
	return rows.map((row) => row.map(typed));
}

function refuseFormula(sheet: string): void {
	const at = sheet.search(/<(?:\w+:)?f[\s/>]/);
	if (at < 0) return;
	const before = sheet.slice(Math.max(0, at - 500), at);
	const cells = [...before.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"/g)];
	throw new SheetRefused('formula', cells.at(-1)?.[1]);
}

/** Before the rows are laid out: one cell far down would make as many rows as stand above it. */
function refuseExtent(sheet: string): void {
	let rows = 0;
	for (const [, number] of sheet.matchAll(/<(?:\w+:)?row\b(?:[^>]*?\br="(\d+)")?/g)) {
		rows = Math.max(rows + 1, Number(number ?? 0));
		if (rows > MOST_ROWS + 1) throw new SheetRefused('too_many_rows');
	}
	let cells = 0;
	for (const [, column, row] of sheet.matchAll(
		/<(?:\w+:)?c\b(?:[^>]*?\br="([A-Z]{1,3})(\d+)")?/g
	)) {
		if (columnNumber(column ?? '') > MOST_COLUMNS) throw new SheetRefused('too_many_columns');
		if (Number(row ?? 0) > MOST_ROWS + 1) throw new SheetRefused('too_many_rows');
		if (++cells > MOST_ROWS * MOST_COLUMNS) throw new SheetRefused('too_many_columns');
	}
}

/** `A` is 1, `AA` is 27. */
const columnNumber = (letters: string) =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function columnLetters(number: number): string {
	const before = Math.floor((number - 1) / 26);
	return (before ? columnLetters(before) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

/** A cell as it would be typed. */
function typed(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	// What is added up in binary has a tail that nobody typed.
	if (typeof value === 'number') return String(Number(value.toPrecision(12))).replace('.', ',');
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	return String(value);
}

function readText(bytes: Uint8Array): string[][] {
	const text = decode(bytes);
	// Pictures, documents and programs have characters that no text has; pages begin with a tag.
	if (/[^\P{Cc}\s\x7f-\x9f]/u.test(text) || /^\s*(<|%PDF|\{\\rtf|\{\s*")/.test(text)) {
		throw new SheetRefused('not_a_sheet');
	}
	let rows: string[][];
	try {
		rows = parse(text, {
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			to: MOST_ROWS + 2
		});
	} catch {
		throw new SheetRefused('damaged');
	}
	if (rows.length > MOST_ROWS + 1) throw new SheetRefused('too_many_rows');
	rows.forEach((row, index) => {
		if (row.length > MOST_COLUMNS) throw new SheetRefused('too_many_columns');
		const formula = row.findIndex((cell) => /^\s*=/.test(cell));
		if (formula >= 0) {
			throw new SheetRefused('formula', `${columnLetters(formula + 1)}${index + 1}`);
		}
	});
	return rows;
}

/** Excel writes the text of the Windows of its country, unless it is asked for Unicode. */
function decode(bytes: Uint8Array): string {
	if (beginsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** What parts the first line most often; a semicolon where a comma stands in the numbers. */
function delimiterOf(text: string): string {
	const line = text.split(/\r?\n/, 1)[0]!.replace(/"[^"]*"/g, '');
	const times = (mark: string) => line.split(mark).length - 1;
	return [';', '\t', ','].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

function sheetOf(grid: string[][]): Sheet {
	const filled = grid
		.map((row, index) => ({
			number: index + 1,
			cells: row.map((cell) => cell.replaceAll('\r\n', '\n').trim().slice(0, LONGEST_CELL))
		}))
		.filter(({ cells }) => cells.some(Boolean));
	const [head, ...rows] = filled;
	if (!head || rows.length === 0) throw new SheetRefused('no_rows');
	const width = Math.max(...filled.map(({ cells }) => cells.findLastIndex(Boolean) + 1));
	const even = (cells: string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '');
	return {
		headings: even(head.cells),
		rows: rows.map(({ number, cells }) => ({ number, cells: even(cells) }))
	};
}
