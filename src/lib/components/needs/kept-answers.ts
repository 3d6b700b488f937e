/**
 * What is typed in a step of the need form, kept in this browser until the server has it. It leaves the device only to
 * be saved where it was typed (`send-kept.ts`).
 */
import { forget, forgetOld, keyOf, keysOf, read, write } from '$lib/components/kept/store';
import { isStep, type Step } from '$lib/domain/needs/steps';

/** The kind of place. */
const NEED = 'behov';

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

export function keptAnswers(userId: string, needId: string, step: Step, now = Date.now) {
	const key = keyOfStep(userId, needId, step);
	forgetOld(now());
	return {
		read: (): Values | null => read<Entry>(key)?.values ?? null,
		keep: (values: Values, place: Place) => write<Entry>(key, { at: now(), ...place, values }),
		forget: () => forget(key)
	};
}

/** All that somebody typed and the server never got, need by need, in the order of the steps. */
export function everyKept(userId: string): Kept[] {
	return keysOf(userId, NEED)
		.map((key) => keptAt(key))
		.filter((kept) => kept !== null)
		.sort((one, other) => one.path.localeCompare(other.path) || one.at - other.at);
}

/** What is kept by a name, as it is now. */
export function keptAt(key: string): Kept | null {
	const [, , , needId, step] = key.split('/');
	const entry = read<Entry>(key);
	return entry && needId && step && isStep(step) ? { ...entry, key, needId, step } : null;
}

/** The steps of a need that hold answers which were never saved. */
export const stepsKept = (userId: string, needId: string, steps: readonly Step[]): Step[] =>
	steps.filter((step) => read(keyOfStep(userId, needId, step)));

export function markRefused(key: string): void {
	const entry = read<Entry>(key);
	if (entry) write<Entry>(key, { ...entry, isRefused: true });
}

/** Answers typed at a version which one's own saving has moved on from belong to the next. */
export function moveOn(userId: string, { needId, from, to }: Saved): void {
	for (const { key, needId: of, step, ...entry } of everyKept(userId)) {
		if (of !== needId || !step || entry.values.version !== from) continue;
		write<Entry>(key, { ...entry, values: { ...entry.values, version: to } });
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
	navigator.locks?.request(keyOfStep(userId, needId, step), () => held);
	return letGo;
}

const keyOfStep = (userId: string, needId: string, step: Step) => keyOf(userId, NEED, needId, step);
