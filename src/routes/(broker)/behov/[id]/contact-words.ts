import { m } from '$lib/paraglide/messages';
import type { NeedMatter } from '$lib/server/needs/reading';

/** Whether the school can reach the candidates, worded by the server so that the page does not carry it in two languages. */
export function contactWords({ contacts: shared, named }: NeedMatter) {
	const all = Math.max(named.length, 1);
	const of = shared > 0 ? m.needs_contact_can_reach() : m.needs_contact_cannot_reach();
	return {
		title: all > 1 ? m.needs_contacts_title() : m.needs_contact_title(),
		state: all > 1 ? m.needs_contacts_of({ shared, all }) : of,
		link: shared < all ? m.needs_contact_share() : m.needs_contact_change()
	};
}
