import type { PastEvent } from '$lib/domain/history/event';
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

/** The reason of a rejection that was no choice of another: an approver refused to buy. */
export const REFUSED = 'refused';

/** What became of a quote that was not bought. Only where another was chosen does it say so. */
export function rejection(
	quote: {
		priceRank: number | null;
		priceRankOf: number | null;
		choiceReasonCode: string | null;
		order: object | null;
	},
	events: readonly Pick<PastEvent, 'kind' | 'detail'>[]
): { title: string; text: string } {
	const { priceRank: rank, priceRankOf: rankOf, choiceReasonCode } = quote;
	if (rank && rankOf) {
		const text = notChosenWord(choiceReasonCode ?? 'other', { rank, rankOf });
		return { title: m.quotes_rejected_title(), text };
	}
	// A school sees an order once it is approved, and one of a rejected quote has been cancelled since.
	if (quote.order) {
		return { title: m.quotes_order_cancelled_title(), text: m.quotes_order_cancelled_text() };
	}
	const happened = (kind: string) => events.find((event) => event.kind === kind);
	if (happened('quote.rejected')?.detail.reason_code === REFUSED) {
		return { title: m.quotes_refused_title(), text: m.quotes_refused_text() };
	}
	if (happened('quote_request.closed')) {
		return { title: m.quotes_need_closed_title(), text: m.quotes_need_closed_text() };
	}
	return { title: m.quotes_rejected_title(), text: m.quotes_rejected_text() };
}
