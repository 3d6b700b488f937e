import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_DRAFT, type NeedDraft } from '$lib/domain/needs/need';
import { createNeed, saveStep, submitNeed } from '$lib/server/needs/writing';
import { fitModules, requestQuotes } from '$lib/server/needs/asking';
import { fundingSources, targetGroups } from '$lib/server/needs/choices';
import { quoteForNeed } from '$lib/server/quotes/one';
import { listNeeds, needById, needMatter, rememberedAnswers } from '$lib/server/needs/reading';
import type { NeedFilter } from '$lib/domain/needs/filter';
import { inDays, type Person } from '../../fixtures/cast';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const start: NeedDraft = { ...EMPTY_DRAFT, targetGroupCode: 'activity_ready' };

async function aDraft() {
	const id = randomUUID();
	await createNeed(world.as('broker'), world.organisations.north, id, start);
	return id;
}

test('a draft is filled in step by step, each keeping what the others said', async () => {
	const client = world.as('broker');
	const id = await aDraft();
	const workTimes = [
		{ weekday: 1, starts: '08:00', ends: '12:00' },
		{ weekday: 3, starts: '09:30', ends: '11:00' }
	];
	const second = await saveStep(client, { id, version: 1 }, { workplace: 'Køkkenet', workTimes });
	const third = await saveStep(client, { id, version: second }, { goal: 'Forstå beskeder' });
	expect(third).toBe(3);
	const need = await needById(client, id);
	expect(need!.draft).toEqual({
		...start,
		candidateAlias: expect.stringMatching(/^K-\d{4}$/),
		workplace: 'Køkkenet',
		workTimes,
		goal: 'Forstå beskeder'
	});
});

test('the same answers twice are one change, and older answers are refused as stale', async () => {
	const client = world.as('broker');
	const id = await aDraft();
	await saveStep(client, { id, version: 1 }, { goal: 'Ti ord' });
	expect(await saveStep(client, { id, version: 1 }, { goal: 'Ti ord' })).toBe(2);
	await expect(saveStep(client, { id, version: 1 }, { goal: 'Tyve ord' })).rejects.toMatchObject({
		code: 'stale'
	});
});

test('nobody else may write in a draft, and another job centre does not know of it', async () => {
	const id = await aDraft();
	const answers = { goal: 'Noget andet' };
	await expect(saveStep(world.as('colleague'), { id, version: 1 }, answers)).rejects.toMatchObject({
		code: 'not_allowed'
	});
	expect(await needById(world.as('southBroker'), id)).toBeNull();
	await expect(
		saveStep(world.as('southBroker'), { id, version: 1 }, answers)
	).rejects.toMatchObject({ code: 'not_found' });
});

test('a need is sent, fits in words, and schools are asked', async () => {
	const client = world.as('broker');
	const id = await aDraft();
	const version = await saveStep(
		client,
		{ id, version: 1 },
		{
			subjectCode: 'danish',
			goal: 'Forstå beskeder',
			sessionHoursMax: 2,
			weeklyHoursMax: 4,
			place: 'workplace',
			startsOn: inDays(30),
			hasConsent: true
		}
	);
	await submitNeed(client, id, version);

	const fit = await fitModules(client, id);
	expect(fit.rows.map((row) => row.moduleId)).toEqual([world.modules.workplaceDanish]);
	expect(fit.rows[0]!.criteria).toHaveLength(15);

	const [best] = fit.rows;
	const { language, technical } = world.organisations;
	const schools = [
		{ schoolId: best!.schoolId, moduleId: best!.moduleId },
		{ schoolId: technical, moduleId: null }
	];
	const terms = { answerBy: inDays(10), isSealed: false };
	expect(await requestQuotes(client, id, schools, terms)).toBe(2);
	expect(await requestQuotes(client, id, schools, terms)).toBe(0);

	const matter = await needMatter(client, id);
	expect(matter).toMatchObject({ state: 'open', answerDays: 10, contacts: 0 });
	expect(matter!.requests.map(({ schoolId, module }) => [schoolId, module])).toEqual(
		expect.arrayContaining([
			[language, 'Dansk på arbejdspladsen'],
			[technical, null]
		])
	);
});

test('the matter has its quotes and, for its own broker, how many contacts', async () => {
	const journey = journeys(world);
	const { need } = await journey.anOrder();
	await journey.shareContact(need);
	const matter = await needMatter(world.as('broker'), need);
	expect(matter).toMatchObject({
		state: 'awarded',
		owner: 'broker',
		contacts: 1,
		quotes: { accepted: true, submitted: 0, all: 2 }
	});
	expect((await needMatter(world.as('coordinator'), need))!.contacts).toBe(0);
	expect(await needMatter(world.as('leader'), need)).toBeNull();
});

test('the quotes that were not chosen can be opened, and those that were withdrawn', async () => {
	const journey = journeys(world);
	const { need, request, rivalRequest, quote, rivalQuote } = await journey.aQuote();
	const quotesOf = async (who: 'broker' | 'approver') => {
		const { requests } = (await needMatter(world.as(who), need))!;
		return Object.fromEntries(requests.map(({ id, quoteId }) => [id, quoteId]));
	};
	await world.call('rival', 'withdraw_quote', { p_id: rivalQuote, p_version: 1 });
	expect(await quotesOf('broker')).toEqual({ [request]: quote, [rivalRequest]: rivalQuote });
	// What stands comes before what was withdrawn.
	const better = await journey.submitQuote('rival', rivalRequest);
	expect(await quotesOf('broker')).toEqual({ [request]: quote, [rivalRequest]: better });
	await journey.accept(quote);
	for (const who of ['broker', 'approver'] as const) {
		expect(await quotesOf(who)).toEqual({ [request]: quote, [rivalRequest]: better });
		expect(await quoteForNeed(world.as(who), need, better)).toMatchObject({
			quote: { state: 'rejected' }
		});
	}
});

test('the list is filtered by owner, state, reference and alias', async () => {
	const journey = journeys(world);
	const { need } = await journey.anOpenNeed({ candidate_alias: 'K-7777' }, 'colleague');
	const { reference } = (await needById(world.as('colleague'), need))!;
	const jobCentreId = world.organisations.north;
	const ids = async (filter: Partial<NeedFilter>, who: Person = 'broker') => {
		const asking = { jobCentreId, userId: world.people[who].id };
		const asked = { all: true, state: null, text: '', ...filter };
		const found = await listNeeds(world.as(who), asking, asked);
		expect(found.rows).toHaveLength(found.total);
		return found.rows.map((row) => row.id);
	};
	expect(await ids({ text: 'k-777' })).toEqual([need]);
	expect(await ids({ text: reference })).toEqual([need]);
	expect(await ids({ all: false, state: 'open' }, 'colleague')).toEqual([need]);
	expect(await ids({ all: false, state: 'draft' }, 'colleague')).toEqual([]);
	expect(await ids({})).toContain(need);
	expect(await ids({ all: false })).not.toContain(need);
	expect(await ids({}, 'southBroker')).toEqual([]);
});

test('a new need begins with what the latest one said', async () => {
	const { aDraftNeed, fundingSource } = journeys(world);
	const funding_source_id = await fundingSource();
	await aDraftNeed({ workplace: 'Lageret', place: 'school', funding_source_id });
	const client = world.as('broker');
	expect(await rememberedAnswers(client, world.people.broker.id)).toEqual({
		workplace: 'Lageret',
		place: 'school',
		fundingSourceId: funding_source_id
	});
	expect(await rememberedAnswers(client, randomUUID())).toEqual({
		workplace: null,
		place: null,
		fundingSourceId: null
	});
});

test('target groups and funding sources are those of the day', async () => {
	const client = world.as('broker');
	const groups = async (day: string) => (await targetGroups(client, day)).map(({ value }) => value);
	expect(await groups('2026-11-23')).toContain('ukrainian_refugee');
	expect(await groups('2022-03-15')).not.toContain('ukrainian_refugee');
	await world.sql(`update target_group set valid_to = '2026-12-01' where code = 'job_ready'`);
	expect(await groups('2026-11-30')).toContain('job_ready');
	expect(await groups('2026-12-01')).not.toContain('job_ready');

	await world.sql(
		`insert into funding_source (job_centre_id, code, name_da, name_en, valid_from, valid_to)
		values ($1, 'own', 'Egen pulje', 'Own pool', '2026-01-01', '2027-01-01')`,
		[world.organisations.north]
	);
	const labels = async (jobCentre: string, day: string) =>
		(await fundingSources(client, jobCentre, day)).map(({ label }) => label);
	expect(await labels(world.organisations.north, '2026-06-01')).toContain('Egen pulje');
	expect(await labels(world.organisations.south, '2026-06-01')).not.toContain('Egen pulje');
	expect(await labels(world.organisations.north, '2027-01-01')).not.toContain('Egen pulje');
});
