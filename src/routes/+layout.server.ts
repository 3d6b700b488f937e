import { shellWords } from '$lib/components/shell/words';
import { partsFor } from '$lib/domain/members/navigation';
import { actingFor } from '$lib/domain/members/session';
import { outboxIsKept } from '$lib/server/mail/transport';
import { takeNotice } from '$lib/server/notice';
import { ORGANISATION_COOKIE } from '$lib/server/session';
import { settings } from '$lib/server/settings';

export const load = ({ cookies, locals, url }) => {
	const { session } = locals;
	const acting = (session && actingFor(session, cookies.get(ORGANISATION_COOKIE))) ?? null;
	const parts = session && acting ? partsFor(session, acting.organisationId) : [];
	return {
		session,
		acting,
		shell: shellWords(session, acting, session ? parts : ['katalog']),
		demo: settings().demo,
		siteUrl: settings().siteUrl,
		hasOutbox: outboxIsKept(),
		// Looked at anew on every page, as are the unread messages above.
		notice: { text: takeNotice(cookies), at: url.pathname }
	};
};
