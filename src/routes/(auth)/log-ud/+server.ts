import { redirect } from '@sveltejs/kit';
import { ORGANISATION_COOKIE } from '$lib/server/session';
import { signOut } from '$lib/server/sign-in';

export async function POST({ cookies, locals, setHeaders }) {
	await signOut(locals.supabase);
	// Nobody who uses the machine next sees pages by going back, or what was typed and not sent.
	setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
	cookies.delete(ORGANISATION_COOKIE, { path: '/' });
	redirect(303, '/');
}
