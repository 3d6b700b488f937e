import { getLocale } from '$lib/paraglide/runtime';

/** A name that the database has in both languages. */
export interface Named {
	nameDa: string;
	nameEn: string;
}

/** The name in the reader's language. */
export const named = ({ nameDa, nameEn }: Named): string =>
	getLocale() === 'en' ? nameEn : nameDa;
