import { expect, test } from 'vitest';
import { deadline, isNear } from './deadline';

test.each([
	['2026-11-22', 'Fristen var 22.11.2026', false],
	['2026-11-23', 'Svar senest i dag', true],
	['2026-11-24', 'Svar senest i morgen', true],
	['2026-11-25', 'Svar inden 2 dage (25.11.2026)', true],
	['2026-12-03', 'Svar inden 10 dage (03.12.2026)', false]
])('a deadline of %s is said on 23 November as %s', (day, words, near) => {
	expect(deadline(day, '2026-11-23')).toBe(words);
	expect(isNear(day, '2026-11-23')).toBe(near);
});
