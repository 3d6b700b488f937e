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
	await expect(page.locator('[name="days[0].starts"]')).toHaveValue('08:00');
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
	context,
	browser
}) => {
	await signInAs(page, 'broker');
	await page.goto('/behov/nyt');
	await fillIn(page, { targetGroupCode: 'job_ready' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Arbejdspladsen' })).toBeVisible();
	const step = page.url();
	const isSent = (on: Page) => expect(on.getByText('Dine svar er gemt.')).toBeVisible();

	await context.setOffline(true);
	await fillIn(page, { workplace: 'Kantinen ved havnen' });
	await page.getByRole('button', { name: 'Næste' }).click();
	await expect(page.getByText('Der er ingen forbindelse.')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole('heading', { level: 1, name: 'Målet' })).toBeVisible();
	await page.goto(step);
	await context.setOffline(true);
	await fillIn(page, { workplace: 'Kantinen på torvet' });
	await page.close();

	await context.setOffline(false);
	const again = await context.newPage();
	await again.goto('/behov');
	await isSent(again);
	await expect(again.getByText('Kantinen på torvet')).toBeVisible();
	await expect(again.getByText('Svar ikke gemt')).toHaveCount(0);
	await again.goto(step);
	await expect(again.locator('[name=workplace]')).toHaveValue('Kantinen på torvet');
	await expect(again.getByText('er hentet frem igen')).toHaveCount(0);

	// Somebody else changes the need meanwhile: nothing is overwritten, and both are shown.
	await context.setOffline(true);
	await fillIn(again, { workplace: 'Kantinen ved stranden' });
	await again.close();
	await context.setOffline(false);
	const colleague = await browser.newPage();
	await signInAs(colleague, 'coordinator');
	await colleague.goto(step);
	await fillIn(colleague, { workplace: 'Kantinen i parken' });
	await colleague.getByRole('button', { name: 'Næste' }).click();
	await expect(colleague.getByRole('heading', { level: 1, name: 'Målet' })).toBeVisible();
	await colleague.context().close();
	const third = await context.newPage();
	await third.goto('/behov');
	await expect(third.getByText('ikke kunne gemmes af sig selv')).toBeVisible();
	await third.goto(step.replace('arbejdspladsen', 'tjek'));
	await expect(third.getByText('Kantinen i parken')).toBeVisible();
	await expect(third.getByText('Der er svar, som ikke er gemt')).toBeVisible();
	await expect(third.getByRole('button', { name: 'Gem og luk' })).toBeVisible();
	await expect(third.getByRole('button', { name: 'Send behovet' })).toHaveCount(0);
	await third.getByRole('link', { name: 'Gem svarene på trinnet Arbejdspladsen' }).last().click();
	await expect(third.locator('[name=workplace]')).toHaveValue('Kantinen ved stranden');
	await expect(third.getByText('er hentet frem igen')).toBeVisible();
	await third.getByRole('button', { name: 'Næste' }).click();
	await expect(third.getByRole('heading', { level: 1, name: 'Målet' })).toBeVisible();

	// What is left at one step is saved while another is open, which can still be saved afterwards.
	await fillIn(third, { goal: 'Kan svare gæster' });
	await third.getByRole('link', { name: 'Tilbage' }).click();
	await isSent(third);
	await third.getByRole('button', { name: 'Næste' }).click();
	await expect(third.locator('[name=goal]')).toHaveValue('Kan svare gæster');

	// The very first step, of a need that the server has never heard of: looked into, and then sent in vain.
	await third.goto('/behov/nyt');
	await fillIn(third, { targetGroupCode: 'job_ready', candidateWish: 'Gerne om formiddagen' });
	await third.goto('/behov/nyt');
	await third.getByRole('link', { name: 'Fortsæt, hvor du slap' }).click();
	await expect(third.locator('[name=candidateWish]')).toHaveValue('Gerne om formiddagen');
	const begun = new URL(third.url()).searchParams.get('id');
	await context.setOffline(true);
	await third.getByRole('button', { name: 'Næste' }).click();
	await expect(third.getByText('Der er ingen forbindelse.')).toBeVisible();
	await third.getByRole('link', { name: 'Behov', exact: true }).last().click();
	await expect(
		third.getByText('Det, du har skrevet, er gemt på denne enhed og sendes')
	).toBeVisible();
	await context.setOffline(false);
	await third.getByRole('link', { name: 'Se behovet' }).click();
	await expect(third).toHaveURL(`/behov/${begun}`);
});
