import type { z } from 'zod';
import { decimal } from '$lib/domain/shared/format';
import type { ModuleElement } from '../module';
import type { ModuleDraft } from './draft';
import type { partsForm } from './parts-form';
import { hoursSoFar, oneSoFar, textSoFar } from './so-far';

export const DIVISIONS = ['parts', 'whole'] as const;
/** As many as a page is still read with; the database keeps no more. */
export const MOST_ELEMENTS = 40;

export type PartsValues = z.input<typeof partsForm>;
export type ElementValues = PartsValues['elements'][number];
type PartsData = Omit<z.output<typeof partsForm>, 'version'>;
type ElementData = PartsData['elements'][number];

/** A row for one more element, with a number that none of the others has. */
export const blankElement = (rows: readonly ElementValues[]): ElementValues => ({
	number: String(Math.max(0, ...rows.map(({ number }) => Number(number) || 0)) + 1),
	title: '',
	goal: '',
	hours: '',
	isMandatory: false,
	needs: ''
});

/** A row in which nothing has been written is no element. */
export const isLeftOut = ({ title, goal, hours }: Pick<ElementData, 'title' | 'goal' | 'hours'>) =>
	!title && !goal && hours === null;

/** The hours of all elements, in which case they are the module's; null without elements. */
export function totalHours(elements: readonly { hours: number | null }[]): number | null {
	const hours = elements.map((element) => element.hours).filter((each) => each !== null);
	if (hours.length === 0) return null;
	return hours.reduce((sum, each) => sum + Math.round(each * 20), 0) / 20;
}

export const partsValues = (draft: ModuleDraft): Omit<PartsValues, 'version'> => ({
	elements: draft.elements.map((element) => ({
		number: String(element.number),
		title: element.title,
		goal: element.goal ?? '',
		hours: decimal(element.hours),
		isMandatory: element.isMandatory,
		needs: element.needs === null ? '' : String(element.needs)
	})),
	hours: draft.hours === null ? '' : decimal(draft.hours),
	division: draft.isDivisible ? 'parts' : 'whole',
	minimumHours: draft.isDivisible && draft.minimumHours !== null ? decimal(draft.minimumHours) : '',
	indivisibleReason: draft.indivisibleReason ?? ''
});

export function partsAnswers(data: PartsData): Partial<ModuleDraft> {
	const hours = totalHours(data.elements) ?? data.hours;
	const isDivisible = data.division === 'parts';
	return {
		elements: elementsOf(data.elements),
		hours,
		isDivisible,
		minimumHours: isDivisible ? data.minimumHours : hours,
		indivisibleReason: isDivisible ? null : data.indivisibleReason
	};
}

function elementsOf(rows: readonly ElementData[]): ModuleElement[] {
	const written = rows.filter((row) => !isLeftOut(row));
	// A row that came without a number gets the next one that is free.
	let last = Math.max(0, ...written.map(({ number }) => number ?? 0));
	return written.map(({ number, title, goal, hours, isMandatory, needs }) => ({
		number: number ?? ++last,
		title: title ?? '',
		goal,
		hours: hours ?? 0,
		isMandatory,
		needs
	}));
}

export const partsSoFar = (values: PartsValues): Partial<ModuleDraft> =>
	partsAnswers({
		elements: values.elements.map((row) => ({
			number: Number(row.number) || null,
			title: textSoFar(row.title),
			goal: textSoFar(row.goal),
			hours: hoursSoFar(row.hours),
			isMandatory: row.isMandatory,
			needs: Number(row.needs) || null
		})),
		hours: hoursSoFar(values.hours),
		division: oneSoFar(DIVISIONS, values.division),
		minimumHours: hoursSoFar(values.minimumHours),
		indivisibleReason: textSoFar(values.indivisibleReason)
	});
