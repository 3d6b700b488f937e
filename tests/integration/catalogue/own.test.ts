import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLANK_MODULE, type ModuleContent } from '$lib/domain/catalogue/module';
import { readOwnFilter } from '$lib/domain/catalogue/own';
import { newPrices } from '$lib/domain/catalogue/reprice';
import {
	favouriteIds,
	favourites,
	marksOf,
	removeShortlistEntry,
	saveShortlistEntry,
	setFavourite,
	shortlist,
	shortlistEntry,
	shortlistForNeed
} from '$lib/server/catalogue/favourites';
import { moduleById, pauseModule, publishModule, saveModule } from '$lib/server/catalogue/modules';
import {
	confirmModules,
	copyModule,
	listOwnModules,
	moduleFigures,
	moduleLosses,
	moduleVersions,
	ownModulesById,
	pauseModules,
	publishModules,
	repriceModules,
	restoreModule
} from '$lib/server/catalogue/own';
import { PAGE_SIZE } from '$lib/server/paging';
import type { Session } from '$lib/domain/members/session';
import type { Person } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const content: ModuleContent = {
	...BLANK_MODULE,
	title: 'Truck på eget lager',
	purpose: 'Sikker kørsel',
	subjectCode: 'warehouse',
	deliveryForms: ['one_to_one'],
	places: ['workplace'],
	hours: 14.8,
	minimumHours: 7.4,
	sessionHours: 7.4,
	sessionHoursMin: 1.5,
	maxParticipants: 6,
	prices: [
		{ kind: 'teaching', model: 'per_week', unitPriceOre: 280_000, weeklyHours: 7.4 },
		{ kind: 'screening', model: 'fixed', unitPriceOre: 0, weeklyHours: null }
	],
	priceSteps: [{ fromParticipants: 3, unitPriceOre: 400_000 }]
};
const leader = () => world.as('leader');
const school = () => world.organisations.language;
async function aPublished(change: Partial<ModuleContent> = {}) {
	const id = randomUUID();
	await saveModule(leader(), school(), { id, version: 0 }, { ...content, ...change });
	await publishModule(leader(), { id, version: 1 });
	return { id, version: 2 };
}
const now = async (id: string) => (await moduleById(leader(), id))!;

describe('a school', () => {
	test('finds its modules by what it looks for, with how each fares', async () => {
		const { id } = await aPublished({ title: 'Palleløfter', code: 'PL-9' });
		await world.as('anonymous').rpc('count_seen', { p_module: id });
		const found = (query: string) =>
			listOwnModules(leader(), school(), readOwnFilter(new URLSearchParams(query)));
		for (const query of ['q=pl-9', 'q=palleløfter', 'q=palle+sikker&tilstand=published']) {
			expect((await found(query)).rows).toMatchObject([
				{
					id,
					version: 2,
					code: 'PL-9',
					prices: content.prices,
					isUnconfirmed: false,
					seen: 1,
					won: 0
				}
			]);
		}
		expect((await found('q=palle&tilstand=paused')).total).toBe(0);
		expect((await found('q=palle&bekraeft=1')).total).toBe(0);
		await world.sql(`update module set confirmed_at = now() - interval '200 days' where id = $1`, [
			id
		]);
		expect(await found('bekraeft=1')).toMatchObject({ total: 1, unconfirmed: 1 });
		const behind = listOwnModules(leader(), school(), readOwnFilter(new URLSearchParams()), 9);
		expect(await outcome(behind)).toMatchObject({ status: 404 });
	});

	test('moves many at once, and copies one', async () => {
		const two = [await aPublished(), await aPublished()];
		await confirmModules(leader(), two);
		await pauseModules(leader(), two);
		const paused = two.map(({ id }) => ({ id, version: 3 }));
		await publishModules(leader(), paused);
		expect((await now(two[0]!.id)).state).toBe('published');
		expect(await outcome(pauseModules(leader(), paused))).toMatchObject({
			code: 'modules_refused'
		});
		const copyId = randomUUID();
		await copyModule(leader(), two[0]!.id, copyId);
		expect(await now(copyId)).toMatchObject({ ...content, title: `${content.title} (kopi)` });
	});

	test('carries out the prices that it was shown, with their dates', async () => {
		const { id } = await aPublished();
		const [module] = await ownModulesById(leader(), school(), [id, world.modules.foodHygiene]);
		const { lines, steps } = newPrices(module!, {
			way: 'percent_up',
			size: 5,
			scope: 'all',
			roundTo: '10'
		});
		const repriced = {
			id,
			version: module!.version,
			prices: lines.map(({ after }) => after),
			priceSteps: steps.map(({ after }) => after)
		};
		await repriceModules(leader(), [repriced], {
			priceValidFrom: '2027-01-01',
			priceValidUntil: null
		});
		expect(await now(id)).toMatchObject({
			prices: [{ unitPriceOre: 294_000 }, { unitPriceOre: 0 }],
			priceSteps: [{ unitPriceOre: 420_000 }],
			priceValidFrom: '2027-01-01'
		});
		await repriceModules(leader(), [repriced], {});
		expect((await now(id)).version).toBe(3);
	});

	test('reads its versions page by page, each with the one before, and takes one back', async () => {
		const { id } = await aPublished();
		for (let version = 2; version <= PAGE_SIZE + 1; version += 1) {
			const title = `Truck, udgave ${version + 1}`;
			await saveModule(leader(), school(), { id, version }, { ...content, title });
		}
		const first = await moduleVersions(leader(), id);
		expect(first.total).toBe(PAGE_SIZE + 1);
		expect(first.rows).toHaveLength(PAGE_SIZE);
		expect(first.rows[0]).toMatchObject({
			version: PAGE_SIZE + 2,
			savedBy: 'leader',
			content: { ...content, title: `Truck, udgave ${PAGE_SIZE + 2}` }
		});
		expect(first.earlier!.content.title).toBe(content.title);
		const last = await moduleVersions(leader(), id, 2);
		expect(last).toMatchObject({ rows: [{ version: 1 }], earlier: null });
		await restoreModule(leader(), { id, version: PAGE_SIZE + 2 }, 1);
		expect((await now(id)).title).toBe(content.title);
		expect((await moduleVersions(world.as('rival'), id)).rows).toEqual([]);
	});

	test('reads how one of its modules fares', async () => {
		const { id } = await aPublished();
		expect(await moduleFigures(leader(), id)).toHaveLength(12);
		expect(await moduleLosses(leader(), id)).toEqual([]);
	});
});

describe('favourites and the short list', () => {
	const locals = (person: Person) =>
		({
			supabase: world.as(person),
			session: {
				memberships: [{ organisationId: world.organisations.north, role: 'broker' }]
			} as Session
		}) as App.Locals;
	const cookies = { get: () => undefined } as never;

	test('are listed while they are in the catalogue, and counted while they are away', async () => {
		const { id } = await aPublished({ title: 'Stjernemodul' });
		const broker = world.as('broker');
		await setFavourite(broker, id, true);
		await setFavourite(broker, world.modules.guard, true);
		await setFavourite(broker, world.modules.guard, true);
		expect((await favouriteIds(locals('broker')))!.sort()).toEqual(
			[id, world.modules.guard].sort()
		);
		expect(await favouriteIds({ ...locals('broker'), session: null })).toBeUndefined();
		expect(await favourites(broker, 1)).toMatchObject({
			rows: [{ title: 'Stjernemodul' }, { title: 'Vagt, grundkursus' }],
			total: 2,
			away: 0
		});
		await pauseModule(leader(), { id, version: 2 });
		expect(await favourites(broker, 1)).toMatchObject({ rows: [{}], total: 1, away: 1 });
		await setFavourite(broker, id, false);
		expect(await favourites(broker, 1)).toMatchObject({ total: 1, away: 0 });
		expect(await favourites(world.as('colleague'), 1)).toEqual({ rows: [], total: 0, away: 0 });
	});

	test('notes are read on the list, at the module and beside what fits', async () => {
		const { north } = world.organisations;
		const broker = world.as('broker');
		const module = world.modules.workplaceDanish;
		await saveShortlistEntry(broker, north, module, { version: 0, note: 'God, når ord mangler' });
		const note = {
			note: 'God, når ord mangler',
			writtenBy: 'broker',
			writtenAt: expect.any(String)
		};
		expect(await shortlist(world.as('approver'), north, 1)).toEqual({
			total: 1,
			rows: [
				{
					...note,
					moduleId: module,
					module: {
						title: 'Dansk på arbejdspladsen',
						purpose: 'Kort og til at bruge',
						school: 'Sprogcentret'
					}
				}
			]
		});
		const colleague = { locals: locals('colleague'), cookies };
		expect(await marksOf(colleague, module)).toMatchObject({
			isFavourite: false,
			shortlist: note,
			mayList: true
		});
		const anonymous = { locals: { ...locals('broker'), session: null }, cookies };
		expect(await marksOf(anonymous, module)).toEqual({
			isFavourite: undefined,
			shortlist: null,
			mayList: false
		});
		const { need } = await journeys(world).anOpenNeed();
		expect([...(await shortlistForNeed(broker, need))]).toEqual([[module, note]]);

		await pauseModule(leader(), { id: module, version: 2 });
		expect((await shortlist(broker, north, 1)).rows).toMatchObject([{ module: null }]);
		await removeShortlistEntry(broker, north, module, 1);
		expect(await shortlistEntry(broker, north, module)).toBeNull();
	});
});
