import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '$lib/server/supabase/database.types';
import { PERSONS, type Viewer } from '../../fixtures/cast';
import { journeys, type Input } from '../../fixtures/journey';
import { cprIn, describeMove, notFound, nothing, signedOut, wordsOf } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
});
afterAll(() => world.close());

type Module = { module: string };
const complete: Input = {
	title: 'Truck i hverdagen',
	purpose: 'Kør sikkert på lageret',
	subject_code: 'warehouse',
	delivery_forms: ['small_class'],
	places: ['school'],
	hours: 20,
	minimum_hours: 10,
	session_hours: 4,
	session_hours_min: 2,
	prices: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 60_000 }]
};
const element = (number: number, hours: number, needs: number | null = null) => ({
	number,
	title: `Del ${number}`,
	hours,
	needs
});
async function save(who: Viewer, module: string, version: number, input: Input = {}) {
	const answer = await world.call(who, 'save_module', {
		p_id: module,
		p_provider: world.organisations.language,
		p_version: version,
		p_module: { ...complete, ...input } as Json
	});
	return answer as { id: string; version: number };
}
async function aDraft(input: Input = {}): Promise<Module> {
	const module = randomUUID();
	await save('leader', module, 0, input);
	return { module };
}
const move =
	(name: 'publish_module' | 'pause_module' | 'archive_module') =>
	(who: Viewer, { module }: Module, p_version: number) =>
		world.call(who, name, { p_id: module, p_version });
const [publish, pause, archive] = [
	move('publish_module'),
	move('pause_module'),
	move('archive_module')
];
const versionOf = ({ module }: Module) => on.version('module', module);
async function aPublished() {
	const it = await aDraft();
	await publish('leader', it, 1);
	return it;
}
async function aPaused() {
	const it = await aPublished();
	await pause('leader', it, 2);
	return it;
}

describe('a module', () => {
	test('is written by a leader of the school and by nobody else', async () => {
		const traces = await world.traces(async () => {
			for (const who of PERSONS.filter((person) => person !== 'leader')) {
				expect(await outcome(save(who, randomUUID(), 0))).toEqual(notFound);
			}
			expect(await outcome(save('anonymous', randomUUID(), 0))).toEqual(signedOut);
		});
		expect(traces).toEqual(nothing);
	});

	test("is not taken over by saving it as another school's", async () => {
		const { module } = await aDraft();
		const attempt = world.call('rival', 'save_module', {
			p_id: module,
			p_provider: world.organisations.business,
			p_version: 1,
			p_module: complete as Json
		});
		expect(await outcome(attempt)).toEqual(notFound);
	});

	test('is made once when its first form is sent twice', async () => {
		const id = randomUUID();
		const twice = async () => {
			const [first, again] = await Promise.all([save('leader', id, 0), save('leader', id, 0)]);
			expect(again).toEqual(first);
		};
		expect(await world.traces(twice)).toEqual({ ...nothing, events: ['module.created'] });
	});

	test('is not overwritten from an older form, which is told who changed it', async () => {
		const { module } = await aDraft();
		await save('leader', module, 1);
		expect(await outcome(save('leader', module, 1))).toMatchObject({
			status: 409,
			code: 'stale',
			actor: 'Sprogcentret',
			kind: 'module.changed'
		});
	});

	test.each<[Input, string]>([
		[{ title: null }, 'title'],
		[{ title: 'ab' }, 'title'],
		[{ title: wordsOf(121) }, 'title'],
		[{ purpose: wordsOf(201) }, 'purpose'],
		[{ subject_code: 'unheard_of' }, 'subject_code'],
		[{ delivery_forms: ['crowd'] }, 'delivery_forms'],
		[{ places: ['moon'] }, 'places'],
		[{ hours: 2001 }, 'hours'],
		[{ session_hours: 0 }, 'session_hours'],
		[{ max_participants: 0 }, 'max_participants'],
		[{ lead_time_days: -1 }, 'lead_time_days'],
		[{ certificate_kind: 'amu-bevis' }, 'certificate_kind'],
		[{ required_danish_level: 'D1' }, 'required_danish_level'],
		[{ indivisible_reason: wordsOf(201) }, 'indivisible_reason'],
		[{ prices: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: -1 }] }, 'prices'],
		[{ prices: [{ kind: 'bribe', model: 'fixed', unit_price_ore: 1 }] }, 'prices'],
		[{ code: wordsOf(41) }, 'code'],
		[{ learning_goals: wordsOf(1001) }, 'learning_goals'],
		[{ audience: wordsOf(301) }, 'audience'],
		[{ audience: 'Ring 010190-1234' }, 'audience'],
		[{ required_danish_module: 'DU4.1' }, 'required_danish_module'],
		[{ workplace_municipalities: ['9999'] }, 'workplace_municipalities'],
		[{ session_hours_max: 25 }, 'session_hours_max'],
		[{ weekly_hours: 61 }, 'weekly_hours'],
		[{ min_participants: 0 }, 'min_participants'],
		[{ teaching_languages: [] }, 'teaching_languages'],
		[{ teaching_languages: ['klingon'] }, 'teaching_languages'],
		[{ support: ['everything'] }, 'support'],
		[{ supplement_percent: 201 }, 'supplement_percent'],
		[{ price_steps: [{ from_participants: 1, unit_price_ore: 1 }] }, 'price_steps'],
		[{ offerings: [{ starts_on: '2027-01-04', seats: 0 }] }, 'offerings'],
		[{ funding: [{ legal_basis_code: 'lab_999', coverage: 'whole' }] }, 'funding'],
		[{ cost: { cost_ore: -1 } }, 'cost'],
		[{ hours: 20, elements: [element(1, 19)] }, 'hours'],
		[{ hours: 20, elements: [element(1, 20, 1)] }, 'elements'],
		[{ hours: 20, elements: [element(1, 10, 2), element(2, 10, 1)] }, 'elements'],
		[{ hours: 20, elements: [element(1, 10, 2), element(2, 10)] }, 'elements'],
		[{ hours: 20, elements: [element(1, 10), element(1, 10)] }, 'elements'],
		[{ hours: 20, elements: [{ ...element(1, 20), title: 'Ring 010190-1234' }] }, 'elements']
	])('with %j is refused, at the field %s', async (input, field) => {
		const refusal = await outcome(save('leader', randomUUID(), 0, input));
		expect(refusal).toMatchObject({ status: 422, field });
	});

	test('is kept as it was saved, with all that belongs to it, for each version', async () => {
		const all: Input = {
			...complete,
			code: 'KAN-1',
			learning_goals: 'Kan køre\nKan læsse',
			audience: 'Den, der skal arbejde på lager',
			required_danish_module: 'DU2.3',
			prerequisite: 'Kan gå og stå i en time',
			school_address: 'Skolevej 1, 4000 Roskilde',
			workplace_municipalities: ['0265', '0259'],
			session_hours_max: 7.4,
			weekly_hours: 8,
			weekly_hours_min: 4,
			weekly_hours_max: 37,
			min_participants: 1,
			max_participants: 8,
			has_rolling_intake: false,
			teaching_languages: ['da', 'uk'],
			support: ['pre_meeting', 'education_buddy'],
			supplement_percent: 25,
			price_valid_from: '2027-01-01',
			price_valid_until: '2027-12-31',
			price_steps: [{ from_participants: 4, unit_price_ore: 90_000 }],
			elements: [element(1, 12), { ...element(3, 8, 1), goal: 'Kan løfte', is_mandatory: true }],
			offerings: [{ starts_on: '2027-02-01', seats: 8 }],
			funding: [{ legal_basis_code: 'lab_91', coverage: 'part' }]
		};
		const cost = { cost_ore: 900_000, cost_per_participant_ore: 20_000, note: 'To lærere' };
		const { module } = await aDraft({ ...all, cost } as Input);
		await save('leader', module, 1, { title: 'Truck, kort' });
		const { data } = await world
			.as('leader')
			.from('module_version')
			.select('version, content')
			.eq('module_id', module)
			.order('version');
		const [first, second] = data!.map(({ content }) => content as Record<string, unknown>);
		expect(first).toMatchObject({
			...all,
			prices: [{ ...(complete.prices as object[])[0], weekly_hours: null }],
			elements: [
				{ ...element(1, 12), goal: null, is_mandatory: false },
				{ ...element(3, 8, 1), goal: 'Kan løfte', is_mandatory: true }
			]
		});
		expect(JSON.stringify(first)).not.toContain('To lærere');
		expect(second).toMatchObject({ title: 'Truck, kort', elements: [], offerings: [], code: null });
	});

	test("has a code that no other module of the school has, while another school's may", async () => {
		await aDraft({ code: 'T-7' });
		expect(await outcome(save('leader', randomUUID(), 0, { code: ' T-7 ' }))).toMatchObject({
			status: 422,
			field: 'code',
			reason: 'code_taken'
		});
		const theirs = world.call('rival', 'save_module', {
			p_id: randomUUID(),
			p_provider: world.organisations.business,
			p_version: 0,
			p_module: { ...complete, code: 'T-7' } as Json
		});
		expect(await outcome(theirs)).toBe('ok');
	});

	test.each<[string, Input, string]>([
		[
			'a smallest group above the largest',
			{ min_participants: 9 },
			'module_smallest_group_within_group'
		],
		[
			'a longest session under the usual',
			{ session_hours_max: 3 },
			'module_session_within_longest'
		],
		[
			'a shortest week above the usual',
			{ weekly_hours: 2, weekly_hours_min: 3 },
			'module_shortest_week_within_week'
		],
		[
			'prices that end before they begin',
			{ price_valid_from: '2027-02-01', price_valid_until: '2027-01-01' },
			'module_price_dates_in_order'
		],
		['a least that is more than the whole', { minimum_hours: 21 }, 'module_minimum_within_hours'],
		[
			'a shortest session longer than a session',
			{ session_hours_min: 5 },
			'module_shortest_session_within_session'
		],
		['all or nothing, and a least', { is_divisible: false }, 'module_whole_has_whole_minimum'],
		[
			"a week's price without its hours",
			{ prices: [{ kind: 'teaching', model: 'per_week', unit_price_ore: 1 }] },
			'module_price_week_has_hours'
		],
		[
			'a pre-meeting by the hour',
			{ prices: [{ kind: 'pre_meeting', model: 'per_hour', unit_price_ore: 1 }] },
			'module_price_one_off_is_simple'
		],
		[
			'two prices for the teaching',
			{
				prices: [
					{ kind: 'teaching', model: 'fixed', unit_price_ore: 1 },
					{ kind: 'teaching', model: 'fixed', unit_price_ore: 2 }
				]
			},
			'module_price_one_teaching'
		]
	])('with %s is refused', async (_, input, constraint) => {
		const refusal = await outcome(save('leader', randomUUID(), 0, input));
		expect(refusal).toMatchObject({ status: 422, code: 'invalid', constraint });
	});

	test.each(['title', 'purpose', 'indivisible_reason'])(
		'with a CPR-like number in its %s is refused there',
		async (field) => {
			const refusal = await outcome(
				save('leader', randomUUID(), 0, { [field]: 'Spørg 010170-1234' })
			);
			expect(refusal).toEqual(cprIn(field));
		}
	);

	test.each<[Input, string]>([
		[{ purpose: null }, 'purpose'],
		[{ subject_code: null }, 'subject_code'],
		[{ delivery_forms: [] }, 'delivery_forms'],
		[{ places: [] }, 'places'],
		[{ hours: null, minimum_hours: null }, 'hours'],
		[{ session_hours: null }, 'session_hours'],
		[{ prices: [] }, 'price']
	])('with %j is not published, and is told what is missing', async (input, field) => {
		const it = await aDraft(input);
		const refusal = await outcome(publish('leader', it, 1));
		expect(refusal).toMatchObject({
			status: 422,
			code: 'module_incomplete',
			missing: expect.arrayContaining([field])
		});
	});

	test('that is shown cannot be saved without a price', async () => {
		const { module } = await aPublished();
		expect(await outcome(save('leader', module, 2, { prices: [] }))).toMatchObject({
			status: 422,
			code: 'module_incomplete',
			missing: ['price']
		});
	});

	test('that is archived is not changed', async () => {
		const it = await aPaused();
		await archive('leader', it, 3);
		expect(await outcome(save('leader', it.module, 4))).toMatchObject({ code: 'wrong_state' });
	});

	test('is seen by everyone when it is published, and by its school alone when paused', async () => {
		const it = await aPublished();
		const readers = async () => {
			const seen: Viewer[] = [];
			for (const viewer of ['anonymous', 'broker', 'rival', 'leader'] as const) {
				const { data } = await world.as(viewer).from('module').select('id').eq('id', it.module);
				if (data?.length) seen.push(viewer);
			}
			return seen;
		};
		expect(await readers()).toEqual(['anonymous', 'broker', 'rival', 'leader']);
		await pause('leader', it, 2);
		expect(await readers()).toEqual(['leader']);
	});
});

describeMove('publishing a module', {
	world: () => world,
	subject: aDraft,
	move: publish,
	versionOf,
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'module.created' },
	illegal: {
		archived: async (it) => {
			await publish('leader', it, 1);
			await pause('leader', it, 2);
			await archive('leader', it, 3);
		}
	},
	leaves: { ...nothing, events: ['module.published'] }
});

describeMove('pausing a module', {
	world: () => world,
	subject: aPublished,
	move: pause,
	versionOf,
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'module.published' },
	illegal: {
		archived: async (it) => {
			await pause('leader', it, 2);
			await archive('leader', it, 3);
		}
	},
	leaves: { ...nothing, events: ['module.paused'] }
});

describeMove('archiving a module', {
	world: () => world,
	subject: aPaused,
	move: archive,
	versionOf,
	may: ['leader'],
	mayOnlySee: [],
	lastMove: { actor: 'Sprogcentret', kind: 'module.paused' },
	illegal: { 'published again': (it) => publish('leader', it, 3) },
	leaves: { ...nothing, events: ['module.archived'] }
});

test('a draft is neither paused nor archived', async () => {
	const it = await aDraft();
	expect(await outcome(pause('leader', it, 1))).toMatchObject({ code: 'wrong_state' });
	expect(await outcome(archive('leader', it, 1))).toMatchObject({ code: 'wrong_state' });
});
