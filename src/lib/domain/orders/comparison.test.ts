import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyQuote } from '../../../../tests/fixtures/any-quote';
import {
	contentRows,
	inOrder,
	leastOf,
	ORDERINGS,
	perHourOre,
	perParticipantOre
} from './comparison';

const quotes = fc.array(anyQuote, { maxLength: 6 });

describe('prices', () => {
	test('of tailored food hygiene: 25 hours and one-off lines', () => {
		const course = { totalOre: 1_620_000, hours: 25, participants: 4 };
		expect(perHourOre(course)).toBe(64_800);
		expect(perParticipantOre(course)).toBe(405_000);
	});

	test('are off by half an øre at most for each hour or participant', () => {
		fc.assert(
			fc.property(anyQuote, (each) => {
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
