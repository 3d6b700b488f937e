/** A day as Postgres writes it, such as 2023-02-28. */
export type Day = string;

const MILLISECONDS = 24 * 60 * 60 * 1000;

/** The day that it is in Denmark. */
export function danishDay(at: Date): Day {
	return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

export function addDays(day: Day, days: number): Day {
	return new Date(Date.parse(day) + days * MILLISECONDS).toISOString().slice(0, 10);
}

/** So many days before a day, and on a working day: nobody buys upskilling on a Sunday. */
export function before(day: Day, days: number): Day {
	const then = addDays(day, -days);
	return addDays(then, -({ 0: 2, 6: 1 }[weekday(then)] ?? 0));
}

/** So many days after a day, and on a working day. */
export function after(day: Day, days: number): Day {
	const then = addDays(day, days);
	return addDays(then, { 0: 1, 6: 2 }[weekday(then)] ?? 0);
}

export function yearOf(day: Day): number {
	return Number(day.slice(0, 4));
}

function weekday(day: Day): number {
	return new Date(day).getUTCDay();
}
