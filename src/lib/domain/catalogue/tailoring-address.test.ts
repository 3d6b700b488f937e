import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyModule, anyWish, anyWishFor } from '../../../../tests/fixtures/any-module';
import { tailor } from './tailoring';
import { readWish, TAILORING_PARAMS, wishFor, writeWish } from './tailoring-address';

const read = (query: string) => readWish(new URLSearchParams(query));

describe('an address', () => {
	test('says a wish in short, readable words', () => {
		const wish = {
			elements: [1, 3],
			sessionHours: 1.5,
			weeklyHours: 6,
			place: 'workplace',
			participants: 4,
			isUnsocial: true,
			startsOn: '2026-12-01'
		} as const;
		const query = 'dele=1,3&gang=1,5&uge=6&sted=workplace&deltagere=4&aften=1&start=2026-12-01';
		expect(writeWish({ ...wish, elements: [3, 1] })).toBe(query);
		expect(read(query)).toEqual(wish);
	});

	test('a form sends a value for each box, and an empty one when none is ticked', () => {
		expect(read('dele=&dele=3&dele=1&timer=&gang=2&aften=1')).toEqual({
			elements: [1, 3],
			sessionHours: 2,
			isUnsocial: true
		});
		expect(read('dele=')).toEqual({ elements: [] });
	});

	test.each([
		'',
		'modul=x&fag=danish',
		'timer=-3&gang=1e9&uge=NaN&deltagere=1.5&start=31.02.2026',
		'timer=99999&sted=moon&form=__proto__&aften=constructor&deltagere=99999',
		'sted=%00&form=%ff&start=<script>&gang=%2e'
	])('%s is no wish', (query) => expect(read(query)).toEqual({}));

	test('what was written is read again as it was', () => {
		fc.assert(
			fc.property(anyWish, (wish) => {
				expect(read(writeWish(wish))).toEqual(wish);
			})
		);
	});

	test('any module that is made to fit is so again by the address that it gives', () => {
		const both = anyModule.chain((module) => fc.tuple(fc.constant(module), anyWishFor(module)));
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const tailored = tailor(module, wish, '2026-11-24')!;
				const again = tailor(module, read(writeWish(wishFor(tailored))), '2026-11-24')!;
				expect({ ...again, corrections: [] }).toEqual({ ...tailored, corrections: [] });
			})
		);
	});

	test('whatever it holds, a wish comes of it that a module can be made to fit by', () => {
		const pairs = fc.array(
			fc.tuple(fc.constantFrom(...Object.values(TAILORING_PARAMS)), fc.string()),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(anyModule, pairs, (module, given) => {
				const wish = readWish(new URLSearchParams(given));
				expect(tailor(module, wish, '2026-11-24')?.totalOre).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
