import { z } from 'zod';
import {
	choice,
	choices,
	optionalDate,
	optionalFreeText,
	optionalHours,
	optionalWhole,
	version,
	whole
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { DELIVERY_FORMS, PLACES } from '../module';
import { INTAKES, isLeftOut, MOST_OFFERINGS, REACHES } from './where';

const session = { min: 0.25, max: 24 };
const week = { min: 0.25, max: 60 };

/** Where and how it is taught, how it is spread out, and when it can start. */
export const whereForm = z
	.object({
		version: version(),
		places: choices(PLACES),
		schoolAddress: optionalFreeText(160),
		reach: choice(REACHES),
		workplaceMunicipalities: z.array(z.string().regex(/^\d{4}$/)),
		deliveryForms: choices(DELIVERY_FORMS),
		sessionHours: optionalHours(session),
		sessionHoursMin: optionalHours(session),
		sessionHoursMax: optionalHours(session),
		weeklyHours: optionalHours(week),
		weeklyHoursMin: optionalHours(week),
		weeklyHoursMax: optionalHours(week),
		leadTimeDays: whole({ max: 365 }),
		intake: choice(INTAKES),
		offerings: z
			.array(z.object({ startsOn: optionalDate(), seats: optionalWhole({ min: 1, max: 500 }) }))
			.max(MOST_OFFERINGS)
	})
	.superRefine((data, ctx) => {
		const refuse = (path: (string | number)[], message: string) =>
			ctx.addIssue({ code: 'custom', path, message });
		/** Whether the first is above the second where both are said. */
		const above = (least: number | null, most: number | null) =>
			least !== null && most !== null && least > most;
		if (above(data.sessionHoursMin, data.sessionHours)) {
			refuse(['sessionHoursMin'], m.catalogue_shortest_above_session());
		}
		if (above(data.sessionHours ?? data.sessionHoursMin, data.sessionHoursMax)) {
			refuse(['sessionHoursMax'], m.catalogue_longest_below_session());
		}
		if (above(data.weeklyHoursMin, data.weeklyHours)) {
			refuse(['weeklyHoursMin'], m.catalogue_fewest_above_week());
		}
		if (above(data.weeklyHours ?? data.weeklyHoursMin, data.weeklyHoursMax)) {
			refuse(['weeklyHoursMax'], m.catalogue_most_below_week());
		}
		const isAtWorkplaces = data.places.includes('workplace');
		if (isAtWorkplaces && data.reach === 'some' && data.workplaceMunicipalities.length === 0) {
			refuse(['workplaceMunicipalities'], m.catalogue_reach_nowhere());
		}
		if (data.intake !== 'dated') return;
		const days = new Set<string>();
		data.offerings.forEach((offering, index) => {
			const { startsOn, seats } = offering;
			if (isLeftOut(offering)) return;
			if (startsOn === null) {
				refuse(['offerings', index, 'startsOn'], m.catalogue_intake_without_day());
			} else if (days.has(startsOn)) {
				refuse(['offerings', index, 'startsOn'], m.catalogue_intake_twice());
			} else {
				days.add(startsOn);
			}
			if (seats === null) refuse(['offerings', index, 'seats'], m.catalogue_intake_without_seats());
		});
	});
