import { expect, test } from '@playwright/test';
import { ABSALON } from '../../../supabase/seed/organisations.ts';
import { signInAs } from '../../fixtures/app.ts';
import { needInDemo, requestInDemo } from '../../fixtures/demo-order.ts';
import { fillIn } from '../../fixtures/form.ts';

test('a school says no, is asked once more, and the need is closed in the end', async ({
	page,
	baseURL
}) => {
	const { need, request } = await requestInDemo(baseURL!, ABSALON);

	await signInAs(page, 'leader-absalon');
	await page.goto(`/foresporgsler/${request}`);
	await page.getByRole('link', { name: 'Sig nej tak' }).click();
	await fillIn(page, { reasonCode: 'other' });
	await page.getByRole('button', { name: 'Send nej tak' }).click();
	await expect(
		page.getByRole('region', { name: /Der er fejl/ }).getByText(/Uddybning/)
	).toBeVisible();
	await fillIn(page, { reason: 'Læreren er syg.' });
	await page.getByRole('button', { name: 'Send nej tak' }).click();
	await expect(page.getByRole('status')).toContainText('Jeres nej tak er sendt.');
	await expect(page.getByText('Læreren er syg.')).toBeVisible();

	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}`);
	await page.getByRole('link', { name: 'Spørg igen' }).click();
	await page.getByRole('button', { name: 'Spørg igen' }).click();
	await expect(page.getByRole('status')).toContainText('spurgt');
	await expect(page).toHaveURL(`/behov/${need}`);

	await page.getByRole('link', { name: /giv videre eller luk/ }).click();
	await page.getByRole('button', { name: 'Luk behovet' }).click();
	await expect(page.getByRole('region', { name: /Der er fejl/ })).toBeVisible();
	await fillIn(page, { how: 'unmet', reason: 'Ingen skole har tid.' });
	await page.getByRole('button', { name: 'Luk behovet' }).click();
	await expect(page.getByRole('status')).toContainText('lukket');
	await expect(page.getByText('Ingen skole har tid.').first()).toBeVisible();
});

test('a need goes to a colleague, who finds it among their own', async ({ page, baseURL }) => {
	const { need } = await needInDemo(baseURL!, {});
	await signInAs(page, 'broker');
	// A choice that is made before the scripts have come is lost.
	await page.goto(`/behov/${need}/videre`, { waitUntil: 'networkidle' });
	await page.locator('select[name="to"]').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Giv videre' }).click();
	await expect(page).toHaveURL(`/behov/${need}`);
	await signInAs(page, 'coordinator');
	await page.goto('/behov');
	await expect(page.locator(`a[href="/behov/${need}"]`).first()).toBeVisible();
});
