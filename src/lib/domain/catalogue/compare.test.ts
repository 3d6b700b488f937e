import { expect, test } from 'vitest';
import { compare } from './compare';
import { BLANK_MODULE, type Module } from './module';

const module = (rest: Partial<Module>): Module => ({
	...BLANK_MODULE,
	id: 'a',
	version: 1,
	state: 'published',
	publishedAt: null,
	updatedAt: '2026-11-24T08:00:00Z',
	confirmedAt: null,
	school: { id: 's', name: 'ZBC', kind: 'business_college', municipality: 'Roskilde' },
	places: ['workplace'],
	deliveryForms: ['one_to_one'],
	hours: 25,
	minimumHours: 6,
	maxParticipants: 4,
	prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }],
	...rest
});
const names = { subjects: [], legalBases: [] };
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const rows = (modules: Module[], onlyDifferences = false) =>
	Object.fromEntries(
		compare(modules, names, onlyDifferences)
			.flatMap((group) => group.rows)
			.map(({ term, values, differs }) => [term, [...values.map(plain), differs]])
	);

test('modules are held against one another by the same examples, and what differs is marked', () => {
	const free = module({
		id: 'b',
		minimumHours: 25,
		maxParticipants: 1,
		prices: [{ kind: 'teaching', model: 'fixed', unitPriceOre: 0, weeklyHours: null }]
	});
	expect(rows([module({}), free])).toMatchObject({
		Undervisning: ['600 kr. i timen', 'Uden betaling', true],
		'Det korteste, for én': ['3.600 kr. for 6 timer', null, true],
		'Det hele, for én': ['15.000 kr. for 25 timer', 'Uden betaling for 25 timer', true],
		'Det hele, pr. time': ['600 kr.', 'Uden betaling', true],
		'Det hele, fuldt hold': ['3.750 kr. for hver af 4', null, true],
		Sted: ['På arbejdspladsen', 'På arbejdspladsen', false]
	});
});

test('only what differs is left when that is asked for', () => {
	expect(Object.keys(rows([module({}), module({ places: ['school'] })], true))).toEqual(['Sted']);
	expect(compare([module({}), module({})], names, true)).toEqual([]);
});
