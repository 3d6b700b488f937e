import { expect, test } from 'vitest';
import { clearUpWords } from './clear-up';

const offered: Parameters<typeof clearUpWords>[0] = {
	hours: 20,
	module: { hours: 20, certificateKind: 'amu', danishLevel: 'B1', prerequisite: null }
};
const rules = { wholeCoursesOnly: true, certificateKinds: null };

test.each([
	['B1', []],
	['C1', []],
	['A2', ['Kræver dansk på B1; kandidaten er på A2.']],
	['none', ['Kræver dansk på B1; kandidaten kan ikke dansk endnu.']],
	[null, ['Kræver dansk på B1; kandidatens niveau er ikke oplyst.']]
] as const)('a module at B1 for a candidate at %s', (danishLevel, texts) => {
	expect(clearUpWords(offered, { danishLevel }, null)).toEqual(texts);
});

test('what else the module asks for, and a rule of who pays, are said too', () => {
	const module = { ...offered.module!, hours: 30, prerequisite: 'Kørekort.' };
	expect(clearUpWords({ ...offered, module }, { danishLevel: 'B2' }, rules)).toEqual([
		'Skolen kræver også: Kørekort. Spørg kandidaten.',
		'Kilden betaler kun hele kurser, og tilbuddet er en del af et kursus.'
	]);
});

test('there is nothing to clear up in what no module asks for and any source pays', () => {
	const free = { ...rules, wholeCoursesOnly: false };
	expect(clearUpWords({ ...offered, module: null }, { danishLevel: null }, free)).toEqual([]);
});
