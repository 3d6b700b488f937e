/**
 * Quotes side by side: what each costs, what is in it, where it is best, and where it is not what was asked for.
 * Nothing is weighed or scored: people choose, and say why.
 */
import type { DeliveryForm, Place, Support } from '$lib/domain/catalogue/module';
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

/** What the need asked for; null leaves it open. */
export interface Asked {
	hoursWanted: number | null;
	sessionHoursMax: number | null;
	weeklyHoursMax: number | null;
	participants: number;
	place: Place | 'any' | null;
	startsOn: string | null;
	/** The day by which it must be done. */
	endsBy: string | null;
	deliveryForm: DeliveryForm | null;
	support: readonly Support[];
	priceCeilingOre: number | null;
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

/** Where a quote is not what was asked for. */
export type Deviation =
	| { code: 'longer_sessions' | 'longer_weeks'; asked: number; given: number }
	| { code: 'fewer_hours' | 'more_hours'; asked: number; given: number }
	| { code: 'fewer_participants' | 'more_participants'; asked: number; given: number }
	| { code: 'other_place'; asked: Place; given: Place }
	| { code: 'later_start' | 'ends_late'; asked: string; given: string }
	| { code: 'other_form'; asked: DeliveryForm; given: DeliveryForm }
	| { code: 'no_support'; missing: Support[] }
	| { code: 'over_ceiling'; asked: number; given: number };

export function deviations(quote: ComparedQuote, asked: Asked): Deviation[] {
	const found: Deviation[] = [];
	const above = (
		code: 'longer_sessions' | 'longer_weeks' | 'over_ceiling',
		given: number,
		limit: number | null
	) => {
		if (limit !== null && given > limit) found.push({ code, asked: limit, given });
	};
	const unequal = (noun: 'hours' | 'participants', given: number, wanted: number | null) => {
		if (wanted === null || given === wanted) return;
		found.push({ code: given < wanted ? `fewer_${noun}` : `more_${noun}`, asked: wanted, given });
	};
	above('over_ceiling', quote.totalOre, asked.priceCeilingOre);
	above('longer_sessions', quote.sessionHours, asked.sessionHoursMax);
	above('longer_weeks', quote.weeklyHours, asked.weeklyHoursMax);
	unequal('hours', quote.hours, asked.hoursWanted);
	unequal('participants', quote.participants, asked.participants);
	if (asked.place !== null && asked.place !== 'any' && quote.place !== asked.place) {
		found.push({ code: 'other_place', asked: asked.place, given: quote.place });
	}
	// ISO dates sort as text.
	if (asked.startsOn !== null && quote.startsOn > asked.startsOn) {
		found.push({ code: 'later_start', asked: asked.startsOn, given: quote.startsOn });
	}
	const given = endOf(quote);
	if (asked.endsBy !== null && given > asked.endsBy) {
		found.push({ code: 'ends_late', asked: asked.endsBy, given });
	}
	if (asked.deliveryForm !== null && quote.deliveryForm !== asked.deliveryForm) {
		found.push({ code: 'other_form', asked: asked.deliveryForm, given: quote.deliveryForm });
	}
	const missing = asked.support.filter(
		(each) => !quote.lines.some(({ kind }) => kind === SUPPORT_LINES[each])
	);
	if (missing.length > 0) found.push({ code: 'no_support', missing });
	return found;
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

/** The kind of line by which a quote says that a support is in it. */
const SUPPORT_LINES: Record<Support, QuoteLineKind> = {
	pre_meeting: 'pre_meeting',
	screening: 'screening',
	education_buddy: 'support',
	interpreter: 'interpreter',
	home_practice: 'support',
	trade_materials: 'materials',
	workplace_buddy: 'support'
};

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
