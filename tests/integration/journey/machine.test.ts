import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { inDays, PERSONS, type Person } from '../../fixtures/cast';
import { journeys, quoteInput } from '../../fixtures/journey';
import { outcome, startWorld, type World } from '../../fixtures/world';
import { moves, next, SCHOOLS, start, type Model, type Move } from './machine';

let world: World;
let on: ReturnType<typeof journeys>;
let source: string;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	source = await on.fundingSource();
});
afterAll(() => world.close());

/** What the database holds of one need, in the shape of the model. */
interface Real {
	states: Pick<Model, 'need' | 'requests' | 'engagement'> & {
		quotes: Record<string, string>;
		order: string | null;
	};
	ids: {
		requests: Record<string, string>;
		quotes: Record<string, string>;
		order?: string;
		engagement?: string;
	};
	versions: { need: number; quotes: Record<string, number>; order?: number; engagement?: number };
	accepted: number;
	wrongTotals: number;
	events: number;
	contacts: number;
}

async function read(need: string): Promise<Real> {
	const [row] = await world.sql<{
		need: { state: Model['need']; version: number };
		requests: { id: string; provider: string; state: Model['requests']['leader'] }[];
		quotes: { id: string; provider: string; state: string; version: number }[];
		order: { id: string; state: string; version: number } | null;
		engagement: { id: string; state: Model['engagement']; version: number } | null;
		accepted: number;
		wrong_totals: number;
		events: number;
		contacts: number;
	}>(
		`select jsonb_build_object('state', need.state, 'version', need.version) as need,
			(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'provider', provider_id, 'state', state)), '[]')
				from quote_request where need_id = need.id) as requests,
			(select coalesce(jsonb_agg(jsonb_build_object('id', id, 'provider', provider_id, 'state', state,
					'version', version)), '[]')
				from (select distinct on (provider_id) * from quote where need_id = need.id
					order by provider_id, reference desc) newest) as quotes,
			(select jsonb_build_object('id', id, 'state', state, 'version', version)
				from purchase_order where need_id = need.id order by reference desc limit 1) as order,
			(select jsonb_build_object('id', id, 'state', state, 'version', version)
				from engagement where order_id = (select id from purchase_order where need_id = need.id
					order by reference desc limit 1)) as engagement,
			(select count(*)::int from quote where need_id = need.id and state = 'accepted') as accepted,
			(select count(*)::int from purchase_order join quote on quote.id = quote_id
				where purchase_order.need_id = need.id and (purchase_order.total_ore <> quote.total_ore
					or quote.total_ore <> (select sum(amount_ore) from quote_line where quote_line.quote_id = quote.id))
			) as wrong_totals,
			(select count(*)::int from event) as events,
			(select count(*)::int from candidate_contact where need_id = need.id) as contacts
		from need where need.id = $1`,
		[need]
	);
	const { organisations } = world;
	const school = (provider: string) => (provider === organisations.language ? 'leader' : 'rival');
	const by = <T extends { provider: string }, V>(rows: T[], value: (row: T) => V) =>
		Object.fromEntries(rows.map((one) => [school(one.provider), value(one)])) as Record<string, V>;
	const none = Object.fromEntries(SCHOOLS.map((key) => [key, 'none' as const]));
	const { requests, quotes, order, engagement } = row!;
	return {
		states: {
			need: row!.need.state,
			requests: { ...none, ...by(requests, (one) => one.state) } as Model['requests'],
			quotes: { ...none, ...by(quotes, (one) => one.state) },
			order: order?.state ?? null,
			engagement: engagement?.state ?? 'none'
		},
		ids: {
			requests: by(requests, (one) => one.id),
			quotes: by(quotes, (one) => one.id),
			order: order?.id,
			engagement: engagement?.id
		},
		versions: {
			need: row!.need.version,
			quotes: by(quotes, (one) => one.version),
			order: order?.version,
			engagement: engagement?.version
		},
		accepted: row!.accepted,
		wrongTotals: row!.wrong_totals,
		events: row!.events,
		contacts: row!.contacts
	};
}

/** Makes a move for real; a row that is not there yet is asked for by an id that nobody has. */
function make(need: string, { name, by, school, isAboveLimit }: Move, { ids, versions }: Real) {
	const { call, organisations } = world;
	const p_reason = 'En grund';
	const today = inDays(0);
	const toNeed = { p_id: need, p_version: versions.need };
	const toRequest = ids.requests[school] ?? randomUUID();
	const toQuote = {
		p_id: ids.quotes[school] ?? randomUUID(),
		p_version: versions.quotes[school] ?? 1
	};
	const toOrder = { p_id: ids.order ?? randomUUID(), p_version: versions.order ?? 1 };
	const toTraining = { p_id: ids.engagement ?? randomUUID(), p_version: versions.engagement ?? 1 };
	const lines = [
		{
			kind: 'teaching',
			model: 'fixed',
			unit_price_ore: isAboveLimit ? 2_600_000 : 900_000,
			quantity: 1
		}
	];
	const calls: Record<Move['name'], () => Promise<unknown>> = {
		submitNeed: () => call(by, 'submit_need', toNeed),
		askBoth: () =>
			call(by, 'request_quotes', {
				p_need: need,
				p_requests: [
					{ provider_id: organisations.language },
					{ provider_id: organisations.business }
				],
				p_answer_by: inDays(5)
			}),
		askAgain: () =>
			call(by, 'ask_again', {
				...toNeed,
				p_providers: ids.requests[school]
					? [school === 'leader' ? organisations.language : organisations.business]
					: [],
				p_answer_by: inDays(5),
				p_starts_on: null
			}),
		letGo: () => call(by, 'withdraw_request', { p_id: toRequest }),
		decline: () =>
			call(by, 'decline_request', { p_id: toRequest, p_reason_code: 'no_teacher', p_reason: null }),
		quote: () =>
			call(by, 'submit_quote', {
				p_request: toRequest,
				p_id: randomUUID(),
				p_replaces: toQuote.p_version,
				p_quote: quoteInput({ lines }) as Json
			}),
		withdrawQuote: () => call(by, 'withdraw_quote', toQuote),
		accept: () =>
			call(by, 'accept_quote', {
				...toQuote,
				p_funding_source: source,
				p_reason_code: 'best_fit',
				p_reason: null
			}),
		approve: () => call(by, 'approve_order', toOrder),
		refuse: () => call(by, 'refuse_order', { ...toOrder, p_reason }),
		cancel: () => call(by, 'cancel_order', { ...toOrder, p_reason }),
		withdrawNeed: () => call(by, 'withdraw_need', { ...toNeed, p_reason }),
		closeUnmet: () => call(by, 'close_need_unmet', { ...toNeed, p_reason }),
		startTraining: () => call(by, 'start_engagement', { ...toTraining, p_started_on: today }),
		completeTraining: () =>
			call(by, 'complete_engagement', { ...toTraining, p_ended_on: today, p_hours_held: 12 }),
		dropTraining: () =>
			call(by, 'drop_engagement', {
				...toTraining,
				p_ended_on: today,
				p_hours_held: 1,
				p_reason_code: 'illness',
				p_reason: null
			})
	};
	return calls[name]();
}

/** The model, and the rows as they were last read, in a box, since commands change them in place. */
interface Box {
	model: Model;
	rows: Real;
}

class MoveCommand implements fc.AsyncCommand<Box, { need: string }> {
	constructor(readonly move: Move) {}
	// Illegal moves are tried too: that they are refused is half of what is proved.
	check = () => true;

	async run(box: Box, { need }: { need: string }) {
		const before = box.rows;
		const expected = next(box.model, this.move);
		const result = await outcome(make(need, this.move, before));
		const after = await read(need);

		if (expected === null)
			expect(result).toMatchObject({ status: expect.toBeOneOf([403, 404, 409]) });
		else expect(result).toBe('ok');
		const isNews = expected !== null && expected !== box.model;
		expect({ grew: after.events > before.events }).toEqual({ grew: isNews });
		box.model = expected ?? box.model;

		const { quotes, order, ...same } = box.model;
		expect(after.states).toEqual({
			...same,
			quotes: { leader: quotes.leader.state, rival: quotes.rival.state },
			order: order?.state ?? null
		});
		expect(after.accepted).toBeLessThanOrEqual(1);
		expect(after.wrongTotals).toBe(0);
		if (after.states.need !== 'awarded') expect(after.contacts).toBe(0);
		box.rows = after;
		if (after.states.need === 'awarded' && after.contacts === 0) {
			await on.shareContact(need);
			box.rows = await read(need);
		}
	}

	toString = () => {
		const { name, by, school, isAboveLimit } = this.move;
		return `${by}: ${name}(${school}${isAboveLimit ? ', above the limit' : ''})`;
	};
}

/** Who might make each move; everyone else is tried too, only less often. */
const likely: Record<Move['name'], Person[]> = {
	submitNeed: ['broker', 'coordinator'],
	askBoth: ['broker', 'coordinator'],
	askAgain: ['broker', 'coordinator'],
	letGo: ['broker', 'coordinator'],
	decline: ['leader', 'rival'],
	quote: ['leader', 'rival'],
	withdrawQuote: ['leader', 'rival'],
	accept: ['broker', 'coordinator'],
	approve: ['approver'],
	refuse: ['approver'],
	cancel: ['coordinator', 'leader', 'rival'],
	withdrawNeed: ['broker', 'coordinator'],
	closeUnmet: ['broker', 'coordinator'],
	startTraining: ['leader', 'rival'],
	completeTraining: ['leader', 'rival'],
	dropTraining: ['leader', 'rival', 'broker']
};
const move = fc.constantFrom(...(Object.keys(moves) as Move['name'][])).chain((name) =>
	fc.record({
		name: fc.constant(name),
		by: fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...likely[name]) },
			{ weight: 1, arbitrary: fc.constantFrom(...PERSONS) }
		),
		school: fc.constantFrom(...SCHOOLS),
		isAboveLimit: fc.boolean()
	})
);

/** Ways to begin, so that late states are reached as often as early ones. */
const step = (name: Move['name'], by: Person, isAboveLimit = false): Move => ({
	name,
	by,
	school: by === 'rival' ? 'rival' : 'leader',
	isAboveLimit
});
const asked = [step('submitNeed', 'broker'), step('askBoth', 'broker')];
const quoted = [...asked, step('quote', 'leader'), step('quote', 'rival')];
const waiting = [
	...asked,
	step('quote', 'rival'),
	step('quote', 'leader', true),
	step('accept', 'broker')
];
const planned = [...quoted, step('accept', 'broker')];
const beginnings = [
	[],
	asked,
	quoted,
	waiting,
	[...waiting, step('refuse', 'approver')],
	planned,
	[...waiting, step('approve', 'approver'), step('startTraining', 'leader')],
	[...planned, step('startTraining', 'leader')],
	[...asked, step('decline', 'leader'), step('closeUnmet', 'broker')]
];

/** How long new ways are begun; a slow machine tries fewer. */
const SECONDS = 15;

test('whatever anyone tries, in any order, the rows move as the design says', async () => {
	const deadline = Date.now() + SECONDS * 1000;
	const commands = fc.commands([move.map((one) => new MoveCommand(one))], {
		maxCommands: 18,
		size: 'max'
	});
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...beginnings), commands, async (beginning, tried) => {
			if (Date.now() > deadline) return;
			const { need } = await on.aDraftNeed({ placement_kind: null });
			const box: Box = { model: start, rows: await read(need) };
			for (const one of beginning) await new MoveCommand(one).run(box, { need });
			await fc.asyncModelRun(() => ({ model: box, real: { need } }), tried);
		}),
		{ numRuns: 60 }
	);
});
