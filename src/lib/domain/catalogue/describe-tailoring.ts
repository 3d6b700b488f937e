/** A tailored module in words; see `tailoring-words` for where they come from. */
import { decimal, formatDate, formatKroner } from '$lib/domain/shared/numbers';
import { inSentence } from '$lib/domain/shared/in-sentence';
import { weeksOf, type PriceLine } from './price';
import type { Correction, Range, Reason, Tailoring } from './tailoring';
import type { TailoringWords } from './tailoring-words';

/** A text with each `#` filled in, in order. */
export function fill(text: string, ...values: (string | number)[]): string {
	return text.split('#').reduce((filled, part, index) => `${filled}${values[index - 1]}${part}`);
}

/** `1 uge`, `12 uger` */
export function counted(
	words: TailoringWords,
	what: keyof TailoringWords['counted'],
	count: number
): string {
	const [one, more] = words.counted[what];
	return count === 1 ? one : fill(more, decimal(count));
}

/** Why something cannot be chosen, as a sentence. */
export function reasonWord(words: TailoringWords, reason: Reason): string {
	const text = words.reasons[reason.code];
	switch (reason.code) {
		case 'whole_only':
			return reason.why ? fill(words.wholeBecause, reason.why) : text;
		case 'needed_by':
			return fill(text, reason.title);
		case 'hours_too_few':
		case 'session_too_short':
		case 'week_too_short':
		case 'week_below_session':
			return fill(text, counted(words, 'hours', reason.least));
		case 'hours_too_many':
		case 'session_too_long':
		case 'week_too_long':
			return fill(text, counted(words, 'hours', reason.most));
		case 'group_too_small':
			return fill(text, reason.least);
		case 'group_too_large':
			return fill(text, reason.most);
		case 'too_soon':
			return fill(text, formatDate(reason.earliest));
		case 'too_far':
			return fill(text, formatDate(reason.latest));
		case 'no_seats':
			return fill(text, counted(words, 'seats', reason.seats));
		default:
			return text;
	}
}

/** What has been put right, and why. */
export function correctionWord(words: TailoringWords, { element, reason }: Correction): string {
	const why = reasonWord(words, reason);
	return element ? fill(words.elementIn, element.title, why) : why;
}

/** `1–3 timer`, or what it always is. */
export function rangeWord(
	words: TailoringWords,
	{ least, most }: Range,
	show: (value: number) => string
): string {
	return least === most
		? fill(words.always, show(most))
		: fill(words.range, decimal(least), show(most));
}

/** How a line comes to its amount, as `12 timer à 600 kr., prisen fra 4 deltagere`. */
export function describeLine(words: TailoringWords, line: PriceLine): string {
	const text = countedLine(words, line);
	switch (line.source.from) {
		case 'list':
			return text;
		case 'step':
			return fill(words.line.step, text, line.source.fromParticipants);
		case 'supplement':
			return fill(words.line.percent, text, line.source.percent);
	}
}

function countedLine(words: TailoringWords, line: PriceLine): string {
	const { kind, model, quantity, unitPriceOre } = line;
	const price = formatKroner(unitPriceOre);
	if (unitPriceOre === 0) return words.line.included;
	const each = (what: keyof TailoringWords['counted']) =>
		fill(words.line.each, counted(words, what, quantity), price);
	switch (model) {
		case 'per_hour':
			return each('hours');
		case 'per_week':
			return each('weeks');
		case 'per_participant':
			return each('participants');
		case 'fixed': {
			const isTeaching = kind === 'teaching' || kind === 'supplement';
			return fill(isTeaching ? words.line.fixed : words.line.once, price);
		}
	}
}

/** A tailoring as facts, with the titles of the elements that are picked. */
export function tailoringFacts(
	words: TailoringWords,
	tailoring: Tailoring,
	elementTitles: readonly string[]
) {
	const { hours, sessionHours, weeklyHours, place, deliveryForm, startsOn } = tailoring;
	const { plan } = words;
	const inHours = (value: number) => counted(words, 'hours', value);
	const weeks = counted(words, 'weeks', weeksOf(hours, weeklyHours));
	return [
		elementTitles.length > 0 && { term: plan.parts, value: elementTitles.join('\n') },
		{ term: plan.hours, value: inHours(hours) },
		{
			term: plan.spread,
			value: fill(plan.spreadOut, inHours(sessionHours), inHours(weeklyHours), weeks)
		},
		{
			term: plan.how,
			value: `${words.places[place]}, ${inSentence(words.deliveryForms[deliveryForm])}`
		},
		{ term: plan.participants, value: counted(words, 'participants', tailoring.participants) },
		tailoring.isUnsocial && { term: plan.time, value: plan.unsocial },
		startsOn !== null && { term: plan.start, value: formatDate(startsOn) }
	].filter((fact) => fact !== false);
}
