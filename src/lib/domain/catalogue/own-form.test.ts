import { describe, expect, test } from 'vitest';
import { carryOutForm, copyForm, pickForm, repriceForm } from './own-form';
import { newDates } from './reprice';

const [one, two] = ['0193a0e0-0000-7000-8000-000000000001', '0193a0e0-0000-7000-8000-000000000002'];

describe('what is picked', () => {
	const read = (picked: string[], alone = '') => pickForm.safeParse({ picked, one: alone });

	test('is every module that is ticked, at the version on the page', () => {
		expect(read([`${one}.3`, `${two}.12`]).data).toEqual({
			modules: [
				{ id: one, version: 3 },
				{ id: two, version: 12 }
			]
		});
	});

	test('is the one module whose own button was pressed, whatever is ticked', () => {
		expect(read([`${one}.3`], `${two}.1`).data!.modules).toEqual([{ id: two, version: 1 }]);
	});

	test('is something', () => {
		expect(read([]).error!.issues).toMatchObject([{ path: ['picked'] }]);
		for (const value of ['x', one!, `${one}.x`, `${one}.1;`]) {
			expect(read([value]).success, value).toBe(false);
		}
	});
});

test('a copy has an id of its own', () => {
	expect(copyForm.parse({ copy: `${one}.${two}` })).toEqual({ id: one, copyId: two });
	expect(copyForm.safeParse({ copy: one }).success).toBe(false);
});

describe('a change of prices', () => {
	const read = (change: Record<string, string>) =>
		repriceForm.safeParse({
			picked: [`${one}.3`],
			way: 'percent_up',
			size: '5',
			scope: 'all',
			roundTo: '5',
			validFrom: '',
			validUntil: '',
			...change
		});

	test.each([
		['percent_up', '2,5', 2.5],
		['percent_up', '5 %', 5],
		['percent_down', '99', 99],
		['amount_up', '25', 2_500],
		['amount_down', '1.250,50 kr.', 125_050]
	])('of %s %s is read', (way, size, expected) => {
		expect(read({ way, size }).data).toMatchObject({ way, size: expected });
	});

	test.each([
		['percent_up', ''],
		['percent_up', 'lidt'],
		['percent_up', '0'],
		['percent_up', '301'],
		['percent_down', '100'],
		['percent_down', '-5'],
		['amount_up', '0'],
		['amount_up', '100.001'],
		['amount_up', 'en tier']
	])('of %s %s is refused at its size', (way, size) => {
		expect(read({ way, size }).error!.issues).toMatchObject([{ path: ['size'] }]);
	});

	test('has dates in order, if any', () => {
		expect(read({ validFrom: '2027-01-01', validUntil: '2027-12-31' }).success).toBe(true);
		expect(read({ validFrom: '2027-02-01', validUntil: '2027-01-01' }).error!.issues).toMatchObject(
			[{ path: ['validUntil'] }]
		);
	});

	test('with a new beginning has a new end, and with a new end keeps its beginning', () => {
		const [from, until] = ['2027-01-01', '2027-12-31'];
		expect(newDates({ validFrom: from, validUntil: null })).toEqual({
			priceValidFrom: from,
			priceValidUntil: null
		});
		expect(newDates({ validFrom: null, validUntil: until })).toEqual({ priceValidUntil: until });
		expect(newDates({ validFrom: null, validUntil: null })).toEqual({});
	});

	test('is carried out with whole øre only', () => {
		const sent = (price: string) => ({
			modules: [{ id: one, version: '3', prices: [price], priceSteps: [] }],
			validFrom: '',
			validUntil: ''
		});
		expect(carryOutForm.parse(sent('63000')).modules[0]!.prices).toEqual([63_000]);
		for (const price of ['-1', '1,5', '', '1e5']) {
			expect(carryOutForm.safeParse(sent(price)).success, price).toBe(false);
		}
	});
});
