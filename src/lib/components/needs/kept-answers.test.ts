import { beforeEach, expect, test, vi } from 'vitest';
import { keptAnswers, needsKept, stepsKept } from './kept-answers';

const DAY = 24 * 60 * 60 * 1000;
beforeEach(() => {
	const kept: Record<string, string> = {};
	vi.stubGlobal('localStorage', kept);
	Object.defineProperties(kept, {
		getItem: { value: (key: string) => kept[key] ?? null },
		setItem: { value: (key: string, text: string) => (kept[key] = text) },
		removeItem: { value: (key: string) => Reflect.deleteProperty(kept, key) }
	});
});

test('what was typed is there again, for its own need and step, until it is forgotten', () => {
	keptAnswers('n1', 'maalet').keep({ goal: 'Ti ord' });
	expect(keptAnswers('n1', 'maalet').read()).toEqual({ goal: 'Ti ord' });
	expect(keptAnswers('n1', 'kandidat').read()).toBeNull();
	expect(keptAnswers('n2', 'maalet').read()).toBeNull();
	keptAnswers('n1', 'maalet').forget();
	expect(keptAnswers('n1', 'maalet').read()).toBeNull();
});

test('the steps of a need, and the needs at a step, that hold unsaved answers are known', () => {
	keptAnswers('n1', 'maalet').keep({ goal: 'Ti ord' });
	keptAnswers('n2', 'kandidat').keep({ candidateAlias: 'K-0042' });
	expect(stepsKept('n1', ['kandidat', 'maalet', 'tjek'])).toEqual(['maalet']);
	expect(needsKept('kandidat')).toEqual(['n2']);
	keptAnswers('n1', 'maalet').forget();
	expect(stepsKept('n1', ['kandidat', 'maalet', 'tjek'])).toEqual([]);
});

test('it is not kept longer than a week', () => {
	keptAnswers('n1', 'maalet', 0).keep({ goal: 'Ti ord' });
	expect(keptAnswers('n2', 'maalet', 6 * DAY).read()).toBeNull();
	expect(keptAnswers('n1', 'maalet', 6 * DAY).read()).not.toBeNull();
	expect(keptAnswers('n1', 'maalet', 8 * DAY).read()).toBeNull();
});

test('without storage nothing is kept, and nothing fails', () => {
	vi.stubGlobal('localStorage', undefined);
	const kept = keptAnswers('n1', 'maalet');
	kept.keep({ goal: 'Ti ord' });
	expect(kept.read()).toBeNull();
	expect(() => kept.forget()).not.toThrow();
	expect(needsKept('maalet')).toEqual([]);
});
