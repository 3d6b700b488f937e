/** What a school and a job centre have agreed that training costs, and when it holds. */
import type { PriceItem } from '$lib/domain/catalogue/price';

export const AGREEMENT_STATES = ['proposed', 'agreed', 'declined', 'withdrawn', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** How an agreement stands on a day: what is agreed begins, holds and runs out by itself. */
export const STANDINGS = [
	'proposed',
	'upcoming',
	'in_force',
	'expired',
	'ended',
	'declined',
	'withdrawn'
] as const;
export type Standing = (typeof STANDINGS)[number];

interface Period {
	state: AgreementState;
	/** ISO dates, both included. */
	validFrom: string;
	validTo: string;
}

export function standingOf({ state, validFrom, validTo }: Period, day: string): Standing {
	if (state !== 'agreed') return state;
	if (validFrom > day) return 'upcoming';
	return validTo < day ? 'expired' : 'in_force';
}

/** What an agreement is about: a module, or all of a subject at the school. */
export interface Matter {
	moduleId: string | null;
	subjectCode: string | null;
}

/** What is agreed on, as a coordinator writes it. */
export interface AgreementContent extends Matter {
	validFrom: string;
	validTo: string;
	terms: string | null;
	allowsDirectOrder: boolean;
	/** The most that one order without a round of quotes may come to; null for no limit of its own. */
	maxOrderOre: number | null;
	prices: PriceItem[];
}
