import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getOrder } from '$lib/server/orders/orders';
import type { Json } from '$lib/server/supabase/database.types';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys, quoteInput, type Input } from '../../fixtures/journey';
import { cprIn, describeMove, missing, nothing, wordsOf, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

type Asked = { need: string; request: string };
const ask = (who: Viewer, need: string, requests: Json, p_answer_by: string | null = inDays(10)) =>
	world.call(who, 'request_quotes', { p_need: need, p_requests: requests, p_answer_by });
const letGo = (who: Viewer, { request }: Asked) =>
	world.call(who, 'withdraw_request', { p_id: request });
const decline = (
	who: Viewer,
	{ request }: Asked,
	code: string | null,
	reason: string | null = null
) => world.call(who, 'decline_request', { p_id: request, p_reason_code: code, p_reason: reason });
const submit = (
	who: Viewer,
	{ request }: Asked,
	quote: string,
	input: Input = {},
	p_replaces: number | null = null
) =>
	world.call(who, 'submit_quote', {
		p_request: request,
		p_id: quote,
		p_replaces,
		p_quote: quoteInput(input) as Json
	});
const withdraw = (who: Viewer, { quote }: { quote: string }, p_version: number) =>
	world.call(who, 'withdraw_quote', { p_id: quote, p_version });
const withdrawNeed = async ({ need }: { need: string }) =>
	world.call('broker', 'withdraw_need', {
		p_id: need,
		p_version: await on.version('need', need),
		p_reason: 'Ikke aktuelt'
	});
const both = () => [
	{ provider_id: world.organisations.language },
	{ provider_id: world.organisations.business }
];

describeMove('asking schools for quotes', {
	world: () => world,
	subject: () => on.anOpenNeed(),
	// What it answers is how many were asked now, which differs the second time.
	move: async (who, { need }) => void (await ask(who, need, both())),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: { withdrawn: withdrawNeed },
	leaves: {
		events: ['quote_request.sent', 'quote_request.sent'],
		told: { leader: ['quote_request.sent'], rival: ['quote_request.sent'] },
		mailed: { leader: ['quote_request.sent'], rival: ['quote_request.sent'] }
	}
});

describe('asking schools', () => {
	test('says how many were asked now', async () => {
		const { need } = await on.anOpenNeed();
		expect(await ask('broker', need, [both()[0]!])).toBe(1);
		expect(await ask('broker', need, both())).toBe(1);
		expect(await ask('broker', need, both())).toBe(0);
	});

	test('that were let go or let the date pass asks them again', async () => {
		const it = await on.aRequest();
		await letGo('broker', it);
		await world.sql(`update quote_request set answer_by = $2 where id = $1`, [
			it.rivalRequest,
			inDays(-1)
		]);
		await world.sql('select private.expire_due()');
		expect(await ask('broker', it.need, both())).toBe(2);
	});

	test('that have declined does not ask them again', async () => {
		const it = await on.aRequest();
		await decline('leader', it, 'no_teacher');
		expect(await ask('broker', it.need, [both()[0]!])).toBe(0);
	});

	test.each<[string, () => Json, string | null, string]>([
		['no date', both, null, 'answer_by'],
		['a date that has passed', both, inDays(-1), 'answer_by'],
		['no school', () => [], inDays(5), 'requests'],
		['something that is no list', () => ({ alle: true }), inDays(5), 'requests'],
		['nothing', () => null, inDays(5), 'requests'],
		['a malformed id', () => [{ provider_id: 'skolen' }], inDays(5), 'requests'],
		['an unknown school', () => [{ provider_id: randomUUID() }], inDays(5), 'requests'],
		['a job centre', () => [{ provider_id: world.organisations.south }], inDays(5), 'requests'],
		[
			"another school's module",
			() => [{ provider_id: world.organisations.language, module_id: world.modules.foodHygiene }],
			inDays(5),
			'requests'
		],
		[
			'a module that is paused',
			() => [{ provider_id: world.organisations.language, module_id: world.modules.pausedEnglish }],
			inDays(5),
			'requests'
		]
	])('with %s is refused at its field', async (_, requests, answerBy, field) => {
		const { need } = await on.anOpenNeed();
		const traces = await world.traces(async () => {
			expect(await outcome(ask('broker', need, requests(), answerBy))).toMatchObject({
				status: 422,
				code: 'invalid',
				field
			});
		});
		expect(traces).toEqual(nothing);
	});
});

describeMove('letting a school go', {
	world: () => world,
	subject: () => on.aRequest(),
	move: letGo,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		answered: (it) => on.submitQuote('leader', it.request),
		declined: (it) => decline('leader', it, 'no_teacher')
	},
	leaves: {
		events: ['quote_request.withdrawn'],
		told: { leader: ['quote_request.withdrawn'] },
		mailed: { leader: ['quote_request.withdrawn'] }
	}
});

const extend = (who: Viewer, { need }: { need: string }, until: string | null = inDays(15)) =>
	world.call(who, 'extend_requests', { p_need: need, p_until: until });

describeMove('giving schools more time', {
	world: () => world,
	subject: () => on.aRequest(),
	// What it answers is how many got more time now, which differs the second time.
	move: async (who, it) => void (await extend(who, it)),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: { withdrawn: withdrawNeed },
	leaves: {
		events: ['quote_request.extended', 'quote_request.extended'],
		told: { leader: ['quote_request.extended'], rival: ['quote_request.extended'] },
		mailed: { leader: ['quote_request.extended'], rival: ['quote_request.extended'] }
	}
});

describe('more time', () => {
	test('is for all that have neither declined nor been let go, whoever let the date pass included', async () => {
		const it = await on.aRequest();
		await on.submitQuote('rival', it.rivalRequest);
		await pastDate(it);
		await world.sql('select private.expire_due()');
		expect(await extend('broker', it)).toBe(2);
		const states = await world.sql(
			'select state, answer_by::text from quote_request where need_id = $1 order by state',
			[it.need]
		);
		expect(states).toEqual([
			{ state: 'answered', answer_by: inDays(15) },
			{ state: 'sent', answer_by: inDays(15) }
		]);
		await decline('leader', it, 'no_teacher');
		expect(await extend('broker', it, inDays(20))).toBe(1);
	});

	test.each([
		[null, 'in_the_past'],
		[inDays(-1), 'in_the_past'],
		[inDays(9), 'not_later']
	])('until %s is refused', async (until, reason) => {
		const it = await on.aRequest();
		const refusal = { status: 422, code: 'invalid', field: 'until', reason };
		expect(await outcome(extend('broker', it, until))).toMatchObject(refusal);
	});

	test('is not given once a quote has been accepted', async () => {
		const it = await on.anOrderToApprove();
		expect(await outcome(extend('broker', it))).toMatchObject(wrongState('awaiting_approval'));
	});
});

describe('quotes under seal', () => {
	const sealed = async () => {
		const { need } = await on.anOpenNeed();
		await world.call('broker', 'request_quotes', {
			p_need: need,
			p_requests: both(),
			p_answer_by: inDays(10),
			p_is_sealed: true
		});
		const rows = await world.sql<{ id: string; provider_id: string }>(
			'select id, provider_id from quote_request where need_id = $1',
			[need]
		);
		const to = (provider: string) => rows.find((row) => row.provider_id === provider)!.id;
		const request = to(world.organisations.language);
		const rivalRequest = to(world.organisations.business);
		return { need, request, rivalRequest, quote: await on.submitQuote('leader', request) };
	};
	const readable = async (who: Viewer, quote: string) => {
		const quotes = await world.as(who).from('quote').select('id').eq('id', quote);
		const lines = await world.as(who).from('quote_line').select('position').eq('quote_id', quote);
		return (quotes.data?.length ?? 0) + (lines.data?.length ?? 0);
	};
	const north = ['broker', 'coordinator', 'colleague', 'approver'] as const;

	test('are read by nobody at the job centre, not even by their total, until all have had their say', async () => {
		const it = await sealed();
		for (const who of north) expect(await readable(who, it.quote)).toBe(0);
		expect(await readable('leader', it.quote)).toBeGreaterThan(0);
		const told = await world.sql(
			`select detail::text from event where subject_id = $1
			union all select params::text from notification where subject_id = $2`,
			[it.quote, it.need]
		);
		expect(JSON.stringify(told)).not.toMatch(/total|1320000/);
		await decline('rival', { ...it, request: it.rivalRequest }, 'no_teacher');
		for (const who of north) expect(await readable(who, it.quote)).toBeGreaterThan(0);
	});

	test('of a round that is over are read while the next one is under seal, and so is their order', async () => {
		const it = await on.anOrderToApprove();
		await world.call('approver', 'refuse_order', {
			p_id: it.order,
			p_version: await on.version('purchase_order', it.order),
			p_reason: 'For dyrt'
		});
		await withdraw('rival', { quote: it.rivalQuote }, 1);
		await world.sql('update quote_request set is_sealed = true where need_id = $1', [it.need]);
		await ask('broker', it.need, [{ provider_id: world.organisations.technical }]);
		expect(await getOrder(world.as('broker'), it.order)).toMatchObject({ quote: { id: it.quote } });
	});

	test('open when the date has passed, whether or not time has made its move', async () => {
		const it = await sealed();
		await pastDate({ ...it, request: it.rivalRequest });
		expect(await readable('broker', it.quote)).toBeGreaterThan(0);
	});

	test('are not accepted', async () => {
		const it = await sealed();
		const refusal = { status: 409, code: 'quotes_sealed', answer_by: inDays(10) };
		expect(await outcome(on.accept(it.quote))).toEqual(refusal);
		await on.submitQuote('rival', it.rivalRequest);
		expect(await outcome(on.accept(it.quote))).toBe('ok');
	});

	test('open once: then nobody else is asked, nor given more time, and what was sent stays', async () => {
		const it = await sealed();
		await decline('rival', { ...it, request: it.rivalRequest }, 'no_teacher');
		const opened = { status: 409, code: 'quotes_opened' };
		expect(await outcome(extend('broker', it))).toEqual(opened);
		expect(
			await outcome(ask('broker', it.need, [{ provider_id: world.organisations.technical }]))
		).toEqual(opened);
		expect(await outcome(submit('leader', it, randomUUID(), {}, 1))).toEqual(opened);
		// Whoever cannot use what was sent ends the round, and may begin another.
		await withdraw('leader', it, 1);
		expect(
			await outcome(ask('broker', it.need, [{ provider_id: world.organisations.technical }]))
		).toBe('ok');
	});

	test('stay so for schools that are asked later, and open ones stay open', async () => {
		const it = await sealed();
		const technical = { provider_id: world.organisations.technical };
		await ask('broker', it.need, [technical]);
		const open = await on.aRequest();
		await world.call('broker', 'request_quotes', {
			p_need: open.need,
			p_requests: [technical],
			p_answer_by: inDays(10),
			p_is_sealed: true
		});
		const kinds = await world.sql(
			`select need_id, bool_and(is_sealed) as every, bool_or(is_sealed) as some
			from quote_request where need_id in ($1, $2) group by need_id order by need_id = $1 desc`,
			[it.need, open.need]
		);
		expect(kinds).toMatchObject([
			{ every: true, some: true },
			{ every: false, some: false }
		]);
	});
});

describeMove('declining a request', {
	world: () => world,
	subject: () => on.aRequest(),
	move: (who, it) => decline(who, it, 'too_short_notice'),
	may: ['leader'],
	mayOnlySee: [],
	illegal: {
		withdrawn: (it) => letGo('broker', it),
		answered: (it) => on.submitQuote('leader', it.request)
	},
	leaves: {
		events: ['quote_request.declined'],
		told: { broker: ['quote_request.declined'] },
		mailed: { broker: ['quote_request.declined'] }
	}
});

describe('declining', () => {
	test.each([
		[null, null, missing('reason_code')],
		['bored', null, missing('reason_code')],
		['other', ' ', missing('reason')],
		['other', wordsOf(301), { status: 422, field: 'reason', reason: 'too_long' }],
		['other', 'Vi kender 010170-1234', cprIn('reason')]
	])('for %j with the words %j is refused', async (code, words, refusal) => {
		const it = await on.aRequest();
		expect(await outcome(decline('leader', it, code, words))).toMatchObject(refusal);
	});
});

const inquire = (who: Viewer, { request }: Asked, id: string, question = 'Må buddyen være med?') =>
	world.call(who, 'ask_question', { p_request: request, p_id: id, p_question: question });
const reply = (who: Viewer, { id }: { id: string }, p_version: number, answer = 'Ja') =>
	world.call(who, 'answer_question', { p_id: id, p_version, p_answer: answer });
const aQuestion = async () => {
	const it = { ...(await on.aRequest()), id: randomUUID() };
	await inquire('leader', it, it.id);
	return it;
};
const pastDate = ({ request }: Asked) =>
	world.sql('update quote_request set answer_by = $2 where id = $1', [request, inDays(-1)]);

describeMove('asking a question', {
	world: () => world,
	subject: async () => ({ ...(await on.aRequest()), id: randomUUID() }),
	move: (who, it) => inquire(who, it, it.id),
	may: ['leader'],
	mayOnlySee: [],
	illegal: {
		declined: (it) => decline('leader', it, 'no_teacher'),
		'let go': (it) => letGo('broker', it),
		'for a need that is withdrawn': withdrawNeed
	},
	leaves: {
		events: ['question.asked'],
		told: { broker: ['question.asked'] },
		mailed: { broker: ['question.asked'] }
	}
});

describeMove('answering a question', {
	world: () => world,
	subject: aQuestion,
	move: reply,
	versionOf: async ({ id }) =>
		(await world.sql<{ version: number }>('select version from question where id = $1', [id]))[0]!
			.version,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Sprogcentret', kind: 'question.asked' },
	illegal: { 'about a need that is withdrawn': withdrawNeed },
	leaves: {
		events: ['question.answered'],
		told: { leader: ['question.answered'], rival: ['question.answered'] },
		mailed: { leader: ['question.answered'], rival: ['question.answered'] }
	}
});

describe('a question', () => {
	const read = async (who: Viewer, subject: string) => {
		const rows = await world.call(who, 'questions', {
			p_subject: subject,
			p_limit: 20,
			p_offset: 0
		});
		return rows.map(({ question, answer, asker }) => [question, answer, asker]);
	};

	test('is read with its answer by all that were asked, and only its school is told whose it is', async () => {
		const it = await aQuestion();
		await reply('broker', it, 1);
		const said = ['Må buddyen være med?', 'Ja'];
		expect(await read('leader', it.request)).toEqual([[...said, 'Sprogcentret']]);
		expect(await read('rival', it.rivalRequest)).toEqual([[...said, null]]);
		expect(await read('colleague', it.need)).toEqual([[...said, 'Sprogcentret']]);
		for (const who of ['outsider', 'southBroker'] as const) {
			expect(await read(who, it.need)).toEqual([]);
		}
		const told = await world.call('rival', 'history', { p_subject: it.rivalRequest });
		expect(told.map(({ kind, school }) => [kind, school])).toEqual([['quote_request.sent', null]]);
	});

	test('is not asked after the date, whether or not time has made its move', async () => {
		const it = await on.aRequest();
		await pastDate(it);
		const late = { status: 409, code: 'too_late', answer_by: inDays(-1) };
		expect(await outcome(inquire('leader', it, randomUUID()))).toEqual(late);
		await world.sql('select private.expire_due()');
		expect(await outcome(inquire('leader', it, randomUUID()))).toEqual(late);
	});

	test.each([
		[' ', missing('question')],
		[wordsOf(501), { status: 422, field: 'question', reason: 'too_long' }],
		['Er det 010170-1234?', cprIn('question')]
	])('of the words %j is refused', async (words, refusal) => {
		const it = await on.aRequest();
		expect(await outcome(inquire('leader', it, randomUUID(), words))).toMatchObject(refusal);
	});

	test('cannot be asked under the id of another', async () => {
		const it = await aQuestion();
		const rivals = { need: it.need, request: it.rivalRequest };
		expect(await outcome(inquire('rival', rivals, it.id))).toMatchObject({ code: 'invalid' });
	});

	test('can be answered better, from the answer that was read', async () => {
		const it = await aQuestion();
		await reply('broker', it, 1);
		expect(await outcome(reply('coordinator', it, 1, 'Nej'))).toMatchObject({ code: 'stale' });
		await reply('coordinator', it, 2, 'Nej');
		expect((await read('rival', it.rivalRequest))[0]![1]).toBe('Nej');
		expect(await outcome(reply('broker', it, 3, '010170-1234'))).toMatchObject(cprIn('answer'));
	});
});

describeMove('sending a quote', {
	world: () => world,
	subject: async () => ({ ...(await on.aRequest()), id: randomUUID() }),
	move: (who, it) => submit(who, it, it.id),
	may: ['leader'],
	mayOnlySee: [],
	illegal: {
		declined: (it) => decline('leader', it, 'no_teacher'),
		'let go': (it) => letGo('broker', it),
		'for a need that is withdrawn': withdrawNeed
	},
	leaves: {
		events: ['quote.submitted'],
		told: { broker: ['quote.submitted'] },
		mailed: { broker: ['quote.submitted'] }
	}
});

describe('a quote', () => {
	test.each<[string, Input, string]>([
		['no title', { title: null }, 'title'],
		['a title too short to mean anything', { title: 'ab' }, 'title'],
		['no hours', { hours: null }, 'hours'],
		['hours that are not whole steps', { hours: 20.01 }, 'hours'],
		['no session', { session_hours: null }, 'session_hours'],
		['nobody taking part', { participants: 0 }, 'participants'],
		['no such place', { place: 'any' }, 'place'],
		['no such form', { delivery_form: 'crowd' }, 'delivery_form'],
		['a start that has passed', { starts_on: inDays(-1) }, 'starts_on'],
		['no start', { starts_on: null }, 'starts_on'],
		['a validity that has passed', { valid_until: inDays(-1) }, 'valid_until'],
		['no validity', { valid_until: null }, 'valid_until'],
		['a note that is too long', { note: wordsOf(1001) }, 'note'],
		['no lines', { lines: [], total_ore: 0 }, 'lines'],
		['no total', { total_ore: null }, 'total_ore']
	])('with %s is refused at its field', async (_, input, field) => {
		const it = await on.aRequest();
		const traces = await world.traces(async () => {
			const refusal = await outcome(submit('leader', it, randomUUID(), input));
			expect(refusal).toMatchObject({ status: 422, code: 'invalid', field });
		});
		expect(traces).toEqual(nothing);
	});

	test.each<[string, Input]>([
		['a date that is none', { starts_on: '2026-02-30' }],
		['hours in words', { hours: 'tyve' }],
		['a session longer than the week', { session_hours: 5, weekly_hours: 4 }],
		['a week longer than the whole', { hours: 3, weekly_hours: 4 }],
		["another school's module", { module_id: '00000000-0000-4000-8000-000000000000' }]
	])('with %s is refused as invalid', async (_, input) => {
		const it = await on.aRequest();
		const refusal = await outcome(submit('leader', it, randomUUID(), input));
		expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
	});

	test('whose total is not the sum of its lines is refused, and says both', async () => {
		const it = await on.aRequest();
		const refusal = await outcome(submit('leader', it, randomUUID(), { total_ore: 1_320_001 }));
		expect(refusal).toEqual({
			status: 422,
			code: 'total_mismatch',
			total_ore: 1_320_001,
			lines_ore: 1_320_000
		});
		expect(await world.sql('select from quote where need_id = $1', [it.need])).toEqual([]);
	});

	test('cannot have its total or a line changed past the functions either', async () => {
		const it = await on.aQuote();
		for (const statement of [
			'update quote set total_ore = total_ore + 1 where id = $1',
			'update quote_line set unit_price_ore = 1 where quote_id = $1',
			'delete from quote_line where quote_id = $1'
		]) {
			await expect(world.sql(statement, [it.quote])).rejects.toThrow('total_mismatch');
		}
		await expect(
			world.sql('update quote_line set amount_ore = 1 where quote_id = $1', [it.quote])
		).rejects.toThrow(/can only be updated to DEFAULT/);
	});

	test('has its lines multiplied by the database', async () => {
		const it = await on.aRequest();
		const lines = [
			{ kind: 'teaching', model: 'per_hour', unit_price_ore: 33_333, quantity: 7.4, amount_ore: 1 },
			{ kind: 'transport', model: 'fixed', unit_price_ore: 1, quantity: 0.5 }
		];
		const quote = await on.submitQuote('leader', it.request, { lines, total_ore: 246_664 + 1 });
		const { data } = await world
			.as('broker')
			.from('quote_line')
			.select('amount_ore')
			.eq('quote_id', quote)
			.order('position');
		expect(data).toEqual([{ amount_ore: 246_664 }, { amount_ore: 1 }]);
	});

	test('proposes a week of as many hours as it says, or none at all', async () => {
		const it = await on.aRequest();
		const monday = { weekday: 1, starts: '09:00', ends: '11:00' };
		const friday = { weekday: 5, starts: '12:00', ends: '14:00' };
		for (const sessions of [
			[monday],
			[monday, { ...friday, ends: '15:00' }],
			[{ ...monday, ends: '13:00' }]
		]) {
			const refusal = await outcome(submit('leader', it, randomUUID(), { sessions }));
			expect(refusal).toMatchObject({ status: 422, code: 'schedule_mismatch', weekly_hours: 4 });
		}
		for (const sessions of [
			[monday, monday],
			[{ ...monday, weekday: 8 }],
			[{ ...monday, ends: '09:00' }]
		]) {
			const refusal = await outcome(submit('leader', it, randomUUID(), { sessions }));
			expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
		}
		const quote = await on.submitQuote('leader', it.request, { sessions: [monday, friday] });
		const { data } = await world
			.as('broker')
			.from('quote_session')
			.select('weekday')
			.eq('quote_id', quote);
		expect(data).toEqual([{ weekday: 1 }, { weekday: 5 }]);
	});

	test('is refused after the date that it was asked by', async () => {
		const it = await on.aRequest();
		await world.sql('update quote_request set answer_by = $2 where id = $1', [
			it.request,
			inDays(-1)
		]);
		expect(await outcome(submit('leader', it, randomUUID()))).toEqual({
			status: 409,
			code: 'too_late',
			answer_by: inDays(-1)
		});
	});

	test('replaces the one before, when that is the one that the form was opened at', async () => {
		const it = await on.aQuote();
		expect(await outcome(submit('leader', it, randomUUID()))).toMatchObject({
			code: 'stale',
			actor: 'Sprogcentret',
			kind: 'quote.submitted'
		});
		const revise = () => submit('leader', it, randomUUID(), {}, 1);
		expect(await world.traces(revise)).toEqual({
			events: ['quote.superseded', 'quote.revised'],
			told: { broker: ['quote.submitted'] },
			mailed: { broker: ['quote.submitted'] }
		});
		const states = await world.sql(
			'select state, version from quote where quote_request_id = $1 order by version, state',
			[it.request]
		);
		expect(states).toEqual([
			{ state: 'submitted', version: 2 },
			{ state: 'superseded', version: 2 }
		]);
	});

	test('that is accepted is not replaced', async () => {
		const it = await on.anOrderToApprove();
		const version = await on.version('quote', it.quote);
		expect(await outcome(submit('leader', it, randomUUID(), {}, version))).toMatchObject(
			wrongState('accepted')
		);
	});
});

describeMove('withdrawing a quote', {
	world: () => world,
	subject: () => on.aQuote(),
	move: withdraw,
	versionOf: ({ quote }) => on.version('quote', quote),
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'quote.submitted' },
	illegal: {
		accepted: (it) => on.accept(it.quote),
		rejected: (it) => on.accept(it.rivalQuote),
		superseded: (it) => submit('leader', it, randomUUID(), {}, 1)
	},
	leaves: {
		events: ['quote.withdrawn'],
		told: { broker: ['quote.withdrawn'] },
		mailed: { broker: ['quote.withdrawn'] }
	}
});

describe('when time passes', () => {
	test('requests and quotes that are past their date expire, once, and their people are told', async () => {
		await world.sql('select private.expire_due()');
		const asked = await on.aRequest();
		const quoted = await on.aQuote();
		await world.sql('update quote_request set answer_by = $2 where id = $1', [
			asked.request,
			inDays(-1)
		]);
		await world.sql('update quote set valid_until = $2 where id = $1', [quoted.quote, inDays(-1)]);
		const expire = async () => {
			await world.sql('select private.expire_due()');
			await world.sql('select private.expire_due()');
		};
		expect(await world.traces(expire)).toEqual({
			events: ['quote_request.expired', 'quote.expired'],
			told: {
				broker: ['quote_request.expired', 'quote.expired'],
				leader: ['quote.expired_for_school']
			},
			mailed: {
				broker: ['quote_request.expired', 'quote.expired'],
				leader: ['quote.expired_for_school']
			}
		});
		const states = await world.sql(
			'select state from quote_request where id = $1 union all select state from quote where id = $2',
			[asked.request, quoted.quote]
		);
		expect(states).toEqual([{ state: 'expired' }, { state: 'expired' }]);
	});

	test('a school that has not answered is reminded, once for each date', async () => {
		await world.sql('select private.expire_due()');
		const it = await on.aRequest();
		await on.submitQuote('rival', it.rivalRequest);
		await world.sql(
			`update quote_request set answer_by = $2, sent_at = now() - interval '9 days' where need_id = $1`,
			[it.need, inDays(3)]
		);
		const remind = async () => {
			await world.sql('select private.expire_due()');
			await world.sql('select private.expire_due()');
		};
		const reminded = {
			events: ['quote_request.reminded'],
			told: { leader: ['quote_request.reminded'] },
			mailed: { leader: ['quote_request.reminded'] }
		};
		expect(await world.traces(remind)).toEqual(reminded);
		await extend('broker', it, inDays(4));
		expect(await world.traces(remind)).toEqual(nothing);
		await world.sql('update job_centre set request_reminder_days = 4');
		expect(await world.traces(remind)).toEqual(reminded);
		await world.sql('update job_centre set request_reminder_days = 3');
	});

	test('whoever was asked with shorter notice is not reminded', async () => {
		const { need } = await on.anOpenNeed();
		await ask('broker', need, both(), inDays(2));
		expect(await world.traces(() => world.sql('select private.expire_due()'))).toEqual(nothing);
	});

	test('an expired request is neither answered nor declined, and says which date has passed', async () => {
		const it = await on.aRequest();
		await world.sql('update quote_request set answer_by = $2 where id = $1', [
			it.request,
			inDays(-1)
		]);
		await world.sql('select private.expire_due()');
		const late = { status: 409, code: 'too_late', answer_by: inDays(-1) };
		expect(await outcome(submit('leader', it, randomUUID()))).toEqual(late);
		expect(await outcome(decline('leader', it, 'no_teacher'))).toEqual(late);
	});
});
