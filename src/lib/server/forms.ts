/**
 * The one way in which a page takes a form. See "How a page and a form are made" in
 * `docs/architecture.md`.
 */
import { error as httpError, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { setError, superValidate, type SuperValidated } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { formatDateTime } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { Refusal } from './refusal';

/** A flat object of the fields in `domain/shared/fields.ts`, or lists of such objects for rows. */
type FormSchema = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** A form as its page shows it: what was typed, never what it was turned into. */
type Form<S extends FormSchema> = SuperValidated<z.input<S>>;

// The JSON schema of what is typed, not of what it is turned into.
const adapter = <S extends FormSchema>(schema: S) => zod4(schema, { config: { io: 'input' } });

/** Values to begin with; null and undefined leave a field empty. */
type Values<S extends FormSchema> = { [K in keyof z.input<S>]?: z.input<S>[K] | null };

/** A form that has not been sent yet, empty or with the values of a row. */
export async function newForm<S extends FormSchema>(
	schema: S,
	values: Values<S> = {},
	options: { id?: string } = {}
): Promise<Form<S>> {
	const given = Object.entries(values).filter(([, value]) => value != null);
	const data = { ...typedFields(new FormData(), fieldsOf(schema)), ...Object.fromEntries(given) };
	const form = await superValidate(data as never, adapter(schema), { ...options, errors: false });
	return { ...form, valid: false, data } as unknown as Form<S>;
}

/** What was sent: the form to show again, and its data when everything in it is right. */
export async function readForm<S extends FormSchema>(event: RequestEvent, schema: S) {
	return judge(await event.request.formData(), schema);
}

/** The same for a form that asks without changing anything, and so stands in the address. */
export async function readAddress<S extends FormSchema>(url: URL, schema: S) {
	return judge(url.searchParams, schema);
}

async function judge<S extends FormSchema>(
	sent: Sent,
	schema: S
): Promise<{ form: Form<S>; data: z.output<S> | undefined }> {
	const typed = typedFields(sent, fieldsOf(schema)) as z.input<S> & { password?: string };
	const id = sent.get('__superform_id')?.toString();
	const form = await superValidate(typed as never, adapter(schema), { id, errors: true });
	const data = form.valid ? ({ ...form.data } as z.output<S>) : undefined;
	// All that was typed goes back to the page, but a password is typed again.
	if ('password' in typed) typed.password = '';
	return { form: { ...form, posted: true, data: typed } as unknown as Form<S>, data };
}

/**
 * Reads a form, acts on it when it is right, and answers with the form otherwise. `act` redirects
 * when it is done, or returns to show the page again, perhaps with `form.message`.
 */
export async function handleForm<S extends FormSchema>(
	event: RequestEvent,
	schema: S,
	act: (data: z.output<S>, form: Form<S>) => Promise<void>,
	words?: Words
) {
	const { form, data } = await readForm(event, schema);
	if (data === undefined) return fail(400, { form });
	try {
		await act(data, form);
	} catch (error) {
		return refuse(form, error, words);
	}
	return form.valid ? { form } : fail(400, { form });
}

/** Words for codes that only one form can meet; the others are worded below. */
export type Words = Record<string, (detail: Refusal['detail']) => string>;

/**
 * Turns a refusal of the database into a message at the field that it names, or above the form.
 * Everything else is thrown on: a row that the reader may not see as a page that does not exist.
 */
export function refuse<F extends SuperValidated<Record<string, unknown>>>(
	form: F,
	error: unknown,
	words: Words = {}
): ActionFailure<{ form: F }> {
	if (!(error instanceof Refusal)) throw error;
	const { code, detail, status } = error;
	if (code === 'not_found' && !words.not_found) httpError(404);
	const reason = typeof detail.reason === 'string' ? detail.reason : code;
	const word = words[reason] ?? words[code] ?? general[reason] ?? general[code] ?? m.refusal_other;
	const text = word(detail);
	const field = fieldOf(form.data, detail.field);
	if (field) setError(form, field as never, text);
	else form.message = { tone: 'negative', text, reload: MOVED_ON.has(code) };
	form.valid = false;
	return fail(field || status < 400 || status > 499 ? 400 : status, { form });
}

/** Refusals because the row is not as the page shows it: loading the page again shows how it is. */
const MOVED_ON = new Set([
	'stale',
	'wrong_state',
	'already_awarded',
	'quote_expired',
	'quotes_opened',
	'too_late',
	'agreement_not_in_force',
	'round_goes_on',
	'school_answered',
	'schools_asked',
	'change_open',
	'cost_changed',
	'not_late',
	'nothing_owed'
]);

const general: Words = {
	stale: ({ actor, at }) =>
		m.refusal_stale({
			actor: typeof actor === 'string' && actor ? actor : m.refusal_somebody(),
			at: typeof at === 'string' ? formatDateTime(at) : ''
		}),
	wrong_state: () => m.refusal_wrong_state(),
	nothing_owed: () => m.refusal_wrong_state(),
	already_awarded: ({ reference, actor, at }) =>
		m.orders_accept_already({
			reference: String(reference),
			actor: typeof actor === 'string' && actor ? actor : m.refusal_somebody(),
			at: typeof at === 'string' ? formatDateTime(at) : ''
		}),
	quotes_opened: () => m.quotes_opened(),
	total_mismatch: () => m.refusal_total_mismatch(),
	cpr_in_text: () => m.common_cpr_in_text(),
	not_allowed: () => m.refusal_not_allowed(),
	invalid: () => m.common_invalid(),
	required: () => m.common_required(),
	too_long: () => m.refusal_too_long()
};

/** The field of the form that a column name means, if it has one. */
function fieldOf(data: Record<string, unknown>, column: unknown): string | undefined {
	if (typeof column !== 'string') return undefined;
	const camel = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
	return [column, camel].find((name) => name.split(/[.[]/)[0]! in data);
}

/** Fields by name, from a body or from an address. */
type Sent = FormData | URLSearchParams;

interface ObjectSchema {
	properties?: Record<string, FieldSchema>;
}
interface FieldSchema extends ObjectSchema {
	type?: string;
	items?: FieldSchema;
}

const fieldsOf = (schema: FormSchema) =>
	z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as ObjectSchema;

/**
 * Reads fields by name, as a browser sends them with or without JavaScript. A list of rows is sent
 * as `lines[0].unitPrice`, `lines[1].unitPrice` and so on; a row that was left out leaves no gap.
 */
function typedFields(sent: Sent, schema: ObjectSchema, prefix = ''): Record<string, unknown> {
	const entries = Object.entries(schema.properties ?? {}).map(([key, field]) => {
		const name = prefix + key;
		if (field.type === 'boolean') return [key, sent.has(name) && sent.get(name) !== 'false'];
		if (field.type !== 'array') return [key, textOf(sent.get(name))];
		const { items } = field;
		if (items?.type !== 'object') return [key, sent.getAll(name).map(textOf)];
		return [key, rowsOf(sent, name).map((row) => typedFields(sent, items, `${row}.`))];
	});
	return Object.fromEntries(entries);
}

/** `lines[0]`, `lines[2]`: the rows of this name that something was sent for, in order. */
function rowsOf(sent: Sent, name: string): string[] {
	const numbers = [...sent.keys()]
		.filter((key) => key.startsWith(`${name}[`))
		.map((key) => /^\[(\d{1,3})\]\./.exec(key.slice(name.length))?.[1])
		.filter((number) => number !== undefined);
	return [...new Set(numbers.map(Number))].sort((a, b) => a - b).map((n) => `${name}[${n}]`);
}

/** Line ends are sent as two characters and count as one. */
const textOf = (value: FormDataEntryValue | null) =>
	typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
