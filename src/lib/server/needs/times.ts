import type { WorkTime } from '$lib/domain/needs/need';

/** Times of the week in its order, as the form writes them: "08:00". */
export const timesOf = (rows: WorkTime[]): WorkTime[] =>
	rows
		.map(({ weekday, starts, ends }) => ({
			weekday,
			starts: starts.slice(0, 5),
			ends: ends.slice(0, 5)
		}))
		.sort((a, b) => a.weekday - b.weekday || a.starts.localeCompare(b.starts));
