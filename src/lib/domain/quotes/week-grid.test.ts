import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, weekFrame } from './week-grid';

const clock = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const times = fc.array(
	fc
		.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1438 }), fc.nat(1438))
		.map(([weekday, starts, length]) => ({
			weekday,
			starts: clock(starts),
			ends: clock(Math.min(1439, starts + 1 + length))
		})),
	{ minLength: 1, maxLength: 12 }
);

test('a week is drawn from its first hour to its last, and with the weekend only when it is used', () => {
	const week = [
		{ weekday: 1, starts: '09:00', ends: '11:30' },
		{ weekday: 4, starts: '12:30:00', ends: '16:00:00' }
	];
	const frame = weekFrame(week);
	expect(frame).toEqual({ days: [1, 2, 3, 4, 5], from: 9, to: 16 });
	expect(bandsOf(week, 4, frame)).toEqual([{ top: 50, height: 50 }]);
	expect(bandsOf(week, 2, frame)).toEqual([]);
	expect(weekFrame([{ weekday: 6, starts: '10:00', ends: '12:00' }]).days).toEqual([
		1, 2, 3, 4, 5, 6
	]);
});

test('every time has a band within the drawing, as high as the time is long', () => {
	fc.assert(
		fc.property(times, (week) => {
			const frame = weekFrame(week);
			const bands = frame.days.flatMap((day) => bandsOf(week, day, frame));
			expect(bands).toHaveLength(week.length);
			for (const { top, height } of bands) {
				expect(top).toBeGreaterThanOrEqual(0);
				expect(height).toBeGreaterThan(0);
				expect(top + height).toBeLessThanOrEqual(100 + 1e-9);
			}
		})
	);
});
