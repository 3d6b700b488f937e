import { redirect } from '@sveltejs/kit';
import { ORGANISATION_COOKIE } from '$lib/server/session';
import { signOut } from '$lib/server/sign-in';

export async function POST({ cookies, locals }) {
	await signOut(locals.supabase);
	cookies.delete(ORGANISATION_COOKIE, { path: '/' });
	redirect(303, '/');
}
