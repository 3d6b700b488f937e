/** Days as ISO dates (`2026-11-23`), so that they compare and travel as text. */

const MS_A_DAY = 24 * 60 * 60 * 1000;

/** The date in Denmark, which is not the server's just before midnight. */
export function today(now: Date = new Date()): string {
	return now.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}

/** The date so many days later. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}
