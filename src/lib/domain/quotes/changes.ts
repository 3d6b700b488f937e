/** What sets a quote apart from the module's price list, and from the quote that it took the place of. */
import { priceLines, type PriceTerms, type QuoteLineKind } from '$lib/domain/catalogue/price';
import { deliveryFormWord, lineKindWord, placeWord } from '$lib/domain/catalogue/words';
import { contentRows } from '$lib/domain/orders/comparison';
import { participantsWord } from '$lib/domain/orders/words';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { QuoteContent } from './quote';
import { weekWord } from './schedule';

interface Priced {
	kind: QuoteLineKind;
	amountOre: number;
}

/** A kind of line that costs something else than before; null where there was, or is, none. */
export interface LineChange {
	kind: QuoteLineKind;
	beforeOre: number | null;
	afterOre: number | null;
}

export function lineChanges(before: readonly Priced[], after: readonly Priced[]): LineChange[] {
	return contentRows([{ lines: before }, { lines: after }])
		.map(({ kind, amountsOre: [beforeOre = null, afterOre = null] }) => ({
			kind,
			beforeOre,
			afterOre
		}))
		.filter(({ beforeOre, afterOre }) => beforeOre !== afterOre);
}

/** What the price list says of as many hours and participants; with its supplement, where the quote has one. */
export function listLines(
	terms: PriceTerms,
	{ hours, participants }: Pick<QuoteContent, 'hours' | 'participants'>,
	lines: readonly { kind: string }[]
) {
	const isUnsocial = lines.some(({ kind }) => kind === 'supplement');
	return priceLines(terms, { hours, participants, isUnsocial });
}

export function lineChangeWord({ kind, beforeOre, afterOre }: LineChange): string {
	const what = lineKindWord(kind);
	if (beforeOre === null)
		return m.quotes_change_added({ what, amount: formatKroner(afterOre ?? 0) });
	if (afterOre === null) return m.quotes_change_dropped({ what, amount: formatKroner(beforeOre) });
	return m.quotes_change_priced({
		what,
		before: formatKroner(beforeOre),
		after: formatKroner(afterOre)
	});
}

export type Plan = Omit<QuoteContent, 'moduleId' | 'lines'>;

/** What a plan says otherwise than the one before it. */
export function planChanges(before: Plan, after: Plan) {
	const earlier = planFacts(before);
	return planFacts(after)
		.map(({ label, text }, index) => ({ label, before: earlier[index]!.text, after: text }))
		.filter((fact) => fact.before !== fact.after);
}

const planFacts = (plan: Plan) => [
	{ label: m.quotes_field_title(), text: plan.title },
	{ label: m.quotes_field_hours(), text: formatHours(plan.hours) },
	{ label: m.quotes_field_session(), text: formatHours(plan.sessionHours) },
	{ label: m.quotes_field_week(), text: formatHours(plan.weeklyHours) },
	{ label: m.quotes_field_participants(), text: participantsWord(plan.participants) },
	{ label: m.quotes_field_place(), text: placeWord(plan.place) },
	{ label: m.quotes_field_form(), text: deliveryFormWord(plan.deliveryForm) },
	{ label: m.quotes_field_start(), text: formatDate(plan.startsOn) },
	{ label: m.quotes_field_valid(), text: formatDate(plan.validUntil) },
	{ label: m.quotes_schedule(), text: weekWord(plan.sessions) || m.quotes_schedule_later() },
	{ label: m.quotes_field_note(), text: plan.note ?? m.quotes_change_nothing() }
];

interface Version extends Plan {
	state: string;
	lines: readonly Priced[];
}

/** Every quote of a school for a need, the latest first, each with what the one that took its place said otherwise. */
export const withChanges = <V extends Version>(all: readonly V[]): (V & { changes: string[] })[] =>
	all.map((quote, index) => {
		const next = all[index - 1];
		const changes =
			quote.state === 'superseded' && next
				? [
						...planChanges(quote, next).map(({ label, before, after }) =>
							m.quotes_change_plan({ what: label, before, after })
						),
						...lineChanges(quote.lines, next.lines).map(lineChangeWord)
					]
				: [];
		return { ...quote, changes };
	});
