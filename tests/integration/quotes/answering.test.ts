import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejection } from '$lib/domain/quotes/not-chosen';
import type { QuoteContent } from '$lib/domain/quotes/quote';
import { history } from '$lib/server/history';
import {
	getRequest,
	listRequests,
	startingPoints,
	submitQuote
} from '$lib/server/quotes/answering';
import { inDays } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
let walk: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	walk = journeys(world);
});
afterAll(() => world.close());

const content = (moduleId: string | null): QuoteContent => ({
	moduleId,
	title: 'Dansk på arbejdspladsen',
	hours: 12,
	sessionHours: 2,
	weeklyHours: 4,
	participants: 1,
	place: 'workplace',
	deliveryForm: 'one_to_one',
	startsOn: inDays(30),
	validUntil: inDays(20),
	note: null,
	sessions: [],
	lines: [
		{ kind: 'teaching', model: 'per_hour', description: null, unitPriceOre: 60_050, quantity: 7.4 },
		{ kind: 'support', model: 'fixed', description: 'Buddy', unitPriceOre: 120_000, quantity: 1 }
	]
});

describe('a school', () => {
	test('reads a request with its brief, and nothing of the rival', async () => {
		const { request, rivalRequest } = await walk.aRequest({ shared_fields: ['work_times'] });
		const { language } = world.organisations;
		const found = await getRequest(world.as('leader'), language, request);
		expect(found).toMatchObject({ id: request, state: 'sent', quotes: [], live: null });
		expect(found!.brief).toMatchObject({ workplace: null, subject: { nameEn: 'Danish' } });
		expect(await getRequest(world.as('leader'), language, rivalRequest)).toBeNull();
		expect(await getRequest(world.as('rival'), language, request)).toBeNull();
	});

	test('sends what its lines add up to, and a new quote in place of the old', async () => {
		const { request } = await walk.aRequest();
		const { language } = world.organisations;
		const moduleId = world.modules.workplaceDanish;
		const first = { ...content(moduleId), id: randomUUID(), replaces: 0 };
		await submitQuote(world.as('leader'), request, first);
		await submitQuote(world.as('leader'), request, first);
		const second = { ...content(null), id: randomUUID(), replaces: 1 };
		await submitQuote(world.as('leader'), request, second);

		const { live, quotes, state } = (await getRequest(world.as('leader'), language, request))!;
		expect(state).toBe('answered');
		expect(live).toMatchObject({ id: second.id, totalOre: 444_370 + 120_000, version: 2 });
		expect(live!.lines.map(({ amountOre }) => amountOre)).toEqual([444_370, 120_000]);
		expect(quotes.map((quote) => [quote.id, quote.state, quote.module?.title])).toEqual([
			[second.id, 'submitted', undefined],
			[first.id, 'superseded', 'Dansk på arbejdspladsen']
		]);
		const told = await history(world.as('leader'), request);
		expect(told.map(({ kind }) => kind)).toEqual([
			'quote.revised',
			'quote.superseded',
			'quote.submitted',
			'quote_request.sent'
		]);
		expect(await history(world.as('rival'), request)).toEqual([]);
	});

	test('no longer reads the brief of a request that was withdrawn', async () => {
		const { request } = await walk.aRequest();
		await world.call('broker', 'withdraw_request', { p_id: request });
		const { language } = world.organisations;
		const found = await getRequest(world.as('leader'), language, request);
		expect(found).toMatchObject({ state: 'withdrawn', brief: null });
	});

	test('reads what became of its quote: passed over, gone with the need, or refused', async () => {
		const { language, business } = world.organisations;
		const end = async (who: 'leader' | 'rival', request: string) => {
			const [found, events] = await Promise.all([
				getRequest(world.as(who), who === 'leader' ? language : business, request),
				history(world.as(who), request)
			]);
			return rejection(found!.quotes[0]!, events).title;
		};
		const bought = await walk.anOrder();
		expect(await end('rival', bought.rivalRequest)).toBe('Jeres tilbud blev ikke valgt');

		const ended = await walk.aQuote();
		await world.call('broker', 'withdraw_need', {
			p_id: ended.need,
			p_version: await walk.version('need', ended.need),
			p_reason: 'Ikke aktuelt'
		});
		expect(await end('leader', ended.request)).toBe('Behovet er lukket uden en aftale');

		const refused = await walk.anOrderToApprove();
		await world.call('approver', 'refuse_order', {
			p_id: refused.order,
			p_version: 1,
			p_reason: 'For dyrt'
		});
		expect(await end('leader', refused.request)).toBe('Købet blev ikke godkendt');
	});

	test('lists what waits by its date, with its own quote only', async () => {
		const { rivalQuote, request } = await walk.aQuote();
		const { language, business } = world.organisations;
		const answered = { states: ['answered'], page: 1 } as const;
		const { rows } = await listRequests(world.as('leader'), language, answered);
		expect(rows.find(({ id }) => id === request)!.quote!.state).toBe('submitted');
		expect(JSON.stringify(rows)).not.toContain(rivalQuote);
		expect((await listRequests(world.as('leader'), business, answered)).rows).toEqual([]);
	});

	test('begins from its published modules, however many they are', async () => {
		const { language } = world.organisations;
		const points = () => startingPoints(world.as('leader'), language);
		const { id, title } = (await points())[0]!;
		expect(await points()).toEqual([{ id: world.modules.workplaceDanish, title }]);
		await world.sql(
			`with copy as (
				insert into module select (jsonb_populate_record(module, jsonb_build_object(
					'id', gen_random_uuid(), 'code', null, 'title', 'Ny ' || number))).*
				from module, generate_series(1, 30) number where module.id = $1 returning id
			) insert into module_price (module_id, position, kind, model, unit_price_ore)
			select id, 1, 'teaching', 'fixed', 1 from copy`,
			[id]
		);
		expect(await points()).toHaveLength(31);
	});
});
