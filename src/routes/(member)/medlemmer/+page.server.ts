import { pageNumber } from '$lib/components/ui/pages';
import { invitationForm, inviteForm, rolesOf } from '$lib/domain/members/invite.form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import {
	invite,
	listInvitations,
	listMembers,
	revokeInvitation,
	sendAgain
} from '$lib/server/members';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const PATH = '/medlemmer';

export const load: PageServerLoad = async (event) => {
	const { organisationId, organisationName, kind } = requireRole(event, 'coordinator', 'leader');
	const { supabase } = event.locals;
	const [members, invitations] = await Promise.all([
		found(listMembers(supabase, organisationId, pageNumber(event.url))),
		found(listInvitations(supabase, organisationId, pageNumber(event.url, 'inviterede')))
	]);
	const roles = rolesOf(kind);
	return {
		organisationName,
		roles,
		members,
		invitations,
		size: PAGE_SIZE,
		// A school has one role, which then needs no choosing.
		invite: await newForm(inviteForm, { role: roles.length === 1 ? roles[0] : null })
	};
};

export const actions: Actions = {
	invite: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator', 'leader');
		return handleForm(
			event,
			inviteForm,
			async ({ email, role }) => {
				await invite(event.locals.supabase, organisationId, email, role);
				doneAt(event.cookies, PATH, m.members_invited());
			},
			{ already_member: () => m.members_already(), not_an_email: () => m.common_not_email() }
		);
	},
	sendAgain: async (event) => {
		requireRole(event, 'coordinator', 'leader');
		return handleForm(event, invitationForm, async ({ id }) => {
			await sendAgain(event.locals.supabase, id);
			doneAt(event.cookies, PATH, m.members_sent_again());
		});
	},
	revoke: async (event) => {
		requireRole(event, 'coordinator', 'leader');
		return handleForm(event, invitationForm, async ({ id }) => {
			await revokeInvitation(event.locals.supabase, id);
			doneAt(event.cookies, PATH, m.members_revoked());
		});
	}
};
