import { m } from '$lib/paraglide/messages';
import type { Role } from './session';

type Locale = 'da' | 'en';

/** What each role is called, and what it lets a person do. */
const roles: Record<Role, { name: typeof m.role_broker; hint: () => string }> = {
	broker: { name: m.role_broker, hint: m.members_role_broker_hint },
	coordinator: { name: m.role_coordinator, hint: m.members_role_coordinator_hint },
	approver: { name: m.role_approver, hint: m.members_role_approver_hint },
	leader: { name: m.role_leader, hint: m.members_role_leader_hint }
};

/** In running text, in the reader's language or a given one. */
export const roleName = (role: Role, locale?: Locale) => roles[role].name({}, { locale });
/** By itself, as in a list. */
export const roleWord = (role: Role) =>
	roleName(role).replace(/^./, (first) => first.toUpperCase());
export const roleHint = (role: Role) => roles[role].hint();
