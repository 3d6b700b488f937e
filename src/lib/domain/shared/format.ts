/** Amounts, hours and dates, also those that hold words. */
import { m } from '$lib/paraglide/messages';
import { decimal, inDenmark } from './numbers';

export { decimal, formatDate, formatKroner, formatNumber, formatPercent, kroner } from './numbers';

/** `7.4` → `7,4 timer` */
export function formatHours(hours: number): string {
	return hours === 1 ? m.common_hour_one() : m.common_hours({ hours: decimal(hours) });
}

/** `23.11.2026 kl. 14.05` */
export function formatDateTime(value: string | Date): string {
	const { day, month, year, hour, minute } = inDenmark(value);
	return m.common_date_time({ date: `${day}.${month}.${year}`, time: `${hour}.${minute}` });
}
