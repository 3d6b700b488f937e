import { expect, test } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';
import { needInDemo } from '../../fixtures/demo-order.ts';
import { fillIn, inDays } from '../../fixtures/form.ts';
import { ownWord, schoolWithModules } from '../../fixtures/own-modules.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('what is picked on one page of the list is asked for from another', async ({
			page,
			baseURL
		}) => {
			const school = await schoolWithModules(baseURL!, 'leader-vuc');
			const word = ownWord();
			for (let number = 1; number <= 21; number++) {
				await school.publish({ title: `${word} ${number}`, subject_code: 'production' });
			}
			const { need } = await needInDemo(baseURL!, { subject_code: 'production' });
			await signInAs(page, 'broker');
			await page.goto(`/behov/${need}`);
			if (javaScriptEnabled) await page.waitForLoadState('networkidle');
			const first = page.getByRole('listitem').filter({ hasText: word }).first();
			const title = (await first.getByRole('heading').textContent())!.trim();
			await first.getByLabel('Spørg HF & VUC').check();
			await fillIn(page, { answerBy: inDays(12) });
			await page.getByRole('button', { name: 'Næste' }).click();
			await expect(page.getByText('1 valgt modul står på en anden side.')).toBeVisible();
			await expect(page.locator('[name=answerBy]')).toHaveValue(inDays(12));

			await page.getByRole('button', { name: 'Forrige' }).click();
			await expect(first.getByLabel('Spørg HF & VUC')).toBeChecked();
			await page.getByRole('button', { name: 'Næste' }).click();
			await expect(page.getByText('1 valgt modul står på en anden side.')).toBeVisible();
			await page.getByRole('button', { name: 'Spørg de valgte skoler' }).click();
			await expect(page.getByRole('status')).toContainText('1 skole er spurgt');
			await expect(page.getByText(title, { exact: false }).first()).toBeVisible();
		});
	});
}
