/** Sitemaps as sitemaps.org describes them: one list of addresses, or an index of several when there are many. */

export interface Entry {
	url: string;
	/** ISO date or timestamp. */
	changedAt?: string;
}

export const sitemapOf = (entries: readonly Entry[]) =>
	documentOf(
		'urlset',
		entries.map((entry) => elementOf('url', entry))
	);

export const sitemapIndexOf = (entries: readonly Entry[]) =>
	documentOf(
		'sitemapindex',
		entries.map((entry) => elementOf('sitemap', entry))
	);

const documentOf = (root: string, elements: string[]) =>
	[
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
		...elements,
		`</${root}>`,
		''
	].join('\n');

function elementOf(name: string, { url, changedAt }: Entry): string {
	const changed = changedAt ? `<lastmod>${escaped(changedAt)}</lastmod>` : '';
	return `<${name}><loc>${escaped(url)}</loc>${changed}</${name}>`;
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
