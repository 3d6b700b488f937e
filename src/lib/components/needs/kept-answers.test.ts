import { beforeEach, expect, test, vi } from 'vitest';
import { anyKept } from '$lib/components/kept/any-kept';
import { forgetOthers } from '$lib/components/kept/store';
import { stubStorage } from '../../../../tests/fixtures/local-storage';
import { everyKept, keptAnswers, markRefused, moveOn, stepsKept, type Place } from './kept-answers';

const DAY = 24 * 60 * 60 * 1000;
beforeEach(stubStorage);

const at = (path: string): Place => ({ path, organisationId: 'o1', isMeant: true });
const goalOf = (user: string, need: string, now?: number) =>
	keptAnswers(user, need, 'maalet', now === undefined ? undefined : () => now);

test('what was typed is there again, for its own person, need and step, until it is forgotten', () => {
	expect(anyKept()).toBe(false);
	goalOf('u1', 'n1').keep({ goal: 'Ti ord' }, at('/behov/n1/rediger/maalet'));
	expect(goalOf('u1', 'n1').read()).toEqual({ goal: 'Ti ord' });
	expect(keptAnswers('u1', 'n1', 'kandidat').read()).toBeNull();
	expect(goalOf('u1', 'n2').read()).toBeNull();
	expect(goalOf('u2', 'n1').read()).toBeNull();
	expect(anyKept()).toBe(true);
	goalOf('u1', 'n1').forget();
	expect(goalOf('u1', 'n1').read()).toBeNull();
	expect(anyKept()).toBe(false);
});

test('the steps of a need, and all that somebody typed, are known with where it was typed', () => {
	goalOf('u1', 'n1').keep({ goal: 'Ti ord' }, at('/behov/n1/rediger/maalet'));
	keptAnswers('u1', 'n2', 'kandidat').keep({ candidateAlias: 'K-0042' }, at('/behov/nyt?id=n2'));
	goalOf('u2', 'n3').keep({ goal: 'Andet' }, at('/behov/n3/rediger/maalet'));
	expect(stepsKept('u1', 'n1', ['kandidat', 'maalet', 'tjek'])).toEqual(['maalet']);
	expect(everyKept('u1').map(({ needId, step, path }) => [needId, step, path])).toEqual([
		['n1', 'maalet', '/behov/n1/rediger/maalet'],
		['n2', 'kandidat', '/behov/nyt?id=n2']
	]);
	forgetOthers('u1');
	expect(everyKept('u1')).toHaveLength(2);
	expect(everyKept('u2')).toEqual([]);
});

test('what was refused is known until it is written again', () => {
	goalOf('u1', 'n1').keep({ goal: 'Ti ord' }, at('/'));
	markRefused(everyKept('u1')[0]!.key);
	expect(everyKept('u1')[0]).toMatchObject({ isRefused: true, values: { goal: 'Ti ord' } });
	goalOf('u1', 'n1').keep({ goal: 'Tolv ord' }, at('/'));
	expect(everyKept('u1')[0]).not.toHaveProperty('isRefused');
});

test('one saved step moves the others of its need on, where they were typed at the same version', () => {
	goalOf('u1', 'n1').keep({ version: '3' }, at('/a'));
	keptAnswers('u1', 'n1', 'oekonomi').keep({ version: '2' }, at('/b'));
	goalOf('u1', 'n2').keep({ version: '3' }, at('/c'));
	moveOn('u1', { needId: 'n1', from: '3', to: '4' });
	expect(everyKept('u1').map(({ path, values }) => [path, values.version])).toEqual([
		['/a', '4'],
		['/b', '2'],
		['/c', '3']
	]);
});

test('it is not kept longer than a week', () => {
	goalOf('u1', 'n1', 0).keep({ goal: 'Ti ord' }, at('/'));
	expect(goalOf('u1', 'n2', 6 * DAY).read()).toBeNull();
	expect(goalOf('u1', 'n1', 6 * DAY).read()).not.toBeNull();
	expect(goalOf('u1', 'n1', 8 * DAY).read()).toBeNull();
});

test('without storage nothing is kept, and nothing fails', () => {
	vi.stubGlobal('localStorage', undefined);
	const kept = goalOf('u1', 'n1');
	kept.keep({ goal: 'Ti ord' }, at('/'));
	expect(kept.read()).toBeNull();
	expect(() => kept.forget()).not.toThrow();
	expect(everyKept('u1')).toEqual([]);
	expect(anyKept()).toBe(false);
});
