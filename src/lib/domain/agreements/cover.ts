/** Which agreement a quote is made within, and where its prices are not those that were agreed. */
import type { PriceItem, PriceModel, PriceTerms, QuoteLineKind } from '$lib/domain/catalogue/price';
import { standingOf, type AgreementState, type Matter } from './agreement';

/** An agreement as quotes are held against it. */
export interface Agreed extends Matter {
	id: string;
	reference: string;
	state: AgreementState;
	providerId: string;
	/** ISO dates, both included. */
	validFrom: string;
	validTo: string;
	prices: PriceItem[];
}

/** The agreement that holds on a day for a school's module; that of the module goes before that of its subject. */
export function agreementFor<A extends Agreed>(
	agreements: readonly A[],
	{ providerId, moduleId, subjectCode }: Matter & { providerId: string },
	day: string
): A | undefined {
	const held = agreements.filter(
		(each) => each.providerId === providerId && standingOf(each, day) === 'in_force'
	);
	return (
		held.find((each) => each.moduleId !== null && each.moduleId === moduleId) ??
		held.find((each) => each.subjectCode !== null && each.subjectCode === subjectCode)
	);
}

/** A module at the agreed prices: its own list, steps and supplement count for nothing. */
export const atAgreedPrices = <M extends PriceTerms>(
	module: M,
	{ prices }: Pick<Agreed, 'prices'>
): M => ({ ...module, prices, priceSteps: [], supplementPercent: 0 });

/** A line that costs something else than agreed; `overOre` is null when nothing is agreed that it can be held against. */
export interface PriceDifference {
	kind: QuoteLineKind;
	unitPriceOre: number;
	overOre: number | null;
}

/** Where lines are not what was agreed. What a quote leaves out, or gives for nothing, is no difference. */
export function againstAgreement(
	lines: readonly { kind: QuoteLineKind; model: PriceModel; unitPriceOre: number }[],
	{ prices }: Pick<Agreed, 'prices'>
): PriceDifference[] {
	return lines.flatMap(({ kind, model, unitPriceOre }): PriceDifference[] => {
		const agreed = prices.find((price) => price.kind === kind && price.model === model);
		if (!agreed) return unitPriceOre > 0 ? [{ kind, unitPriceOre, overOre: null }] : [];
		const overOre = unitPriceOre - agreed.unitPriceOre;
		return overOre === 0 ? [] : [{ kind, unitPriceOre, overOre }];
	});
}
