import { m } from '$lib/paraglide/messages';
import type { NeedDraft } from './need';
import { questionOf, type TemplateGuide } from './template';

/** The steps of the need form, by the last part of their address, in the order of the meeting. */
export const STEPS = [
	'kandidat',
	'arbejdspladsen',
	'maalet',
	'tid-og-sted',
	'oekonomi',
	'tjek'
] as const;
export type Step = (typeof STEPS)[number];

/** The last step asks nothing new: it shows what will be sent. */
export const SUMMARY: Step = 'tjek';

const titles: Record<Step, () => string> = {
	kandidat: m.needs_step_candidate,
	arbejdspladsen: m.needs_step_workplace,
	maalet: m.needs_step_goal,
	'tid-og-sted': m.needs_step_time,
	oekonomi: m.needs_step_money,
	tjek: m.needs_step_summary
};

/** The step that an address names. */
export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);
export const stepTitle = (step: Step): string => titles[step]();
export const stepPath = (need: string, step: Step): string => `/behov/${need}/rediger/${step}`;
export const stepAfter = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? SUMMARY;
export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1];

/** What a need must say before it can be sent, where it is said, and what it is called there. */
const required = [
	['maalet', 'subjectCode', m.needs_subject],
	['maalet', 'goal', m.needs_goal],
	['tid-og-sted', 'sessionHoursMax', m.needs_session_hours],
	['tid-og-sted', 'weeklyHoursMax', m.needs_weekly_hours],
	['tid-og-sted', 'place', m.needs_place],
	['tid-og-sted', 'startsOn', m.needs_starts_on]
] as const satisfies readonly [Step, keyof NeedDraft, () => string][];

export interface MissingAnswer {
	field: keyof NeedDraft;
	step: Step;
	label: string;
}

/**
 * What is still missing before the need can be sent, for itself and for its template; `submit_need` asks for the same,
 * and for consent.
 */
export function missingAnswers(
	draft: NeedDraft,
	template: TemplateGuide | null = null
): MissingAnswer[] {
	const asked = new Map<keyof NeedDraft, MissingAnswer>();
	for (const [step, field, label] of required) asked.set(field, { field, step, label: label() });
	for (const { field: name } of template?.fields.filter(({ isRequired }) => isRequired) ?? []) {
		const { answer, step, label } = questionOf(name);
		asked.set(answer, { field: answer, step, label: label() });
	}
	return [...asked.values()]
		.filter(({ field }) => isLeftOpen(draft[field]))
		.sort((one, other) => STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
}

/** What is said of each of several candidates, and so not at a step. */
const saidOfEach: (keyof NeedDraft)[] = ['sessionHoursMax', 'weeklyHoursMax', 'danishLevel'];

/** Where a missing answer is given. */
export const answerPath = (
	need: { id: string; named: unknown[] },
	{ field, step }: Pick<MissingAnswer, 'field' | 'step'>
): string =>
	need.named.length > 0 && saidOfEach.includes(field)
		? `/behov/${need.id}/kandidater`
		: stepPath(need.id, step);

const isLeftOpen = (answer: unknown) =>
	answer === null || (Array.isArray(answer) && answer.length === 0);

/** The first step that lacks something, where somebody who comes back goes on. */
export function stepToGoOnWith(draft: NeedDraft, template: TemplateGuide | null): Step {
	return missingAnswers(draft, template)[0]?.step ?? SUMMARY;
}
