import type { EngagementState } from './engagement';

/** The name of the part in the address. */
export const PART_PARAM = 'vis';

/** The parts of the list, by their names in the address. */
export const PARTS = {
	igang: ['planned', 'active'],
	afsluttet: ['completed', 'dropped']
} as const satisfies Record<string, readonly EngagementState[]>;
export type Part = keyof typeof PARTS;

/** The part that an address asks for. */
export const readPart = (params: URLSearchParams): Part =>
	params.get(PART_PARAM) === 'afsluttet' ? 'afsluttet' : 'igang';
