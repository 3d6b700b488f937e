/** What has been typed so far, for the preview: what cannot be read yet counts as empty. */
import { decimalToNumber, kronerToOre } from '$lib/domain/shared/parse';

export const textSoFar = (text = '') => text.trim() || null;
export const hoursSoFar = (text = '') => decimalToNumber(text) || null;
export const oreSoFar = (text = '') => kronerToOre(text) ?? null;

/** A count, or the least that it can be. */
export const countSoFar = (text = '', least: number) =>
	Math.max(least, Math.trunc(Number(text)) || least);

export const oneSoFar = <T extends string>(values: readonly T[], text = ''): T =>
	values.find((each) => each === text) ?? values[0]!;

export const someSoFar = <T extends string>(values: readonly T[], texts: string[]): T[] =>
	values.filter((each) => texts.includes(each));
