import { describe, expect, test } from 'vitest';
import {
	describeLength,
	describeSessions,
	describeTailoring,
	describeTotal
} from './describe-module';
import { BLANK_MODULE, type ModuleContent } from './module';

const module = (changed: Partial<ModuleContent> = {}): ModuleContent => ({
	...BLANK_MODULE,
	title: 'Fødevarehygiejne',
	hours: 25,
	minimumHours: 6,
	sessionHours: 3,
	sessionHoursMin: 1.5,
	maxParticipants: 4,
	prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }],
	...changed
});
const whole = module({
	isDivisible: false,
	hours: 22.2,
	minimumHours: 22.2,
	indivisibleReason: 'Certifikatet kræver hele kurset.'
});
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

test('a length is a range, or the whole', () => {
	expect(plain(describeLength(module()))).toBe('6–25 timer');
	expect(plain(describeLength(module({ minimumHours: null })))).toBe('25 timer');
	expect(plain(describeLength(whole))).toBe('22,2 timer, kun som helhed');
	expect(describeLength(module({ hours: null }))).toBeNull();
});

test('a session is a range too', () => {
	expect(plain(describeSessions(module()))).toBe('1,5–3 timer');
	expect(plain(describeSessions(module({ sessionHoursMin: 3 })))).toBe('3 timer');
});

describe('tailoring', () => {
	test('says how little one can buy', () => {
		expect(plain(describeTailoring(module()))).toBe(
			'I kan købe fra 6 til 25 timer. En gang kan være helt ned til 1,5 timer.'
		);
	});

	test('says why not', () => {
		expect(describeTailoring(whole)).toBe('Certifikatet kræver hele kurset.');
		expect(describeTailoring({ ...whole, indivisibleReason: null })).toContain('som helhed');
	});
});

test('a total is for one participant, from the least to the whole', () => {
	expect(plain(describeTotal(module()))).toBe('3.600–15.000 kr.');
	expect(plain(describeTotal(whole))).toBe('13.320 kr.');
	expect(describeTotal(module({ prices: [] }))).toBeNull();
	const free = module().prices.map((price) => ({ ...price, unitPriceOre: 0 }));
	expect(describeTotal(module({ prices: free }))).toBeNull();
});
