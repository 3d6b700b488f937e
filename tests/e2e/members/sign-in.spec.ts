import { expect, test, type Page } from '@playwright/test';
import { demoAccounts } from '../../../supabase/seed/accounts.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';

async function signIn(page: Page, email: string, password: string): Promise<void> {
	await page.getByLabel('Mail').fill(email);
	await page.getByLabel('Adgangskode').fill(password);
	await page.getByRole('main').getByRole('button', { name: 'Log ind' }).click();
}

test('an unknown mail and a wrong password get the same answer, and the mail stays', async ({
	page
}) => {
	await page.goto('/log-ind');
	const answers: (string | null)[] = [];
	for (const email of ['ukendt@eksempel.dk', demoAccounts[0]!.email]) {
		await signIn(page, email, 'ikke den rigtige');
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(page.getByLabel('Mail')).toHaveValue(email);
		await expect(page.getByLabel('Adgangskode')).toHaveValue('');
		answers.push(await page.getByRole('alert').textContent());
		await page.reload();
	}
	expect(answers[0]).toBe(answers[1]);
});

test('errors are summed up above the title, take the focus and lead to the fields', async ({
	page
}) => {
	await page.goto('/log-ind');
	await signIn(page, 'ikke en mail', '');
	const summary = page.getByRole('region', { name: 'Der er fejl i det, du har skrevet' });
	await expect(summary).toBeFocused();
	await expect(page).toHaveTitle(/^Fejl: Log ind/);
	await expectAccessible(page);
	await summary.getByRole('link', { name: 'Adgangskode: Feltet skal udfyldes' }).click();
	await expect(page.getByLabel('Adgangskode')).toBeFocused();
	await expect(page.getByLabel('Mail')).toHaveValue('ikke en mail');
});

test('signing in leads on to the page that was asked for, but never to another site', async ({
	page
}) => {
	await page.goto('/ordrer?side=1');
	await expect(page).toHaveURL(/\/log-ind\?videre=/);
	await page.locator('[data-demo="broker"]').click();
	await expect(page).toHaveURL('/ordrer?side=1');

	await page.context().clearCookies();
	await page.goto('/log-ind?videre=//eksempel.dk');
	await page.locator('[data-demo="broker"]').click();
	await expect(page).toHaveURL('/behov');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('people sign in, are told what is wrong, and sign out', async ({ page }) => {
		await page.goto('/log-ind');
		await signIn(page, 'ikke en mail', 'x');
		await expect(page.getByRole('link', { name: /Skriv en mailadresse/ })).toBeVisible();
		await expect(page.getByLabel('Mail')).toHaveValue('ikke en mail');

		await page.locator('[data-demo="approver"]').click();
		await expect(page).toHaveURL('/godkendelser');
		await page.locator('summary', { hasText: 'Din konto' }).click();
		await page.getByRole('button', { name: 'Log ud' }).click();
		await expect(page).toHaveURL('/');
		await page.goto('/godkendelser');
		await expect(page).toHaveURL(/\/log-ind/);
	});
});

test('somebody invited gets an account, once, and can choose a new password', async ({ page }, {
	project
}) => {
	const email = `ny-${project.name}-${Date.now()}@eksempel.dk`;
	await signInAs(page, 'coordinator-2');
	await page.goto('/medlemmer');
	await page.getByLabel('Mail').fill(email);
	await page.getByRole('radio', { name: 'Jobformidler' }).check();
	await page.getByRole('button', { name: 'Send invitation', exact: true }).click();
	await expect(page.getByText(email).first()).toBeVisible();
	await page.context().clearCookies();

	const invitation = await linkInMail(page, email, 'invitation');
	await page.goto(invitation);
	await expectAccessible(page);
	await page.getByLabel('Hvad skal andre se?').fill('Jobformidler, team ung');
	await page.getByLabel('Adgangskode').fill('seks røde æbler');
	await page.getByRole('button', { name: 'Opret adgang' }).click();
	await expect(page).toHaveURL('/behov');
	await expect(page.getByText('Velkommen! Din adgang er klar.')).toBeVisible();

	await page.context().clearCookies();
	await page.goto(invitation);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invitationen kan ikke bruges');

	await page.goto('/glemt-adgangskode');
	await page.getByLabel('Mail').fill(email);
	await page.getByRole('button', { name: 'Send link' }).click();
	await expect(page.getByText('Hvis der er en adgang med den mail')).toBeVisible();
	const recovery = await linkInMail(page, email, 'ny-adgangskode');
	// A mail filter that opens the link first does not use it up.
	await page.request.get(recovery);
	await page.goto(recovery);
	await page.getByLabel('Ny adgangskode').fill('syv gule pærer');
	await page.getByRole('button', { name: 'Gem ny adgangskode' }).click();
	await expect(page).toHaveURL('/behov');

	await page.context().clearCookies();
	await page.goto('/log-ind');
	await signIn(page, email, 'seks røde æbler');
	await expect(page.getByRole('alert')).toBeVisible();
	await signIn(page, email, 'syv gule pærer');
	await expect(page).toHaveURL('/behov');
});

/** The link in the newest mail to somebody, as the outbox of the demonstration shows it. */
async function linkInMail(page: Page, email: string, path: string): Promise<string> {
	const link = page.locator('details', { hasText: email }).locator(`a[href*="/${path}?"]`).first();
	await expect(async () => {
		await page.goto('/udbakke');
		await expect(link).toHaveCount(1, { timeout: 500 });
	}).toPass();
	return (await link.getAttribute('href'))!;
}
