/* Apart from the schemas, so that a page that words a code need not carry the schemas' library. */

/** How far a job centre brings its candidates, in the order in which it happens. */
export const MEASURES = [
	'referred',
	'placed',
	'in_job',
	'in_job_after_six_months',
	'upskilled'
] as const;
export type Measure = (typeof MEASURES)[number];

/** The hours a week that a candidate manages. */
export const HOUR_BANDS = ['up_to_20', 'up_to_30', 'full_time', 'unknown'] as const;
export type HourBand = (typeof HOUR_BANDS)[number];

export const ENGAGEMENT_STATES = ['planned', 'active', 'completed', 'dropped'] as const;
export type EngagementState = (typeof ENGAGEMENT_STATES)[number];

/** What has become of an order's money; `none` is money that was freed again. */
export const BUCKETS = ['committed', 'spent', 'none'] as const;
export type Bucket = (typeof BUCKETS)[number];
