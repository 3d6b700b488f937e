import { settings } from '$lib/server/settings';
import type { RequestHandler } from './$types';

/** Where there is nothing to find without signing in. */
const CLOSED = ['/api/', '/auth/', '/rest/', '/log-ind', '/invitation', '/udbakke'];

export const GET: RequestHandler = () =>
	new Response(
		[
			'User-agent: *',
			...CLOSED.map((path) => `Disallow: ${path}`),
			'',
			`Sitemap: ${settings().siteUrl}/sitemap.xml`,
			''
		].join('\n'),
		{ headers: { 'Content-Type': 'text/plain; charset=utf-8' } }
	);
