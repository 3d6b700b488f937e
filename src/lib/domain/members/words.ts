import { m } from '$lib/paraglide/messages';
import type { Role } from './session';

/** What each role is called, and what it lets a person do. */
const roles: Record<Role, { word: () => string; hint: () => string }> = {
	broker: { word: m.members_role_broker, hint: m.members_role_broker_hint },
	coordinator: { word: m.members_role_coordinator, hint: m.members_role_coordinator_hint },
	approver: { word: m.members_role_approver, hint: m.members_role_approver_hint },
	leader: { word: m.members_role_leader, hint: m.members_role_leader_hint }
};
export const roleWord = (role: Role) => roles[role].word();
export const roleHint = (role: Role) => roles[role].hint();
