import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../../fixtures/app.ts';
import { startServer } from '../../fixtures/server.ts';

test('a backend that is down is said plainly, and what was typed is kept', async ({
	page,
	browser
}) => {
	const dataDir = await mkdtemp(join(tmpdir(), 'loftet-down-'));
	const server = await startServer({
		port: 4175,
		dataDir,
		health: 503,
		env: {
			// Nobody listens at the discard port.
			SUPABASE_URL: 'http://127.0.0.1:9',
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_none',
			SUPABASE_SECRET_KEY: 'sb_secret_none'
		}
	});
	try {
		const response = await page.goto(`${server.url}/katalog`);
		expect(response?.status()).toBe(503);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByText(/database|svarer ikke|nede|fejl/i).first()).toBeVisible();
		await expectAccessible(page);

		for (const javaScriptEnabled of [true, false]) {
			const form = await browser.newPage({ javaScriptEnabled });
			await form.goto(`${server.url}/glemt-adgangskode`);
			const mail = form.getByLabel('Mail');
			await mail.fill('nogen@eksempel.dk');
			await form.getByRole('button', { name: 'Send link' }).click();
			if (javaScriptEnabled) {
				await expect(form.getByRole('alert')).toContainText('Det, du har skrevet, står her stadig');
			} else {
				await expect(form.getByRole('heading', { level: 1 })).toHaveText(/ude af drift/);
				await form.goBack();
			}
			await expect(mail).toHaveValue('nogen@eksempel.dk');
			await form.close();
		}
	} finally {
		await server.kill();
		await rm(dataDir, { recursive: true, force: true });
	}
});
