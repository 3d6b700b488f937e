import type { RequestState } from '$lib/domain/needs/need';

/** The name of the part in the address. */
export const PART_PARAM = 'vis';

/** The parts of a school's list of requests, by their names in the address. */
export const PARTS = {
	venter: ['sent'],
	besvaret: ['answered'],
	afsluttet: ['declined', 'expired', 'withdrawn']
} as const satisfies Record<string, readonly RequestState[]>;
export type Part = keyof typeof PARTS;

/** The part that an address asks for. */
export function readPart(params: URLSearchParams): Part {
	const asked = params.get(PART_PARAM) ?? '';
	return Object.hasOwn(PARTS, asked) ? (asked as Part) : 'venter';
}
