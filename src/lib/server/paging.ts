import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { Refusal, unwrap } from './refusal';

export const PAGE_SIZE = 20;

/** One page of a list, and how long the whole list is. */
export interface Page<Row> {
	rows: Row[];
	total: number;
}

/** The rows of a page, counted from 1, as `range` takes them. */
export function rangeOf(page: number): [from: number, to: number] {
	return [(page - 1) * PAGE_SIZE, page * PAGE_SIZE - 1];
}

export function pageOf<Row>(answer: PostgrestSingleResponse<Row[]>): Page<Row> {
	// A page behind the last one is a page that does not exist.
	if (answer.status === 416) throw new Refusal(404, 'not_found', {});
	return { rows: unwrap(answer), total: answer.count ?? 0 };
}

/** Rows that an export takes at a time; below what the API gives at most. */
const BATCH = 500;

/** Where an export that goes by ids begins: no row has it, and all come after. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Every row of a list, for an export. Goes on from the last row it saw, by something that is unique in the list and
 * never changes, so that a row that comes or goes or moves meanwhile shifts no other.
 */
export async function* everyRow<Found, Row>(
	ask: (after: string, limit: number) => PromiseLike<PostgrestSingleResponse<Found[]>>,
	read: (found: Found) => Row,
	reference: (row: Row) => string,
	limit = BATCH
): AsyncGenerator<Row> {
	let last = '';
	for (;;) {
		const rows = unwrap(await ask(last, limit)).map(read);
		yield* rows;
		if (rows.length < limit) return;
		last = reference(rows.at(-1)!);
	}
}

/** The same rows in the order in which a list shows them, which may change while they are taken. */
export async function* sorted<Row>(
	rows: AsyncIterable<Row>,
	compare: (a: Row, b: Row) => number
): AsyncGenerator<Row> {
	const all: Row[] = [];
	for await (const row of rows) all.push(row);
	yield* all.sort(compare);
}
