/** What is said of a quote but never decided: somebody must look into it, and knows more than the rules do. */
import { DANISH_LEVELS, type DanishLevel } from '$lib/domain/catalogue/module';
import { danishWord, prerequisiteWord } from '$lib/domain/needs/fit';
import { fundingDoubts, type Bought, type FundingRules } from './funding';
import { fundingDoubtWord } from './words';

interface Offered extends Bought {
	/** The module that it is made from; none when the school answered freely. */
	module:
		| (NonNullable<Bought['module']> & { danishLevel: DanishLevel; prerequisite: string | null })
		| null;
}

/** Sentences: the Danish that the module asks for, what else it asks for, and the rules of who pays, when that is known. */
export function clearUpWords(
	offered: Offered,
	wanted: { danishLevel: DanishLevel | null },
	rules: FundingRules | null
): string[] {
	const { module } = offered;
	return [
		...(module && isAbove(module.danishLevel, wanted.danishLevel)
			? [danishWord({ given: module.danishLevel, asked: wanted.danishLevel })]
			: []),
		...(module?.prerequisite ? [prerequisiteWord(module.prerequisite)] : []),
		...(rules ? fundingDoubts(rules, offered).map(fundingDoubtWord) : [])
	];
}

const isAbove = (given: DanishLevel, asked: DanishLevel | null) =>
	given !== 'none' &&
	(asked === null || DANISH_LEVELS.indexOf(given) > DANISH_LEVELS.indexOf(asked));
