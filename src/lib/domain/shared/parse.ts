/** What people type as amounts, hours and dates, read leniently; undefined when it is none. */

/**
 * `1.234,50`, `15000` or `15.000 kr.` → øre. A dot parts thousands and a comma the øre, as in
 * Danish; a single dot before one or two last digits is taken as a comma.
 */
export function kronerToOre(text: string): number | undefined {
	const bare = text
		.trim()
		.replace(/\s*kr\.?$/i, '')
		.replace(/,-$/, '')
		.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
	const match =
		/^(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,(\d{1,2}))?$/.exec(bare) ??
		/^(\d{1,10})\.(\d{1,2})$/.exec(bare);
	if (!match) return undefined;
	const ore = Number(match[1]!.replaceAll('.', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
	return Number.isSafeInteger(ore) ? ore : undefined;
}

/** `7,5`, `7.5` or `7½`; also the 7,4 hours of an ordinary day. At most two decimals. */
export function decimalToNumber(text: string): number | undefined {
	const bare = text.trim().replace('½', ',5').replace('¼', ',25').replace('¾', ',75');
	const match = /^(\d{1,6})?(?:[,.](\d{1,2}))?$/.exec(bare);
	if (!bare || !match) return undefined;
	return Number(`${match[1] ?? 0}.${match[2] ?? 0}`);
}

/** Whether hours are whole steps of 0,05, in which both a quarter and a day of 7,4 hours are exact. */
export function isHours(hours: number): boolean {
	return Math.round(hours * 100) % 5 === 0;
}

/** `2026-11-23`, as a date field sends it, or `23.11.2026` typed by hand → `2026-11-23`. */
export function toIsoDate(text: string): string | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
	const typed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim());
	const [year, month, day] = iso
		? [iso[1]!, iso[2]!, iso[3]!]
		: typed
			? [typed[3]!, typed[2]!.padStart(2, '0'), typed[1]!.padStart(2, '0')]
			: [];
	if (!year) return undefined;
	const date = `${year}-${month}-${day}`;
	const time = Date.parse(`${date}T00:00:00Z`);
	// 31 February would roll over into March.
	return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date
		? undefined
		: date;
}
