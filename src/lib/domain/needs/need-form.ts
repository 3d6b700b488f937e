/** What each step of the need form asks, and how its answers go in and out of a draft. */
import { z } from 'zod';
import { DANISH_LEVELS, DELIVERY_FORMS, SUPPORTS } from '$lib/domain/catalogue/module';
import {
	checkbox,
	choices,
	consent,
	optionalChoice,
	optionalDate,
	optionalFreeText,
	optionalHours,
	optionalMoney,
	optionalRowId,
	version,
	whole
} from '$lib/domain/shared/fields';
import { today } from '$lib/domain/shared/day';
import { decimal, kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { CELLS, cellsOfTimes, timesOfCells } from './free-times';
import {
	ACCOMMODATIONS,
	ASKED_CERTIFICATES,
	HOURS_WANTED,
	NEED_LIMITS,
	NEED_PLACES,
	OTHER,
	PLACEMENT_KINDS,
	SESSION_HOURS,
	SHARED_FIELDS,
	WEEKLY_HOURS,
	type NeedDraft,
	type WorkTime
} from './need';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** What a day's working hours are until somebody says otherwise. */
const USUAL_DAY = { starts: '09:00', ends: '12:00' };

const clock = z.string().trim();
const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** An alias of the job centre's own system; null when the next free one is to be given. */
export const candidateAlias = () =>
	z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^(K-\d{4,6})?$/, { error: () => m.needs_not_an_alias() })
		.transform((alias) => alias || null);

export const targetGroupCode = () => z.string().min(1, { error: () => m.common_choose() });

/** The days of the week with their hours at work, read as those that are worked. */
export const workDays = () =>
	z
		.array(z.object({ isAtWork: checkbox(), starts: clock, ends: clock }))
		.max(WEEKDAYS.length)
		.transform((days, ctx) => {
			const workTimes: WorkTime[] = [];
			days.forEach(({ isAtWork, starts, ends }, index) => {
				if (!isAtWork) return;
				if (!isClock(starts) || !isClock(ends) || ends <= starts) {
					ctx.addIssue({
						code: 'custom',
						message: m.needs_day_not_in_order(),
						path: [index, 'starts']
					});
				}
				workTimes.push({ weekday: index + 1, starts, ends });
			});
			return workTimes;
		});

/** What its fields hold for these hours at work. */
export const workDayValues = (workTimes: WorkTime[]) =>
	WEEKDAYS.map((weekday) => {
		const time = workTimes.find((each) => each.weekday === weekday);
		const { starts, ends } = time ?? workTimes[0] ?? USUAL_DAY;
		return { isAtWork: time !== undefined, starts, ends };
	});

export const candidateForm = z.object({
	version: version(),
	candidateAlias: candidateAlias(),
	targetGroupCode: targetGroupCode(),
	candidateWish: optionalFreeText(500)
});

export const workplaceForm = z
	.object({
		version: version(),
		workplace: optionalFreeText(120),
		placementKind: optionalChoice(PLACEMENT_KINDS),
		tasks: optionalFreeText(500),
		hasBuddy: checkbox(),
		days: workDays()
	})
	.transform(({ days, ...rest }) => ({ ...rest, workTimes: days }));

export const goalForm = z
	.object({
		version: version(),
		subjectCode: z.string(),
		goal: optionalFreeText(500),
		goodEnough: optionalFreeText(300),
		hoursWanted: z.string(),
		hoursWantedOther: z.string(),
		danishLevel: optionalChoice(DANISH_LEVELS),
		accommodations: choices(ACCOMMODATIONS),
		accommodationNote: optionalFreeText(300),
		certificateKind: optionalChoice(ASKED_CERTIFICATES),
		support: choices(SUPPORTS)
	})
	.transform(({ subjectCode, hoursWanted, hoursWantedOther, ...rest }, ctx) => ({
		...rest,
		subjectCode: subjectCode || null,
		hoursWanted: chosenHours(hoursWanted, hoursWantedOther, 2000, 'hoursWantedOther', ctx)
	}));

export const timeForm = z
	.object({
		version: version(),
		sessionHours: z.string(),
		sessionHoursOther: z.string(),
		weeklyHours: z.string(),
		weeklyHoursOther: z.string(),
		participants: whole({ min: 1, max: NEED_LIMITS.participants }),
		place: optionalChoice(NEED_PLACES),
		deliveryForm: optionalChoice(DELIVERY_FORMS),
		cells: choices(CELLS),
		startsOn: optionalDate({ from: today }),
		endsBy: optionalDate({ from: today })
	})
	.transform(
		({ sessionHours, sessionHoursOther, weeklyHours, weeklyHoursOther, cells, ...rest }, ctx) => {
			const session = chosenHours(
				sessionHours,
				sessionHoursOther,
				NEED_LIMITS.sessionHours,
				'sessionHoursOther',
				ctx
			);
			const weekly = chosenHours(
				weeklyHours,
				weeklyHoursOther,
				NEED_LIMITS.weeklyHours,
				'weeklyHoursOther',
				ctx
			);
			if (session !== null && weekly !== null && session > weekly) {
				ctx.addIssue({
					code: 'custom',
					message: m.needs_session_beyond_week(),
					path: ['weeklyHours']
				});
			}
			if (rest.startsOn && rest.endsBy && rest.endsBy <= rest.startsOn) {
				ctx.addIssue({ code: 'custom', message: m.needs_ends_before_start(), path: ['endsBy'] });
			}
			return {
				...rest,
				freeTimes: timesOfCells(cells),
				sessionHoursMax: session,
				weeklyHoursMax: weekly
			};
		}
	);

export const moneyForm = z
	.object({
		version: version(),
		fundingSourceId: optionalRowId(),
		priceCeiling: optionalMoney({ min: 100, max: 100_000_000 })
	})
	.transform(({ priceCeiling, ...rest }) => ({ ...rest, priceCeilingOre: priceCeiling }));

/** The candidate says yes to what stands on the page, so the tick is asked for each time. */
export const sendForm = z.object({
	version: version(),
	sharedFields: choices(SHARED_FIELDS),
	hasConsent: consent(() => m.needs_consent_missing())
});

/** The step forms by the address of the step; the last step is `sendForm`. */
export const stepForms = {
	kandidat: candidateForm,
	arbejdspladsen: workplaceForm,
	maalet: goalForm,
	'tid-og-sted': timeForm,
	oekonomi: moneyForm
};
export type FormStep = keyof typeof stepForms;

/** A step's form as all of them are: answers for the draft, written for one version of it. */
export const formOf = (step: FormStep) =>
	stepForms[step] as z.ZodType<
		Partial<NeedDraft> & { version: number },
		Record<string, unknown> & { version: string }
	>;

/** What the fields of each step hold when the step is opened. */
export const stepValues = {
	kandidat: (draft: NeedDraft) => ({
		candidateAlias: draft.candidateAlias,
		targetGroupCode: draft.targetGroupCode,
		candidateWish: draft.candidateWish
	}),
	arbejdspladsen: (draft: NeedDraft) => ({
		workplace: draft.workplace,
		placementKind: draft.placementKind,
		tasks: draft.tasks,
		hasBuddy: draft.hasBuddy,
		days: workDayValues(draft.workTimes)
	}),
	maalet: (draft: NeedDraft) => ({
		subjectCode: draft.subjectCode,
		goal: draft.goal,
		goodEnough: draft.goodEnough,
		...chips('hoursWanted', draft.hoursWanted, HOURS_WANTED),
		danishLevel: draft.danishLevel,
		accommodations: draft.accommodations,
		accommodationNote: draft.accommodationNote,
		certificateKind: draft.certificateKind,
		support: draft.support
	}),
	'tid-og-sted': (draft: NeedDraft) => ({
		...chips('sessionHours', draft.sessionHoursMax, SESSION_HOURS),
		...chips('weeklyHours', draft.weeklyHoursMax, WEEKLY_HOURS),
		participants: String(draft.participants),
		place: draft.place,
		deliveryForm: draft.deliveryForm,
		cells: cellsOfTimes(draft.freeTimes),
		startsOn: draft.startsOn,
		endsBy: draft.endsBy
	}),
	oekonomi: (draft: NeedDraft) => ({
		fundingSourceId: draft.fundingSourceId,
		priceCeiling: draft.priceCeilingOre === null ? null : kroner(draft.priceCeilingOre)
	})
};

/** The chip that stands for a number of hours, or "other" with the number beside it. */
function chips<Name extends string>(name: Name, hours: number | null, usual: readonly string[]) {
	const text = hours === null ? '' : decimal(hours);
	const isUsual = text === '' || usual.includes(text);
	return {
		[name]: isUsual ? text : OTHER,
		[`${name}Other`]: isUsual ? '' : text
	} as Record<Name | `${Name}Other`, string>;
}

function chosenHours(
	chip: string,
	typed: string,
	max: number,
	path: string,
	ctx: z.RefinementCtx
): number | null {
	const read = optionalHours({ min: 0.05, max }).safeParse(chip === OTHER ? typed : chip);
	if (read.success) return read.data;
	for (const { message } of read.error.issues) {
		ctx.addIssue({ code: 'custom', message, path: [path] });
	}
	return null;
}
