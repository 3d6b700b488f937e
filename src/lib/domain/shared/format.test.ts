import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatPercent } from './format';

test('a point in time is shown as it is in Denmark', () => {
	expect(formatDateTime('2026-07-01T22:30:00Z')).toBe('02.07.2026 kl.\u00a000.30');
	expect(formatDateTime('2026-12-01T13:05:00Z')).toBe('01.12.2026 kl.\u00a014.05');
	expect(formatDate('2026-12-31T23:30:00Z')).toBe('01.01.2027');
});

test('a date is the same day everywhere', () => {
	expect(formatDate('2026-01-01')).toBe('01.01.2026');
});

test('a share is shown as per cent', () => {
	expect(formatPercent(0.25)).toBe('25\u00a0%');
	expect(formatPercent(0.2529)).toBe('25,3\u00a0%');
});
