import { afterAll, beforeAll, expect, test } from 'vitest';
import { getEngagement, listEngagements } from '$lib/server/engagements';
import { history } from '$lib/server/history';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
let walk: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	walk = journeys(world);
});
afterAll(() => world.close());

test('both sides read an engagement, the school without its need', async () => {
	const { engagement } = await walk.anEngagement();
	const atSchool = await getEngagement(world.as('leader'), engagement);
	expect(atSchool).toMatchObject({ state: 'active', need: null, order: { participants: 1 } });
	const atJobCentre = await getEngagement(world.as('colleague'), engagement);
	expect(atJobCentre!.need!.ownerId).toBe(world.people.broker.id);
	expect(await getEngagement(world.as('rival'), engagement)).toBeNull();
	expect(await getEngagement(world.as('southBroker'), engagement)).toBeNull();
	expect((await history(world.as('leader'), engagement)).map(({ kind }) => kind)).toEqual([
		'engagement.active',
		'order.approved'
	]);
});

test('each side lists its own', async () => {
	const { engagement } = await walk.anOrder();
	const running = { states: ['planned', 'active'], page: 1 } as const;
	const { language, business, north, south } = world.organisations;
	const ids = async (
		who: Parameters<World['as']>[0],
		organisationId: string,
		kind: 'provider' | 'job_centre'
	) => {
		const list = await listEngagements(world.as(who), { organisationId, kind }, running);
		return list.rows.map(({ id }) => id);
	};
	expect(await ids('leader', language, 'provider')).toContain(engagement);
	expect(await ids('coordinator', north, 'job_centre')).toContain(engagement);
	expect(await ids('rival', business, 'provider')).toEqual([]);
	expect(await ids('southCoordinator', south, 'job_centre')).toEqual([]);
});
