import { isAuthError, type AuthError } from '@supabase/supabase-js';
import type { Role } from '$lib/domain/members/session';
import { BackendError, refuseWhenDown, unwrap } from './refusal';
import type { Client } from './supabase/clients';

/** Why somebody was not let in. */
export type NotIn = 'wrong' | 'too_often';

/** Signs in; an unknown address and a wrong password cannot be told apart. */
export async function signIn(client: Client, email: string, password: string) {
	return settle((await client.auth.signInWithPassword({ email, password })).error);
}

export async function signOut(client: Client): Promise<void> {
	await client.auth.signOut({ scope: 'local' });
}

/** Mails a link to choose a new password, when there is such an account; never says whether there is. */
export async function sendRecovery(client: Client, email: string): Promise<void> {
	settle((await client.auth.resetPasswordForEmail(email)).error);
}

/** Uses the link of that mail. Somebody who kept the old password signed in elsewhere is signed out. */
export async function choosePassword(client: Client, token: string, password: string) {
	const checked = await client.auth.verifyOtp({ type: 'recovery', token_hash: token });
	if (checked.error) return settle(checked.error);
	const changed = await client.auth.updateUser({ password });
	// The password that one has already is a new one as far as this page is concerned.
	if (changed.error && changed.error.code !== 'same_password') return settle(changed.error);
	await client.auth.signOut({ scope: 'others' });
	return undefined;
}

export interface Invitation {
	organisationName: string;
	role: Role;
	email: string;
}

/** What an invitation is to; null when it is used, revoked or expired. */
export async function invitationByToken(client: Client, token: string): Promise<Invitation | null> {
	const row = unwrap(await client.rpc('invitation_by_token', { p_token: token })) as Record<
		string,
		string
	> | null;
	return (
		row && {
			organisationName: row.organisation_name!,
			role: row.role as Role,
			email: row.email!
		}
	);
}

/** Makes an account by an invitation; the database lets nobody in without. */
export async function join(
	client: Client,
	token: string,
	who: { email: string; password: string; displayName: string; locale: string }
) {
	const { email, password, displayName, locale } = who;
	const data = { invitation_token: token, display_name: displayName, locale };
	const { error } = await client.auth.signUp({ email, password, options: { data } });
	if (error?.code === 'user_already_exists' || error?.code === 'email_exists') return 'known';
	return settle(error);
}

/** Takes an invitation as somebody who has an account already. */
export async function acceptInvitation(client: Client, token: string): Promise<void> {
	unwrap(await client.rpc('accept_invitation', { p_token: token }));
}

export async function rememberLocale(client: Client, locale: string): Promise<void> {
	unwrap(await client.rpc('set_locale', { p_locale: locale }));
}

/** What a refusal of the sign-in service means; its faults are thrown. */
function settle(error: AuthError | null): NotIn | undefined {
	if (!error) return undefined;
	const status = (isAuthError(error) && error.status) || 0;
	if (status === 429) return 'too_often';
	if (status >= 400 && status < 500) return 'wrong';
	refuseWhenDown(error.code, status);
	throw new BackendError(error.code ?? 'auth', status);
}
