import { partsFor } from '$lib/domain/members/navigation';
import { actingFor } from '$lib/domain/members/session';
import { outboxIsKept } from '$lib/server/mail/transport';
import { takeNotice } from '$lib/server/notice';
import { ORGANISATION_COOKIE } from '$lib/server/session';
import { settings } from '$lib/server/settings';

export const load = ({ cookies, locals, url }) => {
	const { session } = locals;
	const acting = session && actingFor(session, cookies.get(ORGANISATION_COOKIE));
	return {
		session,
		acting: acting ?? null,
		parts: session && acting ? partsFor(session, acting.organisationId) : [],
		demo: settings().demo,
		siteUrl: settings().siteUrl,
		hasOutbox: outboxIsKept(),
		// Looked at anew on every page, as are the unread messages above.
		notice: { text: takeNotice(cookies), at: url.pathname }
	};
};
