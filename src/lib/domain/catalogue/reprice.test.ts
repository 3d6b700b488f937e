import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriceItem } from './price';
import {
	isChanged,
	isPossible,
	newPrices,
	PRICE_SCOPES,
	PRICE_WAYS,
	ROUNDINGS,
	type PriceChange
} from './reprice';

const line = (kind: PriceItem['kind'], kroner: number): PriceItem => ({
	kind,
	model: kind === 'teaching' ? 'per_hour' : 'fixed',
	unitPriceOre: Math.round(kroner * 100),
	weeklyHours: null
});
/** The new prices of a list in kroner, with its teaching first and its step last. */
function changed(kroner: number[], change: Partial<PriceChange>, step?: number) {
	const [teaching, ...others] = kroner;
	const { lines, steps } = newPrices(
		{
			prices: [line('teaching', teaching!), ...others.map((each) => line('materials', each))],
			priceSteps: step ? [{ fromParticipants: 4, unitPriceOre: step * 100 }] : [],
			supplementPercent: 0
		},
		{ way: 'percent_up', size: 5, scope: 'all', roundTo: '1', ...change }
	);
	return [...lines, ...steps].map(({ after }) => after / 100);
}

describe('a change of price', () => {
	test.each<[number, Partial<PriceChange>, number]>([
		[600, { size: 5 }, 630],
		[600, { size: 2.5 }, 615],
		[640, { size: 2.5, roundTo: '5' }, 655],
		[640, { size: 2.5, roundTo: '10' }, 660],
		[2800, { way: 'percent_down', size: 10 }, 2520],
		[600, { way: 'amount_up', size: 2_500 }, 625],
		[600, { way: 'amount_up', size: 2_500, roundTo: '10' }, 630],
		[600, { way: 'amount_down', size: 2_550 }, 575],
		// Half a step goes up.
		[50, { size: 5, roundTo: '5' }, 55],
		// Rounding never turns it the other way.
		[103, { size: 1, roundTo: '10' }, 103],
		[107, { way: 'percent_down', size: 1, roundTo: '10' }, 107],
		[122.5, { size: 1 }, 124]
	])('makes %d kr. by %j to %d kr.', (kroner, change, expected) => {
		expect(changed([kroner], change)).toEqual([expected]);
	});

	test('leaves what is with in the price with in it', () => {
		expect(changed([600, 0], { way: 'amount_up', size: 5_000 })).toEqual([650, 0]);
	});

	test('is of the teaching and its steps alone when asked', () => {
		expect(changed([600, 200], { scope: 'teaching' }, 900)).toEqual([630, 200, 945]);
		expect(changed([600, 200], { scope: 'all' }, 900)).toEqual([630, 210, 945]);
	});

	test('that would make something free, or too dear, says so', () => {
		const problems = (kroner: number, change: Partial<PriceChange>) =>
			newPrices(
				{ prices: [line('teaching', kroner)], priceSteps: [], supplementPercent: 0 },
				{ way: 'amount_down', size: 10_000, scope: 'all', roundTo: '1', ...change }
			);
		for (const kroner of [50, 100]) {
			const prices = problems(kroner, {});
			expect(prices.lines[0]!.problem).toBe('too_low');
			expect(isPossible(prices)).toBe(false);
		}
		expect(problems(4, { way: 'percent_down', size: 1, roundTo: '10' }).lines[0]!.problem).toBe(
			'too_low'
		);
		const dear = problems(1_000_000, { way: 'percent_up', size: 1 });
		expect(dear.lines[0]!.problem).toBe('too_high');
		const fine = problems(600, {});
		expect([isPossible(fine), isChanged(fine)]).toEqual([true, true]);
		expect(isChanged(problems(0, {}))).toBe(false);
	});

	test('goes the way that it says, by no more than asked and half a step, in whole steps', () => {
		const ore = fc.integer({ min: 0, max: 100_000_000 });
		fc.assert(
			fc.property(
				ore,
				fc.constantFrom(...PRICE_WAYS),
				fc.integer({ min: 1, max: 9_900 }),
				fc.constantFrom(...PRICE_SCOPES),
				fc.constantFrom(...ROUNDINGS),
				(before, way, size, scope, roundTo) => {
					const isPercent = way.startsWith('percent');
					const { lines } = newPrices(
						{
							prices: [{ ...line('teaching', 0), unitPriceOre: before }],
							priceSteps: [],
							supplementPercent: 0
						},
						{ way, size: isPercent ? size / 100 : size, scope, roundTo }
					);
					const { after } = lines[0]!;
					expect(Number.isInteger(after)).toBe(true);
					const unit = Number(roundTo) * 100;
					if (before === 0) {
						expect(after).toBe(0);
						return;
					}
					expect(after === before || after % unit === 0).toBe(true);
					const asked = isPercent ? (before * size) / 10_000 : size;
					const moved = way.endsWith('up') ? after - before : before - after;
					expect(moved).toBeGreaterThanOrEqual(0);
					expect(moved).toBeLessThanOrEqual(asked + unit / 2);
				}
			)
		);
	});
});
