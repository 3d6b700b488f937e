import type { Cookies } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';

const COOKIE = 'besked';

/** What the next page says once, such as that something was saved. */
export function doneAt(cookies: Cookies, path: string, text: string): never {
	cookies.set(COOKIE, text, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
	redirect(303, path);
}

/** The notice that a redirect left, gone once it is read. */
export function takeNotice(cookies: Cookies): string | undefined {
	const text = cookies.get(COOKIE);
	if (text) cookies.delete(COOKIE, { path: '/' });
	return text;
}
