import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { homeOf, ownPath } from '$lib/domain/members/navigation';
import { signInForm } from '$lib/domain/members/sign-in.form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { loadSession, ORGANISATION_COOKIE } from '$lib/server/session';
import { settings } from '$lib/server/settings';
import { signIn } from '$lib/server/sign-in';
import { demoAccounts, demoPassword } from '../../../../supabase/seed/accounts';

export const load = async (event) => {
	if (event.locals.session) redirect(303, await goingTo(event));
	const demo = settings().demo
		? demoAccounts.map(({ key, role, organisation, displayName }) => ({
				key,
				role,
				organisation,
				displayName
			}))
		: [];
	return { form: await newForm(signInForm), demo };
};

export const actions = {
	signIn: (event) =>
		handleForm(event, signInForm, async ({ email, password }, form) => {
			const refused = await signIn(event.locals.supabase, email, password);
			if (!refused) redirect(303, await goingTo(event));
			form.valid = false;
			form.message = {
				tone: 'negative',
				text: refused === 'wrong' ? m.auth_wrong() : m.auth_too_often()
			};
		}),

	demo: async (event) => {
		const key = (await event.request.formData()).get('demo');
		const account = settings().demo && demoAccounts.find((each) => each.key === key);
		if (!account || (await signIn(event.locals.supabase, account.email, demoPassword))) error(404);
		redirect(303, await goingTo(event));
	}
};

/** Where somebody wanted to go before signing in, or the main page of their role. */
async function goingTo(event: RequestEvent): Promise<string> {
	const session = event.locals.session ?? (await loadSession(event));
	const home = session ? homeOf(session, event.cookies.get(ORGANISATION_COOKIE)) : '/';
	return ownPath(event.url.searchParams.get('videre'), home);
}
