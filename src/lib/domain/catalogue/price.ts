/**
 * The price of upskilling, as lines. Whole øre, hours in steps of 0.05; nothing is rounded but a line's amount.
 * The database computes each stored line's amount the same way (quote_line.amount_ore), and fit computes the
 * same totals (private.fit); tests hold the three together.
 */
export const PRICE_MODELS = ['per_hour', 'per_week', 'per_participant', 'fixed'] as const;
export type PriceModel = (typeof PRICE_MODELS)[number];

/** What a module can charge for. One line is the teaching; the others are one-off. */
export const LINE_KINDS = [
	'teaching',
	'pre_meeting',
	'screening',
	'preparation',
	'adaptation',
	'materials',
	'transport',
	'interpreter',
	'certificate_fee'
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A quote may also price support, such as an education buddy. */
export const QUOTE_LINE_KINDS = [...LINE_KINDS, 'support'] as const;
export type QuoteLineKind = (typeof QUOTE_LINE_KINDS)[number];

/** A line of a module's price list. */
export interface PriceItem {
	kind: LineKind;
	model: PriceModel;
	unitPriceOre: number;
	/** Hours that a week's price includes; only when the model is per week. */
	weeklyHours: number | null;
}

/** What is bought: so many hours, for so many. */
export interface Amount {
	hours: number;
	participants: number;
}

export interface PriceLine extends PriceItem {
	/** Hours, weeks, participants or one, as the model says. */
	quantity: number;
	amountOre: number;
}

/** Weeks that a number of hours takes at so many a week; a begun week counts. */
export function weeksOf(hours: number, weeklyHours: number): number {
	// In twentieths of an hour, so that 0.1 + 0.2 never becomes a week more.
	return Math.ceil(Math.round(hours * 20) / Math.round(weeklyHours * 20));
}

/** A line's amount in øre: half an øre rounds up, as in the database. */
export function lineAmountOre(unitPriceOre: number, quantity: number): number {
	return Math.round((unitPriceOre * Math.round(quantity * 20)) / 20);
}

/** The lines of a price list for what is bought. */
export function priceLines(items: readonly PriceItem[], bought: Amount): PriceLine[] {
	return items.map((item) => {
		const quantity = quantityOf(item, bought);
		return { ...item, quantity, amountOre: lineAmountOre(item.unitPriceOre, quantity) };
	});
}

/** The sum of lines, in øre. */
export function totalOre(lines: readonly { amountOre: number }[]): number {
	return lines.reduce((sum, line) => sum + line.amountOre, 0);
}

function quantityOf(item: PriceItem, { hours, participants }: Amount): number {
	switch (item.model) {
		case 'per_hour':
			return hours;
		case 'per_week':
			return weeksOf(hours, item.weeklyHours ?? hours);
		case 'per_participant':
			return participants;
		case 'fixed':
			return 1;
	}
}
