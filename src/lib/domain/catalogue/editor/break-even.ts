import { priceLines, totalOre } from '../price';
import type { ModuleDraft } from './draft';

/** What a group of one size brings in and costs the school, for the whole module. */
export interface GroupResult {
	participants: number;
	incomeOre: number;
	costOre: number;
}

export interface BreakEven {
	/** The smallest group from which on no group up to the largest costs more than it brings in; null when there is none. */
	from: number | null;
	/** The smallest group, where it begins to pay, and the largest; each once. */
	groups: GroupResult[];
}

type Priced = Pick<
	ModuleDraft,
	| 'prices'
	| 'priceSteps'
	| 'supplementPercent'
	| 'hours'
	| 'minParticipants'
	| 'maxParticipants'
	| 'cost'
>;

/** From how many participants a module pays; null without a price, a length or a cost. */
export function breakEven(module: Priced): BreakEven | null {
	const { hours, cost, minParticipants: least, maxParticipants: most } = module;
	if (!cost || !hours || !module.prices.some(({ kind }) => kind === 'teaching')) return null;
	const results = Array.from({ length: most - least + 1 }, (_, index): GroupResult => {
		const participants = least + index;
		return {
			participants,
			incomeOre: totalOre(priceLines(module, { hours, participants })),
			costOre: cost.costOre + cost.costPerParticipantOre * participants
		};
	});
	const lastLoss = results.findLastIndex(({ incomeOre, costOre }) => incomeOre < costOre);
	const from = results[lastLoss + 1]?.participants ?? null;
	const sizes = [least, from, most];
	return { from, groups: results.filter(({ participants }) => sizes.includes(participants)) };
}
