import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	candidateContact,
	completeEngagement,
	getEngagement,
	listEngagements
} from '$lib/server/engagements';
import { history } from '$lib/server/history';
import { inDays } from '../../fixtures/cast';
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

test('the contact is read by the broker and the school until the training ends', async () => {
	const { need, engagement } = await walk.anEngagement();
	await walk.shareContact(need);
	const contact = { firstName: 'Amina', contact: '20 30 40 50' };
	const read = (who: Parameters<World['as']>[0]) => candidateContact(world.as(who), engagement);
	expect(await read('leader')).toEqual(contact);
	expect(await read('broker')).toEqual(contact);
	for (const who of ['colleague', 'coordinator', 'approver', 'rival', 'southBroker'] as const) {
		expect(await read(who)).toBeNull();
	}
	const version = await walk.version('engagement', engagement);
	const held = { endedOn: inDays(0), hoursHeld: 22.2 };
	await completeEngagement(world.as('leader'), { id: engagement, version }, held);
	expect(await read('leader')).toBeNull();
	expect(await read('broker')).toBeNull();
});
