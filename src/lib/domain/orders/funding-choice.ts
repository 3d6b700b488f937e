/** Who may pay for an order, each with what speaks against it and whether the order must then be approved. */
import { m } from '$lib/paraglide/messages';
import type { ApprovalRule } from './approval';
import { fundingDoubts, type Bought, type FundingRules } from './funding';
import { approvalWords, fundingDoubtWord, fundingWord } from './words';

interface Source extends FundingRules {
	id: string;
	nameDa: string;
	nameEn: string;
	leftOre: number | null;
}

export interface FundingChoice {
	options: {
		value: string;
		label: string;
		/** Said beside each source, so that it is seen before the choice and without JavaScript. */
		hint?: string;
		/** The rules of the source that the order seems to break. */
		doubt: string;
		/** Why the order must be approved when this source pays; nothing when it need not be. */
		why: string;
	}[];
	/** The same while none is chosen. */
	why: string;
}

export function fundingChoice(
	sources: readonly Source[],
	bought: Bought,
	order: { totalOre: number; ceilingOre: number | null },
	rules: readonly ApprovalRule[]
): FundingChoice {
	return {
		options: sources.map((source) => {
			const doubt = fundingDoubts(source, bought).map(fundingDoubtWord).join(' ');
			const why = approvalWords(order, source, rules);
			const hints = [doubt, why && m.orders_must_be_approved({ why })].filter(Boolean);
			return {
				value: source.id,
				label: fundingWord(source),
				hint: hints.join(' ') || undefined,
				doubt,
				why
			};
		}),
		why: approvalWords(order, null, rules)
	};
}
