import { decimal } from '$lib/domain/shared/format';
import { ID } from '$lib/domain/shared/id';
import { decimalToNumber } from '$lib/domain/shared/parse';
import { FILTER_PARAMS, MOST_PICKS, PICK_PARAM } from './filter-names';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS,
	TEACHING_LANGUAGES,
	type CertificateKind,
	type DanishLevel,
	type DeliveryForm,
	type Place,
	type Support,
	type TeachingLanguage
} from './module';

export const DIVISIONS = ['parts', 'whole'] as const;
export type Division = (typeof DIVISIONS)[number];
/** By relevance is the newest first where nothing is searched for. */
export const SORTS = ['relevance', 'newest', 'title'] as const;
export type Sort = (typeof SORTS)[number];

/** In how many days a module can start. */
export const STARTS_WITHIN = [7, 14, 30, 60] as const;

/**
 * What the catalogue is narrowed down to. Of several values of one fact any will do, except that all support that is
 * asked for must be there. Null and what is empty leave it as it is.
 */
export interface CatalogueFilter {
	text: string;
	subjects: string[];
	places: Place[];
	deliveryForms: DeliveryForm[];
	schools: string[];
	/** Only modules that can be taken in parts, or only whole ones. */
	division: Division | null;
	/** The longest session that the candidate can manage. */
	sessionHours: number | null;
	/** The Danish that the candidate has. */
	danishLevel: DanishLevel | null;
	languages: TeachingLanguage[];
	support: Support[];
	certificates: CertificateKind[];
	legalBases: string[];
	/** Where the workplace is. */
	municipality: string | null;
	participants: number | null;
	startsWithinDays: number | null;
	sort: Sort;
}

/** How the address says it. */
export const DIVISION_WORDS: Record<Division, string> = { parts: 'dele', whole: 'hele' };
const SORT_WORDS: Record<Sort, string> = {
	relevance: 'relevans',
	newest: 'nyeste',
	title: 'titel'
};

const CODE = /^[a-z0-9_]{1,40}$/;
const MOST_TEXT = 100;
/** More values of one fact than anybody ticks. */
const MOST_VALUES = 30;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(params: URLSearchParams): CatalogueFilter {
	const values = (name: keyof CatalogueFilter) =>
		params.getAll(FILTER_PARAMS[name]).map((value) => value.trim());
	const value = (name: keyof CatalogueFilter) => values(name)[0] ?? '';
	const someOf = <T extends string>(name: keyof CatalogueFilter, known: readonly T[]) => {
		const asked = values(name);
		return known.filter((each) => asked.includes(each));
	};
	const oneOf = <T extends string>(name: keyof CatalogueFilter, known: readonly T[]) =>
		known.find((each) => each === value(name)) ?? null;
	const matching = (name: keyof CatalogueFilter, pattern: RegExp) =>
		[...new Set(values(name).filter((each) => pattern.test(each)))].slice(0, MOST_VALUES);
	const upTo = (name: keyof CatalogueFilter, most: number) => {
		const number = decimalToNumber(value(name));
		return number && number <= most ? number : null;
	};
	const sessionHours = upTo('sessionHours', 24);
	const participants = upTo('participants', 1000);
	const days = upTo('startsWithinDays', 365);
	return {
		text: value('text').slice(0, MOST_TEXT).trim(),
		subjects: matching('subjects', CODE),
		places: someOf('places', PLACES),
		deliveryForms: someOf('deliveryForms', DELIVERY_FORMS),
		schools: matching('schools', ID),
		division: DIVISIONS.find((each) => DIVISION_WORDS[each] === value('division')) ?? null,
		sessionHours,
		danishLevel: oneOf('danishLevel', DANISH_LEVELS),
		languages: someOf('languages', TEACHING_LANGUAGES),
		support: someOf('support', SUPPORTS),
		certificates: someOf('certificates', CERTIFICATE_KINDS),
		legalBases: matching('legalBases', CODE),
		municipality: /^\d{4}$/.exec(value('municipality'))?.[0] ?? null,
		participants: participants && Math.ceil(participants),
		startsWithinDays: days && Math.ceil(days),
		sort: SORTS.find((each) => SORT_WORDS[each] === value('sort')) ?? 'relevance'
	};
}

/** The values that an address says a filter by, under each name; nothing for what leaves the catalogue as it is. */
export function valuesOf(filter: CatalogueFilter): Record<keyof CatalogueFilter, string[]> {
	const one = (value: string | number | null) => (value === null ? [] : [String(value)]);
	return {
		...filter,
		text: filter.text ? [filter.text] : [],
		division: filter.division ? [DIVISION_WORDS[filter.division]] : [],
		sessionHours: filter.sessionHours === null ? [] : [decimal(filter.sessionHours)],
		danishLevel: one(filter.danishLevel),
		municipality: one(filter.municipality),
		participants: one(filter.participants),
		startsWithinDays: one(filter.startsWithinDays),
		sort: filter.sort === 'relevance' ? [] : [SORT_WORDS[filter.sort]]
	};
}

/** The query that says a filter and what is picked to be compared, with its question mark; empty when there is nothing to say. */
export function writeFilter(filter: CatalogueFilter, picks: string[] = []): string {
	const values = valuesOf(filter);
	const pairs = (Object.keys(FILTER_PARAMS) as (keyof CatalogueFilter)[]).flatMap((name) =>
		values[name].map((value) => [FILTER_PARAMS[name], value])
	);
	const query = new URLSearchParams([...pairs, ...picks.map((id) => [PICK_PARAM, id])]);
	return query.size > 0 ? `?${query}` : '';
}

/** The modules that are picked to be compared. */
export function readPicks(params: URLSearchParams): string[] {
	const ids = params.getAll(PICK_PARAM).filter((id) => ID.test(id));
	return [...new Set(ids)].slice(0, MOST_PICKS);
}

/** A filter that one value is taken out of. */
export interface Loosened {
	name: Exclude<keyof CatalogueFilter, 'sort'>;
	/** What is taken out, as the address says it. */
	value: string;
	filter: CatalogueFilter;
}

/** The filter without each of the values that narrow it, one at a time. */
export function loosened(filter: CatalogueFilter): Loosened[] {
	return (Object.entries(valuesOf(filter)) as [Loosened['name'] | 'sort', string[]][]).flatMap(
		([name, values]) =>
			name === 'sort'
				? []
				: values.map((value) => ({ name, value, filter: without(filter, name, value) }))
	);
}

function without(filter: CatalogueFilter, name: Loosened['name'], value: string): CatalogueFilter {
	const now = filter[name];
	const rest = Array.isArray(now)
		? now.filter((each) => each !== value)
		: name === 'text'
			? ''
			: null;
	return { ...filter, [name]: rest };
}

/** Whether anything is left out by the filter; the order leaves nothing out. */
export const isNarrowed = (filter: CatalogueFilter) => loosened(filter).length > 0;

/** The words of a search, without what a pattern would read as a sign; at most eight. */
export function searchWords(text: string): string[] {
	return (text.toLocaleLowerCase('da').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}
