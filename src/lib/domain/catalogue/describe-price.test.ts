import { describe, expect, test } from 'vitest';
import { describeAdded, describeIncluded, describePrice, priceExamples } from './describe-price';
import { BLANK_MODULE } from './module';
import type { LineKind, PriceItem, PriceModel } from './price';

const kroner = (amount: number) => amount * 100;
const item = (
	kind: LineKind,
	model: PriceModel,
	price: number,
	weeklyHours: number | null = null
): PriceItem => ({ kind, model, unitPriceOre: kroner(price), weeklyHours });
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('a price in words', () => {
	test.each([
		[item('teaching', 'per_hour', 600), '600 kr. i timen'],
		[item('teaching', 'per_week', 2800, 2), '2.800 kr. om ugen med 2 timer'],
		[item('teaching', 'per_participant', 4200), '4.200 kr. pr. deltager'],
		[item('teaching', 'per_participant', 0), 'Uden betaling'],
		[item('teaching', 'fixed', 15_000), '15.000 kr. for hele forløbet']
	])('%o is %s', (teaching, words) => expect(plain(describePrice([teaching]))).toBe(words));

	test('says what comes on top and what is in it', () => {
		const items = [
			item('teaching', 'per_hour', 600),
			item('pre_meeting', 'fixed', 0),
			item('screening', 'fixed', 0),
			item('materials', 'per_participant', 250)
		];
		expect(describeAdded(items)).toBe('plus materialer');
		expect(describeIncluded(items)).toBe('med formøde og screening');
		expect(describeAdded(items.slice(0, 1))).toBeNull();
		expect(describeIncluded(items.slice(0, 1))).toBeNull();
	});

	test('is left out until there is one', () => {
		expect(describePrice([])).toBeNull();
		expect(priceExamples({ ...BLANK_MODULE, hours: 10, minimumHours: 5 })).toEqual([]);
	});
});

describe('examples', () => {
	test('are the least and the whole length', () => {
		const examples = priceExamples({
			...BLANK_MODULE,
			hours: 24,
			minimumHours: 20,
			maxParticipants: 1,
			prices: [item('teaching', 'per_week', 2800, 2), item('pre_meeting', 'fixed', 0)]
		});
		expect(examples.map(({ hours, weeks, totalOre }) => [hours, weeks, totalOre])).toEqual([
			[20, 10, kroner(28_000)],
			[24, 12, kroner(33_600)]
		]);
		expect(examples[0]?.lines).toHaveLength(2);
	});

	test('show what each participant costs in a full group', () => {
		const examples = priceExamples({
			...BLANK_MODULE,
			hours: 25,
			minimumHours: 25,
			maxParticipants: 4,
			prices: [item('teaching', 'per_hour', 600), item('materials', 'per_participant', 200)]
		});
		expect(
			examples.map(({ participants, totalOre, perParticipantOre }) => [
				participants,
				totalOre,
				perParticipantOre
			])
		).toEqual([
			[1, kroner(15_200), kroner(15_200)],
			[4, kroner(15_800), kroner(3950)]
		]);
	});

	test('begin with the smallest group that it is given to', () => {
		const examples = priceExamples({
			...BLANK_MODULE,
			hours: 51.8,
			minimumHours: 51.8,
			minParticipants: 6,
			maxParticipants: 12,
			prices: [item('teaching', 'per_participant', 6800)]
		});
		expect(examples.map(({ participants }) => participants)).toEqual([6, 12]);
	});
});
