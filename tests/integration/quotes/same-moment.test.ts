import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys, quoteInput, type Input } from '../../fixtures/journey';
import { notFound, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

/*
 * What people do at the same moment, each case from both ends: whoever is first, what each is told
 * makes sense to them, and one effect is left.
 */
let world: World;
let on: ReturnType<typeof journeys>;
let source: string;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	source = await on.fundingSource();
});
afterAll(() => world.close());

type Answer = Awaited<ReturnType<typeof outcome>>;
type Calls<K extends string> = Record<K, () => Promise<unknown>>;

/** Makes all calls at once, the first of them first or last, and says what came of each. */
async function together<K extends string>(isReversed: boolean, calls: Calls<K>) {
	const entries = Object.entries<Calls<K>[K]>(calls);
	if (isReversed) entries.reverse();
	const made = entries.map(async ([name, call]) => [name, await outcome(call())] as const);
	return Object.fromEntries(await Promise.all(made)) as Record<K, Answer>;
}
const whoWon = (answers: Record<string, Answer>) =>
	Object.keys(answers).filter((name) => answers[name] === 'ok');

const submit = (
	who: Viewer,
	p_request: string,
	input: Input = {},
	p_replaces: number | null = null,
	p_id: string = randomUUID()
) =>
	world.call(who, 'submit_quote', {
		p_request,
		p_id,
		p_replaces,
		p_quote: quoteInput(input) as Json
	});
const accept = (who: Viewer, quote: string, p_reason_code = 'cheapest') =>
	world.call(who, 'accept_quote', {
		p_id: quote,
		p_version: 1,
		p_funding_source: source,
		p_reason_code,
		p_reason: null
	});
const sendAlong = (p_request: string, p_id: string = randomUUID()) =>
	world.call('leader', 'add_attachment', {
		p_request,
		p_id,
		p_name: 'Plan.pdf',
		p_content: Buffer.from('%PDF-1.7\nForløbsplan\n%%EOF\n').toString('base64')
	});
const withdrawNeed = (p_id: string, p_version: number) =>
	world.call('broker', 'withdraw_need', { p_id, p_version, p_reason: 'Ikke aktuelt' });
const sweep = () => world.sql('select private.expire_due()');

/** Moves the clock so many days on. */
const setClock = (days: number) =>
	world.sql(`create or replace function private.today()
		returns date language sql stable parallel safe set search_path = '' as $$
			select (now() at time zone 'Europe/Copenhagen')::date + ${days}
		$$`);
/** Does something so many days from now, when whatever has run out by then has been swept up. */
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
	await sweep();
	await setClock(days);
	try {
		return await work();
	} finally {
		await setClock(0);
	}
}

/** How often each state and each event is there of all that hangs on a need. */
async function left(need: string) {
	const [row] = await world.sql<{
		need: string;
		requests: Record<string, number>;
		quotes: Record<string, number>;
		orders: number;
		trainings: number;
		events: Record<string, number>;
	}>(
		`select state as need,
			(select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n
				from quote_request where need_id = need.id group by state) by_state) as requests,
			(select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) as n
				from quote where need_id = need.id group by state) by_state) as quotes,
			(select count(*)::int from purchase_order where need_id = need.id) as orders,
			(select count(*)::int from engagement where need_id = need.id) as trainings,
			(select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*) as n
				from event where need.id::text in (subject_id::text, detail ->> 'need') group by kind) by_kind) as events
		from need where id = $1`,
		[need]
	);
	return row!;
}

const cheap = {
	lines: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 50_000, quantity: 20 }]
};
const notCheapest = { status: 422, code: 'invalid', reason: 'not_cheapest' };

const ends = [
	['the one before the other', false],
	['the other before the one', true]
] as const;

describe.each(ends)('%s:', (_, isReversed) => {
	test('a quote and the withdrawal of its need', async () => {
		const it = await on.aRequest();
		const version = await on.version('need', it.need);
		const { quote, need } = await together(isReversed, {
			quote: () => submit('leader', it.request),
			need: () => withdrawNeed(it.need, version)
		});
		expect(need).toBe('ok');
		expect(['ok', wrongState('withdrawn')]).toContainEqual(stateOnly(quote));
		const sent = quote === 'ok' ? 1 : 0;
		expect(await left(it.need)).toMatchObject({
			need: 'withdrawn',
			// What came in time is let down with the need; the other school is only let go.
			quotes: sent ? { rejected: 1 } : {},
			requests: sent ? { answered: 1, withdrawn: 1 } : { withdrawn: 2 },
			events: { 'need.withdrawn': 1, 'quote_request.closed': 2 }
		});
		expect((await left(it.need)).events['quote.submitted'] ?? 0).toBe(sent);
	});

	test('a late quote, a late no, and time that makes its move', async () => {
		const it = await on.aRequest();
		const late = { status: 409, code: 'too_late', answer_by: inDays(10) };
		const answers = await later(11, () =>
			together(isReversed, {
				quote: () => submit('leader', it.request),
				no: () =>
					world.call('rival', 'decline_request', {
						p_id: it.rivalRequest,
						p_reason_code: 'no_teacher',
						p_reason: null
					}),
				sweep
			})
		);
		expect(answers).toEqual({ quote: late, no: late, sweep: 'ok' });
		expect(await left(it.need)).toMatchObject({
			requests: { expired: 2 },
			quotes: {},
			events: { 'quote_request.expired': 2 }
		});
	});

	test('a quote and the midnight that its date ends at', async () => {
		const it = await on.aRequest();
		await on.submitQuote('rival', it.rivalRequest);
		const { quote } = await later(10, () =>
			together(isReversed, {
				quote: () => submit('leader', it.request),
				midnight: () => setClock(11),
				sweep
			})
		);
		if (quote !== 'ok') expect(quote).toMatchObject({ code: 'too_late', answer_by: inDays(10) });
		await later(11, sweep);
		expect(await left(it.need)).toMatchObject(
			quote === 'ok'
				? { requests: { answered: 2 }, quotes: { submitted: 2 } }
				: { requests: { answered: 1, expired: 1 }, quotes: { submitted: 1 } }
		);
	});

	test('an expired quote, one that is valid, and time that makes its move', async () => {
		const it = await on.aRequest();
		const quote = await on.submitQuote('leader', it.request, { valid_until: inDays(12) });
		const rivalQuote = await on.submitQuote('rival', it.rivalRequest);
		const answers = await later(13, () =>
			together(isReversed, {
				expired: () => accept('broker', quote),
				sweep,
				again: () => accept('broker', quote)
			})
		);
		const expired = { status: 409, code: 'quote_expired', valid_until: inDays(12) };
		expect(answers).toEqual({ expired, sweep: 'ok', again: expired });
		expect(await left(it.need)).toMatchObject({
			need: 'open',
			quotes: { expired: 1, submitted: 1 },
			orders: 0,
			events: { 'quote.expired': 1 }
		});
		expect(await outcome(accept('coordinator', rivalQuote))).toBe('ok');
	});

	test.each<[string, (it: { quote: string; request: string }) => Promise<unknown>, string]>([
		[
			'withdrawal',
			({ quote }) => world.call('leader', 'withdraw_quote', { p_id: quote, p_version: 1 }),
			'quote.withdrawn'
		],
		['revision', ({ request }) => submit('leader', request, { hours: 18 }, 1), 'quote.superseded'],
		['file', ({ request }) => sendAlong(request), 'quote.attached']
	])('the acceptance of a quote and its %s', async (_, change, kind) => {
		const it = await on.aQuote();
		const answers = await together(isReversed, {
			accepted: () => accept('broker', it.quote),
			changed: () => change(it)
		});
		const [winner, ...others] = whoWon(answers);
		expect(others).toEqual([]);
		if (winner === 'accepted') expect(answers.changed).toMatchObject({ status: 409 });
		else expect(answers.accepted).toMatchObject({ code: 'stale', actor: 'Sprogcentret', kind });
		const orders = winner === 'accepted' ? 1 : 0;
		const after = await left(it.need);
		expect(after).toMatchObject({ orders, trainings: orders });
		expect(after.quotes.accepted ?? 0).toBe(orders);
		expect(after.events[kind] ?? 0).toBe(1 - orders);
	});

	test.each([
		['cheapest', { ...cheap }],
		['earliest', { starts_on: inDays(20) }]
	])('the acceptance of the %s quote and one that is more so', async (reason, more) => {
		const it = await on.aRequest();
		const quote = await on.submitQuote('leader', it.request);
		const { accepted, better } = await together(isReversed, {
			accepted: () => accept('broker', quote, reason),
			better: () => submit('rival', it.rivalRequest, more)
		});
		// Whoever is second is told: what was true is so no longer, or nobody is asking any longer.
		const isBought = accepted === 'ok';
		expect(isBought ? better : accepted).toMatchObject(
			isBought ? { status: 409 } : { status: 422, code: 'invalid', reason: `not_${reason}` }
		);
		if (!isBought) expect(better).toBe('ok');
		expect(await left(it.need)).toMatchObject({
			orders: isBought ? 1 : 0,
			quotes: isBought ? { accepted: 1 } : { submitted: 2 }
		});
	});

	test('the acceptance of a quote and the removal of its file', async () => {
		const it = await on.aRequest();
		const file = randomUUID();
		await sendAlong(it.request, file);
		const quote = await on.submitQuote('leader', it.request);
		const answers = await together(isReversed, {
			accepted: () => accept('broker', quote),
			removed: () => world.call('leader', 'remove_attachment', { p_id: file })
		});
		expect(whoWon(answers)).toHaveLength(1);
		if (answers.accepted === 'ok') expect(answers.removed).toMatchObject({ status: 409 });
		else expect(answers.accepted).toMatchObject({ code: 'stale', kind: 'quote.detached' });
		const [kept] = await world.sql(
			'select count(*)::int as files from quote_attachment where id = $1',
			[file]
		);
		expect(kept).toEqual({ files: answers.accepted === 'ok' ? 1 : 0 });
	});

	test('the acceptance of a quote as the cheapest and the withdrawal of a cheaper one', async () => {
		const it = await on.aRequest();
		const quote = await on.submitQuote('leader', it.request);
		const rival = await on.submitQuote('rival', it.rivalRequest, cheap);
		const answers = await together(isReversed, {
			accepted: () => accept('broker', quote),
			withdrawn: () => world.call('rival', 'withdraw_quote', { p_id: rival, p_version: 1 })
		});
		expect(answers.withdrawn).toBe('ok');
		if (answers.accepted !== 'ok') expect(answers.accepted).toMatchObject(notCheapest);
		expect((await left(it.need)).orders).toBe(answers.accepted === 'ok' ? 1 : 0);
	});

	test('the last sealed quote, which opens the seal, and what is done to the round', async () => {
		const { need } = await on.anOpenNeed();
		const { language, business } = world.organisations;
		await world.call('broker', 'request_quotes', {
			p_need: need,
			p_requests: [language, business].map((provider_id) => ({ provider_id })),
			p_answer_by: inDays(5),
			p_is_sealed: true
		});
		const requestOf = async (school: string) =>
			(
				await world.sql<{ id: string }>(
					'select id from quote_request where need_id = $1 and provider_id = $2',
					[need, school]
				)
			)[0]!.id;
		const [own, last] = [await requestOf(language), await requestOf(business)];
		await on.submitQuote('leader', own);
		const extend = (days: number) =>
			world.call('broker', 'extend_requests', { p_need: need, p_until: inDays(days) });
		const { last: opening, ...others } = await together(isReversed, {
			revised: () => submit('leader', own, { hours: 18 }, 1),
			last: () => submit('rival', last),
			file: () => sendAlong(own),
			extended: () => extend(9)
		});
		expect(opening).toBe('ok');
		for (const answer of Object.values(others)) {
			// A file makes the quote that is revised another one.
			if (answer !== 'ok') expect(['quotes_opened', 'stale']).toContain(answer.code);
		}
		// Whatever came before it stands, and nothing comes after.
		const [latest] = await world.sql(
			`select kind, provider_id from event where detail ->> 'need' = $1 order by id desc limit 1`,
			[need]
		);
		expect(latest).toEqual({ kind: 'quote.submitted', provider_id: business });
		expect(await outcome(extend(15))).toMatchObject({ code: 'quotes_opened' });
	});

	test('two people who accept two quotes, each of them twice', async () => {
		const it = await on.aQuote();
		const answers = await together(isReversed, {
			broker: () => accept('broker', it.quote),
			coordinator: () => accept('coordinator', it.rivalQuote),
			brokerAgain: () => accept('broker', it.quote),
			coordinatorAgain: () => accept('coordinator', it.rivalQuote)
		});
		const winners = whoWon(answers).sort();
		const [actor] = winners;
		expect([
			['broker', 'brokerAgain'],
			['coordinator', 'coordinatorAgain']
		]).toContainEqual(winners);
		for (const [name, answer] of Object.entries(answers)) {
			if (winners.includes(name)) continue;
			expect(answer).toMatchObject({
				status: 409,
				code: 'already_awarded',
				actor,
				reference: expect.stringMatching(/^R-/)
			});
		}
		expect(await left(it.need)).toMatchObject({
			need: 'awarded',
			quotes: { accepted: 1, rejected: 1 },
			orders: 1,
			trainings: 1,
			events: { 'quote.accepted': 1, 'need.awarded': 1, 'order.approved': 1 }
		});
	});

	test('a quote that does not add up and one that does', async () => {
		const it = await on.aRequest();
		const { right, wrong, rivals } = await together(isReversed, {
			right: () => submit('leader', it.request),
			wrong: () => submit('leader', it.request, { total_ore: 1_320_001 }),
			rivals: () => submit('rival', it.rivalRequest, { total_ore: 1 })
		});
		expect(right).toBe('ok');
		const mismatch = { status: 422, code: 'total_mismatch', lines_ore: 1_320_000 };
		// After the right one it is an older form as well, and that is said first.
		const refusals = [{ ...mismatch, total_ore: 1_320_001 }, { code: 'stale' }];
		expect(refusals.map(({ code }) => code)).toContain(Object(wrong).code);
		if (Object(wrong).code === 'total_mismatch') expect(wrong).toEqual(refusals[0]);
		expect(rivals).toEqual({ ...mismatch, total_ore: 1 });
		expect(await left(it.need)).toMatchObject({
			quotes: { submitted: 1 },
			requests: { answered: 1, sent: 1 },
			events: { 'quote.submitted': 1 }
		});
	});

	test("a school's answer and those of others to the same request", async () => {
		const it = await on.aRequest();
		const id = randomUUID();
		const no = { p_id: it.request, p_reason_code: 'no_teacher', p_reason: null };
		const answers = await together(isReversed, {
			rival: () => submit('rival', it.request),
			outsider: () => submit('outsider', it.request, {}, null, id),
			no: () => world.call('rival', 'decline_request', no),
			own: () => submit('leader', it.request, {}, null, id)
		});
		expect(answers).toEqual({ rival: notFound, outsider: notFound, no: notFound, own: 'ok' });
		expect(await left(it.need)).toMatchObject({
			requests: { answered: 1, sent: 1 },
			quotes: { submitted: 1 },
			events: { 'quote.submitted': 1 }
		});
		const [kept] = await world.sql('select provider_id from quote where id = $1', [id]);
		expect(kept).toEqual({ provider_id: world.organisations.language });
	});

	test('a quote, a no and the job centre that lets the school go', async () => {
		const it = await on.aRequest();
		const no = { p_id: it.request, p_reason_code: 'no_teacher', p_reason: null };
		const answers = await together(isReversed, {
			answered: () => submit('leader', it.request),
			declined: () => world.call('leader', 'decline_request', no),
			withdrawn: () => world.call('coordinator', 'withdraw_request', { p_id: it.request })
		});
		const [winner, ...others] = whoWon(answers);
		expect(others).toEqual([]);
		for (const answer of Object.values(answers)) {
			if (answer !== 'ok') expect(answer).toMatchObject(wrongState(winner!));
		}
		const { requests, quotes } = await left(it.need);
		expect(requests).toEqual({ sent: 1, [winner!]: 1 });
		expect(quotes).toEqual(winner === 'answered' ? { submitted: 1 } : {});
	});

	test('the same schools asked twice, by two people', async () => {
		const { need } = await on.anOpenNeed();
		const { language, business } = world.organisations;
		const counts: number[] = [];
		const ask = (who: Viewer, ...schools: string[]) =>
			world
				.call(who, 'request_quotes', {
					p_need: need,
					p_requests: schools.map((provider_id) => ({ provider_id })),
					p_answer_by: inDays(10)
				})
				.then((count) => counts.push(count));
		const answers = await together(isReversed, {
			one: () => ask('broker', language, business),
			again: () => ask('broker', language, business),
			colleague: () => ask('coordinator', business)
		});
		expect(whoWon(answers)).toHaveLength(3);
		expect(counts.reduce((sum, count) => sum + count)).toBe(2);
		expect(await left(need)).toMatchObject({
			requests: { sent: 2 },
			events: { 'quote_request.sent': 2 }
		});
	});

	test('the same quote sent three times, and another from the same form', async () => {
		const it = await on.aRequest();
		const [id, other] = [randomUUID(), randomUUID()];
		const told: unknown[] = [];
		const send = (quote: string) =>
			submit('leader', it.request, {}, null, quote).then((answer) => told.push(answer));
		const answers = await together(isReversed, {
			one: () => send(id),
			again: () => send(id),
			other: () => send(other),
			onceMore: () => send(id)
		});
		// A form that was opened before there was a quote does not replace one.
		const losers = Object.values(answers).filter((answer) => answer !== 'ok');
		for (const answer of losers) expect(answer).toMatchObject({ code: 'stale' });
		expect([1, 3]).toContain(losers.length);
		expect(new Set(told.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(await left(it.need)).toMatchObject({
			quotes: { submitted: 1 },
			events: { 'quote.submitted': 1 }
		});
	});
});

/** A refusal by what it says of the state, without what would have been allowed. */
function stateOnly(answer: Answer) {
	if (answer === 'ok') return answer;
	const { status, code, state } = answer;
	return { status, code, state };
}
