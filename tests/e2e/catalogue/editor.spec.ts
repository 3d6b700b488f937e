import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signInAs } from '../../fixtures/app';
import { fillIn, inDays } from '../../fixtures/form';

const summary = (page: Page) => page.locator('section:has(#error-summary-title) li');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Opens a step from the module's own page. */
async function openStep(page: Page, name: string) {
	await page.waitForURL(/\/moduler\/[0-9a-f-]{36}/);
	const module = page.url().replace(/\/rediger.*/, '');
	await page.goto(module);
	// On a phone the guide above shows no words.
	await page.getByRole('main').getByRole('link', { name, exact: true }).last().click();
	await atStep(page, name);
}
const atStep = (page: Page, name: string) =>
	expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a school writes a module in steps, is told what it lacks, and publishes it', async ({
			page
		}) => {
			const title = `Kaffe ${crypto.randomUUID().slice(0, 8)}`;
			await signInAs(page, 'leader-zbc');
			await page.goto('/moduler');
			await page.getByRole('link', { name: 'Nyt modul' }).click();
			await page.waitForURL('/moduler/ny');
			await page.waitForLoadState('networkidle');
			await fillIn(page, { title, purpose: 'Ring til 010190-1234', subjectCode: 'kitchen' });
			await press(page, 'Næste');
			await expect(summary(page)).toHaveCount(1);
			// What was typed is there still.
			await expect(page.getByLabel('Formål')).toHaveValue('Ring til 010190-1234');
			await fillIn(page, { purpose: 'Brygge, skumme og smile' });
			await press(page, 'Gem kladde');
			await expect(page.getByText('Kladden er gemt.')).toBeVisible();
			await expect(page.getByText('Mangler: Hele modulet')).toBeVisible();

			await page.getByRole('link', { name: 'Skriv videre' }).click();
			await atStep(page, 'Dele og længde');
			await press(page, 'Tilføj en del');
			await fillIn(page, { 'elements[0].title': 'Brygge', 'elements[0].hours': '4' });
			await press(page, 'Tilføj en del');
			await fillIn(page, {
				'elements[1].title': 'Skumme',
				'elements[1].hours': '6',
				'elements[1].isMandatory': true,
				minimumHours: '12'
			});
			await press(page, 'Næste');
			await expect(summary(page)).toContainText('højst være hele modulets timer');
			await fillIn(page, { minimumHours: '6' });
			await press(page, 'Flyt op Del 2');
			await expect(page.locator('[name="elements[0].title"]')).toHaveValue('Skumme');
			await page.locator('[name="elements[1].needs"]').selectOption({ label: 'Skumme' });
			await press(page, 'Næste');

			await atStep(page, 'Tid og sted');
			await fillIn(page, {
				places: ['workplace', 'school'],
				reach: 'some',
				deliveryForms: ['small_class'],
				sessionHours: '2',
				sessionHoursMin: '1',
				intake: 'dated'
			});
			await page.locator('summary', { hasText: 'Sjælland' }).click();
			await page.getByLabel('Roskilde', { exact: true }).check();
			await press(page, 'Tilføj en holdstart');
			await fillIn(page, { 'offerings[0].startsOn': inDays(40), 'offerings[0].seats': '6' });
			await press(page, 'Næste');

			await atStep(page, 'Deltagere');
			await fillIn(page, { maxParticipants: '6', support: ['interpreter'] });
			await press(page, 'Næste');

			await atStep(page, 'Pris');
			await fillIn(page, {
				teachingModel: 'per_participant',
				teachingPrice: '3.000',
				cost: '8.000'
			});
			await press(page, 'Tilføj et pristrin');
			await fillIn(page, {
				'priceSteps[0].fromParticipants': '5',
				'priceSteps[0].unitPrice': '2.500'
			});
			await press(page, 'Næste');

			await expect(page.getByText('Løber rundt fra 3 deltagere.')).toBeVisible();
			await press(page, 'Udgiv');
			await expect(page.getByText('Modulet er udgivet og kan ses i kataloget.')).toBeVisible();

			await page.getByRole('link', { name: 'Se i kataloget' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(page.getByText('Bygger på “Skumme”').first()).toBeVisible();
			await page.getByRole('link', { name: 'Rediger modulet' }).click();

			// A published module cannot lose what it must have.
			await openStep(page, 'Indhold');
			await fillIn(page, { purpose: '' });
			await press(page, 'Gem ændringer');
			await expect(summary(page)).toContainText('Formål: skal udfyldes');
			await fillIn(page, { purpose: 'Brygge og skumme' });
			await press(page, 'Gem ændringer');
			await expect(page.getByText('Ændringerne er gemt.')).toBeVisible();

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
	await signInAs(page, 'leader-clavis');
	await page.goto('/moduler?q=individuelt');
	await page.getByRole('link', { name: /^Individuelt sprogløft/ }).click();
	const preview = page.getByRole('region', { name: 'Sådan ser det ud' });

	await openStep(page, 'Pris');
	await fillIn(page, { teachingPrice: '3.000' });
	await expect(preview).toContainText('3.000 kr. om ugen med 2 timer');
	await fillIn(page, { teachingModel: 'per_hour' });
	await expect(page.locator('[name=weekHours]')).toBeHidden();
	await expect(preview).toContainText('3.000 kr. i timen');
	await expectAccessible(page);

	page.on('dialog', (dialog) => dialog.accept());
	await openStep(page, 'Dele og længde');
	await fillIn(page, { division: 'whole' });
	await expect(page.locator('[name=minimumHours]')).toBeHidden();
	await fillIn(page, { indivisibleReason: 'Prøven kræver det hele.' });
	await expect(preview).toContainText('kun som helhed');
	await expect(preview).toContainText('Prøven kræver det hele.');
});

test('a module that was changed meanwhile is not overwritten', async ({ page, context }) => {
	await signInAs(page, 'leader-clavis');
	await page.goto('/moduler?tilstand=draft');
	await page.getByRole('link', { name: /^Skriv en besked/ }).click();
	await openStep(page, 'Indhold');

	const other = await context.newPage();
	await other.goto(page.url());
	const text = `Korte sms’er og sedler ${crypto.randomUUID().slice(0, 8)}`;
	await fillIn(other, { purpose: text });
	await press(other, 'Gem kladde');
	await expect(other.getByText('Ændringerne er gemt.')).toBeVisible();

	await fillIn(page, { purpose: 'For sent' });
	await press(page, 'Gem kladde');
	await expect(page.getByRole('alert')).toContainText('CLAVIS har ændret dette');
	await expect(page.getByLabel('Formål')).toHaveValue('For sent');
	page.on('dialog', (dialog) => dialog.accept());
	await page.getByRole('link', { name: /^Hent siden igen/ }).click();
	await expect(page.getByLabel('Formål')).toHaveValue(text);
});

test('the modules of another school cannot be opened, nor be written to', async ({ page }) => {
	await page.goto('/katalog?q=individuelt+sprogløft');
	const id = (await page.locator('a[href^="/katalog/"]').first().getAttribute('href'))!.slice(9);
	await signInAs(page, 'leader-rts');
	for (const path of [`/moduler/${id}`, `/moduler/${id}/rediger/pris`]) {
		expect((await page.goto(path))?.status(), path).toBe(404);
	}
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	const pause = { form: { id, version: '2' }, headers };
	expect((await page.request.post(`/moduler/${id}?/pause`, pause)).status()).toBe(404);
	const write = { form: { version: '2', title: 'Mit' }, headers };
	expect((await page.request.post(`/moduler/${id}/rediger/indhold?/leave`, write)).status()).toBe(
		404
	);
	await signInAs(page, 'broker');
	expect((await page.goto('/moduler'))?.status()).toBe(404);
});
