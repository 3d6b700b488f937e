/**
 * A module made to fit: what is picked, how it is spread out, and what that costs. Worked out on the page at each
 * click, on the server when there is no script, and again where a tailoring becomes a need or a quote. The database
 * computes the price of a stored tailoring once more (private.tailoring_price).
 */
import { addDays } from '$lib/domain/shared/day';
import type { DeliveryForm, ModuleContent, ModuleElement, Offering, Place } from './module';
import { priceLines, totalOre, weeksOf, type PriceLine } from './price';

/** A module as somebody would have it. */
export interface Tailoring {
	/** Numbers of the elements that are picked, in the module's order; none for a module without elements. */
	elements: number[];
	hours: number;
	/** The length of a session, and the hours of a week. */
	sessionHours: number;
	weeklyHours: number;
	place: Place;
	deliveryForm: DeliveryForm;
	participants: number;
	/** In evenings or at weekends. */
	isUnsocial: boolean;
	/** ISO date; null when no intake is left that can be had. */
	startsOn: string | null;
}

/** What is asked for; what is not said is as the module usually is. */
export type Wish = { [K in keyof Tailoring]?: NonNullable<Tailoring[K]> };

/** Why something cannot be chosen, with the numbers that decide it. */
export type Reason =
	| { code: 'not_offered' }
	| { code: 'whole_only'; why: string | null }
	| { code: 'mandatory' }
	| { code: 'needed_by'; title: string }
	| { code: 'element_gone' }
	| { code: 'hours_too_few'; least: number }
	| { code: 'hours_too_many'; most: number }
	| { code: 'session_too_short'; least: number }
	| { code: 'session_too_long'; most: number }
	| { code: 'week_too_short'; least: number }
	| { code: 'week_too_long'; most: number }
	| { code: 'week_below_session'; least: number }
	| { code: 'group_too_small'; least: number }
	| { code: 'group_too_large'; most: number }
	| { code: 'one_at_a_time' }
	| { code: 'online_only' }
	| { code: 'too_soon'; earliest: string }
	| { code: 'too_far'; latest: string }
	| { code: 'weekend' }
	| { code: 'no_seats'; seats: number }
	| { code: 'not_an_intake' }
	| { code: 'no_intake' };

/** Where a wish could not be followed. */
export interface Correction {
	field: keyof Tailoring;
	/** The element that is in though it was not picked. */
	element?: ModuleElement;
	reason: Reason;
}

/** One of several choices, and why it cannot be made now. */
export interface Choice<T> {
	value: T;
	ruledOut: Reason | null;
}

export interface ElementChoice {
	element: ModuleElement;
	isPicked: boolean;
	/** Why it cannot be taken out. */
	locked: Reason | null;
}

export interface Range {
	least: number;
	most: number;
}

/** A tailoring that the module allows, what it comes to, and what else could be chosen. */
export interface Tailored extends Tailoring {
	lines: PriceLine[];
	totalOre: number;
	/** Rounded to whole øre. */
	perParticipantOre: number;
	weeks: number;
	sessions: number;
	/** The day of the last session, when a week's sessions are on days that follow each other. */
	endsOn: string | null;
	/** The first day that the school can begin. */
	earliestStart: string | null;
	/** Whether the list's prices hold on the day that it starts. */
	isPriceValid: boolean;
	corrections: Correction[];
	choices: {
		elements: ElementChoice[];
		places: Choice<Place>[];
		deliveryForms: Choice<DeliveryForm>[];
		/** Days to choose from; null when it starts as agreed. */
		intakes: Choice<Offering>[] | null;
		hours: Range;
		sessionHours: Range;
		weeklyHours: Range;
		participants: Range;
	};
}

/** How far ahead a start can be wished for. */
const FARTHEST_START_DAYS = 730;
/** The hours of a week when neither the module nor its price says: one session on each working day. */
const WORKING_DAYS = 5;
const LONGEST_WEEK = 60;

type Elements = readonly ModuleElement[];

/** The module as wished for, kept within what it allows; null while it lacks what a price is made of. */
export function tailor(module: ModuleContent, wish: Wish, today: string): Tailored | null {
	const { places, deliveryForms, hours: whole, sessionHours: usualSession } = module;
	if (!whole || !usualSession || places.length === 0 || deliveryForms.length === 0) return null;
	if (!module.prices.some(({ kind }) => kind === 'teaching')) return null;

	const corrections: Correction[] = [];
	const note = (field: keyof Tailoring, reason: Reason | null) => {
		if (reason) corrections.push({ field, reason });
	};

	const picked = pickElements(module, wish.elements);
	corrections.push(...picked.corrections);

	const hoursRange = module.isDivisible
		? { least: Math.min(module.minimumHours ?? whole, whole), most: whole }
		: { least: whole, most: whole };
	const asked = module.elements.length > 0 ? undefined : wish.hours;
	const hours =
		module.elements.length > 0
			? hoursOf(module.elements, picked.numbers)
			: within(asked, whole, hoursRange);
	note('hours', hoursReason(module, asked, hoursRange));

	const onlyOneToOne = deliveryForms.every((form) => form === 'one_to_one');
	const groupRange = {
		least: module.minParticipants,
		most: onlyOneToOne ? module.minParticipants : module.maxParticipants
	};
	const participants = within(wish.participants, module.minParticipants, groupRange, 1);
	note('participants', outside(wish.participants, groupRange, groupTooSmall, groupTooLarge));

	const place = chosen(placeChoices(module), wish.place);
	note('place', place.reason);
	const forms = formChoices(module, place.value, participants);
	const form = chosen(forms, wish.deliveryForm);
	note('deliveryForm', form.reason);

	const shortest = Math.min(module.sessionHoursMin ?? usualSession, hours);
	const longest = Math.min(module.sessionHoursMax ?? usualSession, hours);
	const usualWeek =
		module.prices.find(({ weeklyHours }) => weeklyHours !== null)?.weeklyHours ??
		module.weeklyHours;
	const mostOfWeek = Math.max(WORKING_DAYS * longest, usualWeek ?? 0, module.weeklyHoursMin ?? 0);
	const longestWeek = Math.max(
		shortest,
		Math.min(hours, LONGEST_WEEK, module.weeklyHoursMax ?? mostOfWeek)
	);
	const sessionRange = {
		least: shortest,
		most: Math.max(shortest, Math.min(longest, longestWeek))
	};
	const sessionHours = within(wish.sessionHours, usualSession, sessionRange);
	note('sessionHours', outside(wish.sessionHours, sessionRange, sessionTooShort, sessionTooLong));
	const shortestWeek = Math.min(module.weeklyHoursMin ?? shortest, longestWeek);
	const weekRange = { least: Math.max(sessionHours, shortestWeek), most: longestWeek };
	const weeklyHours = within(wish.weeklyHours, usualWeek ?? sessionHours, weekRange);
	note(
		'weeklyHours',
		outside(
			wish.weeklyHours,
			weekRange,
			sessionHours > shortestWeek ? weekBelowSession : weekTooShort,
			weekTooLong
		)
	);

	const isUnsocial = wish.isUnsocial ?? false;
	const start = startOf(module, { wish: wish.startsOn, participants, isUnsocial, today });
	note('startsOn', start.reason);

	const lines = priceLines(module, { hours, participants, isUnsocial });
	const total = totalOre(lines);
	const weeks = weeksOf(hours, weeklyHours);
	const inLastWeek = countOf(hours - (weeks - 1) * weeklyHours, sessionHours);
	return {
		elements: picked.numbers,
		hours,
		sessionHours,
		weeklyHours,
		place: place.value,
		deliveryForm: form.value,
		participants,
		isUnsocial,
		startsOn: start.day,
		lines,
		totalOre: total,
		perParticipantOre: Math.round(total / participants),
		weeks,
		sessions: (weeks - 1) * countOf(weeklyHours, sessionHours) + inLastWeek,
		endsOn: start.day && lastDay(start.day, weeks, inLastWeek, isUnsocial),
		earliestStart: start.earliest,
		isPriceValid: isPriceValid(module, start.day ?? today),
		corrections,
		choices: {
			elements: elementChoices(module, picked.numbers),
			places: placeChoices(module),
			deliveryForms: forms,
			intakes: start.intakes,
			hours: hoursRange,
			sessionHours: sessionRange,
			weeklyHours: weekRange,
			participants: groupRange
		}
	};
}

/** The picked elements without one of them, and without those that build on it. */
export function takeOut(elements: Elements, picked: readonly number[], number: number): number[] {
	const out = new Set([number]);
	// What an element needs stands before it, so one pass finds all that hangs on it.
	for (const element of elements) {
		if (element.needs !== null && out.has(element.needs)) out.add(element.number);
	}
	return inOrder(elements, (each) => picked.includes(each) && !out.has(each));
}

/** The hours of some elements. */
function hoursOf(elements: Elements, picked: readonly number[]): number {
	const steps = elements
		.filter(({ number }) => picked.includes(number))
		.reduce((sum, { hours }) => sum + Math.round(hours * 20), 0);
	return steps / 20;
}

const inOrder = (elements: Elements, keeps: (number: number) => boolean) =>
	elements.map(({ number }) => number).filter(keeps);

/** What is wished for, with what must be in: mandatory elements, what others need, and the least that is given. */
function pickElements(module: ModuleContent, wished: readonly number[] | undefined) {
	const { elements, isDivisible } = module;
	const corrections: Correction[] = [];
	const picked = new Set<number>();
	const add = (element: ModuleElement, reason: Reason) => {
		if (picked.has(element.number)) return;
		picked.add(element.number);
		corrections.push({ field: 'elements', element, reason });
	};
	for (const { number } of elements) {
		if (!wished || wished.includes(number)) picked.add(number);
	}
	if (wished?.some((number) => !elements.some((each) => each.number === number))) {
		corrections.push({ field: 'elements', reason: { code: 'element_gone' } });
	}
	for (const element of elements) {
		if (!isDivisible) add(element, wholeOnly(module));
		else if (element.isMandatory) add(element, { code: 'mandatory' });
	}
	// From the last to the first: what an element needs stands before it.
	for (const { number, needs, title } of elements.toReversed()) {
		const needed = picked.has(number) && elements.find((each) => each.number === needs);
		if (needed) add(needed, { code: 'needed_by', title });
	}
	const least = module.minimumHours ?? 0;
	for (const element of elements) {
		if (picked.size > 0 && hoursOf(elements, [...picked]) >= least) break;
		add(element, { code: 'hours_too_few', least });
	}
	return { numbers: inOrder(elements, (number) => picked.has(number)), corrections };
}

function elementChoices(module: ModuleContent, picked: readonly number[]): ElementChoice[] {
	const { elements, isDivisible } = module;
	return elements.map((element) => {
		const isPicked = picked.includes(element.number);
		return { element, isPicked, locked: isPicked ? lockedBy(element) : null };
	});

	function lockedBy({ number, isMandatory }: ModuleElement): Reason | null {
		if (!isDivisible) return wholeOnly(module);
		if (isMandatory) return { code: 'mandatory' };
		const left = takeOut(elements, picked, number);
		const mandatory = elements.find((each) => each.isMandatory && !left.includes(each.number));
		if (mandatory) return { code: 'needed_by', title: mandatory.title };
		const least = module.minimumHours ?? 0;
		return hoursOf(elements, left) < least || left.length === 0
			? { code: 'hours_too_few', least }
			: null;
	}
}

const wholeOnly = ({ indivisibleReason }: ModuleContent): Reason => ({
	code: 'whole_only',
	why: indivisibleReason
});
const hoursTooFew = (least: number): Reason => ({ code: 'hours_too_few', least });
const hoursTooMany = (most: number): Reason => ({ code: 'hours_too_many', most });
const groupTooSmall = (least: number): Reason => ({ code: 'group_too_small', least });
const groupTooLarge = (most: number): Reason => ({ code: 'group_too_large', most });
const sessionTooShort = (least: number): Reason => ({ code: 'session_too_short', least });
const sessionTooLong = (most: number): Reason => ({ code: 'session_too_long', most });
const weekTooShort = (least: number): Reason => ({ code: 'week_too_short', least });
const weekTooLong = (most: number): Reason => ({ code: 'week_too_long', most });
const weekBelowSession = (least: number): Reason => ({ code: 'week_below_session', least });

function hoursReason(module: ModuleContent, asked: number | undefined, range: Range) {
	const reason = outside(asked, range, hoursTooFew, hoursTooMany);
	return reason && !module.isDivisible ? wholeOnly(module) : reason;
}

/** What is asked, or what is usual, moved within a range; in steps of three minutes unless others are said. */
function within(asked: number | undefined, usual: number, range: Range, step = 0.05): number {
	const value = Math.round((asked ?? usual) / step) / Math.round(1 / step);
	return Math.min(Math.max(value, range.least), range.most);
}

function outside(
	asked: number | undefined,
	{ least, most }: Range,
	tooLittle: (least: number) => Reason,
	tooMuch: (most: number) => Reason
): Reason | null {
	if (asked === undefined) return null;
	if (asked < least) return tooLittle(least);
	return asked > most ? tooMuch(most) : null;
}

const placeChoices = ({ places }: ModuleContent): Choice<Place>[] =>
	places.map((value) => ({ value, ruledOut: null }));

/** The forms that go with a place and a group. Where a module's own facts rule all of them out, they do not count. */
function formChoices(
	{ deliveryForms, places }: ModuleContent,
	place: Place,
	participants: number
): Choice<DeliveryForm>[] {
	const choices = deliveryForms.map((value) => ({
		value,
		ruledOut: ((): Reason | null => {
			if (value === 'one_to_one' && participants > 1) return { code: 'one_at_a_time' };
			const isElsewhere = place !== 'online' && places.includes('online');
			return value === 'online' && isElsewhere ? { code: 'online_only' } : null;
		})()
	}));
	const nothingLeft = choices.every(({ ruledOut }) => ruledOut !== null);
	return nothingLeft ? choices.map(({ value }) => ({ value, ruledOut: null })) : choices;
}

/** What is asked when it can be had, else the first that can, and why. */
function chosen<T>(choices: readonly Choice<T>[], asked: T | undefined) {
	const first = choices.find(({ ruledOut }) => ruledOut === null)!.value;
	if (asked === undefined) return { value: first, reason: null };
	const choice = choices.find(({ value }) => value === asked);
	if (choice && choice.ruledOut === null) return { value: asked, reason: null };
	return { value: first, reason: choice?.ruledOut ?? ({ code: 'not_offered' } as const) };
}

interface Start {
	day: string | null;
	earliest: string | null;
	intakes: Choice<Offering>[] | null;
	reason: Reason | null;
}

function startOf(
	module: ModuleContent,
	asked: { wish: string | undefined; participants: number; isUnsocial: boolean; today: string }
): Start {
	const { wish, participants, isUnsocial, today } = asked;
	const ready = addDays(today, module.leadTimeDays);
	if (!module.hasRollingIntake) return intakeOf(module.offerings, ready, wish, participants, today);

	const earliest = workday(ready, isUnsocial);
	const latest = addDays(today, FARTHEST_START_DAYS);
	const start = { earliest, intakes: null };
	if (wish === undefined) return { ...start, day: earliest, reason: null };
	if (wish < earliest) return { ...start, day: earliest, reason: { code: 'too_soon', earliest } };
	if (wish > latest) {
		return { ...start, day: workday(latest, isUnsocial), reason: { code: 'too_far', latest } };
	}
	const day = workday(wish, isUnsocial);
	return { ...start, day, reason: day === wish ? null : { code: 'weekend' } };
}

/** The next intake with room for all that can still be reached, or the last one before the day that is wished for. */
function intakeOf(
	offerings: readonly Offering[],
	ready: string,
	wish: string | undefined,
	participants: number,
	today: string
): Start {
	const intakes = offerings
		.filter(({ startsOn }) => startsOn >= today)
		.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
		.map((value): Choice<Offering> => {
			if (value.startsOn < ready) {
				return { value, ruledOut: { code: 'too_soon', earliest: ready } };
			}
			const isFull = value.seats < participants;
			return { value, ruledOut: isFull ? { code: 'no_seats', seats: value.seats } : null };
		});
	const days = intakes
		.filter(({ ruledOut }) => ruledOut === null)
		.map(({ value }) => value.startsOn);
	const day = days.find((each) => !wish || each >= wish) ?? days.at(-1) ?? null;
	const start = { day, earliest: days[0] ?? null, intakes };
	if (day === null) return { ...start, reason: { code: 'no_intake' } };
	if (wish === undefined || wish === day) return { ...start, reason: null };
	const wished = intakes.find(({ value }) => value.startsOn === wish);
	return { ...start, reason: wished?.ruledOut ?? { code: 'not_an_intake' } };
}

const SATURDAY = 6;
const SUNDAY = 0;

/** The day, or the Monday after it when it is at a weekend and weekends are not meant. */
function workday(day: string, weekendsToo: boolean): string {
	const weekday = new Date(day).getUTCDay();
	if (weekendsToo) return day;
	if (weekday === SATURDAY) return addDays(day, 2);
	return weekday === SUNDAY ? addDays(day, 1) : day;
}

function lastDay(start: string, weeks: number, inLastWeek: number, weekendsToo: boolean): string {
	let day = workday(addDays(start, (weeks - 1) * 7), weekendsToo);
	const days = Math.min(inLastWeek, weekendsToo ? 7 : WORKING_DAYS);
	for (let session = 1; session < days; session++) day = workday(addDays(day, 1), weekendsToo);
	return day;
}

/** How many times an hour's part goes into hours; a begun one counts. */
const countOf = (hours: number, each: number) =>
	Math.ceil(Math.round(hours * 20) / Math.round(each * 20));

const isPriceValid = ({ priceValidFrom, priceValidUntil }: ModuleContent, day: string) =>
	(priceValidFrom === null || day >= priceValidFrom) &&
	(priceValidUntil === null || day <= priceValidUntil);
