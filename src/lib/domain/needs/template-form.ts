/** What a coordinator says in a need template. */
import { z } from 'zod';
import {
	checkbox,
	choice,
	choices,
	freeText,
	optionalChoice,
	optionalFreeText,
	optionalHours,
	optionalMoney,
	optionalRowId,
	rowId,
	version,
	whole
} from '$lib/domain/shared/fields';
import { decimal, kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { DELIVERY_FORMS, SUPPORTS } from '$lib/domain/catalogue/module';
import {
	ACCOMMODATIONS,
	ASKED_CERTIFICATES,
	NEED_LIMITS,
	NEED_PLACES,
	PLACEMENT_KINDS
} from './need';
import { workDays, workDayValues } from './need-form';
import { guideAt, templateFields, type TemplateAnswers, type TemplateGuide } from './template';

export const templateForm = z
	.object({
		version: version(),
		title: freeText(80),
		participants: whole({ min: 1, max: NEED_LIMITS.participants }),
		workplace: optionalFreeText(120),
		placementKind: optionalChoice(PLACEMENT_KINDS),
		tasks: optionalFreeText(500),
		days: workDays(),
		subjectCode: z.string(),
		goal: optionalFreeText(500),
		goodEnough: optionalFreeText(300),
		certificateKind: optionalChoice(ASKED_CERTIFICATES),
		support: choices(SUPPORTS),
		accommodations: choices(ACCOMMODATIONS),
		hoursWanted: optionalHours({ min: 0.05, max: 2000 }),
		sessionHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.sessionHours }),
		weeklyHoursMax: optionalHours({ min: 0.05, max: NEED_LIMITS.weeklyHours }),
		place: optionalChoice(NEED_PLACES),
		deliveryForm: optionalChoice(DELIVERY_FORMS),
		fundingSourceId: optionalRowId(),
		priceCeiling: optionalMoney({ min: 100, max: 100_000_000 }),
		fields: z.array(
			z.object({
				field: choice(templateFields),
				help: optionalFreeText(200),
				isRequired: checkbox()
			})
		)
	})
	.transform(({ version, title, fields, subjectCode, priceCeiling, days, ...answers }, ctx) => {
		if ((answers.sessionHoursMax ?? 0) > (answers.weeklyHoursMax ?? Infinity)) {
			ctx.addIssue({
				code: 'custom',
				message: m.needs_session_beyond_week(),
				path: ['weeklyHoursMax']
			});
		}
		return {
			version,
			title,
			fields: fields.filter(({ help, isRequired }) => help !== null || isRequired),
			answers: {
				...answers,
				workTimes: days,
				subjectCode: subjectCode || null,
				priceCeilingOre: priceCeiling
			} satisfies TemplateAnswers
		};
	});

/** What the fields hold when a template is opened. */
export const templateValues = ({
	title,
	answers,
	fields
}: TemplateGuide & { answers: TemplateAnswers }) => ({
	title,
	participants: String(answers.participants),
	workplace: answers.workplace,
	placementKind: answers.placementKind,
	tasks: answers.tasks,
	days: workDayValues(answers.workTimes),
	subjectCode: answers.subjectCode,
	goal: answers.goal,
	goodEnough: answers.goodEnough,
	certificateKind: answers.certificateKind,
	support: answers.support,
	accommodations: answers.accommodations,
	hoursWanted: typed(answers.hoursWanted),
	sessionHoursMax: typed(answers.sessionHoursMax),
	weeklyHoursMax: typed(answers.weeklyHoursMax),
	place: answers.place,
	deliveryForm: answers.deliveryForm,
	fundingSourceId: answers.fundingSourceId,
	priceCeiling: answers.priceCeilingOre === null ? null : kroner(answers.priceCeilingOre),
	fields: templateFields.map((field) => {
		const guide = guideAt({ title, fields }, field);
		return { field, help: guide?.help ?? '', isRequired: guide?.isRequired ?? false };
	})
});

const typed = (hours: number | null) => (hours === null ? null : decimal(hours));

export const archiveForm = z.object({ id: rowId(), version: version(), isArchived: checkbox() });
