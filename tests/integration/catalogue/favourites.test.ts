import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PERSONS, VIEWERS, type Person, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import {
	cprIn,
	missing,
	notAllowed,
	notFound,
	nothing,
	signedOut,
	wordsOf
} from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

describe('a favourite', () => {
	const mark = (who: Viewer, p_module: string, p_is_favourite = true) =>
		world.call(who, 'set_favourite', { p_module, p_is_favourite });
	const marked = async (who: Viewer) => {
		const { data } = await world.as(who).from('favourite').select('module_id');
		return (data ?? []).map((row) => row.module_id);
	};

	test('is marked by anyone who signs in, seen by nobody else, and leaves no trace', async () => {
		const { guard } = world.modules;
		const traces = await world.traces(async () => {
			for (const person of PERSONS) {
				await Promise.all([mark(person, guard), mark(person, guard)]);
				expect(await marked(person)).toEqual([guard]);
			}
			expect(await outcome(mark('anonymous', guard))).toEqual(signedOut);
			await mark('broker', guard, false);
			await mark('broker', guard, false);
		});
		expect(traces).toEqual(nothing);
		expect(await marked('broker')).toEqual([]);
		expect(await marked('colleague')).toEqual([guard]);
	});

	test('is a module that one sees', async () => {
		const { pausedEnglish } = world.modules;
		expect(await outcome(mark('broker', pausedEnglish))).toEqual(notFound);
		expect(await outcome(mark('rival', pausedEnglish))).toEqual(notFound);
		expect(await outcome(mark('leader', pausedEnglish))).toBe('ok');
	});
});

describe("a job centre's short list", () => {
	const module = () => world.modules.workplaceDanish;
	const save = (
		who: Viewer,
		p_version: number,
		p_note: string | null = 'God, når ordene mangler'
	) =>
		world.call(who, 'save_shortlist_entry', {
			p_job_centre: world.organisations.north,
			p_module: module(),
			p_version,
			p_note
		});
	const remove = (who: Viewer, p_version: number) =>
		world.call(who, 'remove_shortlist_entry', {
			p_job_centre: world.organisations.north,
			p_module: module(),
			p_version
		});
	const entries = async (who: Viewer) =>
		(await world.as(who).from('shortlist_entry').select('note, version, written_by')).data ?? [];
	beforeEach(() => world.sql('delete from shortlist_entry'));

	const may: Person[] = ['broker', 'colleague', 'coordinator'];
	test('is written by brokers and coordinators, and seen by the whole job centre', async () => {
		for (const [index, who] of may.entries()) {
			expect(await save(who, index, `Skrevet af ${who}`)).toBe(index + 1);
			for (const reader of ['broker', 'colleague', 'coordinator', 'approver'] as const) {
				expect(await entries(reader)).toEqual([
					{
						note: `Skrevet af ${who}`,
						version: index + 1,
						written_by: world.people[who].id
					}
				]);
			}
		}
	});

	test('is neither written nor cleared by anybody else', async () => {
		await save('broker', 0);
		const traces = await world.traces(async () => {
			for (const who of VIEWERS.filter((viewer) => !may.includes(viewer as Person))) {
				const expected =
					who === 'anonymous' ? signedOut : who === 'approver' ? notAllowed : notFound;
				expect({ [who]: await outcome(save(who, 1)) }).toEqual({ [who]: expected });
				expect({ [who]: await outcome(remove(who, 1)) }).toEqual({ [who]: expected });
			}
		});
		expect(traces).toEqual(nothing);
		expect(await entries('broker')).toHaveLength(1);
	});

	test('is not a thing of schools', async () => {
		const own = world.call('leader', 'save_shortlist_entry', {
			p_job_centre: world.organisations.language,
			p_module: module(),
			p_version: 0,
			p_note: 'Vores eget'
		});
		expect(await outcome(own)).toEqual(notFound);
	});

	test('is added to, changed and cleared once, however often it is sent', async () => {
		const twice = (work: () => Promise<unknown>) => async () => {
			const [first, again] = await Promise.all([work(), work()]);
			expect(again).toEqual(first);
			expect(await work()).toEqual(first);
		};
		const left = (event: string) => ({ ...nothing, events: [event] });
		expect(await world.traces(twice(() => save('broker', 0)))).toEqual(left('shortlist.added'));
		expect(await world.traces(twice(() => save('colleague', 1, 'Bedre ord')))).toEqual(
			left('shortlist.changed')
		);
		expect(await world.traces(twice(() => remove('coordinator', 2)))).toEqual(
			left('shortlist.removed')
		);
		expect(await entries('broker')).toEqual([]);
	});

	test('is not overwritten from an older form, which is told who wrote meanwhile', async () => {
		await save('broker', 0);
		await save('colleague', 1, 'Bedre ord');
		const stale = {
			status: 409,
			code: 'stale',
			actor: 'Jobcenter Nord',
			kind: 'shortlist.changed'
		};
		expect(await outcome(save('broker', 1, 'Mine ord'))).toMatchObject(stale);
		expect(await outcome(save('coordinator', 0, 'Mine ord'))).toMatchObject(stale);
		expect(await outcome(remove('broker', 1))).toMatchObject(stale);
		await remove('coordinator', 2);
		expect(await outcome(save('broker', 2, 'For sent'))).toEqual({ status: 409, code: 'stale' });
	});

	test("is no part of the module's own history", async () => {
		await save('broker', 0);
		const confirm = world.call('leader', 'confirm_module', { p_id: module(), p_version: 1 });
		expect(await outcome(confirm)).toMatchObject({ code: 'stale', actor: 'Sprogcentret' });
		const { data } = await world.as('leader').from('event').select('kind');
		expect(data!.map(({ kind }) => kind)).not.toContain('shortlist.added');
	});

	test.each<[string | null, object]>([
		[null, missing('note')],
		['  ', missing('note')],
		['ja', missing('note')],
		['Spørg 010170-1234', cprIn('note')],
		[
			wordsOf(301),
			{ status: 422, code: 'invalid', field: 'note', reason: 'too_long', longest: 300 }
		]
	])('takes no note like %j', async (note, expected) => {
		expect(await outcome(save('broker', 0, note))).toEqual(expected);
	});

	test('takes modules that are published, and keeps what it says of one that is paused later', async () => {
		const paused = world.call('broker', 'save_shortlist_entry', {
			p_job_centre: world.organisations.north,
			p_module: world.modules.pausedEnglish,
			p_version: 0,
			p_note: 'Ude for tiden'
		});
		expect(await outcome(paused)).toEqual(notFound);
		await save('broker', 0);
		await world.sql(`update module set state = 'paused' where id = $1`, [module()]);
		expect(await outcome(save('broker', 1, 'Kommer igen'))).toBe('ok');
		await world.sql(`update module set state = 'published' where id = $1`, [module()]);
	});

	test('stands beside what fits a need of its subject, for the job centre alone', async () => {
		await save('broker', 0);
		const { need } = await journeys(world).anOpenNeed();
		const beside = async (who: Viewer) =>
			(await world.call(who, 'shortlist_for_need', { p_need: need })).map(
				({ module_id, note, written_by }) => ({ module_id, note, written_by })
			);
		const entry = { module_id: module(), note: 'God, når ordene mangler', written_by: 'broker' };
		for (const who of ['broker', 'approver'] as const) expect(await beside(who)).toEqual([entry]);
		for (const who of ['southBroker', 'leader'] as const) expect(await beside(who)).toEqual([]);
		const other = await journeys(world).anOpenNeed({ subject_code: 'it' });
		const none = await world.call('broker', 'shortlist_for_need', { p_need: other.need });
		expect(none).toEqual([]);
	});
});
