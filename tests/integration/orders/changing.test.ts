import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WEEKS_MOVED_FREELY } from '$lib/domain/orders/change';
import { history } from '$lib/server/history';
import { getChanging, waitingChanges } from '$lib/server/orders/changes';
import { getOrderPaper } from '$lib/server/orders/papers';
import { getOrder } from '$lib/server/orders/orders';
import { orderPaper } from '$lib/server/pdf/order';
import type { Json } from '$lib/server/supabase/database.types';
import { inDays, VIEWERS, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import {
	cprIn,
	describeMove,
	missing,
	notAllowed,
	nothing,
	wrongState
} from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

type Changed = { order: string; engagement: string; change: string };

/** The order of 20 hours, with as many hours as this at a price for each. */
const changeInput = (hours = 24, hourOre = 60_000, input: object = {}) => ({
	reason: 'Kandidaten skal bruge mere tid',
	hours,
	session_hours: 2,
	weekly_hours: 4,
	starts_on: inDays(30),
	place: 'workplace',
	delivery_form: 'one_to_one',
	total_ore: hours * hourOre,
	lines: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: hourOre, quantity: hours }],
	...input
});
const propose = async (
	who: Viewer,
	order: string,
	input: object = changeInput(),
	p_id: string = randomUUID()
) => {
	const p_version = await on.version('purchase_order', order);
	await world.call(who, 'propose_change', {
		p_order: order,
		p_id,
		p_version,
		p_change: input as Json
	});
	return p_id;
};
const accept = (who: Viewer, { change }: Pick<Changed, 'change'>, p_version: number) =>
	world.call(who, 'accept_change', { p_id: change, p_version });
const decline = (who: Viewer, { change }: Changed, p_version: number, p_reason = 'For sent') =>
	world.call(who, 'decline_change', { p_id: change, p_version, p_reason });
const withdraw = (who: Viewer, { change }: Changed, p_version: number) =>
	world.call(who, 'withdraw_change', { p_id: change, p_version });
const approve = (who: Viewer, { change }: Changed, p_version: number) =>
	world.call(who, 'approve_change', { p_id: change, p_version });
const refuse = (who: Viewer, { change }: Changed, p_version: number, p_reason = 'For dyrt') =>
	world.call(who, 'refuse_change', { p_id: change, p_version, p_reason });
const cancel = async ({ order }: { order: string }) =>
	world.call('coordinator', 'cancel_order', {
		p_id: order,
		p_version: await on.version('purchase_order', order),
		p_reason: 'Flyttet'
	});
const versionOf = async ({ change }: Changed) => (await rowOf(change)).version;
const rowOf = async (change: string) =>
	(
		await world.sql<{ state: string; version: number; revision: number | null }>(
			'select state, version, revision from order_change where id = $1',
			[change]
		)
	)[0]!;
const standing = async ({ order }: { order: string }) =>
	(
		await world.sql<{ ore: number; revision: number; hours: number; confirmed: boolean }>(
			`select total_ore::int as ore, revision, planned_hours::int as hours, confirmed_at is not null as confirmed
			from purchase_order join engagement on order_id = purchase_order.id where purchase_order.id = $1`,
			[order]
		)
	)[0]!;

/** Proposed by the school, within what the broker may order. */
async function aProposal(): Promise<Changed> {
	const it = await on.anOrder();
	return { ...it, change: await propose('leader', it.order) };
}
/** Agreed by both sides, at 30 000 kr., which is above the limit. */
async function aChangeToApprove(): Promise<Changed> {
	const it = await on.anOrder();
	const change = await propose('leader', it.order, changeInput(25, 120_000));
	expect(await accept('broker', { change }, 1)).toBe('awaiting_approval');
	return { ...it, change };
}
const both = (kind: string) => ({ leader: [kind], broker: [`${kind}_for_broker`] });

describeMove('accepting a change', {
	world: () => world,
	subject: aProposal,
	move: accept,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver', 'leader'],
	lastMove: { actor: 'Sprogcentret', kind: 'order.change_proposed' },
	illegal: {
		withdrawn: (it) => withdraw('leader', it, 1),
		'of an order that is cancelled': cancel
	},
	leaves: {
		events: ['order.changed'],
		told: { leader: ['order.changed'] },
		mailed: { leader: ['order.changed'] }
	}
});

describeMove('withdrawing a change', {
	world: () => world,
	subject: aProposal,
	move: withdraw,
	versionOf,
	may: ['leader'],
	mayOnlySee: ['broker', 'coordinator', 'colleague', 'approver'],
	illegal: { declined: (it) => decline('broker', it, 1) },
	leaves: {
		events: ['order.change_withdrawn'],
		told: { broker: ['order.change_withdrawn_for_broker'] },
		mailed: { broker: ['order.change_withdrawn_for_broker'] }
	}
});

describeMove('declining a change', {
	world: () => world,
	subject: aProposal,
	move: decline,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver', 'leader'],
	illegal: { accepted: (it) => accept('broker', it, 1) },
	leaves: {
		events: ['order.change_declined'],
		told: { leader: ['order.change_declined'] },
		mailed: { leader: ['order.change_declined'] }
	}
});

describeMove('approving a change', {
	world: () => world,
	subject: aChangeToApprove,
	move: approve,
	versionOf,
	may: ['approver'],
	mayOnlySee: ['broker', 'coordinator', 'colleague'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.change_accepted' },
	illegal: { refused: (it) => refuse('approver', it, 2), 'of an order that is cancelled': cancel },
	leaves: {
		events: ['order.changed'],
		told: both('order.changed'),
		mailed: both('order.changed')
	}
});

describeMove('refusing a change', {
	world: () => world,
	subject: aChangeToApprove,
	move: refuse,
	versionOf,
	may: ['approver'],
	mayOnlySee: ['broker', 'coordinator', 'colleague'],
	illegal: { approved: (it) => approve('approver', it, 2) },
	leaves: {
		events: ['order.change_refused'],
		told: both('order.change_refused'),
		mailed: both('order.change_refused')
	}
});

describe('proposing a change', () => {
	test('is for the need’s own people and the school', async () => {
		const { order } = await on.anOrder();
		const traces = await world.traces(async () => {
			for (const who of VIEWERS.filter(
				(one) => !['leader', 'broker', 'coordinator'].includes(one)
			)) {
				const status =
					who === 'anonymous' ? 401 : ['colleague', 'approver'].includes(who) ? 403 : 404;
				expect(await outcome(propose(who, order))).toMatchObject({ status });
			}
		});
		expect(traces).toEqual(nothing);
	});

	test('tells the other side, once, and one at a time', async () => {
		const it = await on.anOrder();
		const id = randomUUID();
		const traces = await world.traces(async () => {
			await propose('broker', it.order, changeInput(), id);
			await propose('broker', it.order, changeInput(), id);
		});
		expect(traces).toEqual({
			events: ['order.change_proposed'],
			told: { leader: ['order.change_proposed'] },
			mailed: { leader: ['order.change_proposed'] }
		});
		const other = await on.anOrder();
		const outcomes = await Promise.all([
			outcome(propose('broker', other.order)),
			outcome(propose('leader', other.order))
		]);
		expect(outcomes).toContain('ok');
		expect(outcomes.find((each) => each !== 'ok')).toEqual({ status: 409, code: 'change_open' });
		// Nor past the functions.
		await expect(
			world.sql(
				`insert into order_change (id, order_id, job_centre_id, provider_id, side, reason, hours, session_hours,
					weekly_hours, starts_on, place, delivery_form, total_ore)
				select gen_random_uuid(), order_id, job_centre_id, provider_id, side, reason, hours, session_hours, weekly_hours,
					starts_on, place, delivery_form, total_ore from order_change where order_id = $1`,
				[other.order]
			)
		).rejects.toThrow('order_change_one_open');
	});

	test('takes a reason, lines that add up, and days and hours that can be', async () => {
		const { order } = await on.anOrder();
		const refused: [object, object][] = [
			[{ reason: ' ' }, missing('reason')],
			[{ reason: 'Ring til 010170-1234' }, cprIn('reason')],
			[{ lines: [] }, missing('lines')],
			[{ total_ore: 1 }, { status: 422, code: 'total_mismatch' }],
			[{ starts_on: inDays(-1) }, { status: 422, field: 'starts_on' }],
			[{ weekly_hours: 1 }, { status: 422, code: 'invalid' }],
			[{ hours: 0 }, { status: 422, field: 'hours' }],
			[{ place: null }, { status: 422, field: 'place' }],
			[{ delivery_form: 'alone' }, { status: 422, field: 'delivery_form' }]
		];
		for (const [input, refusal] of refused) {
			const attempt = propose('broker', order, changeInput(24, 60_000, input));
			expect(await outcome(attempt)).toMatchObject(refusal);
		}
		const begun = await on.anEngagement();
		const moved = propose(
			'broker',
			begun.order,
			changeInput(24, 60_000, { starts_on: inDays(31) })
		);
		expect(await outcome(moved)).toMatchObject({ field: 'starts_on', reason: 'has_begun' });
		const waiting = await on.anOrderToApprove();
		expect(await outcome(propose('broker', waiting.order))).toMatchObject(
			wrongState('awaiting_approval')
		);
	});

	test('is not declined without a word', async () => {
		expect(await outcome(decline('broker', await aProposal(), 1, ' '))).toEqual(missing('reason'));
	});
});

describe('a change in effect', () => {
	test('is what order, training, paper and figures say, and the quote stays as it was', async () => {
		const it = await aProposal();
		expect(await standing(it)).toEqual({
			ore: 1_320_000,
			revision: 0,
			hours: 20,
			confirmed: false
		});
		const [first, again] = await Promise.all([accept('broker', it, 1), accept('broker', it, 1)]);
		expect([first, again]).toEqual(['accepted', 'accepted']);
		expect(await standing(it)).toEqual({ ore: 1_440_000, revision: 1, hours: 24, confirmed: true });
		const [cost] = await world.sql(
			'select bucket, total_ore::int as ore from cost_row where order_id = $1',
			[it.order]
		);
		expect(cost).toEqual({ bucket: 'committed', ore: 1_440_000 });
		const order = (await getOrder(world.as('broker'), it.order))!;
		expect(order.quote).toMatchObject({ hours: 24, lines: [{ amountOre: 1_440_000 }] });
		const [quote] = await world.sql('select hours::int as hours from quote where id = $1', [
			order.quote.id
		]);
		expect(quote).toEqual({ hours: 20 });
		for (const who of ['broker', 'leader'] as const) {
			const paper = JSON.stringify(orderPaper((await getOrderPaper(world.as(who), it.order))!));
			expect(paper).toContain('Revision 1');
			expect(paper).toContain('14.400');
			const [changed] = await history(world.as(who), it.order);
			expect(changed).toMatchObject({
				kind: 'order.changed',
				detail: { before: { hours: 20, total_ore: 1_320_000 }, after: { hours: 24 } }
			});
		}
	});

	test('comes before a second, which begins from it', async () => {
		const it = await aProposal();
		await accept('broker', it, 1);
		const change = await propose('broker', it.order, changeInput(30, 50_000));
		const seen = (await getChanging(world.as('leader'), 'training', it.engagement))!;
		expect(seen).toMatchObject({ revision: 1, terms: { hours: 24 }, open: { hours: 30 } });
		expect(await accept('leader', { change }, 1)).toBe('accepted');
		expect(await standing(it)).toMatchObject({ ore: 1_500_000, revision: 2, hours: 30 });
		expect(await getChanging(world.as('rival'), 'training', it.engagement)).toBeNull();
	});

	test.each([
		['agreed to', aProposal, (it: Changed) => accept('broker', it, 1)],
		['approved', aChangeToApprove, (it: Changed) => approve('approver', it, 2)]
	])(
		'is not, %s, what an order that was cancelled at the same time gets',
		async (_, make, last) => {
			for (const isReversed of [false, true]) {
				const it = await make();
				const version = await on.version('purchase_order', it.order);
				const cancelled = () =>
					world.call('coordinator', 'cancel_order', {
						p_id: it.order,
						p_version: version,
						p_reason: 'Nej'
					});
				const moves = [() => last(it), cancelled];
				const ends = await Promise.all(
					(isReversed ? moves.reverse() : moves).map((move) => outcome(move()))
				);
				expect(ends.filter((each) => each === 'ok')).toHaveLength(1);
				const { state } = await rowOf(it.change);
				expect(state).toBe(ends[isReversed ? 1 : 0] === 'ok' ? 'accepted' : 'lapsed');
			}
		}
	);

	test('and a confirmation at the same time leave one order, confirmed as it was read', async () => {
		for (const isReversed of [false, true]) {
			const it = await aProposal();
			const moves = {
				agreed: () => accept('broker', it, 1),
				confirmed: () => world.call('leader', 'confirm_order', { p_id: it.order, p_version: 1 })
			};
			const names = Object.keys(moves) as (keyof typeof moves)[];
			if (isReversed) names.reverse();
			const ends = Object.fromEntries(
				await Promise.all(names.map(async (name) => [name, await outcome(moves[name]())] as const))
			);
			expect(ends.agreed).toBe('ok');
			if (ends.confirmed !== 'ok') expect(ends.confirmed).toMatchObject({ code: 'stale' });
			expect(await standing(it)).toEqual({
				ore: 1_440_000,
				revision: 1,
				hours: 24,
				confirmed: ends.confirmed === 'ok'
			});
		}
	});
});

/** 20 hours at 1 500 kr. from the thirtieth day, and somebody has approved it. */
async function anApprovedOrder() {
	const it = await on.anOrderToApprove();
	await world.call('approver', 'approve_order', { p_id: it.order, p_version: 1 });
	return { ...it, engagement: await on.engagementOf(it.order) };
}

describe('a material change', () => {
	const same = changeInput(20, 150_000);
	/** The days that the page says may be moved freely; one more is material. */
	const freely = 7 * WEEKS_MOVED_FREELY;
	// That or less may lie in another year, which is material by itself.
	const starts = (days: number) => ({ starts_on: inDays(30 + days) });
	const crossesYear = (days: number) => inDays(30 + days).slice(0, 4) !== inDays(30).slice(0, 4);
	/** So many days from a day, to that side which lies in the same year. */
	const nextTo = (day: number, days: number) =>
		inDays(30 + day).slice(0, 4) === inDays(30 + day + days).slice(0, 4) ? day + days : day - days;
	const kinds: [object, string[]][] = [
		[{}, []],
		[changeInput(20, 140_000), []],
		[changeInput(20, 150_050), ['price']],
		[changeInput(19, 150_000), ['hours']],
		[changeInput(21, 150_000), ['price', 'hours']],
		[starts(freely), crossesYear(freely) ? ['start'] : []],
		[starts(freely + 1), ['start', 'end']],
		[starts(-freely - 1), ['start', 'end']],
		[{ weekly_hours: 2, session_hours: 2 }, ['end']],
		[{ weekly_hours: 5, session_hours: 5 }, []],
		[{ place: 'school' }, ['place']],
		[{ delivery_form: 'class' }, ['form']]
	];

	test('is more money, other hours, another time, place or form', async () => {
		const it = await anApprovedOrder();
		for (const [input, material] of kinds) {
			const change = await propose('leader', it.order, { ...same, ...input });
			const [row] = await world.sql('select material from order_change where id = $1', [change]);
			expect([input, row]).toEqual([input, { material }]);
			const [outlook] = await world.call('broker', 'change_outlook', { p_subject: it.order });
			expect(outlook!.waits).toBe(material.length > 0);
			await withdraw('leader', { ...it, change }, 1);
		}
		const year = `${Number(inDays(30).slice(0, 4)) + 1}-01-02`;
		const change = await propose('leader', it.order, { ...same, starts_on: year });
		const [row] = await world.sql<{ material: string[] }>(
			'select material from order_change where id = $1',
			[change]
		);
		expect(row!.material).toContain('start');
	});

	test('takes back the approval that the order had, and says so before anybody agrees to it', async () => {
		const it = await anApprovedOrder();
		const change = await propose('broker', it.order, {
			...changeInput(10, 100_000),
			...starts(29)
		});
		const outlook = (who: Viewer, p_subject: string) =>
			world.call(who, 'change_outlook', { p_subject });
		expect(await outlook('broker', it.order)).toEqual([{ waits: true, reasons: ['material'] }]);
		expect(await outlook('leader', it.engagement)).toEqual([{ waits: true, reasons: [] }]);
		expect(await outlook('rival', it.engagement)).toEqual([]);
		expect(await outlook('southBroker', it.order)).toEqual([]);
		const traces = await world.traces(() => accept('leader', { change }, 1));
		expect(traces.told).toEqual({
			approver: ['order.change_awaiting_approval'],
			broker: ['order.change_accepted_for_broker']
		});
		const [mail] = await world.sql(
			`select params ->> 'total_ore' as ore, params -> 'material' as material from outbox
			where kind = 'order.change_awaiting_approval' order by id desc limit 1`
		);
		expect(mail).toEqual({ ore: '1000000', material: ['hours', 'start'] });
		expect(await standing(it)).toMatchObject({ ore: 3_000_000, revision: 0, hours: 20 });
		for (const who of ['broker', 'coordinator', 'leader'] as const) {
			expect(await outcome(approve(who, { ...it, change }, 2))).toMatchObject({
				status: who === 'leader' ? 404 : 403
			});
		}
		await approve('approver', { ...it, change }, 2);
		expect(await standing(it)).toMatchObject({ ore: 1_000_000, revision: 1, hours: 10 });
		// What was approved last is what the next one is held against.
		const next = await propose('broker', it.order, {
			...changeInput(10, 100_000),
			...starts(nextTo(29, 11))
		});
		expect(await accept('leader', { change: next }, 1)).toBe('accepted');
		// And many small moves are one great one.
		const again = await propose('broker', it.order, { ...changeInput(10, 100_000), ...starts(60) });
		expect(await accept('leader', { change: again }, 1)).toBe('awaiting_approval');
	});

	test('is told to the broker whose need it is when a coordinator agrees to it', async () => {
		const it = await anApprovedOrder();
		const change = await propose('leader', it.order, { ...same, ...starts(29) });
		const { told } = await world.traces(() => accept('coordinator', { change }, 1));
		expect(told).toEqual({
			approver: ['order.change_awaiting_approval'],
			broker: ['order.change_agreed'],
			leader: ['order.change_accepted']
		});
	});

	test('of an order that needed no approval needs none, unless the rules ask for one now', async () => {
		const it = await on.anOrder();
		const free = await propose('leader', it.order, changeInput(20, 60_000, { place: 'school' }));
		expect(await accept('broker', { change: free }, 1)).toBe('accepted');
		const paper = JSON.stringify(orderPaper((await getOrderPaper(world.as('leader'), it.order))!));
		expect(paper).toContain('På skolen');
		await world.sql('update need set price_ceiling_ore = 1100000 where id = $1', [it.need]);
		const small = await propose(
			'leader',
			it.order,
			changeInput(20, 60_000, { place: 'school', ...starts(nextTo(0, 1)) })
		);
		expect(await accept('broker', { change: small }, 1)).toBe('accepted');
		const moved = await propose('leader', it.order, changeInput(20, 60_000));
		expect(await accept('broker', { change: moved }, 1)).toBe('awaiting_approval');
		// It cannot be let begin on another day once it has begun.
		const begun = await anApprovedOrder();
		const later = await propose('leader', begun.order, { ...same, ...starts(29) });
		await accept('broker', { change: later }, 1);
		await world.call('leader', 'start_engagement', {
			p_id: begun.engagement,
			p_version: 1,
			p_started_on: inDays(0)
		});
		expect(await outcome(approve('approver', { ...begun, change: later }, 2))).toMatchObject(
			wrongState('active')
		);
	});
});

describe('a change that costs more', () => {
	test('waits for an approver, and the order stands meanwhile', async () => {
		const it = await aChangeToApprove();
		expect(await standing(it)).toMatchObject({ ore: 1_320_000, revision: 0 });
		const waiting = async (who: Viewer) =>
			(await waitingChanges(world.as(who), world.organisations.north)).find(
				({ id }) => id === it.change
			);
		expect(await waiting('approver')).toMatchObject({
			reasons: ['amount'],
			decision: { for: null },
			order: { totalOre: 1_320_000 }
		});
		expect((await waiting('broker'))!.decision).toBeUndefined();
		const { data } = await world.as('leader').from('order_change_approval').select();
		expect(data).toEqual([]);
		await approve('approver', it, 2);
		expect(await standing(it)).toMatchObject({ ore: 3_000_000, revision: 1 });
	});

	test('does so too when each hour costs more, but not when it only costs less', async () => {
		const big = await on.anOrderToApprove();
		await world.call('approver', 'approve_order', { p_id: big.order, p_version: 1 });
		const fewer = await propose('leader', big.order, changeInput(15, 200_000));
		expect(await accept('broker', { change: fewer }, 1)).toBe('awaiting_approval');
		await refuse('approver', { ...big, engagement: '', change: fewer }, 2);
		const cheaper = await propose('leader', big.order, changeInput(20, 140_000));
		expect(await accept('broker', { change: cheaper }, 1)).toBe('accepted');
	});

	test('is approved by nobody who made the order or the change, and by whoever stands in', async () => {
		await world.sql(
			`insert into membership (user_id, organisation_id, organisation_kind, role)
			select unnest($1::uuid[]), $2, 'job_centre', 'approver'`,
			[[world.people.broker.id, world.people.coordinator.id], world.organisations.north]
		);
		const it = await on.anOrder();
		const change = await propose('leader', it.order, changeInput(25, 120_000));
		await accept('coordinator', { change }, 1);
		const own = { status: 403, code: 'own_order' };
		expect(await outcome(approve('broker', { ...it, change }, 2))).toEqual(own);
		expect(await outcome(approve('coordinator', { ...it, change }, 2))).toEqual(own);
		await world.sql(`delete from membership where user_id = any ($1) and role = 'approver'`, [
			[world.people.broker.id, world.people.coordinator.id]
		]);
		expect(await outcome(approve('colleague', { ...it, change }, 2))).toEqual(notAllowed);
		await world.call('approver', 'set_approval_delegate', {
			p_job_centre: world.organisations.north,
			p_version: 0,
			p_delegate: world.people.colleague.id,
			p_starts_on: inDays(0),
			p_ends_on: inDays(1)
		});
		await approve('colleague', { ...it, change }, 2);
		const [row] = await world.sql(
			'select decided_by, decided_for from order_change_approval where change_id = $1',
			[change]
		);
		expect(row).toEqual({
			decided_by: world.people.colleague.id,
			decided_for: world.people.approver.id
		});
	});
});

test('a change that nobody answers, and then one that nobody approves, is reminded of every three working days', async () => {
	const it = await on.anOrder();
	const change = await propose('leader', it.order, changeInput(25, 120_000));
	const remind = () => world.traces(() => world.sql('select public.remind_of_orders()'));
	const waited = (days: number) =>
		world.sql(
			`update order_change set proposed_at = proposed_at - make_interval(days => $2),
				answered_at = answered_at - make_interval(days => $2) where id = $1`,
			[change, days]
		);
	await remind();
	expect((await remind()).told).toEqual({});
	await waited(7);
	expect((await remind()).told).toEqual({ broker: ['order.change_unanswered_for_broker'] });
	expect((await remind()).told).toEqual({});
	await accept('broker', { change }, 1);
	await world.sql(
		`update private.change_reminder set reminded_at = reminded_at - interval '7 days' where change_id = $1`,
		[change]
	);
	expect((await remind()).told).toEqual({});
	await waited(7);
	expect((await remind()).told).toMatchObject({ approver: ['order.change_still_waiting'] });
	await approve('approver', { ...it, change }, 2);
	await waited(14);
	expect((await remind()).told).toEqual({});

	const own = await on.anOrder();
	const asked = await propose('broker', own.order, changeInput());
	await world.sql(
		`update order_change set proposed_at = proposed_at - interval '7 days' where id = $1`,
		[asked]
	);
	expect((await remind()).told).toEqual({ leader: ['order.change_unanswered'] });
});
