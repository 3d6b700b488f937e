import { expect, test, type Page } from '@playwright/test';
import { idOf } from '../../../supabase/seed/ids.ts';
import { signInAs } from '../../fixtures/app';
import { ownWord, schoolWithModules } from '../../fixtures/own-modules';

const card = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a broker marks a module and finds it again, and comes back to where the mark was made', async ({
			page,
			baseURL
		}) => {
			const school = await schoolWithModules(baseURL!, 'leader-vuc');
			const title = ownWord();
			const id = await school.publish({ title });
			await signInAs(page, 'broker-2');
			await page.goto(`/katalog?q=${title}&fag=it`);
			await page.getByRole('button', { name: `Gem ${title} som favorit` }).click();
			await expect(page).toHaveURL(new RegExp(`/katalog\\?q=${encodeURIComponent(title)}&fag=it#`));
			await expect(
				page.getByRole('button', { name: `Fjern ${title} fra favoritter` })
			).toBeVisible();

			await page.goto('/favoritter');
			await expect(card(page, title)).toBeVisible();
			await page.goto(`/katalog/${id}`);
			await page.getByRole('button', { name: `Fjern ${title} fra favoritter` }).click();
			await expect(page).toHaveURL(new RegExp(`/katalog/${id}#`));
			await page.goto('/favoritter');
			await expect(card(page, title)).toHaveCount(0);
		});

		test('a job centre notes what a module is good for, and its people see it where they choose', async ({
			page,
			baseURL
		}) => {
			const school = await schoolWithModules(baseURL!, 'leader-vuc');
			const title = ownWord();
			const id = await school.publish({ title });
			await signInAs(page, 'broker-2');
			await page.goto(`/katalog/${id}`);
			await page.getByRole('link', { name: 'Sæt på jobcenterets liste' }).click();
			const note = page.getByLabel('Hvornår er modulet godt?');
			await note.fill('Spørg 010190-1234');
			await page.getByRole('button', { name: 'Gem noten' }).click();
			await expect(page.locator('section:has(#error-summary-title) li')).toHaveCount(1);
			await expect(note).toHaveValue('Spørg 010190-1234');
			await note.fill(`God til kandidater, der har brug for ro. ${title}`);
			await page.getByRole('button', { name: 'Gem noten' }).click();
			await expect(page.getByText('Noten er gemt på jobcenterets liste.')).toBeVisible();
			await expect(page).toHaveURL(/\/favoritter\?liste=jobcenter$/);

			await signInAs(page, 'coordinator-2');
			await page.goto(`/katalog/${id}`);
			await expect(page.getByText('God til kandidater, der har brug for ro.')).toBeVisible();
			await expect(page.getByText(/^Jobformidler, \d\d\.\d\d\.\d{4}$/)).toBeVisible();
			await page.getByRole('link', { name: 'Ret noten' }).click();
			await page.getByRole('button', { name: 'Tag af listen' }).click();
			await expect(page.getByText('Modulet er taget af jobcenterets liste.')).toBeVisible();
			await expect(card(page, title)).toHaveCount(0);

			// Another job centre, and whoever has not signed in, see nothing of it and are offered nothing.
			await page.context().clearCookies();
			await page.goto(`/katalog/${id}`);
			await expect(page.getByRole('button', { name: /favorit/ })).toHaveCount(0);
			await expect(page.getByRole('link', { name: /jobcenterets liste/ })).toHaveCount(0);
		});
	});
}

test('a note that a colleague has changed meanwhile is not overwritten', async ({
	page,
	context,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const id = await school.publish({ title: ownWord() });
	await signInAs(page, 'broker');
	await page.goto(`/favoritter/${id}/note`);
	const other = await context.newPage();
	await other.goto(page.url());
	await other.getByLabel('Hvornår er modulet godt?').fill('Først');
	await other.getByRole('button', { name: 'Gem noten' }).click();
	await expect(other.getByText('Noten er gemt på jobcenterets liste.')).toBeVisible();

	await page.getByLabel('Hvornår er modulet godt?').fill('For sent');
	await page.getByRole('button', { name: 'Gem noten' }).click();
	await expect(page.getByRole('alert')).toContainText('Jobcenter Roskilde har ændret dette');
	await expect(page.getByLabel('Hvornår er modulet godt?')).toHaveValue('For sent');
});

test('the note stands beside what fits a need', async ({ page }) => {
	await signInAs(page, 'coordinator');
	await page.goto(`/behov/${idOf('need/live-not-asked')}`);
	const fit = page.getByRole('listitem').filter({ hasText: 'Varemodtagelse i butikken' });
	await expect(fit).toBeVisible();
	const href = await fit.getByRole('link').first().getAttribute('href');
	const note = page.getByLabel('Hvornår er modulet godt?');
	await page.goto(`${href!.replace('/katalog/', '/favoritter/')}/note`);
	await note.fill('God, når ordene er få');
	await page.getByRole('button', { name: 'Gem noten' }).click();
	await page.goto(`/behov/${idOf('need/live-not-asked')}`);
	await expect(fit).toContainText('På jobcenterets liste');
	await expect(fit).toContainText('God, når ordene er få');
});

test('the favourites and the list are told to be empty, or another’s to write', async ({
	page
}) => {
	const module = idOf('zbc-canteen');
	await signInAs(page, 'leader-absalon');
	await page.goto('/favoritter');
	await expect(page.getByText('Du har ingen favoritter endnu')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Jobcenterets liste' })).toHaveCount(0);
	expect((await page.goto(`/favoritter/${module}/note`))?.status()).toBe(404);
	await signInAs(page, 'approver');
	await page.goto('/favoritter?liste=jobcenter');
	await expect(page.getByText('God begyndelse')).toBeVisible();
	await expect(page.getByRole('link', { name: /Ret noten/ })).toHaveCount(0);
});

test('whoever is not signed in, or no longer, is sent to sign in and back', async ({
	page,
	baseURL
}) => {
	await page.goto('/favoritter');
	await expect(page).toHaveURL(/\/log-ind\?videre=%2Ffavoritter$/);
	const post = await page.request.post(`/favoritter/${idOf('zbc-canteen')}`, {
		form: { favorit: '1' },
		headers: { origin: baseURL!, referer: `${baseURL}/katalog?q=kantine` },
		maxRedirects: 0
	});
	expect(post.status()).toBe(303);
	expect(post.headers().location).toBe('/log-ind?videre=%2Fkatalog%3Fq%3Dkantine');
});
