import { expect, test } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { expectAccessible, signInAs } from '../../fixtures/app';
import { ownWord, schoolWithModules } from '../../fixtures/own-modules';

test('a school brings in its own spreadsheet, corrects a row, and fetches its modules back', async ({
	page,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const word = ownWord();
	await school.publish({ title: `${word} kendt`, code: word });
	const send = async (hours: string) => {
		const lines = [
			'Kursusnr.;Kursusnavn;Antal timer;Lærer;Pris',
			`${word};${word} kendt;10;Ida;650`,
			`;${word} ny;${hours};Bo;500,50`
		];
		await page.getByLabel('Regneark').setInputFiles({
			name: 'moduler.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(lines.join('\r\n'), 'latin1')
		});
		await page.getByRole('button', { name: 'Send regnearket' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad er i kolonnerne?');
	};
	await signInAs(page, 'leader-vuc');
	await page.goto('/moduler');
	await page.getByRole('link', { name: 'Hent fra regneark' }).click();
	await page
		.getByLabel('Regneark')
		.setInputFiles({ name: 'moduler.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7') });
	await page.getByRole('button', { name: 'Send regnearket' }).click();
	await expect(page.locator('#error-summary-title + ul')).toContainText('ikke et regneark');
	await expectAccessible(page);

	await send('mange');
	await expect(page.getByLabel('Antal timer')).toHaveValue('hours');
	await expect(page.getByLabel('Lærer')).toHaveValue('');
	await expectAccessible(page);
	await page.getByLabel('Lærer').selectOption('Titel');
	await page.getByRole('button', { name: 'Tjek rækkerne' }).click();
	await expect(page.locator('#error-summary-title + ul')).toContainText('“Titel” er valgt');
	await page.getByLabel('Lærer').selectOption('Målgruppe');
	await page.getByRole('button', { name: 'Tjek rækkerne' }).click();

	await expect(page.getByText('1 række har fejl')).toBeVisible();
	await page.getByRole('link', { name: 'Fejl (1)' }).click();
	await expect(page.getByRole('row', { name: /^3/ })).toContainText('Timer i alt: Skriv et tal');
	await expect(page.getByRole('row')).toHaveCount(2);
	await expectAccessible(page);
	await expect(page.getByRole('button', { name: /^Gem/ })).toHaveCount(0);

	await page.getByRole('link', { name: 'Send et rettet regneark' }).click();
	await send('12');
	// What was said of the column the last time is remembered.
	await expect(page.getByLabel('Lærer')).toHaveValue('audience');
	await page.getByRole('button', { name: 'Tjek rækkerne' }).click();
	await expect(page.getByRole('row', { name: /^2/ })).toContainText(
		'Pris for undervisningen, kr.: 600 → 650'
	);
	await page.getByRole('button', { name: 'Gem 2 moduler' }).click();
	await expect(page.getByText('2 moduler er gemt.')).toBeVisible();

	await page.goto('/moduler/import');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Hent jeres moduler' }).click()
	]);
	const rows = await readSheet(await download.path());
	expect(rows.find(([, title]) => title === `${word} ny`)).toContain(500.5);
});
