import { error } from '@sveltejs/kit';
import { homeOf } from '$lib/domain/members/navigation';
import { acceptForm, joinForm } from '$lib/domain/members/sign-in.form';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { loadSession, requireSession } from '$lib/server/session';
import { acceptInvitation, invitationByToken, join } from '$lib/server/sign-in';

const tokenOf = (url: URL) => url.searchParams.get('token') ?? '';

export const load = async ({ locals, url }) => ({
	invitation: await invitationByToken(locals.supabase, tokenOf(url)),
	form: await newForm(joinForm),
	accept: await newForm(acceptForm, {}, { id: 'accept' })
});

export const actions = {
	join: (event) =>
		handleForm(event, joinForm, async (typed, form) => {
			const token = tokenOf(event.url);
			const invitation = await invitationByToken(event.locals.supabase, token);
			// The page itself says that it is used; it looks the invitation up again.
			if (!invitation) return;
			const who = { ...typed, email: invitation.email, locale: getLocale() };
			const refused = await join(event.locals.supabase, token, who);
			if (!refused) {
				const session = await loadSession(event);
				doneAt(event.cookies, session ? homeOf(session) : '/log-ind', m.auth_invitation_joined());
			}
			form.valid = false;
			form.message = {
				tone: 'negative',
				text: refused === 'known' ? m.auth_invitation_known() : m.auth_too_often()
			};
		}),

	accept: async (event) => {
		requireSession(event);
		const token = tokenOf(event.url);
		const invitation = await invitationByToken(event.locals.supabase, token);
		if (!invitation) error(404);
		return handleForm(
			event,
			acceptForm,
			async () => {
				await acceptInvitation(event.locals.supabase, token);
				const session = await loadSession(event);
				const text = m.auth_invitation_accepted({ organisation: invitation.organisationName });
				doneAt(event.cookies, session ? homeOf(session) : '/', text);
			},
			{ not_found: () => m.auth_invitation_other_email() }
		);
	}
};
