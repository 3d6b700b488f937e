import { expect, test, type Page } from '@playwright/test';
import { idOf } from '../../../supabase/seed/ids.ts';
import { CLAVIS } from '../../../supabase/seed/organisations.ts';
import { signInAs } from '../../fixtures/app.ts';
import { requestInDemo } from '../../fixtures/demo-order.ts';
import { fillIn } from '../../fixtures/form.ts';

const kept = (page: Page) =>
	page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kept/')));
const restored = (page: Page) => page.getByText('er hentet frem igen');

test('what a school types in a quote outlives a lost connection and a closed tab, until it is sent', async ({
	page: first,
	context,
	baseURL
}) => {
	const { request } = await requestInDemo(baseURL!, CLAVIS);
	await signInAs(first, 'leader-clavis');

	// Begun from a module that nobody asked for, and only looked at: there is nothing to keep.
	const begun = `/foresporgsler/${request}?modul=${idOf('clavis-individual')}`;
	await first.goto(begun);
	await expect(first.getByRole('button', { name: 'Tilføj prislinje' })).toBeVisible();
	expect(await kept(first)).toEqual([]);
	await fillIn(first, { title: 'Dansk ved opvasken', 'lines[0].unitPrice': '650' });
	await first.close();

	// Told in the list, and there again wherever the request is opened from.
	const page = await context.newPage();
	await page.goto('/foresporgsler');
	const card = page.getByRole('listitem').filter({ has: page.locator(`a[href$="${request}"]`) });
	await expect(card.getByText('Tilbud ikke sendt')).toBeVisible();
	await card.getByRole('link').click();
	await expect(page).toHaveURL(begun);
	await expect(restored(page)).toBeVisible();
	await expect(page.locator('[name="title"]')).toHaveValue('Dansk ved opvasken');
	await expect(page.locator('[name="lines[0].unitPrice"]')).toHaveValue('650');

	// Not sent without a connection, and not by itself when it is back.
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Send tilbud' }).click();
	await expect(page.getByText('Det lykkedes ikke at sende')).toBeVisible();
	await page.getByRole('link', { name: 'Forespørgsler' }).last().click();
	await expect(page.getByText('Dit tilbud er ikke sendt.')).toBeVisible();
	await context.setOffline(false);
	await page.goto(begun);
	await expect(restored(page)).toBeVisible();

	await page.getByRole('button', { name: 'Send tilbud' }).click();
	await expect(page.getByRole('heading', { name: /er sendt/ })).toBeVisible();
	await expect.poll(() => kept(page)).toEqual([]);

	// A quote that is being changed is kept as well, and can be let go of.
	await page.getByRole('link', { name: 'Ret tilbuddet' }).click();
	await fillIn(page, { title: 'Dansk i køkkenet' });
	await page.goto(`/foresporgsler/${request}`);
	await expect(page.getByText('som ikke er sendt')).toBeVisible();
	await page.getByRole('link', { name: 'Fortsæt, hvor du slap' }).click();
	await expect(page.locator('[name="title"]')).toHaveValue('Dansk i køkkenet');
	await page.getByRole('button', { name: 'Begynd forfra i stedet' }).click();
	await expect(page.locator('[name="title"]')).toHaveValue('Dansk ved opvasken');
	await expect(page.locator('[name="title"]')).toBeFocused();
	expect(await kept(page)).toEqual([]);
});
