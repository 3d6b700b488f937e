/** How the cell of a spreadsheet is read, and how a value is written into one. */
import { z } from 'zod';
import { holdsCprLikeNumber } from '$lib/domain/shared/cpr';
import { decimal, kroner } from '$lib/domain/shared/format';
import { kronerToOre } from '$lib/domain/shared/parse';
import { m } from '$lib/paraglide/messages';
import { locales } from '$lib/paraglide/runtime';
import type { PriceItem } from '../price';
import type { Words } from '../words';

export type Cell = string | number | null;

/** The value in a cell, null when it is empty, or what is wrong with it. */
export type Reading<T> = { value: T | null } | { wrong: string };

/** Reads as a field of a form does. */
export const byField =
	<T>(schema: z.ZodType<T | null>) =>
	(text: string): Reading<T> => {
		const { data, error } = schema.safeParse(text);
		return error ? { wrong: error.issues[0]!.message } : { value: data };
	};

/** What tells words apart: neither capitals nor what stands between the letters. */
export const plain = (text: string) =>
	text
		.normalize('NFC')
		.toLocaleLowerCase('da')
		.replace(/[^\p{L}\p{N}%]+/gu, ' ')
		.trim();

const LIST = /[;,\n|]/;
const parts = (text: string) =>
	text
		.split(LIST)
		.map((part) => part.trim())
		.filter(Boolean);

type Names<Code extends string> = readonly (readonly [name: string, code: Code])[];

function lookUp<Code extends string>(names: Names<Code>) {
	const known = new Map(names.map(([name, code]) => [plain(name), code]));
	return (word: string) => known.get(plain(word));
}

/** Codes by their names, in any order and once each. */
export function readNames<Code extends string>(
	names: Names<Code>,
	unknown: (word: string) => string
) {
	const find = lookUp(names);
	return (text: string): Reading<Code[]> => {
		const found = new Set<Code>();
		for (const word of parts(text)) {
			const code = find(word);
			if (!code) return { wrong: unknown(word) };
			found.add(code);
		}
		return { value: found.size > 0 ? [...found] : null };
	};
}

/** One code by its name. */
export function readName<Code extends string>(
	names: Names<Code>,
	unknown: (word: string) => string
) {
	const find = lookUp(names);
	return (text: string): Reading<Code> => {
		if (!text.trim()) return { value: null };
		const code = find(text);
		return code ? { value: code } : { wrong: unknown(text.trim()) };
	};
}

/** The codes themselves and their words in each language, so that a sheet may come from either. */
export function namesOf<Code extends string>(codes: readonly Code[], words: Words<Code>) {
	return codes.flatMap((code) => [
		[code, code] as const,
		...locales.map((locale) => [words[code]({}, { locale }), code] as const)
	]);
}

/** What is said of a word that is none of these. */
export const unknownWord =
	<Code extends string>(codes: readonly Code[], words: Words<Code>) =>
	(word: string) =>
		m.catalogue_import_unknown_word({ word, words: listed(codes, words) });

export const listed = <Code extends string>(codes: readonly Code[], words: Words<Code>) =>
	codes.map((code) => words[code]()).join('; ');

/** The words for codes, in the order of all of them, whatever the order in which they were picked. */
export const written = <Code extends string>(
	all: readonly Code[],
	picked: readonly Code[],
	words: Words<Code>
) =>
	listed(
		all.filter((code) => picked.includes(code)),
		words
	) || null;

const YES = new Set(['ja', 'yes', 'true', 'sand', 'x', '1']);
const NO = new Set(['nej', 'no', 'false', 'falsk', '0']);

export function readYesNo(text: string): Reading<boolean> {
	const word = plain(text);
	if (!word) return { value: null };
	if (YES.has(word)) return { value: true };
	return NO.has(word) ? { value: false } : { wrong: m.catalogue_import_not_yes_no() };
}

export const yesNo = (value: boolean) => (value ? m.common_yes() : m.common_no());

/** Per cent as they are typed, or as a cell that Excel shows as per cent holds them: 25 % is 0,25. */
export const asPercent = (text: string) => {
	const bare = text.trim().replace(/\s*%$/, '');
	const share = /^0[,.](\d{1,2})$/.exec(bare);
	return share ? String(Number(share[1]!.padEnd(2, '0'))) : bare;
};

type OneOff = Pick<PriceItem, 'model' | 'unitPriceOre'>;

const eachPerson = () =>
	locales.map((locale) => plain(m.catalogue_import_per_participant({}, { locale })));

/** `500`, `500 pr. deltager`, or several with a plus between them. */
export function readOneOffs(money: z.ZodType<number | null>) {
	const amount = byField(money);
	return (text: string): Reading<OneOff[]> => {
		const read: OneOff[] = [];
		for (const part of text.split('+').map((each) => each.trim())) {
			if (!part) continue;
			const tail = eachPerson().find((words) => plain(part).endsWith(words));
			const digits = tail ? part.replace(/[^\d]*$/u, '') : part;
			const one = amount(kronerToOre(digits) === undefined ? part : digits);
			if ('wrong' in one) return one;
			read.push({ model: tail ? 'per_participant' : 'fixed', unitPriceOre: one.value! });
		}
		return { value: read };
	};
}

export const writtenOneOffs = (items: readonly OneOff[]) =>
	items
		.map(({ model, unitPriceOre }) =>
			model === 'fixed'
				? kroner(unitPriceOre)
				: `${kroner(unitPriceOre)} ${m.catalogue_import_per_participant()}`
		)
		.join(' + ') || null;

/** Stands in a cell for a CPR-like number, which is not kept even while a sheet is looked through. */
const HIDDEN = '██████-████';
export const withoutCpr = (text: string) => (holdsCprLikeNumber(text) ? HIDDEN : text);
export const heldCpr = (text: string) => text === HIDDEN;

/** A value as it would be typed into a sheet. */
export const shown = (cell: Cell) => (typeof cell === 'number' ? decimal(cell) : (cell ?? ''));
