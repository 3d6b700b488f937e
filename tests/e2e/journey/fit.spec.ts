import { expect, test } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';
import { needInDemo } from '../../fixtures/demo-order.ts';
import { ownWord, schoolWithModules } from '../../fixtures/own-modules.ts';

test('a need gives way on one thing, and a module that was kept away fits', async ({
	page,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const title = ownWord();
	await school.publish({ title, subject_code: 'mathematics', places: ['school'] });
	const { need } = await needInDemo(baseURL!, { subject_code: 'mathematics', place: 'workplace' });
	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}`);
	const module = page.getByRole('listitem').filter({ hasText: title });
	await expect(module).toContainText('Passer ikke');
	await page.getByRole('button', { name: /Ret behovet: Hvis stedet er uden betydning/ }).click();
	await expect(page.getByRole('status')).toContainText('Behovet er rettet.');
	await expect(module).not.toContainText('Passer ikke');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('when nothing fits, all schools of the subject are asked with one click', async ({
		page,
		baseURL
	}) => {
		const { need } = await needInDemo(baseURL!, { participants: 100 });
		await signInAs(page, 'broker');
		await page.goto(`/behov/${need}`);
		await page.getByRole('button', { name: /Spørg alle skoler/ }).click();
		await expect(page.getByRole('status')).toContainText(/skoler er spurgt/);
		await signInAs(page, 'coordinator');
		await page.goto('/beskeder');
		await expect(page.getByText(/Intet modul passer til behov/).first()).toBeVisible();
	});
});
