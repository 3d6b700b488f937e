/**
 * What is typed in a step of the need form, kept in this browser until the server has it: it outlives a lost
 * connection and a closed tab. It leaves the device only to be saved where it was typed (`send-kept.ts`), is nobody's
 * but that person's, and goes when it is saved, when somebody signs out or another signs in, and after a week.
 */
import { isStep, type Step } from '$lib/domain/needs/steps';
import { KEPT } from './any-kept';

const WEEK = 7 * 24 * 60 * 60 * 1000;

type Values = Record<string, unknown>;

/** Where something was typed. */
export interface Place {
	/** The page of the step. */
	path: string;
	organisationId: string;
	/** Whether it may be saved from another page: an existing draft's answers, or what was sent in vain. */
	isMeant: boolean;
}

interface Entry extends Place {
	at: number;
	values: Values;
	/** The server said no: somebody has to look at it. */
	isRefused?: boolean;
}

/** The answers of one step. */
export interface Kept extends Entry {
	key: string;
	needId: string;
	step: Step;
}

export function keptAnswers(userId: string, needId: string, step: Step, now = Date.now()) {
	const key = keyOf(userId, needId, step);
	forgetOld(now);
	return {
		read: (): Values | null => readEntry(key)?.values ?? null,
		keep: (values: Values, place: Place) => writeEntry(key, { at: now, ...place, values }),
		forget: () => forget(key)
	};
}

/** All that somebody typed and the server never got, need by need, in the order of the steps. */
export function everyKept(userId: string): Kept[] {
	return keys()
		.filter((key) => key.startsWith(`${KEPT}${userId}/`))
		.map((key) => keptAt(key))
		.filter((kept) => kept !== null)
		.sort((one, other) => one.path.localeCompare(other.path) || one.at - other.at);
}

/** What is kept by a name, as it is now. */
export function keptAt(key: string): Kept | null {
	const [, , needId, step] = key.split('/');
	const entry = readEntry(key);
	return entry && needId && step && isStep(step) ? { ...entry, key, needId, step } : null;
}

/** The steps of a need that hold answers which were never saved. */
export const stepsKept = (userId: string, needId: string, steps: readonly Step[]): Step[] =>
	steps.filter((step) => readEntry(keyOf(userId, needId, step)));

export const forget = (key: string) => attempt(() => localStorage.removeItem(key));

export function markRefused(key: string): void {
	const entry = readEntry(key);
	if (entry) writeEntry(key, { ...entry, isRefused: true });
}

/** Answers typed at a version which one's own saving has moved on from belong to the next. */
export function moveOn(userId: string, { needId, from, to }: Saved): void {
	for (const { key, needId: of, step, ...entry } of everyKept(userId)) {
		if (of !== needId || !step || entry.values.version !== from) continue;
		writeEntry(key, { ...entry, values: { ...entry.values, version: to } });
	}
}

/** Nobody who uses the browser next sees, or sends, what another typed. */
export function forgetOthers(userId: string): void {
	for (const key of keys()) {
		if (key.startsWith(KEPT) && !key.startsWith(`${KEPT}${userId}/`)) forget(key);
	}
}

/** What a save changed: the need, and its version before and after. */
export interface Saved {
	needId: string;
	from: string;
	to: string;
}

const SAVED = 'answerssaved';

/** Tells an open form, and lists with marks, that kept answers have been saved. */
export const tellSaved = (saved: Saved) =>
	window.dispatchEvent(new CustomEvent(SAVED, { detail: saved }));

/** Hears it; returns what stops that. */
export function onAnswersSaved(act: (saved: Saved) => void): () => void {
	const hear = (event: Event) => act((event as CustomEvent<Saved>).detail);
	window.addEventListener(SAVED, hear);
	return () => window.removeEventListener(SAVED, hear);
}

/**
 * Holds a step's answers while its form is open, in any tab: what is still being typed is sent by nobody else.
 * Returns what lets go of them; a tab that is closed lets go by itself.
 */
export function holdAnswers(userId: string, needId: string, step: Step): () => void {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	navigator.locks?.request(keyOf(userId, needId, step), () => held);
	return letGo;
}

const keyOf = (userId: string, needId: string, step: Step) => `${KEPT}${userId}/${needId}/${step}`;

function forgetOld(now: number): void {
	for (const key of keys()) {
		if (key.startsWith(KEPT) && now - (readEntry(key)?.at ?? 0) > WEEK) forget(key);
	}
}

const keys = (): string[] => attempt(() => Object.keys(localStorage)) ?? [];

function readEntry(key: string): Entry | null {
	return attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null')) ?? null;
}

const writeEntry = (key: string, entry: Entry) =>
	attempt(() => localStorage.setItem(key, JSON.stringify(entry)));

/** A browser may have no storage, or none left; the form works without. */
function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
