import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { actingFor, type Membership, type Role, type Session } from '$lib/domain/members/session';
import { unwrap } from './refusal';
import { backend } from './supabase';
import { requestClient } from './supabase/clients';
import { oneTry } from './supabase/one-try';

/** Cookie with the organisation that a person with several memberships acts for. */
export const ORGANISATION_COOKIE = 'organisation';

/**
 * Who sends this request, or null. The token is not checked here: the database checks it when
 * `me` is called, as it does at every call after that.
 */
export async function loadSession(event: RequestEvent): Promise<Session | null> {
	const { cookies, locals, url } = event;
	const reached = await backend();
	const { fetch, failed } = oneTry(reached.fetch);
	locals.supabase = requestClient({ ...reached, fetch }, cookies, url.protocol === 'https:');
	const { data } = await Promise.race([locals.supabase.auth.getSession(), failed]);
	if (!data.session) return null;
	const answer = await locals.supabase.rpc('me');
	// A token that is no longer valid is a person who is not signed in.
	if (answer.status === 401) return null;
	return unwrap(answer) as unknown as Session | null;
}

/**
 * The membership that a signed-in person acts by here. Whoever is signed out is sent to sign in;
 * whoever has none of the roles sees what a page that does not exist looks like.
 */
export function requireRole(event: RequestEvent, ...roles: Role[]): Membership {
	const session = requireSession(event);
	const membership = actingFor(session, event.cookies.get(ORGANISATION_COOKIE), roles);
	if (!membership) error(404);
	return membership;
}

export function requireSession(event: RequestEvent): Session {
	const { session } = event.locals;
	if (session) return session;
	redirect(303, `/log-ind?videre=${encodeURIComponent(event.url.pathname + event.url.search)}`);
}
