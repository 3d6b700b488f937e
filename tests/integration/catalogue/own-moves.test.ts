import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { VIEWERS, inDays, type Viewer } from '../../fixtures/cast';
import { journeys, type Input } from '../../fixtures/journey';
import { describeMove, notFound, nothing, signedOut } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

const complete: Input = {
	title: 'Truck i hverdagen',
	purpose: 'Kør sikkert på lageret',
	subject_code: 'warehouse',
	delivery_forms: ['small_class'],
	places: ['school'],
	hours: 20,
	minimum_hours: 10,
	session_hours: 4,
	session_hours_min: 2,
	max_participants: 8,
	prices: [
		{ kind: 'teaching', model: 'per_hour', unit_price_ore: 60_000 },
		{ kind: 'materials', model: 'fixed', unit_price_ore: 20_000 }
	],
	price_steps: [{ from_participants: 4, unit_price_ore: 90_000 }],
	elements: [
		{ number: 1, title: 'Bremser', hours: 8 },
		{ number: 2, title: 'Løft', hours: 12, needs: 1 }
	],
	cost: { cost_ore: 400_000, note: 'En lærer' }
};
type Module = { module: string };

async function save(module: string, version: number, input: Input = {}) {
	await world.call('leader', 'save_module', {
		p_id: module,
		p_provider: world.organisations.language,
		p_version: version,
		p_module: { ...complete, ...input } as Json
	});
}
async function aDraft(input: Input = {}): Promise<Module> {
	const module = randomUUID();
	await save(module, 0, input);
	return { module };
}
async function aPublished(input: Input = {}): Promise<Module> {
	const it = await aDraft(input);
	await world.call('leader', 'publish_module', { p_id: it.module, p_version: 1 });
	return it;
}
async function aPaused(): Promise<Module> {
	const it = await aPublished();
	await world.call('leader', 'pause_module', { p_id: it.module, p_version: 2 });
	return it;
}
const versionOf = ({ module }: Module) => on.version('module', module);
/** As if the school had last looked at it so many days ago. */
const confirmedAgo = ({ module }: Module, days: number) =>
	world.sql('update module set confirmed_at = $2 where id = $1', [
		module,
		`${inDays(-days)}T10:00:00Z`
	]);
async function aForgotten(days = 200): Promise<Module> {
	const it = await aPublished();
	await confirmedAgo(it, days);
	return it;
}
async function archive(it: Module) {
	const version = await versionOf(it);
	const [row] = await world.sql<{ state: string }>('select state from module where id = $1', [
		it.module
	]);
	if (row!.state === 'published')
		await world.call('leader', 'pause_module', { p_id: it.module, p_version: version });
	await world.call('leader', 'archive_module', {
		p_id: it.module,
		p_version: await versionOf(it)
	});
}
const contentOf = async (module: string) => {
	const [row] = await world.sql<{ content: Record<string, unknown> }>(
		'select private.module_with_cost($1) as content',
		[module]
	);
	return row!.content;
};

describe('a copy', () => {
	const copy = (who: Viewer, { module }: Module, to = randomUUID()) =>
		world.call(who, 'copy_module', { p_id: module, p_copy: to }) as Promise<{ id: string }>;

	test('says all that the module says, as a draft, under a name of its own and without its code', async () => {
		const it = await aPublished({ code: 'K-1' });
		const { id } = await copy('leader', it);
		expect(await contentOf(id)).toEqual({
			...(await contentOf(it.module)),
			title: 'Truck i hverdagen (kopi)',
			code: null
		});
		const [row] = await world.sql('select state, version, published_at from module where id = $1', [
			id
		]);
		expect(row).toEqual({ state: 'draft', version: 1, published_at: null });
	});

	test('of a module with the longest title has one that fits', async () => {
		const { id } = await copy('leader', await aDraft({ title: 'Lager '.repeat(20).trim() }));
		const [row] = await world.sql<{ title: string }>('select title from module where id = $1', [
			id
		]);
		expect(row!.title).toMatch(/^Lager .* \(kopi\)$/);
		expect(row!.title.length).toBeLessThanOrEqual(120);
	});

	test('is made by a leader of the school and nobody else, and once however often it is sent', async () => {
		const it = await aPublished();
		const to = randomUUID();
		const refused = await world.traces(async () => {
			for (const who of VIEWERS.filter((viewer) => viewer !== 'leader')) {
				expect(await outcome(copy(who, it))).toEqual(who === 'anonymous' ? signedOut : notFound);
			}
		});
		expect(refused).toEqual(nothing);
		const made = await world.traces(async () => {
			const [first, again] = await Promise.all([copy('leader', it, to), copy('leader', it, to)]);
			expect(again).toEqual(first);
		});
		expect(made).toEqual({ ...nothing, events: ['module.created'] });
	});

	test('can be made of what is archived', async () => {
		const it = await aPublished();
		await archive(it);
		expect(await outcome(copy('leader', it))).toBe('ok');
	});
});

describeMove('restoring a version', {
	world: () => world,
	subject: async () => {
		const it = await aDraft();
		await save(it.module, 1, { title: 'Truck, kort', elements: [], prices: [] });
		return it;
	},
	move: (who, { module }, p_version) =>
		world.call(who, 'restore_module', { p_id: module, p_version, p_restored: 1 }),
	versionOf,
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'module.changed' },
	illegal: {
		archived: async (it) => {
			await save(it.module, 2, { title: 'Truck igen' });
			await world.call('leader', 'publish_module', { p_id: it.module, p_version: 3 });
			await archive(it);
		}
	},
	leaves: { ...nothing, events: ['module.changed'] }
});

describe('a restored version', () => {
	const restore = (it: Module, version: number, restored: number) =>
		world.call('leader', 'restore_module', {
			p_id: it.module,
			p_version: version,
			p_restored: restored
		});

	test('is the next version, says what it said then, and keeps the cost of today', async () => {
		const it = await aDraft();
		const first = await contentOf(it.module);
		await save(it.module, 1, { title: 'Truck, kort', cost: { cost_ore: 700_000 } });
		expect(await restore(it, 2, 1)).toEqual({ id: it.module, version: 3 });
		expect(await contentOf(it.module)).toEqual({
			...first,
			cost: { cost_ore: 700_000, cost_per_participant_ore: 0, note: null }
		});
		const versions = await world.sql(
			'select version, saved_by from module_version where module_id = $1 order by version',
			[it.module]
		);
		const { id } = world.people.leader;
		expect(versions).toEqual([1, 2, 3].map((version) => ({ version, saved_by: id })));
	});

	test('is refused when it lacks what a published module must have, or has a code that is taken', async () => {
		const bare = await aDraft({ prices: [], price_steps: [] });
		await save(bare.module, 1);
		await world.call('leader', 'publish_module', { p_id: bare.module, p_version: 2 });
		expect(await outcome(restore(bare, 3, 1))).toMatchObject({ code: 'module_incomplete' });

		const coded = await aDraft({ code: 'K-7' });
		await save(coded.module, 1);
		await aDraft({ code: 'K-7' });
		expect(await outcome(restore(coded, 2, 1))).toMatchObject({ reason: 'code_taken' });
	});

	test('that was never saved does not exist', async () => {
		expect(await outcome(restore(await aDraft(), 1, 7))).toEqual(notFound);
	});
});

describeMove('confirming a module', {
	world: () => world,
	subject: () => aForgotten(),
	move: (who, { module }, p_version) =>
		world.call(who, 'confirm_module', { p_id: module, p_version }),
	versionOf,
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'module.published' },
	illegal: { archived: archive },
	leaves: { ...nothing, events: ['module.confirmed'] }
});

test('a draft is not confirmed, and what is confirmed keeps its version', async () => {
	const confirm = ({ module }: Module, p_version: number) =>
		world.call('leader', 'confirm_module', { p_id: module, p_version });
	expect(await outcome(confirm(await aDraft(), 1))).toMatchObject({ code: 'wrong_state' });
	const it = await aForgotten();
	await confirm(it, 2);
	const [row] = await world.sql(
		`select version, confirmed_at > now() - interval '1 minute' as is_now from module where id = $1`,
		[it.module]
	);
	expect(row).toEqual({ version: 2, is_now: true });
});

describe('many modules', () => {
	type Change = 'publish_modules' | 'pause_modules' | 'confirm_modules' | 'reprice_modules';
	const change = (who: Viewer, name: Change, modules: Json) =>
		world.call(who, name, { p_modules: modules });
	const picked = async (...modules: Module[]) =>
		Promise.all(
			modules.map(async (it) => ({ id: it.module, version: await versionOf(it) }))
		) as Promise<{ id: string; version: number }[]>;
	const statesOf = async (...modules: Module[]) =>
		(
			await world.sql<{ state: string }>(
				'select state from module where id = any ($1) order by array_position($1, id)',
				[modules.map(({ module }) => module)]
			)
		).map(({ state }) => state);

	test('are paused, published again and confirmed together, once however often it is sent', async () => {
		const modules = [await aForgotten(), await aForgotten()];
		const confirm = await picked(...modules);
		const thrice = (name: Change, list: Json) => async () => {
			await Promise.all([change('leader', name, list), change('leader', name, list)]);
			await change('leader', name, list);
		};
		const twice = (kind: string) => ({ ...nothing, events: [kind, kind] });
		expect(await world.traces(thrice('confirm_modules', confirm))).toEqual(
			twice('module.confirmed')
		);
		expect(await world.traces(thrice('pause_modules', await picked(...modules)))).toEqual(
			twice('module.paused')
		);
		expect(await statesOf(...modules)).toEqual(['paused', 'paused']);
		expect(await world.traces(thrice('publish_modules', await picked(...modules)))).toEqual(
			twice('module.published')
		);
		expect(await statesOf(...modules)).toEqual(['published', 'published']);
	});

	test('are changed by a leader of the school and nobody else', async () => {
		const list = await picked(await aForgotten());
		const traces = await world.traces(async () => {
			for (const name of ['pause_modules', 'publish_modules', 'confirm_modules'] as const) {
				for (const who of VIEWERS.filter((viewer) => viewer !== 'leader')) {
					const expected = who === 'anonymous' ? signedOut : notFound;
					expect({ [who]: await outcome(change(who, name, list)) }).toEqual({ [who]: expected });
				}
			}
		});
		expect(traces).toEqual(nothing);
	});

	test('of which one is of another school, or of nobody, are all left alone', async () => {
		const it = await aPublished();
		const own = await picked(it);
		for (const id of [world.modules.foodHygiene, randomUUID()]) {
			const traces = await world.traces(async () => {
				const refusal = await outcome(
					change('leader', 'pause_modules', [...own, { id, version: 2 }])
				);
				expect(refusal).toEqual(notFound);
			});
			expect(traces).toEqual(nothing);
		}
		expect(await statesOf(it)).toEqual(['published']);
	});

	test('of which some cannot be changed are all left alone, and each is told of with its reason', async () => {
		const [fine, stale, draft] = [await aPublished(), await aPublished(), await aDraft()];
		const list = await picked(fine, stale, draft);
		await save(stale.module, 2, { title: 'Skrevet om' });
		const traces = await world.traces(async () => {
			const refusal = await outcome(change('leader', 'pause_modules', list));
			expect(refusal).toMatchObject({ status: 409, code: 'modules_refused' });
			const { modules } = refusal as unknown as { modules: { id: string; code: string }[] };
			expect(new Map(modules.map(({ id, ...why }) => [id, why]))).toEqual(
				new Map<string, unknown>([
					[
						stale.module,
						{
							title: 'Skrevet om',
							code: 'stale',
							actor: 'Sprogcentret',
							kind: 'module.changed',
							at: expect.any(String)
						}
					],
					[
						draft.module,
						{
							title: complete.title,
							code: 'wrong_state',
							state: 'draft',
							allowed: ['published']
						}
					]
				])
			);
		});
		expect(traces).toEqual(nothing);
		expect(await statesOf(fine, stale, draft)).toEqual(['published', 'published', 'draft']);
	});

	test('that lack something are not published, and are told what', async () => {
		const bare = await aDraft({ prices: [], price_steps: [] });
		const refusal = await outcome(change('leader', 'publish_modules', await picked(bare)));
		expect(refusal).toMatchObject({
			code: 'modules_refused',
			modules: [{ id: bare.module, code: 'module_incomplete', missing: ['price'] }]
		});
	});

	test.each<[string, Json]>([
		['none_chosen', []],
		['none_chosen', null],
		['too_many', Array.from({ length: 101 }, () => ({ id: randomUUID(), version: 1 }))],
		['unknown', [{ id: 'x', version: 1 }]],
		['unknown', [{ id: randomUUID(), version: 'x' }]]
	])('are refused as %s', async (reason, list) => {
		expect(await outcome(change('leader', 'pause_modules', list))).toMatchObject({
			status: 422,
			code: 'invalid',
			field: 'modules',
			reason
		});
	});

	describe('whose prices change', () => {
		const asked = async (it: Module, input: object = {}) => ({
			...(await picked(it))[0]!,
			prices: [63_000, 20_000],
			price_steps: [95_000],
			...input
		});
		const reprice = (who: Viewer, ...modules: Json[]) => change(who, 'reprice_modules', modules);

		test('have new unit prices, and say the rest as before, dates included', async () => {
			const it = await aPublished({ price_valid_until: '2027-01-01' });
			await confirmedAgo(it, 90);
			const before = await contentOf(it.module);
			const list = await asked(it);
			const traces = await world.traces(async () => {
				await Promise.all([reprice('leader', list), reprice('leader', list)]);
				await reprice('leader', list);
			});
			expect(traces).toEqual({ ...nothing, events: ['module.changed'] });
			const [teaching, materials] = before.prices as object[];
			expect(await contentOf(it.module)).toEqual({
				...before,
				prices: [{ ...teaching, unit_price_ore: 63_000 }, materials],
				price_steps: [{ from_participants: 4, unit_price_ore: 95_000 }]
			});
			const [row] = await world.sql(
				`select version, confirmed_at < now() - interval '80 days' as is_old from module where id = $1`,
				[it.module]
			);
			expect(row).toEqual({ version: 3, is_old: true });
			const versions = await world.sql('select from module_version where module_id = $1', [
				it.module
			]);
			expect(versions).toHaveLength(2);
		});

		test('have the dates that are named', async () => {
			const it = await aPublished({ price_valid_until: '2027-01-01' });
			const dates = { price_valid_from: '2027-01-01', price_valid_until: null };
			await reprice('leader', await asked(it, dates));
			expect(await contentOf(it.module)).toMatchObject(dates);
		});

		test('are all left alone when one has moved on, has other lines, or would cost too much', async () => {
			const fine = await aPublished();
			const stale = await aPublished();
			const moved = await asked(stale);
			await save(stale.module, 2, { title: 'Skrevet om' });
			const dear = await aPublished();
			const odd = await aPublished();
			const archived = await aPublished();
			await archive(archived);
			const refusal = await outcome(
				reprice(
					'leader',
					await asked(fine),
					moved,
					await asked(dear, { prices: [60_000, 900_000_000] }),
					await asked(odd, { prices: [1] }),
					await asked(archived)
				)
			);
			const { modules } = refusal as unknown as { modules: { id: string; code: string }[] };
			expect(new Map(modules.map(({ id, code }) => [id, code]))).toEqual(
				new Map([
					[stale.module, 'stale'],
					[dear.module, 'invalid'],
					[odd.module, 'invalid'],
					[archived.module, 'wrong_state']
				])
			);
			expect(await contentOf(fine.module)).toMatchObject({
				prices: [{ unit_price_ore: 60_000 }, { unit_price_ore: 20_000 }]
			});
		});

		test('are changed by a leader of the school and nobody else', async () => {
			const list = await asked(await aPublished());
			for (const who of VIEWERS.filter((viewer) => viewer !== 'leader')) {
				const expected = who === 'anonymous' ? signedOut : notFound;
				expect({ [who]: await outcome(reprice(who, list)) }).toEqual({ [who]: expected });
			}
		});
	});
});

describe('when 180 days have passed', () => {
	const remind = async () => {
		await world.sql('select private.remind_unconfirmed()');
		await world.sql('select private.remind_unconfirmed()');
	};
	const told = { leader: ['module.unconfirmed'] };

	test('the leaders of the school are reminded, in one notice and once for each lapse', async () => {
		await remind();
		const [it, other] = [await aForgotten(180), await aForgotten(300)];
		await aForgotten(179);
		const paused = await aPaused();
		await confirmedAgo(paused, 400);
		expect(await world.traces(remind)).toEqual({ events: [], told, mailed: told });
		const [notice] = await world.sql<{ params: object }>(
			`select params from notification where kind = 'module.unconfirmed' order by id desc limit 1`
		);
		expect(notice!.params).toEqual({ count: 2, title: 'Truck i hverdagen' });

		await world.call('leader', 'confirm_module', { p_id: it.module, p_version: 2 });
		expect(await world.traces(remind)).toEqual(nothing);
		await confirmedAgo(it, 181);
		expect(await world.traces(remind)).toEqual({ events: [], told, mailed: told });
		await save(other.module, 2);
		expect(await world.traces(remind)).toEqual(nothing);
	});
});
