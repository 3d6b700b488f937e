import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, formatDate, formatHours, formatKroner, kroner } from './format';
import { decimalToNumber, isHours, kronerToOre, toIsoDate } from './parse';

const ore = fc.integer({ min: 0, max: 99_999_999_999 });
const hoursSteps = fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 20);
const day = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
	.map((value) => value.toISOString().slice(0, 10));

describe('kronerToOre', () => {
	test('reads every amount as it is shown', () => {
		fc.assert(
			fc.property(ore, (amount) => {
				expect(kronerToOre(kroner(amount))).toBe(amount);
				expect(kronerToOre(formatKroner(amount))).toBe(amount);
			})
		);
	});

	test.each([
		['1.234,50', 123450],
		['15000', 1500000],
		['15.000 kr.', 1500000],
		['15 000', 1500000],
		['600,-', 60000],
		['12,5', 1250],
		['12.50', 1250],
		['0', 0]
	])('reads %s', (text, amount) => expect(kronerToOre(text)).toBe(amount));

	test.each(['', 'gratis', '-5', '1,234.50', '1.23.4', '12,345', '1e5'])('refuses %s', (text) =>
		expect(kronerToOre(text)).toBeUndefined()
	);
});

describe('decimalToNumber', () => {
	test('reads hours as they are shown', () => {
		fc.assert(
			fc.property(hoursSteps, (hours) => {
				expect(decimalToNumber(decimal(hours))).toBe(hours);
				expect(isHours(hours)).toBe(true);
			})
		);
	});

	test.each([
		['7,4', 7.4],
		['7.5', 7.5],
		['7½', 7.5],
		[',25', 0.25]
	])('reads %s', (text, value) => expect(decimalToNumber(text)).toBe(value));

	test.each(['', ' ', 'to', '-1', '1,2,3', '1.000,5'])('refuses %s', (text) =>
		expect(decimalToNumber(text)).toBeUndefined()
	);
});

describe('toIsoDate', () => {
	test('reads every date as it is sent and as it is shown', () => {
		fc.assert(
			fc.property(day, (iso) => {
				expect(toIsoDate(iso)).toBe(iso);
				expect(toIsoDate(formatDate(iso))).toBe(iso);
			})
		);
	});

	test.each(['31.02.2026', '2026-13-01', '1.1.26', 'i morgen', ''])('refuses %s', (text) =>
		expect(toIsoDate(text)).toBeUndefined()
	);
});

test('formats as Danes write', () => {
	expect(formatKroner(1500000)).toBe('15.000\u00a0kr.');
	expect(formatKroner(123450)).toBe('1.234,50\u00a0kr.');
	expect(formatKroner(-50)).toBe('-0,50\u00a0kr.');
	expect(formatHours(7.4)).toBe('7,4\u00a0timer');
	expect(formatHours(1)).toBe('1\u00a0time');
});
