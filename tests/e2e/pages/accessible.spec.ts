import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { idOf } from '../../../supabase/seed/ids.ts';
import { CLAVIS, ZEALAND } from '../../../supabase/seed/organisations.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';

const draft = `/behov/${idOf('need/live-draft')}`;
const quoted = `/behov/${idOf('need/live-three-quotes')}/tilbud`;
const module = idOf('clavis-english');

/** Every page, by who opens it, rows with much in them; `*` is the first that the page before leads to. */
const PAGES: Record<string, string[]> = {
	nobody: [
		'/',
		'/katalog',
		'/katalog?q=findesikke',
		`/katalog/${module}`,
		`/katalog/sammenlign?m=${module}&m=${idOf('clavis-individual')}&m=${idOf('zbc-food-hygiene')}`,
		'/log-ind',
		'/glemt-adgangskode',
		'/ny-adgangskode?token_hash=brugt',
		'/invitation?token=brugt',
		'/tilgaengelighed',
		'/udbakke',
		'/uden-forbindelse.html',
		'/findes-ikke'
	],
	broker: [
		'/behov',
		'/behov/nyt',
		...['arbejdspladsen', 'maalet', 'tid-og-sted', 'oekonomi', 'tjek'].map(
			(step) => `${draft}/rediger/${step}`
		),
		draft,
		`/behov/${idOf('need/live-not-asked')}`,
		`/behov/${idOf('need/live-not-asked')}/videre`,
		`/behov/${idOf('need/live-danish-asked')}/rammeaftale`,
		`/behov/${idOf('need/live-draft')}/kandidater`,
		`/behov/${idOf('need/live-active-cleaning')}`,
		`/behov/${idOf('need/live-active-cleaning')}/kontakt`,
		`/ordrer/${idOf('order/live-active-cleaning')}/aendring`,
		quoted,
		`${quoted}/${idOf(`quote/live-three-quotes/${ZEALAND}`)}`,
		`${quoted}?vaelg=${idOf(`quote/live-three-quotes/${ZEALAND}`)}`,
		`/behov/${idOf('need/live-awaiting-approval')}/tilbud`,
		`/katalog/${module}`,
		'/favoritter',
		'/favoritter?liste=jobcenter',
		`/favoritter/${module}/note`
	],
	'leader-clavis': [
		'/moduler',
		'/moduler/ny',
		`/moduler/${module}`,
		...['indhold', 'laengde', 'tid-og-sted', 'deltagere', 'pris'].map(
			(step) => `/moduler/${module}/rediger/${step}`
		),
		`/moduler/${module}/versioner`,
		`/moduler/${module}/tal`,
		'/moduler/priser',
		'/moduler/import',
		'/foresporgsler',
		`/foresporgsler/${idOf(`request/live-danish-asked/${CLAVIS}`)}`,
		`/foresporgsler/${idOf(`request/live-danish-asked/${CLAVIS}`)}/spoerg`,
		`/foresporgsler/${idOf(`request/live-danish-asked/${CLAVIS}`)}/nej`,
		`/foresporgsler/${idOf(`request/live-danish-asked/${CLAVIS}`)}/bilag`,
		`/foresporgsler/${idOf(`request/live-three-quotes/${CLAVIS}`)}`,
		'/forloeb',
		`/forloeb/${idOf('engagement/koege-active')}`,
		`/forloeb/${idOf('engagement/koege-active')}/annuller?hoursHeld=2`,
		'/rammeaftaler',
		`/rammeaftaler/${idOf('agreement/clavis-english')}`,
		`/forloeb/${idOf('engagement/koege-active')}/aendring`,
		'/medlemmer',
		'/medlemmer/*'
	],
	coordinator: [
		'/overblik',
		'/overblik/kandidater',
		'/overblik/forloeb',
		'/overblik/oekonomi',
		'/overblik/afslag',
		'/overblik/maal',
		'/overblik/regler',
		'/behov/skabeloner',
		'/behov/skabeloner/ny',
		'/rammeaftaler/ny',
		`/rammeaftaler/ny?skole=${CLAVIS}&modul=${module}`,
		`/rammeaftaler/${idOf('agreement/clavis-english')}/ret`,
		`/rammeaftaler/${idOf('agreement/clavis-individual')}`,
		'/medlemmer/oplysninger',
		`/ordrer/${idOf('order/live-planned-truck')}`,
		`/ordrer/${idOf('order/live-planned-truck')}/annuller`,
		`/ordrer/${idOf('order/live-planned-truck')}/aendring`
	],
	approver: [
		'/godkendelser',
		`/godkendelser?ordre=${idOf('order/live-awaiting-approval')}`,
		'/ordrer',
		'/beskeder'
	]
};

/** Pages that are not there before somebody has done something; the test of that looks at them. */
const LOOKED_AT_ELSEWHERE = ['moduler/import/[id]'];

/** Those that are laid out otherwise where there is room: tables, columns and what stays in view. */
const WIDE = [
	'/',
	'/katalog',
	`/katalog/${module}`,
	draft,
	quoted,
	'/moduler',
	`/moduler/${module}`,
	`/moduler/${module}/rediger/pris`,
	'/overblik',
	'/overblik/maal',
	'/ordrer',
	'/rammeaftaler'
];

test.describe.configure({ mode: 'parallel' });

for (const [account, all] of Object.entries(PAGES)) {
	test(`every page that ${account} opens is accessible, in light and in dark`, async ({ page }, {
		project
	}) => {
		if (account !== 'nobody') await signInAs(page, account);
		const isNarrow = project.name === 'phone';
		if (isNarrow) await page.setViewportSize({ width: 320, height: 640 });
		for (const path of isNarrow ? all : all.filter((one) => WIDE.includes(one))) {
			const first = page.locator(`a[href^="${path.slice(0, -1)}"]`).first();
			const response = await page.goto(
				path.endsWith('*') ? (await first.getAttribute('href'))! : path
			);
			expect(response?.status(), path).toBe(path === '/findes-ikke' ? 404 : 200);
			await expectAccessible(page);
		}
	});
}

test('no page is left out', () => {
	const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => file.replace(/\([a-z]+\)\/|\/?\+page\.svelte$/g, ''));
	const opened = Object.values(PAGES)
		.flat()
		.map((path) => path.slice(1).split('?')[0]!);
	const missing = routes.filter((route) => {
		const address = new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`);
		return !LOOKED_AT_ELSEWHERE.includes(route) && !opened.some((path) => address.test(path));
	});
	expect(missing).toEqual([]);
});
