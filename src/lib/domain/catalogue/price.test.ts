import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	LINE_KINDS,
	lineAmountOre,
	priceLines,
	stepFor,
	totalOre,
	weeksOf,
	type PriceItem,
	type PriceStep,
	type PriceTerms
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
const step: fc.Arbitrary<PriceStep> = fc.record({
	fromParticipants: fc.integer({ min: 2, max: 40 }),
	unitPriceOre: fc.integer({ min: 0, max: 100_000_000 })
});
const terms: fc.Arbitrary<PriceTerms> = fc.record({
	prices: list,
	priceSteps: fc.uniqueArray(step, { maxLength: 4, selector: (each) => each.fromParticipants }),
	supplementPercent: fc.integer({ min: 0, max: 200 })
});
const bought = fc.record({
	hours,
	participants: fc.integer({ min: 1, max: 100 }),
	isUnsocial: fc.boolean()
});
const only = (...prices: PriceItem[]): PriceTerms => ({
	prices,
	priceSteps: [],
	supplementPercent: 0
});
const teaching = (price: number): PriceItem => ({
	kind: 'teaching',
	model: 'per_hour',
	unitPriceOre: kroner(price),
	weeklyHours: null
});

describe('the prices of the evaluation (§ 2.6)', () => {
	test('25 hours of food hygiene at 600 kr are 15 000 kr, plus preparation', () => {
		const lines = priceLines(
			only(teaching(600), {
				kind: 'preparation',
				model: 'fixed',
				unitPriceOre: kroner(2400),
				weeklyHours: null
			}),
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
			expect(totalOre(priceLines(only(training), { hours: weeks * 2, participants: 1 }))).toBe(
				kroner(expected)
			);
		}
	);
});

describe('a group and an evening', () => {
	const priced: PriceTerms = {
		prices: [teaching(600)],
		priceSteps: [
			{ fromParticipants: 4, unitPriceOre: kroner(900) },
			{ fromParticipants: 8, unitPriceOre: kroner(1100) }
		],
		supplementPercent: 25
	};
	const cost = (participants: number, isUnsocial = false) =>
		priceLines(priced, { hours: 10, participants, isUnsocial });

	test('the teaching has the price of the largest step that the group has reached', () => {
		expect([3, 4, 7, 8].map((size) => totalOre(cost(size)) / 100)).toEqual([
			6000, 9000, 9000, 11_000
		]);
		expect(cost(4)[0]?.source).toEqual({ from: 'step', fromParticipants: 4 });
		expect(cost(3)[0]?.source).toEqual({ from: 'list' });
	});

	test('an evening adds a line of its own, by the price that the group has', () => {
		expect(cost(4, true)).toMatchObject([
			{ kind: 'teaching', amountOre: kroner(9000) },
			{
				kind: 'supplement',
				model: 'per_hour',
				unitPriceOre: kroner(225),
				quantity: 10,
				amountOre: kroner(2250),
				source: { from: 'supplement', percent: 25 }
			}
		]);
	});
});

describe('for any price list', () => {
	test('the lines add up to the total, nothing is negative, and each says where it comes from', () => {
		fc.assert(
			fc.property(terms, bought, (priced, amount) => {
				const lines = priceLines(priced, amount);
				expect(lines.filter(({ kind }) => kind !== 'supplement')).toHaveLength(
					priced.prices.length
				);
				expect(lines.every((line) => line.amountOre >= 0 && Number.isInteger(line.amountOre))).toBe(
					true
				);
				expect(totalOre(lines)).toBe(lines.reduce((sum, line) => sum + line.amountOre, 0));
				for (const { kind, source } of lines) {
					expect(kind === 'supplement').toBe(source.from === 'supplement');
					expect(source.from === 'step' && kind !== 'teaching').toBe(false);
				}
			})
		);
	});

	test('more of anything never costs less, unless the group has reached another step', () => {
		fc.assert(
			fc.property(terms, bought, bought, (priced, a, b) => {
				const participants = [a.participants, b.participants].sort((x, y) => x - y);
				fc.pre(
					stepFor(priced.priceSteps, participants[0]!) ===
						stepFor(priced.priceSteps, participants[1]!)
				);
				const less = {
					hours: Math.min(a.hours, b.hours),
					participants: participants[0]!,
					isUnsocial: a.isUnsocial && b.isUnsocial
				};
				const more = {
					hours: Math.max(a.hours, b.hours),
					participants: participants[1]!,
					isUnsocial: a.isUnsocial || b.isUnsocial
				};
				expect(totalOre(priceLines(priced, less))).toBeLessThanOrEqual(
					totalOre(priceLines(priced, more))
				);
			})
		);
	});

	test('within a step, the price for each participant falls or stays as the group grows', () => {
		fc.assert(
			fc.property(
				terms,
				hours,
				fc.integer({ min: 1, max: 99 }),
				fc.boolean(),
				(priced, length, size, isUnsocial) => {
					fc.pre(stepFor(priced.priceSteps, size) === stepFor(priced.priceSteps, size + 1));
					const total = (participants: number) =>
						BigInt(totalOre(priceLines(priced, { hours: length, participants, isUnsocial })));
					// Crosswise, in whole øre: no division that rounds.
					expect(total(size + 1) * BigInt(size) <= total(size) * BigInt(size + 1)).toBe(true);
				}
			)
		);
	});
});

test('an AMU day of 7.4 hours is exact, and a begun week counts', () => {
	expect(lineAmountOre(kroner(100), 7.4)).toBe(kroner(740));
	expect(weeksOf(22.2, 7.4)).toBe(3);
	expect(weeksOf(22.25, 7.4)).toBe(4);
});
