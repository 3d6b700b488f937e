import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { cprIn, describeMove, missing, wordsOf, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type Arguments, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

type Engaged = { need: string; order: string; engagement: string };
const start = (
	who: Viewer,
	{ engagement }: Engaged,
	p_version: number,
	on: string | null = inDays(0)
) => world.call(who, 'start_engagement', { p_id: engagement, p_version, p_started_on: on });
const complete = (
	who: Viewer,
	{ engagement }: Engaged,
	p_version: number,
	input: Partial<Arguments<'complete_engagement'>> = {}
) =>
	world.call(who, 'complete_engagement', {
		p_id: engagement,
		p_version,
		p_ended_on: inDays(0),
		p_hours_held: 18.5,
		...input
	});
const drop = (
	who: Viewer,
	{ engagement }: Engaged,
	p_version: number,
	input: Partial<Arguments<'drop_engagement'>> = {}
) =>
	world.call(who, 'drop_engagement', {
		p_id: engagement,
		p_version,
		p_ended_on: inDays(0),
		p_hours_held: 4,
		p_reason_code: 'job_found',
		p_reason: null,
		...input
	});
const cancel = ({ order }: Engaged) =>
	world.call('coordinator', 'cancel_order', { p_id: order, p_version: 1, p_reason: 'Sygdom' });
const versionOf = ({ engagement }: Engaged) => on.version('engagement', engagement);
const ofJobCentre: Viewer[] = ['broker', 'colleague', 'coordinator', 'approver'];

describeMove('starting the training', {
	world: () => world,
	subject: () => on.anOrder(),
	move: (who, it, version) => start(who, it, version),
	versionOf,
	may: ['leader'],
	mayOnlySee: ofJobCentre,
	illegal: { dropped: (it) => drop('leader', it, 1), cancelled: cancel },
	leaves: {
		events: ['engagement.active'],
		told: { broker: ['engagement.active'] },
		mailed: { broker: ['engagement.active'] }
	}
});

describeMove('completing the training', {
	world: () => world,
	subject: () => on.anEngagement(),
	move: (who, it, version) => complete(who, it, version),
	versionOf,
	may: ['leader'],
	mayOnlySee: ofJobCentre,
	lastMove: { actor: 'Sprogcentret', kind: 'engagement.active' },
	illegal: { dropped: (it) => drop('broker', it, 2) },
	leaves: {
		events: ['engagement.completed', 'need.completed'],
		told: { broker: ['engagement.completed'] },
		mailed: { broker: ['engagement.completed'] }
	}
});

describeMove('dropping the training', {
	world: () => world,
	subject: () => on.anEngagement(),
	move: (who, it, version) => drop(who, it, version),
	versionOf,
	may: ['broker', 'coordinator', 'leader'],
	mayOnlySee: ['colleague', 'approver'],
	lastMove: { actor: 'Sprogcentret', kind: 'engagement.active' },
	illegal: { completed: (it) => complete('leader', it, 2) },
	leaves: {
		events: ['engagement.dropped', 'need.completed'],
		told: { leader: ['engagement.dropped'] },
		mailed: { leader: ['engagement.dropped'] }
	}
});

describe('training', () => {
	test('that has not begun is not completed, but may be dropped', async () => {
		const it = await on.anOrder();
		expect(await outcome(complete('leader', it, 1))).toMatchObject(wrongState('planned'));
		expect(await outcome(drop('broker', it, 1, { p_hours_held: 0 }))).toBe('ok');
	});

	test('that the school drops is told to the broker, and to no other school', async () => {
		const it = await on.anEngagement();
		const traces = await world.traces(() => drop('leader', it, 2));
		expect(traces.told).toEqual({ broker: ['engagement.dropped'] });
	});

	test.each([
		[null, 'started_on'],
		[inDays(1), 'started_on']
	])('does not start on %s', async (day, field) => {
		const it = await on.anOrder();
		expect(await outcome(start('leader', it, 1, day))).toMatchObject({ status: 422, field });
	});

	test.each<[Partial<Arguments<'complete_engagement'>>, string]>([
		[{ p_ended_on: null }, 'ended_on'],
		[{ p_ended_on: inDays(1) }, 'ended_on'],
		[{ p_ended_on: inDays(-1) }, 'ended_on'],
		[{ p_hours_held: null }, 'hours_held'],
		[{ p_hours_held: 0 }, 'hours_held'],
		[{ p_hours_held: 3.33 }, 'hours_held'],
		[{ p_hours_held: 2001 }, 'hours_held']
	])('is not completed with %j', async (input, field) => {
		const it = await on.anEngagement();
		const refusal = await outcome(complete('leader', it, 2, input));
		expect(refusal).toMatchObject({ status: 422, code: 'invalid', field });
	});

	test.each<[Partial<Arguments<'drop_engagement'>>, object]>([
		[{ p_ended_on: inDays(1) }, { status: 422, field: 'ended_on' }],
		[{ p_ended_on: inDays(-1) }, { status: 422, field: 'ended_on' }],
		[{ p_hours_held: -1 }, { status: 422, field: 'hours_held' }],
		[{ p_hours_held: 0.01 }, { status: 422, field: 'hours_held' }],
		[{ p_reason_code: null }, missing('reason_code')],
		[{ p_reason_code: 'order_cancelled' }, missing('reason_code')],
		[{ p_reason_code: 'other' }, missing('reason')],
		[{ p_reason: wordsOf(301) }, { status: 422, field: 'reason', reason: 'too_long' }],
		[{ p_reason: 'cpr 0101701234' }, cprIn('reason')]
	])('is not dropped with %j', async (input, refusal) => {
		const it = await on.anEngagement();
		expect(await outcome(drop('broker', it, 2, input))).toMatchObject(refusal);
	});
});
