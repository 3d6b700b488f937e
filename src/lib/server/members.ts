import type { Role } from '$lib/domain/members/session';
import { pageOf, rangeOf, type Page } from './paging';
import { Refusal, unwrap } from './refusal';
import type { Client } from './supabase/clients';

export interface Member {
	id: string;
	userId: string;
	displayName: string;
	email: string;
	role: Role;
	since: string;
}

export interface Invitation {
	id: string;
	email: string;
	role: Role;
	sentAt: string;
	expiresAt: string;
}

/** The people of an organisation, for those who may invite; nobody else sees any. */
export async function listMembers(
	client: Client,
	organisation: string,
	page: number
): Promise<Page<Member>> {
	const answer = await memberQuery(client, organisation)
		.order('role')
		.order('display_name')
		.order('id')
		.range(...rangeOf(page))
		.overrideTypes<Member[], { merge: false }>();
	return pageOf(answer);
}

export async function findMember(
	client: Client,
	organisation: string,
	id: string
): Promise<Member | null> {
	const answer = await memberQuery(client, organisation)
		.eq('id', id)
		.overrideTypes<Member[], { merge: false }>();
	return unwrap(answer)[0] ?? null;
}

function memberQuery(client: Client, organisation: string) {
	return client
		.rpc('members', { p_organisation: organisation }, { count: 'exact' })
		.select('id, userId:user_id, displayName:display_name, email, role, since:created_at');
}

/** Invitations that nobody has answered or taken back, those that have run out included. */
export async function listInvitations(
	client: Client,
	organisation: string,
	page: number
): Promise<Page<Invitation>> {
	const answer = await client
		.from('invitation')
		.select('id, email, role, sentAt:created_at, expiresAt:expires_at', { count: 'exact' })
		.eq('organisation_id', organisation)
		.is('accepted_at', null)
		.is('revoked_at', null)
		.order('created_at', { ascending: false })
		.order('id')
		.range(...rangeOf(page))
		.overrideTypes<Invitation[], { merge: false }>();
	return pageOf(answer);
}

export async function invite(
	client: Client,
	organisation: string,
	email: string,
	role: Role
): Promise<void> {
	unwrap(
		await client.rpc('invite', { p_organisation: organisation, p_email: email, p_role: role })
	);
}

/** Sends an invitation once more, with a new link; the old one no longer works. */
export async function sendAgain(client: Client, id: string): Promise<void> {
	const invitation = unwrap(
		await client
			.from('invitation')
			.select('organisation_id, email, role')
			.eq('id', id)
			.maybeSingle()
	);
	if (!invitation) throw new Refusal(404, 'not_found', {});
	await invite(client, invitation.organisation_id, invitation.email, invitation.role as Role);
}

export async function revokeInvitation(client: Client, id: string): Promise<void> {
	unwrap(await client.rpc('revoke_invitation', { p_id: id }));
}

export async function endMembership(client: Client, id: string): Promise<void> {
	unwrap(await client.rpc('end_membership', { p_id: id }));
}
