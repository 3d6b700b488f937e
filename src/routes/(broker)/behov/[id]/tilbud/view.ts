/** The comparison as it is shown, all in words: what is compared, in which order, and what is said around it. */
import { listWords, placeWord } from '$lib/domain/catalogue/words';
import { inOrder, ORDERINGS, type Ordering } from '$lib/domain/orders/comparison';
import type { SchoolRecord } from '$lib/domain/orders/record';
import { isLive } from '$lib/domain/orders/states';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { ChoosableQuote, FundingSource, NeedWithQuotes } from '$lib/server/quotes/choosing';
import { comparisonRows } from './rows';

/** What stands over a quote, and what can be done with it. */
export interface Column {
	id: string;
	school: string;
	title: string;
	reference: string;
	href: string;
	isChosen: boolean;
	/** Where it is chosen; left out when the reader may not. */
	chooseHref?: string;
	/** The comparison without it; left out when there are too few to leave one out. */
	hideHref?: string;
}

interface Reading {
	sources: readonly FundingSource[];
	records: ReadonlyMap<string, SchoolRecord>;
	day: string;
	mayChoose: boolean;
	/** How the reader wants it: sorted, and without some. */
	searchParams: URLSearchParams;
	/** The one that the address chooses. */
	quote: ChoosableQuote | undefined;
}

export function comparisonOf(
	need: NeedWithQuotes,
	{ sources, records, day, mayChoose, searchParams, quote }: Reading
) {
	const isOpen = need.state === 'open';
	const live = need.quotes.filter((each) => isLive(each, day));
	const accepted = need.quotes.filter(({ state }) => state === 'accepted');
	/** While there is a choice, what can be chosen; afterwards, what was chosen between. */
	const compared = isOpen
		? [...accepted, ...live]
		: need.quotes.filter(({ state }) => state === 'accepted' || state === 'rejected');
	const gone = need.quotes.filter(
		(each) => each.state !== 'superseded' && !compared.includes(each)
	);

	const ordering = ORDERINGS.find((each) => each === searchParams.get('sortering')) ?? 'total';
	const hidden = searchParams
		.getAll('skjul')
		.filter((id) => compared.some((each) => each.id === id));
	const address = (sorted: Ordering, without: string[]) =>
		`?${new URLSearchParams([['sortering', sorted], ...without.map((id) => ['skjul', id])])}`;
	const own = address(ordering, hidden);
	const shown = inOrder(
		compared.filter(({ id }) => !hidden.includes(id)),
		ordering
	);

	const chosen = need.quotes.find(({ id }) => id === need.order?.quoteId);
	const canChooseNow = mayChoose && isOpen && !need.order;
	const unanswered = need.requests.filter(({ state }) => state === 'sent');
	const declined = need.requests.filter(({ state }) => state === 'declined');
	const names = (requests: typeof unanswered) =>
		listWords(requests.map(({ provider }) => provider.name));

	/** Who the need says will pay, while that can be chosen. */
	const funding = sources.find(({ id }) => id === need.fundingSourceId) ?? null;

	return {
		/** The same comparison again. */
		href: own,
		notice: notice(),
		asked: askedFor(need),
		orderings: ORDERINGS.map((each) => ({
			label: orderingWords[each](),
			href: address(each, hidden),
			current: each === ordering
		})),
		quotes: shown.map(({ id, provider, title, reference }): Column => ({
			id,
			school: provider.name,
			title,
			reference,
			href: `/behov/${need.id}/tilbud/${id}`,
			isChosen: id === chosen?.id,
			chooseHref: canChooseNow ? `${own}&vaelg=${id}` : undefined,
			hideHref: shown.length > 2 ? address(ordering, [...hidden, id]) : undefined
		})),
		groups: comparisonRows(shown, need, funding, records),
		empty: {
			title: gone.length > 0 ? m.orders_compare_empty_gone() : m.orders_compare_empty(),
			text: unanswered.length > 0 ? m.orders_compare_empty_waiting() : m.orders_compare_empty_ask()
		},
		hidden:
			hidden.length > 0
				? { text: m.orders_compare_hidden({ count: hidden.length }), href: address(ordering, []) }
				: undefined,
		/** Who has not answered, and who has said no. */
		others: [
			...(unanswered.length > 0 && isOpen
				? [
						m.orders_compare_unanswered({
							providers: names(unanswered),
							date: formatDate(unanswered[0]?.answerBy ?? day)
						})
					]
				: []),
			...(declined.length > 0 ? [m.orders_compare_declined({ providers: names(declined) })] : [])
		],
		gone: gone.map(
			(each) =>
				`${each.provider.name}, ${each.reference}: ${formatKroner(each.totalOre)}, ${goneWord(each)}`
		)
	};

	function notice(): { text: string; caution?: boolean; orderHref?: string } | undefined {
		if (need.order && chosen) {
			const word =
				need.order.state === 'approved' ? m.orders_compare_ordered : m.orders_compare_waiting;
			return {
				text: word({ provider: chosen.provider.name, reference: need.order.reference }),
				orderHref: `/ordrer/${need.order.id}`
			};
		}
		if (!isOpen) return { text: m.orders_compare_closed() };
		if (quote && mayChoose) return { text: whyNot(quote), caution: true };
		if (live.length > 0 && !mayChoose) return { text: m.orders_compare_not_yours() };
		return undefined;
	}

	/** Why the quote that the address chooses cannot be chosen. */
	function whyNot({ state, validUntil }: ChoosableQuote): string {
		return validUntil < day && (state === 'submitted' || state === 'expired')
			? m.orders_accept_expired({ date: formatDate(validUntil) })
			: m.orders_accept_gone();
	}
}

const orderingWords: Record<Ordering, () => string> = {
	total: m.orders_compare_sort_total,
	start: m.orders_compare_sort_start,
	hours: m.orders_compare_sort_hours
};

function goneWord({ state, validUntil }: ChoosableQuote): string {
	if (state === 'withdrawn') return m.orders_gone_withdrawn();
	if (state === 'rejected') return m.orders_gone_rejected();
	return m.orders_gone_expired({ date: formatDate(validUntil) });
}

const askedFor = (need: NeedWithQuotes) => [
	{ term: m.orders_fact_goal(), value: need.goal },
	{ term: m.orders_row_hours(), value: need.hoursWanted && formatHours(need.hoursWanted) },
	{
		term: m.orders_row_rhythm(),
		value: m.orders_rhythm({
			session: formatHours(need.sessionHoursMax ?? 0),
			week: formatHours(need.weeklyHoursMax ?? 0)
		})
	},
	{ term: m.orders_row_start(), value: need.startsOn && formatDate(need.startsOn) },
	{
		term: m.orders_row_place(),
		value: need.place && need.place !== 'any' ? placeWord(need.place) : null
	},
	{
		term: m.orders_fact_ceiling(),
		value: need.priceCeilingOre && formatKroner(need.priceCeilingOre)
	}
];
