import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { PERSONS, type Viewer } from '../../fixtures/cast';
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
			p_ended_on: new Date().toISOString().slice(0, 10),
			p_hours_held: 18
		});
		expect(await outcome(now(withdraw, it))).toMatchObject(wrongState('completed'));
		expect(await outcome(submit('broker', it, await versionOf(it)))).toMatchObject(
			wrongState('completed')
		);
	});
});
