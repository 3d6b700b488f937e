import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELLS, cellsOfTimes, timesOfCells, touches } from './free-times';

test('cells that follow each other become one time, and no time crosses a day', () => {
	expect(timesOfCells(['1-18', '1-10', '1-08', '1-14', '2-08'])).toEqual([
		{ weekday: 1, starts: '08:00', ends: '12:00' },
		{ weekday: 1, starts: '14:00', ends: '16:00' },
		{ weekday: 1, starts: '18:00', ends: '20:00' },
		{ weekday: 2, starts: '08:00', ends: '10:00' }
	]);
});

test('the form shows the cells that were pressed, whatever they were', () => {
	fc.assert(
		fc.property(fc.subarray(CELLS), (cells) => {
			expect(cellsOfTimes(timesOfCells(cells))).toEqual(cells);
		})
	);
});

test('work that takes any part of a cell touches it', () => {
	const work = { weekday: 3, starts: '09:30', ends: '12:00' };
	const touched = [8, 10, 12].map((starts) => touches(work, 3, starts));
	expect(touched).toEqual([true, true, false]);
	expect(touches(work, 4, 10)).toBe(false);
});
