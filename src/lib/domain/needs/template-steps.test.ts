import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT } from './need';
import { STEPS } from './steps';
import { templateAnswersOf, type TemplateAnswers } from './template';
import { templateValues } from './template-form';
import { saidAt, stepsWithErrors } from './template-steps';

const opened = (
	answers: Partial<TemplateAnswers>,
	fields: Parameters<typeof templateValues>[0]['fields'] = []
) =>
	templateValues({
		title: 'Hygiejne',
		answers: { ...templateAnswersOf(EMPTY_DRAFT), ...answers },
		fields
	});

describe('what a template says at a step', () => {
	test('is nothing in a template that has only a name', () => {
		for (const step of STEPS) {
			expect(saidAt(step, opened({}))).toEqual({ answers: 0, helps: 0, demands: 0 });
		}
	});

	test('is counted at the step where it is asked', () => {
		const values = opened(
			{
				participants: 4,
				sessionHoursMax: 3,
				place: 'school',
				workTimes: [
					{ weekday: 1, starts: '08:00', ends: '12:00' },
					{ weekday: 2, starts: '08:00', ends: '12:00' }
				],
				priceCeilingOre: 900_000
			},
			[
				{ field: 'free_times', help: 'Helst om formiddagen', isRequired: true },
				{ field: 'ends_by', help: null, isRequired: true },
				{ field: 'candidate_wish', help: 'Spørg åbent', isRequired: false }
			]
		);
		expect(STEPS.map((step) => [step, saidAt(step, values)])).toEqual([
			['kandidat', { answers: 0, helps: 1, demands: 0 }],
			['arbejdspladsen', { answers: 1, helps: 0, demands: 0 }],
			['maalet', { answers: 0, helps: 0, demands: 0 }],
			['tid-og-sted', { answers: 3, helps: 1, demands: 2 }],
			['oekonomi', { answers: 1, helps: 0, demands: 0 }],
			['tjek', { answers: 0, helps: 0, demands: 0 }]
		]);
	});
});

test('an error belongs to the step of its question, whatever it is wrong with', () => {
	const wrong = (...paths: string[]) => [...stepsWithErrors(opened({}), paths)];
	expect(wrong('days[0].starts', 'priceCeiling')).toEqual(['arbejdspladsen', 'oekonomi']);
	expect(wrong('support._errors')).toEqual(['maalet']);
	expect(wrong('fields[1].help')).toEqual(['kandidat']);
	expect(wrong('title', 'version')).toEqual([]);
});
