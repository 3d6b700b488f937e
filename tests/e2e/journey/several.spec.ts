import { expect, test } from '@playwright/test';
import { ABSALON } from '../../../supabase/seed/organisations.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';
import { draftInDemo, orderInDemo } from '../../fixtures/demo-order.ts';
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
	await expect(page.getByText('Dine svar er gemt.')).toBeVisible();
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

	// The first one is the need's own candidate, who cannot be removed, but manages more than was thought.
	await page.goto(`/behov/${need}/kandidater`);
	await page
		.getByRole('link', { name: /^Ret K-/ })
		.first()
		.click();
	await expect(page.locator('[name="sessionHoursMax"]')).toHaveValue('3');
	await fillIn(page, { sessionHoursMax: '9' });
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('region', { name: /Der er fejl/ })).toBeFocused();
	await fillIn(page, { sessionHoursMax: '3', weeklyHoursMax: '7', danishLevel: 'B1' });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText('Kandidaten er rettet.');
	await expect(page.getByText('3 timer ad gangen, 7 timer om ugen, dansk: B1')).toBeVisible();
	await page.getByRole('button', { name: /^Fjern/ }).click();
	await expect(page.getByText('Kandidaten er fjernet.')).toBeVisible();
	await page.goto(`/behov/${need}/rediger/tid-og-sted`);
	await expect(page.locator('input[name="sessionHours"]:checked')).toHaveValue('3');
});

test('the school reaches each of two candidates that the broker shares a contact of, and no longer when it is removed', async ({
	page,
	baseURL
}) => {
	const { need, reference } = await orderInDemo(baseURL!, {
		leader: 'leader-absalon',
		provider: ABSALON,
		funding: 'fvu_obu',
		hourOre: 10_000,
		others: 1
	});
	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}`);
	await expect(page.getByText('Skolen kan kontakte 0 af 2 kandidater.')).toBeVisible();
	await page.getByRole('link', { name: 'Del kontakt' }).click();
	const candidate = (index: number) =>
		page
			.getByRole('region')
			.filter({ has: page.locator('[name="firstName"]') })
			.nth(index);
	const type = async (index: number, firstName: string, contact: string) => {
		await candidate(index).locator('[name="firstName"]').fill(firstName);
		await candidate(index).locator('[name="contact"]').fill(contact);
	};
	const send = (index: number, name: string) =>
		candidate(index).getByRole('button', { name }).click();
	/** Where it is said what is wrong with a candidate's form. */
	const refused = (index: number) => candidate(index).getByRole('region', { name: /Der er fejl/ });
	await type(1, 'Bo', '010170-1234');
	await send(1, 'Del med skolen');
	await expect(candidate(1).getByRole('link', { name: /^Telefon eller mail:/ })).toBeVisible();
	await expect(refused(1)).toBeFocused();
	// Refused as well, the other one says so itself, and the first one again when it is sent again.
	await type(0, 'Amina', '010170-1234');
	await send(0, 'Del med skolen');
	await expect(refused(0)).toBeFocused();
	await send(1, 'Del med skolen');
	await expect(refused(1)).toBeFocused();
	await send(0, 'Del med skolen');
	await expect(refused(0)).toBeFocused();
	await type(0, 'Amina', '20 30 40 50');
	await send(0, 'Del med skolen');
	await expect(page.getByText('Skolen kan nu se fornavn og kontakt.')).toBeVisible();
	// That one is shared says nothing new of the other.
	await expect(refused(1)).toBeVisible();
	await expect(refused(1)).not.toBeFocused();
	await expect(candidate(1).locator('[name="firstName"]')).toHaveValue('Bo');
	await type(1, 'Bo', 'bo@privat.example');
	await send(1, 'Del med skolen');
	await expect(page.getByRole('button', { name: 'Fjern kontakten' })).toHaveCount(2);
	await send(0, 'Fjern kontakten');
	await expect(page.getByText('Kontakten er fjernet.')).toBeVisible();
	await expect(candidate(0).locator('[name="firstName"]')).toHaveValue('');

	await signInAs(page, 'leader-absalon');
	await page.goto('/beskeder');
	await page.getByText(`Jeres tilbud er valgt: ordre ${reference}`).first().click();
	await expect(page.getByText('har delt kontakt til 1 af 2 kandidater')).toBeVisible();
	await expect(page.getByText('bo@privat.example')).toBeVisible();
	await expect(page.getByText('20 30 40 50')).toHaveCount(0);
});
