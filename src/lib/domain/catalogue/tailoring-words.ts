/**
 * The words of tailoring, in the reader's language. A page that tailors as one clicks gets them from the server, since
 * messages carry every language: so these are plain texts, in which a `#` is filled in with what is chosen.
 */
import { m } from '$lib/paraglide/messages';
import { DELIVERY_FORMS, PLACES } from './module';
import { QUOTE_LINE_KINDS } from './price';
import type { Reason } from './tailoring';
import { deliveryFormWord, lineKindWord, placeWord } from './words';

/** A text for one, and a text for more. */
type OneOrMore = readonly [one: string, more: string];

const HERE = '#';

export const tailoringWords = () => ({
	places: byCode(PLACES, placeWord),
	deliveryForms: byCode(DELIVERY_FORMS, deliveryFormWord),
	lineKinds: byCode(QUOTE_LINE_KINDS, lineKindWord),
	reasons: {
		not_offered: m.catalogue_reason_not_offered(),
		whole_only: m.catalogue_reason_whole_only(),
		mandatory: m.catalogue_reason_mandatory(),
		needed_by: m.catalogue_reason_needed_by({ title: HERE }),
		element_gone: m.catalogue_reason_element_gone(),
		hours_too_few: m.catalogue_reason_hours_too_few({ hours: HERE }),
		hours_too_many: m.catalogue_reason_hours_too_many({ hours: HERE }),
		session_too_short: m.catalogue_reason_session_too_short({ hours: HERE }),
		session_too_long: m.catalogue_reason_session_too_long({ hours: HERE }),
		week_too_short: m.catalogue_reason_week_too_short({ hours: HERE }),
		week_too_long: m.catalogue_reason_week_too_long({ hours: HERE }),
		week_below_session: m.catalogue_reason_week_below_session({ hours: HERE }),
		group_too_small: m.catalogue_reason_group_too_small({ count: HERE }),
		group_too_large: m.catalogue_reason_group_too_large({ count: HERE }),
		one_at_a_time: m.catalogue_reason_one_at_a_time(),
		online_only: m.catalogue_reason_online_only(),
		too_soon: m.catalogue_reason_too_soon({ date: HERE }),
		too_far: m.catalogue_reason_too_far({ date: HERE }),
		weekend: m.catalogue_reason_weekend(),
		no_seats: m.catalogue_reason_no_seats({ seats: HERE }),
		not_an_intake: m.catalogue_reason_not_an_intake(),
		no_intake: m.catalogue_reason_no_intake()
	} satisfies Record<Reason['code'], string>,
	wholeBecause: m.catalogue_reason_whole_because({ why: HERE }),
	elementIn: m.catalogue_tailor_element_in({ title: HERE, reason: HERE }),
	takenOut: m.catalogue_tailor_taken_out({ what: HERE, title: HERE }),
	always: m.catalogue_tailor_only({ value: HERE }),
	range: m.catalogue_range({ from: HERE, to: HERE }),
	counted: {
		hours: [m.common_hour_one(), m.common_hours({ hours: HERE })],
		weeks: [m.catalogue_tailor_weeks_one(), m.catalogue_tailor_weeks({ count: HERE })],
		sessions: [m.catalogue_tailor_sessions_one(), m.catalogue_tailor_sessions({ count: HERE })],
		participants: [m.catalogue_participant_one(), m.catalogue_participants({ count: HERE })],
		seats: [m.catalogue_tailor_seats_one(), m.catalogue_tailor_seats({ count: HERE })]
	} satisfies Record<string, OneOrMore>,
	line: {
		each: m.catalogue_line_each({ what: HERE, price: HERE }),
		fixed: m.catalogue_price_fixed({ price: HERE }),
		once: m.catalogue_price_once({ price: HERE }),
		included: m.catalogue_price_no_charge(),
		step: m.catalogue_line_step({ line: HERE, count: HERE }),
		percent: m.catalogue_line_percent({ line: HERE, percent: HERE })
	},
	plan: {
		parts: m.catalogue_plan_parts(),
		hours: m.catalogue_plan_hours(),
		spread: m.catalogue_plan_spread(),
		spreadOut: m.catalogue_plan({ session: HERE, week: HERE, weeks: HERE }),
		how: m.catalogue_plan_how(),
		participants: m.catalogue_fact_participants(),
		time: m.catalogue_plan_time(),
		unsocial: m.catalogue_plan_unsocial(),
		start: m.catalogue_plan_start()
	}
});
export type TailoringWords = ReturnType<typeof tailoringWords>;

/** What only the panel says. */
export const panelWords = () => ({
	...tailoringWords(),
	title: m.catalogue_tailor_title(),
	elements: m.catalogue_tailor_elements(),
	hours: m.catalogue_tailor_hours(),
	hoursUnit: m.common_hours_suffix(),
	whole: m.catalogue_tailor_whole({ hours: HERE }),
	sessionHours: m.catalogue_tailor_session(),
	weeklyHours: m.catalogue_tailor_week(),
	group: m.catalogue_tailor_group(),
	place: m.catalogue_fact_place(),
	deliveryForm: m.catalogue_fact_form(),
	fixed: m.catalogue_tailor_fixed({ what: HERE }),
	notOffered: m.catalogue_tailor_not_offered({ what: HERE }),
	start: m.catalogue_tailor_start(),
	earliest: m.catalogue_tailor_earliest({ date: HERE }),
	intakes: m.catalogue_tailor_intakes(),
	noIntakes: m.catalogue_tailor_no_intakes(),
	isUnsocial: m.catalogue_tailor_unsocial(),
	supplement: m.catalogue_tailor_supplement({ percent: HERE }),
	noSupplement: m.catalogue_tailor_no_supplement(),
	calculate: m.catalogue_tailor_calculate(),
	lines: m.catalogue_tailor_lines(),
	priceNote: m.catalogue_price_note(),
	priceUntil: m.catalogue_tailor_price_until({ date: HERE }),
	priceFrom: m.catalogue_tailor_price_from({ date: HERE }),
	total: m.catalogue_price_total(),
	each: m.catalogue_tailor_each({ price: HERE }),
	fromTo: m.catalogue_tailor_from_to({ start: HERE, end: HERE }),
	copy: m.catalogue_tailor_copy(),
	copied: m.catalogue_tailor_copied(),
	print: m.catalogue_tailor_print(),
	chosen: m.catalogue_tailor_chosen(),
	address: m.catalogue_tailor_address()
});
export type PanelWords = ReturnType<typeof panelWords>;

const byCode = <Code extends string>(codes: readonly Code[], word: (code: Code) => string) =>
	Object.fromEntries(codes.map((code) => [code, word(code)])) as Record<Code, string>;
