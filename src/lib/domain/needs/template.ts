/** A need template: what a job centre's needs of one kind begin with, and what it asks of who fills them in. */
import { m } from '$lib/paraglide/messages';
import type { NeedDraft } from './need';
import type { Step } from './steps';

/**
 * What a need of this kind begins with; nothing of it is about a candidate. The hours at work are the workplace's; those
 * that training can use are a person's, and no template has them.
 */
export type TemplateAnswers = Pick<
	NeedDraft,
	| 'participants'
	| 'workplace'
	| 'placementKind'
	| 'tasks'
	| 'workTimes'
	| 'subjectCode'
	| 'goal'
	| 'goodEnough'
	| 'certificateKind'
	| 'support'
	| 'accommodations'
	| 'hoursWanted'
	| 'sessionHoursMax'
	| 'weeklyHoursMax'
	| 'place'
	| 'deliveryForm'
	| 'fundingSourceId'
	| 'priceCeilingOre'
>;

/** A question of the need form that a template may say something at. */
interface Question {
	answer: keyof NeedDraft;
	step: Step;
	label: () => string;
	/** Left open by some needs, so that a template can ask for it. Where nothing chosen is an answer, it cannot. */
	canBeRequired?: true;
}

/** Every question of the need form, by the database's names, in the order in which they are asked; the database knows the same. */
export const TEMPLATE_FIELDS = {
	target_group_code: { answer: 'targetGroupCode', step: 'kandidat', label: m.needs_target_group },
	candidate_wish: {
		answer: 'candidateWish',
		step: 'kandidat',
		label: m.needs_wish,
		canBeRequired: true
	},
	candidate_alias: { answer: 'candidateAlias', step: 'kandidat', label: m.needs_alias },
	workplace: {
		answer: 'workplace',
		step: 'arbejdspladsen',
		label: m.needs_workplace,
		canBeRequired: true
	},
	placement_kind: {
		answer: 'placementKind',
		step: 'arbejdspladsen',
		label: m.needs_placement,
		canBeRequired: true
	},
	tasks: { answer: 'tasks', step: 'arbejdspladsen', label: m.needs_tasks, canBeRequired: true },
	has_buddy: { answer: 'hasBuddy', step: 'arbejdspladsen', label: m.needs_buddy },
	work_times: {
		answer: 'workTimes',
		step: 'arbejdspladsen',
		label: m.needs_days,
		canBeRequired: true
	},
	subject_code: { answer: 'subjectCode', step: 'maalet', label: m.needs_subject },
	goal: { answer: 'goal', step: 'maalet', label: m.needs_goal },
	good_enough: {
		answer: 'goodEnough',
		step: 'maalet',
		label: m.needs_good_enough,
		canBeRequired: true
	},
	hours_wanted: {
		answer: 'hoursWanted',
		step: 'maalet',
		label: m.needs_hours_wanted,
		canBeRequired: true
	},
	danish_level: {
		answer: 'danishLevel',
		step: 'maalet',
		label: m.needs_danish_level,
		canBeRequired: true
	},
	accommodations: { answer: 'accommodations', step: 'maalet', label: m.needs_accommodations },
	accommodation_note: {
		answer: 'accommodationNote',
		step: 'maalet',
		label: m.needs_accommodation_note,
		canBeRequired: true
	},
	certificate_kind: { answer: 'certificateKind', step: 'maalet', label: m.needs_certificate },
	support: { answer: 'support', step: 'maalet', label: m.needs_support },
	session_hours_max: {
		answer: 'sessionHoursMax',
		step: 'tid-og-sted',
		label: m.needs_session_hours
	},
	weekly_hours_max: { answer: 'weeklyHoursMax', step: 'tid-og-sted', label: m.needs_weekly_hours },
	participants: { answer: 'participants', step: 'tid-og-sted', label: m.needs_participants },
	place: { answer: 'place', step: 'tid-og-sted', label: m.needs_place },
	delivery_form: { answer: 'deliveryForm', step: 'tid-og-sted', label: m.needs_delivery_form },
	starts_on: { answer: 'startsOn', step: 'tid-og-sted', label: m.needs_starts_on },
	ends_by: { answer: 'endsBy', step: 'tid-og-sted', label: m.needs_ends_by, canBeRequired: true },
	free_times: {
		answer: 'freeTimes',
		step: 'tid-og-sted',
		label: m.needs_free,
		canBeRequired: true
	},
	funding_source_id: {
		answer: 'fundingSourceId',
		step: 'oekonomi',
		label: m.needs_funding,
		canBeRequired: true
	},
	price_ceiling_ore: {
		answer: 'priceCeilingOre',
		step: 'oekonomi',
		label: m.needs_ceiling,
		canBeRequired: true
	}
} as const satisfies Record<string, Question>;
export type TemplateField = keyof typeof TEMPLATE_FIELDS;
export const templateFields = Object.keys(TEMPLATE_FIELDS) as TemplateField[];
export const questionOf = (field: TemplateField): Question => TEMPLATE_FIELDS[field];

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

/** What of a need a template may begin with. What helps its candidate tells about a person, and stays there. */
export const templateAnswersOf = (draft: NeedDraft): TemplateAnswers => ({
	participants: draft.participants,
	workplace: draft.workplace,
	placementKind: draft.placementKind,
	tasks: draft.tasks,
	workTimes: draft.workTimes,
	subjectCode: draft.subjectCode,
	goal: draft.goal,
	goodEnough: draft.goodEnough,
	certificateKind: draft.certificateKind,
	support: draft.support,
	accommodations: [],
	hoursWanted: draft.hoursWanted,
	sessionHoursMax: draft.sessionHoursMax,
	weeklyHoursMax: draft.weeklyHoursMax,
	place: draft.place,
	deliveryForm: draft.deliveryForm,
	fundingSourceId: draft.fundingSourceId,
	priceCeilingOre: draft.priceCeilingOre
});
