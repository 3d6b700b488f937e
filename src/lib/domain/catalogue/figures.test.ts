import { expect, test } from 'vitest';
import { DECLINE_REASONS } from '$lib/domain/needs/need';
import { lossWord, monthWord } from './figures';

const figures = Object.values(
	import.meta.glob<string>('/supabase/migrations/*module_figures.sql', {
		query: '?raw',
		import: 'default',
		eager: true
	})
).join('\n');

test('every reason that the database gives has words', () => {
	const written = [...figures.matchAll(/(?:then|else) '([a-z_]+)'/g)].map(([, code]) => code!);
	const whole = written.filter((code) => !/_$|^declined|^quote_|^chosen/.test(code));
	expect(whole.sort()).toEqual([
		'cancelled',
		'let_go',
		'need_closed',
		'not_answered',
		'not_chosen'
	]);
	const composed = [
		...DECLINE_REASONS.map((reason) => `declined_${reason}`),
		...['withdrawn', 'expired'].map((state) => `quote_${state}`),
		...['cheapest', 'earliest', 'best_fit', 'other'].map((reason) => `chosen_${reason}`)
	];
	for (const reason of [...whole, ...composed]) expect(lossWord(reason)).toMatch(/\p{L}{3}/u);
	expect(() => lossWord('bad_weather')).toThrow('no words');
});

test('a month is called by its name', () => {
	expect(monthWord('2026-11-01')).toBe('november 2026');
});
