import { quantityOf, EMPTY_LINE, type TypedLine } from '$lib/domain/quotes/lines';
import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import type { PriceModel, QuoteLineKind } from '$lib/domain/catalogue/price';
import { deliveryFormWord, placeWord } from '$lib/domain/catalogue/words';
import { decimal, formatDate, formatHours, formatKroner, kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

export const CHANGE_STATES = [
	'proposed',
	'awaiting_approval',
	'accepted',
	'declined',
	'refused',
	'withdrawn',
	'lapsed'
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/**
 * How far start or end may be moved before an approver must agree to it anew. `private.material_in` decides; a test holds this
 * against it.
 */
export const WEEKS_MOVED_FREELY = 4;

/** A change that nobody has settled yet; the order stands as it is meanwhile. */
export const isOpen = ({ state }: { state: ChangeState }) =>
	state === 'proposed' || state === 'awaiting_approval';

export interface Line {
	position: number;
	kind: QuoteLineKind;
	model: PriceModel;
	description: string | null;
	quantity: number;
	unitPriceOre: number;
	amountOre: number;
}

/** What a change may change of an order. */
export interface Terms {
	hours: number;
	weeks: number;
	sessionHours: number;
	weeklyHours: number;
	startsOn: string;
	place: Place;
	deliveryForm: DeliveryForm;
	lines: Line[];
}

/** What holds now: what the last change that took effect says, or the quote as it was accepted. */
export function termsOf<T extends Terms & { revision: number | null }>(
	quote: Terms,
	changes: readonly T[]
): Terms {
	const standing = changes
		.filter(({ revision }) => revision !== null)
		.reduce<T | undefined>(
			(last, each) => (last && last.revision! > each.revision! ? last : each),
			undefined
		);
	const { hours, weeks, sessionHours, weeklyHours, startsOn, place, deliveryForm, lines } =
		standing ?? quote;
	return { hours, weeks, sessionHours, weeklyHours, startsOn, place, deliveryForm, lines };
}

type Rhythm = Pick<Terms, 'sessionHours' | 'weeklyHours'>;

/** The weekly schedule as it was quoted; none once the hours that it fills are others. */
export const scheduleOf = <S extends { weekday: number }>(
	quote: Rhythm & { sessions: readonly S[] },
	{ sessionHours, weeklyHours }: Rhythm
): S[] =>
	quote.sessionHours === sessionHours && quote.weeklyHours === weeklyHours
		? quote.sessions.toSorted((a, b) => a.weekday - b.weekday)
		: [];

type Priced = Omit<Terms, 'lines' | 'weeks'> & { totalOre: number };

/** Hours, start, place and price before and after, those that differ. */
export function changedFacts(before: Priced, after: Priced) {
	const facts = (of: Priced) => [
		{ label: m.orders_row_hours(), text: formatHours(of.hours) },
		{
			label: m.orders_row_rhythm(),
			text: m.orders_rhythm({
				session: formatHours(of.sessionHours),
				week: formatHours(of.weeklyHours)
			})
		},
		{ label: m.orders_row_start(), text: formatDate(of.startsOn) },
		{ label: m.orders_row_place(), text: placeWord(of.place) },
		{ label: m.orders_row_form(), text: deliveryFormWord(of.deliveryForm) },
		{ label: m.orders_line_total(), text: formatKroner(of.totalOre) }
	];
	const earlier = facts(before);
	return facts(after)
		.map(({ label, text }, index) => ({ label, before: earlier[index]!.text, after: text }))
		.filter((fact) => fact.before !== fact.after);
}

/** The terms as the form of a change begins with them, and room for one more line. */
export function typedChange(terms: Terms, participants: number) {
	return {
		hours: decimal(terms.hours),
		sessionHours: decimal(terms.sessionHours),
		weeklyHours: decimal(terms.weeklyHours),
		startsOn: terms.startsOn,
		place: terms.place,
		deliveryForm: terms.deliveryForm,
		participants: String(participants),
		lines: [
			...terms.lines.map((line): TypedLine => ({
				...EMPTY_LINE,
				kind: line.kind,
				model: line.model,
				description: line.description ?? '',
				unitPrice: kroner(line.unitPriceOre),
				// What follows from hours and participants is counted anew when they are changed.
				quantity:
					line.quantity === quantityOf(line.model, { ...terms, participants })
						? ''
						: decimal(line.quantity)
			})),
			EMPTY_LINE
		]
	};
}

const states: Record<ChangeState, () => string> = {
	proposed: m.orders_change_state_proposed,
	awaiting_approval: m.orders_change_state_awaiting_approval,
	accepted: m.orders_change_state_accepted,
	declined: m.orders_change_state_declined,
	refused: m.orders_change_state_refused,
	withdrawn: m.orders_change_state_withdrawn,
	lapsed: m.orders_change_state_lapsed
};
export const changeStateWord = (state: ChangeState) => states[state]();
