import { DECLINE_REASONS, type DeclineReason } from '$lib/domain/needs/need';
import {
	BUCKETS,
	ENGAGEMENT_STATES,
	HOUR_BANDS,
	type Bucket,
	type EngagementState,
	type HourBand
} from './codes';
import { ID } from '$lib/domain/shared/id';

/** How far a candidate must have come to be shown; all were referred. */
export const STEPS = [
	'placed',
	'in_job',
	'in_job_after_six_months',
	'upskilled',
	'placed_and_upskilled'
] as const;
export type Step = (typeof STEPS)[number];

export const CANDIDATE_SORTS = ['alias', 'referred', 'hours'] as const;
export const ENGAGEMENT_SORTS = ['newest', 'provider', 'cost'] as const;
export const COST_SORTS = ['newest', 'provider', 'cost'] as const;
export const DECLINE_SORTS = ['newest', 'provider'] as const;

/** `begun` is all training that has ever begun, as the overview counts it. */
export const ENGAGEMENT_FILTERS = ['begun', ...ENGAGEMENT_STATES] as const;

export interface CandidateFilter {
	group: string | null;
	step: Step | null;
	hours: HourBand | null;
	sort: (typeof CANDIDATE_SORTS)[number];
}

export interface EngagementFilter {
	group: string | null;
	providerId: string | null;
	subject: string | null;
	state: 'begun' | EngagementState | null;
	sort: (typeof ENGAGEMENT_SORTS)[number];
}

export interface CostFilter {
	year: number | null;
	fundingSourceId: string | null;
	bucket: Bucket | null;
	/** Only spending that the state caps. */
	isCapped: boolean;
	sort: (typeof COST_SORTS)[number];
}

export interface DeclineFilter {
	year: number | null;
	reason: DeclineReason | null;
	providerId: string | null;
	sort: (typeof DECLINE_SORTS)[number];
}

/** The names of the filters in the address. */
export const FILTER_PARAMS = {
	group: 'gruppe',
	step: 'trin',
	hours: 'timer',
	providerId: 'skole',
	subject: 'fag',
	state: 'tilstand',
	year: 'aar',
	fundingSourceId: 'kilde',
	bucket: 'status',
	isCapped: 'loft',
	reason: 'aarsag',
	sort: 'sortering'
} as const satisfies Record<
	keyof CandidateFilter | keyof EngagementFilter | keyof CostFilter | keyof DeclineFilter,
	string
>;
type Name = keyof typeof FILTER_PARAMS;

const value = (params: URLSearchParams, name: Name) => params.get(FILTER_PARAMS[name]) ?? '';
const oneOf = <T extends string>(params: URLSearchParams, name: Name, values: readonly T[]) =>
	values.find((each) => each === value(params, name)) ?? null;
const matching = (params: URLSearchParams, name: Name, pattern: RegExp) =>
	pattern.exec(value(params, name))?.[0] ?? null;

const CODE = /^[a-z0-9_]{1,40}$/;

/** The year that an address asks for. */
export function readYear(params: URLSearchParams): number | null {
	return Number(matching(params, 'year', /^20\d{2}$/)) || null;
}

/* What an address asks for; what it does not know, it leaves out. */

export function readCandidateFilter(params: URLSearchParams): CandidateFilter {
	return {
		group: matching(params, 'group', CODE),
		step: oneOf(params, 'step', STEPS),
		hours: oneOf(params, 'hours', HOUR_BANDS),
		sort: oneOf(params, 'sort', CANDIDATE_SORTS) ?? 'alias'
	};
}

export function readEngagementFilter(params: URLSearchParams): EngagementFilter {
	return {
		group: matching(params, 'group', CODE),
		providerId: matching(params, 'providerId', ID),
		subject: matching(params, 'subject', CODE),
		state: oneOf(params, 'state', ENGAGEMENT_FILTERS),
		sort: oneOf(params, 'sort', ENGAGEMENT_SORTS) ?? 'newest'
	};
}

export function readCostFilter(params: URLSearchParams): CostFilter {
	return {
		year: readYear(params),
		fundingSourceId: matching(params, 'fundingSourceId', ID),
		bucket: oneOf(params, 'bucket', BUCKETS),
		isCapped: value(params, 'isCapped') === '1',
		sort: oneOf(params, 'sort', COST_SORTS) ?? 'newest'
	};
}

export function readDeclineFilter(params: URLSearchParams): DeclineFilter {
	return {
		year: readYear(params),
		reason: oneOf(params, 'reason', DECLINE_REASONS),
		providerId: matching(params, 'providerId', ID),
		sort: oneOf(params, 'sort', DECLINE_SORTS) ?? 'newest'
	};
}

/** The address of the rows behind a number. */
export function rowsHref(
	path: '/overblik/kandidater' | '/overblik/forloeb' | '/overblik/oekonomi' | '/overblik/afslag',
	filter: Partial<Record<Name, string | number>>
): string {
	const params = new URLSearchParams(
		Object.entries(filter).map(([name, value]) => [FILTER_PARAMS[name as Name], String(value)])
	);
	return `${path}?${params}`;
}
