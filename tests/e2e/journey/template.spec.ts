import { expect, test, type Page } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';
import { fillIn } from '../../fixtures/form.ts';

/** What a finger does, counted. */
function counting(page: Page) {
	let count = 0;
	const tap = async (target: ReturnType<Page['getByRole']>) => {
		count += 1;
		await target.first().click();
	};
	return {
		button: (name: string | RegExp) => tap(page.getByRole('button', { name })),
		link: (name: string | RegExp) => tap(page.getByRole('link', { name })),
		choice: (name: string | RegExp) => tap(page.locator('label').filter({ hasText: name })),
		count: () => count
	};
}

test('a need from a template goes from its opened form to sent requests in at most twelve taps', async ({
	page
}) => {
	await signInAs(page, 'broker');
	await page.goto('/behov/nyt');
	const finger = counting(page);
	const reached = (title: string | RegExp) =>
		expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

	await finger.link('Fødevarehygiejne i en kantine');
	await expect(page.locator('[aria-current=true]')).toHaveText('Fødevarehygiejne i en kantine');
	await finger.choice('Jobparat');
	await finger.button('Næste');
	await reached('Arbejdspladsen');
	await expect(page.getByText('hvor køkkenet har mest travlt')).toBeVisible();
	await finger.button('Næste');
	await reached('Målet');
	await finger.button('Næste');
	await reached('Tid og sted');
	await finger.button('Næste');
	await reached('Økonomi');
	await finger.button('Næste');
	await reached('Tjek og send');
	await finger.choice(/siger ja til/);
	await finger.button('Send behovet');
	await expect(page.getByRole('heading', { name: /Moduler, der kan dække/ })).toBeVisible();
	await finger.choice('Spørg ZBC');
	await finger.button('Spørg de valgte skoler');
	await expect(page.getByRole('status').filter({ hasText: '1 skole er spurgt' })).toBeVisible();

	expect(finger.count()).toBeLessThanOrEqual(12);
});

test('what is typed outlives a lost connection and a closed tab, and is sent when it is back', async ({
	page,
	context
}) => {
	await signInAs(page, 'broker');
	await page.goto('/behov/nyt');
	await fillIn(page, { targetGroupCode: 'job_ready' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Arbejdspladsen' })).toBeVisible();
	const step = page.url();

	await context.setOffline(true);
	await fillIn(page, { workplace: 'Kantinen ved havnen' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.getByText('Der er ingen forbindelse.')).toBeVisible();
	await page.close();

	await context.setOffline(false);
	const again = await context.newPage();
	await again.goto('/behov');
	await expect(again.getByText('Svar ikke gemt')).toHaveCount(1);
	await again.goto(step.replace('arbejdspladsen', 'tjek'));
	await expect(again.getByText('Der er svar, som ikke er gemt')).toBeVisible();
	await expect(again.getByRole('button', { name: 'Gem og luk' })).toBeVisible();
	await expect(again.getByRole('button', { name: 'Send behovet' })).toHaveCount(0);
	await again.getByRole('link', { name: 'Gem svarene på trinnet Arbejdspladsen' }).last().click();
	await expect(again.locator('[name=workplace]')).toHaveValue('Kantinen ved havnen');
	await expect(again.getByText('er hentet frem igen')).toBeVisible();
	await context.setOffline(true);
	await again.getByRole('button', { name: 'Næste' }).click();
	await expect(again.getByText('Der er ingen forbindelse.')).toBeVisible();
	await context.setOffline(false);
	await expect(again.getByRole('heading', { level: 1, name: 'Målet' })).toBeVisible();

	await again.goto(step);
	await expect(again.locator('[name=workplace]')).toHaveValue('Kantinen ved havnen');
	await expect(again.getByText('er hentet frem igen')).toHaveCount(0);
	await again.goto(step.replace('arbejdspladsen', 'tjek'));
	await expect(again.getByRole('button', { name: 'Send behovet' })).toBeVisible();
	await expect(again.getByText('Der er svar, som ikke er gemt')).toHaveCount(0);

	// The very first step, of a need that the server has never heard of.
	await again.goto('/behov/nyt');
	await fillIn(again, { candidateWish: 'Gerne om formiddagen' });
	await again.goto('/behov/nyt');
	await again.getByRole('link', { name: 'Fortsæt, hvor du slap' }).click();
	await expect(again.locator('[name=candidateWish]')).toHaveValue('Gerne om formiddagen');
});
