import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHED_SIZE } from '$lib/server/catalogue/published';
import { sitemap, sitemapPage } from '$lib/server/sitemap';
import type { Viewer } from '../../fixtures/cast';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const modulesIn = (xml: string) =>
	[...xml.matchAll(/\/katalog\/([0-9a-f-]{36})<\/loc>/g)].map(([, id]) => id);

test.each<Viewer>(['anonymous', 'leader'])('%s is shown what is in the catalogue', async (who) => {
	const { buddyTraining, foodHygiene, guard, workplaceDanish } = world.modules;
	const xml = await sitemap(world.as(who));
	expect(modulesIn(xml)).toEqual([buddyTraining, foodHygiene, guard, workplaceDanish].sort());
	expect(xml).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
	expect(xml).toContain('/tilgaengelighed</loc>');
});

test('a large catalogue has an index, and each module in one of its parts', async () => {
	const [{ count: before }] = (await world.sql<{ count: number }>(
		`select count(*)::int from module where state = 'published'`
	)) as [{ count: number }];
	await world.sql(
		`insert into module (id, provider_id, state, title, purpose, subject_code, delivery_forms, places, hours,
			minimum_hours, session_hours, session_hours_min)
		select gen_random_uuid(), $1, 'published', 'Et modul', 'Et formål', 'danish', '{class}', '{school}', 4, 4, 2, 2
		from generate_series(1, $2)`,
		[world.organisations.language, PUBLISHED_SIZE]
	);
	const anonymous = world.as('anonymous');
	const index = await sitemap(anonymous);
	expect(index).toContain('/sitemap-1.xml</loc>');
	expect(index).toContain('/sitemap-2.xml</loc>');
	expect(index).not.toContain('/sitemap-3.xml');
	const parts = await Promise.all([1, 2].map((page) => sitemapPage(anonymous, page)));
	const modules = parts.flatMap(modulesIn);
	expect(new Set(modules).size).toBe(before + PUBLISHED_SIZE);
	expect(parts.map((xml) => xml.includes('/tilgaengelighed'))).toEqual([true, false]);
	expect(await outcome(sitemapPage(anonymous, 3))).toMatchObject({ status: 404 });
});
