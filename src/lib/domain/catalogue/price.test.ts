import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	LINE_KINDS,
	lineAmountOre,
	priceLines,
	totalOre,
	weeksOf,
	type PriceItem
} from './price.ts';

const kroner = (amount: number) => amount * 100;
const hours = fc.integer({ min: 1, max: 40_000 }).map((steps) => steps / 20);
const item: fc.Arbitrary<PriceItem> = fc
	.record({
		kind: fc.constantFrom(...LINE_KINDS),
		model: fc.constantFrom('per_hour', 'per_week', 'per_participant', 'fixed'),
		unitPriceOre: fc.integer({ min: 0, max: 100_000_000 }),
		week: fc.integer({ min: 1, max: 1200 }).map((steps) => steps / 20)
	})
	.map(({ week, ...rest }) => ({ ...rest, weeklyHours: rest.model === 'per_week' ? week : null }));
const list = fc.array(item, { maxLength: 10 });
const bought = fc.record({ hours, participants: fc.integer({ min: 1, max: 100 }) });

describe('the prices of the evaluation (§ 2.6)', () => {
	test('25 hours of food hygiene at 600 kr are 15 000 kr, plus preparation', () => {
		const lines = priceLines(
			[
				{ kind: 'teaching', model: 'per_hour', unitPriceOre: kroner(600), weeklyHours: null },
				{ kind: 'preparation', model: 'fixed', unitPriceOre: kroner(2400), weeklyHours: null }
			],
			{ hours: 25, participants: 1 }
		);
		expect(lines.map((line) => line.amountOre)).toEqual([kroner(15_000), kroner(2400)]);
		expect(totalOre(lines)).toBe(kroner(17_400));
	});

	test.each([
		[10, 28_000],
		[12, 33_600]
	])(
		'language training of 2 800 kr a week with 2 hours is for %i weeks %i kr',
		(weeks, expected) => {
			const training: PriceItem = {
				kind: 'teaching',
				model: 'per_week',
				unitPriceOre: kroner(2800),
				weeklyHours: 2
			};
			expect(totalOre(priceLines([training], { hours: weeks * 2, participants: 1 }))).toBe(
				kroner(expected)
			);
		}
	);
});

describe('for any price list', () => {
	test('the lines add up to the total, and nothing is negative', () => {
		fc.assert(
			fc.property(list, bought, (items, amount) => {
				const lines = priceLines(items, amount);
				expect(lines).toHaveLength(items.length);
				expect(lines.every((line) => line.amountOre >= 0 && Number.isInteger(line.amountOre))).toBe(
					true
				);
				expect(totalOre(lines)).toBe(lines.reduce((sum, line) => sum + line.amountOre, 0));
			})
		);
	});

	test('more hours or more participants never cost less', () => {
		fc.assert(
			fc.property(list, bought, bought, (items, a, b) => {
				const less = {
					hours: Math.min(a.hours, b.hours),
					participants: Math.min(a.participants, b.participants)
				};
				const more = {
					hours: Math.max(a.hours, b.hours),
					participants: Math.max(a.participants, b.participants)
				};
				expect(totalOre(priceLines(items, less))).toBeLessThanOrEqual(
					totalOre(priceLines(items, more))
				);
			})
		);
	});

	test('the price for each participant falls or stays as the group grows', () => {
		fc.assert(
			fc.property(list, hours, fc.integer({ min: 1, max: 99 }), (items, length, size) => {
				const each = (participants: number) =>
					totalOre(priceLines(items, { hours: length, participants })) / participants;
				expect(each(size + 1)).toBeLessThanOrEqual(each(size) + 1e-6);
			})
		);
	});
});

test('an AMU day of 7.4 hours is exact, and a begun week counts', () => {
	expect(lineAmountOre(kroner(100), 7.4)).toBe(kroner(740));
	expect(weeksOf(22.2, 7.4)).toBe(3);
	expect(weeksOf(22.25, 7.4)).toBe(4);
});
