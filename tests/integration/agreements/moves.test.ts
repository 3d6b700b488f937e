import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreementById, listAgreements } from '$lib/server/agreements';
import { agreements, type Agreed } from '../../fixtures/agreements';
import { inDays, VIEWERS, type Viewer } from '../../fixtures/cast';
import {
	cprIn,
	describeMove,
	missing,
	notAllowed,
	notFound,
	nothing,
	signedOut,
	wordsOf
} from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof agreements>;
beforeAll(async () => {
	world = await startWorld();
	on = agreements(world);
});
beforeEach(() => on.clear());
afterAll(() => world.close());

const agree = (who: Viewer, { agreement }: Agreed, version: number) =>
	world.call(who, 'agree_frame_agreement', { p_id: agreement, p_version: version });
const decline = (who: Viewer, { agreement }: Agreed, version: number, reason = 'For lav en pris') =>
	world.call(who, 'decline_frame_agreement', {
		p_id: agreement,
		p_version: version,
		p_reason: reason
	});
const withdraw = (who: Viewer, { agreement }: Agreed, version: number) =>
	world.call(who, 'withdraw_frame_agreement', { p_id: agreement, p_version: version });
const end = (who: Viewer, { agreement }: Agreed, version: number) =>
	world.call(who, 'end_frame_agreement', { p_id: agreement, p_version: version });

const told = (who: string, kind: string) => ({
	events: [kind],
	told: { [who]: [kind] },
	mailed: { [who]: [kind] }
});

describe('proposing an agreement', () => {
	test('is the coordinator’s, tells the school once, and gives it a reference of its own', async () => {
		const id = randomUUID();
		const traces = await world.traces(async () => {
			const first = await on.save(id, 0);
			expect(await on.save(id, 0)).toEqual(first);
			expect(first).toMatchObject({ id, reference: expect.stringMatching(/^A-\d{4}-\d{4}$/) });
		});
		expect(traces).toEqual(told('leader', 'agreement.proposed'));
		const others: [Viewer, object][] = VIEWERS.filter((who) => who !== 'coordinator').map((who) => [
			who,
			who === 'anonymous'
				? signedOut
				: ['broker', 'colleague', 'approver'].includes(who)
					? notAllowed
					: notFound
		]);
		for (const [who, refusal] of others) {
			expect({ [who]: await outcome(on.save(randomUUID(), 0, {}, who)) }).toEqual({
				[who]: refusal
			});
			if (who === 'leader') continue;
			expect({ [who]: await outcome(on.save(id, 1, {}, who)) }).toEqual({ [who]: refusal });
		}
	});

	test('is refused when it says too little or what is not so', async () => {
		const refused = async (content: Parameters<typeof on.save>[2]) =>
			outcome(on.save(randomUUID(), 0, content));
		expect(await refused({ prices: [] })).toMatchObject(missing('prices'));
		expect(await refused({ terms: 'Ring til 010170-1234' })).toEqual(cprIn('terms'));
		expect(await refused({ terms: wordsOf(2001) })).toMatchObject({ code: 'invalid' });
		expect(await refused({ valid_to: inDays(-1) })).toMatchObject({ field: 'valid_to' });
		expect(await refused({ valid_from: inDays(101) })).toMatchObject({
			constraint: 'frame_agreement_in_order'
		});
		expect(await refused({ module_id: world.modules.foodHygiene })).toMatchObject({
			field: 'module_id'
		});
		expect(await refused({ module_id: world.modules.pausedEnglish })).toMatchObject({
			field: 'module_id'
		});
		expect(await refused({ subject_code: 'danish' })).toMatchObject({
			constraint: 'frame_agreement_of_module_or_subject'
		});
		expect(await refused({ provider_id: world.organisations.south })).toMatchObject({
			field: 'provider_id'
		});
		expect(await refused({ allows_direct_order: false, max_order_ore: 100 })).toMatchObject({
			constraint: 'frame_agreement_most_is_of_orders'
		});
	});

	test('goes on until the school has answered, with the school that was told', async () => {
		const { agreement } = await on.proposed();
		const traces = await world.traces(() =>
			on.save(agreement, 1, { provider_id: world.organisations.business, max_order_ore: 5_000 })
		);
		expect(traces).toEqual({ ...nothing, events: ['agreement.changed'] });
		const one = await agreementById(world.as('leader'), agreement);
		expect(one).toMatchObject({ maxOrderOre: 5_000, version: 2, state: 'proposed' });
		expect(await outcome(on.save(agreement, 1))).toMatchObject({ status: 409, code: 'stale' });
		expect(await outcome(agree('leader', { agreement }, 1))).toMatchObject({ code: 'stale' });
		await agree('leader', { agreement }, 2);
		expect(await outcome(on.save(agreement, 3))).toMatchObject({ code: 'wrong_state' });
	});
});

describeMove('agreeing', {
	world: () => world,
	subject: () => on.proposed(),
	move: agree,
	versionOf: (it) => on.version(it),
	may: ['leader'],
	mayOnlySee: ['coordinator', 'broker', 'colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'agreement.proposed' },
	illegal: {
		declined: (it) => decline('leader', it, 1),
		withdrawn: (it) => withdraw('coordinator', it, 1)
	},
	leaves: told('coordinator', 'agreement.agreed')
});

describeMove('declining', {
	world: () => world,
	subject: () => on.proposed(),
	move: decline,
	versionOf: (it) => on.version(it),
	may: ['leader'],
	mayOnlySee: ['coordinator', 'broker', 'colleague', 'approver'],
	illegal: { agreed: (it) => agree('leader', it, 1) },
	leaves: told('coordinator', 'agreement.declined')
});

describeMove('withdrawing', {
	world: () => world,
	subject: () => on.proposed(),
	move: withdraw,
	versionOf: (it) => on.version(it),
	may: ['coordinator'],
	mayOnlySee: ['leader', 'broker', 'colleague', 'approver'],
	illegal: { agreed: (it) => agree('leader', it, 1) },
	leaves: told('leader', 'agreement.withdrawn')
});

describeMove('ending', {
	world: () => world,
	subject: () => on.agreed(),
	move: end,
	versionOf: (it) => on.version(it),
	may: ['coordinator'],
	mayOnlySee: ['leader', 'broker', 'colleague', 'approver'],
	lastMove: { actor: 'Sprogcentret', kind: 'agreement.agreed' },
	leaves: told('leader', 'agreement.ended')
});

test('a school says why it declines, in words without a number of a person', async () => {
	const it = await on.proposed();
	expect(await outcome(decline('leader', it, 1, ' '))).toEqual(missing('reason'));
	expect(await outcome(decline('leader', it, 1, 'Ikke til 0101701234'))).toEqual(cprIn('reason'));
	await decline('leader', it, 1, 'Vi har ingen lærer');
	expect(await agreementById(world.as('broker'), it.agreement)).toMatchObject({
		declineReason: 'Vi har ingen lærer'
	});
	expect(await agreementById(world.as('rival'), it.agreement)).toBeNull();
	expect(await agreementById(world.as('southCoordinator'), it.agreement)).toBeNull();
});

describe('on no day two agreements hold for the same', () => {
	test('so the second is refused, when it is proposed and when it is agreed', async () => {
		const early = await on.proposed();
		await on.agreed({ valid_from: inDays(50), valid_to: inDays(200) });
		const [held] = await world.sql<{ reference: string }>(
			`select reference from frame_agreement where state = 'agreed'`
		);
		const refusal = { status: 409, code: 'agreements_overlap', ...held };
		expect(await outcome(agree('leader', early, 1))).toEqual(refusal);
		expect(await outcome(on.save(randomUUID(), 0))).toEqual(refusal);
		// Another thing, another time, and what has ended, stand in nobody's way.
		await on.agreed({ module_id: null, subject_code: 'danish' });
		await on.agreed({ valid_to: inDays(49) });
		await on.clear();
		expect(await outcome(agree('leader', early, 1))).toBe('ok');
	});

	test('also when two are agreed at the same moment, and in the database itself', async () => {
		const [one, other] = [await on.proposed(), await on.proposed()];
		const outcomes = await Promise.all([
			outcome(agree('leader', one, 1)),
			outcome(agree('leader', other, 1))
		]);
		expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1);
		await expect(
			world.sql(`update frame_agreement set state = 'agreed' where id = any ($1)`, [
				[one.agreement, other.agreement]
			])
		).rejects.toMatchObject({ code: '23P01' });
	});

	test('and one whose last day has passed is not agreed any more', async () => {
		const it = await on.proposed();
		await world.sql('update frame_agreement set valid_to = $2 where id = $1', [
			it.agreement,
			inDays(-1)
		]);
		expect(await outcome(agree('leader', it, 1))).toMatchObject({ status: 409, code: 'too_late' });
	});
});

test('the list is that of one’s own side, by how the agreements stand today', async () => {
	const upcoming = await on.agreed({ valid_from: inDays(1) });
	const expired = await on.agreed({ valid_from: inDays(-20), valid_to: inDays(0) });
	await world.sql('update frame_agreement set valid_to = $2 where id = $1', [
		expired.agreement,
		inDays(-1)
	]);
	const held = await on.agreed({ valid_from: inDays(0), valid_to: inDays(0) });
	const listed = async (
		viewer: 'broker' | 'leader' | 'rival',
		standing?: 'upcoming' | 'expired' | 'in_force'
	) => {
		const side = {
			broker: { organisationId: world.organisations.north, kind: 'job_centre' },
			leader: { organisationId: world.organisations.language, kind: 'provider' },
			rival: { organisationId: world.organisations.business, kind: 'provider' }
		} as const;
		const { rows } = await listAgreements(world.as(viewer), side[viewer], { standing, page: 1 });
		return rows.map(({ id }) => id);
	};
	for (const viewer of ['broker', 'leader'] as const) {
		expect(await listed(viewer, 'upcoming')).toEqual([upcoming.agreement]);
		expect(await listed(viewer, 'expired')).toEqual([expired.agreement]);
		expect(await listed(viewer, 'in_force')).toEqual([held.agreement]);
		expect((await listed(viewer)).slice(0, 3)).toEqual([
			held.agreement,
			expired.agreement,
			upcoming.agreement
		]);
	}
	expect(await listed('rival')).toEqual([]);
});
