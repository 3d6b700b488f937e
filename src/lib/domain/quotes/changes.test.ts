import { describe, expect, test } from 'vitest';
import {
	lineChanges,
	lineChangeWord,
	listLines,
	planChanges,
	withChanges,
	type Plan
} from './changes';

const terms = {
	prices: [
		{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null },
		{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 120_000, weeklyHours: null }
	],
	priceSteps: [{ fromParticipants: 4, unitPriceOre: 80_000 }],
	supplementPercent: 50
} as const;
const one = { hours: 10, participants: 1 };

describe('against the price list', () => {
	test('a quote tells what was dropped, added and priced otherwise, and nothing of the rest', () => {
		const quoted = [
			{ kind: 'teaching', amountOre: 550_000 },
			{ kind: 'support', amountOre: 90_000 }
		] as const;
		const changes = lineChanges(listLines(terms, one, quoted), quoted);
		expect(changes).toEqual([
			{ kind: 'teaching', beforeOre: 600_000, afterOre: 550_000 },
			{ kind: 'pre_meeting', beforeOre: 120_000, afterOre: null },
			{ kind: 'support', beforeOre: null, afterOre: 90_000 }
		]);
		expect(changes.map(lineChangeWord)).toEqual([
			'Undervisning: 5.500\u00a0kr. i stedet for 6.000\u00a0kr.',
			'Ikke med: Formøde (1.200\u00a0kr.)',
			'Lagt til: Støtte, for eksempel en uddannelsesbuddy (900\u00a0kr.)'
		]);
	});

	test('a group is held against the price of a group, and a supplement against the list’s', () => {
		expect(listLines(terms, { hours: 10, participants: 5 }, [])[0]!.amountOre).toBe(800_000);
		const evening = listLines(terms, one, [{ kind: 'supplement' }]);
		expect(lineChanges(evening, evening)).toEqual([]);
		expect(evening.map(({ kind }) => kind)).toContain('supplement');
	});
});

const plan: Plan = {
	title: 'Dansk i køkkenet',
	hours: 20,
	sessionHours: 2,
	weeklyHours: 4,
	participants: 1,
	place: 'workplace',
	deliveryForm: 'one_to_one',
	startsOn: '2027-01-04',
	validUntil: '2027-02-01',
	note: null,
	sessions: []
};

test('a new quote tells what it says otherwise than the one before', () => {
	expect(planChanges(plan, plan)).toEqual([]);
	expect(planChanges(plan, { ...plan, hours: 24, note: 'Med buddy' })).toEqual([
		{ label: 'Timer i alt', before: '20\u00a0timer', after: '24\u00a0timer' },
		{ label: 'Vilkår og bemærkninger', before: 'intet', after: 'Med buddy' }
	]);
});

test('only a quote whose place was taken by the next tells what that one changed, also in price', () => {
	const lines = (amountOre: number) => [{ kind: 'teaching' as const, amountOre }];
	const versions = withChanges([
		{ ...plan, state: 'submitted', hours: 24, lines: lines(600_000) },
		{ ...plan, state: 'superseded', lines: lines(500_000) },
		{ ...plan, state: 'withdrawn', hours: 10, lines: lines(100_000) }
	]);
	expect(versions.map(({ changes }) => changes)).toEqual([
		[],
		[
			'Timer i alt: 24\u00a0timer i stedet for 20\u00a0timer',
			'Undervisning: 6.000\u00a0kr. i stedet for 5.000\u00a0kr.'
		],
		[]
	]);
});
