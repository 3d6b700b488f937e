/** How training with a school has ended before, at one job centre, held against what it had quoted. */
import { m } from '$lib/paraglide/messages';

export interface SchoolRecord {
	completed: number;
	dropped: number;
	/** Hours of the completed ones, as they were quoted and as they were held. */
	quotedHours: number;
	hoursHeld: number;
	/** What the completed ones cost, as they were quoted and after all changes, in øre. */
	quotedOre: number;
	finalOre: number;
	/** How many of the completed ones began after the quoted day. */
	begunLater: number;
}

/** How many ended which way; of those that were completed, the hours, the price and the start against the quote. */
export function recordWords(record: SchoolRecord): string[] {
	const ended = m.orders_record_ended({ completed: record.completed, dropped: record.dropped });
	if (record.completed === 0) return [ended];
	const percent = Math.round((record.hoursHeld / record.quotedHours) * 100);
	return [
		ended,
		m.orders_record_held({ percent }),
		priceWord(record),
		...(record.begunLater > 0 ? [m.orders_record_later({ count: record.begunLater })] : [])
	];
}

function priceWord({ quotedOre, finalOre }: SchoolRecord): string {
	// What is given for nothing has no percentage: an øre stands for it.
	const percent = Math.round((Math.abs(finalOre - quotedOre) / Math.max(1, quotedOre)) * 100);
	if (percent === 0) return m.orders_record_price_kept();
	return finalOre > quotedOre
		? m.orders_record_price_over({ percent })
		: m.orders_record_price_under({ percent });
}
