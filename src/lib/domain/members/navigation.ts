import { actingFor, type Role, type Session } from './session';

/** The parts of the product that somebody may be led to, as their paths. */
const PARTS = {
	broker: ['behov', 'katalog', 'ordrer', 'rammeaftaler'],
	leader: ['moduler', 'foresporgsler', 'forloeb', 'rammeaftaler', 'medlemmer'],
	coordinator: ['overblik', 'behov', 'ordrer', 'rammeaftaler', 'medlemmer', 'katalog'],
	approver: ['godkendelser', 'ordrer', 'overblik']
} as const satisfies Record<Role, readonly string[]>;

export type Part = (typeof PARTS)[Role][number];

/** What the navigation leads to for the roles that somebody has in one organisation. */
export function partsFor(session: Session, organisationId: string): Part[] {
	const roles = session.memberships
		.filter((membership) => membership.organisationId === organisationId)
		.map((membership) => membership.role);
	return [...new Set(roles.flatMap((role): readonly Part[] => PARTS[role]))];
}

/** The page that a signed-in person begins at. */
export function homeOf(session: Session, preferredOrganisation?: string): string {
	const acting = actingFor(session, preferredOrganisation);
	return acting ? `/${PARTS[acting.role][0]}` : '/';
}

/** A path of this site that somebody asked to be led to, or where they are led without. */
export function ownPath(asked: string | null | undefined, otherwise: string): string {
	// A second slash, or a backslash that browsers read as one, would lead to another site.
	return asked && /^\/(?![/\\])[^\\\s]*$/.test(asked) ? asked : otherwise;
}
