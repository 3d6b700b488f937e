import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFilter } from '$lib/domain/catalogue/filter';
import { BLANK_MODULE, type ModuleContent } from '$lib/domain/catalogue/module';
import {
	archiveModule,
	moduleById,
	newestModules,
	ownModules,
	pauseModule,
	publishedAmong,
	publishModule,
	saveModule
} from '$lib/server/catalogue/modules';
import { schools, subjects } from '$lib/server/catalogue/reference';
import { searchModules, whatToLoosen } from '$lib/server/catalogue/search';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const titles = async (query: string, page = 1) => {
	const filter = readFilter(new URLSearchParams(query));
	const { rows, total } = await searchModules(world.as('anonymous'), filter, page);
	expect(total).toBe(rows.length);
	return rows.map((module) => module.title).sort();
};

const content: ModuleContent = {
	...BLANK_MODULE,
	title: 'Truck på eget lager',
	purpose: 'Sikker kørsel på den maskine, der skal bruges',
	subjectCode: 'warehouse',
	deliveryForms: ['one_to_one'],
	places: ['workplace'],
	hours: 14.8,
	minimumHours: 7.4,
	sessionHours: 7.4,
	sessionHoursMin: 1.5,
	isDivisible: true,
	indivisibleReason: null,
	maxParticipants: 3,
	requiredDanishLevel: 'A2',
	certificateKind: 'participation',
	leadTimeDays: 10,
	prices: [
		{ kind: 'teaching', model: 'per_week', unitPriceOre: 280_000, weeklyHours: 7.4 },
		{ kind: 'screening', model: 'fixed', unitPriceOre: 0, weeklyHours: null },
		{ kind: 'materials', model: 'per_participant', unitPriceOre: 25_050, weeklyHours: null }
	]
};

describe('the catalogue, to somebody who has not signed in', () => {
	const danish = 'Dansk på arbejdspladsen';
	const hygiene = 'Fødevarehygiejne, tilrettet';

	test('holds what is published, and nothing else', async () => {
		expect(await titles('')).toEqual(['Buddykursus', danish, hygiene, 'Vagt, grundkursus']);
	});

	test.each([
		['q=hygiejne', [hygiene]],
		['q=HYGIEJNE+tilrettet', [hygiene]],
		['q=hygiejne+dansk', []],
		['q=food', [hygiene]],
		['q=sprogcentret', [danish]],
		['q=%25', ['Buddykursus', danish, hygiene, 'Vagt, grundkursus']],
		['fag=food_hygiene', [hygiene]],
		['fag=danish', [danish]],
		['fag=danish&q=hygiejne', []]
	])('is narrowed by %s', async (query, expected) => {
		expect(await titles(query)).toEqual(expected);
	});

	test('is narrowed by place, form, school and whether it can be divided', async () => {
		expect(await titles(`sted=workplace&skole=${world.organisations.business}`)).toEqual([hygiene]);
		expect(await titles('form=one_to_one&fag=danish')).toEqual([danish]);
		expect(await titles('form=class_with_support')).toEqual([]);
		const whole = await titles('omfang=hele');
		const parts = await titles('omfang=dele');
		expect(whole).toHaveLength(1);
		expect([...whole, ...parts].sort()).toEqual(await titles(''));
	});

	test('says how many modules each value would leave, whatever is chosen of its own fact', async () => {
		const filter = readFilter(new URLSearchParams('fag=danish'));
		const { total, counts } = await searchModules(world.as('anonymous'), filter);
		expect(total).toBe(1);
		expect(counts.subject).toMatchObject({ danish: 1, food_hygiene: 1 });
		expect(counts.school).toEqual({ [world.organisations.language]: 1 });
	});

	test('says what to do without where nothing is left, what gives most first', async () => {
		const filter = readFilter(new URLSearchParams('q=hygiejne&fag=danish&form=online'));
		expect(await whatToLoosen(world.as('anonymous'), filter)).toEqual([]);
		const nearer = readFilter(new URLSearchParams('q=hygiejne&fag=danish&omfang=dele'));
		const loosened = await whatToLoosen(world.as('anonymous'), nearer);
		expect(loosened.map(({ name, total }) => [name, total])).toEqual([
			['text', 1],
			['subjects', 1]
		]);
	});

	test('gives the modules that are picked to be compared, as they were picked', async () => {
		const { workplaceDanish, foodHygiene, draftMathematics } = world.modules;
		const picked = [foodHygiene, draftMathematics, workplaceDanish, randomUUID()];
		const shown = await publishedAmong(world.as('anonymous'), picked);
		expect(shown.map(({ id }) => id)).toEqual([foodHygiene, workplaceDanish]);
		expect(await publishedAmong(world.as('leader'), [draftMathematics])).toEqual([]);
	});

	test('is sorted by title when asked', async () => {
		const filter = readFilter(new URLSearchParams('sortering=titel'));
		const { rows } = await searchModules(world.as('anonymous'), filter);
		const names = rows.map((module) => module.title);
		expect(names).toEqual([...names].sort());
	});

	test('has no page behind the last one', async () => {
		const asked = searchModules(world.as('anonymous'), readFilter(new URLSearchParams()), 9);
		expect(await outcome(asked)).toMatchObject({ status: 404, code: 'not_found' });
	});

	test('shows a published module in full, and no other', async () => {
		const anonymous = world.as('anonymous');
		const shown = await moduleById(anonymous, world.modules.workplaceDanish);
		expect(shown).toMatchObject({
			title: danish,
			hours: 24,
			school: { name: 'Sprogcentret', kind: 'language_centre', municipality: 'Roskilde' },
			prices: [
				{ kind: 'teaching', model: 'per_week', unitPriceOre: 250_000, weeklyHours: 2 },
				{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 120_000, weeklyHours: null }
			]
		});
		expect(await moduleById(anonymous, world.modules.draftMathematics)).toBeNull();
		expect(await moduleById(anonymous, world.modules.pausedEnglish)).toBeNull();
		expect(await outcome(moduleById(anonymous, 'x'))).toMatchObject({ status: 404 });
	});

	test('knows its subjects, its schools and what is newest', async () => {
		const anonymous = world.as('anonymous');
		expect((await subjects(anonymous)).map(({ code }) => code)).toContain('food_hygiene');
		expect((await schools(anonymous)).map(({ name }) => name)).toEqual([
			'Handelsskolen',
			'Sprogcentret',
			'Teknisk Skole'
		]);
		expect(await newestModules(anonymous, 2)).toHaveLength(2);
	});
});

describe('a school', () => {
	const mine = async (state: Parameters<typeof ownModules>[2]['state']) =>
		(await ownModules(world.as('leader'), world.organisations.language, { state })).rows.map(
			({ state, title }) => [state, title]
		);

	test('writes a module, publishes, changes, pauses and archives it', async () => {
		const leader = world.as('leader');
		const id = randomUUID();
		const first = { id, version: 0 };

		const saved = await saveModule(leader, world.organisations.language, first, content);
		expect(saved).toEqual({ id, version: 1 });
		// Sent twice, made once.
		expect(await saveModule(leader, world.organisations.language, first, content)).toEqual(saved);
		expect(await moduleById(leader, id)).toMatchObject({ ...content, state: 'draft', version: 1 });

		await publishModule(leader, saved);
		await publishModule(leader, saved);
		expect(await titles('q=truck')).toEqual([content.title]);

		const changed = await saveModule(
			leader,
			world.organisations.language,
			{ id, version: 2 },
			{ ...content, title: 'Stabler på eget lager' }
		);
		expect(await titles('q=stabler')).toEqual(['Stabler på eget lager']);

		await pauseModule(leader, changed);
		expect(await titles('q=stabler')).toEqual([]);
		expect(await mine('paused')).toContainEqual(['paused', 'Stabler på eget lager']);
		await archiveModule(leader, { id, version: 4 });
		expect(await mine('archived')).toEqual([['archived', 'Stabler på eget lager']]);
		expect((await mine(null)).map(([state]) => state)).not.toContain('archived');
	});

	test('is told what a module lacks, and who changed it meanwhile', async () => {
		const leader = world.as('leader');
		const id = randomUUID();
		const bare: ModuleContent = { ...content, purpose: null, places: [], prices: [] };
		const saved = await saveModule(leader, world.organisations.language, { id, version: 0 }, bare);
		expect(await outcome(publishModule(leader, saved))).toEqual({
			status: 422,
			code: 'module_incomplete',
			missing: ['purpose', 'places', 'price']
		});
		await saveModule(leader, world.organisations.language, saved, content);
		const late = saveModule(leader, world.organisations.language, saved, bare);
		expect(await outcome(late)).toMatchObject({
			status: 409,
			code: 'stale',
			actor: 'Sprogcentret'
		});
	});

	test('sees its own drafts, and never those of another school', async () => {
		expect(await mine('draft')).not.toEqual([]);
		const { rows } = await ownModules(world.as('rival'), world.organisations.language, {
			state: 'draft'
		});
		expect(rows).toEqual([]);
	});
});
