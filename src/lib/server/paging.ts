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
