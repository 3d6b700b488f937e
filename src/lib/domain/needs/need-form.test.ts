import { describe, expect, test } from 'vitest';
import type { Role } from '$lib/domain/members/session';
import { EMPTY_DRAFT, firstStart, mayHandle, merge, saysNothingNew, type NeedDraft } from './need';
import { stepForms, stepValues, type FormStep } from './need-form';
import { answerPath, missingAnswers } from './steps';

const filled: NeedDraft = {
	...EMPTY_DRAFT,
	candidateAlias: 'K-0042',
	targetGroupCode: 'activity_ready',
	candidateWish: 'Vil gerne tale med kollegerne',
	participants: 4,
	workplace: 'Køkkenet',
	placementKind: 'internship',
	tasks: 'Anretter',
	workTimes: [
		{ weekday: 1, starts: '08:00', ends: '12:00' },
		{ weekday: 3, starts: '09:30', ends: '11:00' }
	],
	subjectCode: 'danish',
	hasBuddy: true,
	goal: 'Forstå beskeder i køkkenet',
	goodEnough: 'Kan tage imod en bestilling',
	certificateKind: 'amu',
	support: ['interpreter', 'pre_meeting'],
	hoursWanted: 22.5,
	danishLevel: 'A2',
	accommodations: ['breaks', 'interpreter'],
	accommodationNote: 'Pause hver halve time',
	sessionHoursMax: 7.4,
	weeklyHoursMax: 10,
	place: 'workplace',
	deliveryForm: 'one_to_one',
	freeTimes: [
		{ weekday: 2, starts: '08:00', ends: '12:00' },
		{ weekday: 2, starts: '14:00', ends: '16:00' }
	],
	startsOn: '2099-01-05',
	endsBy: '2099-03-01',
	fundingSourceId: '0198a1b2-0000-7000-8000-000000000001',
	priceCeilingOre: 1_500_050
};

/** What the browser would send when a step is opened and sent as it is. */
function sentBack(step: FormStep, draft: NeedDraft) {
	const values = Object.entries(stepValues[step](draft));
	const typed = Object.fromEntries(values.map(([name, value]) => [name, value ?? '']));
	const { version, ...answers } = stepForms[step].parse({ version: '3', ...typed });
	expect(version).toBe(3);
	return answers;
}

describe('each step', () => {
	test.each(Object.keys(stepForms) as FormStep[])('%s says again what was said', (step) => {
		expect(saysNothingNew(filled, sentBack(step, filled))).toBe(true);
	});

	test.each(Object.keys(stepForms).slice(1) as FormStep[])('%s may be left empty', (step) => {
		expect(saysNothingNew(EMPTY_DRAFT, sentBack(step, EMPTY_DRAFT))).toBe(true);
	});

	test('keeps what the others have said', () => {
		const draft = merge(filled, { place: 'school' });
		expect(draft).toEqual({ ...filled, place: 'school' });
		expect(saysNothingNew(filled, { place: 'school' })).toBe(false);
	});
});

const messages = (step: FormStep, changed: object) => {
	const values = Object.entries(stepValues[step](filled));
	const typed = Object.fromEntries(values.map(([name, value]) => [name, value ?? '']));
	const { error } = stepForms[step].safeParse({ version: '1', ...typed, ...changed });
	return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('what is wrong is said at its field', () => {
	test('an alias that could be a name', () => {
		expect(messages('kandidat', { candidateAlias: 'Amina' })[0]).toMatch(/^candidateAlias: /);
		expect(messages('kandidat', { candidateAlias: 'k-0042 ' })).toEqual([]);
	});

	test('a CPR-like number', () => {
		expect(messages('maalet', { goal: 'Ring om 010190-1234' })[0]).toContain('CPR');
	});

	test('a day that ends before it starts, when it is a working day', () => {
		const days = (isAtWork: boolean) => [{ isAtWork, starts: '12:00', ends: '08:00' }];
		expect(messages('arbejdspladsen', { days: days(true) })[0]).toMatch(/^days\.0\.starts: /);
		expect(messages('arbejdspladsen', { days: days(false) })).toEqual([]);
	});

	test('more hours at a time than in a week', () => {
		const wrong = { sessionHours: '4', weeklyHours: '3' };
		expect(messages('tid-og-sted', wrong)[0]).toMatch(/^weeklyHours: /);
	});

	test('nobody, or more people than a need is for', () => {
		for (const participants of ['', '0', '101', 'to']) {
			expect(messages('tid-og-sted', { participants })[0]).toMatch(/^participants: /);
		}
		expect(messages('tid-og-sted', { participants: '100' })).toEqual([]);
	});

	test('typed hours count only when "other" is chosen', () => {
		expect(messages('tid-og-sted', { sessionHours: '2', sessionHoursOther: 'mange' })).toEqual([]);
		expect(
			messages('tid-og-sted', { sessionHours: 'other', sessionHoursOther: 'mange' })[0]
		).toMatch(/^sessionHoursOther: /);
	});
});

test('training begins on a Monday, two weeks away at least', () => {
	expect(firstStart('2026-11-23')).toBe('2026-12-07');
	expect(firstStart('2026-11-24')).toBe('2026-12-14');
	expect(firstStart('2026-11-29')).toBe('2026-12-14');
});

test('what is missing is named with its step', () => {
	expect(missingAnswers(filled)).toEqual([]);
	expect(missingAnswers(EMPTY_DRAFT).map(({ field, step }) => `${step} ${field}`)).toEqual([
		'maalet subjectCode',
		'maalet goal',
		'tid-og-sted sessionHoursMax',
		'tid-og-sted weeklyHoursMax',
		'tid-og-sted place',
		'tid-og-sted startsOn'
	]);
});

test('a need is handled by its own broker and by the coordinators of its job centre', () => {
	const need = { jobCentreId: 'north', ownerId: 'me' };
	const acting = (role: Role, organisationId = 'north', userId = 'me') => {
		const membership = { organisationId, organisationName: '', kind: 'job_centre', role } as const;
		return mayHandle(need, { userId, memberships: [membership] });
	};
	expect(acting('broker')).toBe(true);
	expect(acting('broker', 'north', 'a colleague')).toBe(false);
	expect(acting('coordinator', 'north', 'a colleague')).toBe(true);
	expect(acting('coordinator', 'south', 'a colleague')).toBe(false);
	expect(acting('approver')).toBe(false);
});

test('what is missing of each of several candidates is given at them, and else at its step', () => {
	const level = { field: 'danishLevel', step: 'maalet' } as const;
	const goal = { field: 'goal', step: 'maalet' } as const;
	expect(answerPath({ id: 'b', named: [] }, level)).toBe('/behov/b/rediger/maalet');
	expect(answerPath({ id: 'b', named: ['K-0001', 'K-0002'] }, level)).toBe('/behov/b/kandidater');
	expect(answerPath({ id: 'b', named: ['K-0001', 'K-0002'] }, goal)).toBe(
		'/behov/b/rediger/maalet'
	);
});
