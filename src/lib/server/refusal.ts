import { error as httpError } from '@sveltejs/kit';
import type { PostgrestSingleResponse } from '@supabase/supabase-js';

/** The refusals that the database words itself; `docs/error-codes.md` explains each. */
export class Refusal extends Error {
	constructor(
		/** HTTP status that fits. */
		readonly status: number,
		/** Short code, such as `stale` or `cpr_in_text`. */
		readonly code: string,
		/** What the database adds: the field, who changed the row and when, numbers. */
		readonly detail: Record<string, unknown>
	) {
		super(code);
		this.name = 'Refusal';
	}
}

/** The data of an answer; a refusal of ours is thrown as `Refusal`, anything else as it came. */
export function unwrap<T>(answer: PostgrestSingleResponse<T>): T {
	const { error } = answer;
	if (!error) return answer.data;
	const own = /^PT(\d{3})$/.exec(error.code ?? '');
	if (own) throw new Refusal(Number(own[1]), error.message, detailOf(error.details));
	// A malformed id in an address is a page that does not exist, not a fault.
	if (error.code === '22P02') httpError(404);
	refuseWhenDown(error.code, answer.status);
	throw new BackendError(error.code ?? 'unknown', answer.status);
}

/** A backend that is out of reach or starting is no fault of this page, and passes: 503. */
export function refuseWhenDown(code: string | undefined, status: number): void {
	const down = status === 0 || [502, 503, 504].includes(status);
	if (down || /^(08|53|57|PGRST00)/.test(code ?? '')) httpError(503, 'backend_down');
}

/** The database failed or refused for a reason that nobody outside needs to know. */
export class BackendError extends Error {
	constructor(
		readonly code: string,
		/** HTTP status of the API's answer; 0 when none came. */
		readonly status: number
	) {
		super(`backend error ${code} (${status})`);
		this.name = 'BackendError';
	}
}

function detailOf(text: string | null): Record<string, unknown> {
	try {
		return text ? (JSON.parse(text) as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}
