import {
	lineAmountOre,
	quantityOf as priceQuantityOf,
	type PriceItem,
	type PriceModel
} from '$lib/domain/catalogue/price';
import { decimalToNumber, kronerToOre } from '$lib/domain/shared/parse';
import type { QuoteLineKind } from './quote';

/** What lines are counted by. */
export interface Extent {
	hours: number;
	weeklyHours: number;
	participants: number;
}

/** Hours, weeks, participants or one: what a line counts when nothing else is said. */
export function quantityOf(model: PriceModel, { hours, weeklyHours, participants }: Extent) {
	return priceQuantityOf({ model, weeklyHours }, { hours, participants });
}

/** A line of the form as it is typed. */
export interface TypedLine {
	kind: string;
	model: string;
	description: string;
	unitPrice: string;
	quantity: string;
	remove: boolean;
}

/** A line that has not been filled in, or that is to be removed, is no line. */
export function isLeftOut(line: TypedLine): boolean {
	const filled = [line.kind, line.description, line.unitPrice, line.quantity];
	return line.remove || filled.every((text) => text.trim() === '');
}

export const EMPTY_LINE: TypedLine = {
	kind: '',
	model: 'fixed',
	description: '',
	unitPrice: '',
	quantity: '',
	remove: false
};

/** What can be read of a plan while it is typed. */
export type TypedExtent = { [K in keyof Extent]: number | undefined };

/** What a line comes to while it is typed; null until it can be read. */
export interface PreviewLine {
	quantity: number;
	unitPriceOre: number;
	amountOre: number;
}

export function previewLine(line: TypedLine, extent: TypedExtent): PreviewLine | null {
	if (isLeftOut(line)) return null;
	const unitPriceOre = kronerToOre(line.unitPrice);
	const quantity = line.quantity.trim()
		? decimalToNumber(line.quantity)
		: countedQuantity(line.model as PriceModel, extent);
	if (unitPriceOre === undefined || !quantity) return null;
	return { quantity, unitPriceOre, amountOre: lineAmountOre(unitPriceOre, quantity) };
}

function countedQuantity(model: PriceModel, extent: TypedExtent): number | undefined {
	const { hours = 0, weeklyHours = 0, participants = 0 } = extent;
	if (model === 'per_week' && weeklyHours <= 0) return undefined;
	return quantityOf(model, { hours, weeklyHours, participants });
}

/** How far a line's unit price is from the module's list price; null when the list has no such line. */
export function overListPriceOre(
	line: { kind: QuoteLineKind | string; model: string; unitPriceOre: number },
	prices: readonly PriceItem[]
): number | null {
	const listed = prices.find(({ kind, model }) => kind === line.kind && model === line.model);
	return listed ? line.unitPriceOre - listed.unitPriceOre : null;
}
