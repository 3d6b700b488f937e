import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERSONS, VIEWERS, inDays, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { notFound, signedOut } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

const seen = (who: Viewer, p_module: string) => world.call(who, 'count_seen', { p_module });
const fit = (who: Viewer, p_modules: string[]) => world.call(who, 'count_fit', { p_modules });
const counted = async (kind: string, module: string) => {
	const [row] = await world.sql<{ count: number }>(
		'select coalesce(sum(count), 0)::int as count from module_count where kind = $1 and module_id = $2',
		[kind, module]
	);
	return row!.count;
};

describe('opening a page', () => {
	test('counts one, whoever opens it, but for the people of the school', async () => {
		const module = world.modules.foodHygiene;
		for (const viewer of VIEWERS) await seen(viewer, module);
		expect(await counted('seen', module)).toBe(VIEWERS.length - 1);
		await seen('anonymous', module);
		expect(await counted('seen', module)).toBe(VIEWERS.length);
	});

	test('counts nothing of what is not published, or is not there', async () => {
		const { draftMathematics, pausedEnglish } = world.modules;
		for (const module of [draftMathematics, pausedEnglish, randomUUID()]) {
			await seen('broker', module);
			expect(await counted('seen', module)).toBe(0);
		}
	});
});

describe('standing in a list of what fits', () => {
	test('counts one for each module, when somebody of a job centre looks', async () => {
		const { guard, buddyTraining } = world.modules;
		await fit('broker', [guard, buddyTraining, guard, randomUUID()]);
		await fit('southCoordinator', [guard]);
		for (const school of ['leader', 'rival', 'outsider'] as const) await fit(school, [guard]);
		expect(await outcome(fit('anonymous', [guard]))).toEqual(signedOut);
		expect([await counted('fit', guard), await counted('fit', buddyTraining)]).toEqual([2, 1]);
	});

	test('is bounded in one call', async () => {
		const others = Array.from({ length: 100 }, () => randomUUID());
		const before = await counted('fit', world.modules.guard);
		await fit('broker', [...others, world.modules.guard]);
		expect(await counted('fit', world.modules.guard)).toBe(before);
	});
});

/** A first day of a month, so many months ago. */
const monthsAgo = (months: number) => {
	const [year, month] = inDays(0).split('-').map(Number);
	return new Date(Date.UTC(year!, month! - 1 - months, 1)).toISOString().slice(0, 10);
};
const count = (module: string, kind: string, day: string, number: number) =>
	world.sql(
		`insert into module_count (module_id, kind, day, count) values ($1, $2, $3, $4)
		on conflict (module_id, kind, day) do update set count = excluded.count`,
		[module, kind, day, number]
	);
const figures = (who: Viewer, p_module: string) => world.call(who, 'module_figures', { p_module });
const losses = async (who: Viewer, p_module: string) =>
	Object.fromEntries(
		(await world.call(who, 'module_losses', { p_module })).map((row) => [row.reason, row.count])
	);

test('how a module fares is told to leaders of its school and nobody else', async () => {
	const { workplaceDanish } = world.modules;
	for (const who of VIEWERS.filter((viewer) => viewer !== 'leader')) {
		const expected = who === 'anonymous' ? signedOut : notFound;
		for (const ask of [figures, losses]) {
			expect({ [who]: await outcome(ask(who, workplaceDanish)) }).toEqual({ [who]: expected });
		}
	}
	expect(await outcome(figures('leader', randomUUID()))).toEqual(notFound);
});

describe('the twelve months of a module', () => {
	test('add up days, and give no number of fewer than three lists', async () => {
		const module = world.modules.workplaceDanish;
		await count(module, 'seen', monthsAgo(11), 4);
		await count(module, 'seen', monthsAgo(12), 99);
		await count(module, 'fit', monthsAgo(3), 2);
		await count(module, 'fit', monthsAgo(2), 2);
		await count(module, 'fit', monthsAgo(2).slice(0, 8) + '02', 1);
		const months = await figures('leader', module);
		expect(months.map(({ month }) => month)).toEqual(
			Array.from({ length: 12 }, (_, index) => monthsAgo(11 - index))
		);
		expect(months[0]).toMatchObject({ seen: 4, fit: 0 });
		expect(months.map((month) => month.fit).slice(8, 10)).toEqual([null, 3]);
	});

	test('count what was asked for by the module, quoted from it and bought', async () => {
		const module = world.modules.workplaceDanish;
		const before = (await figures('leader', module)).at(-1)!;
		const won = await on.aQuote({ module_id: null });
		await ofModule(won, module);
		await on.submitQuote('leader', won.request, { module_id: module }, 1);
		const [again] = await world.sql<{ id: string }>(
			`select id from quote where quote_request_id = $1 and state = 'submitted'`,
			[won.request]
		);
		await on.accept(again!.id);
		await ofModule(await on.aQuote(), module);
		const after = (await figures('leader', module)).at(-1)!;
		expect([
			after.asked - before.asked,
			after.quoted - before.quoted,
			after.won - before.won
		]).toEqual([2, 2, 1]);
	});
});

/** Ties what a school was asked and answered to one of its modules. */
async function ofModule(it: { request: string }, module: string) {
	await world.sql('update quote_request set module_id = $2 where id = $1', [it.request, module]);
	await world.sql('update quote set module_id = $2 where quote_request_id = $1', [
		it.request,
		module
	]);
}

describe('why not', () => {
	/** A quote of the module that is not taken, since another's is, for this reason. */
	async function lostFor(module: string, reason: string) {
		const it = await on.aQuote();
		await ofModule(it, module);
		await world.call('broker', 'accept_quote', {
			p_id: it.rivalQuote,
			p_version: await on.version('quote', it.rivalQuote),
			p_funding_source: await on.fundingSource(),
			p_reason_code: reason,
			p_reason: null
		});
	}

	test('is told by what the school itself knows, each once', async () => {
		const module = world.modules.pausedEnglish;
		const asked = async () => {
			const it = await on.aRequest();
			await ofModule(it, module);
			return it;
		};
		const quoted = async () => {
			const it = await on.aQuote();
			await ofModule(it, module);
			return it;
		};
		await world.call('leader', 'decline_request', {
			p_id: (await asked()).request,
			p_reason_code: 'no_teacher',
			p_reason: null
		});
		await world.call('broker', 'withdraw_request', { p_id: (await asked()).request });
		const late = await asked();
		await world.sql('update quote_request set answer_by = $2 where id = $1', [
			late.request,
			inDays(-1)
		]);
		const old = await quoted();
		await world.sql('update quote set valid_until = $2 where id = $1', [old.quote, inDays(-1)]);
		await world.sql('select private.expire_due()');
		await world.call('leader', 'withdraw_quote', { p_id: (await quoted()).quote, p_version: 1 });
		const closed = await quoted();
		await world.call('broker', 'close_need_unmet', {
			p_id: closed.need,
			p_version: await on.version('need', closed.need),
			p_reason: 'Ingen dækker det'
		});
		const cancelled = await on.anOrder();
		await ofModule(cancelled, module);
		await world.call('coordinator', 'cancel_order', {
			p_id: cancelled.order,
			p_version: await on.version('purchase_order', cancelled.order),
			p_reason: 'Kandidaten fik job'
		});
		expect(await losses('leader', module)).toEqual({
			declined_no_teacher: 1,
			let_go: 1,
			not_answered: 1,
			quote_expired: 1,
			quote_withdrawn: 1,
			need_closed: 1,
			cancelled: 1
		});
	});

	test("why another's quote was taken is told from three of a kind on", async () => {
		const module = world.modules.workplaceDanish;
		for (const reason of ['cheapest', 'cheapest', 'earliest']) await lostFor(module, reason);
		expect(await losses('leader', module)).toEqual({ not_chosen: 3 });
		await lostFor(module, 'cheapest');
		expect(await losses('leader', module)).toEqual({ chosen_cheapest: 3, not_chosen: 1 });
	});
});

describe("a school's list of its modules", () => {
	const list = (who: Viewer, input: object = {}, p_provider = world.organisations.language) =>
		world.call(who, 'own_modules', {
			p_provider,
			p_state: null,
			p_words: [],
			p_unconfirmed: false,
			p_sort: 'changed',
			p_limit: 20,
			p_offset: 0,
			...input
		});
	const titles = async (input: object = {}) =>
		(await list('leader', input)).map(({ title }) => title);
	const [danish, english, maths] = [
		'Dansk på arbejdspladsen',
		'Engelsk til receptionen',
		'Regning i køkkenet'
	];

	test('is for its leaders and nobody else', async () => {
		for (const who of PERSONS.filter((person) => person !== 'leader')) {
			expect({ [who]: await outcome(list(who)) }).toEqual({ [who]: notFound });
		}
		expect(await outcome(list('anonymous'))).toEqual(signedOut);
	});

	test('is narrowed by state, words and what is to be confirmed, and sorted', async () => {
		await world.sql('update module set confirmed_at = $2 where id = $1', [
			world.modules.workplaceDanish,
			`${inDays(-180)}T00:00:00Z`
		]);
		expect((await titles()).sort()).toEqual([danish, english, maths]);
		expect(await titles({ p_sort: 'title' })).toEqual([danish, english, maths]);
		expect(await titles({ p_state: 'draft' })).toEqual([maths]);
		expect(await titles({ p_state: 'archived' })).toEqual([]);
		expect(await titles({ p_words: ['køk', 'BRUGE'] })).toEqual([maths]);
		expect(await titles({ p_words: ['køk', 'dansk'] })).toEqual([]);
		expect(await titles({ p_unconfirmed: true })).toEqual([danish]);
		expect((await titles({ p_sort: 'confirmed' }))[0]).toBe(danish);
		expect((await titles({ p_sort: 'seen' }))[0]).toBe(danish);
		const second = await list('leader', { p_sort: 'title', p_limit: 1, p_offset: 1 });
		expect(second).toMatchObject([{ title: english, total: 3 }]);
	});

	test('says how each fared, as its own page does', async () => {
		const module = world.modules.workplaceDanish;
		const months = await figures('leader', module);
		const sum = (pick: (row: (typeof months)[number]) => number | null) =>
			months.reduce((total, month) => total + (pick(month) ?? 0), 0);
		const row = (await list('leader')).find(({ id }) => id === module)!;
		expect(row).toMatchObject({
			seen: sum((month) => month.seen),
			fit: sum((month) => month.fit),
			asked: sum((month) => month.asked),
			quoted: sum((month) => month.quoted),
			won: sum((month) => month.won),
			is_unconfirmed: true,
			prices: [
				{ kind: 'teaching', model: 'per_week', unit_price_ore: 250_000, weekly_hours: 2 },
				{ kind: 'pre_meeting', model: 'fixed', unit_price_ore: 120_000, weekly_hours: null }
			]
		});
		expect(row.seen).toBeGreaterThan(0);
		expect(row.quoted).toBeGreaterThan(0);
	});
});
