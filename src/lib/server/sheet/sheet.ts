import { today } from '$lib/domain/shared/day';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Kind = 'text' | 'number' | 'money' | 'date' | 'yesNo';

/** A column of a spreadsheet: what it is called, what kind of cells it has, and their values. */
export interface SheetColumn<Row> {
	header: string;
	kind: Kind;
	/** Text; a number; øre; a day as an ISO date; or yes and no. */
	value: (row: Row) => string | number | boolean | null;
	width?: number;
}

const widths: Record<Kind, number> = { text: 20, number: 12, money: 16, date: 14, yesNo: 12 };

/**
 * A spreadsheet with a header and a row for each row given. Every cell has a type, so that what
 * somebody typed is never read as a formula.
 */
export async function sheetFile<Row>(
	name: string,
	columns: SheetColumn<Row>[],
	rows: AsyncIterable<Row>
): Promise<Buffer<ArrayBuffer>> {
	const data: Cell[][] = [columns.map(({ header }) => ({ value: header, fontWeight: 'bold' }))];
	for await (const row of rows) {
		data.push(columns.map(({ kind, value }) => cellOf(kind, value(row))));
	}
	const file = writeXlsxFile(data, {
		sheet: name,
		columns: columns.map(({ kind, width }) => ({ width: width ?? widths[kind] })),
		stickyRowsCount: 1
	});
	return (await file.toBuffer()) as Buffer<ArrayBuffer>;
}

function cellOf(kind: Kind, value: string | number | boolean | null): Cell {
	if (value === null) return null;
	switch (kind) {
		case 'text':
			return { type: String, value: String(value) };
		case 'number':
			return { type: Number, value: Number(value), format: '#,##0.##' };
		case 'money':
			return { type: Number, value: Number(value) / 100, format: '#,##0.00' };
		case 'date':
			return { type: Date, value: new Date(`${String(value)}T00:00:00Z`), format: 'dd.mm.yyyy' };
		case 'yesNo':
			return { type: Boolean, value: Boolean(value) };
	}
}

/** The answer that a browser saves as a file; the name carries the day on which it was made. */
export function sheetResponse(file: Buffer<ArrayBuffer>, name: string): Response {
	return new Response(file, {
		headers: {
			'Content-Type': SHEET_TYPE,
			'Content-Disposition': `attachment; filename="${name}-${today()}.xlsx"`,
			'Content-Length': String(file.byteLength)
		}
	});
}
