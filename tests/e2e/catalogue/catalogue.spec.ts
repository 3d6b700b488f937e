import { expect, test } from '@playwright/test';
import { signInAs } from '../../fixtures/app';

test('anyone finds a module by word, subject and place, and reads what it costs', async ({
	page
}) => {
	await page.goto('/katalog');
	await page.getByLabel('Søgeord').fill('fødevarehygiejne');
	await page.getByLabel('Sted').selectOption({ label: 'På arbejdspladsen' });
	await page.getByRole('button', { name: 'Vis moduler' }).click();
	// What was not chosen stays out of the address.
	await expect(page).toHaveURL(/\?q=f%C3%B8devarehygiejne&sted=workplace$/);
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('1 modul');

	await page.getByRole('link', { name: 'Skræddersyet fødevarehygiejne' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skræddersyet fødevarehygiejne');
	await expect(page.getByText('600 kr. i timen').first()).toBeVisible();
	// 25 hours at 600 kr.
	await expect(page.getByText('15.000 kr.').first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Log ind og bed om dette' })).toBeVisible();
});

test('a search without a hit says what to do', async ({ page }) => {
	await page.goto('/katalog?q=findesikke');
	await page.getByRole('link', { name: 'Vis alle moduler' }).click();
	await expect(page).toHaveURL(/\/katalog$/);
});

test('a page behind the last one and a module that does not exist are not found', async ({
	request
}) => {
	for (const path of ['/katalog?side=99', '/katalog/x', `/katalog/${crypto.randomUUID()}`]) {
		expect((await request.get(path)).status(), path).toBe(404);
	}
});

test('a broker goes on from a module to a need', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto('/katalog?q=vagt&omfang=hele');
	await page.getByRole('link', { name: 'Vagt, grundkursus' }).click();
	await expect(page.getByRole('link', { name: 'Bed om dette' })).toHaveAttribute(
		'href',
		/^\/behov\/nyt\?modul=[0-9a-f-]{36}&fag=security&timer=/
	);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the filters work', async ({ page }) => {
		await page.goto('/katalog');
		await page.getByLabel('Fag').selectOption({ label: 'Dansk' });
		await page.getByRole('button', { name: 'Vis moduler' }).click();
		await expect(page.getByLabel('Fag')).toHaveValue('danish');
		await expect(page.getByRole('link', { name: /Individuelt sprogløft/ })).toBeVisible();
	});
});
