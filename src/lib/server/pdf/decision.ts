import { eventWords, type PastEvent } from '$lib/domain/history/event';
import type { VerdictWords } from '$lib/domain/orders/verdicts';
import { acceptReasonWord, approvalCodeWord, fundingWord } from '$lib/domain/orders/words';
import { formatDate, formatDateTime, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { Order } from '../orders/orders';
import type { Paper, Section } from './paper';

/** Why this quote was chosen, what else there was, and what happened; for the job centre's own files. */
export function decisionPaper(
	order: Order,
	events: readonly PastEvent[],
	/** Every quote for the need held against it, by quote. */
	held: ReadonlyMap<string, VerdictWords>
): Paper {
	const title = m.orders_note_title({ reference: order.reference });
	const by = (who: { displayName: string } | null) => who?.displayName ?? m.refusal_somebody();
	const { quote, why, alternatives } = order;
	const choice: [string, string][] = [
		[m.orders_fact_need(), order.need.reference],
		[m.orders_fact_provider(), order.provider.name],
		[m.orders_fact_quote(), `${quote.title}, ${quote.reference} (${order.provider.name})`],
		[m.orders_line_total(), formatKroner(order.totalOre)],
		[m.orders_fact_funding(), fundingWord(order.funding)],
		[
			m.orders_fact_accepted(),
			m.orders_by_at({ name: by(order.acceptedBy), at: formatDateTime(order.acceptedAt) })
		]
	];
	if (order.decidedAt && order.decidedAt !== order.acceptedAt) {
		choice.push([
			m.orders_fact_decided(),
			order.decidedFor
				? m.orders_by_for_at({
						name: by(order.decidedBy),
						approver: order.decidedFor.displayName,
						at: formatDateTime(order.decidedAt)
					})
				: m.orders_by_at({ name: by(order.decidedBy), at: formatDateTime(order.decidedAt) })
		]);
	}
	const reasons = [
		why && acceptReasonWord(why.code),
		why?.words,
		...(why?.approvalReasons ?? []).map(
			(code) => `${m.orders_fact_approval()}: ${approvalCodeWord(code)}`
		),
		why?.refusal && `${m.orders_order_refusal()}: ${why.refusal}`
	].filter((text) => typeof text === 'string' && text !== '') as string[];
	const others: Section = {
		heading: m.orders_order_alternatives(),
		...(alternatives.length === 0
			? { paragraphs: [m.orders_order_no_alternatives()] }
			: {
					table: {
						head: [
							m.orders_fact_provider(),
							m.orders_row_hours(),
							m.orders_row_start(),
							m.orders_line_total()
						],
						rows: alternatives.map((other) => [
							other.provider.name,
							formatHours(other.hours),
							formatDate(other.startsOn),
							formatKroner(other.totalOre)
						])
					},
					facts: alternatives.flatMap(({ id, provider }): [string, string][] => {
						const verdicts = held.get(id);
						return verdicts ? [[provider.name, inOneLine(verdicts)]] : [];
					})
				})
	};
	const against = sectionsOf(order.verdicts);
	if (order.verdicts.differs.length === 0) {
		against.unshift({
			heading: m.orders_row_deviations(),
			paragraphs: [m.orders_no_deviations()]
		});
	}
	return {
		lang: getLocale(),
		title,
		lead: m.orders_note_lead(),
		footer: title,
		sections: [
			{ heading: m.orders_note_choice(), facts: choice },
			{ heading: m.orders_order_why(), paragraphs: reasons },
			...against,
			others,
			{
				heading: m.history_title(),
				facts: events
					.toReversed()
					.map((event): [string, string] => [
						formatDateTime(event.at),
						[eventWords(event), event.actor && m.history_by({ actor: event.actor })]
							.filter(Boolean)
							.join(' ')
					])
			}
		]
	};
}

/** What is said of a quote, what differs first. */
const sectionsOf = ({ differs, clear_up, met }: VerdictWords) =>
	[
		{ heading: m.orders_row_deviations(), paragraphs: differs },
		{ heading: m.orders_row_clear_up(), paragraphs: clear_up },
		{ heading: m.orders_row_met(), paragraphs: met }
	].filter(({ paragraphs }) => paragraphs.length > 0);

/** The same where there is little room. */
const inOneLine = (verdicts: VerdictWords): string =>
	sectionsOf(verdicts)
		.map(({ heading, paragraphs }) => {
			const texts = paragraphs.map((text) => text.replace(/\.$/, ''));
			return `${heading}: ${texts.join('; ')}.`;
		})
		.join(' ');
