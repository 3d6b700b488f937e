import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakEven } from './break-even';
import { BLANK_DRAFT, type ModuleDraft } from './draft';

/** Teaching of 20 hours that costs the school 12.000 kr., and 500 kr. for each participant. */
const module = (changed: Partial<ModuleDraft>): ModuleDraft => ({
	...BLANK_DRAFT,
	hours: 20,
	minParticipants: 1,
	maxParticipants: 8,
	prices: [
		{ kind: 'teaching', model: 'per_participant', unitPriceOre: 350_000, weeklyHours: null }
	],
	cost: { costOre: 1_200_000, costPerParticipantOre: 50_000, note: null },
	...changed
});

test('a price for each pays from where their sum covers the cost', () => {
	expect(breakEven(module({}))).toEqual({
		from: 4,
		groups: [
			{ participants: 1, incomeOre: 350_000, costOre: 1_250_000 },
			{ participants: 4, incomeOre: 1_400_000, costOre: 1_400_000 },
			{ participants: 8, incomeOre: 2_800_000, costOre: 1_600_000 }
		]
	});
});

test('a price by the hour that covers a full group always pays', () => {
	const prices = [
		{ kind: 'teaching', model: 'per_hour', unitPriceOre: 100_000, weeklyHours: null } as const
	];
	expect(breakEven(module({ prices }))?.from).toBe(1);
});

test('a price that a full group makes too low never pays', () => {
	const priceSteps = [{ fromParticipants: 8, unitPriceOre: 100_000 }];
	expect(breakEven(module({ priceSteps }))?.from).toBeNull();
});

test('nothing is said without a cost, a length or a price', () => {
	expect(breakEven(module({ cost: null }))).toBeNull();
	expect(breakEven(module({ hours: null }))).toBeNull();
	expect(breakEven(module({ prices: [] }))).toBeNull();
});

test('from the group that is said on, every group pays, and the one below does not', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 500_000 }),
			fc.integer({ min: 0, max: 3_000_000 }),
			fc.integer({ min: 0, max: 500_000 }),
			fc.integer({ min: 1, max: 12 }),
			(unitPriceOre, costOre, costPerParticipantOre, least) => {
				const terms = (participants: { least: number; most: number }) =>
					breakEven(
						module({
							minParticipants: participants.least,
							maxParticipants: participants.most,
							prices: [
								{ kind: 'teaching', model: 'per_participant', unitPriceOre, weeklyHours: null }
							],
							cost: { costOre, costPerParticipantOre, note: null }
						})
					)!;
				const { from } = terms({ least, most: 12 });
				const pays = (participants: number) =>
					terms({ least: participants, most: participants }).from !== null;
				for (let participants = least; participants <= 12; participants++) {
					if (from !== null && participants >= from) expect(pays(participants)).toBe(true);
				}
				if (from === null) expect(pays(12)).toBe(false);
				else if (from > least) expect(pays(from - 1)).toBe(false);
			}
		)
	);
});
