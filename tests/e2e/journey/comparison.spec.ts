import { expect, test } from '@playwright/test';
import { idOf } from '../../../supabase/seed/ids.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';

test('a broker sees what each quote meets, sorts them, leaves one out, and reads the same where it is chosen', async ({
	page
}) => {
	await signInAs(page, 'broker');
	await page.goto(`/behov/${idOf('need/live-three-quotes')}/tilbud`);
	const schools = page.getByRole('main').getByRole('heading', { level: 2 });
	await expect(schools).toHaveText(['HF & VUC Roskilde-Køge', 'CLAVIS', 'Zealand']);

	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await expect(schools).toHaveText(['Zealand', 'CLAVIS', 'HF & VUC Roskilde-Køge']);
	await page.getByRole('link', { name: 'Skjul tilbuddet fra HF & VUC Roskilde-Køge' }).click();
	await expect(schools).toHaveText(['Zealand', 'CLAVIS']);
	await expect(page.getByText('1 tilbud er skjult.')).toBeVisible();

	const zealand = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: 'Zealand' }) });
	await expect(zealand.getByText('Svarer til behovet')).toBeVisible();
	await zealand.getByText('9 ting').click();
	await expect(zealand.getByText(/^16\.950\s+kr\., prisloftet er 20\.000\s+kr\.$/)).toBeVisible();
	await expectAccessible(page);

	await page.getByRole('link', { name: 'Vælg tilbuddet fra Zealand' }).click();
	await expect(page.getByRole('heading', { name: 'Som ønsket' })).toBeVisible();
	await expect(page.getByText('Ugen ligger uden for arbejdstiden')).toBeVisible();
	await page.getByRole('link', { name: 'Tilbage til sammenligningen' }).click();
	await expect(schools).toHaveText(['Zealand', 'CLAVIS']);
	await page.getByRole('link', { name: 'Vis alle' }).click();
	await expect(schools).toHaveCount(3);
});
