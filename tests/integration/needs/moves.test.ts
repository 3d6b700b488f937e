import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { inDays, PERSONS, type Person, type Viewer } from '../../fixtures/cast';
import { journeys, needInput, type Input } from '../../fixtures/journey';
import {
	cprIn,
	describeMove,
	missing,
	notAllowed,
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

type Need = { need: string };
const versionOf = ({ need }: Need) => on.version('need', need);
const submit = (who: Viewer, { need }: Need, p_version: number) =>
	world.call(who, 'submit_need', { p_id: need, p_version });
const withdraw = (who: Viewer, { need }: Need, p_version: number, p_reason = 'Ikke aktuelt') =>
	world.call(who, 'withdraw_need', { p_id: need, p_version, p_reason });
const close = (who: Viewer, { need }: Need, p_version: number, p_reason = 'Ingen kan') =>
	world.call(who, 'close_need_unmet', { p_id: need, p_version, p_reason });
const now = async (move: typeof withdraw, it: Need) => move('broker', it, await versionOf(it));

async function save(who: Viewer, need: string, version: number, input: Input = {}, of = 'north') {
	const answer = await world.call(who, 'save_need', {
		p_id: need,
		p_job_centre: world.organisations[of as 'north'],
		p_version: version,
		p_need: needInput(input) as Json
	});
	return answer as { id: string; version: number };
}

describe('a draft', () => {
	test.each(['broker', 'colleague', 'coordinator'] as const)('is made by %s', async (who) => {
		expect(await save(who, randomUUID(), 0)).toMatchObject({ version: 1 });
	});

	test('is made for a job centre by its own brokers and coordinators only', async () => {
		const traces = await world.traces(async () => {
			for (const who of PERSONS) {
				if (['broker', 'colleague', 'coordinator'].includes(who)) continue;
				expect(await outcome(save(who, randomUUID(), 0))).toEqual(notFound);
			}
			expect(await outcome(save('anonymous', randomUUID(), 0))).toEqual(signedOut);
		});
		expect(traces).toEqual(nothing);
	});

	test('is changed by its own broker or a coordinator; a colleague sees it only', async () => {
		const { need } = await on.aDraftNeed();
		expect(await outcome(save('colleague', need, 1))).toEqual(notAllowed);
		expect(await outcome(save('southBroker', need, 1, {}, 'south'))).toEqual(notFound);
		expect(await save('broker', need, 1)).toMatchObject({ version: 2 });
		expect(await save('coordinator', need, 2)).toMatchObject({ version: 3 });
	});

	test('is made once when its first form is sent twice', async () => {
		const id = randomUUID();
		const twice = async () => {
			const answers = await Promise.all([save('broker', id, 0), save('broker', id, 0)]);
			expect(answers[0]).toEqual(answers[1]);
		};
		expect(await world.traces(twice)).toEqual({ ...nothing, events: ['need.created'] });
	});

	test('that somebody else has changed meanwhile is not overwritten, and says who did', async () => {
		const { need } = await on.aDraftNeed();
		await save('coordinator', need, 1, { goal: 'Koordinatorens ord' });
		const refusal = await outcome(save('broker', need, 1, { goal: 'Jobformidlerens ord' }));
		expect(refusal).toMatchObject({
			status: 409,
			code: 'stale',
			actor: 'Jobcenter Nord',
			kind: 'need.changed'
		});
		const [row] = await world.sql('select goal from need where id = $1', [need]);
		expect(row).toEqual({ goal: 'Koordinatorens ord' });
	});

	test('keeps the alias that it was given when it is saved again without one', async () => {
		const { need } = await on.aDraftNeed();
		const candidate = () => world.sql('select candidate_id from need where id = $1', [need]);
		const before = await candidate();
		await save('broker', need, 1);
		expect(await candidate()).toEqual(before);
	});

	test('may correct the target group of a candidate that nothing else is said of', async () => {
		const { need } = await on.aDraftNeed();
		await save('broker', need, 1, { target_group_code: 'job_ready' });
		const [row] = await world.sql<{ alias: string; target_group_code: string }>(
			`select alias, target_group_code from candidate join need on candidate.id = candidate_id
			where need.id = $1`,
			[need]
		);
		expect(row!.target_group_code).toBe('job_ready');
		await save('broker', randomUUID(), 0, {
			candidate_alias: row!.alias,
			target_group_code: 'job_ready'
		});
		const again = save('broker', need, 2, { target_group_code: 'activity_ready' });
		expect(await outcome(again)).toMatchObject({
			status: 422,
			field: 'target_group_code',
			reason: 'candidate_has_other',
			target_group: 'job_ready'
		});
	});

	describe('whose alias is corrected', () => {
		const isKnown = async (alias: string) =>
			(await world.sql('select from candidate where alias = $1', [alias])).length === 1;
		const named = (candidate_alias: string) => ({ candidate_alias });

		test('leaves no candidate behind that it made by mistake, however often', async () => {
			const { need } = await on.aDraftNeed(named('K-8101'));
			await save('broker', need, 1, named('k-8102 '));
			expect(await isKnown('K-8101')).toBe(false);
			await save('broker', need, 2, { ...named('K-8102'), goal: 'Noget andet' });
			await save('broker', need, 3, named('K-8103'));
			expect(await isKnown('K-8102')).toBe(false);
			expect(await isKnown('K-8103')).toBe(true);
		});

		test('leaves the number that it was given itself', async () => {
			const { need } = await on.aDraftNeed();
			const [given] = await world.sql<{ alias: string }>(
				'select alias from candidate join need on candidate.id = candidate_id where need.id = $1',
				[need]
			);
			await save('broker', need, 1, named('K-8104'));
			expect(await isKnown(given!.alias)).toBe(false);
		});

		test('leaves a candidate alone who was known before, or of whom another need tells', async () => {
			await on.aDraftNeed(named('K-8105'));
			const { need } = await on.aDraftNeed(named('K-8105'));
			await save('broker', need, 1, named('K-8106'));
			expect(await isKnown('K-8105')).toBe(true);

			await world.sql(
				`insert into candidate (job_centre_id, alias, target_group_code)
				values ($1, 'K-8107', 'activity_ready')`,
				[world.organisations.north]
			);
			await save('broker', need, 2, named('K-8107'));
			expect(await isKnown('K-8106')).toBe(false);
			await save('broker', need, 3, named('K-8108'));
			expect(await isKnown('K-8107')).toBe(true);
		});
	});

	test('is no longer changed when it has been sent', async () => {
		const { need } = await on.anOpenNeed();
		expect(await outcome(save('broker', need, 2))).toMatchObject(wrongState('open'));
	});

	test.each([
		[{ candidate_alias: 'Amina' }, 'candidate_alias'],
		[{ target_group_code: 'unheard_of' }, 'target_group_code'],
		[{ subject_code: 'unheard_of' }, 'subject_code'],
		[{ funding_source_id: randomUUID() }, 'funding_source_id'],
		[{ participants: 0 }, 'participants'],
		[{ hours_wanted: 0.33 }, 'hours_wanted'],
		[{ session_hours_max: 13, weekly_hours_max: 20 }, 'session_hours_max'],
		[{ weekly_hours_max: 38 }, 'weekly_hours_max'],
		[{ place: 'moon' }, 'place'],
		[{ danish_level: 'D1' }, 'danish_level'],
		[{ accommodations: ['diagnosis'] }, 'accommodations'],
		[{ shared_fields: ['first_name'] }, 'shared_fields'],
		[{ goal: wordsOf(501) }, 'goal'],
		[{ tasks: wordsOf(501) }, 'tasks'],
		[{ workplace: wordsOf(121) }, 'workplace'],
		[{ candidate_wish: wordsOf(501) }, 'candidate_wish'],
		[{ accommodation_note: wordsOf(301) }, 'accommodation_note'],
		[{ price_ceiling_ore: -1 }, 'price_ceiling_ore']
	])('with %j is refused, at the field %s', async (input, field) => {
		const traces = await world.traces(async () => {
			const refusal = await outcome(save('broker', randomUUID(), 0, input as Input));
			expect(refusal).toMatchObject({ status: 422, code: 'invalid', field });
		});
		expect(traces).toEqual(nothing);
	});

	test.each([{ hours_wanted: 'mange' }, { starts_on: 'snart' }, { funding_source_id: 'ingen' }])(
		'with %j is refused as invalid and is no fault',
		async (input) => {
			const refusal = await outcome(save('broker', randomUUID(), 0, input));
			expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
		}
	);

	test('whose session is longer than its week is refused', async () => {
		const input = { session_hours_max: 5, weekly_hours_max: 4 };
		const refusal = await outcome(save('broker', randomUUID(), 0, input));
		expect(refusal).toMatchObject({ status: 422, constraint: 'need_session_within_week' });
	});
});

describeMove('sending a need', {
	world: () => world,
	subject: () => on.aDraftNeed(),
	move: submit,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need.created' },
	illegal: { withdrawn: (it) => now(withdraw, it) },
	leaves: { events: ['need.submitted'], told: {}, mailed: {} }
});

describe('a need', () => {
	test.each([
		[{ subject_code: null }, 'subject_code'],
		[{ goal: null }, 'goal'],
		[{ session_hours_max: null }, 'session_hours_max'],
		[{ weekly_hours_max: null }, 'weekly_hours_max'],
		[{ place: null }, 'place'],
		[{ starts_on: null }, 'starts_on'],
		[{ has_consent: false }, 'has_consent']
	])('with %j is not sent, and is told what is missing', async (input, field) => {
		const it = await on.aDraftNeed(input as Input);
		const refusal = await outcome(submit('broker', it, 1));
		expect(refusal).toEqual({ status: 422, code: 'need_incomplete', missing: [field] });
	});

	test('that names a placement makes the job centre know of it, once', async () => {
		const first = await on.anOpenNeed({ candidate_alias: 'K-7001' });
		await on.anOpenNeed({ candidate_alias: 'K-7001' });
		const placements = await world.sql(
			`select placement.kind, placement.workplace from placement
			join need on need.candidate_id = placement.candidate_id where need.id = $1`,
			[first.need]
		);
		expect(placements).toEqual([{ kind: 'internship', workplace: 'Køkkenet på plejehjemmet' }]);
	});
});

const adjust = (
	who: Viewer,
	{ need }: Need,
	p_version: number,
	p_change: Json = { place: 'any' }
) => world.call(who, 'adjust_need', { p_id: need, p_version, p_change });

describeMove('adjusting an open need', {
	world: () => world,
	subject: () => on.anOpenNeed(),
	move: adjust,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need.submitted' },
	illegal: { withdrawn: (it) => now(withdraw, it) },
	leaves: { ...nothing, events: ['need.adjusted'] }
});

describe('an adjusted need', () => {
	test('says the same to the broker and to schools that are asked later', async () => {
		const it = await on.anOpenNeed();
		const change = { session_hours_max: 3, weekly_hours_max: 6, hours_wanted: 30, place: 'any' };
		await adjust('broker', it, 2, change);
		await adjust('broker', it, 3, { price_ceiling_ore: 5_000_000 });
		const columns = 'session_hours_max, weekly_hours_max, hours_wanted, place';
		const [need] = await world.sql(`select ${columns}, price_ceiling_ore from need where id = $1`, [
			it.need
		]);
		const [brief] = await world.sql(`select ${columns} from need_brief where need_id = $1`, [
			it.need
		]);
		expect(need).toEqual({ ...change, price_ceiling_ore: 5_000_000 });
		expect(brief).toEqual(change);
	});

	test('is refused once schools have been asked, as they answer what they were shown', async () => {
		const it = await on.aRequest();
		expect(await outcome(now(adjust, it))).toEqual({ status: 409, code: 'schools_asked' });
	});

	test.each([
		[{}],
		[{ state: 'completed' }],
		[{ owner_id: randomUUID() }],
		[{ place: 'any', goal: 'Noget andet' }],
		[{ place: 'the moon' }],
		[{ session_hours_max: 13 }],
		[{ session_hours_max: 'many' }],
		[null]
	])('cannot be %j', async (change) => {
		const it = await on.anOpenNeed();
		const refusal = await outcome(adjust('broker', it, 2, change as Json));
		expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
	});
});

describe('asking openly', () => {
	const ask = (who: Viewer, p_need: string) =>
		world.call(who, 'ask_openly', { p_need, p_answer_by: inDays(10) });
	/** No school teaches its subject online. */
	const nothingFits = { place: 'online' };
	const askedSchools = async (need: string) => {
		const rows = await world.sql<{ provider_id: string; module_id: null }>(
			'select provider_id, module_id from quote_request where need_id = $1',
			[need]
		);
		expect(rows.every(({ module_id }) => module_id === null)).toBe(true);
		return rows.map(({ provider_id }) => provider_id).sort();
	};

	test('reaches the schools that teach the subject, and tells the coordinator', async () => {
		const { need } = await on.anOpenNeed(nothingFits);
		const traces = await world.traces(async () => {
			expect(await ask('broker', need)).toBe(1);
			expect(await ask('broker', need)).toBe(0);
		});
		expect(await askedSchools(need)).toEqual([world.organisations.language]);
		const told = { leader: ['quote_request.sent'], coordinator: ['need.asked_openly'] };
		expect(traces).toEqual({
			events: ['quote_request.sent', 'need.asked_openly'],
			told,
			mailed: told
		});
	});

	test('reaches all schools of the region when none teaches the subject', async () => {
		const { need } = await on.anOpenNeed({ subject_code: 'it' });
		await ask('coordinator', need);
		const region = await world.sql<{ id: string }>(
			`select school.id from organisation school join municipality on code = school.municipality_code
			where school.kind = 'provider' and region = (
				select region from organisation join municipality on code = municipality_code where id = $1
			)`,
			[world.organisations.north]
		);
		expect(region.length).toBeGreaterThan(1);
		expect(await askedSchools(need)).toEqual(region.map(({ id }) => id).sort());
	});

	test('is refused while a module fits', async () => {
		const { need } = await on.anOpenNeed();
		expect(await outcome(ask('broker', need))).toEqual({ status: 409, code: 'modules_fit' });
	});

	test('is for the broker of the need and the coordinator', async () => {
		const { need } = await on.anOpenNeed(nothingFits);
		for (const who of PERSONS.filter((person) => !['broker', 'coordinator'].includes(person))) {
			const sees = ['colleague', 'approver'].includes(who);
			expect({ [who]: await outcome(ask(who, need)) }).toEqual({
				[who]: sees ? notAllowed : notFound
			});
		}
		expect(await outcome(ask('anonymous', need))).toEqual(signedOut);
		expect(await askedSchools(need)).toEqual([]);
	});
});

const askedSchoolsHear = {
	leader: ['quote_request.closed'],
	rival: ['quote_request.closed']
};
const closing = [
	'quote.rejected',
	'quote.rejected',
	'quote_request.closed',
	'quote_request.closed'
];

describeMove('withdrawing a need', {
	world: () => world,
	subject: () => on.aQuote(),
	move: withdraw,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need.submitted' },
	illegal: {
		'closed as unmet': (it) => now(close, it),
		awarded: (it) => on.accept(it.quote)
	},
	leaves: {
		events: [...closing, 'need.withdrawn'],
		told: askedSchoolsHear,
		mailed: askedSchoolsHear
	}
});

describeMove('closing a need that nobody can meet', {
	world: () => world,
	subject: () => on.aQuote(),
	move: close,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		withdrawn: (it) => now(withdraw, it),
		awarded: (it) => on.accept(it.quote)
	},
	leaves: {
		events: [...closing, 'need.closed_unmet'],
		told: { ...askedSchoolsHear, coordinator: ['need.closed_unmet'] },
		mailed: { ...askedSchoolsHear, coordinator: ['need.closed_unmet'] }
	}
});

const copy = (who: Viewer, { need }: Need, p_new: string) =>
	world.call(who, 'copy_need', { p_id: need, p_new });
/** The copy's id is the form's: one for each need and person. */
const copies = new Map<string, string>();
const copyOf = (who: Viewer, { need }: Need) => {
	const key = `${who} ${need}`;
	if (!copies.has(key)) copies.set(key, randomUUID());
	return copies.get(key)!;
};

describeMove('copying a need', {
	world: () => world,
	subject: () => on.anOpenNeed(),
	move: (who, it) => copy(who, it, copyOf(who, it)),
	may: ['broker', 'colleague', 'coordinator'],
	mayOnlySee: ['approver'],
	leaves: { events: ['need.copied'], told: {}, mailed: {} }
});

describe('a copy', () => {
	test('says what the need says, about a candidate of its own and without what was theirs', async () => {
		const it = await on.anOpenNeed({
			candidate_alias: 'K-8201',
			price_ceiling_ore: 900_000,
			has_buddy: true,
			support: ['interpreter'],
			ends_by: inDays(90)
		});
		const id = randomUUID();
		await copy('colleague', it, id);
		const [row] = await world.sql(
			`select need.*, candidate.alias, candidate.target_group_code, (
				select jsonb_agg(jsonb_build_object('weekday', weekday, 'starts', starts, 'ends', ends))
				from need_work_time where need_id = need.id
			) as work_times, (select count(*)::int from need_free_time where need_id = need.id) as free_times
			from need join candidate on candidate.id = candidate_id where need.id = $1`,
			[id]
		);
		expect(row).toMatchObject({
			state: 'draft',
			version: 1,
			owner_id: world.people.colleague.id,
			copied_from: it.need,
			brought_candidate: true,
			target_group_code: 'activity_ready',
			goal: 'Forstå beskeder i køkkenet',
			accommodations: ['breaks'],
			shared_fields: ['workplace', 'danish_level'],
			price_ceiling_ore: 900_000,
			candidate_wish: null,
			has_consent: false,
			has_buddy: true,
			support: ['interpreter'],
			work_times: [{ weekday: 1, starts: '08:00:00', ends: '12:00:00' }],
			free_times: 1
		});
		expect(row!.alias).not.toBe('K-8201');
	});

	test('does not begin on a day that has passed, nor take over another need', async () => {
		const it = await on.anOpenNeed();
		await world.sql(`update need set starts_on = current_date - 9 where id = $1`, [it.need]);
		const id = randomUUID();
		await copy('broker', it, id);
		expect(await world.sql('select starts_on from need where id = $1', [id])).toEqual([
			{ starts_on: null }
		]);
		const taken = { status: 422, code: 'invalid', field: 'new_id', reason: 'unknown' };
		expect(await outcome(copy('colleague', it, id))).toEqual(taken);
		expect(await outcome(copy('broker', await on.anOpenNeed(), id))).toEqual(taken);
	});
});

const handOver = (who: Viewer, { need }: Need, p_version: number, to: Person = 'colleague') =>
	world.call(who, 'hand_over_need', { p_id: need, p_version, p_to: world.people[to].id });

describeMove('handing a need to a colleague', {
	world: () => world,
	subject: () => on.anOpenNeed(),
	move: handOver,
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need.submitted' },
	illegal: { withdrawn: (it) => now(withdraw, it), 'closed as unmet': (it) => now(close, it) },
	leaves: {
		events: ['need.handed_over'],
		told: { colleague: ['need.handed_over'] },
		mailed: { colleague: ['need.handed_over'] }
	}
});

describe('a need that is handed over', () => {
	test('is its new owner’s, and no longer the old one’s', async () => {
		const it = await on.anOpenNeed();
		await handOver('broker', it, 2);
		expect(await outcome(now(withdraw, it))).toEqual(notAllowed);
		expect(await outcome(withdraw('colleague', it, 3))).toBe('ok');
	});

	test('by a coordinator is told of to whoever had it', async () => {
		const it = await on.anOpenNeed();
		const { told } = await world.traces(() => handOver('coordinator', it, 2));
		expect(told).toEqual({ broker: ['need.handed_on'], colleague: ['need.handed_over'] });
	});

	test.each(['approver', 'southBroker', 'leader'] as const)('cannot go to %s', async (to) => {
		const it = await on.anOpenNeed();
		expect(await outcome(handOver('broker', it, 2, to))).toEqual({
			status: 422,
			code: 'invalid',
			field: 'to',
			reason: 'unknown'
		});
	});
});

const again = (who: Viewer, it: Need, p_version: number, input: Input = {}) =>
	world.call(who, 'ask_again', {
		p_id: it.need,
		p_version,
		p_providers: [world.organisations.language, world.organisations.business],
		p_answer_by: inDays(14),
		p_starts_on: inDays(40),
		...input
	} as never);
async function anUnmetNeed() {
	const it = await on.aQuote();
	await now(close, it);
	return it;
}

describeMove('asking again after a round that nobody could meet', {
	world: () => world,
	subject: anUnmetNeed,
	move: (who, it, version) => again(who, it, version),
	versionOf,
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need.closed_unmet' },
	leaves: {
		events: ['need.asked_again', 'quote_request.sent', 'quote_request.sent'],
		told: { leader: ['quote_request.sent'], rival: ['quote_request.sent'] },
		mailed: { leader: ['quote_request.sent'], rival: ['quote_request.sent'] }
	}
});

describe('a need that is asked about again', () => {
	const oneSchool = () => ({ p_providers: [world.organisations.language] });

	test('is open, with a new start that schools see, and keeps its history', async () => {
		const it = await anUnmetNeed();
		await again('broker', it, await versionOf(it), oneSchool());
		const [row] = await world.sql(
			`select need.state, close_reason, need.starts_on = need_brief.starts_on as is_seen
			from need join need_brief on need_id = need.id where need.id = $1`,
			[it.need]
		);
		expect(row).toEqual({ state: 'open', close_reason: null, is_seen: true });
		await on.submitQuote('leader', it.request);
		const kinds = await world.sql<{ kind: string }>(
			`select kind from event where subject_id = any ($1) order by id`,
			[[it.need, it.request, it.quote]]
		);
		expect(kinds.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['need.closed_unmet', 'quote.rejected', 'need.asked_again'])
		);
	});

	test('may be open without anybody left to answer, and is not while somebody is', async () => {
		const it = await on.aRequest();
		const goesOn = { status: 409, code: 'round_goes_on' };
		expect(await outcome(again('broker', it, 2, oneSchool()))).toEqual(goesOn);
		for (const [who, p_id] of [
			['leader', it.request],
			['rival', it.rivalRequest]
		] as const) {
			const declined = { p_id, p_reason_code: 'no_teacher', p_reason: null };
			await world.call(who, 'decline_request', declined as never);
		}
		expect(await again('broker', it, 2, oneSchool())).toBe(1);
		await on.submitQuote('leader', it.request);
		expect(await outcome(again('broker', it, 3))).toEqual(goesOn);
	});

	test('may be opened without asking anybody yet', async () => {
		const it = await anUnmetNeed();
		expect(await again('broker', it, await versionOf(it), { p_providers: [] })).toBe(0);
	});

	test('asks schools of the last round only, for days that are to come', async () => {
		const it = await anUnmetNeed();
		const version = await versionOf(it);
		for (const [input, field] of [
			[{ p_providers: [world.organisations.technical] }, 'providers'],
			[{ p_starts_on: inDays(-1) }, 'starts_on'],
			[{ p_answer_by: inDays(-1) }, 'answer_by']
		] as const) {
			const refusal = await outcome(again('broker', it, version, input as Input));
			expect(refusal).toMatchObject({ status: 422, code: 'invalid', field });
		}
		expect(await outcome(again('broker', await on.aDraftNeed(), 1))).toMatchObject(
			wrongState('draft')
		);
	});
});

describe('ending a need', () => {
	test('takes a reason once schools may have heard of it, and none before', async () => {
		const draft = await on.aDraftNeed();
		expect(await outcome(withdraw('broker', draft, 1, ''))).toBe('ok');
		const open = await on.anOpenNeed();
		expect(await outcome(withdraw('broker', open, 2, ' '))).toEqual(missing('reason'));
		expect(await outcome(close('broker', open, 2, ''))).toEqual(missing('reason'));
	});

	test('refuses a reason that is too long or holds a CPR-like number', async () => {
		const open = await on.anOpenNeed();
		expect(await outcome(close('broker', open, 2, wordsOf(301)))).toMatchObject({
			status: 422,
			field: 'reason',
			reason: 'too_long'
		});
		expect(await outcome(close('broker', open, 2, 'Se 010170-1234'))).toEqual(cprIn('reason'));
	});

	test('cannot happen while an order waits for approval', async () => {
		const it = await on.anOrderToApprove();
		expect(await outcome(now(withdraw, it))).toEqual(wrongState('awaiting_approval'));
		expect(await outcome(now(close, it))).toEqual(wrongState('awaiting_approval'));
	});

	test('cannot happen to a need that is awarded or completed', async () => {
		const it = await on.anEngagement();
		expect(await outcome(now(withdraw, it))).toMatchObject(wrongState('awarded'));
		await world.call('leader', 'complete_engagement', {
			p_id: it.engagement,
			p_version: 2,
			p_ended_on: inDays(0),
			p_hours_held: 18
		});
		expect(await outcome(now(withdraw, it))).toMatchObject(wrongState('completed'));
		expect(await outcome(submit('broker', it, await versionOf(it)))).toMatchObject(
			wrongState('completed')
		);
	});
});
