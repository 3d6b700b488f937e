import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDeclineFilter } from '$lib/domain/insight/filter';
import { declineFigures } from '$lib/server/insight/declines';
import { allDeclines, declines } from '$lib/server/insight/rows';
import { inDays } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const filter = (query = '') => readDeclineFilter(new URLSearchParams(query));

test('each no counts by its reason, also that of a round that was asked again', async () => {
	const on = journeys(world);
	const { north, south, language } = world.organisations;
	const asked = await on.aRequest();
	const other = await on.aRequest();
	const decline = (who: 'leader' | 'rival', p_id: string, p_reason_code: string) =>
		world.call(who, 'decline_request', { p_id, p_reason_code, p_reason: null });
	await decline('leader', asked.request, 'no_teacher');
	await decline('rival', asked.rivalRequest, 'too_few_hours');
	await decline('leader', other.request, 'no_teacher');
	await world.call('broker', 'ask_again', {
		p_id: asked.need,
		p_version: await on.version('need', asked.need),
		p_providers: [language],
		p_answer_by: inDays(10),
		p_starts_on: null
	});
	await decline('leader', asked.request, 'no_teacher');

	const coordinator = world.as('coordinator');
	const year = Number(inDays(0).slice(0, 4));
	const figures = [
		{ reason: 'no_teacher', declines: 3, needs: 2, schools: 1 },
		{ reason: 'too_few_hours', declines: 1, needs: 1, schools: 1 }
	];
	expect(await declineFigures(coordinator, north, null)).toEqual(figures);
	expect(await declineFigures(coordinator, north, year)).toEqual(figures);
	expect(await declineFigures(coordinator, north, year - 1)).toEqual([]);

	const { rows, total } = await declines(coordinator, north, filter('aarsag=no_teacher'), 1);
	expect([rows.length, total]).toEqual([3, 3]);
	expect(await Array.fromAsync(allDeclines(coordinator, north, filter()))).toHaveLength(4);
	for (const who of ['southCoordinator', 'leader'] as const) {
		expect(await declineFigures(world.as(who), north, null)).toEqual([]);
		expect(await declineFigures(world.as(who), south, null)).toEqual([]);
	}
});
