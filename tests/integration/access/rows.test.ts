import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, PEOPLE, PERSONS, VIEWERS, type Person, type Viewer } from '../../fixtures/cast';
import { journeys, type Journey } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

const NORTH: Person[] = ['coordinator', 'broker', 'colleague', 'approver'];
const SOUTH: Person[] = ['southCoordinator', 'southBroker', 'southColleague', 'southApprover'];
const SCHOOLS: Person[] = ['leader', 'rival', 'outsider'];

/** What somebody sees of a relation: names of rows, or that they may not even ask. */
type Seen = string[] | 'refused';
type Row = Record<string, unknown>;

let world: World;
/** What the ids in rows stand for. */
const names = new Map<string, string>();

beforeAll(async () => {
	world = await startWorld();
	const { call, sql, organisations, people } = world;
	const { anEngagement, anOrderToApprove, aDraftNeed, anOpenNeed, shareContact, version } =
		journeys(world);
	for (const [name, id] of Object.entries(organisations)) names.set(id, name);
	for (const person of PERSONS) names.set(people[person].id, person);
	for (const [name, id] of Object.entries(world.modules)) names.set(id, name);

	const awarded = await anEngagement();
	await shareContact(awarded.need);
	nameJourney('awarded', awarded);
	nameJourney('waiting', await anOrderToApprove());
	await sql(
		`insert into quote_session (quote_id, weekday, starts, ends)
		select id, day, '09:00', '11:00' from quote, generate_series(1, 2) day`
	);
	const draft = await aDraftNeed();
	nameJourney('draft', draft);
	await call('broker', 'add_participant', {
		p_need: draft.need,
		p_version: 1,
		p_id: randomUUID(),
		p_candidate: { target_group_code: 'activity_ready' }
	});
	const south = await anOpenNeed({}, 'southBroker');
	nameJourney('south', south);
	await call('southBroker', 'request_quotes', {
		p_need: south.need,
		p_requests: [{ provider_id: organisations.business }],
		p_answer_by: '2099-01-01'
	});
	const [toBusiness] = await sql<{ id: string }>(
		'select id from quote_request where need_id = $1',
		[south.need]
	);
	await call('rival', 'decline_request', {
		p_id: toBusiness!.id,
		p_reason_code: 'no_teacher',
		p_reason: null
	});
	const change = randomUUID();
	names.set(change, 'change of awarded');
	await call('broker', 'propose_change', {
		p_order: awarded.order,
		p_id: change,
		p_version: await version('purchase_order', awarded.order),
		p_change: {
			reason: 'Mere tid',
			hours: 60,
			session_hours: 2,
			weekly_hours: 4,
			place: 'workplace',
			delivery_form: 'one_to_one',
			starts_on: inDays(30),
			total_ore: 3_600_000,
			lines: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 60_000, quantity: 60 }]
		}
	});
	await call('leader', 'accept_change', { p_id: change, p_version: 1 });
	await sql(
		`insert into quote_attachment (id, quote_request_id, provider_id, name, content)
		select gen_random_uuid(), id, provider_id, 'Plan.pdf', convert_to('%PDF-1.7 %%EOF', 'UTF8')
		from quote_request where need_id = $1`,
		[awarded.need]
	);
	for (const [who, name] of [
		['leader', 'asked by language'],
		['rival', 'asked by business']
	] as const) {
		const id = randomUUID();
		names.set(id, name);
		await sql(
			`with asked as (
				insert into question (id, need_id, job_centre_id, question) values ($1, $2, $3, 'Hvor?')
			) insert into question_asker (question_id, provider_id) values ($1, $4)`,
			[id, awarded.need, organisations.north, organisations[PEOPLE[who].of]]
		);
	}
	// Two needs that were begun from a module: of a school that was asked for it, and of one that was not.
	for (const [need, module] of [
		[awarded.need, 'workplaceDanish'],
		[south.need, 'buddyTraining']
	] as const) {
		await sql(
			`insert into need_wish (need_id, module_id, provider_id, title, hours, session_hours, weekly_hours, place,
				delivery_form, participants, price_ore)
			select $1, id, provider_id, title, 4, 2, 2, 'school', 'class', 1, 0 from module where id = $2`,
			[need, world.modules[module]]
		);
	}
	for (const { id, need_id } of await sql<{ id: string; need_id: string }>(
		`select id, need_id from quote_request where need_id = $1
		union all select candidate_id, id from need
		union all select candidate_id, need_id from need_participant`,
		[south.need]
	)) {
		names.set(id, names.get(need_id)!);
	}
	for (const module of [world.modules.workplaceDanish, world.modules.draftMathematics]) {
		await sql(
			`with element as (
				insert into module_element (module_id, number, position, title, hours) values ($1, 1, 1, 'Del', 1)
			), offering as (
				insert into module_offering (module_id, starts_on, seats) values ($1, '2027-01-04', 4)
			), step as (
				insert into module_price_step (module_id, from_participants, unit_price_ore) values ($1, 2, 1)
			), funding as (
				insert into module_funding (module_id, legal_basis_code, coverage) values ($1, 'lab_91', 'whole')
			)
			insert into module_cost (module_id, cost_ore) values ($1, 1)`,
			[module]
		);
	}
	for (const module of [world.modules.workplaceDanish, world.modules.foodHygiene]) {
		await call('anonymous', 'count_seen', { p_module: module });
	}
	await call('broker', 'count_fit', { p_modules: [world.modules.buddyTraining] });
	for (const [who, module] of [
		['broker', 'guard'],
		['southBroker', 'foodHygiene'],
		['leader', 'draftMathematics']
	] as const) {
		await call(who, 'set_favourite', { p_module: world.modules[module], p_is_favourite: true });
	}
	for (const [who, job_centre, module] of [
		['broker', 'north', 'guard'],
		['southCoordinator', 'south', 'foodHygiene']
	] as const) {
		await call(who, 'save_shortlist_entry', {
			p_job_centre: organisations[job_centre],
			p_module: world.modules[module],
			p_version: 0,
			p_note: 'God at begynde med'
		});
	}
	for (const [who, job_centre] of [
		['coordinator', 'north'],
		['southCoordinator', 'south']
	] as const) {
		const id = randomUUID();
		names.set(id, job_centre);
		await call(who, 'save_need_template', {
			p_id: id,
			p_job_centre: organisations[job_centre],
			p_version: 0,
			p_template: {
				title: 'Hygiejne',
				work_times: [{ weekday: 1, starts: '08:00', ends: '12:00' }],
				fields: [{ field: 'tasks', is_required: true }]
			}
		});
	}
	for (const [coordinator, job_centre, school, module] of [
		['coordinator', 'north', 'language', 'workplaceDanish'],
		['southCoordinator', 'south', 'business', 'foodHygiene']
	] as const) {
		const id = randomUUID();
		names.set(id, `${job_centre} with ${school}`);
		await call(coordinator, 'save_frame_agreement', {
			p_id: id,
			p_job_centre: organisations[job_centre],
			p_version: 0,
			p_agreement: {
				provider_id: organisations[school],
				module_id: world.modules[module],
				valid_from: '2026-01-01',
				valid_to: '2099-01-01',
				prices: [{ kind: 'teaching', model: 'fixed', unit_price_ore: 1 }]
			}
		});
	}
	for (const [who, school] of [
		['leader', 'language'],
		['rival', 'business']
	] as const) {
		const id = randomUUID();
		names.set(id, `${school} sheet`);
		await call(who, 'start_module_import', {
			p_id: id,
			p_provider: organisations[school],
			p_file_name: 'moduler.xlsx',
			p_headings: ['Titel'],
			p_rows: [{ number: 2, cells: ['Dansk'] }]
		});
		await call(who, 'map_module_import', {
			p_id: id,
			p_version: 1,
			p_mapping: ['title'],
			p_known: 'change'
		});
	}
	for (const [name, job_centre_id] of [
		['north', organisations.north],
		['south', organisations.south]
	] as const) {
		const coordinator = name === 'north' ? 'coordinator' : 'southCoordinator';
		const [source] = await sql<{ id: string }>(
			`insert into funding_source (job_centre_id, code, name_da, name_en, valid_from)
			values ($1, 'own', 'Egen pulje', 'Own grant', '2020-01-01') returning id`,
			[job_centre_id]
		);
		names.set(source!.id, name);
		const [approver, delegate] =
			name === 'north'
				? (['approver', 'colleague'] as const)
				: (['southApprover', 'southColleague'] as const);
		await call(approver, 'set_approval_delegate', {
			p_job_centre: job_centre_id,
			p_version: 0,
			p_delegate: people[delegate].id,
			p_starts_on: '2099-01-01',
			p_ends_on: '2099-01-31'
		});
		const plan = { p_job_centre: job_centre_id, p_version: 1 };
		await call(coordinator, 'set_budgets', {
			...plan,
			p_year: 2026,
			p_budgets: [{ funding_source_id: source!.id, amount_ore: 1 }]
		});
		await call(coordinator, 'set_targets', {
			...plan,
			p_targets: [{ reporting_group_code: 'original', measure: 'placed', figure: 1 }]
		});
	}
});
afterAll(() => world.close());

function nameJourney(name: string, ids: Partial<Journey>) {
	for (const [key, id] of Object.entries(ids)) {
		names.set(id, key === 'quote' || key === 'rivalQuote' ? `${name} ${key}` : name);
	}
}

const many = (viewers: readonly Viewer[], seen: Seen) =>
	Object.fromEntries(viewers.map((viewer) => [viewer, seen])) as Partial<Record<Viewer, Seen>>;
const own = (rows: (person: Person) => string[]) =>
	Object.fromEntries(PERSONS.map((person) => [person, rows(person)]));

const published = ['buddyTraining', 'foodHygiene', 'guard', 'workplaceDanish'];
const modules = {
	...many(VIEWERS, published),
	leader: [
		'buddyTraining',
		'draftMathematics',
		'foodHygiene',
		'guard',
		'pausedEnglish',
		'workplaceDanish'
	]
};
const parts = {
	...many(VIEWERS, ['workplaceDanish']),
	leader: ['draftMathematics', 'workplaceDanish']
};
const colleagues = (person: Person) =>
	[...([NORTH, SOUTH].find((group) => group.includes(person)) ?? [person])].sort();
const ofJobCentre = { ...many(NORTH, ['north']), ...many(SOUTH, ['south']) };
const needs = { ...many(NORTH, ['awarded', 'draft', 'waiting']), ...many(SOUTH, ['south']) };
const sentNeeds = { ...many(NORTH, ['awarded', 'waiting']), ...many(SOUTH, ['south']) };
const quotes = {
	...many(NORTH, ['awarded quote', 'awarded rivalQuote', 'waiting quote', 'waiting rivalQuote']),
	leader: ['awarded quote', 'waiting quote'],
	rival: ['awarded rivalQuote', 'waiting rivalQuote']
};

const agreed = {
	...many([...NORTH, 'leader'], ['north with language']),
	...many([...SOUTH, 'rival'], ['south with business'])
};

/** For each relation the column that names its rows, and who sees which; nobody else sees any. */
const relations: Record<string, [column: string, seen: Partial<Record<Viewer, Seen>>]> = {
	organisation: ['id', many(VIEWERS, ['business', 'language', 'north', 'south', 'technical'])],
	job_centre: ['organisation_id', ofJobCentre],
	profile: ['user_id', own(colleagues)],
	membership: ['user_id', own(colleagues)],
	invitation: [
		'organisation_id',
		{
			coordinator: ['north'],
			southCoordinator: ['south'],
			leader: ['language'],
			rival: ['business'],
			outsider: ['technical']
		}
	],
	notification: [
		'user_id',
		{
			broker: ['broker'],
			approver: ['approver'],
			colleague: ['colleague'],
			southBroker: ['southBroker'],
			southColleague: ['southColleague'],
			leader: ['leader'],
			rival: ['rival']
		}
	],
	outbox: ['id', many(VIEWERS, 'refused')],
	funding_source: [
		'job_centre_id',
		{
			...many(NORTH, ['everybody', 'north']),
			...many(SOUTH, ['everybody', 'south']),
			...many(SCHOOLS, ['everybody'])
		}
	],
	budget: ['job_centre_id', ofJobCentre],
	approval_rule: ['job_centre_id', ofJobCentre],
	approval_delegation: ['job_centre_id', ofJobCentre],
	target: ['job_centre_id', ofJobCentre],
	module: ['id', modules],
	module_price: ['module_id', { ...modules, leader: [...published, 'pausedEnglish'].sort() }],
	module_price_step: ['module_id', parts],
	module_element: ['module_id', parts],
	module_offering: ['module_id', parts],
	module_funding: ['module_id', parts],
	module_cost: ['module_id', { leader: parts.leader }],
	module_import: ['id', { leader: ['language sheet'], rival: ['business sheet'] }],
	module_import_row: ['import_id', { leader: ['language sheet'], rival: ['business sheet'] }],
	module_import_heading: ['provider_id', { leader: ['language'], rival: ['business'] }],
	module_version: [
		'module_id',
		{
			leader: ['draftMathematics', 'pausedEnglish', 'workplaceDanish'],
			rival: ['foodHygiene', 'guard'],
			outsider: ['buddyTraining']
		}
	],
	module_count: ['module_id', { leader: ['workplaceDanish'], rival: ['foodHygiene'] }],
	favourite: [
		'module_id',
		{ broker: ['guard'], southBroker: ['foodHygiene'], leader: ['draftMathematics'] }
	],
	shortlist_entry: ['module_id', { ...many(NORTH, ['guard']), ...many(SOUTH, ['foodHygiene']) }],
	candidate: ['id', needs],
	placement: ['candidate_id', sentNeeds],
	need: ['id', needs],
	need_work_time: ['need_id', needs],
	need_free_time: ['need_id', needs],
	need_participant: ['need_id', many(NORTH, ['draft'])],
	need_template: ['id', ofJobCentre],
	need_template_field: ['need_template_id', ofJobCentre],
	need_template_work_time: ['need_template_id', ofJobCentre],
	need_wish: [
		'need_id',
		{ ...many(NORTH, ['awarded']), ...many(SOUTH, ['south']), leader: ['awarded'] }
	],
	need_brief: [
		'need_id',
		{ ...sentNeeds, leader: ['awarded', 'waiting'], rival: ['awarded', 'south', 'waiting'] }
	],
	quote_request: [
		'id',
		{ ...sentNeeds, leader: ['awarded', 'waiting'], rival: ['awarded', 'south', 'waiting'] }
	],
	quote: ['id', quotes],
	quote_line: ['quote_id', quotes],
	quote_session: ['quote_id', quotes],
	frame_agreement: ['id', agreed],
	frame_agreement_price: ['frame_agreement_id', agreed],
	question: ['id', many([...NORTH, 'leader', 'rival'], ['asked by business', 'asked by language'])],
	question_asker: [
		'question_id',
		{
			...many(NORTH, ['asked by business', 'asked by language']),
			leader: ['asked by language'],
			rival: ['asked by business']
		}
	],
	purchase_order: ['id', { ...many(NORTH, ['awarded', 'waiting']), leader: ['awarded'] }],
	order_party: ['order_id', { ...many(NORTH, ['awarded']), leader: ['awarded'] }],
	order_change: ['order_id', { ...many(NORTH, ['awarded']), leader: ['awarded'] }],
	order_change_line: [
		'change_id',
		{ ...many(NORTH, ['change of awarded']), leader: ['change of awarded'] }
	],
	order_change_approval: ['change_id', many(NORTH, ['change of awarded'])],
	quote_attachment: [
		'quote_request_id',
		{ ...many(NORTH, ['awarded']), leader: ['awarded'], rival: ['awarded'] }
	],
	order_reason: ['order_id', many(NORTH, ['awarded', 'waiting'])],
	engagement: ['id', { ...many(NORTH, ['awarded']), leader: ['awarded'] }],
	candidate_contact: ['need_id', { broker: ['awarded'], leader: ['awarded'] }],
	candidate_row: ['candidate_id', needs],
	engagement_row: ['engagement_id', many(NORTH, ['awarded'])],
	cost_row: ['order_id', many(NORTH, ['awarded', 'waiting'])],
	order_row: ['order_id', many(NORTH, ['awarded', 'waiting'])],
	decline_row: ['need_id', many(SOUTH, ['south'])]
};

/** Tables whose rows are for everyone, or for everyone who signs in. */
const shared: Record<string, Viewer[]> = {
	municipality: [...VIEWERS],
	subject: [...VIEWERS],
	reporting_group: PERSONS,
	target_group: PERSONS,
	legal_basis: [...VIEWERS],
	search_vocabulary: [...VIEWERS],
	search_synonym: [...VIEWERS]
};

async function seenBy(viewer: Viewer, relation: string, column: string): Promise<Seen> {
	const { data, error, status } = await world
		.as(viewer)
		.from(relation as never)
		.select(column);
	if (error) {
		expect(error.code).toBe('42501');
		expect(status).toBe(viewer === 'anonymous' ? 401 : 403);
		return 'refused';
	}
	const labels = (data as unknown as Row[]).map((row) => {
		const value = row[column];
		return value === null ? 'everybody' : (names.get(String(value)) ?? `unknown ${String(value)}`);
	});
	return [...new Set(labels)].sort();
}

describe.each(Object.entries(relations))('of %s', (relation, [column, seen]) => {
	test.each(VIEWERS)('%s sees exactly their own rows', async (viewer) => {
		const nothing = viewer === 'anonymous' ? 'refused' : [];
		expect(await seenBy(viewer, relation, column)).toEqual(seen[viewer] ?? nothing);
	});
});

describe.each(Object.entries(shared))('all of %s', (relation, viewers) => {
	test.each(VIEWERS)('is shown to %s, if to anyone like them', async (viewer) => {
		const { count, error } = await world
			.as(viewer)
			.from(relation as never)
			.select('*', { count: 'exact', head: true });
		const [all] = await world.sql<{ count: number }>(`select count(*)::int from ${relation}`);
		if (viewers.includes(viewer)) expect(count).toBe(all!.count);
		else expect(error).not.toBeNull();
	});
});

test('no relation is left out of these tests', async () => {
	const known = await world.sql<{ name: string }>(
		`select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p', 'f')`
	);
	const tested = [...Object.keys(relations), ...Object.keys(shared), 'event'].sort();
	expect(tested).toEqual(known.map((relation) => relation.name).sort());
});

describe('of the history', () => {
	const moves = async (viewer: Viewer) => {
		const { data } = await world.as(viewer).from('event').select('kind, subject_id').order('id');
		return (data ?? [])
			.filter((event) => names.get(event.subject_id)?.startsWith('awarded'))
			.map((event) => event.kind);
	};

	test.each(NORTH)('%s sees every move of a need of the job centre', async (viewer) => {
		expect(await moves(viewer)).toEqual(
			expect.arrayContaining([
				'need.created',
				'quote.submitted',
				'quote.accepted',
				'quote.rejected'
			])
		);
	});

	test('the school that was chosen sees its own part', async () => {
		expect(await moves('leader')).toEqual([
			'quote_request.sent',
			'quote.submitted',
			'order.approved',
			'engagement.active',
			'order.change_proposed',
			'order.change_accepted'
		]);
	});

	test('the school that was not chosen sees that, and nothing of the other', async () => {
		expect(await moves('rival')).toEqual([
			'quote_request.sent',
			'quote.submitted',
			'quote.rejected'
		]);
	});

	test.each([...SOUTH, 'outsider', 'anonymous'] as const)('%s sees nothing', async (viewer) => {
		expect(await moves(viewer)).toEqual([]);
	});

	test('no event tells an organisation of a school that is not itself', async () => {
		for (const viewer of SCHOOLS) {
			const { data } = await world.as(viewer).from('event').select('provider_id');
			const providers = new Set((data ?? []).map((event) => names.get(event.provider_id!)));
			expect([...providers]).toEqual([names.get(world.organisations[PEOPLE[viewer].of])]);
		}
	});
});
