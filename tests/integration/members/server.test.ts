import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	findMember,
	invite,
	listInvitations,
	listMembers,
	revokeInvitation,
	sendAgain
} from '$lib/server/members';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let north: string;
beforeAll(async () => {
	world = await startWorld();
	north = world.organisations.north;
});
afterAll(() => world.close());

const open = async () => (await listInvitations(world.as('coordinator'), north, 1)).rows;

test('members are listed and found by those who may invite, in their own organisation', async () => {
	const { rows, total } = await listMembers(world.as('coordinator'), north, 1);
	expect(total).toBe(4);
	expect(rows.map(({ role }) => role)).toEqual(['approver', 'broker', 'broker', 'coordinator']);
	const id = rows[0]!.id;
	expect(await findMember(world.as('coordinator'), north, id)).toMatchObject({ role: 'approver' });
	expect(await findMember(world.as('southCoordinator'), world.organisations.south, id)).toBeNull();
	expect(await findMember(world.as('broker'), north, id)).toBeNull();
});

test('an invitation is sent, sent again with a new link, and taken back', async () => {
	await invite(world.as('coordinator'), north, 'ny@kommune.example', 'broker');
	const [first] = await open();
	expect(first).toMatchObject({ email: 'ny@kommune.example', role: 'broker' });
	const { mailed } = await world.traces(() => sendAgain(world.as('coordinator'), first!.id));
	expect(mailed).toEqual({ 'ny@kommune.example': ['invitation'] });
	const [second, ...others] = await open();
	expect(others).toEqual([]);
	expect(second!.id).not.toBe(first!.id);
	await revokeInvitation(world.as('coordinator'), second!.id);
	expect(await open()).toEqual([]);
});

test('nobody sends an invitation of another organisation again', async () => {
	await invite(world.as('coordinator'), north, 'ny@kommune.example', 'approver');
	const { id } = (await open())[0]!;
	for (const viewer of ['southCoordinator', 'leader', 'broker'] as const) {
		expect(await outcome(sendAgain(world.as(viewer), id))).toMatchObject({ status: 404 });
	}
});
