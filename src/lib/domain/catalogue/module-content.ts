import { decimal, kroner } from '$lib/domain/shared/format';
import { decimalToNumber, kronerToOre } from '$lib/domain/shared/parse';
import {
	BLANK_MODULE,
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	type ModuleContent
} from './module';
import type { ModuleData, ModuleValues } from './module-form';
import { LINE_KINDS, PRICE_MODELS, type PriceItem } from './price';

/** What can be charged for beside the teaching; the form has a row for each. */
export const ONE_OFF_KINDS = LINE_KINDS.filter((kind) => kind !== 'teaching');
export const ONE_OFF_MODELS = ['fixed', 'per_participant'] as const;
export const DIVISIONS = ['parts', 'whole'] as const;

/** What a filled-in form says about the module. */
export function contentOf(data: ModuleData): ModuleContent {
	const isDivisible = data.division === 'parts';
	return {
		...BLANK_MODULE,
		title: data.title,
		purpose: data.purpose,
		subjectCode: data.subjectCode,
		deliveryForms: data.deliveryForms,
		places: data.places,
		hours: data.hours,
		minimumHours: isDivisible ? data.minimumHours : data.hours,
		sessionHours: data.sessionHours,
		sessionHoursMin: data.sessionHoursMin,
		isDivisible,
		indivisibleReason: isDivisible ? null : data.indivisibleReason,
		maxParticipants: data.maxParticipants,
		requiredDanishLevel: data.requiredDanishLevel,
		certificateKind: data.certificateKind,
		leadTimeDays: data.leadTimeDays,
		prices: pricesOf(data)
	};
}

function pricesOf(data: ModuleData): PriceItem[] {
	const teaching: PriceItem[] =
		data.teachingPrice === null
			? []
			: [
					{
						kind: 'teaching',
						model: data.teachingModel,
						unitPriceOre: data.teachingPrice,
						weeklyHours: data.teachingModel === 'per_week' ? data.weeklyHours : null
					}
				];
	const oneOffs = data.oneOffs.flatMap(({ kind, model, amount }) =>
		amount === null ? [] : [{ kind, model, unitPriceOre: amount, weeklyHours: null }]
	);
	return [...teaching, ...oneOffs];
}

/** The form's values for a module, or what a new one begins with. */
export function valuesOf(content: ModuleContent | null): Omit<ModuleValues, 'id' | 'version'> {
	const teaching = content?.prices.find((item) => item.kind === 'teaching');
	const shown = (value: number | null | undefined) => (value == null ? '' : decimal(value));
	return {
		title: content?.title ?? '',
		purpose: content?.purpose ?? '',
		subjectCode: content?.subjectCode ?? '',
		deliveryForms: content?.deliveryForms ?? [],
		places: content?.places ?? [],
		hours: shown(content?.hours),
		division: content?.isDivisible === false ? 'whole' : 'parts',
		minimumHours: shown(content?.minimumHours),
		indivisibleReason: content?.indivisibleReason ?? '',
		sessionHours: shown(content?.sessionHours),
		sessionHoursMin: shown(content?.sessionHoursMin),
		maxParticipants: String(content?.maxParticipants ?? 1),
		requiredDanishLevel: content?.requiredDanishLevel ?? 'none',
		certificateKind: content?.certificateKind ?? 'participation',
		leadTimeDays: String(content?.leadTimeDays ?? 14),
		teachingModel: teaching?.model ?? 'per_hour',
		teachingPrice: teaching ? kroner(teaching.unitPriceOre) : '',
		weeklyHours: shown(teaching?.weeklyHours),
		oneOffs: ONE_OFF_KINDS.map((kind) => {
			const item = content?.prices.find((each) => each.kind === kind);
			return {
				kind,
				model: item?.model ?? 'fixed',
				amount: item ? kroner(item.unitPriceOre) : ''
			};
		})
	};
}

/** What has been typed so far, for the preview: what cannot be read yet counts as empty. */
export function readSoFar(values: ModuleValues): ModuleContent {
	const hours = (text = '') => decimalToNumber(text) || null;
	const count = (text: string, least: number) => Math.max(least, Math.trunc(Number(text)) || least);
	return contentOf({
		id: values.id,
		version: Number(values.version),
		title: values.title.trim(),
		purpose: values.purpose?.trim() || null,
		subjectCode: values.subjectCode || null,
		deliveryForms: DELIVERY_FORMS.filter((form) => values.deliveryForms.includes(form)),
		places: PLACES.filter((place) => values.places.includes(place)),
		hours: hours(values.hours),
		division: oneOf(DIVISIONS, values.division),
		minimumHours: hours(values.minimumHours),
		indivisibleReason: values.indivisibleReason?.trim() || null,
		sessionHours: hours(values.sessionHours),
		sessionHoursMin: hours(values.sessionHoursMin),
		maxParticipants: count(values.maxParticipants, 1),
		requiredDanishLevel: oneOf(DANISH_LEVELS, values.requiredDanishLevel),
		certificateKind: oneOf(CERTIFICATE_KINDS, values.certificateKind),
		leadTimeDays: count(values.leadTimeDays, 0),
		teachingModel: oneOf(PRICE_MODELS, values.teachingModel),
		teachingPrice: kronerToOre(values.teachingPrice ?? '') ?? null,
		weeklyHours: hours(values.weeklyHours),
		oneOffs: values.oneOffs.map(({ kind, model, amount }) => ({
			kind: oneOf(ONE_OFF_KINDS, kind),
			model: oneOf(ONE_OFF_MODELS, model),
			amount: kronerToOre(amount ?? '') ?? null
		}))
	});
}

const oneOf = <T extends string>(values: readonly T[], value: string): T =>
	values.find((each) => each === value) ?? values[0]!;
