import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signInAs } from '../../fixtures/app';

const HYGIENE = 'Skræddersyet fødevarehygiejne';
const module = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });
/** On a phone the filters are folded away. */
async function openFilters(page: Page) {
	const summary = page.getByText(/^Filtre/);
	if (await summary.isVisible()) await summary.click();
}
const tick = (page: Page, fact: string, label: RegExp) =>
	page.getByRole('group', { name: fact }).getByRole('checkbox', { name: label }).check();

test('what is found follows what one types and ticks, and one step back is where one came from', async ({
	page
}) => {
	await page.goto('/katalog');
	await page.waitForLoadState('networkidle');
	const box = page.getByLabel('Søgeord');
	await box.pressSequentially('fødevarehygejne', { delay: 40 });
	// A slip of the keys is understood, and no letter is lost while the results come.
	await expect(page.getByText('Viser moduler for “fødevarehygiejne”')).toBeVisible();
	await expect(box).toHaveValue('fødevarehygejne');
	await expect(module(page, HYGIENE)).toBeVisible();
	await expect(module(page, 'Vagt, grundkursus')).toHaveCount(0);

	await page.goBack();
	await expect(page).toHaveURL(/\/katalog$/);
	await expect(box).toHaveValue('');
	await page.goForward();
	await expect(box).toHaveValue('fødevarehygejne');

	await openFilters(page);
	await tick(page, 'Sted', /^På arbejdspladsen \d+$/);
	await expect(page).toHaveURL(/\?q=f%C3%B8devarehygejne&sted=workplace$/);
	await openFilters(page);
	await expect(page.getByRole('link', { name: /^Fjern Sted: På arbejdspladsen/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: /^Fjern Sted: På arbejdspladsen/ }).click();
	// What was not chosen stays out of the address.
	await expect(page).toHaveURL(/\?q=f%C3%B8devarehygejne$/);

	await module(page, HYGIENE).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(HYGIENE);
	// 25 hours at 600 kr.
	await expect(page.getByText('600 kr. i timen').first()).toBeVisible();
	await expect(page.getByText('15.000 kr.').first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Log ind og bed om dette' })).toBeVisible();
	await expectAccessible(page);
});

test('a filter that is ticked before the scripts have come is kept, and heeded when they come', async ({
	page
}) => {
	let come = () => {};
	const scripts = new Promise<void>((resolve) => (come = resolve));
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() === 'script') await scripts;
		await route.continue();
	});
	await page.goto('/katalog', { waitUntil: 'commit' });
	await openFilters(page);
	await tick(page, 'Sted', /^På arbejdspladsen \d+$/);
	come();
	await expect(page).toHaveURL(/\?sted=workplace$/);
	const box = page.getByRole('checkbox', { name: /^På arbejdspladsen \d+$/ });
	await expect(box).toBeChecked();
	// The address has the last word.
	await page.goBack();
	await expect(page).toHaveURL(/\/katalog$/);
	await expect(box).not.toBeChecked();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('three modules of a subject stand side by side', async ({ page }) => {
			await page.goto('/katalog');
			if (javaScriptEnabled) await page.waitForLoadState('networkidle');
			await page.getByLabel('Søgeord').fill('dansk');
			await openFilters(page);
			await tick(page, 'Fag', /^Dansk \d+$/);
			await page.getByRole('button', { name: 'Vis moduler' }).click();
			await expect(page).toHaveURL(
				javaScriptEnabled ? /\?q=dansk&fag=danish$/ : /\?q=dansk&.*&fag=danish$/
			);

			const titles = ['Dansk online, en time ad gangen', 'Dansk på lille hold efter arbejde'];
			for (const title of [...titles, 'Individuelt sprogløft på arbejdspladsen']) {
				await page.getByRole('link', { name: `Sammenlign: ${title}` }).click();
				await expect(page.getByRole('link', { name: `Tag ud: ${title}` })).toBeVisible();
			}
			await page.getByRole('link', { name: 'Sammenlign dem' }).click();
			const table = page.getByRole('table', { name: 'Sammenlign moduler' });
			await expect(table.getByRole('columnheader')).toHaveCount(3);
			// 20 hours at 2 800 kr. for 2 hours a week.
			await expect(
				table.getByRole('row', {
					name: /^Det korteste, for én.*Forskel.*28\.000 kr\. for 20 timer/
				})
			).toBeVisible();
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
			if (javaScriptEnabled) await expectAccessible(page);

			await page.getByRole('link', { name: 'Kun det, der er forskel på' }).click();
			await expect(table.getByRole('row', { name: /^Fag/ })).toHaveCount(0);
			await page.getByRole('link', { name: `Tag ud: ${titles[0]}` }).click();
			await expect(table.getByRole('columnheader')).toHaveCount(2);
			// What was searched for and picked is there again.
			await page.getByRole('main').getByRole('link', { name: 'Katalog' }).click();
			await expect(page.getByLabel('Søgeord')).toHaveValue('dansk');
			await expect(page.getByText('2 moduler er valgt')).toBeVisible();
		});
	});
}

test('a search without a hit says which filter to do without', async ({ page }) => {
	await page.goto('/katalog?q=sprogløft&fag=danish&sted=online&dansk=A1');
	await expectAccessible(page);
	await expect(page.getByText('Ingen moduler passer til det, du har valgt')).toBeVisible();
	await page.getByRole('link', { name: 'Uden Sted: Online: 1 modul' }).click();
	await expect(module(page, 'Individuelt sprogløft på arbejdspladsen')).toBeVisible();
	await page.goto('/katalog?q=findesikke');
	await page.getByRole('link', { name: 'Vis alle moduler' }).click();
	await expect(page).toHaveURL(/\/katalog$/);
});

test('a page behind the last one and a module that does not exist are not found', async ({
	request
}) => {
	for (const path of ['/katalog?side=99', '/katalog/x', `/katalog/${crypto.randomUUID()}`]) {
		expect((await request.get(path)).status(), path).toBe(404);
	}
});

test('a broker goes on from a module to a need', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto('/katalog?q=vagt&omfang=hele');
	await module(page, 'Vagt, grundkursus').click();
	await expect(page.getByRole('link', { name: 'Bed om dette' })).toHaveAttribute(
		'href',
		/^\/behov\/nyt\?modul=[0-9a-f-]{36}&fag=security&.*timer=/
	);
});
