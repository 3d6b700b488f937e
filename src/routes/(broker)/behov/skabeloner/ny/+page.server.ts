import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/server/session';
import type { PageServerLoad } from './$types';

/** The template's id is in the address before the template is there, so that sending twice makes one. */
export const load: PageServerLoad = (event) => {
	requireRole(event, 'coordinator');
	const params = new URLSearchParams(event.url.searchParams);
	params.set('ny', '1');
	redirect(303, `/behov/skabeloner/${crypto.randomUUID()}?${params}`);
};
