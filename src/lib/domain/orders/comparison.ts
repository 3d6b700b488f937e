/**
 * Quotes side by side: what each costs, what is in it, and where it is best. Nothing is weighed or scored: people choose,
 * and say why.
 */
import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import { QUOTE_LINE_KINDS, type QuoteLineKind } from '$lib/domain/catalogue/price';
import { addDays } from '$lib/domain/shared/day';

/** What a quote is compared by. */
export interface ComparedQuote {
	totalOre: number;
	hours: number;
	sessionHours: number;
	weeklyHours: number;
	participants: number;
	place: Place;
	deliveryForm: DeliveryForm;
	/** ISO date. */
	startsOn: string;
	lines: readonly { kind: QuoteLineKind; amountOre: number }[];
}

/** The price of one hour, in whole øre. */
export function perHourOre({ totalOre, hours }: Pick<ComparedQuote, 'totalOre' | 'hours'>): number {
	return Math.round(totalOre / hours);
}

/** The price for one participant, in whole øre. */
export function perParticipantOre({
	totalOre,
	participants
}: Pick<ComparedQuote, 'totalOre' | 'participants'>): number {
	return Math.round(totalOre / participants);
}

export interface ContentRow {
	kind: QuoteLineKind;
	/** For each quote, in their order, what its lines of this kind add up to; null when there are none. */
	amountsOre: (number | null)[];
}

/** What any of the quotes contains, by kind of line, and what that costs in each of them. */
export function contentRows(quotes: readonly Pick<ComparedQuote, 'lines'>[]): ContentRow[] {
	return QUOTE_LINE_KINDS.map((kind) => ({
		kind,
		amountsOre: quotes.map(({ lines }) => {
			const own = lines.filter((line) => line.kind === kind);
			return own.length > 0 ? own.reduce((sum, line) => sum + line.amountOre, 0) : null;
		})
	})).filter(({ amountsOre }) => amountsOre.some((amount) => amount !== null));
}

/** The places in a row that hold its least value. None when there is nothing to tell apart. */
export function leastOf(values: readonly (number | string)[]): boolean[] {
	const [least] = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	const tellsApart = values.some((value) => value !== least);
	return values.map((value) => tellsApart && value === least);
}

/** The last day of the last week that a quote's hours take. */
export function endOf({
	startsOn,
	hours,
	weeklyHours
}: Pick<ComparedQuote, 'startsOn' | 'hours' | 'weeklyHours'>): string {
	// Whole steps of three minutes, as the database counts: 0.1 is no binary fraction. A week that is being typed may be 0.
	const weeks = Math.ceil(Math.round(hours * 20) / Math.max(1, Math.round(weeklyHours * 20)));
	return addDays(startsOn, 7 * weeks - 1);
}

export const ORDERINGS = ['total', 'start', 'hours'] as const;
export type Ordering = (typeof ORDERINGS)[number];

/** Cheapest, earliest or shortest first; ties by price, so that the order is the same every time. */
export function inOrder<Q extends Pick<ComparedQuote, 'totalOre' | 'startsOn' | 'hours'>>(
	quotes: readonly Q[],
	ordering: Ordering
): Q[] {
	const byTotal = (a: Q, b: Q) => a.totalOre - b.totalOre;
	const first: Record<Ordering, (a: Q, b: Q) => number> = {
		total: byTotal,
		start: (a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0),
		hours: (a, b) => a.hours - b.hours
	};
	return quotes.toSorted((a, b) => first[ordering](a, b) || byTotal(a, b));
}
