/** The hours of the week that training can be in, as the cells of a week that are pressed on the form. */
import { minutesOf } from '$lib/domain/shared/clock';
import type { WorkTime } from './need';

/** When a cell begins; each is two hours long. */
export const CELL_STARTS = [8, 10, 12, 14, 16, 18] as const;
const CELL_HOURS = 2;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

const hour = (time: string) => minutesOf(time) / 60;
const clock = (at: number) => `${String(at).padStart(2, '0')}:00`;

/** "1-08": Monday from 8 to 10. */
export const cellCode = (weekday: number, starts: number) =>
	`${weekday}-${String(starts).padStart(2, '0')}`;
export const CELLS = WEEKDAYS.flatMap((day) => CELL_STARTS.map((starts) => cellCode(day, starts)));

export const cellEnd = (starts: number) => starts + CELL_HOURS;

/** Whether a time of the week takes any part of a cell. */
export const touches = (time: WorkTime, weekday: number, starts: number): boolean =>
	time.weekday === weekday && hour(time.starts) < cellEnd(starts) && starts < hour(time.ends);

/** The times that cells make together: cells that follow each other are one. */
export function timesOfCells(cells: readonly string[]): WorkTime[] {
	const times: WorkTime[] = [];
	for (const weekday of WEEKDAYS) {
		for (const starts of CELL_STARTS) {
			if (!cells.includes(cellCode(weekday, starts))) continue;
			const before = times.at(-1);
			if (before?.weekday === weekday && before.ends === clock(starts)) {
				before.ends = clock(cellEnd(starts));
			} else {
				times.push({ weekday, starts: clock(starts), ends: clock(cellEnd(starts)) });
			}
		}
	}
	return times;
}

/** The cells that lie wholly within some times. */
export const cellsOfTimes = (times: readonly WorkTime[]): string[] =>
	WEEKDAYS.flatMap((weekday) =>
		CELL_STARTS.filter((starts) =>
			times.some(
				(time) =>
					time.weekday === weekday &&
					hour(time.starts) <= starts &&
					cellEnd(starts) <= hour(time.ends)
			)
		).map((starts) => cellCode(weekday, starts))
	);
