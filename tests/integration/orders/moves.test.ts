import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, VIEWERS, type Person, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import {
	cprIn,
	describeMove,
	missing,
	notAllowed,
	notFound,
	nothing,
	wordsOf
} from '../../fixtures/moves';
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
const takeNext = (
	who: Viewer,
	{ order, rivalQuote }: { order: string; rivalQuote: string },
	p_version: number
) => world.call(who, 'take_next_quote', { p_order: order, p_version, p_quote: rivalQuote });
/** An order that its school should have confirmed by now. */
async function aLateOrder() {
	const it = await on.anOrder();
	await world.sql(
		`update purchase_order set decided_at = decided_at - interval '7 days', confirm_by = $2 where id = $1`,
		[it.order, inDays(-1)]
	);
	return it;
}
const quoteVersion = ({ quote }: Pick<Quoted, 'quote'>) => on.version('quote', quote);
const orderVersion = ({ order }: { order: string }) => on.version('purchase_order', order);
/** A quote of 30 000 kr., which is above the limit of 25 000 kr. */
const anExpensiveQuote = () =>
	on.aQuote({
		lines: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 150_000, quantity: 20 }]
	});

const anExpensiveOrder = async () => ({
	order: (await on.accept((await anExpensiveQuote()).quote)).id
});
async function setRules(rules: object[], by: Viewer = 'coordinator') {
	const [row] = await world.sql<{ approval_rules_version: number }>(
		'select approval_rules_version from job_centre where organisation_id = $1',
		[world.organisations.north]
	);
	await world.call(by, 'set_approval_rules', {
		p_job_centre: world.organisations.north,
		p_version: row!.approval_rules_version,
		p_rules: rules as never
	});
}
async function delegate(
	to: Person | null,
	p_starts_on: string | null = null,
	p_ends_on: string | null = null,
	by: Viewer = 'approver'
) {
	const [row] = await world.sql<{ version: number }>(
		'select version from approval_delegation where job_centre_id = $1',
		[world.organisations.north]
	);
	await world.call(by, 'set_approval_delegate', {
		p_job_centre: world.organisations.north,
		p_version: row?.version ?? 0,
		p_delegate: to && world.people[to].id,
		p_starts_on,
		p_ends_on
	});
}

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
		[
			'the reason that the next in line is taken for',
			{ p_reason_code: 'next_in_line' },
			missing('reason_code')
		],
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

	test('is not for a reason that another quote that could be chosen disproves', async () => {
		const it = await on.aQuote();
		await world.sql(
			`with line as (update quote_line set unit_price_ore = unit_price_ore - 1 where quote_id = $1 and kind = 'pre_meeting')
			update quote set total_ore = total_ore - 1, starts_on = starts_on - 1 where id = $1`,
			[it.rivalQuote]
		);
		for (const p_reason_code of ['cheapest', 'earliest'] as const) {
			expect(await outcome(accept('broker', it, 1, { p_reason_code }))).toEqual({
				status: 422,
				code: 'invalid',
				field: 'reason_code',
				reason: `not_${p_reason_code}`
			});
		}
		await world.sql('update quote set valid_until = $2 where id = $1', [it.rivalQuote, inDays(-1)]);
		expect(await outcome(accept('broker', it, 1, { p_reason_code: 'cheapest' }))).toBe('ok');
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

describeMove('confirming an order', {
	world: () => world,
	subject: () => on.anOrder(),
	move: (who, { order }, p_version) => world.call(who, 'confirm_order', { p_id: order, p_version }),
	versionOf: orderVersion,
	may: ['leader'],
	mayOnlySee: ['broker', 'colleague', 'coordinator', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.approved' },
	illegal: { cancelled: (it) => cancel('coordinator', it, 1) },
	leaves: {
		events: ['order.confirmed'],
		told: { broker: ['order.confirmed'] },
		mailed: { broker: ['order.confirmed'] }
	}
});

describeMove('taking the next quote when the school has not confirmed', {
	world: () => world,
	subject: aLateOrder,
	move: takeNext,
	versionOf: orderVersion,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'order.approved' },
	illegal: { cancelled: (it) => cancel('coordinator', it, 1) },
	leaves: {
		events: [
			'order.cancelled',
			'engagement.dropped',
			'need.reopened',
			'quote.reinstated',
			'quote.accepted',
			'need.awarded',
			'order.approved'
		],
		told: { leader: ['order.cancelled'], rival: ['order.approved'] },
		mailed: { leader: ['order.cancelled'], rival: ['order.approved'] }
	}
});

describe('the next quote', () => {
	test('is not taken before the time has passed, nor when the order is confirmed', async () => {
		const early = await on.anOrder();
		expect(await outcome(takeNext('broker', early, 1))).toMatchObject({ code: 'not_late' });
		const late = await aLateOrder();
		const next = () => world.call('broker', 'next_quotes', { p_order: late.order });
		expect(await next()).toEqual([late.rivalQuote]);
		expect(await world.call('leader', 'next_quotes', { p_order: late.order })).toEqual([]);
		await start(late);
		expect(await next()).toEqual([]);
		expect(await outcome(takeNext('broker', late, 2))).toMatchObject({ code: 'not_late' });
	});

	test('is not taken on the last day to confirm, which the school is told and which stays', async () => {
		const it = await aLateOrder();
		await world.sql('update purchase_order set confirm_by = $2 where id = $1', [
			it.order,
			inDays(0)
		]);
		expect(await outcome(takeNext('broker', it, 1))).toMatchObject({ code: 'not_late' });
		const other = await on.anOrder();
		const [told] = await world.sql(
			`select params ->> 'confirm_by' as told, confirm_by::text as kept,
				private.workdays_between(private.today(), confirm_by) as days
			from purchase_order join outbox on kind = 'order.approved' and params ->> 'reference' = reference
			where purchase_order.id = $1`,
			[other.order]
		);
		expect(told).toMatchObject({ told: told!.kept, days: 3 });
		// The day is where the count of working days comes to the number, and no day before it, from any day of a week.
		const wrong = await world.sql(
			`select day, days from generate_series(date '2026-11-30', date '2027-01-10', '1 day') day, generate_series(0, 30) days
			cross join lateral private.workday_after(day::date, days) reached
			where private.workdays_between(day::date, reached) <> days
				or (days > 0 and private.workdays_between(day::date, reached - 1) <> days - 1)`
		);
		expect(wrong).toEqual([]);
	});

	test('of which the school hears that it can be chosen again, where its order is not made at once', async () => {
		const it = await aLateOrder();
		await world.sql('update need set price_ceiling_ore = 1 where id = $1', [it.need]);
		const traces = await world.traces(() => takeNext('broker', it, 1));
		expect(traces.told).toMatchObject({
			leader: ['order.cancelled'],
			rival: ['quote.reinstated'],
			approver: ['order.awaiting_approval']
		});
	});

	test('is no quote that has run out, and then nothing is changed', async () => {
		const it = await aLateOrder();
		await world.sql('update quote set valid_until = $2 where id = $1', [it.rivalQuote, inDays(-1)]);
		expect(await outcome(takeNext('broker', it, 1))).toMatchObject({ code: 'quote_expired' });
		const [order] = await world.sql('select state from purchase_order where id = $1', [it.order]);
		expect(order).toEqual({ state: 'approved' });
	});

	test('leaves one live order, also when two take it at once', async () => {
		const it = await aLateOrder();
		const outcomes = await Promise.all([
			outcome(takeNext('broker', it, 1)),
			outcome(takeNext('coordinator', it, 1))
		]);
		expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1);
		const live = await world.sql(
			`select from purchase_order where need_id = $1 and state = 'approved'`,
			[it.need]
		);
		expect(live).toHaveLength(1);
	});

	test('is not taken from a school that confirms at the same time', async () => {
		for (const isReversed of [false, true]) {
			const it = await aLateOrder();
			const moves = [
				() => takeNext('broker', it, 1),
				() => world.call('leader', 'confirm_order', { p_id: it.order, p_version: 1 })
			];
			const ends = await Promise.all(
				(isReversed ? moves.reverse() : moves).map((move) => outcome(move()))
			);
			expect(ends.filter((each) => each === 'ok')).toHaveLength(1);
			const [row] = await world.sql(
				`select count(*)::int as live, bool_or(confirmed_at is not null) as confirmed
				from purchase_order where need_id = $1 and state = 'approved'`,
				[it.need]
			);
			expect(row).toEqual({ live: 1, confirmed: ends[isReversed ? 0 : 1] === 'ok' });
		}
	});

	test('is offered after the school has been reminded', async () => {
		await world.sql('select private.remind_of_orders()');
		await aLateOrder();
		const remind = () => world.traces(() => world.sql('select private.remind_of_orders()'));
		expect((await remind()).told).toEqual({
			leader: ['order.unconfirmed'],
			broker: ['order.unconfirmed_for_broker']
		});
		expect((await remind()).told).toEqual({});
	});
});

test('a school that was not chosen learns why and where its price stood, and no price', async () => {
	const { quote, rivalQuote } = await on.aQuote();
	await world.sql(
		`with line as (update quote_line set unit_price_ore = unit_price_ore + 1 where quote_id = $1 and kind = 'pre_meeting')
		update quote set total_ore = total_ore + 1 where id = $1`,
		[rivalQuote]
	);
	await accept('broker', { quote }, 1, { p_reason_code: 'cheapest', p_reason: 'Kender stedet' });
	const [told] = await world.sql<{ params: object }>(
		`select params from notification where user_id = $1 and kind = 'quote.rejected' order by id desc limit 1`,
		[world.people.rival.id]
	);
	expect(told!.params).toEqual({
		reference: expect.stringMatching(/^T-/),
		reason_code: 'cheapest',
		rank: 2,
		rank_of: 2
	});
	const { data } = await world
		.as('rival')
		.from('quote')
		.select('price_rank, price_rank_of, choice_reason_code')
		.eq('id', rivalQuote);
	expect(data).toEqual([{ price_rank: 2, price_rank_of: 2, choice_reason_code: 'cheapest' }]);
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

describe('the rules of approval', () => {
	test('wait for the amount of their own funding source', async () => {
		await setRules([{ above_ore: 1_000_000, funding_source_id: source }]);
		expect((await on.accept((await on.aQuote()).quote)).state).toBe('awaiting_approval');
		await setRules([]);
		expect((await on.accept((await anExpensiveQuote()).quote)).state).toBe('approved');
		await setRules([{ above_ore: 2_500_000 }]);
	});

	test('let no order pass that is over the budget or the ceiling, not even two at once', async () => {
		const reasonsOf = async (order: string) =>
			(
				await world.sql<{ approval_reasons: string[] }>(
					'select approval_reasons from order_reason where order_id = $1',
					[order]
				)
			)[0]!.approval_reasons;
		const [first, second] = [await on.aQuote(), await on.aQuote()];
		const p_year = Number(inDays(0).slice(0, 4));
		const setBudget = async (amount_ore: number | null) => {
			const [row] = await world.sql<{ budgets_version: number }>(
				'select budgets_version from job_centre where organisation_id = $1',
				[world.organisations.north]
			);
			await world.call('coordinator', 'set_budgets', {
				p_job_centre: world.organisations.north,
				p_version: row!.budgets_version,
				p_year,
				p_budgets: [{ funding_source_id: source, amount_ore }]
			});
		};
		const [used] = await world.sql<{ ore: number }>(
			`select coalesce(sum(total_ore), 0)::int as ore from cost_row
			where funding_source_id = $1 and year = $2 and bucket <> 'none'`,
			[source, p_year]
		);
		await setBudget(used!.ore + 2_000_000);
		const made = await Promise.all([on.accept(first.quote), on.accept(second.quote)]);
		expect(made.map(({ state }) => state).sort()).toEqual(['approved', 'awaiting_approval']);
		const waiting = made.find(({ state }) => state === 'awaiting_approval')!;
		expect(await reasonsOf(waiting.id)).toEqual(['budget']);
		await setBudget(null);
		const dear = await on.aQuote();
		await world.sql('update need set price_ceiling_ore = 1000000 where id = $1', [dear.need]);
		const { id } = await on.accept(dear.quote);
		expect(await reasonsOf(id)).toEqual(['ceiling']);
	});

	test.each([
		['an amount that is none', [{ above_ore: -1 }]],
		['another job centre’s approver', [{ above_ore: 1, approver_membership_id: randomUUID() }]],
		['an unknown source', [{ above_ore: 1, funding_source_id: randomUUID() }]]
	])('are not made of %s', async (_, rules) => {
		expect(await outcome(setRules(rules))).toMatchObject({ status: 422, field: 'rules' });
	});

	test.each(VIEWERS.filter((viewer) => viewer !== 'coordinator'))(
		'are not set by %s',
		async (viewer) => {
			expect(await outcome(setRules([], viewer))).toMatchObject({
				status: viewer === 'anonymous' ? 401 : 404
			});
		}
	);

	test('are not set from an older form, and say the same twice without a trace', async () => {
		const rules = [{ above_ore: 2_500_000 }, { above_ore: 9_000_000 }];
		const traces = await world.traces(async () => {
			await setRules(rules);
			await setRules(rules);
		});
		expect(traces).toEqual({ ...nothing, events: ['approval_rules.changed'] });
		expect(
			await outcome(
				world.call('coordinator', 'set_approval_rules', {
					p_job_centre: world.organisations.north,
					p_version: 0,
					p_rules: []
				})
			)
		).toMatchObject({ status: 409, code: 'stale', actor: 'coordinator' });
		await setRules([{ above_ore: 2_500_000 }]);
	});
});

describe('standing in', () => {
	test.each<[Viewer, object]>([
		['broker', notAllowed],
		['southApprover', notFound],
		['leader', notFound]
	])('is not given away by %s', async (viewer, refusal) => {
		expect(await outcome(delegate('colleague', inDays(0), inDays(1), viewer))).toEqual(refusal);
	});

	test('is given to a colleague of the job centre, for days that lie ahead', async () => {
		expect(await outcome(delegate('southBroker', inDays(0), inDays(1)))).toMatchObject({
			field: 'delegate_id'
		});
		expect(await outcome(delegate('approver', inDays(0), inDays(1)))).toMatchObject({
			field: 'delegate_id'
		});
		expect(await outcome(delegate('colleague', inDays(2), inDays(1)))).toMatchObject({
			field: 'ends_on'
		});
		const traces = await world.traces(() => delegate('colleague', inDays(1), inDays(2)));
		expect(traces).toMatchObject({
			events: ['delegation.set'],
			told: { colleague: ['delegation.set'] }
		});
		expect((await world.traces(() => delegate(null))).events).toEqual(['delegation.ended']);
	});
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

	test('is not one that was ordered at once, which its maker has nothing to decide about', async () => {
		const { order } = await on.anOrder();
		expect(await outcome(approve('broker', { order }, 1))).toEqual(notAllowed);
		expect(await outcome(refuse('broker', { order }, 1))).toEqual(notAllowed);
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

	test('is decided by the one that the rule of the highest amount names, and by nobody else', async () => {
		const second = await world.sql<{ id: string }>(
			`insert into membership (user_id, organisation_id, organisation_kind, role)
			values ($1, $2, 'job_centre', 'approver') returning id`,
			[world.people.colleague.id, world.organisations.north]
		);
		await setRules([
			{ above_ore: 2_500_000 },
			{ above_ore: 2_600_000, approver_membership_id: second[0]!.id }
		]);
		const traces = await world.traces(anExpensiveOrder);
		expect(traces.told.colleague).toEqual(['order.awaiting_approval']);
		expect(traces.told.approver).toBeUndefined();
		const it = await anExpensiveOrder();
		expect(await outcome(approve('approver', it, 1))).toEqual(notAllowed);
		expect(await outcome(approve('colleague', it, 1))).toBe('ok');
		// The rule stays when the one that it names leaves, and is then about any approver.
		const left = await anExpensiveOrder();
		await world.sql('delete from membership where id = $1', [second[0]!.id]);
		expect(await outcome(approve('approver', left, 1))).toBe('ok');
		await setRules([{ above_ore: 2_500_000 }]);
	});

	test('is decided by whoever stands in for an approver, in that time, and says so', async () => {
		const it = await on.anOrderToApprove();
		const standIn = (from: number, to: number) => delegate('colleague', inDays(from), inDays(to));
		await standIn(1, 3);
		expect(await outcome(approve('colleague', it, 1))).toEqual(notAllowed);
		await standIn(0, 3);
		const waits = await world.call('colleague', 'orders_to_decide', {
			p_job_centre: world.organisations.north
		});
		expect(waits).toContainEqual({ order_id: it.order, for_approver: 'approver' });
		await approve('colleague', it, 1);
		const [event] = await world.sql<{ detail: object }>(
			`select detail from event where subject_id = $1 and kind = 'order.approved'`,
			[it.order]
		);
		expect(event!.detail).toMatchObject({ decided_for: world.people.approver.id });
		// Nobody approves their own, on anybody's behalf.
		await delegate('broker', inDays(0), inDays(1));
		const own = await on.anOrderToApprove();
		expect(await outcome(approve('broker', own, 1))).toEqual({ status: 403, code: 'own_order' });
		await delegate(null);
		expect(await outcome(approve('colleague', own, 1))).toEqual(notAllowed);
	});

	test('is reminded of, once for every three working days', async () => {
		const it = await on.anOrderToApprove();
		const remind = () => world.traces(() => world.sql('select private.remind_of_orders()'));
		const waitedFor = (days: number) =>
			world.sql(
				`update purchase_order set accepted_at = accepted_at - make_interval(days => $2) where id = $1`,
				[it.order, days]
			);
		await remind();
		expect((await remind()).told).toEqual({});
		await waitedFor(7);
		expect((await remind()).told).toEqual({ approver: ['order.still_waiting'] });
		expect((await remind()).told).toEqual({});
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
