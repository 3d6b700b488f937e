import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderFilter } from '$lib/domain/orders/filter';
import { verdictWords } from '$lib/domain/orders/verdicts';
import { participantsWord } from '$lib/domain/orders/words';
import { formatDate } from '$lib/domain/shared/format';
import { history } from '$lib/server/history';
import { getOrderPaper } from '$lib/server/orders/papers';
import { getOrder, listOrders, orderedSchools, waitingOrders } from '$lib/server/orders/orders';
import {
	acceptQuote,
	quotesToChoose,
	schoolRecords,
	usableFundingSources
} from '$lib/server/quotes/choosing';
import { organisationDetails, setOrganisationDetails } from '$lib/server/organisation';
import { decisionPaper } from '$lib/server/pdf/decision';
import { orderPaper } from '$lib/server/pdf/order';
import { pdfOf } from '$lib/server/pdf/paper';
import { inDays, VIEWERS, type Person } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let walk: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	walk = journeys(world);
});
afterAll(() => world.close());

describe('the quotes of a need', () => {
	test('come with their lines, schools, limit and the need, in one question', async () => {
		const { need } = await walk.aQuote();
		const asked = await quotesToChoose(world.as('broker'), need);
		expect(asked).toMatchObject({
			place: 'workplace',
			hoursWanted: 20,
			approvalRules: [{ aboveOre: 2_500_000, fundingSourceId: null }],
			order: undefined
		});
		expect(asked?.quotes.map(({ provider }) => provider.name).toSorted()).toEqual([
			'Handelsskolen',
			'Sprogcentret'
		]);
		expect(asked?.quotes[0]?.lines.map(({ kind, amountOre }) => [kind, amountOre])).toEqual([
			['teaching', 1_200_000],
			['pre_meeting', 120_000]
		]);
	});

	test('come with what has ended before with each school, at this job centre only', async () => {
		const ended = await walk.anEngagement();
		await world.call('leader', 'start_engagement', {
			p_id: ended.engagement,
			p_version: 1,
			p_started_on: inDays(0)
		});
		await world.call('leader', 'complete_engagement', {
			p_id: ended.engagement,
			p_version: 2,
			p_ended_on: inDays(0),
			p_hours_held: 18
		});
		const { need } = await walk.aQuote();
		const records = await schoolRecords(world.as('broker'), need);
		expect([...records]).toEqual([
			[
				world.organisations.language,
				{
					completed: 1,
					dropped: 0,
					quotedHours: 20,
					hoursHeld: 18,
					quotedOre: 1_320_000,
					finalOre: 1_320_000,
					begunLater: 0
				}
			]
		]);
		expect((await schoolRecords(world.as('southBroker'), need)).size).toBe(0);
		expect((await schoolRecords(world.as('leader'), need)).size).toBe(0);
		await expect(schoolRecords(world.as('anonymous'), need)).rejects.toThrow();
	});

	test('name the order that one of them became', async () => {
		const { need, order, quote } = await walk.anOrderToApprove();
		const asked = await quotesToChoose(world.as('colleague'), need);
		expect(asked?.order).toMatchObject({ id: order, quoteId: quote, state: 'awaiting_approval' });
	});

	test.each(['southBroker', 'leader', 'anonymous'] as const)(
		'are nothing to %s, who sees no need of this job centre',
		async (viewer) => {
			const { need } = await walk.aQuote();
			// Whoever has not signed in may not even ask.
			const asked = quotesToChoose(world.as(viewer), need);
			if (viewer === 'anonymous') await expect(asked).rejects.toThrow();
			else expect(await asked).toBeNull();
		}
	);
});

test('funding sources are those of the law and the job centre’s own, as long as they last', async () => {
	const add = (code: string, of: string, to: string | null) =>
		world.sql(
			`insert into funding_source (job_centre_id, legal_basis_code, code, name_da, name_en, valid_from, valid_to)
			values ($1, 'project', $2, $2, $2, '2020-01-01', $3)`,
			[of, code, to]
		);
	await add('own', world.organisations.north, null);
	await add('over', world.organisations.north, inDays(0));
	await add('theirs', world.organisations.south, null);
	const sources = await usableFundingSources(
		world.as('broker'),
		world.organisations.north,
		inDays(0)
	);
	const names = sources.map(({ nameDa }) => nameDa);
	expect(names).toContain('own');
	expect(names).toContain('Skræddersyet opkvalificering (LAB § 91)');
	expect(names).not.toContain('over');
	expect(names).not.toContain('theirs');
});

test('taking a quote twice is one order', async () => {
	const { quote } = await walk.aQuote();
	const choice = {
		quoteId: quote,
		version: 1,
		fundingSourceId: await walk.fundingSource(),
		reasonCode: 'other',
		reason: 'Læreren kender stedet'
	};
	const first = await acceptQuote(world.as('broker'), choice);
	expect(await acceptQuote(world.as('broker'), choice)).toEqual(first);
	expect(first.state).toBe('approved');
});

describe('an order', () => {
	test('tells what, for whom, why and what else there was', async () => {
		const { order, rivalQuote } = await walk.anOrderToApprove();
		const read = await getOrder(world.as('approver'), order);
		expect(read).toMatchObject({
			state: 'awaiting_approval',
			totalOre: 3_000_000,
			why: { code: 'best_fit', refusal: null, approvalReasons: ['amount'] },
			acceptedBy: { displayName: 'broker' },
			engagement: null,
			quote: { lines: [{ kind: 'teaching', amountOre: 3_000_000 }] }
		});
		expect(read?.alternatives.map(({ id }) => id)).toEqual([rivalQuote]);
	});

	test('leads to the training that it became', async () => {
		const { order, engagement } = await walk.anOrder();
		const read = await getOrder(world.as('coordinator'), order);
		expect(read?.engagement).toEqual({ id: engagement, state: 'planned' });
	});

	test('is nothing to another job centre', async () => {
		const { order } = await walk.anOrder();
		expect(await getOrder(world.as('southCoordinator'), order)).toBeNull();
	});
});

test('orders are listed by state, and those that wait by who has waited longest', async () => {
	const { north, south } = world.organisations;
	const first = await walk.anOrderToApprove();
	const second = await walk.anOrderToApprove();
	const waiting = await waitingOrders(world.as('approver'), north, 1);
	const ids = waiting.rows.map(({ id }) => id);
	expect(ids.indexOf(first.order)).toBeLessThan(ids.indexOf(second.order));
	const all: OrderFilter = { state: null, providerId: null, text: '' };
	const listed = await listOrders(world.as('broker'), north, {
		...all,
		state: 'awaiting_approval'
	});
	expect(listed.total).toBe(waiting.total);
	expect(listed.rows[0]?.id).toBe(second.order);
	const refused = await listOrders(world.as('broker'), north, { ...all, state: 'refused' });
	expect(refused).toEqual({ rows: [], total: 0 });
	expect(await listOrders(world.as('southBroker'), north, all)).toMatchObject({ total: 0 });
	expect(await waitingOrders(world.as('approver'), south, 1)).toMatchObject({ total: 0 });
});

test('an order is found by its reference, its need’s, its candidate’s alias and its school', async () => {
	const { north, language, business } = world.organisations;
	const { order, need, rivalRequest } = await walk.anOrder();
	await walk.anOrder();
	const read = (await getOrder(world.as('broker'), order))!;
	await world.sql(
		`update candidate set alias = 'K-9182' from need where need.id = $1 and candidate.id = candidate_id`,
		[need]
	);
	const ids = async (text: string, providerId: string | null = null, who: Person = 'broker') => {
		const filter = { state: null, providerId, text };
		return (await listOrders(world.as(who), north, filter)).rows.map(({ id }) => id);
	};
	for (const text of [read.reference, read.need.reference, 'k-918', '9182', ' %K-9182, ']) {
		expect(await ids(text), text).toEqual([order]);
		expect(await ids(text, language), text).toEqual([order]);
		expect(await ids(text, business), text).toEqual([]);
		expect(await ids(text, null, 'southBroker'), text).toEqual([]);
	}
	expect(await ids('K-9183')).toEqual([]);
	// Also while the quotes of a later round are sealed.
	await world.sql(`update quote_request set is_sealed = true, state = 'sent' where id = $1`, [
		rivalRequest
	]);
	expect(await ids('K-9182')).toEqual([order]);
	expect(await orderedSchools(world.as('broker'), north)).toEqual([
		{ id: language, name: 'Sprogcentret' }
	]);
	expect(await orderedSchools(world.as('southBroker'), north)).toEqual([]);
});

describe('the papers of an order', () => {
	/** What a screen reader goes by. */
	function expectTagged(pdf: Buffer, title: string) {
		const text = pdf.toString('latin1');
		expect(text).toMatch(/^%PDF-1\.7/);
		expect(text).toContain('/StructTreeRoot');
		expect(text).toMatch(/\/Marked true/);
		expect(text).toContain('/Lang (da)');
		expect(text).toMatch(/<pdfuaid:part>1</);
		expect(text).toContain(`>${title}<`);
	}

	test('are the order, for both sides, with its week and what a public invoice needs', async () => {
		const sessions = [
			{ weekday: 4, starts: '09:00', ends: '11:00' },
			{ weekday: 2, starts: '13:00', ends: '15:00' }
		];
		const { quote } = await walk.aQuote({ sessions });
		const { id: order } = await acceptQuote(world.as('broker'), {
			quoteId: quote,
			version: 1,
			fundingSourceId: await walk.fundingSource(),
			reasonCode: 'best_fit',
			reason: null
		});
		const bare = JSON.stringify(orderPaper((await getOrderPaper(world.as('leader'), order))!));
		expect(bare).toContain('Spørg køberen');
		expect(bare).not.toMatch(/EAN|personreference|Rammeaftale/);
		const { north } = world.organisations;
		await setOrganisationDetails(world.as('coordinator'), north, {
			version: (await organisationDetails(world.as('coordinator'), north)).version,
			cvr: '10000009',
			ean: '5798000000018',
			orderContact: 'Indkøb'
		});
		for (const viewer of ['broker', 'leader'] as const) {
			const paper = await getOrderPaper(world.as(viewer), order);
			expect(paper).toMatchObject({
				sides: { jobCentreCvr: '10000009', ean: '5798000000018', orderContact: 'Indkøb' },
				quote: { lines: [{ kind: 'teaching' }, { kind: 'pre_meeting' }] }
			});
			const said = orderPaper(paper!);
			expectTagged(pdfOf(said), `Ordre ${paper!.reference}`);
			const words = JSON.stringify(said);
			for (const part of [
				'Tirsdag 13.00–15.00, Torsdag 9.00–11.00',
				formatDate(inDays(30 + 7 * 5 - 1)),
				'til EAN-nummeret',
				'og personreferencen',
				'broker, broker@',
				'leader, leader@'
			]) {
				expect(words).toContain(part);
			}
		}
		for (const viewer of ['rival', 'southBroker'] as const) {
			expect(await getOrderPaper(world.as(viewer), order)).toBeNull();
		}
		// Other numbers, another name and another broker are for the orders after these.
		const waiting = await walk.anOrderToApprove();
		await setOrganisationDetails(world.as('coordinator'), north, {
			version: (await organisationDetails(world.as('coordinator'), north)).version,
			cvr: null,
			ean: '5790000000012',
			orderContact: null
		});
		await world.sql(
			'update need set owner_id = $2 from purchase_order bought where need.id = need_id and bought.id = $1',
			[order, world.people.colleague.id]
		);
		const kept = await getOrderPaper(world.as('leader'), order);
		expect(kept!.sides).toMatchObject({
			jobCentreCvr: '10000009',
			ean: '5798000000018',
			orderContact: 'Indkøb'
		});
		expect(kept!.sides.jobCentreContact).toMatch(/^broker,/);
		await world.call('approver', 'approve_order', { p_id: waiting.order, p_version: 1 });
		expect((await getOrderPaper(world.as('leader'), waiting.order))!.sides).toMatchObject({
			jobCentreCvr: null,
			ean: '5790000000012',
			orderContact: null
		});
	});

	test('are there when the order has been placed, not before', async () => {
		const { order } = await walk.anOrderToApprove();
		expect(await getOrderPaper(world.as('broker'), order)).toBeNull();
		expect(await getOrderPaper(world.as('leader'), order)).toBeNull();
	});

	test('are the note of why, for the job centre only', async () => {
		const { order, need } = await walk.anOrder();
		const read = (await getOrder(world.as('approver'), order))!;
		const events = await history(world.as('approver'), need);
		expect(events.length).toBeGreaterThan(5);
		// Two schools may have given their quotes the same number.
		expect(events.map(({ words }) => words)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/ valgt \(Sprogcentret\)$/),
				expect.stringMatching(/ ikke valgt \(Handelsskolen\)$/)
			])
		);
		const asked = (await quotesToChoose(world.as('approver'), need))!;
		const held = new Map(
			asked.quotes.map((quote) => [quote.id, verdictWords(quote, asked, read.funding)])
		);
		const paper = decisionPaper(read, events, held);
		expect(JSON.stringify(paper)).toContain('Handelsskolen');
		expect(JSON.stringify(paper)).toContain('Svarer til behovet');
		const others = paper.sections.find(({ heading }) => heading === 'De andre tilbud');
		expect(others?.facts).toEqual([
			['Handelsskolen', expect.stringMatching(/Som ønsket: .*1 deltager/)]
		]);
		expect(JSON.stringify(paper)).toContain(`${read.quote.reference} (Sprogcentret)`);
		await world.sql('update need set starts_on = starts_on - 1 where id = $1', [need]);
		const late = (await getOrder(world.as('approver'), order))!;
		expect(late.verdicts.differs).toEqual([expect.stringMatching(/^Starter /)]);
		expect(late.verdicts.met).toContain(participantsWord(1));
		expect(decisionPaper(late, events, held).sections).toEqual(
			expect.arrayContaining([
				{ heading: 'Afviger fra behovet', paragraphs: late.verdicts.differs },
				{ heading: 'Som ønsket', paragraphs: late.verdicts.met }
			])
		);
		const decidedAt = `${inDays(1)}T12:00:00Z`;
		const decidedFor = { displayName: 'approver' };
		expect(
			JSON.stringify(decisionPaper({ ...read, decidedAt, decidedFor }, events, held))
		).toContain('på vegne af approver');
		expectTagged(pdfOf(paper), `Beslutningsnotat for ordre ${read.reference}`);
		const { data } = await world.as('leader').from('order_reason').select().eq('order_id', order);
		expect(data).toEqual([]);
	});
});

describe('what stands on papers', () => {
	const set = (
		who: (typeof VIEWERS)[number],
		organisation: 'north' | 'language',
		details: { cvr?: string; ean?: string; orderContact?: string },
		version = 1
	) =>
		setOrganisationDetails(world.as(who), world.organisations[organisation], {
			version,
			cvr: null,
			ean: null,
			orderContact: null,
			...details
		});

	test.each([
		['cvr', { cvr: '10000008' }],
		['ean', { ean: '5798000000017' }]
	])('has a right check digit in its %s', async (field, details) => {
		const { version } = await organisationDetails(world.as('broker'), world.organisations.north);
		const refusal = await outcome(set('coordinator', 'north', details, version));
		expect(refusal).toMatchObject({ status: 422, field });
	});

	test('is a CVR number only for a school, and is not set from an older form', async () => {
		expect(await outcome(set('leader', 'language', { ean: '5798000000018' }))).toMatchObject({
			field: 'ean'
		});
		const traces = await world.traces(async () => {
			await set('leader', 'language', { cvr: '10020018' });
			await set('leader', 'language', { cvr: '10020018' });
		});
		expect(traces.events).toEqual(['organisation.changed']);
		expect(await outcome(set('leader', 'language', { cvr: '10030005' }))).toMatchObject({
			code: 'stale'
		});
	});

	test.each(VIEWERS.filter((viewer) => viewer !== 'coordinator'))(
		'of the job centre is not set by %s',
		async (viewer) => {
			expect(await outcome(set(viewer, 'north', { cvr: '10030005' }))).toMatchObject({
				status: viewer === 'anonymous' ? 401 : 404
			});
		}
	);
});
