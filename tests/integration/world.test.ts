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
