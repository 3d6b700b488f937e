import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { formatPercent } from '../shared/format';
import type {
	CANDIDATE_SORTS,
	COST_SORTS,
	ENGAGEMENT_FILTERS,
	ENGAGEMENT_SORTS,
	Step
} from './filter';
import type { Bucket, HourBand, Measure } from './codes';

/** Something that the law or a school calls by a name, by its code or id. */
export interface Named {
	key: string;
	name: { da: string; en: string };
}

/** A name in the reader's language. */
export const nameWord = (name: Named['name']) => name[getLocale()];

/** Names by key; a key that is unknown names itself. */
export function namesByKey(named: readonly Named[]): (key: string) => string {
	const names = new Map(named.map(({ key, name }) => [key, nameWord(name)]));
	return (key) => names.get(key) ?? key;
}

export const optionsOf = (named: readonly Named[]) =>
	named.map(({ key, name }) => ({ value: key, label: nameWord(name) }));

/** A share in whole percent; of so few people, a decimal would say more than is known. */
export const percentWord = (share: number) => formatPercent(Math.round(share * 100) / 100);

/** The words for codes; a code without words does not compile. */
type Words<Code extends string> = Record<Code, () => string>;

const measures: Words<Measure> = {
	referred: m.insight_measure_referred,
	placed: m.insight_measure_placed,
	in_job: m.insight_measure_in_job,
	in_job_after_six_months: m.insight_measure_in_job_after_six_months,
	upskilled: m.insight_measure_upskilled
};
export const measureWord = (code: Measure) => measures[code]();

const steps: Words<Step> = {
	placed: m.insight_measure_placed,
	in_job: m.insight_measure_in_job,
	in_job_after_six_months: m.insight_measure_in_job_after_six_months,
	upskilled: m.insight_measure_upskilled,
	placed_and_upskilled: m.insight_step_placed_and_upskilled
};
export const stepWord = (code: Step) => steps[code]();

const bands: Words<HourBand> = {
	up_to_20: m.insight_hours_up_to_20,
	up_to_30: m.insight_hours_up_to_30,
	full_time: m.insight_hours_full_time,
	unknown: m.insight_hours_unknown
};
export const hourBandWord = (code: HourBand) => bands[code]();

const states: Words<(typeof ENGAGEMENT_FILTERS)[number]> = {
	begun: m.insight_state_begun,
	planned: m.insight_state_planned,
	active: m.insight_state_active,
	completed: m.insight_state_completed,
	dropped: m.insight_state_dropped
};
export const engagementStateWord = (code: (typeof ENGAGEMENT_FILTERS)[number]) => states[code]();

const buckets: Words<Bucket> = {
	committed: m.insight_bucket_committed,
	spent: m.insight_bucket_spent,
	none: m.insight_bucket_none
};
export const bucketWord = (code: Bucket) => buckets[code]();

type Sort =
	| (typeof CANDIDATE_SORTS)[number]
	| (typeof ENGAGEMENT_SORTS)[number]
	| (typeof COST_SORTS)[number];
const sorts: Words<Sort> = {
	alias: m.insight_sort_alias,
	referred: m.insight_sort_referred,
	hours: m.insight_sort_hours,
	newest: m.insight_sort_newest,
	provider: m.insight_sort_provider,
	cost: m.insight_sort_cost
};
export const sortWord = (code: Sort) => sorts[code]();

/** The orders to choose beside the first, which a list has when nothing is chosen. */
export const sortOptions = ([, ...others]: readonly Sort[]) =>
	others.map((sort) => ({ value: sort, label: sortWord(sort) }));
