import { expect, test } from 'vitest';
import { wordSuggestion } from './suggestion-words';
import { adjustForm, suggestionOf } from './suggestions';

const none = { hours: null, ore: null, starts_on: null };
const word = (row: Partial<Parameters<typeof suggestionOf>[0]> & { lever: string; more: number }) =>
	wordSuggestion(suggestionOf({ ...none, ...row })).replace(/\u00a0/g, ' ');

test.each([
	[
		{ lever: 'session_hours_max', hours: 4, more: 6 },
		'Med 4 timer ad gangen: 6 moduler mere kan bruges.'
	],
	[
		{ lever: 'weekly_hours_max', hours: 7.5, more: 1 },
		'Med 7,5 timer om ugen: 1 modul mere kan bruges.'
	],
	[
		{ lever: 'hours_wanted', hours: 40, more: 2 },
		'Med op til 40 timer i alt: 2 moduler mere kan bruges.'
	],
	[{ lever: 'place', more: 2 }, 'Hvis stedet er uden betydning: 2 moduler mere kan bruges.'],
	[
		{ lever: 'price_ceiling_ore', ore: 1_550_000, more: 3 },
		'Med et loft på 15.500 kr.: 3 moduler mere kan bruges.'
	],
	[
		{ lever: 'starts_on', starts_on: '2026-12-15', more: 3 },
		'Hvis det må begynde senest 15.12.2026: 3 moduler passer uden videre.'
	],
	[
		{ lever: 'starts_on', starts_on: '2026-12-15', more: 1 },
		'Hvis det må begynde senest 15.12.2026: 1 modul passer uden videre.'
	]
])('%j is said in words', (row, words) => {
	expect(word(row)).toBe(words);
});

test('a change is what the database is asked to make; a later start changes nothing', () => {
	const change = (lever: string, row: object = {}) =>
		suggestionOf({ lever, ...none, ...row, more: 1 }).change;
	expect(change('session_hours_max', { hours: 4 })).toEqual({ session_hours_max: 4 });
	expect(change('place')).toEqual({ place: 'any' });
	expect(change('starts_on', { starts_on: '2026-12-15' })).toBeNull();
});

test.each(['', '{', 'null', '{"goal":"Andet"}', '{"place":"any","hours_wanted":2}'])(
	'%j is no change that can be asked for',
	(change) => {
		expect(adjustForm.safeParse({ version: '1', change }).success).toBe(false);
	}
);
