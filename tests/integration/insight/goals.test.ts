import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	goals,
	setBudgets,
	setJobCentre,
	setQuoteRules,
	setTargets
} from '$lib/server/insight/goals';
import { overview } from '$lib/server/insight/overview';
import { VIEWERS, type Viewer } from '../../fixtures/cast';
import { nothing } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let north: string;
beforeAll(async () => {
	world = await startWorld();
	north = world.organisations.north;
});
afterAll(() => world.close());

const YEAR = 2026;
const known = () => goals(world.as('coordinator'), north, YEAR);
type Plan = keyof Awaited<ReturnType<typeof known>>['versions'];
/** The version of the form that the coordinator has before them. */
const version = async (plan: Plan) => (await known()).versions[plan];
const outsiders = VIEWERS.filter((viewer) => viewer !== 'coordinator');

test('a target is set, changed and taken away, and the others stay', async () => {
	const set = async (placed: number | null) =>
		setTargets(world.as('coordinator'), north, await version('targets'), [
			{ group: 'original', measure: 'referred', figure: 120 },
			{ group: 'original', measure: 'placed', figure: placed }
		]);
	const figures = async () =>
		(await known()).targets.find(({ key }) => key === 'original')!.figures;
	await set(70);
	expect(await figures()).toMatchObject({ referred: 120, placed: 70 });
	await set(75);
	expect(await figures()).toMatchObject({ referred: 120, placed: 75 });
	await set(null);
	expect(await figures()).toMatchObject({ referred: 120, placed: undefined });
});

test('a group with a target shows in the overview before it has a candidate', async () => {
	await setTargets(world.as('coordinator'), north, await version('targets'), [
		{ group: 'ukrainian', measure: 'placed', figure: 40 }
	]);
	const { groups } = await overview(world.as('coordinator'), north, YEAR);
	expect(groups.find(({ code }) => code === 'ukrainian')).toMatchObject({
		reached: { placed: 0 },
		targets: { placed: 40 }
	});
});

test('a budget belongs to its year, and shows in the overview as what is left', async () => {
	const source = (await known()).budgets[0]!.key;
	const set = async (amountOre: number | null) =>
		setBudgets(world.as('coordinator'), north, await version('budgets'), YEAR, [
			{ fundingSourceId: source, amountOre }
		]);
	await set(18_000_000);
	expect((await known()).budgets[0]!.amountOre).toBe(18_000_000);
	expect((await goals(world.as('coordinator'), north, YEAR + 1)).budgets[0]!.amountOre).toBeNull();
	const { costs, years } = await overview(world.as('broker'), north, YEAR);
	expect(costs).toMatchObject([{ fundingSourceId: source, budgetOre: 18_000_000 }]);
	expect(years).toContain(YEAR);
	await set(null);
	expect((await known()).budgets[0]!.amountOre).toBeNull();
});

test("another job centre's own funding source cannot be budgeted", async () => {
	const [source] = await world.sql<{ id: string }>(
		`insert into funding_source (job_centre_id, code, name_da, name_en, valid_from)
		values ($1, 'own', 'Egen', 'Own', '2020-01-01') returning id`,
		[world.organisations.south]
	);
	await setBudgets(world.as('coordinator'), north, await version('budgets'), YEAR, [
		{ fundingSourceId: source!.id, amountOre: 1 }
	]);
	expect(await world.sql('select from budget where funding_source_id = $1', [source!.id])).toEqual(
		[]
	);
});

test('the rules for buying are the job centre’s own', async () => {
	await setJobCentre(world.as('coordinator'), north, await version('settings'), {
		answerDays: 7,
		reminderDays: 2,
		confirmDays: 4
	});
	expect(await known()).toMatchObject({ answerDays: 7, reminderDays: 2, confirmDays: 4 });
});

test('how quotes are asked for is the job centre’s own, and its coordinator’s to set', async () => {
	const rules = { requestReminderDays: 5, sealsQuotes: true };
	for (const who of outsiders) {
		const refusal = await outcome(setQuoteRules(world.as(who), north, 1, rules));
		expect(refusal).toMatchObject(who === 'anonymous' ? { status: 401 } : { status: 404 });
	}
	const set = async () =>
		setQuoteRules(world.as('coordinator'), north, await version('settings'), rules);
	expect(await world.traces(set)).toEqual({ ...nothing, events: ['settings.changed'] });
	expect(await known()).toMatchObject(rules);
	const old = setQuoteRules(world.as('coordinator'), north, 1, {
		...rules,
		requestReminderDays: 2
	});
	expect(await outcome(old)).toMatchObject({ status: 409, code: 'stale' });
	const never = { ...rules, requestReminderDays: 31 };
	const wrong = setQuoteRules(world.as('coordinator'), north, await version('settings'), never);
	expect(await outcome(wrong)).toMatchObject({ code: 'invalid', field: 'request_reminder_days' });
});

/** Each form, with what makes it set something that has not been set before. */
const plans = {
	targets: (at: number, figure: number, by: Viewer = 'coordinator') =>
		setTargets(world.as(by), north, at, [{ group: 'other', measure: 'upskilled', figure }]),
	budgets: async (at: number, amountOre: number, by: Viewer = 'coordinator') =>
		setBudgets(world.as(by), north, at, YEAR, [
			{ fundingSourceId: (await known()).budgets[1]!.key, amountOre }
		]),
	settings: (at: number, figure: number, by: Viewer = 'coordinator') =>
		// Every figure is a number of days between 1 and 60.
		setJobCentre(world.as(by), north, at, {
			answerDays: figure / 100,
			reminderDays: 9,
			confirmDays: 9
		})
} satisfies Record<Plan, unknown>;

describe.each(Object.keys(plans) as Plan[])('changing the %s', (plan) => {
	const set = plans[plan];

	test('writes one event with what was changed, however often it is sent', async () => {
		const before = await version(plan);
		const traces = await world.traces(async () => {
			await Promise.all([set(before, 4100), set(before, 4100)]);
			await set(before, 4100);
		});
		expect(traces).toEqual({ ...nothing, events: [`${plan}.changed`] });
		expect(await version(plan)).toBe(before + 1);
		const [event] = await world.sql<{ detail: object }>(
			'select detail from event where kind = $1 order by id desc limit 1',
			[`${plan}.changed`]
		);
		expect(JSON.stringify(event!.detail)).toContain(plan === 'settings' ? '41' : '4100');
	});

	test('is refused to a form that is older, which says who changed it', async () => {
		await set(await version(plan), 4200);
		const old = (await version(plan)) - 1;
		expect(
			await world.traces(async () => {
				expect(await outcome(set(old, 4300))).toMatchObject({
					status: 409,
					code: 'stale',
					actor: 'coordinator',
					kind: `${plan}.changed`
				});
			})
		).toEqual(nothing);
	});

	test('leaves the other forms as new as they were', async () => {
		const { [plan]: mine, ...others } = (await known()).versions;
		await set(mine, 4400);
		expect((await known()).versions).toEqual({ ...others, [plan]: mine + 1 });
	});

	test.each(outsiders)('is not done by %s', async (viewer) => {
		const at = await version(plan);
		expect(await outcome(set(at, 4500, viewer))).toMatchObject({
			status: viewer === 'anonymous' ? 401 : 404
		});
	});
});

test('nobody outside the job centre sees a figure of it', async () => {
	for (const viewer of ['southCoordinator', 'leader'] as const) {
		const { groups, providers, costs } = await overview(world.as(viewer), north, YEAR);
		expect({ groups, providers, costs }).toEqual({ groups: [], providers: [], costs: [] });
	}
});
