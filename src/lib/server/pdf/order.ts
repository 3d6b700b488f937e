import type { PriceModel } from '$lib/domain/catalogue/price';
import { deliveryFormWord, lineKindWord, placeWord } from '$lib/domain/catalogue/words';
import { cancelCostWord, cancelTermWords } from '$lib/domain/orders/cancellation';
import { endOf } from '$lib/domain/orders/comparison';
import { invoiceWords, participantsWord, weeksWord } from '$lib/domain/orders/words';
import { weekWord } from '$lib/domain/quotes/schedule';
import { decimal, formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { OrderPaper } from '../orders/papers';
import type { Paper } from './paper';

const quantities: Record<PriceModel, (quantity: number) => string> = {
	per_hour: formatHours,
	per_week: weeksWord,
	per_participant: participantsWord,
	fixed: decimal
};

/** The order as both sides keep it: who, what, at what price and on what terms. It tells nothing of the candidate. */
export function orderPaper({ quote, sides, ...order }: OrderPaper): Paper {
	const known = (facts: [string, string | null][]) =>
		facts.filter((fact): fact is [string, string] => fact[1] !== null);
	return {
		lang: getLocale(),
		title: m.orders_order_title({ reference: order.reference }),
		lead:
			order.state === 'cancelled'
				? m.orders_paper_cancelled({ title: quote.title })
				: order.revision > 0
					? m.orders_paper_revised({
							title: quote.title,
							provider: sides.provider,
							number: order.revision
						})
					: m.orders_paper_lead({ title: quote.title, provider: sides.provider }),
		footer: m.orders_order_title({ reference: order.reference }),
		sections: [
			{
				heading: m.orders_paper_buyer(),
				facts: known([
					[m.orders_paper_name(), sides.jobCentre],
					[m.orders_paper_number(), order.reference],
					[m.orders_paper_revision(), order.revision > 0 ? String(order.revision) : null],
					[m.orders_paper_date(), formatDate(order.decidedAt)],
					[m.members_cvr(), sides.jobCentreCvr],
					[m.members_ean(), sides.ean],
					[m.members_order_contact(), sides.orderContact],
					[m.orders_paper_contact(), sides.jobCentreContact]
				])
			},
			{
				heading: m.orders_paper_seller(),
				facts: known([
					[m.orders_paper_name(), sides.provider],
					[m.members_cvr(), sides.providerCvr],
					[m.orders_paper_contact(), sides.providerContact],
					[m.orders_fact_quote(), quote.reference],
					[m.agreements_row(), sides.agreement?.reference ?? null]
				])
			},
			{
				heading: m.orders_order_what(),
				facts: [
					[m.orders_row_hours(), formatHours(quote.hours)],
					[
						m.orders_row_rhythm(),
						m.orders_rhythm({
							session: formatHours(quote.sessionHours),
							week: formatHours(quote.weeklyHours)
						})
					],
					[
						m.quotes_schedule(),
						weekWord(quote.sessions).replaceAll('\n', ', ') || m.quotes_schedule_later()
					],
					[m.orders_row_weeks(), weeksWord(quote.weeks)],
					[m.orders_row_start(), formatDate(quote.startsOn)],
					[m.orders_row_end(), formatDate(endOf(quote))],
					[m.orders_row_place(), placeWord(quote.place)],
					[m.orders_row_form(), deliveryFormWord(quote.deliveryForm)],
					[m.orders_row_participants(), participantsWord(quote.participants)]
				]
			},
			{
				heading: m.orders_paper_price(),
				table: {
					head: [
						m.orders_line_what(),
						m.orders_paper_quantity(),
						m.orders_paper_unit(),
						m.orders_line_amount()
					],
					rows: quote.lines.map((line) => [
						[lineKindWord(line.kind), line.description].filter(Boolean).join(': '),
						quantities[line.model](line.quantity),
						formatKroner(line.unitPriceOre),
						formatKroner(line.amountOre)
					]),
					foot: [m.orders_line_total(), '', '', formatKroner(order.totalOre)]
				}
			},
			{
				heading: m.orders_paper_terms(),
				paragraphs: [
					...(quote.note ? [`${m.orders_row_note()}: ${quote.note}`] : []),
					...(sides.agreement?.terms
						? [
								m.agreements_terms_of({
									reference: sides.agreement.reference,
									terms: sides.agreement.terms
								})
							]
						: []),
					m.orders_paper_vat(),
					...invoiceWords(sides, order.reference),
					...cancelTermWords(order.cancelRule, quote.startsOn)
				]
			},
			...(order.cancellation
				? [
						{
							heading: m.orders_fact_cancelled(),
							paragraphs: [cancelCostWord(order.cancellation)]
						}
					]
				: [])
		]
	};
}
