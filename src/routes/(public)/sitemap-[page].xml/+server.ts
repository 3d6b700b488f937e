import { error } from '@sveltejs/kit';
import { found } from '$lib/server/found';
import { sitemapPage } from '$lib/server/sitemap';
import type { RequestHandler } from './$types';

/** A part of a large catalogue's sitemap, which `sitemap.xml` then is the index of. */
export const GET: RequestHandler = async ({ locals, params }) => {
	if (!/^[1-9]\d{0,4}$/.test(params.page)) error(404);
	const xml = await found(sitemapPage(locals.supabase, Number(params.page)));
	return new Response(xml, {
		headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'public, max-age=3600' }
	});
};
