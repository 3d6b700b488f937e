export type EngagementState = 'planned' | 'active' | 'completed' | 'dropped';

/** Why training ended before it was done, as somebody may choose. */
export const DROP_REASONS = [
	'candidate_stopped',
	'illness',
	'job_found',
	'workplace_stopped',
	'provider_stopped',
	'other'
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why training ended; an order that was cancelled ends it too. */
export type EndReason = DropReason | 'order_cancelled';

/** Training that has an end has nothing more to be done about it. */
export function isOver(state: EngagementState): boolean {
	return state === 'completed' || state === 'dropped';
}
