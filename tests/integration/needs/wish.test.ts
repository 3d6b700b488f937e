import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModuleContent } from '$lib/domain/catalogue/module';
import { tailor, type Tailored, type Wish } from '$lib/domain/catalogue/tailoring';
import type { NeedDraft } from '$lib/domain/needs/need';
import { EMPTY_DRAFT } from '$lib/domain/needs/need';
import { moduleById, publishModule, saveModule } from '$lib/server/catalogue/modules';
import { beginNeed } from '$lib/server/needs/writing';
import { needMatter } from '$lib/server/needs/reading';
import { dropWish, wishOfRequest } from '$lib/server/wish';
import { anyModule, anyWishFor } from '../../fixtures/any-module';
import { inDays, type Viewer } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { describeMove, notFound, nothing, signedOut } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let on: ReturnType<typeof journeys>;
/** A module in parts, of the school that `leader` leads. */
let inParts: string;

const content: ModuleContent = {
	...fc.sample(anyModule, 1)[0]!,
	title: 'Dansk i tre dele',
	elements: [
		{ number: 1, title: 'Hilsner', goal: null, hours: 4, isMandatory: true, needs: null },
		{ number: 2, title: 'Beskeder', goal: null, hours: 6, isMandatory: false, needs: null },
		{ number: 3, title: 'Telefon', goal: null, hours: 2, isMandatory: false, needs: 2 }
	],
	hours: 12,
	minimumHours: 4,
	isDivisible: true,
	sessionHours: 2,
	sessionHoursMin: 1,
	sessionHoursMax: 3,
	weeklyHours: 4,
	weeklyHoursMin: 2,
	weeklyHoursMax: 6,
	minParticipants: 1,
	maxParticipants: 6,
	places: ['workplace', 'school'],
	deliveryForms: ['one_to_one', 'small_class'],
	hasRollingIntake: true,
	prices: [
		{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null },
		{ kind: 'materials', model: 'per_participant', unitPriceOre: 10_000, weeklyHours: null }
	],
	priceSteps: [{ fromParticipants: 3, unitPriceOre: 90_000 }],
	supplementPercent: 25
};

async function publish(module: ModuleContent) {
	const leader = world.as('leader');
	const first = { id: randomUUID(), version: 0 };
	const saved = await saveModule(leader, world.organisations.language, first, module);
	await publishModule(leader, saved);
	return saved.id;
}

beforeAll(async () => {
	world = await startWorld();
	on = journeys(world);
	inParts = await publish(content);
});
afterAll(() => world.close());

const made = (wish: Wish = {}) => tailor(content, wish, inDays(0))!;
const draft = (rest: Partial<NeedDraft> = {}): NeedDraft => ({
	...EMPTY_DRAFT,
	targetGroupCode: 'activity_ready',
	subjectCode: 'danish',
	...rest
});

async function begin(
	who: Viewer,
	tailored: Tailored,
	{ id = randomUUID(), module = inParts, of = 'north' as 'north' | 'south' } = {}
) {
	const jobCentre = world.organisations[of];
	await beginNeed(world.as(who), jobCentre, id, draft(), { moduleId: module, tailored });
	return id;
}

describe('the price of a tailoring', () => {
	test('is the same in the database as on the page, for any module and wish', async () => {
		const pairs = fc.sample(
			anyModule.chain((module) => fc.tuple(fc.constant(module), anyWishFor(module))),
			80
		);
		for (const [any, wish] of pairs) {
			const module = any.offerings.length > 0 ? any : { ...any, hasRollingIntake: true };
			const id = await publish(module);
			const tailored = tailor(module, wish, inDays(0))!;
			const [row] = await world.sql<{ price: number }>(
				'select private.tailoring_price($1, $2, $3, $4)::float8 as price',
				[id, tailored.hours, tailored.participants, tailored.isUnsocial]
			);
			expect(row!.price).toBe(tailored.totalOre);
			// And what the page allows, the database takes.
			const begun = await outcome(begin('broker', tailored, { module: id }));
			expect(begun, JSON.stringify({ module, tailored })).toBe('ok');
		}
	});
});

describe('a need that is begun from a module', () => {
	test('keeps the module as it was tailored', async () => {
		const wish: Wish = { elements: [1, 3], participants: 3, place: 'school', isUnsocial: true };
		const id = await begin('broker', made(wish));
		const need = await needMatter(world.as('broker'), id);
		expect(need?.wish).toMatchObject({
			moduleId: inParts,
			title: 'Dansk i tre dele',
			school: { id: world.organisations.language, name: 'Sprogcentret' },
			elements: [1, 2, 3],
			elementTitles: ['Hilsner', 'Beskeder', 'Telefon'],
			hours: 12,
			sessionHours: 2,
			weeklyHours: 4,
			place: 'school',
			deliveryForm: 'small_class',
			participants: 3,
			isUnsocial: true,
			// 12 hours at 900 kr, a fourth more in the evening, and 100 kr each.
			priceOre: 1_080_000 + 270_000 + 30_000
		});
	});

	test('and so does a copy of it, as long as the module is in the catalogue', async () => {
		const id = await begin('broker', made({ participants: 3 }));
		const p_new = randomUUID();
		await world.call('broker', 'copy_need', { p_id: id, p_new });
		const wishOf = async (need: string) => (await needMatter(world.as('broker'), need))?.wish;
		expect(await wishOf(p_new)).toEqual(await wishOf(id));
	});

	test('is made once, however often it is sent', async () => {
		const id = randomUUID();
		const traces = await world.traces(async () => {
			await Promise.all([begin('broker', made(), { id }), begin('broker', made(), { id })]);
			await begin('broker', made({ elements: [1] }), { id });
		});
		expect(traces).toEqual({ ...nothing, events: ['need.created'] });
		expect((await needMatter(world.as('broker'), id))?.wish?.hours).toBe(12);
	});

	test('is begun for a job centre by its own brokers and coordinators only', async () => {
		for (const who of ['approver', 'southBroker', 'leader', 'outsider'] as const) {
			expect(await outcome(begin(who, made()))).toEqual(notFound);
		}
		expect(await outcome(begin('anonymous', made()))).toEqual(signedOut);
	});

	const wrong = (field: string) => ({ code: 'invalid', status: 422, field });
	test.each<[string, Partial<Tailored>, object]>([
		['another total', { totalOre: 1 }, { code: 'total_mismatch', total_ore: 1, status: 422 }],
		['a place that is not offered', { place: 'online' }, wrong('place')],
		['a form that is not offered', { deliveryForm: 'class' }, wrong('delivery_form')],
		['too large a group', { participants: 7 }, wrong('participants')],
		['too short a session', { sessionHours: 0.5 }, wrong('session_hours')],
		['too long a week', { weeklyHours: 8 }, wrong('weekly_hours')],
		['too few hours a week', { sessionHours: 1, weeklyHours: 1 }, wrong('weekly_hours')],
		['hours that are not the elements’', { hours: 11 }, wrong('elements')],
		['an element without what it needs', { elements: [1, 3], hours: 6 }, wrong('elements')],
		['no mandatory element', { elements: [2], hours: 6 }, wrong('elements')],
		['an unknown element', { elements: [1, 2, 3, 9] }, wrong('elements')],
		['more hours than there are', { hours: 13 }, wrong('hours')]
	])('is refused with %s', async (_, rest, refusal) => {
		const id = randomUUID();
		const traces = await world.traces(async () => {
			const asked = begin('broker', { ...made(), ...rest }, { id });
			expect(await outcome(asked)).toMatchObject(refusal);
		});
		expect(traces).toEqual(nothing);
		expect(await needMatter(world.as('broker'), id)).toBeNull();
	});

	test('is refused with a module that is not in the catalogue', async () => {
		const { pausedEnglish } = world.modules;
		for (const module of [pausedEnglish, randomUUID()]) {
			expect(await outcome(begin('broker', made(), { module }))).toMatchObject({
				code: 'invalid',
				field: 'module_id'
			});
		}
	});
});

describeMove('letting go of the module', {
	world: () => world,
	subject: () => begin('broker', made()),
	move: async (who, id: string) => {
		await dropWish(world.as(who), id);
		return null;
	},
	may: ['broker', 'coordinator'],
	mayOnlySee: ['colleague', 'approver'],
	illegal: {
		withdrawn: async (id) =>
			world.call('broker', 'withdraw_need', { p_id: id, p_version: 1, p_reason: null as never })
	},
	leaves: { ...nothing, events: ['need.changed'] }
});

describe('who sees it', () => {
	async function anAskedNeed() {
		const { need, request, rivalRequest } = await on.aRequest();
		const module = (await moduleById(world.as('leader'), inParts))!;
		const tailored = tailor(module, { elements: [1, 2] }, inDays(0))!;
		await world.sql(
			`insert into need_wish (need_id, module_id, provider_id, title, elements, hours, session_hours, weekly_hours,
				place, delivery_form, participants, price_ore)
			values ($1, $2, $3, $4, '{1,2}', 10, 2, 4, 'workplace', 'one_to_one', 1, $5)`,
			[need, inParts, world.organisations.language, module.title, tailored.totalOre]
		);
		return { need, request, rivalRequest };
	}

	test('the school of the module, when it is asked; no other school that is', async () => {
		const { request, rivalRequest, need } = await anAskedNeed();
		expect(await wishOfRequest(world.as('leader'), request)).toMatchObject({
			moduleId: inParts,
			elements: [1, 2],
			hours: 10
		});
		expect(await wishOfRequest(world.as('rival'), rivalRequest)).toBeNull();
		expect(await wishOfRequest(world.as('outsider'), request)).toBeNull();
		await world.call('broker', 'withdraw_request', { p_id: request });
		expect(await wishOfRequest(world.as('leader'), request)).toBeNull();
		expect((await needMatter(world.as('colleague'), need))?.wish?.hours).toBe(10);
		expect(await needMatter(world.as('southBroker'), need)).toBeNull();
	});
});
