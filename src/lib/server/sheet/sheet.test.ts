import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { sheetFile, sheetResponse, type SheetColumn } from './sheet';

interface Line {
	title: string;
	hours: number | null;
	priceOre: number;
	startedOn: string | null;
	isCapped: boolean;
}

const columns: SheetColumn<Line>[] = [
	{ header: 'Forløb', kind: 'text', value: (line) => line.title },
	{ header: 'Timer', kind: 'number', value: (line) => line.hours },
	{ header: 'Pris i kr.', kind: 'money', value: (line) => line.priceOre },
	{ header: 'Begyndt', kind: 'date', value: (line) => line.startedOn },
	{ header: 'Under loft', kind: 'yesNo', value: (line) => line.isCapped }
];
const line: Line = {
	title: 'Dansk på jobbet',
	hours: 7.4,
	priceOre: 123_450,
	startedOn: '2026-11-23',
	isCapped: true
};

async function* each(lines: Line[]) {
	yield* lines;
}

test('what is written is read back as numbers, dates and yes or no', async () => {
	const empty = { ...line, hours: null, startedOn: null, isCapped: false };
	const file = await sheetFile('Forløb', columns, each([line, empty]));
	expect(await readSheet(file)).toEqual([
		['Forløb', 'Timer', 'Pris i kr.', 'Begyndt', 'Under loft'],
		['Dansk på jobbet', 7.4, 1234.5, new Date('2026-11-23T00:00:00Z'), true],
		['Dansk på jobbet', null, 1234.5, null, false]
	]);
});

test('text that looks like a formula stays text', async () => {
	// A formula would be read back as what it computes to.
	const titles = ['=1+1', '+45 1234', '-2', '@sum(A1)', '=HYPERLINK("http://x")', '<b>&</b>'];
	const file = await sheetFile(
		'Forløb',
		columns,
		each(titles.map((title) => ({ ...line, title })))
	);
	const [, ...rows] = await readSheet(file);
	expect(rows.map(([title]) => title)).toEqual(titles);
});

test('no rows still make a file with its header', async () => {
	expect(await readSheet(await sheetFile('Forløb', columns, each([])))).toHaveLength(1);
});

test('the file is saved under a name with the day', async () => {
	const response = sheetResponse(await sheetFile('Forløb', columns, each([line])), 'forloeb');
	expect(response.headers.get('content-disposition')).toMatch(
		/^attachment; filename="forloeb-\d{4}-\d{2}-\d{2}\.xlsx"$/
	);
});
