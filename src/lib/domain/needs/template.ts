/** A need template: what a job centre's needs of one kind begin with, and what it asks of who fills them in. */
import { m } from '$lib/paraglide/messages';
import type { NeedDraft } from './need';
import type { Step } from './steps';

/** What a need of this kind begins with; nothing of it is about a candidate. */
export type TemplateAnswers = Pick<
	NeedDraft,
	| 'participants'
	| 'workplace'
	| 'placementKind'
	| 'tasks'
	| 'subjectCode'
	| 'goal'
	| 'goodEnough'
	| 'certificateKind'
	| 'support'
	| 'hoursWanted'
	| 'sessionHoursMax'
	| 'weeklyHoursMax'
	| 'place'
	| 'deliveryForm'
	| 'fundingSourceId'
	| 'priceCeilingOre'
>;

/** The questions that a template may say something at, by the database's names, and where they are asked. */
export const TEMPLATE_FIELDS = {
	candidate_wish: ['candidateWish', 'kandidat', m.needs_wish],
	workplace: ['workplace', 'arbejdspladsen', m.needs_workplace],
	tasks: ['tasks', 'arbejdspladsen', m.needs_tasks],
	work_times: ['workTimes', 'arbejdspladsen', m.needs_days],
	goal: ['goal', 'maalet', m.needs_goal],
	hours_wanted: ['hoursWanted', 'maalet', m.needs_hours_wanted],
	danish_level: ['danishLevel', 'maalet', m.needs_danish_level],
	accommodation_note: ['accommodationNote', 'maalet', m.needs_accommodation_note],
	session_hours_max: ['sessionHoursMax', 'tid-og-sted', m.needs_session_hours],
	weekly_hours_max: ['weeklyHoursMax', 'tid-og-sted', m.needs_weekly_hours],
	funding_source_id: ['fundingSourceId', 'oekonomi', m.needs_funding],
	price_ceiling_ore: ['priceCeilingOre', 'oekonomi', m.needs_ceiling]
} as const satisfies Record<string, readonly [keyof NeedDraft, Step, () => string]>;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;
export const templateFields = Object.keys(TEMPLATE_FIELDS) as TemplateField[];

/** What a template says at one question. */
export interface FieldGuide {
	field: TemplateField;
	help: string | null;
	isRequired: boolean;
}

/** What follows a need from the template that it was begun from. */
export interface TemplateGuide {
	title: string;
	fields: FieldGuide[];
}

export interface NeedTemplate extends TemplateGuide {
	id: string;
	version: number;
	isArchived: boolean;
	answers: TemplateAnswers;
}

/** What a template says at a question, if anything. */
export const guideAt = (guide: TemplateGuide | null | undefined, field: TemplateField) =>
	guide?.fields.find((each) => each.field === field);

/** The words that help at a question: the template's own, or the usual ones. */
export const hintAt = (
	guide: TemplateGuide | null | undefined,
	field: TemplateField,
	usual?: string
) => guideAt(guide, field)?.help ?? usual;

/** Whether a template asks for an answer that is otherwise left to whoever fills it in. */
export const isAskedFor = (guide: TemplateGuide | null | undefined, field: TemplateField) =>
	guideAt(guide, field)?.isRequired || undefined;

/** A template's answers over those that would be there without it; what it leaves open is kept. */
export function beginWith<Draft extends TemplateAnswers>(draft: Draft, template: TemplateAnswers) {
	const given = Object.entries(template).filter(
		([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)
	);
	return { ...draft, ...(Object.fromEntries(given) as Partial<TemplateAnswers>) };
}

/** What of a need a template may begin with. */
export const templateAnswersOf = (draft: NeedDraft): TemplateAnswers => ({
	participants: draft.participants,
	workplace: draft.workplace,
	placementKind: draft.placementKind,
	tasks: draft.tasks,
	subjectCode: draft.subjectCode,
	goal: draft.goal,
	goodEnough: draft.goodEnough,
	certificateKind: draft.certificateKind,
	support: draft.support,
	hoursWanted: draft.hoursWanted,
	sessionHoursMax: draft.sessionHoursMax,
	weeklyHoursMax: draft.weeklyHoursMax,
	place: draft.place,
	deliveryForm: draft.deliveryForm,
	fundingSourceId: draft.fundingSourceId,
	priceCeilingOre: draft.priceCeilingOre
});
