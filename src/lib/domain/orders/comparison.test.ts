import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_FORMS, PLACES } from '$lib/domain/catalogue/module';
import { QUOTE_LINE_KINDS, totalOre } from '$lib/domain/catalogue/price';
import {
	contentRows,
	deviations,
	endOf,
	inOrder,
	leastOf,
	ORDERINGS,
	perHourOre,
	perParticipantOre,
	type Asked,
	type ComparedQuote
} from './comparison';

const hours = fc.integer({ min: 1, max: 4000 }).map((twentieths) => twentieths / 20);
const day = fc
	.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const lines = fc.array(
	fc.record({
		kind: fc.constantFrom(...QUOTE_LINE_KINDS),
		amountOre: fc.integer({ min: 0, max: 10_000_000 })
	}),
	{ minLength: 1, maxLength: 12 }
);
const quote: fc.Arbitrary<ComparedQuote> = fc
	.record({
		hours,
		sessionHours: hours,
		weeklyHours: hours,
		participants: fc.integer({ min: 1, max: 100 }),
		place: fc.constantFrom(...PLACES),
		deliveryForm: fc.constantFrom(...DELIVERY_FORMS),
		startsOn: day,
		lines
	})
	.map((parts) => ({ ...parts, totalOre: totalOre(parts.lines) }));
const quotes = fc.array(quote, { maxLength: 6 });

/** A need that a quote answers to the letter. */
const askedFor = (given: ComparedQuote): Asked => ({
	hoursWanted: given.hours,
	sessionHoursMax: given.sessionHours,
	weeklyHoursMax: given.weeklyHours,
	participants: given.participants,
	place: given.place,
	startsOn: given.startsOn,
	endsBy: endOf(given),
	deliveryForm: given.deliveryForm,
	support: [],
	priceCeilingOre: given.totalOre
});

describe('prices', () => {
	test('of tailored food hygiene: 25 hours and one-off lines', () => {
		const course = { totalOre: 1_620_000, hours: 25, participants: 4 };
		expect(perHourOre(course)).toBe(64_800);
		expect(perParticipantOre(course)).toBe(405_000);
	});

	test('are off by half an øre at most for each hour or participant', () => {
		fc.assert(
			fc.property(quote, (each) => {
				const { totalOre: total, hours: count, participants } = each;
				expect(Math.abs(perHourOre(each) * count - total)).toBeLessThanOrEqual(count / 2 + 1e-6);
				expect(Math.abs(perParticipantOre(each) * participants - total)).toBeLessThanOrEqual(
					participants / 2
				);
			})
		);
	});
});

describe('contentRows', () => {
	test('adds up to every quote’s total, and shows a kind once', () => {
		fc.assert(
			fc.property(quotes, (all) => {
				const rows = contentRows(all);
				all.forEach((each, index) => {
					const sum = rows.reduce((ore, row) => ore + (row.amountsOre[index] ?? 0), 0);
					expect(sum).toBe(each.totalOre);
				});
				expect(new Set(rows.map(({ kind }) => kind)).size).toBe(rows.length);
			})
		);
	});

	test('tells what is free from what is not in', () => {
		const free = { lines: [{ kind: 'pre_meeting' as const, amountOre: 0 }] };
		const without = { lines: [{ kind: 'teaching' as const, amountOre: 100 }] };
		expect(contentRows([free, without])).toEqual([
			{ kind: 'teaching', amountsOre: [null, 100] },
			{ kind: 'pre_meeting', amountsOre: [0, null] }
		]);
	});
});

describe('leastOf', () => {
	test.each([
		['one best', [3, 1, 2], [false, true, false]],
		['a shared best', [1, 2, 1], [true, false, true]],
		['all the same', [2, 2], [false, false]],
		['one alone', [2], [false]],
		['dates', ['2027-01-04', '2026-12-01'], [false, true]],
		['none', [], []]
	])('%s', (_, values, marks) => expect(leastOf(values)).toEqual(marks));

	test('marks the least and nothing else, unless all are equal', () => {
		fc.assert(
			fc.property(fc.array(fc.integer(), { minLength: 2 }), (values) => {
				const least = Math.min(...values);
				const differ = new Set(values).size > 1;
				expect(leastOf(values)).toEqual(values.map((value) => differ && value === least));
			})
		);
	});
});

describe('deviations', () => {
	test('there are none from a need that asked for just that, or left it open', () => {
		fc.assert(
			fc.property(quote, (each) => {
				expect(deviations(each, askedFor(each))).toEqual([]);
				const open: Asked = {
					hoursWanted: null,
					sessionHoursMax: null,
					weeklyHoursMax: null,
					participants: each.participants,
					place: 'any',
					startsOn: null,
					endsBy: null,
					deliveryForm: null,
					support: [],
					priceCeilingOre: null
				};
				expect(deviations(each, open)).toEqual([]);
			})
		);
	});

	test('each says what was asked and what is given', () => {
		const given: ComparedQuote = {
			totalOre: 2_000_000,
			hours: 20,
			sessionHours: 7.4,
			weeklyHours: 7.4,
			participants: 1,
			place: 'school',
			deliveryForm: 'class',
			startsOn: '2027-02-01',
			lines: [
				{ kind: 'teaching', amountOre: 1_900_000 },
				{ kind: 'pre_meeting', amountOre: 100_000 }
			]
		};
		const asked: Asked = {
			hoursWanted: 25,
			sessionHoursMax: 3,
			weeklyHoursMax: 6,
			participants: 2,
			place: 'workplace',
			startsOn: '2027-01-15',
			endsBy: '2027-02-01',
			deliveryForm: 'one_to_one',
			support: ['interpreter', 'pre_meeting'],
			priceCeilingOre: 1_500_000
		};
		expect(deviations(given, asked)).toEqual([
			{ code: 'over_ceiling', asked: 1_500_000, given: 2_000_000 },
			{ code: 'longer_sessions', asked: 3, given: 7.4 },
			{ code: 'longer_weeks', asked: 6, given: 7.4 },
			{ code: 'fewer_hours', asked: 25, given: 20 },
			{ code: 'fewer_participants', asked: 2, given: 1 },
			{ code: 'other_place', asked: 'workplace', given: 'school' },
			{ code: 'later_start', asked: '2027-01-15', given: '2027-02-01' },
			{ code: 'ends_late', asked: '2027-02-01', given: '2027-02-21' },
			{ code: 'other_form', asked: 'one_to_one', given: 'class' },
			{ code: 'no_support', missing: ['interpreter'] }
		]);
	});

	test('less than the limit is no deviation', () => {
		fc.assert(
			fc.property(quote, (each) => {
				const roomy: Asked = {
					...askedFor(each),
					sessionHoursMax: each.sessionHours + 1,
					weeklyHoursMax: each.weeklyHours + 1,
					startsOn: '2029-01-01',
					endsBy: '2999-12-31',
					priceCeilingOre: each.totalOre + 1
				};
				expect(deviations(each, roomy)).toEqual([]);
			})
		);
	});
});

describe('inOrder', () => {
	test('keeps every quote, sorted by what was asked for and then by price', () => {
		fc.assert(
			fc.property(quotes, fc.constantFrom(...ORDERINGS), (all, ordering) => {
				const sorted = inOrder(all, ordering);
				expect(new Set(sorted)).toEqual(new Set(all));
				const key = { total: 'totalOre', start: 'startsOn', hours: 'hours' }[ordering] as
					'totalOre' | 'startsOn' | 'hours';
				sorted.slice(1).forEach((each, index) => {
					const before = sorted[index]!;
					expect(before[key] <= each[key]).toBe(true);
					if (before[key] === each[key]) expect(before.totalOre).toBeLessThanOrEqual(each.totalOre);
				});
			})
		);
	});
});
