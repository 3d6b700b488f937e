import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { priceLines } from '$lib/domain/catalogue/price';
import { agreementById, directOffers } from '$lib/server/agreements';
import { needMatter } from '$lib/server/needs/reading';
import { getOrderPaper } from '$lib/server/orders/papers';
import { orderSides } from '$lib/server/orders/sides';
import { orderPaper } from '$lib/server/pdf/order';
import { getRequest } from '$lib/server/quotes/answering';
import { quotesToChoose } from '$lib/server/quotes/choosing';
import { quoteForNeed } from '$lib/server/quotes/one';
import { agreements, type Agreed } from '../../fixtures/agreements';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys, type Input } from '../../fixtures/journey';
import { describeMove, notFound } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
let frame: ReturnType<typeof agreements>;
let source: string;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	frame = agreements(world);
	source = await on.fundingSource();
});
beforeEach(() => frame.clear());
afterAll(() => world.close());

/** A need that an agreement covers, and the quote that an order would make. */
type Covered = Agreed & { need: string; quote: string };

async function covered(input: Input = {}, content: Record<string, never> = {}): Promise<Covered> {
	await frame.clear();
	const { agreement } = await frame.agreed(content);
	return { agreement, quote: randomUUID(), ...(await on.anOpenNeed(input)) };
}

/** Ten weeks of two hours at 2 000 kr., and a pre-meeting. */
const TOTAL = 2_100_000;

const order = (
	who: Viewer,
	{ need, agreement, quote }: Covered,
	changed: Partial<{ module: string; starts_on: string; total_ore: number }> = {}
) =>
	world.call(who, 'order_in_frame', {
		p_need: need,
		p_id: quote,
		p_agreement: agreement,
		p_module: changed.module ?? world.modules.workplaceDanish,
		p_funding_source: source,
		p_starts_on: changed.starts_on ?? inDays(30),
		p_total_ore: changed.total_ore ?? TOTAL
	});

describeMove('ordering within an agreement', {
	world: () => world,
	subject: () => covered(),
	move: (who, it) => order(who, it),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		withdrawn: ({ need }) =>
			world.call('broker', 'withdraw_need', { p_id: need, p_version: 2, p_reason: 'Flyttet' })
	},
	leaves: {
		events: ['quote.in_agreement', 'quote.accepted', 'need.awarded', 'order.approved'],
		told: { leader: ['order.approved'] },
		mailed: { leader: ['order.approved'] }
	}
});

describe('what is ordered within an agreement', () => {
	test('is the need’s part of the module at the agreed prices, line by line as everywhere', async () => {
		const it = await covered();
		await frame.agreed({ module_id: null, subject_code: 'english', allows_direct_order: false });
		const { directOrders } = (await needMatter(world.as('broker'), it.need))!;
		expect(directOrders.map(({ moduleId }) => moduleId)).toEqual([world.modules.workplaceDanish]);
		const [offer, ...others] = await directOffers(world.as('broker'), it.need);
		expect(others).toEqual([]);
		const agreed = await agreementById(world.as('broker'), it.agreement);
		const lines = priceLines(
			{ prices: agreed!.prices, priceSteps: [], supplementPercent: 0 },
			{ hours: offer!.hours, participants: 1 }
		);
		const money = (line: { kind: string; quantity: number; amountOre: number }) => [
			line.kind,
			line.quantity,
			line.amountOre
		];
		expect(offer!.lines.map(money)).toEqual(lines.map(money));
		expect(offer).toMatchObject({
			hours: 20,
			sessionHours: 2,
			weeklyHours: 2,
			totalOre: TOTAL,
			place: 'workplace'
		});

		await order('broker', it);
		const need = await quotesToChoose(world.as('broker'), it.need);
		expect(need!.quotes).toHaveLength(1);
		expect(need!.quotes[0]).toMatchObject({ state: 'accepted', totalOre: TOTAL, weeks: 10 });
		expect(need!.quotes[0]!.lines.map(money)).toEqual(lines.map(money));
		const [reason] = await world.sql(
			'select reason_code, approval_reasons from order_reason where job_centre_id = $1 order by order_id in (select id from purchase_order where need_id = $2) desc limit 1',
			[world.organisations.north, it.need]
		);
		expect(reason).toEqual({ reason_code: 'in_agreement', approval_reasons: [] });

		const id = need!.order!.id;
		for (const who of ['approver', 'leader'] as const) {
			expect((await orderSides(world.as(who), id))?.agreement).toMatchObject({
				id: it.agreement,
				isDirect: true
			});
		}
		expect(await orderSides(world.as('rival'), id)).toBeNull();
		const paper = JSON.stringify(orderPaper((await getOrderPaper(world.as('leader'), id))!));
		expect(paper).toContain(`Efter rammeaftale ${agreed!.reference}: ${agreed!.terms}`);
	});

	test('waits for approval by the same rules as any other', async () => {
		const it = await covered();
		await world.sql('update need set price_ceiling_ore = 2000000 where id = $1', [it.need]);
		const traces = await world.traces(async () => {
			expect(await order('broker', it)).toMatchObject({ state: 'awaiting_approval' });
		});
		expect(traces.told).toEqual({ approver: ['order.awaiting_approval'] });
	});

	test('is refused when it is not what was shown, begins too early, or is not covered', async () => {
		const it = await covered();
		expect(await outcome(order('broker', it, { total_ore: 1 }))).toMatchObject({
			code: 'total_mismatch',
			lines_ore: TOTAL
		});
		expect(await outcome(order('broker', it, { starts_on: inDays(1) }))).toMatchObject({
			field: 'starts_on',
			reason: 'too_early'
		});
		for (const module of [world.modules.foodHygiene, world.modules.pausedEnglish]) {
			expect(await outcome(order('broker', it, { module }))).toMatchObject({
				field: 'module_id',
				reason: 'not_covered'
			});
		}
		// A candidate who manages half an hour at a time is not sent to sessions of one.
		const blocked = await covered({ session_hours_max: 0.5 });
		expect(await directOffers(world.as('broker'), blocked.need)).toEqual([]);
		expect(await outcome(order('broker', blocked))).toMatchObject({ reason: 'not_covered' });
		const south = { ...it, ...(await on.anOpenNeed({}, 'southBroker')) };
		expect(await outcome(order('southBroker', south))).toEqual(notFound);
	});

	test('is refused when the agreement has ended, has run out, or asks for quotes', async () => {
		const it = await covered();
		const gone = { status: 409, code: 'agreement_not_in_force' };
		await world.sql('update frame_agreement set valid_to = $2 where id = $1', [
			it.agreement,
			inDays(-1)
		]);
		expect(await outcome(order('broker', it))).toMatchObject(gone);
		expect(await directOffers(world.as('broker'), it.need)).toEqual([]);
		await world.sql('update frame_agreement set valid_to = $2 where id = $1', [
			it.agreement,
			inDays(0)
		]);
		expect(await directOffers(world.as('broker'), it.need)).toHaveLength(1);
		await world.call('coordinator', 'end_frame_agreement', { p_id: it.agreement, p_version: 2 });
		expect(await outcome(order('broker', it))).toMatchObject(gone);

		const { agreement } = await frame.agreed({ allows_direct_order: false });
		expect(await outcome(order('broker', { ...it, agreement }))).toMatchObject({
			code: 'no_direct_order'
		});
		// It goes before that of its subject, and so nothing is offered.
		await frame.agreed({ module_id: null, subject_code: 'danish' });
		expect(await directOffers(world.as('broker'), it.need)).toEqual([]);
		await frame.clear();
		const small = await frame.agreed({ max_order_ore: TOTAL - 1 });
		expect(await outcome(order('broker', { ...it, ...small }))).toMatchObject({
			code: 'above_direct_order'
		});
	});

	test('is one order, also when two order at once or a quote has been taken', async () => {
		const it = await covered();
		const outcomes = await Promise.all([
			outcome(order('broker', it)),
			outcome(order('coordinator', { ...it, quote: randomUUID() }))
		]);
		expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1);
		const [live] = await world.sql(
			`select count(*)::int as orders from purchase_order where need_id = $1`,
			[it.need]
		);
		expect(live).toEqual({ orders: 1 });
	});

	test('does not pass over what the school has said, nor the schools that were promised a seal', async () => {
		const { need, request } = await on.aRequest();
		const it = { ...(await frame.agreed()), need, quote: randomUUID() };
		await world.call('leader', 'decline_request', {
			p_id: request,
			p_reason_code: 'no_teacher',
			p_reason: null
		});
		expect(await outcome(order('broker', it))).toMatchObject({ code: 'school_answered' });

		const sealed = await on.anOpenNeed();
		await world.call('broker', 'request_quotes', {
			p_need: sealed.need,
			p_requests: [{ provider_id: world.organisations.business }],
			p_answer_by: inDays(5),
			p_is_sealed: true
		});
		expect(await outcome(order('broker', { ...it, ...sealed, quote: randomUUID() }))).toMatchObject(
			{ code: 'quotes_sealed' }
		);
	});
});

test('an agreement is read where quotes are written and compared, by its own two sides only', async () => {
	const { agreement } = await frame.agreed();
	const { need, quote, request, rivalRequest } = await on.aQuote();
	const { language, business } = world.organisations;
	const read = async (who: Viewer, provider: string, id: string) =>
		(await getRequest(world.as(who), provider, id))?.agreements.map(({ id }) => id);
	expect(await read('leader', language, request)).toContain(agreement);
	expect(await read('rival', language, request)).toBeUndefined();
	expect(await read('rival', business, rivalRequest)).toEqual([]);
	expect((await quoteForNeed(world.as('broker'), need, quote))!.agreement).toBeUndefined();
	await frame.clear();
	const all = await frame.agreed({ module_id: null, subject_code: 'danish' });
	expect((await quoteForNeed(world.as('approver'), need, quote))!.agreement!.id).toBe(
		all.agreement
	);

	// A quote within it stays so when it is ended, and so does the order.
	const { id: ordered } = await on.accept(quote);
	await world.call('coordinator', 'end_frame_agreement', { p_id: all.agreement, p_version: 2 });
	expect((await orderSides(world.as('leader'), ordered))?.agreement).toMatchObject({
		id: all.agreement,
		isDirect: false
	});
	const compared = await quotesToChoose(world.as('broker'), need);
	expect(compared!.quotes.find(({ id }) => id === quote)!.agreement!.id).toBe(all.agreement);
	expect((await quoteForNeed(world.as('broker'), need, quote))!.agreement!.id).toBe(all.agreement);
	const seen = async (who: Viewer) =>
		(await world.as(who).rpc('quote_agreements', { p_need: need })).data;
	const its = { quote_id: quote, frame_agreement_id: all.agreement };
	expect(await seen('leader')).toEqual([its]);
	expect(await seen('rival')).not.toContainEqual(its);
	expect(await seen('southBroker')).toEqual([]);
});
