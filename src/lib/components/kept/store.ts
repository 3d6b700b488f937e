/**
 * What somebody typed and the server does not have yet, kept in this browser: it outlives a lost connection and a
 * closed tab. It is nobody's but that person's, and goes when somebody signs out or another signs in, and after a week.
 */
import { KEPT } from './any-kept';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Something kept, and when it was last typed. */
export interface Entry {
	at: number;
}

/** The name of something that somebody typed, by where they typed it. */
export const keyOf = (userId: string, ...where: string[]) => KEPT + [userId, ...where].join('/');

/** The names of all that somebody typed somewhere, or at a kind of place. */
export const keysOf = (userId: string, ...where: string[]): string[] =>
	keys().filter((key) => key.startsWith(keyOf(userId, ...where, '')));

export const read = <E extends Entry>(key: string): E | null =>
	attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null')) ?? null;

export const write = <E extends Entry>(key: string, entry: E) =>
	attempt(() => localStorage.setItem(key, JSON.stringify(entry)));

export const forget = (key: string) => attempt(() => localStorage.removeItem(key));

/** Nobody who uses the browser next sees, or sends, what another typed. */
export function forgetOthers(userId: string): void {
	for (const key of keys()) {
		if (!key.startsWith(keyOf(userId, ''))) forget(key);
	}
}

export function forgetOld(now: number): void {
	for (const key of keys()) {
		if (now - (read(key)?.at ?? 0) > WEEK) forget(key);
	}
}

const keys = (): string[] =>
	(attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(KEPT));

/** A browser may have no storage, or none left; forms work without. */
function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
