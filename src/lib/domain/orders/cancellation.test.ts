import { expect, test } from 'vitest';
import { cancelCostWord, cancelTermWords } from './cancellation';

test('the terms name the last day that is free of charge', () => {
	expect(cancelTermWords({ freeDays: 7, percent: 25 }, '2026-12-10')[0]).toBe(
		'Jobcentret kan annullere uden udgift til og med 03.12.2026. Derefter koster det 25\u00a0% af beløbet.'
	);
	expect(cancelTermWords({ freeDays: 7, percent: 0 }, '2026-12-10')[0]).toContain(
		'indtil forløbet er begyndt'
	);
});

test.each([
	[0, 'til og med startdagen.'],
	[1, 'til og med dagen før start.'],
	[7, 'til og med 7 dage før start.']
])('before a start is known, the terms count %i days back from it', (freeDays, words) => {
	expect(cancelTermWords({ freeDays, percent: 25 }, null)[0]).toContain(words);
});

test('a cost is said with who bears it', () => {
	expect(cancelCostWord({ costOre: 330_000, borneBy: 'job_centre' })).toBe(
		'Jobcentret betaler 3.300\u00a0kr. for annulleringen.'
	);
	expect(cancelCostWord({ costOre: 330_000, borneBy: 'each' })).toContain('Hver part');
	expect(cancelCostWord({ costOre: 0, borneBy: 'provider' })).toBe(
		'Det koster ikke nogen af jer noget.'
	);
});
