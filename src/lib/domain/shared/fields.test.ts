import { expect, test } from 'vitest';
import { z } from 'zod';
import {
	choice,
	choices,
	date,
	freeText,
	hours,
	money,
	optionalFreeText,
	optionalHours
} from './fields';

const messages = (schema: z.ZodType, value: unknown) =>
	schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

test('text is trimmed, must be there, has a limit and holds no CPR-like number', () => {
	expect(freeText(10).parse(' hej ')).toBe('hej');
	expect(messages(freeText(10), '  ')).toEqual(['Feltet skal udfyldes']);
	expect(messages(freeText(3), 'hejsa')).toEqual(['Skriv højst 3 tegn']);
	expect(messages(freeText(50), 'Ring om 010190-1234')[0]).toContain('CPR');
	expect(optionalFreeText(10).parse('  ')).toBeNull();
	expect(messages(optionalFreeText(50), '010190 1234')[0]).toContain('CPR');
});

test('hours are steps of three minutes within limits', () => {
	expect(hours().parse('7,25')).toBe(7.25);
	expect(optionalHours().parse('')).toBeNull();
	expect(hours().parse('7,4')).toBe(7.4);
	expect(messages(hours(), '7,33')[0]).toContain('0,05');
	expect(messages(hours({ max: 37 }), '38')).toEqual(['Tallet må højst være 37']);
});

test('money is øre', () => {
	expect(money().parse('1.234,50')).toBe(123450);
	expect(messages(money({ min: 100 }), '0,50')).toEqual(['Tallet skal være mindst 1\u00a0kr.']);
});

test('a date knows the first day that fits', () => {
	const field = date({ from: () => '2026-11-23' });
	expect(field.parse('24.12.2026')).toBe('2026-12-24');
	expect(messages(field, '2026-11-22')).toEqual(['Datoen må tidligst være 23.11.2026']);
});

test('a choice is one of the values', () => {
	expect(choice(['a', 'b']).parse('a')).toBe('a');
	expect(messages(choice(['a', 'b']), '')).toEqual(['Vælg en af mulighederne']);
	expect(choices(['a', 'b']).parse(['b'])).toEqual(['b']);
	expect(messages(choices(['a'], { min: 1 }), [])).toEqual(['Vælg mindst én mulighed']);
});

test('what no field words is worded in the language of the reader too', () => {
	expect(messages(z.int(), 'x')).toEqual(['Det, du har skrevet, kan ikke bruges her']);
});
