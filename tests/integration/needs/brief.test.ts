import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

/** What each consent shares, as the school reads it. */
const shares = {
	target_group: { target_group_code: 'activity_ready' },
	workplace: {
		workplace: 'Køkkenet på plejehjemmet',
		tasks: 'Anretter og vasker op',
		has_buddy: true
	},
	danish_level: { danish_level: 'A2' },
	accommodations: { accommodations: ['breaks'], accommodation_note: 'Pause hver halve time' },
	candidate_wish: { candidate_wish: 'Vil gerne tale med kollegerne' },
	work_times: {
		work_times: [{ weekday: 1, starts: '08:00:00', ends: '12:00:00' }],
		free_times: [{ weekday: 2, starts: '10:00:00', ends: '14:00:00' }]
	}
} as const;
const consents = Object.keys(shares) as (keyof typeof shares)[];
const all = Object.assign({}, ...Object.values(shares)) as Record<string, unknown>;
const none = Object.fromEntries(Object.keys(all).map((column) => [column, null]));

async function briefFor(shared_fields: string[]) {
	const { need } = await journeys(world).aRequest({
		shared_fields,
		has_buddy: true,
		free_times: [{ weekday: 2, starts: '10:00', ends: '14:00' }]
	});
	const { data } = await world
		.as('leader')
		.from('need_brief')
		.select(Object.keys(all).join(','))
		.eq('need_id', need)
		.single();
	return data;
}

describe('an asked school reads', () => {
	test('nothing of the candidate when nothing was agreed', async () => {
		expect(await briefFor([])).toEqual(none);
	});

	test.each(consents)('only %s when only that was agreed', async (consent) => {
		expect(await briefFor([consent])).toEqual({ ...none, ...shares[consent] });
	});

	test.each(consents)('all but %s when all but that was agreed', async (consent) => {
		const hidden = Object.fromEntries(Object.keys(shares[consent]).map((column) => [column, null]));
		const agreed = consents.filter((other) => other !== consent);
		expect(await briefFor(agreed)).toEqual({ ...all, ...hidden });
	});

	test('always the goal, the hours, the place and the start, what is wanted of the training, and who asks', async () => {
		const wanted = {
			good_enough: 'Kan tage imod en bestilling',
			delivery_form: 'one_to_one',
			certificate_kind: 'amu',
			support: ['interpreter'],
			ends_by: inDays(90)
		};
		const { need } = await journeys(world).aRequest({ shared_fields: [], ...wanted });
		const { data } = await world
			.as('leader')
			.from('need_brief')
			.select()
			.eq('need_id', need)
			.single();
		expect(data).toMatchObject({
			job_centre_id: world.organisations.north,
			goal: 'Forstå beskeder i køkkenet',
			hours_wanted: 20,
			session_hours_max: 2,
			weekly_hours_max: 4,
			place: 'workplace',
			starts_on: inDays(30),
			...wanted
		});
	});
});

test('a school that was let go no longer reads the brief', async () => {
	const { need, request } = await journeys(world).aRequest();
	const read = async () =>
		(await world.as('leader').from('need_brief').select('need_id').eq('need_id', need)).data;
	expect(await read()).toHaveLength(1);
	await world.call('broker', 'withdraw_request', { p_id: request });
	expect(await read()).toEqual([]);
});

test('the brief has no column for alias, price ceiling, funding or owner', async () => {
	const columns = await world.sql<{ name: string }>(
		`select column_name as name from information_schema.columns where table_name = 'need_brief'`
	);
	const names = columns.map((column) => column.name);
	for (const secret of [
		'candidate_id',
		'alias',
		'price_ceiling_ore',
		'funding_source_id',
		'owner_id'
	]) {
		expect(names).not.toContain(secret);
	}
});
