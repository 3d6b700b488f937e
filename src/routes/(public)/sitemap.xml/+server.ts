import { sitemap } from '$lib/server/sitemap';
import type { RequestHandler } from './$types';

/** For search engines; read anew once an hour at most. */
export const GET: RequestHandler = async ({ locals }) =>
	new Response(await sitemap(locals.supabase), {
		headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'public, max-age=3600' }
	});
