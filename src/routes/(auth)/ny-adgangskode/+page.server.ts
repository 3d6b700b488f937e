import { homeOf } from '$lib/domain/members/navigation';
import { newPasswordForm } from '$lib/domain/members/sign-in.form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { loadSession } from '$lib/server/session';
import { choosePassword } from '$lib/server/sign-in';

// The token is used when the form is sent, not when the page is opened: mail filters open links.
export const load = async () => ({ form: await newForm(newPasswordForm) });

export const actions = {
	default: (event) =>
		handleForm(event, newPasswordForm, async ({ password }, form) => {
			const token = event.url.searchParams.get('token_hash') ?? '';
			const refused = await choosePassword(event.locals.supabase, token, password);
			if (!refused) {
				const session = await loadSession(event);
				doneAt(event.cookies, session ? homeOf(session) : '/', m.auth_new_saved());
			}
			form.valid = false;
			form.message = {
				tone: 'negative',
				text: refused === 'wrong' ? m.auth_new_expired() : m.auth_too_often()
			};
		})
};
