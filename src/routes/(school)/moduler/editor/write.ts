import { error, type RequestEvent } from '@sveltejs/kit';
import { setError, type SuperValidated } from 'sveltekit-superforms';
import { formOf, moveTypedRow, newModuleForm } from '$lib/domain/catalogue/editor/forms';
import { readRowMove } from '$lib/domain/catalogue/editor/rows';
import { fieldsOfColumns, isStep, type Step } from '$lib/domain/catalogue/editor/steps';
import { whatAnswers } from '$lib/domain/catalogue/editor/what';
import { m } from '$lib/paraglide/messages';
import { saveStep } from '$lib/server/catalogue/editing';
import { handleForm, readForm, type Words } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { Refusal } from '$lib/server/refusal';
import { requireRole } from '$lib/server/session';

const words: Words = { code_taken: () => m.catalogue_code_taken() };

/** Saves what a new module is, and goes on to where `done` says. */
export function saveNew(event: RequestEvent, done: (id: string) => never) {
	const { organisationId } = requireRole(event, 'leader');
	return handleForm(
		event,
		newModuleForm,
		async ({ id, version, ...data }) => {
			await saveStep(event.locals.supabase, organisationId, { id, version }, whatAnswers(data));
			done(id);
		},
		words
	);
}

type StepEvent = RequestEvent<{ id: string; trin: string }>;

function stepOf({ params }: StepEvent): Step {
	if (!isStep(params.trin)) error(404);
	return params.trin;
}

/** Saves what a step says, and goes on to where `done` says. */
export function save(event: StepEvent, done: (step: Step) => never) {
	const { organisationId } = requireRole(event, 'leader');
	const { params, locals } = event;
	const step = stepOf(event);
	return handleForm(
		event,
		formOf(step),
		async ({ version, answers }, form) => {
			try {
				await found(saveStep(locals.supabase, organisationId, { id: params.id, version }, answers));
			} catch (refusal) {
				return sayWhatIsMissing(form, refusal);
			}
			done(step);
		},
		words
	);
}

/** A published module cannot lose what it must have; that is said at each field of this step, and of others above. */
function sayWhatIsMissing(form: SuperValidated<Record<string, unknown>>, refusal: unknown): void {
	if (!(refusal instanceof Refusal) || refusal.code !== 'module_incomplete') throw refusal;
	for (const { field, label } of fieldsOfColumns(refusal.detail.missing as string[])) {
		const path = Array.isArray(form.data[field]) ? `${field}._errors` : field;
		if (field in form.data) setError(form, path as never, m.catalogue_missing({ field: label }));
	}
	form.valid = false;
	form.message = { tone: 'caution', text: m.catalogue_incomplete_live() };
}

/** Adds, moves or takes out a row for whoever has no script; nothing is judged yet. */
export async function changeRow(event: StepEvent) {
	requireRole(event, 'leader');
	const { form } = await readForm(event, formOf(stepOf(event)));
	const move = readRowMove(event.url.searchParams.get('move') ?? '');
	if (!move) error(400);
	moveTypedRow(form.data, move);
	return { form: { ...form, errors: {} } };
}
