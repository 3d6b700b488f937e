import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from '$lib/domain/needs/need';
import { missingAnswers } from '$lib/domain/needs/steps';
import {
	beginWith,
	questionOf,
	templateAnswersOf,
	templateFields
} from '$lib/domain/needs/template';
import { needById } from '$lib/server/needs/reading';
import { PAGE_SIZE } from '$lib/server/paging';
import {
	listTemplates,
	saveTemplate,
	templateById,
	templatesInUse
} from '$lib/server/needs/templates';
import { beginTemplatedNeed } from '$lib/server/needs/writing';
import type { Viewer } from '../../fixtures/cast';
import { needInput, type Input } from '../../fixtures/journey';
import { describeMove, notAllowed, notFound } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const save = (who: Viewer, p_id: string, p_version: number, input: Input = {}, of = 'north') =>
	world.call(who, 'save_need_template', {
		p_id,
		p_job_centre: world.organisations[of as 'north'],
		p_version,
		p_template: {
			title: 'Hygiejne i kantinen',
			subject_code: 'danish',
			goal: 'Holder køkkenet rent',
			fields: [
				{ field: 'work_times', help: 'Også de travle dage', is_required: true },
				{ field: 'tasks', help: null, is_required: true },
				{ field: 'free_times', help: null, is_required: true },
				{ field: 'goal', help: 'Én sætning', is_required: false }
			],
			...input
		} as never
	});
async function aTemplate() {
	const template = randomUUID();
	await save('coordinator', template, 0);
	return { template };
}
const versionOf = async ({ template }: { template: string }) => {
	const rows = await world.sql<{ version: number }>(
		'select version from need_template where id = $1',
		[template]
	);
	return rows[0]!.version;
};

describeMove('putting a template away', {
	world: () => world,
	subject: aTemplate,
	move: (who, { template }, p_version) =>
		world.call(who, 'archive_need_template', { p_id: template, p_version, p_is_archived: true }),
	versionOf,
	may: ['coordinator'],
	mayOnlySee: ['broker', 'colleague', 'approver'],
	lastMove: { actor: 'Jobcenter Nord', kind: 'need_template.saved' },
	leaves: { events: ['need_template.archived'], told: {}, mailed: {} }
});

describe('a template', () => {
	test('is written by the coordinator only, and once when it is sent twice', async () => {
		const id = randomUUID();
		expect(await outcome(save('broker', id, 0))).toEqual(notAllowed);
		expect(await outcome(save('southCoordinator', id, 0))).toEqual(notFound);
		const twice = () => Promise.all([save('coordinator', id, 0), save('coordinator', id, 0)]);
		expect((await world.traces(twice)).events).toEqual(['need_template.saved']);
		expect(await outcome(save('southCoordinator', id, 1, {}, 'south'))).toEqual(notFound);
	});

	test('that somebody has changed meanwhile is not overwritten', async () => {
		const { template } = await aTemplate();
		await save('coordinator', template, 1, { title: 'Nyt navn' });
		expect(await outcome(save('coordinator', template, 1))).toMatchObject({ code: 'stale' });
	});

	test.each([
		[{ title: 'A' }, 'title'],
		[{ subject_code: 'unheard_of' }, 'subject_code'],
		[{ funding_source_id: randomUUID() }, 'funding_source_id'],
		[{ place: 'moon' }, 'place'],
		[{ hours_wanted: 0.33 }, 'hours_wanted'],
		[{ accommodations: ['unheard_of'] }, 'accommodations'],
		[{ work_times: [{ weekday: 8, starts: '08:00', ends: '12:00' }] }, 'weekday'],
		[{ fields: [{ field: 'first_name', help: 'Navn' }] }, 'field'],
		[{ fields: [{ field: 'has_consent', help: 'Sig ja' }] }, 'field']
	])('with %j is refused, at the field %s', async (input, field) => {
		const refusal = await outcome(save('coordinator', randomUUID(), 0, input as Input));
		expect(refusal).toMatchObject({ status: 422, code: 'invalid', field });
	});

	test('is read as it was written', async () => {
		const id = randomUUID();
		const written = {
			title: 'Ti ord',
			answers: {
				participants: 2,
				workplace: null,
				placementKind: 'internship',
				tasks: 'Vasker op',
				workTimes: [
					{ weekday: 1, starts: '08:00', ends: '12:00' },
					{ weekday: 5, starts: '09:00', ends: '11:30' }
				],
				subjectCode: 'danish',
				goal: 'Ti ord',
				goodEnough: 'Kan sige dem uden at se dem',
				certificateKind: 'amu',
				support: ['interpreter', 'home_practice'],
				accommodations: ['breaks', 'visual_support'],
				hoursWanted: 20,
				sessionHoursMax: 2,
				weeklyHoursMax: 2,
				place: 'workplace',
				deliveryForm: 'one_to_one',
				fundingSourceId: null,
				priceCeilingOre: 900_000
			},
			fields: [{ field: 'danish_level', help: 'Gæt lavt', isRequired: true }]
		} satisfies Parameters<typeof saveTemplate>[3];
		const client = world.as('coordinator');
		const { north } = world.organisations;
		const save = (id: string) => saveTemplate(client, north, { id, version: 0 }, written);
		await save(id);
		expect(await templateById(client, id)).toEqual({
			id,
			version: 1,
			isArchived: false,
			...written
		});
		expect((await templatesInUse(world.as('broker'), north)).map((each) => each.id)).toContain(id);

		// A list of many comes a page at a time, each of them once.
		const many = Array.from({ length: PAGE_SIZE }, () => randomUUID());
		for (const each of many) await save(each);
		const pages = [1, 2].map((page) => listTemplates(world.as('broker'), north, page));
		const [first, second] = await Promise.all(pages);
		expect(first!.rows).toHaveLength(PAGE_SIZE);
		const listed = [...first!.rows, ...second!.rows].map((each) => each.id);
		expect(new Set(listed).size).toBe(first!.total);
		expect(listed).toEqual(expect.arrayContaining([id, ...many]));
	});

	test('helps at every question of the form, and asks for answers where the database lets it', async () => {
		for (const field of templateFields) {
			const saved = (is_required: boolean) =>
				outcome(
					save('coordinator', randomUUID(), 0, {
						fields: [{ field, help: 'Tal om det', is_required }]
					} as Input)
				);
			expect([field, await saved(false)]).toEqual([field, 'ok']);
			const asked = await saved(true);
			if (questionOf(field).canBeRequired) expect([field, asked]).toEqual([field, 'ok']);
			else expect(asked).toMatchObject({ status: 422, code: 'invalid' });
		}
		const [known] = await world.sql<{ definition: string }>(
			`select pg_get_constraintdef(oid) as definition from pg_constraint
			where conname = 'need_template_field_field_check'`
		);
		const codes = [...known!.definition.matchAll(/'(\w+)'/g)].map(([, code]) => code);
		expect(codes.toSorted()).toEqual(templateFields.toSorted());
	});
});

describe('a need that is begun from a template', () => {
	test('has its hours at work and what helps, of which a template made from it keeps the hours only', async () => {
		const template = randomUUID();
		const work_times = [{ weekday: 2, starts: '08:00', ends: '12:30' }];
		await save('coordinator', template, 0, { work_times, accommodations: ['breaks'] });
		// Saved again with fewer, it has those.
		const fewer = [{ weekday: 3, starts: '10:00', ends: '12:00' }];
		await save('coordinator', template, 1, { work_times: fewer, accommodations: ['seated_work'] });
		const client = world.as('broker');
		const { answers } = (await templateById(client, template))!;
		const id = randomUUID();
		const draft = beginWith({ ...EMPTY_DRAFT, targetGroupCode: 'activity_ready' }, answers);
		await beginTemplatedNeed(client, world.organisations.north, id, draft, template);
		const need = (await needById(client, id))!;
		expect(need.draft).toMatchObject({ workTimes: fewer, accommodations: ['seated_work'] });
		expect(templateAnswersOf(need.draft)).toMatchObject({ workTimes: fewer, accommodations: [] });
	});

	const begin = (who: Viewer, template: string, id: string = randomUUID()) =>
		world.call(who, 'begin_templated_need', {
			p_id: id,
			p_job_centre: world.organisations.north,
			p_template: template,
			p_need: needInput({ tasks: null, work_times: [], free_times: [] }) as never
		});

	test('has its answers, and is asked for what it requires before it is sent', async () => {
		const { template } = await aTemplate();
		const client = world.as('broker');
		const { answers } = (await templateById(client, template))!;
		const id = randomUUID();
		const draft = { ...EMPTY_DRAFT, targetGroupCode: 'activity_ready', workplace: 'Kantinen' };
		await beginTemplatedNeed(
			client,
			world.organisations.north,
			id,
			beginWith(draft, answers),
			template
		);
		const need = (await needById(client, id))!;
		expect(need.draft).toMatchObject({ goal: 'Holder køkkenet rent', workplace: 'Kantinen' });
		expect(need.template!.title).toBe('Hygiejne i kantinen');
		expect(missingAnswers(need.draft, need.template).map(({ field }) => field)).toEqual([
			'tasks',
			'workTimes',
			'sessionHoursMax',
			'weeklyHoursMax',
			'place',
			'startsOn',
			'freeTimes'
		]);
	});

	test('is not sent without what the template requires', async () => {
		const { template } = await aTemplate();
		const id = randomUUID();
		await begin('broker', template, id);
		await begin('broker', template, id);
		const submit = (p_version: number) =>
			outcome(world.call('broker', 'submit_need', { p_id: id, p_version }));
		expect(await submit(1)).toMatchObject({
			code: 'need_incomplete',
			missing: ['free_times', 'tasks', 'work_times']
		});
		await world.call('broker', 'save_need', {
			p_id: id,
			p_job_centre: world.organisations.north,
			p_version: 1,
			p_need: needInput() as never
		});
		expect(await submit(2)).toBe('ok');
	});

	test('cannot be begun from one that is put away, or another job centre’s', async () => {
		const { template } = await aTemplate();
		await world.call('coordinator', 'archive_need_template', {
			p_id: template,
			p_version: 1,
			p_is_archived: true
		});
		const south = randomUUID();
		await save('southCoordinator', south, 0, {}, 'south');
		for (const id of [template, south, randomUUID()]) {
			const refusal = { status: 422, code: 'invalid', field: 'template', reason: 'unknown' };
			expect(await outcome(begin('broker', id))).toEqual(refusal);
		}
	});
});
