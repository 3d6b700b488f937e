/**
 * What form fields may hold. Each takes the text that a browser sends and gives the value that the
 * rest of the product works with; messages are worded when they are needed, in the reader's language.
 */
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { holdsCprLikeNumber } from './cpr';
import { decimal, formatDate, formatKroner } from './format';
import { decimalToNumber, isHours, kronerToOre, toIsoDate } from './parse';

const required = () => m.common_required();

// What no field below words itself.
z.config({ localeError: () => m.common_invalid() });

const line = (max: number) => z.string().max(max, { error: () => m.common_too_long({ max }) });

const withoutCpr = (text: string | null) => text === null || !holdsCprLikeNumber(text);
const cprMessage = { error: () => m.common_cpr_in_text() };

/** Text that must be filled in, trimmed; a CPR-like number is refused. */
export const freeText = (max: number) =>
	line(max).trim().min(1, { error: required }).refine(withoutCpr, cprMessage);

/** Text that may be left out, then null; a CPR-like number is refused. */
export const optionalFreeText = (max: number) =>
	line(max)
		.optional()
		.transform((text) => text?.trim() || null)
		.refine(withoutCpr, cprMessage);

/** A value made from text, or a message that says what is wrong with it. */
type Reading<T> = { value: T } | { wrong: string };
type Read<T> = (text: string) => Reading<T>;

const filled = <T>(read: Read<T>) =>
	z
		.string()
		.trim()
		.min(1, { error: required })
		.transform((text, ctx) => settle(read(text), ctx));

const leftOut = <T>(read: Read<T>) =>
	z
		.string()
		.optional()
		.transform((text, ctx) => (text?.trim() ? settle(read(text), ctx) : null));

function settle<T>(reading: Reading<T>, ctx: z.RefinementCtx): T {
	if ('value' in reading) return reading.value;
	ctx.addIssue({ code: 'custom', message: reading.wrong });
	return z.NEVER;
}

interface Range {
	min?: number;
	max?: number;
}

const within =
	({ min = 0, max = Infinity }: Range, show: (value: number) => string) =>
	(value: number | undefined, wrong: () => string): Reading<number> => {
		if (value === undefined) return { wrong: wrong() };
		if (value < min) return { wrong: m.common_at_least({ min: show(min) }) };
		if (value > max) return { wrong: m.common_at_most({ max: show(max) }) };
		return { value };
	};

const readKroner =
	(range: Range): Read<number> =>
	(text) =>
		within(range, formatKroner)(kronerToOre(text), m.common_not_money);

/** Kroner, typed with comma, as øre. The limits are in øre. */
export const money = (range: Range = {}) => filled(readKroner(range));
export const optionalMoney = (range: Range = {}) => leftOut(readKroner(range));

const readHours =
	(range: Range): Read<number> =>
	(text) => {
		const value = decimalToNumber(text);
		if (value !== undefined && !isHours(value)) return { wrong: m.common_not_hours() };
		return within(range, decimal)(value, m.common_not_number);
	};

/** Hours in steps of 0,05, typed with comma. */
export const hours = (range: Range = {}) => filled(readHours(range));
export const optionalHours = (range: Range = {}) => leftOut(readHours(range));

const readWhole =
	(range: Range): Read<number> =>
	(text) =>
		within(range, decimal)(
			/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined,
			m.common_not_whole
		);

/** A count. */
export const whole = (range: Range = {}) => filled(readWhole(range));
export const optionalWhole = (range: Range = {}) => leftOut(readWhole(range));

/** The first and last day that fit, as ISO dates; functions, since "today" moves. */
interface Days {
	from?: () => string;
	to?: () => string;
}

const readDate =
	({ from, to }: Days): Read<string> =>
	(text) => {
		const value = toIsoDate(text);
		if (!value) return { wrong: m.common_not_date() };
		if (from && value < from()) return { wrong: m.common_not_before({ date: formatDate(from()) }) };
		if (to && value > to()) return { wrong: m.common_not_after({ date: formatDate(to()) }) };
		return { value };
	};

/** A day, as an ISO date. */
export const date = (days: Days = {}) => filled(readDate(days));
export const optionalDate = (days: Days = {}) => leftOut(readDate(days));

const oneOf =
	<T extends string>(values: readonly T[]): Read<T> =>
	(text) => {
		const value = values.find((each) => each === text);
		return value === undefined ? { wrong: m.common_choose() } : { value };
	};

/** One of a few values, from radio buttons or a list. */
export const choice = <T extends string>(values: readonly T[]) =>
	z.string().transform((text, ctx) => settle(oneOf(values)(text), ctx));
export const optionalChoice = <T extends string>(values: readonly T[]) => leftOut(oneOf(values));

/** Any of a few values, from checkboxes. */
export const choices = <T extends string>(values: readonly T[], { min = 0 } = {}) =>
	z
		.array(z.string().transform((text, ctx) => settle(oneOf(values)(text), ctx)))
		.min(min, { error: () => m.common_choose_some() });

/** The id of a row, from a list or a hidden field. */
export const rowId = () => z.string().pipe(z.uuid({ error: () => m.common_choose() }));
export const optionalRowId = () =>
	leftOut<string>((text) =>
		z.uuid().safeParse(text).success ? { value: text } : { wrong: m.common_choose() }
	);

/** The version of a row that a form was filled in for; the database refuses an old one as stale. */
export const version = () => z.string().transform(Number).pipe(z.int().nonnegative());

export const checkbox = () => z.boolean();

/** A checkbox that must be ticked. */
export const consent = (error: () => string) => z.boolean().refine((ticked) => ticked, { error });

export const email = () =>
	line(254)
		.trim()
		.toLowerCase()
		.min(1, { error: required })
		.pipe(z.email({ error: () => m.common_not_email() }));

/** A password as it is typed to sign in: nothing is said about it. */
export const password = () => z.string().min(1, { error: required }).max(200);

/** A password that somebody chooses. */
export const newPassword = () =>
	z
		.string()
		.min(1, { error: required })
		.min(10, { error: () => m.common_password_too_short({ min: 10 }) })
		// The sign-in service hashes 72 bytes and no more.
		.refine((text) => new TextEncoder().encode(text).length <= 72, {
			error: () => m.common_password_too_long()
		});
