import type { ModuleContent } from '$lib/domain/catalogue/module';
import { priceLines, weeksOf, type PriceLine } from '$lib/domain/catalogue/price';
import { tailor } from '$lib/domain/catalogue/tailoring';
import type { KeptTailoring } from '$lib/domain/needs/wish';
import { addDays } from '$lib/domain/shared/day';
import { decimal, kroner } from '$lib/domain/shared/format';
import { EMPTY_LINE, type TypedLine } from './lines';
import type { Brief, QuoteContent } from './quote';
import type { TypedQuote } from './quote-form';
import { typedWeek } from './schedule';

/** What the form of a quote begins with, beside its id and what it replaces. */
export type Proposal = Omit<TypedQuote, 'id' | 'replaces'>;

/** Days that a quote is valid unless the school says otherwise. */
const VALID_DAYS = 30;
/** How much a line can say. */
const LONGEST_DESCRIPTION = 120;

/** What was asked, as a quote with one empty line. */
export function quoteFromBrief(brief: Brief, today: string): Proposal {
	const whole = brief.hoursWanted;
	const weekly = least(brief.weeklyHoursMax, whole);
	return {
		moduleId: '',
		title: '',
		hours: whole === null ? '' : decimal(whole),
		sessionHours: decimal(least(brief.sessionHoursMax, weekly)),
		weeklyHours: decimal(weekly),
		participants: String(brief.participants),
		place: brief.place === 'any' ? '' : brief.place,
		deliveryForm: brief.deliveryForm ?? (brief.participants === 1 ? 'one_to_one' : ''),
		startsOn: later(brief.startsOn, today),
		validUntil: addDays(today, VALID_DAYS),
		note: '',
		sessions: typedWeek(),
		lines: [{ ...EMPTY_LINE, kind: 'teaching', model: 'per_hour' }]
	};
}

/**
 * A module, tailored to what was asked as far as the school's own limits let it. A need that was begun from this very
 * module begins its quote too, elements and all, unless other hours have been asked for since.
 */
export function quoteFromModule(
	module: ModuleContent & { id: string },
	brief: Brief,
	today: string,
	wish: KeptTailoring | null = null
): Proposal {
	const isWished = wish?.moduleId === module.id && wish.hours === brief.hoursWanted;
	return (
		(isWished && quoteFromWish(module, brief, today, wish)) || quoteFromList(module, brief, today)
	);
}

function quoteFromList(
	module: ModuleContent & { id: string },
	brief: Brief,
	today: string
): Proposal {
	const hours = tailoredHours(module, brief);
	const priced = module.prices.find(({ weeklyHours }) => weeklyHours !== null);
	const session = tailoredSession(module, brief);
	const weekly = least(
		hours,
		Math.max(session, Math.min(priced?.weeklyHours ?? brief.weeklyHoursMax, brief.weeklyHoursMax))
	);
	const { places, deliveryForms } = module;
	return {
		...quoteFromBrief(brief, today),
		moduleId: module.id,
		title: module.title,
		hours: decimal(hours),
		sessionHours: decimal(least(session, weekly)),
		weeklyHours: decimal(weekly),
		place: places.find((place) => place === brief.place) ?? places[0] ?? '',
		deliveryForm:
			deliveryForms.find((form) => form === brief.deliveryForm) ?? deliveryForms[0] ?? '',
		startsOn: later(brief.startsOn, addDays(today, module.leadTimeDays)),
		lines: priceLines(module, { hours, participants: brief.participants }).map((line) =>
			typedLine(line, hours, weekly)
		)
	};
}

/** What the job centre made of the module, where the need still says the same; else what the need says. */
function quoteFromWish(
	module: ModuleContent & { id: string },
	brief: Brief,
	today: string,
	{ elements, hours, sessionHours, weeklyHours, place, deliveryForm, isUnsocial }: KeptTailoring
): Proposal | null {
	const tailored = tailor(
		module,
		{
			elements,
			hours,
			sessionHours: Math.min(sessionHours, brief.sessionHoursMax),
			weeklyHours: Math.min(weeklyHours, brief.weeklyHoursMax),
			place: brief.place === 'any' ? place : brief.place,
			deliveryForm,
			participants: brief.participants,
			isUnsocial,
			startsOn: brief.startsOn
		},
		today
	);
	if (!tailored) return null;
	return {
		...quoteFromBrief(brief, today),
		moduleId: module.id,
		title: module.title,
		hours: decimal(tailored.hours),
		sessionHours: decimal(tailored.sessionHours),
		weeklyHours: decimal(tailored.weeklyHours),
		participants: String(tailored.participants),
		place: tailored.place,
		deliveryForm: tailored.deliveryForm,
		startsOn: tailored.startsOn ?? later(brief.startsOn, addDays(today, module.leadTimeDays)),
		lines: tailored.lines.map((line) => ({
			...typedLine(line, tailored.hours, tailored.weeklyHours),
			description: line.kind === 'teaching' ? pickedTitles(module, tailored.elements) : ''
		}))
	};
}

/** The titles of what was picked, when that is not all of it and there is room to say so. */
function pickedTitles({ elements }: ModuleContent, picked: readonly number[]): string {
	if (picked.length === elements.length) return '';
	const titles = elements.filter(({ number }) => picked.includes(number)).map(({ title }) => title);
	const text = titles.join(', ');
	return text.length <= LONGEST_DESCRIPTION ? text : '';
}

function typedLine(
	{ kind, model, unitPriceOre, weeklyHours }: PriceLine,
	hours: number,
	weekly: number
): TypedLine {
	// A week's price is for the hours that it includes, however many weeks they are spread over.
	const weeks = weeklyHours ? weeksOf(hours, weeklyHours) : null;
	const isCounted = weeks === null || weeks === weeksOf(hours, weekly);
	return {
		...EMPTY_LINE,
		kind,
		model,
		unitPrice: kroner(unitPriceOre),
		quantity: isCounted ? '' : decimal(weeks)
	};
}

/** A quote that was sent, to be changed into a new one. */
export function quoteFromQuote(quote: QuoteContent): Proposal {
	return {
		moduleId: quote.moduleId ?? '',
		title: quote.title,
		hours: decimal(quote.hours),
		sessionHours: decimal(quote.sessionHours),
		weeklyHours: decimal(quote.weeklyHours),
		participants: String(quote.participants),
		place: quote.place,
		deliveryForm: quote.deliveryForm,
		startsOn: quote.startsOn,
		validUntil: quote.validUntil,
		note: quote.note ?? '',
		sessions: typedWeek(quote.sessions),
		lines: quote.lines.map((line): TypedLine => ({
			...EMPTY_LINE,
			kind: line.kind,
			model: line.model,
			description: line.description ?? '',
			unitPrice: kroner(line.unitPriceOre),
			quantity: decimal(line.quantity)
		}))
	};
}

/** The part that would be given: what is wanted, but never less than the school gives, as fit counts it. */
function tailoredHours(module: ModuleContent, brief: Brief): number {
	const whole = module.hours ?? brief.hoursWanted ?? 1;
	if (!module.isDivisible) return whole;
	return Math.max(module.minimumHours ?? 0, Math.min(brief.hoursWanted ?? whole, whole));
}

function tailoredSession(module: ModuleContent, brief: Brief): number {
	const usual = module.sessionHours ?? brief.sessionHoursMax;
	return Math.max(module.sessionHoursMin ?? 0, Math.min(usual, brief.sessionHoursMax));
}

const least = (value: number, limit: number | null) =>
	limit === null ? value : Math.min(value, limit);
const later = (day: string, other: string) => (day > other ? day : other);
