import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { endMembership, findMember } from '$lib/server/members';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

/** Nothing but a yes. */
const confirmation = z.object({});

export const load: PageServerLoad = async (event) => {
	const { organisationId, organisationName } = requireRole(event, 'coordinator', 'leader');
	const member = await found(findMember(event.locals.supabase, organisationId, event.params.id));
	return {
		member: { name: member.displayName, role: member.role },
		isOwn: member.userId === event.locals.session?.userId,
		organisationName,
		form: await newForm(confirmation)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator', 'leader');
		const { supabase, session } = event.locals;
		const member = await found(findMember(supabase, organisationId, event.params.id));
		return handleForm(
			event,
			confirmation,
			async () => {
				await endMembership(supabase, member.id);
				// Who took their own role away has no list to come back to.
				const path = member.userId === session?.userId ? '/' : '/medlemmer';
				doneAt(event.cookies, path, m.members_ended());
			},
			{ last_of_role: () => m.members_last_of_role() }
		);
	}
};
