import { describe, expect, test } from 'vitest';
import {
	sessionsOf,
	typedWeek,
	weekConflicts,
	weekFaults,
	weekWord,
	type Session
} from './schedule';

const monday: Session = { weekday: 1, starts: '09:00', ends: '11:00' };
const tuesday: Session = { weekday: 2, starts: '12:00:00', ends: '13:24:00' };

test('a week is typed and read as it was sent', () => {
	expect(sessionsOf(typedWeek([monday, tuesday]))).toEqual([
		monday,
		{ weekday: 2, starts: '12:00', ends: '13:24' }
	]);
	expect(weekWord([tuesday, monday])).toBe('Mandag 9.00–11.00\nTirsdag 12.00–13.24');
});

describe('a proposed week', () => {
	const faults = (sessions: Session[], sessionHours: number, weeklyHours: number) =>
		weekFaults(typedWeek(sessions), { sessionHours, weeklyHours });

	test('has the hours that the quote says, to the minute', () => {
		expect(faults([], 2, 4)).toEqual([]);
		expect(faults([monday, tuesday], 2, 3.4)).toEqual([]);
		expect(faults([monday, tuesday], 2, 4)).toEqual([
			{ message: 'Ugeskemaet har 3,4\u00a0timer, men tilbuddet siger 4\u00a0timer om ugen' }
		]);
	});

	test('has no session longer than the quote says, and none that ends before it begins', () => {
		expect(faults([monday], 1.5, 2)).toMatchObject([{ day: 0 }]);
		expect(faults([{ ...monday, ends: '08:00' }], 2, 2)).toMatchObject([{ day: 0 }]);
	});
});

test('a session within working hours collides, one that meets them does not', () => {
	const work = [
		{ weekday: 1, starts: '08:00:00', ends: '10:00:00' },
		{ weekday: 2, starts: '08:00:00', ends: '12:00:00' }
	];
	expect(weekConflicts([monday, tuesday], { workTimes: work, freeTimes: null })).toEqual([
		'Mandag 9.00–11.00 ligger i arbejdstiden (8.00–10.00)'
	]);
});

test('a session must lie within the hours that can be used, once they are said', () => {
	const free = [
		{ weekday: 1, starts: '08:00:00', ends: '12:00:00' },
		{ weekday: 2, starts: '12:30:00', ends: '16:00:00' }
	];
	expect(weekConflicts([monday, tuesday], { workTimes: [], freeTimes: free })).toEqual([
		'Tirsdag 12.00–13.24 ligger uden for de timer, der kan bruges'
	]);
	expect(weekConflicts([monday, tuesday], { workTimes: [], freeTimes: [] })).toEqual([]);
	const work = [{ weekday: 2, starts: '12:00:00', ends: '12:30:00' }];
	expect(weekConflicts([monday, tuesday], { workTimes: work, freeTimes: free })).toEqual([
		'Tirsdag 12.00–13.24 ligger i arbejdstiden (12.00–12.30)'
	]);
});
