import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	againstTarget,
	byProvider,
	cappedCost,
	hourShares,
	share,
	totalCost,
	upskilledOfPlaced
} from './figures';
import { overview } from './overview';

/** Table 5 and figure 6 of the evaluation, as the database would answer them. */
const { groups, providers, costs } = overview.parse({
	groups: [
		{
			code: 'original',
			name_da: 'Oprindelige målgrupper',
			name_en: 'Original target groups',
			referred: 138,
			placed: 85,
			in_job: 34,
			in_job_after_six_months: 18,
			upskilled: 21,
			placed_and_upskilled: 21,
			engagements: 21,
			targets: { referred: 120, placed: 70, in_job: 48, in_job_after_six_months: 36 },
			weekly_hours: { up_to_20: 120, up_to_30: 11, full_time: 6, unknown: 1 }
		},
		{
			code: 'ukrainian',
			name_da: 'Ukrainske flygtninge',
			name_en: 'Ukrainian refugees',
			referred: 90,
			placed: 59,
			in_job: 44,
			in_job_after_six_months: 0,
			upskilled: 85,
			placed_and_upskilled: 59,
			engagements: 85,
			targets: { referred: 50, placed: 40, in_job: 32 },
			weekly_hours: { up_to_20: 0, up_to_30: 60, full_time: 30, unknown: 0 }
		}
	],
	providers: [
		training('clavis', 'english', 24, 'ukrainian'),
		training('clavis', 'danish', 9),
		training('zbc', 'food_hygiene', 2),
		training('zbc', 'warehouse', 4)
	],
	costs: [cost('a', true, 18000000, 3000000, 2800000), cost('b', false, null, 500000, 0)],
	years: [2026]
});
const [original, ukrainian] = groups as [(typeof groups)[0], (typeof groups)[0]];

function training(provider: string, subject: string, engagements: number, group = 'original') {
	return {
		provider_id: provider,
		provider_name: provider.toUpperCase(),
		reporting_group_code: group,
		subject_code: subject,
		engagements,
		completed: engagements,
		dropped: 0,
		hours_held: 7.4,
		total_ore: 100
	};
}

function cost(
	id: string,
	capped: boolean,
	budget: number | null,
	committed: number,
	spent: number
) {
	return {
		funding_source_id: id,
		name_da: id,
		name_en: id,
		is_capped: capped,
		budget_ore: budget,
		committed_ore: committed,
		spent_ore: spent
	};
}

describe('figures against targets', () => {
	test('are a share of the target, more than all of it when it is passed', () => {
		expect(againstTarget(original, 'referred')).toEqual({
			reached: 138,
			target: 120,
			share: 1.15
		});
		expect(againstTarget(original, 'in_job_after_six_months').share).toBe(0.5);
	});

	test('stand alone without a target', () => {
		expect(againstTarget(ukrainian, 'upskilled')).toEqual({
			reached: 85,
			target: undefined,
			share: undefined
		});
	});

	test('after six months are not counted where nobody set a target for it', () => {
		expect(againstTarget(ukrainian, 'in_job_after_six_months').reached).toBeUndefined();
		expect(againstTarget(original, 'in_job_after_six_months').reached).toBe(18);
	});

	test('have no share of a target of nothing', () => {
		expect(share(3, 0)).toBeUndefined();
	});
});

test('a quarter of those who were placed got training', () => {
	expect(Math.round(upskilledOfPlaced(original)! * 100)).toBe(25);
	expect(upskilledOfPlaced(ukrainian)).toBe(1);
});

test('weekly hours are shares of all candidates, also of those whose hours nobody knows', () => {
	const shares = hourShares(original).map(({ share }) => Math.round(share * 100));
	expect(shares).toEqual([87, 8, 4, 1]);
});

test('a school has one row for each group, group by group, with its subjects, most first', () => {
	expect(byProvider({ providers, groups })).toMatchObject([
		{ providerId: 'clavis', engagements: 9, subjects: [{ subject: 'danish', engagements: 9 }] },
		{
			providerId: 'zbc',
			engagements: 6,
			completed: 6,
			hoursHeld: 14.8,
			totalOre: 200,
			subjects: [{ subject: 'warehouse' }, { subject: 'food_hygiene' }]
		},
		{ providerId: 'clavis', group: 'ukrainian', engagements: 24 }
	]);
});

describe('cost', () => {
	test('adds up, with the budget of those that have one', () => {
		expect(totalCost(costs)).toEqual({
			budgetOre: 18000000,
			committedOre: 3500000,
			spentOre: 2800000,
			leftOre: 11700000
		});
	});

	test('under capped legal bases is a figure of its own', () => {
		expect(cappedCost(costs)).toMatchObject({ committedOre: 3000000, spentOre: 2800000 });
	});

	test('without any budget has nothing left to tell', () => {
		expect(totalCost([]).leftOre).toBeUndefined();
	});

	test('left, committed and spent are always the budget', () => {
		const amount = fc.integer({ min: 0, max: 1_000_000_000 });
		fc.assert(
			fc.property(fc.array(fc.tuple(amount, amount, amount)), (rows) => {
				const money = totalCost(
					overview.shape.costs.parse(rows.map(([b, c, s], i) => cost(`${i}`, false, b, c, s)))
				);
				if (rows.length === 0) return;
				expect(money.leftOre! + money.committedOre + money.spentOre).toBe(money.budgetOre);
			})
		);
	});
});

test('an answer of another shape is a fault, not an empty page', () => {
	expect(() => overview.parse({ groups: [{}] })).toThrow();
});
