import { expect, test } from '@playwright/test';
import { CLAVIS } from '../../../supabase/seed/organisations.ts';
import { idOf } from '../../../supabase/seed/ids.ts';
import { signInAs } from '../../fixtures/app.ts';
import { fillIn, inDays } from '../../fixtures/form.ts';

test('a coordinator proposes an agreement, the school says yes, and both see that it holds', async ({
	page
}) => {
	await signInAs(page, 'coordinator');
	await page.goto('/rammeaftaler');
	await page.getByRole('link', { name: 'Ny rammeaftale' }).click();
	await fillIn(page, { skole: CLAVIS });
	await page.getByRole('button', { name: 'Vælg skole' }).click();
	await fillIn(page, { matter: `modul:${idOf('clavis-online')}`, teachingModel: 'per_week' });
	await fillIn(page, { teachingPrice: '1.200', validTo: inDays(90), allowsDirectOrder: true });
	await page.getByRole('button', { name: 'Send til skolen' }).click();
	// The price of a week is for so many hours.
	await expect(page.getByRole('link', { name: /hvor mange timer en uge er/ })).toBeVisible();
	await fillIn(page, { weekHours: '2', maxOrder: '20.000' });
	await page.getByRole('button', { name: 'Send til skolen' }).click();
	await expect(page.getByRole('status')).toContainText('Aftalen er sendt til skolen');

	await signInAs(page, 'leader-clavis');
	await page.goto('/beskeder');
	await page
		.getByText(/Jobcenter Roskilde foreslår jer rammeaftale/)
		.first()
		.click();
	await expect(page.getByText('1.200 kr. om ugen med 2 timer')).toBeVisible();
	await page.getByRole('button', { name: 'Sig ja til aftalen' }).click();
	await expect(page.getByRole('status')).toContainText('Aftalen er indgået');

	await signInAs(page, 'coordinator');
	await page.goto('/rammeaftaler?tilstand=in_force');
	await page
		.getByRole('row', { name: /Dansk online/ })
		.getByRole('link')
		.click();
	await expect(page.getByText('Ja, op til 20.000 kr. pr. ordre')).toBeVisible();
	await page.locator('summary', { hasText: 'Opsig aftalen' }).click();
	await page.getByRole('button', { name: 'Opsig aftalen' }).click();
	await expect(page.getByRole('status')).toContainText('Aftalen er opsagt');
});
