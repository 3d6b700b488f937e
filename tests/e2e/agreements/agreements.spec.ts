import { expect, test } from '@playwright/test';
import { CLAVIS } from '../../../supabase/seed/organisations.ts';
import { idOf } from '../../../supabase/seed/ids.ts';
import { signInAs } from '../../fixtures/app.ts';
import { needInDemo } from '../../fixtures/demo-order.ts';
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

test('a broker orders within an agreement without a round of quotes, and the approver is asked as always', async ({
	page,
	baseURL
}) => {
	const { need } = await needInDemo(baseURL!, {
		workplace: 'Lageret',
		price_ceiling_ore: 2_000_000
	});
	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}`);
	await page.getByRole('link', { name: 'Bestil inden for rammeaftale' }).click();
	const what = page.getByRole('region', { name: 'Individuelt sprogløft på arbejdspladsen' });
	await expect(what).toContainText('10 uger à 2.800 kr.');
	await fillIn(page, { startsOn: inDays(1) });
	await page.getByText('Skræddersyet opkvalificering').click();
	await page.getByRole('button', { name: /28\.000 kr\./ }).click();
	await expect(page.getByRole('link', { name: /Skolen kan tidligst begynde/ })).toBeVisible();
	await fillIn(page, { startsOn: inDays(40) });
	await page.getByRole('button', { name: /28\.000 kr\./ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ordre R-');
	await expect(page.getByText('Inden for en rammeaftale')).toBeVisible();
	await expect(page.getByText('Venter på godkendelse', { exact: true })).toBeVisible();

	await page.goto(`/behov/${need}/tilbud`);
	await expect(page.getByText(/Inden for A-\d{4}-0001/).filter({ visible: true })).toBeVisible();
});
