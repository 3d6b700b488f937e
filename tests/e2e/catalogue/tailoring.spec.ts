import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';
import { fillIn, inDays } from '../../fixtures/form.ts';
import { IN_INTAKES, publishTailorable } from '../../fixtures/tailorable.ts';

let path: string;
test.beforeAll(async ({ baseURL }) => {
	path = `/katalog/${await publishTailorable(baseURL!)}`;
});

const panel = (page: Page) => page.getByRole('region', { name: 'Tilpas og se prisen' });
const total = (page: Page, amount: string) =>
	expect(panel(page).locator('strong')).toHaveText(amount.replace(' ', '\u00a0'));
const TITLES = ['Temperaturer', 'Rengøring', 'Egenkontrol'];
const tick = (page: Page, title: string) =>
	panel(page).locator(`input[name="dele"][value="${TITLES.indexOf(title) + 1}"]`);

test('the price follows each choice, and the address says what is chosen', async ({ page }) => {
	const asked: string[] = [];
	await page.goto(path);
	await total(page, '9.750 kr.');
	await page.waitForLoadState('networkidle');
	page.on('request', (request) => asked.push(request.url()));

	// What builds on a part goes out with it.
	await tick(page, 'Rengøring').click();
	await expect(panel(page)).toContainText('“Egenkontrol” røg også ud');
	await total(page, '4.950 kr.');
	await expect(page).toHaveURL(`${path}?dele=1`);
	// And what a part builds on comes along.
	await tick(page, 'Egenkontrol').click();
	await expect(panel(page)).toContainText('“Rengøring” er med. “Egenkontrol” bygger på den.');
	await tick(page, 'Egenkontrol').click();
	// What is mandatory stays.
	await tick(page, 'Temperaturer').click({ force: true });
	await expect(tick(page, 'Temperaturer')).toBeChecked();
	await total(page, '8.550 kr.');

	await panel(page).getByLabel('Antal deltagere').fill('4');
	await panel(page).getByLabel('Antal deltagere').blur();
	await expect(panel(page)).toContainText('10 timer à 900 kr., prisen fra 3 deltagere');
	await expect(panel(page)).toContainText('3.000 kr. for hver');
	await expect(panel(page).getByLabel('En til en')).toBeDisabled();
	await expect(panel(page)).toContainText('Kun for 1 deltager.');

	await panel(page).getByLabel('Timer ad gangen').fill('7,4');
	await panel(page).getByLabel('Timer ad gangen').press('Enter');
	await expect(panel(page).getByLabel('Timer ad gangen')).toHaveValue('4');
	await expect(panel(page)).toContainText('Den længste gang er 4 timer.');
	await panel(page).getByText('Om aftenen eller i weekenden').click();
	await expect(panel(page)).toContainText('25 % af undervisningen');
	await total(page, '14.250 kr.');
	await expect(page).toHaveURL(`${path}?dele=1,2&gang=7,4&deltagere=4&aften=1`);
	// All of it without the server; some browsers fetch the icon anew for each address.
	expect(asked.filter((url) => !url.endsWith('/favicon.svg'))).toEqual([]);
	await expectAccessible(page);
});

test('a link that is mailed shows the same, also to those without JavaScript', async ({
	page,
	browser,
	baseURL
}) => {
	const link = `${path}?dele=1,2&gang=1,5&uge=3&sted=school&form=small_class&deltagere=4&start=${inDays(40)}`;
	const shown: string[] = [];
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ baseURL, javaScriptEnabled });
		const other = await context.newPage();
		await other.goto(link);
		await total(other, '12.000 kr.');
		shown.push((await panel(other).locator('form').innerText()).replace(/\s*Beregn$/, ''));
		await context.close();
	}
	expect(shown[0]).toBe(shown[1]);
	await page.goto(link);
	await expect(panel(page).getByLabel('På skolen')).toBeChecked();
	await expect(panel(page).getByLabel('Timer om ugen')).toHaveValue('3');
});

test('the copied link is that of what is chosen', async ({ page, context, baseURL }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(path);
	await panel(page).getByText('På skolen').click();
	await panel(page).getByRole('button', { name: 'Kopiér link' }).click();
	await expect(panel(page).getByText('Linket er kopieret')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		`${baseURL}${path}?sted=school`
	);
});

test('an intake that is full is not to be had', async ({ page, baseURL }) => {
	await page.goto(`/katalog/${await publishTailorable(baseURL!, IN_INTAKES)}`);
	const [first, second] = IN_INTAKES.offerings.map(({ starts_on }) =>
		panel(page).locator(`input[value="${starts_on}"]`)
	);
	await expect(first!).toBeChecked();
	await panel(page).getByLabel('Antal deltagere').fill('2');
	await panel(page).getByLabel('Antal deltagere').blur();
	await expect(first!).toBeDisabled();
	await expect(second!).toBeChecked();
	await expect(panel(page)).toContainText('Der er kun 1 plads.');
	await expectAccessible(page);
});

test.describe('on paper', () => {
	// As from a desk; a phone's screen is not a sheet.
	test.use({ isMobile: false, hasTouch: false, viewport: { width: 1280, height: 900 } });

	test('it is one page: what is chosen in words, and nothing to press', async ({
		page,
		baseURL
	}) => {
		await page.goto(`${path}?dele=1,2&deltagere=4&aften=1`);
		await page.emulateMedia({ media: 'print' });
		for (const hidden of ['nav', 'form', 'button', 'footer']) {
			for (const one of await page.locator(hidden).all()) await expect(one).toBeHidden();
		}
		await expect(page.getByText(`${baseURL}${path}?dele=1,2&deltagere=4&aften=1`)).toBeVisible();
		const chosen = page.locator('section', { hasText: 'Det valgte' }).last();
		await expect(chosen).toContainText('Tillæg for aften eller weekend');
		await expect(chosen).toContainText('14.250 kr.');
		const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	});
});

test('nothing is hidden at 320 px', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(path);
	const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wider).toBe(false);
});

test('search engines find it, and read it as a course', async ({ request, baseURL }) => {
	const html = await (await request.get(`${path}?deltagere=2`)).text();
	expect(html).toContain(`<link rel="canonical" href="${baseURL}${path}"/>`);
	expect(html).toContain(`<meta property="og:title" content="Køkkenhygiejne i tre trin"/>`);
	const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
	expect(JSON.parse(json!)).toMatchObject({
		'@type': 'Course',
		name: 'Køkkenhygiejne i tre trin',
		offers: { price: 9750, priceCurrency: 'DKK' },
		hasCourseInstance: [{ courseMode: 'Onsite', courseWorkload: 'PT12H' }]
	});
	const [, card] = /<meta property="og:image" content="([^"]+)"/.exec(html)!;
	expect((await request.get(card!)).headers()['content-type']).toBe('image/png');

	const robots = await (await request.get('/robots.txt')).text();
	expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
	const sitemap = await (await request.get('/sitemap.xml')).text();
	expect(sitemap).toContain(`<loc>${baseURL}${path}</loc>`);
	expect((await request.get('/sitemap-99.xml')).status()).toBe(404);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the server works it out, and keeps it right', async ({ page }) => {
		await page.goto(path);
		await tick(page, 'Rengøring').click();
		await panel(page).getByLabel('Antal deltagere').fill('9');
		await panel(page).getByText('På skolen').click();
		await panel(page).getByRole('button', { name: 'Beregn' }).click();
		// What builds on the part that was taken out is still ticked, so it comes in again.
		await expect(panel(page)).toContainText('“Rengøring” er med. “Egenkontrol” bygger på den.');
		await expect(panel(page)).toContainText('Der er plads til højst 6.');
		await expect(panel(page).getByLabel('På skolen')).toBeChecked();
		await tick(page, 'Rengøring').click();
		await tick(page, 'Egenkontrol').click();
		await panel(page).getByRole('button', { name: 'Beregn' }).click();
		await total(page, '6.900 kr.');
	});
});

test('what is chosen goes along through signing in, into the need and the school’s quote', async ({
	page
}) => {
	await page.goto(`${path}?dele=1,2&gang=1&uge=3&sted=school&aften=1`);
	await page.getByRole('link', { name: 'Log ind og bed om dette' }).click();
	await page.locator('[data-demo="broker"]').click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kandidat' })).toBeVisible();
	await expect(
		page.getByText(/Du beder om “Køkkenhygiejne i tre trin” fra ZBC \(10\stimer/)
	).toBeVisible();
	await fillIn(page, { targetGroupCode: 'job_ready' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.locator('[name="hoursWanted"][value="10"]')).toBeChecked();
	await fillIn(page, { goal: 'Arbejde sikkert med mad' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.locator('[name="sessionHours"][value="1"]')).toBeChecked();
	await expect(page.locator('[name="weeklyHours"][value="3"]')).toBeChecked();
	await expect(page.locator('[name="place"][value="school"]')).toBeChecked();
	await page.getByRole('button', { name: 'Næste' }).click();
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.getByText('Kun ZBC ser det')).toBeVisible();
	await fillIn(page, { hasConsent: true });
	await page.getByRole('button', { name: 'Send behovet' }).click();

	await expect(page.getByRole('heading', { name: 'Begyndt fra kataloget' })).toBeVisible();
	await expect(page.getByText('Temperaturer\nRengøring')).toBeVisible();
	await expect(
		page.locator(`input[name="picks"][value$="${path.split('/').pop()}"]`)
	).toBeChecked();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Spørg de valgte skoler' }).click();
	await expect(page.getByRole('status').filter({ hasText: '1 skole er spurgt' })).toBeVisible();
	const reference = /B-\d{4}-\d+/.exec(
		(await page.getByRole('heading', { level: 1 }).textContent())!
	)![0];

	await signInAs(page, 'leader-zbc');
	await page.goto('/foresporgsler');
	await page
		.getByRole('link', { name: new RegExp(reference) })
		.first()
		.click();
	await expect(
		page.getByRole('heading', { name: 'Sådan har de tilpasset jeres modul' })
	).toBeVisible();
	await expect(page.locator('[name="hours"]')).toHaveValue('10');
	await expect(page.locator('[name="sessionHours"]')).toHaveValue('1');
	await expect(page.locator('[name="place"]')).toHaveValue('school');
	await expect(page.locator('[name="lines[0].description"]')).toHaveValue(
		'Temperaturer, Rengøring'
	);
	await expect(page.locator('[name="lines[1].kind"]')).toHaveValue('supplement');
	await expectAccessible(page);
});

test('a draft may let go of the module that it was begun from', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto(path);
	await page.getByRole('link', { name: 'Bed om dette' }).click();
	await fillIn(page, { targetGroupCode: 'job_ready' });
	await page.getByRole('button', { name: 'Gem og luk' }).click();
	await page.getByRole('button', { name: 'Giv slip på modulet' }).click();
	await expect(page.getByText('ikke længere bundet til modulet')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Begyndt fra kataloget' })).toHaveCount(0);
});
