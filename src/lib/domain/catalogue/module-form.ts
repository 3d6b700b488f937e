import { z } from 'zod';
import {
	choice,
	choices,
	freeText,
	optionalFreeText,
	optionalHours,
	optionalMoney,
	rowId,
	version,
	whole
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { CERTIFICATE_KINDS, DANISH_LEVELS, DELIVERY_FORMS, PLACES } from './module';
import { DIVISIONS, ONE_OFF_KINDS, ONE_OFF_MODELS } from './module-content';
import { PRICE_MODELS } from './price';

const MAX_PRICE_ORE = 100_000_000;

/** The shortest that makes sense to plan. */
const quarter = { min: 0.25 };

/**
 * A module as a school writes it. A draft may lack much; what a published module lacks is said by
 * the database when it is published (`MISSING_FIELDS`).
 */
export const moduleSchema = z
	.object({
		id: rowId(),
		version: version(),
		title: freeText(120).refine((title) => !title || title.length >= 3, {
			error: () => m.catalogue_title_too_short()
		}),
		purpose: optionalFreeText(200),
		subjectCode: optionalFreeText(40),
		deliveryForms: choices(DELIVERY_FORMS),
		places: choices(PLACES),
		hours: optionalHours({ ...quarter, max: 2000 }),
		division: choice(DIVISIONS),
		minimumHours: optionalHours(quarter),
		indivisibleReason: optionalFreeText(200),
		sessionHours: optionalHours({ ...quarter, max: 24 }),
		sessionHoursMin: optionalHours(quarter),
		maxParticipants: whole({ min: 1, max: 500 }),
		requiredDanishLevel: choice(DANISH_LEVELS),
		certificateKind: choice(CERTIFICATE_KINDS),
		leadTimeDays: whole({ max: 365 }),
		teachingModel: choice(PRICE_MODELS),
		teachingPrice: optionalMoney({ max: MAX_PRICE_ORE }),
		weeklyHours: optionalHours({ ...quarter, max: 60 }),
		oneOffs: z
			.array(
				z.object({
					kind: choice(ONE_OFF_KINDS),
					model: choice(ONE_OFF_MODELS),
					amount: optionalMoney({ max: MAX_PRICE_ORE })
				})
			)
			.max(ONE_OFF_KINDS.length)
	})
	.superRefine((data, ctx) => {
		const refuse = (field: string, message: string) =>
			ctx.addIssue({ code: 'custom', path: [field], message });
		if (data.division === 'parts' && exceeds(data.minimumHours, data.hours)) {
			refuse('minimumHours', m.catalogue_minimum_above_hours());
		}
		if (exceeds(data.sessionHoursMin, data.sessionHours)) {
			refuse('sessionHoursMin', m.catalogue_shortest_above_session());
		}
		if (data.teachingModel === 'per_week' && data.teachingPrice !== null && !data.weeklyHours) {
			refuse('weeklyHours', m.catalogue_week_without_hours());
		}
	});

export type ModuleValues = z.input<typeof moduleSchema>;
export type ModuleData = z.output<typeof moduleSchema>;

const exceeds = (least: number | null, most: number | null) =>
	least !== null && most !== null && least > most;

/** The form's field, and its name, for what the database says that a module lacks. */
export const MISSING_FIELDS: Record<string, { field: keyof ModuleValues; label: () => string }> = {
	purpose: { field: 'purpose', label: m.catalogue_field_purpose },
	subject_code: { field: 'subjectCode', label: m.catalogue_field_subject },
	delivery_forms: { field: 'deliveryForms', label: m.catalogue_field_forms },
	places: { field: 'places', label: m.catalogue_field_places },
	hours: { field: 'hours', label: m.catalogue_field_hours },
	minimum_hours: { field: 'minimumHours', label: m.catalogue_field_minimum },
	session_hours: { field: 'sessionHours', label: m.catalogue_field_session },
	session_hours_min: { field: 'sessionHoursMin', label: m.catalogue_field_session_min },
	price: { field: 'teachingPrice', label: m.catalogue_field_price }
};
