import { expect, test } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';

test('the front page shows the newest modules of the catalogue', async ({ page }) => {
	await page.goto('/');
	const newest = page.getByRole('region', { name: 'Nyt i kataloget' });
	const title = newest.getByRole('heading', { level: 3 }).getByRole('link').first();
	const name = await title.textContent();
	await title.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name!.trim());
});

test('the keyboard skips to the content', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Spring til indholdet' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});

test('the language is switched in place, and remembered', async ({ page }) => {
	await page.goto('/katalog?q=dansk');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL('/katalog?q=dansk');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.goto('/tilgaengelighed');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility statement');
	await page.getByRole('button', { name: 'Dansk' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'da');
});

test('what does not exist and what one may not see is the same page', async ({ page }) => {
	const pages: (string | null)[] = [];
	for (const path of [
		'/findes-ikke',
		'/medlemmer',
		'/behov/00000000-0000-4000-8000-000000000000'
	]) {
		await signInAs(page, 'approver');
		const response = await page.goto(path);
		expect(response?.status()).toBe(404);
		pages.push(await page.getByRole('main').innerText());
	}
	expect(new Set(pages).size).toBe(1);
});

test('the menu is closed by Escape and by going somewhere', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto('/behov');
	const menu = page.locator('summary', { hasText: 'Menu' });
	const orders = page.getByRole('link', { name: 'Ordrer' });
	await menu.click();
	await page.keyboard.press('Escape');
	await expect(orders).toBeHidden();
	await menu.click();
	await orders.click();
	await expect(page).toHaveURL('/ordrer');
	await expect(orders).toBeHidden();
});
