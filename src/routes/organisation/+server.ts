import { error, redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/domain/members/navigation';
import { ORGANISATION_COOKIE, requireSession } from '$lib/server/session';

/** Switches which organisation somebody with several acts for. */
export async function POST(event) {
	const session = requireSession(event);
	const id = (await event.request.formData()).get('organisation');
	if (!session.memberships.some(({ organisationId }) => organisationId === id)) error(404);
	event.cookies.set(ORGANISATION_COOKIE, String(id), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	});
	redirect(303, homeOf(session, String(id)));
}
