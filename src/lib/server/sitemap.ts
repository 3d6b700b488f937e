import { sitemapIndexOf, sitemapOf } from '$lib/domain/shared/sitemap';
import { PUBLISHED_SIZE, publishedModules } from './catalogue/published';
import { settings } from './settings';
import type { Client } from './supabase/clients';

/** The public pages beside the modules. */
const PAGES = ['/', '/katalog', '/tilgaengelighed'];

/** The sitemap of a small catalogue, or the index of the sitemaps of a large one. */
export async function sitemap(client: Client): Promise<string> {
	const { rows, total } = await publishedModules(client, 1);
	if (total <= rows.length) return sitemapOf([...pages(), ...rows.map(entryOf)]);
	const { siteUrl } = settings();
	const count = Math.ceil(total / PUBLISHED_SIZE);
	return sitemapIndexOf(
		Array.from({ length: count }, (_, index) => ({ url: `${siteUrl}/sitemap-${index + 1}.xml` }))
	);
}

/** One of the sitemaps of a large catalogue, counted from 1. */
export async function sitemapPage(client: Client, page: number): Promise<string> {
	const { rows } = await publishedModules(client, page);
	return sitemapOf([...(page === 1 ? pages() : []), ...rows.map(entryOf)]);
}

const pages = () => PAGES.map((path) => ({ url: settings().siteUrl + path }));

const entryOf = ({ id, updatedAt }: { id: string; updatedAt: string }) => ({
	url: `${settings().siteUrl}/katalog/${id}`,
	changedAt: new Date(updatedAt).toISOString()
});
