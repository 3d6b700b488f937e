/** A tailored module in words. */
import { decimal, formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { weeksOf, type PriceLine } from './price';
import type { Correction, Range, Reason, Tailoring } from './tailoring';
import { deliveryFormWord, inSentence, placeWord } from './words';

/** Why something cannot be chosen, as a sentence. */
export function reasonWord(reason: Reason): string {
	switch (reason.code) {
		case 'not_offered':
			return m.catalogue_reason_not_offered();
		case 'whole_only':
			return reason.why
				? m.catalogue_reason_whole_because({ why: reason.why })
				: m.catalogue_reason_whole_only();
		case 'mandatory':
			return m.catalogue_reason_mandatory();
		case 'needed_by':
			return m.catalogue_reason_needed_by({ title: reason.title });
		case 'element_gone':
			return m.catalogue_reason_element_gone();
		case 'hours_too_few':
			return m.catalogue_reason_hours_too_few({ hours: formatHours(reason.least) });
		case 'hours_too_many':
			return m.catalogue_reason_hours_too_many({ hours: formatHours(reason.most) });
		case 'session_too_short':
			return m.catalogue_reason_session_too_short({ hours: formatHours(reason.least) });
		case 'session_too_long':
			return m.catalogue_reason_session_too_long({ hours: formatHours(reason.most) });
		case 'week_too_short':
			return m.catalogue_reason_week_too_short({ hours: formatHours(reason.least) });
		case 'week_too_long':
			return m.catalogue_reason_week_too_long({ hours: formatHours(reason.most) });
		case 'week_below_session':
			return m.catalogue_reason_week_below_session({ hours: formatHours(reason.least) });
		case 'group_too_small':
			return m.catalogue_reason_group_too_small({ count: reason.least });
		case 'group_too_large':
			return m.catalogue_reason_group_too_large({ count: reason.most });
		case 'one_at_a_time':
			return m.catalogue_reason_one_at_a_time();
		case 'online_only':
			return m.catalogue_reason_online_only();
		case 'too_soon':
			return m.catalogue_reason_too_soon({ date: formatDate(reason.earliest) });
		case 'too_far':
			return m.catalogue_reason_too_far({ date: formatDate(reason.latest) });
		case 'weekend':
			return m.catalogue_reason_weekend();
		case 'no_seats':
			return reason.seats === 1
				? m.catalogue_reason_no_seats_one()
				: m.catalogue_reason_no_seats({ seats: reason.seats });
		case 'not_an_intake':
			return m.catalogue_reason_not_an_intake();
		case 'no_intake':
			return m.catalogue_reason_no_intake();
	}
}

/** What has been put right, and why. */
export function correctionWord({ element, reason }: Correction): string {
	const why = reasonWord(reason);
	return element ? m.catalogue_tailor_element_in({ title: element.title, reason: why }) : why;
}

/** `1–3 timer`, or what it always is. */
export function rangeWord({ least, most }: Range, show: (value: number) => string): string {
	return least === most
		? m.catalogue_tailor_only({ value: show(most) })
		: m.catalogue_range({ from: decimal(least), to: show(most) });
}

/** How a line comes to its amount, as `12 timer à 600 kr., prisen fra 4 deltagere`. */
export function describeLine(line: PriceLine): string {
	const counted = countedLine(line);
	switch (line.source.from) {
		case 'list':
			return counted;
		case 'step':
			return m.catalogue_line_step({ line: counted, count: line.source.fromParticipants });
		case 'supplement':
			return m.catalogue_line_percent({ line: counted, percent: line.source.percent });
	}
}

function countedLine({ kind, model, quantity, unitPriceOre }: PriceLine): string {
	const price = formatKroner(unitPriceOre);
	if (unitPriceOre === 0) return m.catalogue_price_no_charge();
	switch (model) {
		case 'per_hour':
			return m.catalogue_line_hours({ hours: formatHours(quantity), price });
		case 'per_week':
			return quantity === 1
				? m.catalogue_line_weeks_one({ price })
				: m.catalogue_line_weeks({ count: quantity, price });
		case 'per_participant':
			return quantity === 1
				? m.catalogue_line_participants_one({ price })
				: m.catalogue_line_participants({ count: quantity, price });
		case 'fixed':
			return kind === 'teaching' || kind === 'supplement'
				? m.catalogue_price_fixed({ price })
				: m.catalogue_price_once({ price });
	}
}

export const weeksWord = (count: number) =>
	count === 1 ? m.catalogue_tailor_weeks_one() : m.catalogue_tailor_weeks({ count });
export const sessionsWord = (count: number) =>
	count === 1 ? m.catalogue_tailor_sessions_one() : m.catalogue_tailor_sessions({ count });
export const seatsWord = (count: number) =>
	count === 1 ? m.catalogue_tailor_seats_one() : m.catalogue_tailor_seats({ count });
export const participantsWord = (count: number) =>
	count === 1 ? m.catalogue_participant_one() : m.catalogue_participants({ count });

/** A tailoring as facts, with the titles of the elements that are picked. */
export function tailoringFacts(tailoring: Tailoring, elementTitles: readonly string[]) {
	const { hours, sessionHours, weeklyHours } = tailoring;
	return [
		...(elementTitles.length > 0
			? [{ term: m.catalogue_plan_parts(), value: elementTitles.join('\n') }]
			: []),
		{ term: m.catalogue_plan_hours(), value: formatHours(hours) },
		{
			term: m.catalogue_plan_spread(),
			value: m.catalogue_plan({
				session: formatHours(sessionHours),
				week: formatHours(weeklyHours),
				weeks: weeksWord(weeksOf(hours, weeklyHours))
			})
		},
		{
			term: m.catalogue_plan_how(),
			value: `${placeWord(tailoring.place)}, ${inSentence(deliveryFormWord(tailoring.deliveryForm))}`
		},
		{ term: m.catalogue_fact_participants(), value: participantsWord(tailoring.participants) },
		...(tailoring.isUnsocial
			? [{ term: m.catalogue_plan_time(), value: m.catalogue_plan_unsocial() }]
			: []),
		...(tailoring.startsOn
			? [{ term: m.catalogue_plan_start(), value: formatDate(tailoring.startsOn) }]
			: [])
	];
}
