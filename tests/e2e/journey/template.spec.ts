import { expect, test, type Page } from '@playwright/test';
import { idOf } from '../../../supabase/seed/ids.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';
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

/** A step of the template's editor, folded or not. */
const stepOf = (page: Page, title: string) =>
	page.locator('main form details').filter({ has: page.locator(`> summary:text("${title} ·")`) });
const STEPS = ['Kandidat', 'Arbejdspladsen', 'Målet', 'Tid og sted', 'Økonomi'];

test('a template is set up step by step, and the step in which something is wrong unfolds', async ({
	page
}) => {
	await signInAs(page, 'coordinator');
	await page.goto('/behov/skabeloner/ny');
	const fold = (step: string) => stepOf(page, step).locator('> summary').click();
	for (const step of STEPS) {
		await expect(stepOf(page, step).locator('> summary')).toHaveText(`${step} · tomt`);
		await expect(stepOf(page, step)).not.toHaveAttribute('open');
		await fold(step);
	}
	await expectAccessible(page);

	await fillIn(page, { title: 'Truck i to dele', sessionHoursMax: '8', weeklyHoursMax: '4' });
	const time = stepOf(page, 'Tid og sted');
	await time.getByText('Hjælpetekst: Timer om ugen').click();
	await time.getByLabel('Hjælpetekst til: Timer om ugen').fill('Certifikatet tager hele dage');
	await time.getByLabel('Skal udfyldes: Senest færdig').check();
	await expect(time.locator('> summary')).toHaveText('Tid og sted · 2 svar, 1 hjælpetekst, 1 krav');
	for (const step of STEPS) await fold(step);
	await page.getByRole('button', { name: 'Gem' }).click();
	await expect(page.locator('section[aria-labelledby=error-summary-title]')).toBeFocused();
	await expect(time).toHaveAttribute('open');
	await expect(stepOf(page, 'Målet')).not.toHaveAttribute('open');

	await fillIn(page, { weeklyHoursMax: '8' });
	await page.getByRole('button', { name: 'Gem' }).click();
	await page.getByRole('link', { name: 'Ret: Truck i to dele' }).first().click();
	await expect(time.locator('> summary')).toHaveText('Tid og sted · 2 svar, 1 hjælpetekst, 1 krav');
});

test('what has the focus in the template’s editor is never hidden by the bar that saves', async ({
	page
}) => {
	await signInAs(page, 'coordinator');
	await page.goto(`/behov/skabeloner/${idOf('template/food-hygiene')}`);
	for (const step of STEPS) await stepOf(page, step).locator('> summary').click();
	const save = page.getByRole('button', { name: 'Gem' });
	await expect(save).toBeInViewport({ ratio: 1 });
	await page.locator('[name=title]').focus();
	const hidden = [];
	for (let presses = 0; presses < 200; presses += 1) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement!;
			// A pill is seen, not the input in it.
			const box = (element.closest('.rounded-full') ?? element).getBoundingClientRect();
			const bar = document.querySelector('[data-save-bar]')!;
			return {
				isInBar: bar.contains(element),
				// Of something tall, where one writes.
				isSeen:
					box.top >= 0 && box.top + Math.min(box.height, 44) <= bar.getBoundingClientRect().top,
				name: element.getAttribute('name') ?? element.textContent
			};
		});
		if (focused.isInBar) break;
		if (!focused.isSeen) hidden.push(focused.name);
	}
	await expect(save).toBeFocused();
	expect(hidden).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a template’s steps fold and unfold, and what is wrong is shown in its step', async ({
		page
	}) => {
		await signInAs(page, 'coordinator');
		await page.goto(`/behov/skabeloner/${idOf('template/food-hygiene')}`);
		const money = stepOf(page, 'Økonomi');
		await money.locator('> summary').click();
		await fillIn(page, { priceCeiling: 'mange penge' });
		await page.getByRole('button', { name: 'Gem' }).click();
		await expect(money).toHaveAttribute('open');
		await expect(page.locator('[name=priceCeiling]')).toHaveValue('mange penge');
		await expect(stepOf(page, 'Målet')).not.toHaveAttribute('open');
	});
});
