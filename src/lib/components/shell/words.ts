import type { Part } from '$lib/domain/members/navigation';
import type { Membership, Session } from '$lib/domain/members/session';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** What the navigation calls a part of the product. */
const PARTS: Record<Part, () => string> = {
	behov: m.public_nav_behov,
	katalog: m.public_nav_katalog,
	ordrer: m.public_nav_ordrer,
	rammeaftaler: m.public_nav_rammeaftaler,
	moduler: m.public_nav_moduler,
	foresporgsler: m.public_nav_foresporgsler,
	forloeb: m.public_nav_forloeb,
	overblik: m.public_nav_overblik,
	medlemmer: m.public_nav_medlemmer,
	godkendelser: m.public_nav_godkendelser
};

/** What stands around every page. Made on the server, so that no page carries it in two languages. */
export const shellWords = (session: Session | null, acting: Membership | null, parts: Part[]) => ({
	locale: getLocale(),
	appName: m.app_name(),
	skip: m.public_skip(),
	navigation: m.public_main_navigation(),
	parts: parts.map((part) => ({ href: `/${part}`, label: PARTS[part]() })),
	menu: m.public_menu(),
	signIn: m.auth_sign_in(),
	signOut: m.auth_sign_out(),
	account: m.public_account(),
	favourites: m.catalogue_favourites_title(),
	messages: m.public_messages(),
	unread: session?.unread ? m.public_unread({ count: session.unread }) : '',
	/** The organisations that one can act for instead. */
	others: othersOf(session, acting).map(({ organisationId: id, organisationName }) => ({
		id,
		label: m.public_switch_organisation({ organisation: organisationName })
	})),
	breadcrumb: m.common_breadcrumb(),
	demo: m.public_demo(),
	outbox: m.public_outbox_link(),
	language: m.public_language(),
	accessibility: m.public_accessibility(),
	licence: m.public_licence()
});
export type ShellWords = ReturnType<typeof shellWords>;

function othersOf(session: Session | null, acting: Membership | null): Membership[] {
	const others = session?.memberships.filter(
		({ organisationId }) => organisationId !== acting?.organisationId
	);
	return [...new Map(others?.map((other) => [other.organisationId, other])).values()];
}
