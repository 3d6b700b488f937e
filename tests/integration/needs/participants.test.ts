import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys, needInput, type Input } from '../../fixtures/journey';
import { cprIn, describeMove } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

const limits = (input: Input = {}) => ({
	target_group_code: 'activity_ready',
	session_hours_max: 1.5,
	weekly_hours_max: 6,
	danish_level: 'A1',
	...input
});
const add = (who: Viewer, p_need: string, p_version: number, p_id: string, input: Input = {}) =>
	world.call(who, 'add_participant', { p_need, p_version, p_id, p_candidate: limits(input) });
const remove = (who: Viewer, p_need: string, p_version: number, p_id: string) =>
	world.call(who, 'remove_participant', { p_need, p_version, p_id });

const change = (who: Viewer, p_need: string, p_version: number, p_id: string, input: Input = {}) =>
	world.call(who, 'change_participant', {
		p_need,
		p_version,
		p_id,
		p_limits: { session_hours_max: 3, weekly_hours_max: 5, danish_level: 'B1', ...input }
	});

const versionOf = async ({ need }: { need: string }) =>
	(await world.sql<{ version: number }>('select version from need where id = $1', [need]))[0]!
		.version;
const asks = async (need: string) =>
	(
		await world.sql(
			`select participants, session_hours_max::float8 as session, weekly_hours_max::float8 as week, danish_level
			from need where id = $1`,
			[need]
		)
	)[0];
/** A draft for two: one manages 2 hours at a time, 4 a week and A2, the other 1.5, 6 and A1. */
async function aDraftForTwo() {
	const { need } = await on.aDraftNeed();
	const id = randomUUID();
	await add('broker', need, 1, id);
	return { need, id };
}

describeMove('adding a participant', {
	world: () => world,
	subject: async () => ({ ...(await on.aDraftNeed()), id: randomUUID() }),
	versionOf,
	move: (who, { need, id }, version) => add(who, need, version, id),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		open: ({ need }) => world.call('broker', 'submit_need', { p_id: need, p_version: 1 })
	},
	leaves: { events: ['need.changed'], told: {}, mailed: {} }
});

describeMove('removing a participant', {
	world: () => world,
	subject: aDraftForTwo,
	versionOf,
	move: (who, { need, id }, version) => remove(who, need, version, id),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		open: ({ need }) => world.call('broker', 'submit_need', { p_id: need, p_version: 2 })
	},
	leaves: { events: ['need.changed'], told: {}, mailed: {} }
});

describeMove('changing what a participant manages', {
	world: () => world,
	subject: aDraftForTwo,
	versionOf,
	move: (who, { need, id }, version) => change(who, need, version, id),
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		open: ({ need }) => world.call('broker', 'submit_need', { p_id: need, p_version: 2 })
	},
	leaves: { events: ['need.changed'], told: {}, mailed: {} }
});

describe('a need for several', () => {
	test('asks for what they manage when it is said anew, of its own candidate too', async () => {
		const { need, id } = await aDraftForTwo();
		await change('broker', need, 2, id, { danish_level: null });
		expect(await asks(need)).toEqual({ participants: 2, session: 2, week: 4, danish_level: null });
		const [own] = await world.sql<{ id: string }>(
			'select id from need_participant where need_id = $1 and id <> $2',
			[need, id]
		);
		await change('broker', need, 3, id, { danish_level: 'B1' });
		await change('broker', need, 4, own!.id, { danish_level: 'B2' });
		expect(await asks(need)).toEqual({ participants: 2, session: 3, week: 5, danish_level: 'B1' });
		// The same again is nothing new, and nothing stale.
		await change('broker', need, 4, own!.id, { danish_level: 'B2' });
		expect(await versionOf({ need })).toBe(5);
		expect(await outcome(change('broker', need, 5, id, { danish_level: 'Z9' }))).toMatchObject({
			code: 'invalid',
			field: 'danish_level'
		});
		expect(await outcome(change('broker', need, 5, id, { session_hours_max: 6 }))).toMatchObject({
			code: 'invalid'
		});
		const other = await aDraftForTwo();
		expect(await outcome(change('broker', need, 5, other.id))).toMatchObject({ code: 'not_found' });
	});

	test('is not sent while a level that its template demands is unknown of one of them', async () => {
		const template = randomUUID();
		await world.call('coordinator', 'save_need_template', {
			p_id: template,
			p_job_centre: world.organisations.north,
			p_version: 0,
			p_template: {
				title: 'Ti ord',
				fields: [{ field: 'danish_level', help: null, is_required: true }]
			}
		});
		const need = randomUUID();
		await world.call('broker', 'begin_templated_need', {
			p_id: need,
			p_job_centre: world.organisations.north,
			p_template: template,
			p_need: needInput() as never
		});
		const id = randomUUID();
		await add('broker', need, 1, id, { danish_level: null });
		const submit = (p_version: number) =>
			outcome(world.call('broker', 'submit_need', { p_id: need, p_version }));
		expect(await submit(2)).toMatchObject({ code: 'need_incomplete', missing: ['danish_level'] });
		await change('broker', need, 2, id);
		expect(await submit(3)).toBe('ok');
	});

	test('asks for what all of them manage, and for the same as before when it is about one again', async () => {
		const { need, id } = await aDraftForTwo();
		expect(await asks(need)).toEqual({
			participants: 2,
			session: 1.5,
			week: 4,
			danish_level: 'A1'
		});
		await add('broker', need, 2, randomUUID(), { session_hours_max: 1, danish_level: null });
		expect(await asks(need)).toEqual({ participants: 3, session: 1, week: 4, danish_level: null });
		const [third] = await world.sql<{ id: string }>(
			'select id from need_participant where need_id = $1 and session_hours_max = 1',
			[need]
		);
		await remove('broker', need, 3, third!.id);
		await remove('broker', need, 4, id);
		expect(await asks(need)).toEqual({ participants: 1, session: 2, week: 4, danish_level: 'A2' });
		expect(await world.sql('select from need_participant where need_id = $1', [need])).toEqual([]);
	});

	test('is kept to it when a form says otherwise', async () => {
		const { need } = await aDraftForTwo();
		const p_need = {
			target_group_code: 'activity_ready',
			session_hours_max: 4,
			weekly_hours_max: 20
		};
		await world.call('broker', 'save_need', {
			p_id: need,
			p_job_centre: world.organisations.north,
			p_version: 2,
			p_need
		});
		expect(await asks(need)).toMatchObject({ participants: 2, session: 1.5, week: 4 });
	});

	test('tells schools what each manages and not who, and the level of Danish only when it is shared', async () => {
		const brief = async (shared_fields: string[]) => {
			const { need } = await on.aDraftNeed({ shared_fields });
			await add('broker', need, 1, randomUUID());
			await world.call('broker', 'submit_need', { p_id: need, p_version: 2 });
			const [row] = await world.sql<{ participants: number; participant_limits: object[] }>(
				'select participants, participant_limits from need_brief where need_id = $1',
				[need]
			);
			return row!;
		};
		expect(await brief(['danish_level'])).toEqual({
			participants: 2,
			participant_limits: [
				{ session_hours_max: 1.5, weekly_hours_max: 6, danish_level: 'A1' },
				{ session_hours_max: 2, weekly_hours_max: 4, danish_level: 'A2' }
			]
		});
		const { participant_limits } = await brief([]);
		expect(participant_limits).toMatchObject([{ danish_level: null }, { danish_level: null }]);
	});

	test('gives way for all of them when a suggestion is taken', async () => {
		const { need } = await aDraftForTwo();
		await world.call('broker', 'submit_need', { p_id: need, p_version: 2 });
		await world.call('broker', 'adjust_need', {
			p_id: need,
			p_version: 3,
			p_change: { weekly_hours_max: 5 }
		});
		expect(await asks(need)).toMatchObject({ week: 5 });
		expect(
			await world.sql(
				'select weekly_hours_max::float8 as week from need_participant where need_id = $1 order by 1',
				[need]
			)
		).toEqual([{ week: 5 }, { week: 6 }]);
	});

	test('counts each of them as placed, and as upskilled once the training has begun', async () => {
		const { need } = await aDraftForTwo();
		await world.call('broker', 'submit_need', { p_id: need, p_version: 2 });
		const rows = () =>
			world.sql<{ is_placed: boolean; is_upskilled: boolean }>(
				`select is_placed, is_upskilled from candidate_row
				where candidate_id in (select candidate_id from need_participant where need_id = $1)`,
				[need]
			);
		expect(await rows()).toEqual(Array(2).fill({ is_placed: true, is_upskilled: false }));
		await world.call('broker', 'request_quotes', {
			p_need: need,
			p_requests: [{ provider_id: world.organisations.language }],
			p_answer_by: inDays(10)
		});
		const [request] = await world.sql<{ id: string }>(
			'select id from quote_request where need_id = $1',
			[need]
		);
		const { id: order } = await on.accept(await on.submitQuote('leader', request!.id));
		await world.call('leader', 'start_engagement', {
			p_id: await on.engagementOf(order),
			p_version: 1,
			p_started_on: inDays(0)
		});
		expect(await rows()).toEqual(Array(2).fill({ is_placed: true, is_upskilled: true }));
	});
});

describe('a participant that is added', () => {
	test('is nobody who is there already', async () => {
		const { need } = await on.aDraftNeed({ candidate_alias: 'K-8301' });
		const again = { status: 422, field: 'candidate_alias', reason: 'added_before' };
		const named = { candidate_alias: 'k-8301' };
		expect(await outcome(add('broker', need, 1, randomUUID(), named))).toMatchObject(again);
		await add('broker', need, 1, randomUUID(), { candidate_alias: 'K-8302' });
		const other = add('broker', need, 2, randomUUID(), { candidate_alias: 'K-8302' });
		expect(await outcome(other)).toMatchObject(again);
	});

	test('is forgotten when it is removed, unless it was known before', async () => {
		const isKnown = async (alias: string) =>
			(await world.sql('select from candidate where alias = $1', [alias])).length === 1;
		await on.aDraftNeed({ candidate_alias: 'K-8303' });
		const { need } = await on.aDraftNeed();
		const [known, brought] = [randomUUID(), randomUUID()];
		await add('broker', need, 1, known, { candidate_alias: 'K-8303' });
		await add('broker', need, 2, brought, { candidate_alias: 'K-8304' });
		await remove('broker', need, 3, brought);
		await remove('broker', need, 4, known);
		expect([await isKnown('K-8303'), await isKnown('K-8304')]).toEqual([true, false]);
	});

	test.each<[Input, object]>([
		[{ session_hours_max: 13, weekly_hours_max: 20 }, { field: 'session_hours_max' }],
		[
			{ session_hours_max: 7 },
			{ code: 'invalid', constraint: 'need_participant_session_within_week' }
		],
		[{ danish_level: 'D1' }, { field: 'danish_level' }],
		[{ target_group_code: 'unheard_of' }, { field: 'target_group_code' }],
		[{ candidate_alias: 'Amina' }, { field: 'candidate_alias', reason: 'not_an_alias' }],
		[{ candidate_alias: '0101701234' }, cprIn('candidate_alias')]
	])('with %j is refused', async (input, refusal) => {
		const { need } = await on.aDraftNeed();
		expect(await outcome(add('broker', need, 1, randomUUID(), input))).toMatchObject(refusal);
	});

	test("the need's own candidate stays", async () => {
		const { need } = await aDraftForTwo();
		const [own] = await world.sql<{ id: string }>(
			`select need_participant.id from need_participant join need on need.id = need_id
			where need_id = $1 and need.candidate_id = need_participant.candidate_id`,
			[need]
		);
		expect(await outcome(remove('broker', need, 2, own!.id))).toMatchObject({
			status: 422,
			reason: 'own_candidate'
		});
	});
});
