import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeEngagement } from '$lib/server/engagements';
import { contactsOfEngagement, contactsOfNeed } from '$lib/server/contacts';
import { inDays, VIEWERS, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import {
	cprIn,
	missing,
	notFound,
	nothing,
	signedOut,
	wordsOf,
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

type Engaged = { need: string; order: string; engagement: string };
const share = (
	who: Viewer,
	p_need: string,
	p_candidate: string,
	first: string | null = 'Amina',
	p_contact: string | null = '20 30 40 50'
) =>
	world.call(who, 'set_candidate_contact', { p_need, p_candidate, p_first_name: first, p_contact });
const remove = (who: Viewer, p_need: string, p_candidate: string) =>
	world.call(who, 'remove_candidate_contact', { p_need, p_candidate });
const kept = (need: string) =>
	world.sql('select first_name, contact from candidate_contact where need_id = $1 order by 1', [
		need
	]);
const complete = async ({ engagement }: Engaged) =>
	completeEngagement(
		world.as('leader'),
		{ id: engagement, version: await on.version('engagement', engagement) },
		{ endedOn: inDays(0), hoursHeld: 18.5 }
	);
const others = (...allowed: Viewer[]) => VIEWERS.filter((viewer) => !allowed.includes(viewer));
const refusedTo = (viewer: Viewer) => (viewer === 'anonymous' ? signedOut : notFound);

describe("a candidate's contact", () => {
	test("is shared, changed and taken back by the need's own broker and nobody else", async () => {
		const { need } = await on.anOrder();
		const [own] = await on.candidatesOf(need);
		const traces = await world.traces(async () => {
			for (const viewer of others('broker')) {
				expect({ [viewer]: await outcome(share(viewer, need, own!)) }).toEqual({
					[viewer]: refusedTo(viewer)
				});
			}
		});
		expect(traces).toEqual(nothing);
		expect(await outcome(share('broker', need, own!))).toBe('ok');
		expect(await outcome(share('broker', need, own!, 'Amina', '60 70 80 90'))).toBe('ok');
		const shared = [{ first_name: 'Amina', contact: '60 70 80 90' }];
		for (const viewer of others('broker')) {
			expect({ [viewer]: await outcome(remove(viewer, need, own!)) }).toEqual({
				[viewer]: refusedTo(viewer)
			});
		}
		expect(await kept(need)).toEqual(shared);
		expect(await outcome(remove('broker', need, own!))).toBe('ok');
		expect(await kept(need)).toEqual([]);
	});

	test('is that of a candidate of the need, and of no other', async () => {
		const { need } = await on.anOrder();
		const other = await on.anOrder();
		const [stranger] = await on.candidatesOf(other.need);
		for (const candidate of [stranger!, null as never]) {
			expect(await outcome(share('broker', need, candidate))).toEqual(notFound);
			expect(await outcome(remove('broker', need, candidate))).toEqual(notFound);
		}
	});

	test('is not shared before a quote is accepted and approved, nor when the training has ended', async () => {
		const { need } = await on.aQuote();
		const waiting = await on.anOrderToApprove();
		for (const open of [need, waiting.need]) {
			const [own] = await on.candidatesOf(open);
			expect(await outcome(share('broker', open, own!))).toMatchObject(wrongState('open'));
		}
		const ended = await on.anEngagement();
		const [own] = await on.candidatesOf(ended.need);
		await complete(ended);
		expect(await outcome(share('broker', ended.need, own!))).toMatchObject(wrongState('completed'));
	});

	test('is shared and taken back once when that is sent twice, and its events hold none of it', async () => {
		const { need } = await on.anOrder();
		const [own] = await on.candidatesOf(need);
		const twice = async () => {
			await Promise.all([share('broker', need, own!), share('broker', need, own!)]);
			await Promise.all([remove('broker', need, own!), remove('broker', need, own!)]);
		};
		expect(await world.traces(twice)).toEqual({
			...nothing,
			events: ['contact.shared', 'contact.removed']
		});
		const events = await world.sql(
			`select detail, provider_id from event where kind like 'contact.%' and subject_id = $1`,
			[need]
		);
		expect(events).toEqual([
			{ detail: {}, provider_id: null },
			{ detail: {}, provider_id: null }
		]);
	});

	test.each([
		[null, '20 30 40 50', missing('first_name')],
		['Amina', ' ', missing('contact')],
		['Amina', 'x', { status: 422, field: 'contact' }],
		[wordsOf(41), '20 30 40 50', { status: 422, field: 'first_name', reason: 'too_long' }],
		['Amina', wordsOf(121), { status: 422, field: 'contact', reason: 'too_long' }],
		['010170-1234', '20 30 40 50', cprIn('first_name')],
		['Amina', '010170 1234', cprIn('contact')]
	])('of %j and %j is refused', async (first, contact, refusal) => {
		const { need } = await on.anOrder();
		const [own] = await on.candidatesOf(need);
		expect(await outcome(share('broker', need, own!, first, contact))).toMatchObject(refusal);
	});

	test('is never written into events, notifications or mails', async () => {
		const it = await on.anEngagement();
		const [own] = await on.candidatesOf(it.need);
		await share('broker', it.need, own!, 'Zuleikha', 'zuleikha@privat.example');
		await complete(it);
		const [found] = await world.sql<{ count: number }>(
			`select count(*)::int from (
				select event::text as line from event union all select notification::text from notification
				union all select outbox::text from outbox
			) written where line ilike '%zuleikha%'`
		);
		expect(found!.count).toBe(0);
	});
});

describe('the contacts of several candidates', () => {
	/** A need for three whose order is made; the third has the shortest name, the second has not been shared. */
	async function withTwoOfThree() {
		const it = await on.anOrderForSeveral(2);
		const candidates = await on.candidatesOf(it.need);
		const [own, , third] = candidates;
		await share('broker', it.need, own!, 'Olena', '11 11 11 11');
		await share('broker', it.need, third!, 'Bo', 'bo@privat.example');
		return { ...it, candidates };
	}
	const seenBy = (viewer: Viewer, engagement: string) =>
		contactsOfEngagement(world.as(viewer), engagement);

	test('are read by the broker with the alias, and by the school that was chosen by first name only', async () => {
		const { need, engagement, candidates } = await withTwoOfThree();
		const atBroker = await contactsOfNeed(world.as('broker'), need);
		expect(atBroker.map(({ candidateId }) => candidateId)).toEqual(candidates);
		expect(atBroker).toMatchObject([
			{ alias: expect.stringMatching(/^K-/), firstName: 'Olena', contact: '11 11 11 11' },
			{ firstName: null, contact: null, sharedAt: null },
			{ firstName: 'Bo' }
		]);
		const shared = [
			{ firstName: 'Bo', contact: 'bo@privat.example' },
			{ firstName: 'Olena', contact: '11 11 11 11' }
		];
		for (const viewer of ['leader', 'broker'] as const) {
			expect(await seenBy(viewer, engagement)).toEqual({ shared, of: 3 });
		}
		const rows = await world.call('leader', 'engagement_contacts', { p_engagement: engagement });
		expect(Object.keys(rows[0]!).sort()).toEqual(['contact', 'first_name']);
	});

	test('are read by nobody else', async () => {
		const { need, engagement } = await withTwoOfThree();
		for (const viewer of others('leader', 'broker', 'anonymous')) {
			expect({ [viewer]: await seenBy(viewer, engagement) }).toEqual({
				[viewer]: { shared: [], of: 0 }
			});
		}
		for (const viewer of others('broker', 'anonymous')) {
			expect({ [viewer]: await contactsOfNeed(world.as(viewer), need) }).toEqual({ [viewer]: [] });
		}
	});

	test('go one at a time when they are taken back, and all when the training ends', async () => {
		const it = await withTwoOfThree();
		await remove('broker', it.need, it.candidates[2]!);
		expect(await kept(it.need)).toEqual([{ first_name: 'Olena', contact: '11 11 11 11' }]);
		await share('broker', it.need, it.candidates[1]!, 'Bo', 'bo@privat.example');
		await world.call('leader', 'start_engagement', {
			p_id: it.engagement,
			p_version: 1,
			p_started_on: inDays(0)
		});
		expect(await seenBy('leader', it.engagement)).toMatchObject({ of: 3 });
		await complete(it);
		expect(await kept(it.need)).toEqual([]);
		expect(await seenBy('leader', it.engagement)).toEqual({ shared: [], of: 0 });
		expect(await seenBy('broker', it.engagement)).toEqual({ shared: [], of: 0 });
	});

	test.each<[string, (it: Engaged) => Promise<unknown>]>([
		[
			'the training is dropped',
			({ engagement }) =>
				world.call('broker', 'drop_engagement', {
					p_id: engagement,
					p_version: 1,
					p_ended_on: inDays(0),
					p_hours_held: 0,
					p_reason_code: 'job_found',
					p_reason: null
				})
		],
		...(['coordinator', 'leader'] as const).map(
			(who): [string, (it: Engaged) => Promise<unknown>] => [
				`the order is cancelled by the ${who}`,
				({ order }) =>
					world.call(who, 'cancel_order', { p_id: order, p_version: 1, p_reason: 'Sygdom' })
			]
		)
	])('are erased when %s', async (_, end) => {
		const it = await withTwoOfThree();
		await end(it);
		expect(await kept(it.need)).toEqual([]);
		expect(await seenBy('leader', it.engagement)).toEqual({ shared: [], of: 0 });
	});
});
