import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotifications, openNotification, readNotifications } from '$lib/server/notifications';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let ids: number[];
beforeAll(async () => {
	world = await startWorld();
	const rows = await world.sql<{ id: number }>(
		`insert into notification (user_id, kind, subject_id, params)
		select $1, 'quote.submitted', gen_random_uuid(), jsonb_build_object('reference', 'B-' || n)
		from generate_series(1, 23) n returning id`,
		[world.people.broker.id]
	);
	ids = rows.map(({ id }) => Number(id));
});
afterAll(() => world.close());

const idsOf = async (page: number) =>
	(await listNotifications(world.as('broker'), page)).rows.map(({ id }) => id);

test('are paged, newest first, and one’s own only', async () => {
	expect(await idsOf(1)).toEqual(ids.slice(-20).reverse());
	expect(await idsOf(2)).toEqual(ids.slice(0, 3).reverse());
	expect((await listNotifications(world.as('colleague'), 1)).total).toBe(0);
	expect(await outcome(listNotifications(world.as('broker'), 9))).toMatchObject({ status: 404 });
});

test('opening one marks it as read, and it moves behind the unread', async () => {
	const newest = ids.at(-1)!;
	expect(await openNotification(world.as('broker'), newest)).toMatchObject({
		kind: 'quote.submitted',
		params: { reference: 'B-23' }
	});
	expect((await idsOf(2)).at(-1)).toBe(newest);
	// Opened again it says the same.
	expect(await openNotification(world.as('broker'), newest)).not.toBeNull();
});

test('nobody opens what somebody else was told', async () => {
	expect(await openNotification(world.as('colleague'), ids[0]!)).toBeNull();
	expect((await idsOf(2)).at(-1)).not.toBe(ids[0]);
});

test('marking all as read leaves what has come since', async () => {
	await readNotifications(world.as('broker'), ids[20]!);
	const { rows } = await listNotifications(world.as('broker'), 1);
	expect(rows.filter(({ readAt }) => readAt === null).map(({ id }) => id)).toEqual([ids[21]]);
});
