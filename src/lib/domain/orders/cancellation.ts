import { addDays } from '$lib/domain/shared/day';
import { formatDate, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** What an order says of being cancelled. */
export interface CancelRule {
	/** Free of charge until so many days before the start. */
	freeDays: number;
	/** Of the total, after that. */
	percent: number;
}

export type CancelSide = 'job_centre' | 'provider';

/** What came of it, once an order is cancelled. */
export interface Cancellation {
	costOre: number;
	/** Each their own when the school has given up what it was owed. */
	borneBy: CancelSide | 'each';
}

/** The terms in sentences, for training that starts on a day, or on one that is not known yet. */
export function cancelTermWords(
	{ freeDays, percent }: CancelRule,
	startsOn: string | null
): string[] {
	const date = startsOn ? formatDate(addDays(startsOn, -freeDays)) : beforeStart(freeDays);
	return [
		percent === 0 ? m.orders_terms_free() : m.orders_terms_percent({ date, percent }),
		m.orders_terms_held(),
		m.orders_terms_school()
	];
}

const beforeStart = (days: number) =>
	days === 0
		? m.orders_terms_start_day()
		: days === 1
			? m.orders_terms_day_before()
			: m.orders_terms_days_before({ days });

const costs = {
	job_centre: m.orders_cost_job_centre,
	provider: m.orders_cost_provider,
	each: m.orders_cost_each
};
/** Who bears what. */
export const cancelCostWord = ({ costOre, borneBy }: Cancellation) =>
	costOre === 0 ? m.orders_cost_none() : costs[borneBy]({ amount: formatKroner(costOre) });
