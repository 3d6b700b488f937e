import { fail, type RequestEvent } from '@sveltejs/kit';
import { setError } from 'sveltekit-superforms';
import { contentOf } from '$lib/domain/catalogue/module-content';
import { MISSING_FIELDS, moduleSchema } from '$lib/domain/catalogue/module-form';
import { m } from '$lib/paraglide/messages';
import { publishModule, saveModule } from '$lib/server/catalogue/modules';
import { readForm, refuse } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { Refusal } from '$lib/server/refusal';
import { requireRole } from '$lib/server/session';

type ModuleForm = Awaited<ReturnType<typeof readForm<typeof moduleSchema>>>['form'];

/** Saves what was written, and stays with the module; `done` is what is said about it. */
export async function save(event: RequestEvent, done: string) {
	const { organisationId } = requireRole(event, 'leader');
	const { form, data } = await readForm(event, moduleSchema);
	if (!data) return fail(400, { form });
	try {
		await saveModule(event.locals.supabase, organisationId, data, contentOf(data));
	} catch (error) {
		return lacking(form, error, m.catalogue_incomplete_live()) ?? refuse(form, error);
	}
	doneAt(event.cookies, `/moduler/${data.id}`, done);
}

/** Saves what was written and puts it into the catalogue; when it lacks something, it is saved all the same. */
export async function publish(event: RequestEvent) {
	const { organisationId } = requireRole(event, 'leader');
	const { form, data } = await readForm(event, moduleSchema);
	if (!data) return fail(400, { form });
	try {
		const saved = await saveModule(event.locals.supabase, organisationId, data, contentOf(data));
		form.data.version = String(saved.version);
		await publishModule(event.locals.supabase, saved);
	} catch (error) {
		return lacking(form, error, m.catalogue_incomplete()) ?? refuse(form, error);
	}
	doneAt(event.cookies, `/moduler/${data.id}`, m.catalogue_published());
}

/** Says at each field that the database misses that it does; undefined when it refused for another reason. */
function lacking(form: ModuleForm, error: unknown, text: string) {
	if (!(error instanceof Refusal) || error.code !== 'module_incomplete') return undefined;
	for (const column of error.detail.missing as string[]) {
		const { field, label } = MISSING_FIELDS[column]!;
		const path = Array.isArray(form.data[field]) ? `${field}._errors` : field;
		setError(form, path as never, m.catalogue_missing({ field: label() }));
	}
	form.message = { tone: 'caution', text };
	return fail(422, { form });
}
