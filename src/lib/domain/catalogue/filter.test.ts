import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	DIVISIONS,
	isNarrowed,
	loosened,
	readFilter,
	readPicks,
	searchWords,
	SORTS,
	STARTS_WITHIN,
	writeFilter,
	type CatalogueFilter
} from './filter';
import { FILTER_PARAMS } from './filter-names';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS,
	TEACHING_LANGUAGES
} from './module';

const read = (query: string) => readFilter(new URLSearchParams(query));
const skole = '00000000-0000-4000-8000-000000000001';
const ids = [1, 2, 3, 4, 5].map((last) => skole.replace(/1$/, String(last)));

describe('an address', () => {
	test('without filters shows all, and what fits best first', () => {
		const filter = read('');
		expect(isNarrowed(filter)).toBe(false);
		expect(filter.sort).toBe('relevance');
		expect(writeFilter(filter)).toBe('');
	});

	test('says each filter in a word, several values of one under one name', () => {
		const filter: CatalogueFilter = {
			text: 'hygiejne',
			subjects: ['food_hygiene', 'danish'],
			places: ['workplace', 'school'],
			deliveryForms: ['one_to_one'],
			schools: [skole],
			division: 'parts',
			sessionHours: 2.5,
			danishLevel: 'A2',
			languages: ['da', 'uk'],
			support: ['pre_meeting'],
			certificates: ['participation'],
			legalBases: ['lab_91'],
			municipality: '0265',
			participants: 4,
			startsWithinDays: 14,
			sort: 'title'
		};
		const query =
			`?q=hygiejne&fag=food_hygiene&fag=danish&sted=workplace&sted=school&form=one_to_one&skole=${skole}` +
			'&omfang=dele&gang=2%2C5&dansk=A2&sprog=da&sprog=uk&hjaelp=pre_meeting&bevis=participation' +
			'&betaling=lab_91&kommune=0265&deltagere=4&start=14&sortering=titel';
		expect(writeFilter(filter)).toBe(query);
		expect(read(query)).toEqual(filter);
	});

	test.each([
		'fag=%27;--&sted=moon&form=x&skole=1&omfang=halve&sortering=x',
		'gang=-1&deltagere=0&start=99999&dansk=Z9&sprog=xx&hjaelp=&bevis=gold&betaling=%00&kommune=1',
		'q=++&gang=NaN&deltagere=1e9&sted=__proto__&omfang=constructor'
	])('%s leaves nothing out', (query) => {
		expect(isNarrowed(read(query))).toBe(false);
	});

	test('is read again as it was written', () => {
		const some = <T>(values: readonly T[]) => fc.subarray([...values]);
		const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));
		const codes = fc.subarray(['danish', 'food_hygiene', 'it', 'lab_91', 'fvu']);
		const anyFilter: fc.Arbitrary<CatalogueFilter> = fc.record({
			text: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.trim()),
			subjects: codes,
			places: some(PLACES),
			deliveryForms: some(DELIVERY_FORMS),
			schools: some(ids),
			division: maybe(DIVISIONS),
			sessionHours: fc.option(fc.integer({ min: 1, max: 2400 }).map((parts) => parts / 100)),
			danishLevel: maybe(DANISH_LEVELS),
			languages: some(TEACHING_LANGUAGES),
			support: some(SUPPORTS),
			certificates: some(CERTIFICATE_KINDS),
			legalBases: codes,
			municipality: maybe(['0101', '0265']),
			participants: fc.option(fc.integer({ min: 1, max: 1000 })),
			startsWithinDays: maybe(STARTS_WITHIN),
			sort: fc.constantFrom(...SORTS)
		});
		const picks = fc.subarray(ids, { maxLength: 4 });
		fc.assert(
			fc.property(anyFilter, picks, (filter, picked) => {
				const params = new URLSearchParams(writeFilter(filter, picked));
				expect(readFilter(params)).toEqual(filter);
				expect(readPicks(params)).toEqual(picked);
			})
		);
	});

	test('is read into a filter that can be written, whatever it holds', () => {
		const pairs = fc.array(
			fc.tuple(fc.constantFrom(...Object.values(FILTER_PARAMS)), fc.string()),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(pairs, (given) => {
				const filter = readFilter(new URLSearchParams(given));
				expect(read(writeFilter(filter))).toEqual(filter);
			})
		);
	});

	test('picks four to compare at most, and each once', () => {
		const params = new URLSearchParams([...ids, ids[0]!, 'x'].map((id) => ['m', id]));
		expect(readPicks(params)).toEqual(ids.slice(0, 4));
	});
});

test('each value can be taken out by itself', () => {
	const left = loosened(read('q=dansk&sted=school&sted=online&gang=2&sortering=titel'));
	expect(left.map(({ name, value, filter }) => [name, value, writeFilter(filter)])).toEqual([
		['text', 'dansk', '?sted=school&sted=online&gang=2&sortering=titel'],
		['places', 'school', '?q=dansk&sted=online&gang=2&sortering=titel'],
		['places', 'online', '?q=dansk&sted=school&gang=2&sortering=titel'],
		['sessionHours', '2', '?q=dansk&sted=school&sted=online&sortering=titel']
	]);
});

test('a search is words only, so that nothing typed can be read as a pattern', () => {
	expect(searchWords('Fødevare%hygiejne, (AMU) *_" 7,4')).toEqual([
		'fødevare',
		'hygiejne',
		'amu',
		'7',
		'4'
	]);
	expect(searchWords('%%')).toEqual([]);
});
