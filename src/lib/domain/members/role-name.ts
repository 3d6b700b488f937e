import { m } from '$lib/paraglide/messages';
import type { Role } from './session';

type Locale = 'da' | 'en';

/** What a role is called in running text, in the reader's language or a given one. */
export function roleName(role: Role, locale?: Locale): string {
	const names: Record<Role, typeof m.role_broker> = {
		broker: m.role_broker,
		coordinator: m.role_coordinator,
		approver: m.role_approver,
		leader: m.role_leader
	};
	return names[role]({}, { locale });
}
