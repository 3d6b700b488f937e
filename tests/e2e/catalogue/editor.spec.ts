import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signInAs } from '../../fixtures/app';

const summary = (page: Page) => page.locator('section:has(#error-summary-title) li');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function fillIn(page: Page, title: string) {
	await page.getByLabel('Titel').fill(title);
	await page.getByLabel('Formål').fill('Brygge, skumme og smile');
	await page.getByLabel('Fag').selectOption({ label: 'Køkken og kantine' });
	await page.getByLabel('På arbejdspladsen').check();
	await page.getByLabel('En til en').check();
	await page.getByRole('textbox', { name: 'Hele modulet' }).fill('24');
	await page.getByLabel('Det mindste forløb').fill('20');
	await page.getByLabel('En almindelig gang').fill('2');
	await page.getByLabel('Den korteste gang').fill('1');
	await page.getByRole('radio', { name: 'Pr. uge' }).check();
	await page.getByLabel('Pris for undervisningen').fill('2.800');
	await page.getByLabel('Timer i en uge').fill('2');
	await page.getByLabel('Formøde', { exact: true }).fill('0');
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a school writes a module, is told what it lacks, and publishes it', async ({ page }) => {
			await signInAs(page, 'leader-zbc');
			await page.goto('/moduler');
			await page.getByRole('link', { name: 'Nyt modul' }).click();
			await page.waitForURL('/moduler/ny');
			await page.waitForLoadState('networkidle');
			await page.getByLabel('Titel').fill('Kaffe');
			await page.getByLabel('Formål').fill('Ring til 010190-1234');
			await page.getByLabel('Materialer', { exact: true }).fill('mange');
			await press(page, 'Udgiv');
			await expect(summary(page)).toHaveCount(2);
			// What was typed is there still.
			await expect(page.getByLabel('Formål')).toHaveValue('Ring til 010190-1234');
			await expect(page.getByLabel('Materialer', { exact: true })).toHaveValue('mange');

			await page.getByLabel('Formål').fill('');
			await page.getByLabel('Materialer', { exact: true }).fill('');
			await press(page, 'Udgiv');
			await expect(summary(page)).toHaveCount(9);
			await expect(summary(page).first()).toContainText('Formål: skal udfyldes');

			const title = `Kaffe ${crypto.randomUUID().slice(0, 8)}`;
			await fillIn(page, title);
			await press(page, 'Udgiv');
			await expect(page.getByText('Modulet er udgivet og kan ses i kataloget.')).toBeVisible();
			await expect(page.getByText('28.000–33.600 kr.')).toBeVisible();

			await page.getByRole('link', { name: 'Se i kataloget' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await page.getByRole('link', { name: 'Rediger modulet' }).click();
			await press(page, 'Sæt på pause');
			await expect(page.getByText('Modulet er sat på pause.')).toBeVisible();
			await press(page, 'Arkivér');
			await expect(page.getByText('Modulet er arkiveret og kan ikke ændres.')).toBeVisible();
		});
	});
}

test('the preview follows what is typed, and only what a choice calls for is asked', async ({
	page
}) => {
	await signInAs(page, 'leader-vuc');
	await page.goto('/moduler/ny');
	await expect(page.getByLabel('Timer i en uge')).toBeHidden();
	await expect(page.getByLabel('Hvorfor kan det ikke deles op?')).toBeHidden();
	await fillIn(page, 'Kaffe');
	const preview = page.getByRole('region', { name: 'Sådan ser det ud' });
	await expect(preview).toContainText('2.800 kr. om ugen med 2 timer');
	await expect(preview).toContainText('I alt 28.000–33.600 kr. for én deltager');

	await page.getByLabel('Nej, kun hele modulet').check();
	await expect(page.getByLabel('Det mindste forløb')).toBeHidden();
	await page.getByLabel('Hvorfor kan det ikke deles op?').fill('Prøven kræver det hele.');
	await expect(preview).toContainText('24 timer, kun som helhed');
	await expect(preview).toContainText('Prøven kræver det hele.');
	await expectAccessible(page);
});

test('a module that was changed meanwhile is not overwritten', async ({ page, context }) => {
	await signInAs(page, 'leader-clavis');
	await page.goto('/moduler?tilstand=draft');
	await page.getByRole('link', { name: /^Skriv en besked/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rediger modul');

	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByLabel('Formål').fill('Korte sms’er og sedler.');
	await press(other, 'Gem kladde');
	await expect(other.getByText('Ændringerne er gemt.')).toBeVisible();

	await page.getByLabel('Formål').fill('For sent');
	await press(page, 'Gem kladde');
	await expect(page.getByRole('alert')).toContainText('CLAVIS har ændret dette');
	await expect(page.getByLabel('Formål')).toHaveValue('For sent');
	page.on('dialog', (dialog) => dialog.accept());
	await page.getByRole('link', { name: 'Hent siden igen' }).click();
	await expect(page.getByLabel('Formål')).toHaveValue('Korte sms’er og sedler.');
});

test('the modules of another school cannot be opened, nor be written to', async ({ page }) => {
	await page.goto('/katalog?q=individuelt+sprogløft');
	const id = (await page.locator('a[href^="/katalog/"]').first().getAttribute('href'))!.slice(9);
	await signInAs(page, 'leader-rts');
	expect((await page.goto(`/moduler/${id}`))?.status()).toBe(404);
	const pause = await page.request.post(`/moduler/${id}?/pause`, {
		form: { id, version: '2' },
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
	expect(pause.status()).toBe(404);
	await signInAs(page, 'broker');
	expect((await page.goto('/moduler'))?.status()).toBe(404);
});
