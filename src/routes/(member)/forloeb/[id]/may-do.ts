import { isOver } from '$lib/domain/engagements/engagement';
import type { Role, Session } from '$lib/domain/members/session';
import type { Engagement } from '$lib/server/engagements';

/** Which actions the page offers. The database decides; this only leaves out what it would refuse. */
export function mayDo(engagement: Engagement, { userId, memberships }: Session) {
	const { state, providerId, jobCentreId, need } = engagement;
	const isAny = (organisationId: string, role: Role) =>
		memberships.some((each) => each.organisationId === organisationId && each.role === role);
	const isSchool = isAny(providerId, 'leader');
	const isOwner = need?.ownerId === userId && isAny(jobCentreId, 'broker');
	return {
		isSchool,
		confirm: isSchool && state === 'planned' && engagement.order.confirmedAt === null,
		start: isSchool && state === 'planned',
		complete: isSchool && state === 'active',
		drop: !isOver(state) && (isSchool || isOwner || isAny(jobCentreId, 'coordinator')),
		/** Or cancel the order; the job centre does both from the order's own page. */
		change: isSchool && !isOver(state),
		waive:
			isSchool &&
			engagement.order.cancellation?.borneBy === 'job_centre' &&
			engagement.order.cancellation.costOre > 0,
		shareContact: isOwner && !isOver(state)
	};
}
export type MayDo = ReturnType<typeof mayDo>;
