import { m } from '$lib/paraglide/messages';

type Options = { locale?: 'da' | 'en' };

const reasons: Record<string, (inputs: object, options: Options) => string> = {
	cheapest: m.quotes_not_chosen_cheapest,
	earliest: m.quotes_not_chosen_earliest,
	best_fit: m.quotes_not_chosen_best_fit,
	in_agreement: m.quotes_not_chosen_in_agreement
};

/** Why another quote was chosen, and where this one's price stood; never what another costs. */
export function notChosenWord(
	reasonCode: string,
	{ rank, rankOf }: { rank: number; rankOf: number },
	options: Options = {}
): string {
	const reason = (reasons[reasonCode] ?? m.quotes_not_chosen_other)({}, options);
	return `${reason} ${m.quotes_not_chosen_rank({ rank, count: rankOf }, options)}`;
}
