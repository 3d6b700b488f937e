import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { cprIn, describeMove, missing, wordsOf, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type Arguments, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
let source: string;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	source = await on.fundingSource();
});
afterAll(() => world.close());

type Quoted = { need: string; quote: string; rivalQuote: string };
const accept = (
	who: Viewer,
	{ quote }: Pick<Quoted, 'quote'>,
	p_version: number,
	input: Partial<Arguments<'accept_quote'>> = {}
) =>
	world.call(who, 'accept_quote', {
		p_id: quote,
		p_version,
		p_funding_source: source,
		p_reason_code: 'cheapest',
		p_reason: null,
		...input
	});
const approve = (who: Viewer, { order }: { order: string }, p_version: number) =>
	world.call(who, 'approve_order', { p_id: order, p_version });
const refuse = (
	who: Viewer,
	{ order }: { order: string },
	p_version: number,
	p_reason = 'For dyrt'
) => world.call(who, 'refuse_order', { p_id: order, p_version, p_reason });
const cancel = (
	who: Viewer,
	{ order }: { order: string },
	p_version: number,
	p_reason = 'Sygdom'
) => world.call(who, 'cancel_order', { p_id: order, p_version, p_reason });
const start = ({ engagement }: { engagement: string }) =>
	world.call('leader', 'start_engagement', {
		p_id: engagement,
		p_version: 1,
		p_started_on: inDays(0)
	});
const quoteVersion = ({ quote }: Pick<Quoted, 'quote'>) => on.version('quote', quote);
const orderVersion = ({ order }: { order: string }) => on.version('purchase_order', order);
/** A quote of 30 000 kr., which is above the limit of 25 000 kr. */
const anExpensiveQuote = () =>
	on.aQuote({
		lines: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 150_000, quantity: 20 }]
	});

const awarding = {
	events: ['quote.accepted', 'quote.rejected', 'need.awarded', 'order.approved'],
	told: { rival: ['quote.rejected'], leader: ['order.approved'] },
	mailed: { rival: ['quote.rejected'], leader: ['order.approved'] }
};

describeMove('accepting a quote within the limit', {
	world: () => world,
	subject: () => on.aQuote(),
	move: accept,
	versionOf: quoteVersion,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Sprogcentret', kind: 'quote.submitted' },
	illegal: {
		withdrawn: async ({ quote }) =>
			world.call('leader', 'withdraw_quote', { p_id: quote, p_version: 1 }),
		superseded: ({ request }) => on.submitQuote('leader', request, {}, 1),
		'of a need that is withdrawn': ({ need }) =>
			world.call('broker', 'withdraw_need', { p_id: need, p_version: 2, p_reason: 'Nej' })
	},
	leaves: awarding
});

describeMove('accepting a quote above the limit', {
	world: () => world,
	subject: anExpensiveQuote,
	move: accept,
	versionOf: quoteVersion,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	leaves: {
		events: ['quote.accepted', 'order.awaiting_approval'],
		told: { approver: ['order.awaiting_approval'] },
		mailed: { approver: ['order.awaiting_approval'] }
	}
});

describe('accepting a quote', () => {
	test.each<[string, Partial<Arguments<'accept_quote'>>, object]>([
		['no reason', { p_reason_code: null }, missing('reason_code')],
		['an unknown reason', { p_reason_code: 'nicest' }, missing('reason_code')],
		['another reason that is not said', { p_reason_code: 'other' }, missing('reason')],
		[
			'words that are too many',
			{ p_reason: wordsOf(501) },
			{ status: 422, field: 'reason', reason: 'too_long' }
		],
		['a CPR-like number', { p_reason: 'Til 010170 1234' }, cprIn('reason')],
		['no funding', { p_funding_source: null }, { status: 422, field: 'funding_source_id' }],
		[
			'unknown funding',
			{ p_funding_source: randomUUID() },
			{ status: 422, field: 'funding_source_id' }
		]
	])('with %s is refused at its field', async (_, input, refusal) => {
		const it = await on.aQuote();
		expect(await outcome(accept('broker', it, 1, input))).toMatchObject(refusal);
	});

	test("is not paid from another job centre's funding, nor from one that has ended", async () => {
		const add = async (job_centre: string | null, valid_to: string | null) =>
			(
				await world.sql<{ id: string }>(
					`insert into funding_source (job_centre_id, code, name_da, name_en, valid_from, valid_to)
					values ($1, $2, 'Pulje', 'Grant', '2020-01-01', $3) returning id`,
					[job_centre, randomUUID(), valid_to]
				)
			)[0]!.id;
		const { north, south } = world.organisations;
		const it = await on.aQuote();
		for (const id of [await add(south, null), await add(null, inDays(0))]) {
			const refusal = await outcome(accept('broker', it, 1, { p_funding_source: id }));
			expect(refusal).toMatchObject({ status: 422, field: 'funding_source_id' });
		}
		const own = await add(north, inDays(1));
		expect(await outcome(accept('broker', it, 1, { p_funding_source: own }))).toBe('ok');
	});

	test('is refused when the quote is no longer valid', async () => {
		const it = await on.aQuote();
		await world.sql('update quote set valid_until = $2 where id = $1', [it.quote, inDays(-1)]);
		expect(await outcome(accept('broker', it, 1))).toEqual({
			status: 409,
			code: 'quote_expired',
			valid_until: inDays(-1)
		});
	});

	test('lets a school go that has not answered, and tells it so', async () => {
		const { request, rivalRequest } = await on.aRequest();
		const quote = await on.submitQuote('leader', request);
		const traces = await world.traces(() => accept('broker', { quote }, 1));
		expect(traces.told).toEqual({
			leader: ['order.approved'],
			rival: ['quote_request.withdrawn']
		});
		const [row] = await world.sql('select state from quote_request where id = $1', [rivalRequest]);
		expect(row).toEqual({ state: 'withdrawn' });
	});

	test('makes an order, and an engagement, of what was quoted', async () => {
		const it = await on.aQuote();
		const answer = (await accept('broker', it, 1)) as { id: string; state: string };
		expect(answer.state).toBe('approved');
		const [row] = await world.sql(
			`select purchase_order.total_ore = quote.total_ore as same_price,
				engagement.planned_hours = quote.hours as same_hours,
				engagement.planned_start = quote.starts_on as same_start, need.state
			from purchase_order join quote on quote.id = quote_id
			join engagement on order_id = purchase_order.id join need on need.id = quote.need_id
			where purchase_order.id = $1`,
			[answer.id]
		);
		expect(row).toEqual({
			same_price: true,
			same_hours: true,
			same_start: true,
			state: 'awarded'
		});
	});

	test('happens once: of two at the same time one wins, and the other is told who did', async () => {
		const it = await on.aQuote();
		const outcomes = await Promise.all([
			outcome(accept('broker', it, 1)),
			outcome(accept('coordinator', { quote: it.rivalQuote }, 1))
		]);
		expect(outcomes.filter((result) => result === 'ok')).toHaveLength(1);
		expect(outcomes.find((result) => result !== 'ok')).toMatchObject({
			status: 409,
			code: 'already_awarded',
			actor: expect.stringMatching(/broker|coordinator/),
			reference: expect.stringMatching(/^R-/)
		});
		const accepted = await world.sql(
			`select from quote where need_id = $1 and state = 'accepted'`,
			[it.need]
		);
		expect(accepted).toHaveLength(1);
	});

	test('of the same quote by somebody else is told that it has happened', async () => {
		const it = await on.aQuote();
		await accept('broker', it, 1);
		expect(await outcome(accept('coordinator', it, 2))).toMatchObject({
			code: 'already_awarded',
			actor: 'broker'
		});
	});

	test('cannot happen twice past the functions either', async () => {
		const it = await on.anOrderToApprove();
		await expect(
			world.sql(`update quote set state = 'accepted' where id = $1`, [it.rivalQuote])
		).rejects.toThrow('quote_one_accepted');
		await expect(
			world.sql(
				`insert into purchase_order (reference, need_id, quote_id, job_centre_id, provider_id, state,
					total_ore, funding_source_id, decided_at)
				select 'R-x', need_id, id, job_centre_id, provider_id, 'approved', total_ore, $2, now()
				from quote where id = $1`,
				[it.rivalQuote, source]
			)
		).rejects.toThrow('purchase_order_one_live');
	});

	test('keeps its reason from every school', async () => {
		const { order } = await on.anOrder();
		for (const [who, rows] of [
			['approver', 1],
			['leader', 0],
			['rival', 0]
		] as const) {
			const { data } = await world.as(who).from('order_reason').select().eq('order_id', order);
			expect(data).toHaveLength(rows);
		}
	});
});

describeMove('approving an order', {
	world: () => world,
	subject: () => on.anOrderToApprove(),
	move: approve,
	versionOf: orderVersion,
	may: ['approver'],
	mayOnlySee: ['broker', 'colleague', 'coordinator'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.awaiting_approval' },
	illegal: { refused: (it) => refuse('approver', it, 1) },
	leaves: {
		events: ['quote.rejected', 'need.awarded', 'order.approved'],
		told: {
			rival: ['quote.rejected'],
			leader: ['order.approved'],
			broker: ['order.approved_for_broker']
		},
		mailed: {
			rival: ['quote.rejected'],
			leader: ['order.approved'],
			broker: ['order.approved_for_broker']
		}
	}
});

describeMove('refusing an order', {
	world: () => world,
	subject: () => on.anOrderToApprove(),
	move: refuse,
	versionOf: orderVersion,
	may: ['approver'],
	mayOnlySee: ['broker', 'colleague', 'coordinator'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.awaiting_approval' },
	illegal: { approved: (it) => approve('approver', it, 1) },
	leaves: {
		events: ['order.refused', 'quote.rejected'],
		told: { broker: ['order.refused'], leader: ['quote.rejected'] },
		mailed: { broker: ['order.refused'], leader: ['quote.rejected'] }
	}
});

describe('an order that waits', () => {
	test('is unknown to every school until it is approved', async () => {
		const it = await on.anOrderToApprove();
		const seen = async () =>
			(await world.as('leader').from('purchase_order').select('id').eq('id', it.order)).data;
		expect(await seen()).toEqual([]);
		await approve('approver', it, 1);
		expect(await seen()).toEqual([{ id: it.order }]);
	});

	test('is not decided by the one who made it', async () => {
		const it = await anExpensiveQuote();
		await world.sql(
			`insert into membership (user_id, organisation_id, organisation_kind, role)
			values ($1, $2, 'job_centre', 'approver')`,
			[world.people.broker.id, world.organisations.north]
		);
		const { id: order } = await on.accept(it.quote);
		expect(await outcome(approve('broker', { order }, 1))).toEqual({
			status: 403,
			code: 'own_order'
		});
		expect(await outcome(refuse('broker', { order }, 1))).toEqual({
			status: 403,
			code: 'own_order'
		});
		await world.sql(`delete from membership where user_id = $1 and role = 'approver'`, [
			world.people.broker.id
		]);
	});

	test('leaves the need open when it is refused, and another quote can be taken', async () => {
		const it = await on.anOrderToApprove();
		await refuse('approver', it, 1);
		expect(await outcome(accept('broker', { quote: it.rivalQuote }, 1))).toBe('ok');
	});

	test.each([
		[' ', missing('reason')],
		[wordsOf(301), { status: 422, field: 'reason', reason: 'too_long' }],
		['Ikke til 010170-1234', cprIn('reason')]
	])('is not refused with the words %j', async (words, refusal) => {
		const it = await on.anOrderToApprove();
		expect(await outcome(refuse('approver', it, 1, words))).toMatchObject(refusal);
	});
});

describeMove('cancelling an order', {
	world: () => world,
	subject: () => on.anOrder(),
	move: cancel,
	versionOf: orderVersion,
	may: ['coordinator'],
	mayOnlySee: ['broker', 'colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.approved' },
	illegal: { 'of training that has begun': start },
	leaves: {
		events: ['order.cancelled', 'engagement.dropped', 'need.completed'],
		told: { leader: ['order.cancelled'], broker: ['order.cancelled_for_broker'] },
		mailed: { leader: ['order.cancelled'], broker: ['order.cancelled_for_broker'] }
	}
});

describe('cancelling', () => {
	test('is not possible before an order is approved, or when it was refused', async () => {
		const it = await on.anOrderToApprove();
		expect(await outcome(cancel('coordinator', it, 1))).toMatchObject(
			wrongState('awaiting_approval')
		);
		await refuse('approver', it, 1);
		expect(await outcome(cancel('coordinator', it, 2))).toMatchObject(wrongState('refused'));
	});

	test.each([
		[' ', missing('reason')],
		[wordsOf(301), { status: 422, field: 'reason', reason: 'too_long' }],
		['Ring 0101701234', cprIn('reason')]
	])('with the words %j is refused', async (words, refusal) => {
		const it = await on.anOrder();
		expect(await outcome(cancel('coordinator', it, 1, words))).toMatchObject(refusal);
	});
});
