import { z } from 'zod';
import { choice, email, rowId } from '../shared/fields';
import { ROLES, type Membership, type Role } from './session';

/** The roles that an organisation of this kind has. */
export const rolesOf = (kind: Membership['kind']): Role[] =>
	ROLES.filter((role) => (role === 'leader') === (kind === 'provider'));

export const inviteForm = z.object({ email: email(), role: choice(ROLES) });

/** An invitation to send again or to take back. */
export const invitationForm = z.object({ id: rowId() });
