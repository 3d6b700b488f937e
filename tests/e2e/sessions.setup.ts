import { expect, test } from '@playwright/test';
import { demoAccounts } from '../../supabase/seed/accounts.ts';
import { sessionFile } from '../fixtures/app.ts';

const MAIN_PAGE = {
	broker: '/behov',
	leader: '/moduler',
	coordinator: '/overblik',
	approver: '/godkendelser'
};

// What the other tests begin from, too: each account signs in once.
for (const { key, role } of demoAccounts) {
	test(`one click signs in as ${key}, at the role's main page`, async ({ page }) => {
		await page.goto('/log-ind');
		await page.locator(`[data-demo="${key}"]`).click();
		await expect(page).toHaveURL(MAIN_PAGE[role]);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Siden findes ikke');
		await page.context().storageState({ path: sessionFile(key) });
	});
}
