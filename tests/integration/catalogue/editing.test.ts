import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BLANK_DRAFT, type ModuleDraft } from '$lib/domain/catalogue/editor/draft';
import { missingFields } from '$lib/domain/catalogue/editor/steps';
import { ownDraft, saveStep } from '$lib/server/catalogue/editing';
import { publishModule } from '$lib/server/catalogue/modules';
import { Refusal } from '$lib/server/refusal';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const save = (id: string, version: number, answers: Partial<ModuleDraft>) =>
	saveStep(world.as('leader'), world.organisations.language, { id, version }, answers);
const opened = async (id: string) =>
	(await ownDraft(world.as('leader'), world.organisations.language, id))!;

const elements = [
	{ number: 2, title: 'Ord', goal: 'Kan 20 ord', hours: 6, isMandatory: true, needs: null },
	{ number: 1, title: 'Beskeder', goal: null, hours: 4, isMandatory: false, needs: 2 }
];
const cost = { costOre: 900_000, costPerParticipantOre: 20_000, note: 'Vikar er dyrere' };

describe('a step', () => {
	test('changes what it asks about and leaves the rest, the private cost too', async () => {
		const id = randomUUID();
		const first = await save(id, 0, { title: 'Dansk i værkstedet' });
		const second = await save(id, first.version, { elements, hours: 10, minimumHours: 6 });
		const third = await save(id, second.version, { cost, support: ['interpreter'] });
		await save(id, third.version, { purpose: 'Forstå beskeder' });
		expect(await opened(id)).toMatchObject({
			version: 4,
			title: 'Dansk i værkstedet',
			purpose: 'Forstå beskeder',
			elements,
			hours: 10,
			support: ['interpreter'],
			cost
		});
	});

	test('that changes nothing makes no version', async () => {
		const id = randomUUID();
		await save(id, 0, { title: 'Dansk', elements, hours: 10, cost });
		const { title, elements: same, hours } = await opened(id);
		expect(await save(id, 1, { title, elements: same, hours })).toEqual({ id, version: 1 });
		expect(await world.traces(() => save(id, 1, { title }))).toMatchObject({ events: [] });
	});

	test('that was opened before somebody else saved is refused, also when it changes nothing', async () => {
		const id = randomUUID();
		await save(id, 0, { title: 'Dansk' });
		await save(id, 1, { title: 'Dansk igen' });
		expect(await outcome(save(id, 1, { purpose: 'For sent' }))).toMatchObject({ code: 'stale' });
		expect(await outcome(save(id, 1, { title: 'Dansk igen' }))).toMatchObject({ code: 'stale' });
	});

	test('says which number another module of the school has', async () => {
		await save(randomUUID(), 0, { title: 'Dansk', code: 'D-1' });
		expect(await outcome(save(randomUUID(), 0, { title: 'Dansk', code: 'D-1' }))).toMatchObject({
			field: 'code',
			reason: 'code_taken'
		});
	});
});

test('a module and its cost are opened by its own school alone', async () => {
	const id = randomUUID();
	await save(id, 0, { title: 'Dansk', cost });
	for (const viewer of ['rival', 'broker'] as const) {
		for (const provider of [world.organisations.language, world.organisations.technical]) {
			expect(await ownDraft(world.as(viewer), provider, id), viewer).toBeNull();
		}
	}
	expect(
		await outcome(
			saveStep(
				world.as('rival'),
				world.organisations.technical,
				{ id, version: 1 },
				{ title: 'Mit' }
			)
		)
	).toMatchObject({ status: 404 });
});

const complete: Partial<ModuleDraft> = {
	title: 'Dansk',
	purpose: 'Forstå beskeder',
	subjectCode: 'danish',
	deliveryForms: ['one_to_one'],
	places: ['workplace'],
	hours: 10,
	minimumHours: 6,
	sessionHours: 2,
	sessionHoursMin: 1,
	prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }]
};

test.each<[string, Partial<ModuleDraft>]>([
	['nothing', {}],
	['all', { ...BLANK_DRAFT, title: 'Dansk' }],
	['starts', { hasRollingIntake: false }],
	['a price', { prices: [] }],
	['times', { sessionHours: null, sessionHoursMin: null }]
])('what is said to be missing is what the database misses: %s', async (_, changed) => {
	const id = randomUUID();
	const saved = await save(id, 0, { ...complete, ...changed });
	const said = missingFields(await opened(id)).map(({ column }) => column);
	const refusal: unknown = await publishModule(world.as('leader'), saved).catch((error) => error);
	const missed = refusal instanceof Refusal ? (refusal.detail.missing as string[]) : [];
	expect(said.toSorted()).toEqual(missed.toSorted());
});

test('a published module that would lose what it must have is left as it is, and what it lacks is named', async () => {
	const id = randomUUID();
	const saved = await save(id, 0, { ...complete, elements, hours: 10 });
	await publishModule(world.as('leader'), saved);
	const { version } = await opened(id);
	expect(await outcome(save(id, version, { purpose: null }))).toMatchObject({
		code: 'module_incomplete',
		missing: ['purpose']
	});
	expect(await opened(id)).toMatchObject({ version, purpose: 'Forstå beskeder' });
	await save(id, version, { purpose: 'Forstå korte beskeder' });
});
