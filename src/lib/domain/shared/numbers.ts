/**
 * Amounts, hours and dates as Danes write them, in both languages: who reads them reads them
 * beside Danish papers. A number and its unit never part at the end of a line.
 */
const NBSP = '\u00a0';

const whole = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2 });
const ungrouped = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2, useGrouping: false });
const tenths = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1 });

const parts = new Intl.DateTimeFormat('da-DK', {
	timeZone: 'Europe/Copenhagen',
	day: '2-digit',
	month: '2-digit',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});

/** `1234550` → `12.345,50`, as it is typed into a field for money. */
export function kroner(ore: number): string {
	return ore % 100 === 0 ? whole.format(ore / 100) : cents.format(ore / 100);
}

/** `1500000` → `15.000 kr.` */
export function formatKroner(ore: number): string {
	return `${kroner(ore)}${NBSP}kr.`;
}

/** `7.25` → `7,25`, as it is typed into a field for hours. */
export function decimal(value: number): string {
	return ungrouped.format(value);
}

/** `0.253` → `25,3 %` */
export function formatPercent(share: number): string {
	return `${tenths.format(share * 100)}${NBSP}%`;
}

/** `1234` → `1.234` */
export function formatNumber(value: number): string {
	return tenths.format(value);
}

/** A date (`2026-11-23`) or a point in time, as the day that it is in Denmark: `23.11.2026`. */
export function formatDate(value: string | Date): string {
	const day = typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
	if (day) return `${day[3]}.${day[2]}.${day[1]}`;
	const { day: d, month, year } = inDenmark(value);
	return `${d}.${month}.${year}`;
}

/** The parts of a point in time, as clocks in Denmark show it. */
export function inDenmark(value: string | Date): Record<string, string> {
	return Object.fromEntries(
		parts.formatToParts(new Date(value)).map((part) => [part.type, part.value])
	);
}
