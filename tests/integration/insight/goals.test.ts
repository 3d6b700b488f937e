import { afterAll, beforeAll, expect, test } from 'vitest';
import { goals, setBudgets, setJobCentre, setTargets } from '$lib/server/insight/goals';
import { overview } from '$lib/server/insight/overview';
import { VIEWERS } from '../../fixtures/cast';
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
const outsiders = VIEWERS.filter((viewer) => viewer !== 'coordinator');

test('a target is set, changed and taken away, and the others stay', async () => {
	const set = (placed: number | null) =>
		setTargets(world.as('coordinator'), north, [
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
	await setTargets(world.as('coordinator'), north, [
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
	const set = (amountOre: number | null) =>
		setBudgets(world.as('coordinator'), north, YEAR, [{ fundingSourceId: source, amountOre }]);
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
	await setBudgets(world.as('coordinator'), north, YEAR, [
		{ fundingSourceId: source!.id, amountOre: 1 }
	]);
	expect(await world.sql('select from budget where funding_source_id = $1', [source!.id])).toEqual(
		[]
	);
});

test('the rules for buying are the job centre’s own', async () => {
	await setJobCentre(world.as('coordinator'), north, { approvalLimitOre: 500_000, answerDays: 7 });
	expect(await known()).toMatchObject({ approvalLimitOre: 500_000, answerDays: 7 });
});

test.each(outsiders)('%s sets no goals of the job centre', async (viewer) => {
	const refused = { status: viewer === 'anonymous' ? 401 : 404 };
	expect(
		await outcome(
			setTargets(world.as(viewer), north, [{ group: 'other', measure: 'placed', figure: 1 }])
		)
	).toMatchObject(refused);
	expect(await outcome(setBudgets(world.as(viewer), north, YEAR, []))).toMatchObject(refused);
});

test('nobody outside the job centre sees a figure of it', async () => {
	for (const viewer of ['southCoordinator', 'leader'] as const) {
		const { groups, providers, costs } = await overview(world.as(viewer), north, YEAR);
		expect({ groups, providers, costs }).toEqual({ groups: [], providers: [], costs: [] });
	}
});
