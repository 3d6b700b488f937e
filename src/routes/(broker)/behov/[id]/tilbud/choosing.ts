/** What is asked and said when one quote is chosen: why it, who pays, and what happens then. */
import { cancelTermWords } from '$lib/domain/orders/cancellation';
import { fundingChoice } from '$lib/domain/orders/funding-choice';
import { ACCEPT_REASONS, isLive } from '$lib/domain/orders/states';
import { verdictWords } from '$lib/domain/orders/verdicts';
import { acceptReasonWord } from '$lib/domain/orders/words';
import { m } from '$lib/paraglide/messages';
import type { ChoosableQuote, FundingSource, NeedWithQuotes } from '$lib/server/quotes/choosing';

export function choiceOf(
	quote: ChoosableQuote,
	need: NeedWithQuotes,
	sources: readonly FundingSource[],
	day: string
) {
	const { provider, title, reference, lines, totalOre, attachments } = quote;
	/** Other quotes that could be taken. */
	const rivals = need.quotes.filter((other) => other.id !== quote.id && isLive(other, day)).length;
	const rejected =
		rivals === 1
			? m.orders_accept_then_rejected_one()
			: m.orders_accept_then_rejected({ count: rivals });
	return {
		school: provider.name,
		title,
		reference,
		lines,
		totalOre,
		attachments,
		/** The rules of who pays are said where that is chosen. */
		verdicts: verdictWords(quote, need, null),
		reasons: ACCEPT_REASONS.map((code) => ({ value: code, label: acceptReasonWord(code) })),
		funding: fundingChoice(
			sources,
			quote,
			{ totalOre, ceilingOre: need.priceCeilingOre },
			need.approvalRules
		),
		/** What happens when it is ordered at once. */
		ifOrdered: [
			m.orders_accept_then_ordered({ provider: provider.name }),
			...(rivals > 0 ? [rejected] : []),
			...(need.requests.some(({ state }) => state === 'sent')
				? [m.orders_accept_then_withdrawn()]
				: [])
		],
		/** And when it waits for an approver, after why it does. */
		ifWaiting: rivals > 0 ? [m.orders_accept_then_waits_others()] : [],
		terms: cancelTermWords(quote.cancelRule, quote.startsOn)
	};
}
