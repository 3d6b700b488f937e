import { error, redirect } from '@sveltejs/kit';
import { ownPath } from '$lib/domain/members/navigation';
import { cookieName, isLocale } from '$lib/paraglide/runtime';
import { rememberLocale } from '$lib/server/sign-in';

const A_YEAR = 365 * 24 * 60 * 60;

/** Switches the language, keeps it, and goes back to the page. */
export async function POST({ cookies, locals, request, url }) {
	const sent = await request.formData();
	const locale = sent.get('locale');
	if (!isLocale(locale)) error(400);
	cookies.set(cookieName, locale, {
		path: '/',
		maxAge: A_YEAR,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		// The browser words what it renders itself.
		httpOnly: false
	});
	if (locals.session) await rememberLocale(locals.supabase, locale);
	redirect(303, ownPath(sent.get('back')?.toString(), '/'));
}
