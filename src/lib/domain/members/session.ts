/** What a person may do in an organisation. */
export const ROLES = ['broker', 'coordinator', 'approver', 'leader'] as const;
export type Role = (typeof ROLES)[number];

export interface Membership {
	organisationId: string;
	organisationName: string;
	kind: 'job_centre' | 'provider';
	role: Role;
}

/** A signed-in person, as the database describes its caller. */
export interface Session {
	userId: string;
	/** A role and a place, such as "Jobformidler, Roskilde"; people are not named. */
	displayName: string;
	/** Notifications that have not been read. */
	unread: number;
	memberships: Membership[];
}

/** The membership with one of these roles, in the preferred organisation when there is a choice. */
export function actingFor(
	session: Session,
	preferredOrganisation: string | undefined,
	roles: readonly Role[] = ROLES
): Membership | undefined {
	const fitting = session.memberships.filter((membership) => roles.includes(membership.role));
	return (
		fitting.find((membership) => membership.organisationId === preferredOrganisation) ?? fitting[0]
	);
}
