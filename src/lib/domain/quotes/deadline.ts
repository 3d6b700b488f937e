import { daysBetween } from '$lib/domain/shared/day';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** When something must be answered, as one would say it. */
export function deadline(day: string, today: string): string {
	const days = daysBetween(today, day);
	const date = formatDate(day);
	if (days < 0) return m.quotes_deadline_past({ date });
	if (days === 0) return m.quotes_deadline_today();
	if (days === 1) return m.quotes_deadline_tomorrow();
	return m.quotes_deadline_in_days({ days, date });
}

/** A deadline is near when it comes within two days. */
export function isNear(day: string, today: string): boolean {
	const days = daysBetween(today, day);
	return days >= 0 && days <= 2;
}
