/** The template's form, step by step: what it says at each, and where something in it is wrong. */
import type { z } from 'zod';
import { EMPTY_DRAFT } from './need';
import type { Step } from './steps';
import { questionOf, templateFields, type TemplateField } from './template';
import type { templateForm } from './template-form';

type Typed = z.input<typeof templateForm>;
type Values = { [Name in keyof Omit<Typed, 'version' | 'fields'>]?: Typed[Name] | null } & Pick<
	Typed,
	'fields'
>;

/** How much a template says at a step: answers to begin with, help texts, and answers that it demands. */
export interface Said {
	answers: number;
	helps: number;
	demands: number;
}

export function saidAt(step: Step, values: Values): Said {
	const guides = values.fields.filter(({ field }) => stepOf(field) === step);
	return {
		answers: templateFields.filter((field) => stepOf(field) === step && hasAnswer(field, values))
			.length,
		helps: guides.filter(({ help }) => help).length,
		demands: guides.filter(({ isRequired }) => isRequired).length
	};
}

/** The steps in which something is wrong, by the paths of the errors. */
export function stepsWithErrors(values: Pick<Values, 'fields'>, paths: string[]): Set<Step> {
	return new Set(
		paths.flatMap((path) => {
			const [, name, index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
			const field =
				name === 'fields'
					? values.fields[Number(index)]?.field
					: templateFields.find((each) => nameOf(each) === name);
			return field ? [stepOf(field)] : [];
		})
	);
}

const stepOf = (field: string) => questionOf(field as TemplateField).step;

/** The name of the form's field that holds the answer, where the template can have one. */
function nameOf(field: TemplateField): string {
	const { answer } = questionOf(field);
	if (answer === 'workTimes') return 'days';
	return answer === 'priceCeilingOre' ? 'priceCeiling' : answer;
}

function hasAnswer(field: TemplateField, values: Values): boolean {
	if (field === 'work_times') return !!values.days?.some(({ isAtWork }) => isAtWork);
	const value = (values as Record<string, unknown>)[nameOf(field)];
	// As many as there are in every need until somebody says otherwise.
	if (field === 'participants') return value !== String(EMPTY_DRAFT.participants);
	return Array.isArray(value) ? value.length > 0 : !!value;
}
