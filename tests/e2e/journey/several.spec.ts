import { expect, test } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';
import { draftInDemo } from '../../fixtures/demo-order.ts';
import { fillIn } from '../../fixtures/form.ts';

test('a need for two candidates asks for what both manage, and does so for one again', async ({
	page,
	baseURL
}) => {
	const { need } = await draftInDemo(baseURL!, { session_hours_max: 3, weekly_hours_max: 6 });
	await signInAs(page, 'broker');
	// The workplace of the broker's latest need is pressed, not typed.
	await draftInDemo(baseURL!, { workplace: 'Bageriet på torvet' });
	await page.goto(`/behov/${need}/rediger/arbejdspladsen`);
	await page.getByRole('button', { name: 'Bageriet på torvet' }).click();
	await expect(page.locator('input[name="workplace"]')).toHaveValue('Bageriet på torvet');
	await page.goto(`/behov/${need}/rediger/kandidat`);
	await page.getByRole('link', { name: 'Flere kandidater skal lære det samme' }).click();
	await fillIn(page, { sessionHoursMax: '4', weeklyHoursMax: '2' });
	await page.getByRole('button', { name: 'Tilføj kandidaten' }).click();
	await expect(page.getByRole('region', { name: /Der er fejl/ })).toBeVisible();
	await fillIn(page, { sessionHoursMax: '1,5', weeklyHoursMax: '8' });
	await page.getByRole('button', { name: 'Tilføj kandidaten' }).click();
	await expect(page.getByRole('status')).toContainText('Kandidaten er tilføjet.');
	await expect(page.getByText('1,5 timer ad gangen, 6 timer om ugen')).toBeVisible();

	await page.goto(`/behov/${need}/rediger/tid-og-sted`);
	await expect(page.getByText('Grænserne står ved hver kandidat.')).toBeVisible();
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page).toHaveURL(/oekonomi$/);
	await page.goto(`/behov/${need}/rediger/tjek`);
	await expect(page.getByText('3 timer ad gangen, 6 timer om ugen')).toBeVisible();

	await page.goto(`/behov/${need}/kandidater`);
	await page.getByRole('button', { name: /^Fjern/ }).click();
	await expect(page.getByRole('status')).toContainText('Kandidaten er fjernet.');
	await page.goto(`/behov/${need}/rediger/tid-og-sted`);
	await expect(page.locator('input[name="sessionHours"]:checked')).toHaveValue('3');
});
