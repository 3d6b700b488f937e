import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, today } from './day';

describe('a day', () => {
	it('is the one in Denmark', () => {
		expect(today(new Date('2026-11-23T22:59:00Z'))).toBe('2026-11-23');
		expect(today(new Date('2026-11-23T23:01:00Z'))).toBe('2026-11-24');
		expect(today(new Date('2026-07-01T22:01:00Z'))).toBe('2026-07-02');
	});

	it('is counted across the change to summer time', () => {
		expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
		expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
		expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
		expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	});
});
