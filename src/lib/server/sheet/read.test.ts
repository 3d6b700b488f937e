import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MOST_ROWS, readSheetFile } from './read';
import { SheetRefused } from './refused';
import { sheetFile, type SheetColumn } from './sheet';

const fileOf = (content: BlobPart, name = 'moduler.xlsx') => new File([content], name);
const csv = (text: string, name = 'moduler.csv') => readSheetFile(fileOf(text, name));
const refusal = (file: File) =>
	readSheetFile(file).then(
		() => 'read',
		(error: unknown) => (error instanceof SheetRefused ? error : Promise.reject(error))
	);

const types = (of = 'spreadsheetml.sheet.main+xml') =>
	`<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.${of}"/></Types>`;
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A workbook written by hand, so that it can hold what no decent program would write. */
function workbook(sheet: string, more: Record<string, Uint8Array | string> = {}): File {
	const parts: Record<string, string | Uint8Array> = {
		'[Content_Types].xml': types(),
		'xl/workbook.xml': `<workbook xmlns:r="${relation}"><sheets><sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
		...more
	};
	const packed = Object.entries(parts).map(([name, part]) => [
		name,
		typeof part === 'string' ? strToU8(part) : part
	]);
	return fileOf(zipSync(Object.fromEntries(packed)) as BlobPart);
}
const text = (at: string, value: string) =>
	`<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const head = row(1, text('A1', 'Titel') + text('B1', 'Timer'));
const plain = head + row(2, text('A2', 'Dansk') + '<c r="B2"><v>7.5</v></c>');

describe('a spreadsheet', () => {
	test('is read as what was typed into it', async () => {
		interface Line {
			title: string;
			hours: number;
			priceOre: number;
			from: string;
			isDivisible: boolean;
		}
		const columns: SheetColumn<Line>[] = [
			{ header: 'Titel', kind: 'text', value: (line) => line.title },
			{ header: 'Timer', kind: 'number', value: (line) => line.hours },
			{ header: 'Pris', kind: 'money', value: (line) => line.priceOre },
			{ header: 'Fra', kind: 'date', value: (line) => line.from },
			{ header: 'Delt', kind: 'yesNo', value: (line) => line.isDivisible }
		];
		async function* lines(): AsyncGenerator<Line> {
			yield { title: '=1+1', hours: 7.4, priceOre: 123_450, from: '2027-02-01', isDivisible: true };
			yield {
				title: 'Et\nTo',
				hours: 0.1 + 0.2,
				priceOre: 0,
				from: '2027-02-02',
				isDivisible: false
			};
		}
		const file = fileOf(await sheetFile('Moduler', columns, lines()));
		expect(await readSheetFile(file)).toEqual({
			headings: ['Titel', 'Timer', 'Pris', 'Fra', 'Delt'],
			rows: [
				{ number: 2, cells: ['=1+1', '7,4', '1234,5', '2027-02-01', 'ja'] },
				{ number: 3, cells: ['Et\nTo', '0,3', '0', '2027-02-02', 'nej'] }
			]
		});
	});

	test('keeps the numbers of its rows where some are empty', async () => {
		const sheet = row(3, text('B3', 'Titel')) + row(6, text('B6', 'Dansk'));
		expect(await readSheetFile(workbook(sheet))).toEqual({
			headings: ['', 'Titel'],
			rows: [{ number: 6, cells: ['', 'Dansk'] }]
		});
	});

	test('is known by what is in it, not by its name', async () => {
		const file = workbook(plain);
		expect(await readSheetFile(new File([file], 'moduler.csv'))).toMatchObject({
			rows: [{ cells: ['Dansk', '7,5'] }]
		});
		expect(await csv('Titel;Timer\nDansk;7,5', 'moduler.xlsx')).toMatchObject({
			rows: [{ cells: ['Dansk', '7,5'] }]
		});
	});
});

describe('text', () => {
	test.each(['Titel;Fag\r\nKøkken;"a;b"', 'Titel\tFag\nKøkken\ta;b', 'Titel,Fag\nKøkken,a;b\n'])(
		'with any mark between its cells is read: %j',
		async (content) => {
			expect(await csv(content)).toEqual({
				headings: ['Titel', 'Fag'],
				rows: [{ number: 2, cells: ['Køkken', 'a;b'] }]
			});
		}
	);

	test.each([
		['utf-8', Buffer.from('Titel;Fag\nKøkken;Æ')],
		['utf-8 with a mark', Buffer.from('\ufeffTitel;Fag\nKøkken;Æ')],
		['utf-16', Buffer.from('\ufeffTitel;Fag\nKøkken;Æ', 'utf16le')],
		['the Windows of Denmark', Buffer.from('Titel;Fag\nKøkken;Æ', 'latin1')]
	])('in %s is read', async (_, content) => {
		expect(await readSheetFile(fileOf(content, 'a.csv'))).toMatchObject({
			headings: ['Titel', 'Fag'],
			rows: [{ cells: ['Køkken', 'Æ'] }]
		});
	});

	test('may have rows that are shorter, empty, or have lines within a cell', async () => {
		expect(await csv('Titel;Mål;\n\nDansk\nTruck;"Et\nTo"')).toEqual({
			headings: ['Titel', 'Mål'],
			rows: [
				{ number: 3, cells: ['Dansk', ''] },
				{ number: 4, cells: ['Truck', 'Et\nTo'] }
			]
		});
	});
});

describe('what is refused', () => {
	const many = (count: number) =>
		Array.from({ length: count }, (_, index) => `Modul ${index};1`).join('\n');
	const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
	const legacy = Buffer.from('d0cf11e0a1b11ae1', 'hex');
	const entity = '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>';

	test.each<[string, string, () => File]>([
		['nothing', 'missing', () => fileOf('')],
		['a file of 6 MB', 'too_large', () => fileOf(zeros(6))],
		['a zip bomb', 'unpacks_too_large', () => workbook(plain, { 'xl/a.xml': zeros(40) })],
		['an old Excel file', 'old_excel', () => fileOf(legacy)],
		['a picture', 'not_a_sheet', () => fileOf(Buffer.from('89504e470d0a1a0a00000d', 'hex'))],
		['a PDF', 'not_a_sheet', () => fileOf('%PDF-1.7 ...', 'a.csv')],
		['a web page', 'not_a_sheet', () => fileOf('<!doctype html><table>', 'a.xls')],
		[
			'some other zip',
			'not_a_sheet',
			() => fileOf(zipSync({ 'a.xml': strToU8('<a/>') }) as BlobPart)
		],
		[
			'a document of Word',
			'not_a_sheet',
			() => workbook(plain, { '[Content_Types].xml': types('wordprocessingml.document.main+xml') })
		],
		['macros', 'macros', () => workbook(plain, { 'xl/vbaProject.bin': strToU8('Sub') })],
		[
			'a workbook that may have macros',
			'macros',
			() =>
				workbook(plain, { '[Content_Types].xml': types('ms-excel.sheet.macroEnabled.main+xml') })
		],
		[
			'a formula',
			'formula',
			() => workbook(head + row(2, '<c r="A2"/><c r="B2"><f>1+1</f><v>2</v></c>'))
		],
		['a formula in text', 'formula', () => fileOf('Titel;Timer\nDansk;=1+1', 'a.csv')],
		['entities', 'damaged', () => workbook('', { 'xl/worksheets/sheet1.xml': entity })],
		['half a workbook', 'damaged', () => fileOf(workbook(plain).slice(0, 300))],
		['100 000 rows', 'too_many_rows', () => fileOf(`Titel;Timer\n${many(100_000)}`, 'a.csv')],
		['a cell far down', 'too_many_rows', () => workbook(head + row(1_048_576, ''))],
		[
			'a cell far out',
			'too_many_columns',
			() => workbook(head + row(2, '<c r="XFD2"><v>1</v></c>'))
		],
		['101 columns', 'too_many_columns', () => fileOf(`a${';b'.repeat(100)}\n1`, 'a.csv')],
		['headings alone', 'no_rows', () => workbook(head)]
	])('%s is %s', async (_, reason, file) => {
		const found = await refusal(file());
		expect(found).toMatchObject({ reason });
		if (reason === 'formula') expect(found).toMatchObject({ cell: 'B2' });
	});

	test('is not the largest that may come', async () => {
		const { rows } = await csv(`Titel;Timer\n${many(MOST_ROWS)}`);
		expect(rows).toHaveLength(MOST_ROWS);
	});
});
