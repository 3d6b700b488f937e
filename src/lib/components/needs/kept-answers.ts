/**
 * What is typed in a step of the need form, kept in this browser until the server has it: it outlives a lost
 * connection and a closed tab. It never leaves the device, goes when the step is saved or somebody signs out, and
 * after a week at the latest.
 */
const PREFIX = 'behov/';
const WEEK = 7 * 24 * 60 * 60 * 1000;

type Values = Record<string, unknown>;

export function keptAnswers(needId: string, step: string, now = Date.now()) {
	const key = `${PREFIX}${needId}/${step}`;
	forgetOld(now);
	return {
		read: (): Values | null => readEntry(key)?.values ?? null,
		keep: (values: Values) =>
			attempt(() => localStorage.setItem(key, JSON.stringify({ at: now, values }))),
		forget: () => attempt(() => localStorage.removeItem(key))
	};
}

/** The steps of a need that hold answers which were never saved. */
export const stepsKept = <S extends string>(needId: string, steps: readonly S[]): S[] =>
	steps.filter((step) => keptAnswers(needId, step).read());

/** The needs, saved or not yet, that hold such answers at a step. */
export function needsKept(step: string): string[] {
	const keys = attempt(() => Object.keys(localStorage)) ?? [];
	return keys
		.map((key) => key.split('/'))
		.filter(([prefix, id, of]) => `${prefix}/` === PREFIX && id && of === step)
		.map(([, id]) => id!);
}

function forgetOld(now: number): void {
	attempt(() => {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith(PREFIX) && now - (readEntry(key)?.at ?? 0) > WEEK) {
				localStorage.removeItem(key);
			}
		}
	});
}

function readEntry(key: string): { at: number; values: Values } | null {
	return attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null')) ?? null;
}

/** A browser may have no storage, or none left; the form works without. */
function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
