import { m } from '$lib/paraglide/messages';
import type { ModuleContent } from '../module';

/** The steps in which a module is written, by the last part of their address. */
export const STEPS = ['indhold', 'laengde', 'tid-og-sted', 'deltagere', 'pris'] as const;
export type Step = (typeof STEPS)[number];

const titles: Record<Step, () => string> = {
	indhold: m.catalogue_step_what,
	laengde: m.catalogue_step_parts,
	'tid-og-sted': m.catalogue_step_where,
	deltagere: m.catalogue_step_who,
	pris: m.catalogue_step_price
};

export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);
export const stepTitle = (step: Step): string => titles[step]();
export const overviewPath = (module: string): string => `/moduler/${module}`;
export const stepPath = (module: string, step: Step): string =>
	`/moduler/${module}/rediger/${step}`;
/** Where one goes on to: the next step, and from the last one to the module itself. */
export function pathAfter(module: string, step: Step): string {
	const next = STEPS[STEPS.indexOf(step) + 1];
	return next ? stepPath(module, next) : overviewPath(module);
}
export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1];

type RequiredField =
	| 'purpose'
	| 'subjectCode'
	| 'hours'
	| 'minimumHours'
	| 'places'
	| 'deliveryForms'
	| 'sessionHours'
	| 'sessionHoursMin'
	| 'offerings'
	| 'teachingPrice';

/** A field that a published module must have, where it is filled in, and what it is called there. */
export interface MissingField {
	/** The column that the database names. */
	column: string;
	/** The field of the step's form; a list when it is one. */
	field: RequiredField;
	step: Step;
	label: string;
}

interface Required {
	column: string;
	field: RequiredField;
	step: Step;
	label: () => string;
	isMissing: (content: ModuleContent) => boolean;
}

const required: Required[] = [
	{
		column: 'purpose',
		field: 'purpose',
		step: 'indhold',
		label: m.catalogue_field_purpose,
		isMissing: ({ purpose }) => purpose === null
	},
	{
		column: 'subject_code',
		field: 'subjectCode',
		step: 'indhold',
		label: m.catalogue_field_subject,
		isMissing: ({ subjectCode }) => subjectCode === null
	},
	{
		column: 'hours',
		field: 'hours',
		step: 'laengde',
		label: m.catalogue_field_hours,
		isMissing: ({ hours }) => hours === null
	},
	{
		column: 'minimum_hours',
		field: 'minimumHours',
		step: 'laengde',
		label: m.catalogue_field_minimum,
		isMissing: ({ minimumHours }) => minimumHours === null
	},
	{
		column: 'places',
		field: 'places',
		step: 'tid-og-sted',
		label: m.catalogue_field_places,
		isMissing: ({ places }) => places.length === 0
	},
	{
		column: 'delivery_forms',
		field: 'deliveryForms',
		step: 'tid-og-sted',
		label: m.catalogue_field_forms,
		isMissing: ({ deliveryForms }) => deliveryForms.length === 0
	},
	{
		column: 'session_hours',
		field: 'sessionHours',
		step: 'tid-og-sted',
		label: m.catalogue_field_session,
		isMissing: ({ sessionHours }) => sessionHours === null
	},
	{
		column: 'session_hours_min',
		field: 'sessionHoursMin',
		step: 'tid-og-sted',
		label: m.catalogue_field_session_min,
		isMissing: ({ sessionHoursMin }) => sessionHoursMin === null
	},
	{
		column: 'offerings',
		field: 'offerings',
		step: 'tid-og-sted',
		label: m.catalogue_field_offerings,
		isMissing: ({ hasRollingIntake, offerings }) => !hasRollingIntake && offerings.length === 0
	},
	{
		column: 'price',
		field: 'teachingPrice',
		step: 'pris',
		label: m.catalogue_field_price,
		isMissing: ({ prices }) => !prices.some(({ kind }) => kind === 'teaching')
	}
];

const worded = ({ column, field, step, label }: Required): MissingField => ({
	column,
	field,
	step,
	label: label()
});

/** What a module lacks before it can be published; `publish_module` asks for the same. */
export const missingFields = (content: ModuleContent): MissingField[] =>
	required.filter(({ isMissing }) => isMissing(content)).map(worded);

/** The fields that the database says a module lacks. */
export const fieldsOfColumns = (columns: readonly string[]): MissingField[] =>
	required.filter(({ column }) => columns.includes(column)).map(worded);
