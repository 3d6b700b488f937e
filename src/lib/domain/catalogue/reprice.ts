/** A change of price for many modules at once. Whole øre throughout; what is with in the price stays with in it. */
import type { PriceItem, PriceStep, PriceTerms } from './price';

export const PRICE_WAYS = ['percent_up', 'percent_down', 'amount_up', 'amount_down'] as const;
export type PriceWay = (typeof PRICE_WAYS)[number];
/** The teaching alone, with its steps for groups; or every line. */
export const PRICE_SCOPES = ['teaching', 'all'] as const;
/** Kroner that a new price is a whole number of. */
export const ROUNDINGS = ['1', '5', '10'] as const;

/** The dearest that a line may be, as in the database. */
const MOST_ORE = 100_000_000;

export interface PriceChange {
	way: PriceWay;
	/** Per cent, with at most two decimals, or øre. */
	size: number;
	scope: (typeof PRICE_SCOPES)[number];
	roundTo: (typeof ROUNDINGS)[number];
}

/** A price as it is and as it would be; a price that cannot be so low or so high says so. */
export interface NewPrice {
	before: number;
	after: number;
	problem: 'too_low' | 'too_high' | null;
}

export interface NewPrices {
	/** In the order of the list. */
	lines: (NewPrice & { item: PriceItem })[];
	steps: (NewPrice & { step: PriceStep })[];
}

/** What the prices of a module become. */
export function newPrices(terms: PriceTerms, change: PriceChange): NewPrices {
	const changed = (ore: number, isTeaching: boolean): NewPrice => {
		const after = change.scope === 'all' || isTeaching ? newPrice(ore, change) : ore;
		const problem =
			after <= 0 && ore > 0 ? 'too_low' : after > MOST_ORE && after !== ore ? 'too_high' : null;
		return { before: ore, after, problem };
	};
	return {
		lines: terms.prices.map((item) => ({
			item,
			...changed(item.unitPriceOre, item.kind === 'teaching')
		})),
		steps: terms.priceSteps.map((step) => ({ step, ...changed(step.unitPriceOre, true) }))
	};
}

/** Rounded to the nearest, half up; but what goes up is never rounded down past what it was, nor the other way. */
function newPrice(ore: number, { way, size, roundTo }: PriceChange): number {
	if (ore === 0) return 0;
	const [kind, direction] = way.split('_') as ['percent' | 'amount', 'up' | 'down'];
	const sign = direction === 'up' ? 1 : -1;
	const unit = Number(roundTo) * 100;
	// Hundredths of a per cent, so that every step before the rounding is a whole number.
	const exact =
		kind === 'percent'
			? [ore * (10_000 + sign * Math.round(size * 100)), 10_000 * unit]
			: [ore + sign * size, unit];
	const rounded = Math.floor((2 * exact[0]! + exact[1]!) / (2 * exact[1]!)) * unit;
	return direction === 'up' ? Math.max(ore, rounded) : Math.min(ore, rounded);
}

/** All prices of a module, as they would be. */
const all = ({ lines, steps }: NewPrices): NewPrice[] => [...lines, ...steps];
export const isChanged = (prices: NewPrices) =>
	all(prices).some(({ before, after }) => before !== after);
export const isPossible = (prices: NewPrices) => all(prices).every(({ problem }) => !problem);

export interface Validity {
	priceValidFrom: string | null;
	priceValidUntil: string | null;
}

/** The dates that change: a new beginning brings a new end, if only none; a new end alone leaves the beginning. */
export function newDates(change: {
	validFrom: string | null;
	validUntil: string | null;
}): Partial<Validity> {
	const { validFrom, validUntil } = change;
	if (validFrom) return { priceValidFrom: validFrom, priceValidUntil: validUntil };
	return validUntil ? { priceValidUntil: validUntil } : {};
}

/** Whether prices hold for at least a day. */
export const isInOrder = ({ priceValidFrom, priceValidUntil }: Validity) =>
	!priceValidFrom || !priceValidUntil || priceValidFrom <= priceValidUntil;
