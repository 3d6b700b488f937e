import { expect, test } from 'vitest';
import { journeys } from '../fixtures/journey';
import { startWorld, type World } from '../fixtures/world';

const inIt = async (world: World) =>
	(
		await world.sql(`select (select count(*) from need) as needs, (select count(*) from event) as events,
			(select name from organisation where id = '${world.organisations.north}') as name`)
	)[0];

test('the next test file meets the world as it was, whatever one has done to it', async () => {
	const first = await startWorld();
	const untouched = await inIt(first);
	await journeys(first).anOrder();
	await first.sql(`update organisation set name = 'Et andet navn'`);
	await first.close();

	const second = await startWorld();
	expect(await inIt(second)).toEqual(untouched);
	await journeys(second).anOrder();
	await second.close();
});

test('the database reads values and lists of them, and carries nothing for arrays of rows', async () => {
	const world = await startWorld();
	const { database } = world.backend;
	const [row] = await world.sql(
		`select array['a'] as texts, array[1.5::numeric] as numbers, 20.00::numeric as number,
			array['2026-12-01'::date] as days, true as held`
	);
	expect(row).toMatchObject({ texts: ['a'], numbers: [1.5], number: 20, held: true });
	expect(row!.days).toHaveLength(1);
	const rowTypes = await world.sql<{ typarray: number }>(
		`select typarray::int from pg_type where typtype = 'c' and typnamespace = 'public'::regnamespace`
	);
	expect(rowTypes.length).toBeGreaterThan(50);
	for (const { typarray } of rowTypes) expect(database.parsers).not.toHaveProperty(`${typarray}`);
	await world.close();
});
