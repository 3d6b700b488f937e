import type { z } from 'zod';
import { decimal } from '$lib/domain/shared/format';
import { toIsoDate } from '$lib/domain/shared/parse';
import { DELIVERY_FORMS, PLACES } from '../module';
import type { ModuleDraft } from './draft';
import { countSoFar, hoursSoFar, oneSoFar, someSoFar, textSoFar } from './so-far';
import type { whereForm } from './where-form';

/** Whether the school comes to all workplaces, or only to those of some municipalities. */
export const REACHES = ['all', 'some'] as const;
export const INTAKES = ['rolling', 'dated'] as const;
/** A start a week for a year. */
export const MOST_OFFERINGS = 53;

export type WhereValues = z.input<typeof whereForm>;
export type OfferingValues = WhereValues['offerings'][number];
type WhereData = Omit<z.output<typeof whereForm>, 'version'>;

export const blankOffering = (): OfferingValues => ({ startsOn: '', seats: '' });

/** A row in which nothing has been written is no intake. */
export const isLeftOut = ({ startsOn, seats }: WhereData['offerings'][number]) =>
	startsOn === null && seats === null;

export function whereValues(draft: ModuleDraft): Omit<WhereValues, 'version'> {
	const hours = (value: number | null) => (value === null ? '' : decimal(value));
	return {
		places: draft.places,
		schoolAddress: draft.schoolAddress ?? '',
		reach: draft.workplaceMunicipalities.length > 0 ? 'some' : 'all',
		workplaceMunicipalities: draft.workplaceMunicipalities,
		deliveryForms: draft.deliveryForms,
		sessionHours: hours(draft.sessionHours),
		sessionHoursMin: hours(draft.sessionHoursMin),
		sessionHoursMax: hours(draft.sessionHoursMax),
		weeklyHours: hours(draft.weeklyHours),
		weeklyHoursMin: hours(draft.weeklyHoursMin),
		weeklyHoursMax: hours(draft.weeklyHoursMax),
		leadTimeDays: String(draft.leadTimeDays),
		intake: draft.hasRollingIntake ? 'rolling' : 'dated',
		offerings: draft.offerings.map(({ startsOn, seats }) => ({ startsOn, seats: String(seats) }))
	};
}

export function whereAnswers({
	reach,
	intake,
	offerings,
	workplaceMunicipalities,
	...answers
}: WhereData): Partial<ModuleDraft> {
	const isSomewhere = reach === 'some' && answers.places.includes('workplace');
	return {
		...answers,
		workplaceMunicipalities: isSomewhere ? workplaceMunicipalities : [],
		hasRollingIntake: intake === 'rolling',
		offerings:
			intake === 'rolling'
				? []
				: offerings.flatMap(({ startsOn, seats }) =>
						startsOn === null || seats === null ? [] : [{ startsOn, seats }]
					)
	};
}

export const whereSoFar = (values: WhereValues): Partial<ModuleDraft> =>
	whereAnswers({
		places: someSoFar(PLACES, values.places),
		schoolAddress: textSoFar(values.schoolAddress),
		reach: oneSoFar(REACHES, values.reach),
		workplaceMunicipalities: values.workplaceMunicipalities,
		deliveryForms: someSoFar(DELIVERY_FORMS, values.deliveryForms),
		sessionHours: hoursSoFar(values.sessionHours),
		sessionHoursMin: hoursSoFar(values.sessionHoursMin),
		sessionHoursMax: hoursSoFar(values.sessionHoursMax),
		weeklyHours: hoursSoFar(values.weeklyHours),
		weeklyHoursMin: hoursSoFar(values.weeklyHoursMin),
		weeklyHoursMax: hoursSoFar(values.weeklyHoursMax),
		leadTimeDays: countSoFar(values.leadTimeDays, 0),
		intake: oneSoFar(INTAKES, values.intake),
		offerings: values.offerings.map(({ startsOn, seats }) => ({
			startsOn: toIsoDate(startsOn ?? '') ?? null,
			seats: countSoFar(seats, 0) || null
		}))
	});
