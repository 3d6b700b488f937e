import { formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { ModuleContent } from './module';
import {
	priceLines,
	totalOre,
	weeksOf,
	type PriceItem,
	type PriceLine,
	type PriceTerms
} from './price';
import { inSentence, lineKindWord, listWords } from './words';

type Items = readonly PriceItem[];

const teachingOf = (items: Items) => items.find((item) => item.kind === 'teaching');
const oneOffs = (items: Items) => items.filter((item) => item.kind !== 'teaching');

/** What the teaching costs, as `600 kr. i timen` or `2.800 kr. om ugen med 2 timer`; null without a price. */
export function describePrice(items: Items): string | null {
	const teaching = teachingOf(items);
	return teaching ? describeItem(teaching) : null;
}

/** What one line of a price list costs. */
export function describeItem({ kind, model, unitPriceOre, weeklyHours }: PriceItem): string {
	const isTeaching = kind === 'teaching';
	if (unitPriceOre === 0) {
		return isTeaching ? m.catalogue_price_free() : m.catalogue_price_no_charge();
	}
	const price = formatKroner(unitPriceOre);
	switch (model) {
		case 'per_hour':
			return m.catalogue_price_per_hour({ price });
		case 'per_week':
			return m.catalogue_price_per_week({ price, hours: formatHours(weeklyHours ?? 0) });
		case 'per_participant':
			return m.catalogue_price_per_participant({ price });
		case 'fixed':
			return isTeaching ? m.catalogue_price_fixed({ price }) : m.catalogue_price_once({ price });
	}
}

/** What is paid beside the teaching, as `plus formøde og materialer`; null when nothing is. */
export function describeAdded(items: Items): string | null {
	const paid = oneOffs(items).filter((item) => item.unitPriceOre > 0);
	return paid.length > 0 ? m.catalogue_price_added({ what: named(paid) }) : null;
}

/** What the price holds at no further cost, as `med formøde og screening`; null when nothing is named. */
export function describeIncluded(items: Items): string | null {
	const free = oneOffs(items).filter((item) => item.unitPriceOre === 0);
	return free.length > 0 ? m.catalogue_price_included({ what: named(free) }) : null;
}

const named = (items: Items) => listWords(items.map((item) => inSentence(lineKindWord(item.kind))));

/** What a module comes to for so many hours and participants, with every line. */
export interface PriceExample {
	hours: number;
	participants: number;
	/** Weeks that are paid for, when the price is by the week. */
	weeks: number | null;
	lines: PriceLine[];
	totalOre: number;
	perParticipantOre: number;
}

/**
 * A module's price worked out: the least that can be bought and the whole length for the
 * smallest group, and the whole length for a full one when it takes more.
 */
export function priceExamples(
	module: PriceTerms &
		Pick<ModuleContent, 'hours' | 'minimumHours' | 'minParticipants' | 'maxParticipants'>
): PriceExample[] {
	const { hours, minimumHours, minParticipants: fewest, maxParticipants: most, prices } = module;
	const teaching = teachingOf(prices);
	if (!teaching || !hours) return [];

	const example = (length: number, participants: number): PriceExample => {
		const lines = priceLines(module, { hours: length, participants });
		const total = totalOre(lines);
		return {
			hours: length,
			participants,
			weeks: teaching.weeklyHours ? weeksOf(length, teaching.weeklyHours) : null,
			lines,
			totalOre: total,
			perParticipantOre: Math.round(total / participants)
		};
	};
	return [
		...(minimumHours && minimumHours < hours ? [example(minimumHours, fewest)] : []),
		example(hours, fewest),
		...(most > fewest ? [example(hours, most)] : [])
	];
}
