import { withinWords } from '$lib/domain/agreements/words';
import { deliveryFormWord, lineKindWord, placeWord } from '$lib/domain/catalogue/words';
import { contentRows, leastOf, perHourOre, perParticipantOre } from '$lib/domain/orders/comparison';
import type { FundingRules } from '$lib/domain/orders/funding';
import { recordWords, type SchoolRecord } from '$lib/domain/orders/record';
import { verdictWords, type Asked } from '$lib/domain/orders/verdicts';
import { participantsWord, weeksWord } from '$lib/domain/orders/words';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { WorkTime } from '$lib/domain/needs/need';
import { weekFrame, weekLegend, type Week, type WeekFrame } from '$lib/domain/quotes/week-grid';
import { workTime } from '$lib/domain/needs/words';
import type { Attachment } from '$lib/server/quotes/attachments';
import type { ChoosableQuote } from '$lib/server/quotes/choosing';

export interface Cell {
	text: string;
	/** In place of one text, when there are several things to say. */
	texts?: string[];
	/** What the quote is best at in this row. */
	best?: string;
	/** Says what is not there. */
	absent?: boolean;
	/** Says what is as it was wanted. */
	met?: boolean;
	/** A week to draw, on the same hours as those beside it. */
	week?: Week & { frame: WeekFrame };
	files?: Attachment[];
}
export interface Row {
	label: string;
	/** How to read its drawings. */
	legend?: string;
	/** One for each quote, in their order. */
	cells: Cell[];
}
export interface RowGroup {
	/** Over the rows; none over the first, which tell what a quote is. */
	title?: string;
	rows: Row[];
}

interface Need extends Asked {
	workTimes: readonly WorkTime[];
	freeTimes: readonly WorkTime[];
}

/** Every quote in the same words, with the best of each row marked. */
export function comparisonRows(
	quotes: readonly ChoosableQuote[],
	asked: Need,
	funding: FundingRules | null,
	records: ReadonlyMap<string, SchoolRecord>
): RowGroup[] {
	const row = (label: string, text: (quote: ChoosableQuote) => string): Row => ({
		label,
		cells: quotes.map((quote) => ({ text: text(quote) }))
	});
	const marked = (plain: Row, values: readonly (number | string)[], best: string): Row => {
		const marks = leastOf(values);
		const cells = plain.cells.map((cell, at) => (marks[at] ? { ...cell, best } : cell));
		return { ...plain, cells };
	};
	const price = (label: string, ore: (quote: ChoosableQuote) => number, best: string) =>
		marked(
			row(label, (quote) => formatKroner(ore(quote))),
			quotes.map(ore),
			best
		);

	const verdicts = quotes.map((quote) => verdictWords(quote, asked, funding));
	const differences: Row = {
		label: m.orders_row_deviations(),
		cells: verdicts.map(({ differs }) =>
			differs.length > 0 ? { text: '', texts: differs } : { text: m.orders_no_deviations() }
		)
	};
	const toClearUp: Row = {
		label: m.orders_row_clear_up(),
		cells: verdicts.map(({ clear_up }) =>
			clear_up.length > 0
				? { text: '', texts: clear_up }
				: { text: m.orders_nothing_to_clear_up(), absent: true }
		)
	};
	const asWanted: Row = {
		label: m.orders_row_met(),
		cells: verdicts.map(({ met }) =>
			met.length > 0
				? { text: '', texts: met, met: true }
				: { text: m.orders_nothing_to_clear_up(), absent: true }
		)
	};

	const within: Row = {
		label: m.agreements_row(),
		cells: quotes.map(({ agreement, lines }) =>
			agreement
				? { text: '', texts: withinWords(agreement, lines) }
				: { text: m.agreements_none(), absent: true }
		)
	};

	const { workTimes, freeTimes } = asked;
	const planned = quotes.flatMap(({ sessions }) => sessions);
	const weeks: Row = {
		label: m.orders_row_sessions(),
		legend: weekLegend(asked),
		cells: quotes.map(({ sessions }) =>
			sessions.length > 0
				? {
						text: '',
						texts: sessions.map(workTime),
						week: {
							frame: weekFrame([...planned, ...workTimes, ...freeTimes]),
							sessions,
							workTimes,
							freeTimes
						}
					}
				: { text: m.orders_no_sessions(), absent: true }
		)
	};

	return [
		{
			rows: [
				price(m.orders_row_total(), ({ totalOre }) => totalOre, m.orders_best_cheapest()),
				price(m.orders_row_per_hour(), perHourOre, m.orders_best_lowest()),
				...(quotes.some(({ participants }) => participants > 1)
					? [
							row(m.orders_row_participants(), (quote) => participantsWord(quote.participants)),
							price(m.orders_row_per_participant(), perParticipantOre, m.orders_best_lowest())
						]
					: []),
				...(quotes.some(({ agreement }) => agreement) ? [within] : []),
				marked(
					differences,
					verdicts.map(({ differs }) => differs.length),
					m.orders_best_closest()
				),
				...(verdicts.some(({ clear_up }) => clear_up.length > 0) ? [toClearUp] : []),
				asWanted,
				marked(
					row(m.orders_row_start(), (quote) => formatDate(quote.startsOn)),
					quotes.map(({ startsOn }) => startsOn),
					m.orders_best_earliest()
				),
				row(m.orders_row_hours(), (quote) => formatHours(quote.hours)),
				row(m.orders_row_rhythm(), (quote) =>
					m.orders_rhythm({
						session: formatHours(quote.sessionHours),
						week: formatHours(quote.weeklyHours)
					})
				),
				...(planned.length > 0 ? [weeks] : []),
				row(m.orders_row_weeks(), (quote) => weeksWord(quote.weeks)),
				row(m.orders_row_place(), (quote) => placeWord(quote.place)),
				row(m.orders_row_form(), (quote) => deliveryFormWord(quote.deliveryForm)),
				row(m.orders_row_valid_until(), (quote) => formatDate(quote.validUntil)),
				...(quotes.some(({ note }) => note)
					? [row(m.orders_row_note(), (quote) => quote.note ?? m.orders_no_note())]
					: []),
				...(quotes.some(({ attachments }) => attachments.length > 0)
					? [
							{
								label: m.quotes_attachments(),
								cells: quotes.map(({ attachments }) =>
									attachments.length > 0
										? { text: '', files: attachments }
										: { text: m.orders_no_note(), absent: true }
								)
							}
						]
					: []),
				{
					label: m.orders_row_record(),
					cells: quotes.map(({ provider }) => {
						const record = records.get(provider.id);
						return record
							? { text: '', texts: recordWords(record) }
							: { text: m.orders_record_none(), absent: true };
					})
				}
			]
		},
		{
			title: m.orders_row_contents(),
			rows: contentRows(quotes).map(({ kind, amountsOre }) => ({
				label: lineKindWord(kind),
				cells: amountsOre.map((ore) =>
					ore === null
						? { text: m.orders_not_in(), absent: true }
						: { text: ore === 0 ? m.orders_in_for_free() : formatKroner(ore) }
				)
			}))
		}
	];
}
