import { expect, test } from 'vitest';
import { sitemapIndexOf, sitemapOf } from './sitemap';

test('a sitemap lists addresses, and when each was changed where that is known', () => {
	expect(
		sitemapOf([
			{ url: 'https://loftet.example/' },
			{ url: 'https://loftet.example/katalog?a=1&b=<2>', changedAt: '2026-11-24T08:00:00Z' }
		])
	).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://loftet.example/</loc></url>
<url><loc>https://loftet.example/katalog?a=1&amp;b=&lt;2&gt;</loc><lastmod>2026-11-24T08:00:00Z</lastmod></url>
</urlset>
`);
});

test('an index lists sitemaps', () => {
	expect(sitemapIndexOf([{ url: 'https://loftet.example/sitemap/1.xml' }])).toContain(
		'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>https://loftet.example/sitemap/1.xml</loc></sitemap>'
	);
});
