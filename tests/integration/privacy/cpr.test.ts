import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdsCprLikeNumber } from '$lib/domain/shared/cpr';
import type { Json } from '$lib/server/supabase/database.types';
import { journeys, needInput } from '../../fixtures/journey';
import { cprIn } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const digits = (count: number) =>
	fc.integer({ min: 0, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'));
const twoDigits = (max: number) =>
	fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));
const separator = fc.constantFrom('', ' ', '-', '.', '/', '–', '‐', '—', '\u00a0', '\u2009');
const gap = fc.constantFrom('', ' ', '-', ' - ', '–', ' – ', '.', '/', '\u00a0', '\t', '\u202f');
/** Words around it; no digit may touch it, since a longer number is no CPR number. */
const around = fc.constantFrom('', 'Ring til ', 'cpr:', '(', ') tak', ', født', '\n', 'nr.', 'ø');

/** Ten digits that begin with a date, as people write them, somewhere in a text. */
const textWithCpr = fc
	.tuple(
		around,
		twoDigits(31),
		separator,
		twoDigits(12),
		separator,
		digits(2),
		gap,
		digits(4),
		around
	)
	.map((parts) => parts.join(''));

const plain = (text: string) => `Jobcenter ${text} aftalt`;
const textWithout = fc.oneof(
	fc.uuid(),
	// A few random ids seldom look like one: this one's digits always do.
	digits(4).map((last) => `22ce6f01-1100-${last}-8000-000000049a00`),
	fc.tuple(...[1, 2, 3, 4].map(() => digits(2))).map((pairs) => `+45 ${pairs.join(' ')}`),
	digits(8).map((number) => `tlf. ${number}`),
	digits(10).map((number) => `EAN 579${number}`),
	digits(8).map((cvr) => `CVR ${cvr}`),
	fc
		.tuple(twoDigits(28), twoDigits(12), fc.integer({ min: 1950, max: 2099 }))
		.map(([day, month, year]) => `${day}.${month}.${year} kl. 12:30`),
	fc.integer({ min: 0, max: 10 ** 8 }).map((ore) => `${(ore / 100).toLocaleString('da-DK')} kr.`),
	fc.constantFrom('32-13-70-1234', '3113701234', '0013701234', '2026-11-23', '4000 Roskilde')
);

/** What the database says of many texts, in one question. */
const inSql = async (texts: string[]) =>
	(
		await world.sql<{ found: boolean }>(
			`select private.holds_cpr_like_number(text) as found
			from jsonb_array_elements_text($1) with ordinality as item (text, position) order by position`,
			[JSON.stringify(texts)]
		)
	).map((row) => row.found);

const property = { numRuns: 20 };
const batch = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: 50, maxLength: 60 });

describe('the database', () => {
	test('finds a CPR-like number however it is set apart, in any text', async () => {
		await fc.assert(
			fc.asyncProperty(batch(textWithCpr), async (texts) => {
				const found = await inSql(texts);
				expect(texts.filter((_, index) => !found[index])).toEqual([]);
			}),
			property
		);
	});

	test('lets ids, phone numbers, EAN, CVR, dates and amounts pass', async () => {
		await fc.assert(
			fc.asyncProperty(batch(textWithout.map(plain)), async (texts) => {
				const found = await inSql(texts);
				expect(texts.filter((_, index) => found[index])).toEqual([]);
			}),
			property
		);
	});

	test('agrees with the form on any text', async () => {
		const crumb = fc.constantFrom(
			...'0123456789 -./–—\u00a0\u2009\u3000\ufeff\u2028\u1680\u0085\u058a\u301c\u2212\uff10\uff11\u00ad\u200b,:xø'
		);
		const strange = fc.oneof(
			fc.array(crumb, { maxLength: 30 }).map((crumbs) => crumbs.join('')),
			fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '').toWellFormed()),
			textWithCpr,
			fc.tuple(crumb, fc.uuid(), crumb, textWithCpr).map((parts) => parts.join('')),
			fc.tuple(crumb, digits(6), fc.uuid(), digits(4)).map((parts) => parts.join('')),
			fc
				.tuple(
					twoDigits(31),
					crumb,
					twoDigits(12),
					crumb,
					digits(2),
					crumb,
					crumb,
					crumb,
					digits(4)
				)
				.map((parts) => parts.join(''))
		);
		await fc.assert(
			fc.asyncProperty(batch(strange), async (texts) => {
				const found = await inSql(texts);
				const differ = texts.filter((text, index) => holdsCprLikeNumber(text) !== found[index]);
				expect(differ).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});
});

describe('a CPR-like number is refused', () => {
	/** The first of a few numbers that gets in, if one does. */
	const samples = fc.sample(textWithCpr, 4);

	test('by the type of free text itself, past every function', async () => {
		for (const text of samples) {
			await expect(world.sql('select $1::text::public.free_text', [text])).rejects.toThrow(
				'cpr_in_text'
			);
		}
	});

	test.each([
		'workplace',
		'tasks',
		'goal',
		'accommodation_note',
		'candidate_wish',
		'candidate_alias'
	])('in the %s of a need, at that field', async (field) => {
		for (const text of samples) {
			const attempt = world.call('broker', 'save_need', {
				p_id: randomUUID(),
				p_job_centre: world.organisations.north,
				p_version: 0,
				p_need: needInput({ [field]: text }) as Json
			});
			expect(await outcome(attempt)).toEqual(cprIn(field));
		}
	});

	test.each(['title', 'workplace', 'tasks', 'goal'])(
		'in the %s of a need template, at that field',
		async (field) => {
			for (const text of samples) {
				const attempt = world.call('coordinator', 'save_need_template', {
					p_id: randomUUID(),
					p_job_centre: world.organisations.north,
					p_version: 0,
					p_template: { title: 'Hygiejne', [field]: text }
				});
				expect(await outcome(attempt)).toEqual(cprIn(field));
			}
		}
	);

	test.each(['title', 'note'])('in the %s of a quote, at that field', async (field) => {
		const { request } = await journeys(world).aRequest();
		for (const text of samples) {
			const attempt = journeys(world).submitQuote('leader', request, { [field]: text });
			expect(await outcome(attempt)).toEqual(cprIn(field));
		}
	});

	test('in the description of a line', async () => {
		const { request } = await journeys(world).aRequest();
		for (const description of samples) {
			const line = {
				kind: 'teaching',
				model: 'fixed',
				unit_price_ore: 1,
				quantity: 1,
				description
			};
			const attempt = journeys(world).submitQuote('leader', request, { lines: [line] });
			expect(await outcome(attempt)).toMatchObject({ status: 422, code: 'cpr_in_text' });
		}
	});

	test('in how somebody is shown', async () => {
		for (const display_name of samples) {
			const { error, status } = await world
				.as('broker')
				.from('profile')
				.update({ display_name })
				.eq('user_id', world.people.broker.id);
			expect([status, error?.message]).toEqual([422, 'cpr_in_text']);
		}
	});
});

test('ids and amounts that happen to hold ten such digits are let through', async () => {
	const { request } = await journeys(world).aRequest();
	const lines = [{ kind: 'teaching', model: 'fixed', unit_price_ore: 10_106_512, quantity: 100 }];
	expect(holdsCprLikeNumber('1010651200')).toBe(true);
	const quote = await journeys(world).submitQuote('leader', request, { lines });
	expect(await journeys(world).version('quote', quote)).toBe(1);
});
