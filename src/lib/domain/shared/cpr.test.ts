import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsCprLikeNumber } from './cpr';

const two = (n: number) => String(n).padStart(2, '0');
const date = fc
	.tuple(
		fc.integer({ min: 1, max: 31 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 0, max: 99 })
	)
	.map((parts) => parts.map(two));
const separator = fc.constantFrom('', ' ', '.', '/', '-', '–', '\u2011', '\u00a0');
const last = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
const words = fc.string({ unit: fc.constantFrom(...'abc æøå,.') });

describe('holdsCprLikeNumber', () => {
	test('finds a number however its parts are separated and whatever stands around it', () => {
		fc.assert(
			fc.property(
				words,
				date,
				separator,
				separator,
				fc.array(separator, { maxLength: 3 }),
				last,
				words,
				(before, [day, month, year], a, b, gap, end, after) => {
					const text = `${before}${day}${a}${month}${b}${year}${gap.join('')}${end}${after}`;
					expect(holdsCprLikeNumber(text)).toBe(true);
				}
			)
		);
	});

	test.each([
		['no digits', 'Hygiejne i køkkenet'],
		['a month that does not exist', '0113901234'],
		['a day that does not exist', '3201901234'],
		['an EAN number', '5790000123456'],
		['a CVR number', '12345678'],
		['a longer number that holds ten such digits', '90101901234'],
		['an amount', '1.234.567,50 kr.'],
		['a phone number', '+45 46 31 30 00'],
		['an address with an id', 'https://løftet.dk/moduler/22ce6f01-1100-7726-8000-000000049a00'],
		['words between the date and the digits', '010190 og 1234']
	])('passes %s', (_, text) => expect(holdsCprLikeNumber(text)).toBe(false));

	test('finds a number beside an id', () => {
		expect(holdsCprLikeNumber('22ce6f01-1100-7726-8000-000000049a00 010190-1234')).toBe(true);
	});

	test('sees through full-width digits', () => {
		expect(holdsCprLikeNumber('０１０１９０－１２３４')).toBe(true);
	});
});
