import type { ActionResult } from '@sveltejs/kit';
import { beforeEach, expect, test, vi } from 'vitest';
import { stubStorage } from '../../../../tests/fixtures/local-storage';
import { everyKept, keptAnswers } from './kept-answers';
import { fieldsOf, sendKept, type Post } from './send-kept';

const who = { userId: 'u1', organisationId: 'o1' };
/** Names that an open form, or another tab, holds. */
const held = new Set<string>();

beforeEach(() => {
	held.clear();
	stubStorage();
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('navigator', {
		locks: {
			request: async (name: string, _: object, work: (lock: object | null) => unknown) => {
				if (held.has(name)) return work(null);
				held.add(name);
				return Promise.resolve(work({})).finally(() => held.delete(name));
			}
		}
	});
});

const place = { organisationId: 'o1', isMeant: true };
const typeGoal = (version = '3', over = {}) =>
	keptAnswers('u1', 'n1', 'maalet').keep(
		{ version, goal: 'Ti ord' },
		{ path: '/behov/n1/rediger/maalet', ...place, ...over }
	);
const savedAs = (version: string): ActionResult => ({
	type: 'success',
	status: 200,
	data: { form: { data: { version } } }
});
const paths = () => everyKept('u1').map(({ path }) => path);

test('all that was kept is sent to its own form, at the version that the one before left', async () => {
	typeGoal();
	keptAnswers('u1', 'n1', 'oekonomi').keep(
		{ version: '3', priceCeiling: '20.000' },
		{ path: '/behov/n1/rediger/oekonomi?fag=x', ...place }
	);
	const sent: [string, string][] = [];
	const outcome = await sendKept(who, async (address, fields) => {
		const version = String(fields.get('version'));
		sent.push([address, version]);
		return savedAs(String(Number(version) + 1));
	});
	expect(sent).toEqual([
		['/behov/n1/rediger/maalet?/keep', '3'],
		['/behov/n1/rediger/oekonomi?fag=x&/keep', '4']
	]);
	expect(outcome).toEqual({ saved: ['n1'], isLater: false });
	expect(paths()).toEqual([]);
});

const answers: [string, ActionResult | undefined, { isRefused: boolean; isLater: boolean }][] = [
	['a conflict', { type: 'failure', status: 409 }, { isRefused: true, isLater: false }],
	[
		'a need that is gone',
		{ type: 'error', status: 404, error: null },
		{ isRefused: true, isLater: false }
	],
	[
		'a server that is down',
		{ type: 'error', status: 503, error: null },
		{ isRefused: false, isLater: true }
	],
	[
		'being signed out',
		{ type: 'redirect', status: 303, location: '/log-ind' },
		{ isRefused: false, isLater: true }
	],
	['no connection', undefined, { isRefused: false, isLater: true }]
];
test.each(answers)('%s leaves what was typed', async (_, answer, { isRefused, isLater }) => {
	typeGoal();
	const post = vi.fn<Post>(async () => answer ?? Promise.reject(new TypeError('offline')));
	expect(await sendKept(who, post)).toEqual({ saved: [], isLater });
	expect(paths()).toEqual(['/behov/n1/rediger/maalet']);
	await sendKept(who, post);
	// What was refused is not sent again before somebody has looked at it.
	expect(post).toHaveBeenCalledTimes(isRefused ? 1 : 2);
});

test('what another typed, for another organisation, at a new need never sent, or in an open form stays unsent', async () => {
	const post = vi.fn<Post>(async () => savedAs('4'));
	typeGoal('3', { organisationId: 'o2' });
	await sendKept(who, post);
	typeGoal('3', { isMeant: false });
	await sendKept(who, post);
	typeGoal();
	await sendKept(who, post, 'n1');
	held.add(everyKept('u1')[0]!.key);
	await sendKept(who, post);
	expect(paths()).toHaveLength(1);
	await sendKept({ ...who, userId: 'u2' }, post);
	expect(post).not.toHaveBeenCalled();
	expect(paths()).toEqual([]);
});

test('two tabs send it once', async () => {
	typeGoal();
	const post = vi.fn<Post>(async () => savedAs('4'));
	await Promise.all([sendKept(who, post), sendKept(who, post)]);
	expect(post).toHaveBeenCalledTimes(1);
});

test('values are sent as a form sends its fields', () => {
	const fields = fieldsOf({
		version: '3',
		danishLevel: null,
		hasBuddy: false,
		accommodations: ['breaks', 'quiet_place'],
		days: [
			{ isAtWork: true, starts: '08:00', ends: '12:00' },
			{ isAtWork: false, starts: '', ends: '' }
		]
	});
	expect([...fields].map((field) => field.join('='))).toEqual([
		'version=3',
		'danishLevel=',
		'accommodations=breaks',
		'accommodations=quiet_place',
		'days[0].isAtWork=on',
		'days[0].starts=08:00',
		'days[0].ends=12:00',
		'days[1].starts=',
		'days[1].ends='
	]);
});
