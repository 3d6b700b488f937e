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

/** A quote may also price support, such as an education buddy, and has a supplement for hours outside the working day. */
export const QUOTE_LINE_KINDS = [...LINE_KINDS, 'support', 'supplement'] as const;
export type QuoteLineKind = (typeof QUOTE_LINE_KINDS)[number];

/** A line of a module's price list. */
export interface PriceItem {
	kind: LineKind;
	model: PriceModel;
	unitPriceOre: number;
	/** Hours that a week's price includes; only when the model is per week. */
	weeklyHours: number | null;
}

/** The unit price of the teaching from a size of group on, in place of the list's. */
export interface PriceStep {
	fromParticipants: number;
	unitPriceOre: number;
}

/** All that decides what a module costs. */
export interface PriceTerms {
	prices: readonly PriceItem[];
	priceSteps: readonly PriceStep[];
	/** Added to the price of the teaching in evenings and at weekends, in whole per cent. */
	supplementPercent: number;
}

/** What is bought: so many hours, for so many, perhaps in evenings or at weekends. */
export interface Bought {
	hours: number;
	participants: number;
	isUnsocial?: boolean;
}

/** Where a line comes from: the price list, a step of it, or the supplement. */
export type LineSource =
	| { from: 'list' }
	| { from: 'step'; fromParticipants: number }
	| { from: 'supplement'; percent: number };

export interface PriceLine extends Omit<PriceItem, 'kind'> {
	kind: QuoteLineKind;
	/** Hours, weeks, participants or one, as the model says. */
	quantity: number;
	amountOre: number;
	source: LineSource;
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

/** The lines of a price list for what is bought. A supplement is a line of its own, counted as the teaching is. */
export function priceLines(terms: PriceTerms, bought: Bought): PriceLine[] {
	return terms.prices.flatMap((item) => {
		if (item.kind !== 'teaching') return [lineOf(item, bought, { from: 'list' })];
		const step = stepFor(terms.priceSteps, bought.participants);
		const teaching = step
			? lineOf({ ...item, unitPriceOre: step.unitPriceOre }, bought, {
					from: 'step',
					fromParticipants: step.fromParticipants
				})
			: lineOf(item, bought, { from: 'list' });
		const percent = bought.isUnsocial ? terms.supplementPercent : 0;
		if (percent === 0) return [teaching];
		// On the unit price, so that the line can stand in a quote as every other.
		const unitPriceOre = Math.round((teaching.unitPriceOre * percent) / 100);
		return [
			teaching,
			lineOf({ ...item, kind: 'supplement', unitPriceOre }, bought, { from: 'supplement', percent })
		];
	});
}

/** The step that a group of this size has reached, if any. */
export function stepFor(steps: readonly PriceStep[], participants: number): PriceStep | undefined {
	return steps
		.filter((step) => step.fromParticipants <= participants)
		.reduce<PriceStep | undefined>(
			(best, step) => (best && best.fromParticipants > step.fromParticipants ? best : step),
			undefined
		);
}

function lineOf(
	item: Omit<PriceItem, 'kind'> & { kind: QuoteLineKind },
	bought: Bought,
	source: LineSource
): PriceLine {
	const quantity = quantityOf(item, bought);
	return { ...item, quantity, amountOre: lineAmountOre(item.unitPriceOre, quantity), source };
}

/** The sum of lines, in øre. */
export function totalOre(lines: readonly { amountOre: number }[]): number {
	return lines.reduce((sum, line) => sum + line.amountOre, 0);
}

/** Hours, weeks, participants or one: what a price of this model counts. */
export function quantityOf(
	{ model, weeklyHours }: Pick<PriceItem, 'model' | 'weeklyHours'>,
	{ hours, participants }: Bought
): number {
	switch (model) {
		case 'per_hour':
			return hours;
		case 'per_week':
			return weeksOf(hours, weeklyHours ?? hours);
		case 'per_participant':
			return participants;
		case 'fixed':
			return 1;
	}
}
