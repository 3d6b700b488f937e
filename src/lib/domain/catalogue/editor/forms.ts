/** The forms of the steps by the address of the step; read on the server alone, so that no page carries the schemas. */
import type { z } from 'zod';
import { rowId } from '$lib/domain/shared/fields';
import type { ModuleDraft } from './draft';
import { blankElement, partsAnswers, type ElementValues } from './parts';
import { partsForm } from './parts-form';
import { blankStep, priceAnswers } from './price';
import { priceForm } from './price-form';
import { moveRow, type RowMove } from './rows';
import type { Step } from './steps';
import { whatAnswers } from './what';
import { whatForm } from './what-form';
import { blankOffering, whereAnswers } from './where';
import { whereForm } from './where-form';
import { whoAnswers } from './who';
import { whoForm } from './who-form';

export { partsForm, priceForm, whatForm, whereForm, whoForm };

/** The first step of a module that is not there yet: the form has chosen its id. */
export const newModuleForm = whatForm.extend({ id: rowId() });

/** What a step says about the module, written for one version of it. */
type Answered = { version: number; answers: Partial<ModuleDraft> };
type StepForm = z.ZodType<Answered, Record<string, unknown>>;

const stepForms: Record<Step, StepForm> = {
	indhold: whatForm.transform(({ version, ...data }) => ({ version, answers: whatAnswers(data) })),
	laengde: partsForm.transform(({ version, ...data }) => ({
		version,
		answers: partsAnswers(data)
	})),
	'tid-og-sted': whereForm.transform(({ version, ...data }) => ({
		version,
		answers: whereAnswers(data)
	})),
	deltagere: whoForm.transform(({ version, ...data }) => ({ version, answers: whoAnswers(data) })),
	pris: priceForm.transform(({ version, ...data }) => ({ version, answers: priceAnswers(data) }))
};
export const formOf = (step: Step): StepForm => stepForms[step];

const blanks: Record<string, (rows: readonly never[]) => Record<string, unknown>> = {
	elements: (rows) => blankElement(rows as readonly ElementValues[]),
	offerings: blankOffering,
	priceSteps: blankStep
};

/** Moves a row of what was typed, where there is no script to do it. */
export function moveTypedRow(data: Record<string, unknown>, move: RowMove): void {
	const rows = data[move.rows];
	const blank = blanks[move.rows];
	if (Array.isArray(rows) && blank)
		data[move.rows] = moveRow(rows as never[], move, blank as never);
}
