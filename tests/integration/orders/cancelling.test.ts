import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getRequest } from '$lib/server/quotes/answering';
import { quotesToChoose } from '$lib/server/quotes/choosing';
import { inDays, VIEWERS, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { cprIn, describeMove, missing, nothing, wordsOf, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type Arguments, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

type Ordered = { order: string };
const cancel = (
	who: Viewer,
	{ order }: Ordered,
	p_version: number,
	input: Partial<Arguments<'cancel_order'>> = {}
) => world.call(who, 'cancel_order', { p_id: order, p_version, p_reason: 'Sygdom', ...input });
const waive = (who: Viewer, { order }: Ordered, p_version: number) =>
	world.call(who, 'waive_cancel_cost', { p_id: order, p_version });
const takeNext = (
	who: Viewer,
	{ order, rivalQuote }: Ordered & { rivalQuote: string },
	p_version: number
) => world.call(who, 'take_next_quote', { p_order: order, p_version, p_quote: rivalQuote });
const orderVersion = ({ order }: Ordered) => on.version('purchase_order', order);
const complete = ({ engagement }: { engagement: string }) =>
	world.call('leader', 'complete_engagement', {
		p_id: engagement,
		p_version: 2,
		p_ended_on: inDays(0),
		p_hours_held: 20
	});

async function setRule(p_free_days: number, p_percent: number, by: Viewer = 'coordinator') {
	const [row] = await world.sql<{ version: number }>(
		'select version from job_centre where organisation_id = $1',
		[world.organisations.north]
	);
	const p_job_centre = world.organisations.north;
	await world.call(by, 'set_cancel_rule', {
		p_job_centre,
		p_version: row!.version,
		p_free_days,
		p_percent
	});
}

/** An order of 13 200 kr. for 20 hours in thirty days, made under a rule that is past its free days. */
async function aLateOrder() {
	await setRule(60, 25);
	const it = await on.anOrder();
	await setRule(0, 0);
	return it;
}
const bucket = async ({ order }: Ordered) =>
	(
		await world.sql<{ bucket: string; ore: number }>(
			'select bucket, total_ore::int as ore from cost_row where order_id = $1',
			[order]
		)
	)[0]!;
const shown = async (who: Viewer, p_id: string, p_hours_held = 0) =>
	(await world.call(who, 'cancel_terms', { p_id, p_hours_held }))[0];

describeMove('cancelling an order', {
	world: () => world,
	subject: () => on.anOrder(),
	move: cancel,
	versionOf: orderVersion,
	may: ['coordinator', 'leader'],
	mayOnlySee: ['broker', 'colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.approved' },
	illegal: { cancelled: (it) => cancel('leader', it, 1) },
	leaves: {
		events: ['order.cancelled', 'engagement.dropped', 'need.completed'],
		told: { leader: ['order.cancelled'], broker: ['order.cancelled_for_broker'] },
		mailed: { leader: ['order.cancelled'], broker: ['order.cancelled_for_broker'] }
	}
});

describeMove('giving up what the job centre owes', {
	world: () => world,
	subject: async () => {
		const it = await aLateOrder();
		await cancel('coordinator', it, 1, { p_cost_ore: 330_000 });
		return it;
	},
	move: waive,
	versionOf: orderVersion,
	may: ['leader'],
	mayOnlySee: ['broker', 'colleague', 'coordinator', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.cancelled' },
	leaves: {
		events: ['order.cost_waived'],
		told: { broker: ['order.cost_waived'], coordinator: ['order.cost_waived'] },
		mailed: { broker: ['order.cost_waived'], coordinator: ['order.cost_waived'] }
	}
});

describe('cancelling', () => {
	test('is not possible before an order is approved, when it was refused, or after the end', async () => {
		const it = await on.anOrderToApprove();
		expect(await outcome(cancel('coordinator', it, 1))).toMatchObject(
			wrongState('awaiting_approval')
		);
		expect(await outcome(cancel('leader', it, 1))).toMatchObject({ status: 404 });
		await world.call('approver', 'refuse_order', { p_id: it.order, p_version: 1, p_reason: 'Nej' });
		expect(await outcome(cancel('coordinator', it, 2))).toMatchObject(wrongState('refused'));
		const ended = await on.anEngagement();
		await complete(ended);
		expect(await outcome(cancel('coordinator', ended, 2))).toMatchObject(wrongState('completed'));
	});

	test('takes a reason, and hours that can have been held', async () => {
		const it = await on.anOrder();
		for (const [input, refusal] of [
			[{ p_reason: ' ' }, missing('reason')],
			[{ p_reason: wordsOf(301) }, { status: 422, field: 'reason', reason: 'too_long' }],
			[{ p_reason: 'Ring 0101701234' }, cprIn('reason')],
			[{ p_hours_held: 2 }, { status: 422, field: 'hours_held' }],
			[{ p_hours_held: -1 }, { status: 422, field: 'hours_held' }],
			[{ p_hours_held: 0.01 }, { status: 422, field: 'hours_held' }]
		] as const) {
			expect(await outcome(cancel('coordinator', it, 1, input))).toMatchObject(refusal);
		}
	});

	test('costs the percentage of the rule that the order was made under, as was shown', async () => {
		const it = await aLateOrder();
		expect(await shown('coordinator', it.order)).toMatchObject({
			side: 'job_centre',
			cost_ore: 330_000,
			free_days: 60,
			percent: 25
		});
		expect(await shown('broker', it.order)).toBeUndefined();
		const traces = await world.traces(async () => {
			expect(await outcome(cancel('coordinator', it, 1))).toEqual({
				status: 409,
				code: 'cost_changed',
				cost_ore: 330_000
			});
		});
		expect(traces).toEqual(nothing);
		await cancel('coordinator', it, 1, { p_cost_ore: 330_000 });
		expect(await bucket(it)).toEqual({ bucket: 'spent', ore: 330_000 });
		await waive('leader', it, 2);
		expect(await bucket(it)).toEqual({ bucket: 'none', ore: 1_320_000 });
	});

	test('is free of charge until its day, and nothing is owed that could be given up', async () => {
		await setRule(30, 25);
		const it = await on.anOrder();
		await setRule(0, 0);
		expect(await shown('coordinator', it.order)).toMatchObject({ cost_ore: 0 });
		await cancel('coordinator', it, 1);
		expect(await bucket(it)).toMatchObject({ bucket: 'none' });
		expect(await outcome(waive('leader', it, 2))).toMatchObject({ code: 'nothing_owed' });
	});

	test('costs the hours that were held when they are more, and never more than the order', async () => {
		await setRule(0, 25);
		const it = await on.anEngagement();
		await setRule(0, 0);
		const costs = await Promise.all(
			[0, 4, 10, 40].map(async (held) => (await shown('coordinator', it.order, held))!.cost_ore)
		);
		expect(costs).toEqual([330_000, 330_000, 660_000, 1_320_000]);
		await cancel('coordinator', it, 2, { p_hours_held: 10, p_cost_ore: 660_000 });
		const [engagement] = await world.sql(
			'select state, hours_held::int as held from engagement where id = $1',
			[it.engagement]
		);
		expect(engagement).toEqual({ state: 'dropped', held: 10 });
	});

	test('by the school costs the job centre nothing, opens the need, and another quote is one move away', async () => {
		const it = await aLateOrder();
		await world.call('leader', 'start_engagement', {
			p_id: it.engagement,
			p_version: 1,
			p_started_on: inDays(0)
		});
		expect(await shown('leader', it.engagement, 5)).toMatchObject({
			side: 'provider',
			cost_ore: 330_000
		});
		const traces = await world.traces(() =>
			cancel('leader', it, 2, { p_hours_held: 5, p_cost_ore: 330_000 })
		);
		expect(traces).toMatchObject({
			events: ['order.cancelled', 'engagement.dropped', 'need.reopened', 'quote.reinstated'],
			told: {
				broker: ['order.cancelled_by_school'],
				coordinator: ['order.cancelled_by_school'],
				rival: ['quote.reinstated']
			}
		});
		expect(await bucket(it)).toMatchObject({ bucket: 'none' });
		expect(await outcome(waive('leader', it, 3))).toMatchObject({ code: 'nothing_owed' });
		const offered = (who: Viewer) => world.call(who, 'next_quotes', { p_order: it.order });
		expect(await offered('broker')).toEqual([it.rivalQuote]);
		expect(await offered('leader')).toEqual([]);
		expect(await outcome(takeNext('colleague', it, 3))).toMatchObject({ status: 403 });
		const [taken, again] = await Promise.all([
			takeNext('broker', it, 3),
			takeNext('broker', it, 3)
		]);
		expect(taken).toMatchObject({ state: 'approved' });
		expect(again).toEqual(taken);
		expect(await offered('broker')).toEqual([]);
	});

	test('from both sides at once happens once', async () => {
		const it = await on.anOrder();
		const outcomes = await Promise.all([
			outcome(cancel('coordinator', it, 1)),
			outcome(cancel('leader', it, 1))
		]);
		expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1);
		expect(outcomes.find((each) => each !== 'ok')).toMatchObject({ status: 409, code: 'stale' });
	});
});

describe('the rule of cancelling', () => {
	test.each(VIEWERS.filter((viewer) => viewer !== 'coordinator'))(
		'is not set by %s',
		async (viewer) => {
			expect(await outcome(setRule(1, 1, viewer))).toMatchObject({
				status: viewer === 'anonymous' ? 401 : 404
			});
		}
	);

	test('is a number of days and a percentage, from no older form, said once', async () => {
		for (const [days, percent] of [
			[91, 0],
			[-1, 0],
			[0, 101]
		] as const) {
			expect(await outcome(setRule(days, percent))).toMatchObject({ status: 422 });
		}
		const traces = await world.traces(async () => {
			await setRule(14, 50);
			await setRule(14, 50);
		});
		expect(traces).toEqual({ ...nothing, events: ['settings.changed'] });
		await setRule(0, 0);
	});

	test('is said to a school when it is asked, and its quote becomes an order under that', async () => {
		await setRule(60, 25);
		const it = await on.aQuote();
		await setRule(7, 50);
		const other = await on.aRequest();
		const said = (id: string) =>
			getRequest(world.as('leader'), world.organisations.language, id).then((r) => r?.cancelRule);
		expect(await said(it.request)).toEqual({ freeDays: 60, percent: 25 });
		expect(await said(other.request)).toEqual({ freeDays: 7, percent: 50 });

		const { quotes } = (await quotesToChoose(world.as('broker'), it.need))!;
		expect(quotes.map(({ cancelRule }) => cancelRule)).toEqual(
			quotes.map(() => ({ freeDays: 60, percent: 25 }))
		);
		const { id } = await on.accept(it.quote);
		expect(await shown('coordinator', id)).toMatchObject({ free_days: 60, percent: 25 });

		await world.call('broker', 'withdraw_request', { p_id: other.request });
		await setRule(0, 0);
		expect(await said(other.request)).toEqual({ freeDays: 7, percent: 50 });
		await world.call('broker', 'request_quotes', {
			p_need: other.need,
			p_requests: [{ provider_id: world.organisations.language }],
			p_answer_by: inDays(10)
		});
		expect(await said(other.request)).toEqual({ freeDays: 0, percent: 0 });
	});
});
