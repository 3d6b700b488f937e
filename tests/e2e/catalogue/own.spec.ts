import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signInAs } from '../../fixtures/app';
import { ownWord, schoolWithModules } from '../../fixtures/own-modules';

const summary = (page: Page) => page.locator('section:has(#error-summary-title) li');
const press = (page: Page, name: string) =>
	page.getByRole('group', { name: 'Med de valgte moduler' }).getByRole('button', { name }).click();
const pick = (page: Page, title: string) => page.getByLabel(`Vælg ${title}`).check();
const row = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a school finds some of its modules and changes them together, all or none', async ({
			page,
			baseURL
		}) => {
			const school = await schoolWithModules(baseURL!, 'leader-vuc');
			const word = ownWord();
			const [one, two] = [`${word} et`, `${word} to`];
			await school.publish({ title: one });
			const id = await school.publish({ title: two, code: word });
			await signInAs(page, 'leader-vuc');
			await page.goto('/moduler');
			await page.getByLabel('Titel eller nummer').fill(word);
			await page.getByRole('combobox', { name: 'Rækkefølge' }).selectOption('Titel');
			await page.getByRole('button', { name: 'Vis', exact: true }).click();
			await expect(page.getByText('Viser 1–2 af 2')).toBeVisible();

			await press(page, 'Sæt på pause');
			await expect(summary(page)).toHaveText('Vælg mindst ét modul');

			await pick(page, one);
			await pick(page, two);
			// Meanwhile somebody else writes in one of them.
			await school.save(id, 2, { title: two, code: word, hours: 12 });
			await press(page, 'Sæt på pause');
			await expect(summary(page)).toHaveText([
				'Ingen af de valgte moduler er ændret:',
				new RegExp(`“${two}” er ændret af HF & VUC`)
			]);
			await expect(row(page, one)).toContainText('Udgivet');
			// What was ticked still is, and the list is what it was.
			await expect(page.getByLabel(`Vælg ${one}`)).toBeChecked();
			await expect(page.getByLabel('Titel eller nummer')).toHaveValue(word);

			await press(page, 'Sæt på pause');
			await expect(page.getByText('2 moduler er sat på pause.')).toBeVisible();
			await expect(row(page, one)).toContainText('På pause');
			await pick(page, two);
			await press(page, 'Udgiv');
			await expect(page.getByText('Modulet er udgivet.')).toBeVisible();
			await expect(row(page, two)).toContainText('Udgivet');
			await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(word)}`));

			await page.getByRole('button', { name: `Kopiér ${two}` }).click();
			await expect(page.getByText('Her er kopien.')).toBeVisible();
			await page.goto(`/moduler?q=${word}&tilstand=draft`);
			await expect(row(page, `${two} (kopi)`)).toContainText('Kladde');
		});

		test('prices change as the preview shows them, in one go', async ({ page, baseURL }) => {
			const school = await schoolWithModules(baseURL!, 'leader-vuc');
			const word = ownWord();
			const step = { from_participants: 3, unit_price_ore: 90_000 };
			const [one, two] = [`${word} et`, `${word} to`];
			const id = await school.publish({ title: one, max_participants: 6, price_steps: [step] });
			await school.publish({ title: two });
			await signInAs(page, 'leader-vuc');
			await page.goto(`/moduler?q=${word}`);
			await pick(page, one);
			await pick(page, two);
			await press(page, 'Ændr priser');
			await expect(page.getByText(`For 2 moduler: ${one} · ${two}`)).toBeVisible();

			await page.getByLabel('Hvor meget?').fill('mere');
			await page.getByRole('button', { name: 'Se de nye priser' }).click();
			await expect(summary(page)).toContainText('Skriv et tal');
			await expect(page.getByLabel('Hvor meget?')).toHaveValue('mere');

			await page.getByLabel('Hvor meget?').fill('2,5');
			await page.getByLabel('Alle prislinjer').check();
			await page.getByLabel('Rund af til').selectOption('nærmeste 10 kr.');
			await page.getByLabel('Gælder fra').fill('2027-01-01');
			await page.getByRole('button', { name: 'Se de nye priser' }).click();
			const lines = page.getByRole('row').filter({ hasText: one });
			await expect(lines.filter({ hasText: 'Undervisning' }).first()).toContainText(
				'620 kr. i timen'
			);
			await expect(lines.filter({ hasText: 'fra 3 deltagere' })).toContainText('920 kr. i timen');
			await expect(lines.filter({ hasText: 'Screening' })).toContainText('Uændret');
			await expect(lines.filter({ hasText: 'Prisen gælder' })).toContainText('fra 01.01.2027');
			if (javaScriptEnabled) await expectAccessible(page);

			// Meanwhile somebody else writes in one of them: nothing is half-done.
			await school.save(id, 2, { title: one, max_participants: 6, price_steps: [step] });
			await page.getByRole('button', { name: 'Gennemfør for 2 moduler' }).click();
			await expect(summary(page)).toHaveText([
				'Ingen af de valgte moduler er ændret:',
				new RegExp(`“${one}” er ændret af`)
			]);
			await page.getByRole('button', { name: 'Gennemfør for 2 moduler' }).click();
			await expect(page.getByText('Priserne er ændret for 2 moduler.')).toBeVisible();
			await page.goto(`/moduler?q=${word}`);
			for (const title of [one, two]) {
				await expect(row(page, title)).toContainText('620 kr. i timen');
			}
		});
	});
}

test('a price that would vanish is not carried out', async ({ page, baseURL }) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const id = await school.publish({ title: ownWord() });
	await signInAs(page, 'leader-vuc');
	await page.goto(`/moduler/priser?picked=${id}.2&way=amount_down&size=600&scope=all&roundTo=1`);
	await expect(page.getByText('Kan ikke blive 0 kr. eller derunder')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Gennemfør' })).toBeHidden();
	await page.goto('/moduler/priser');
	await expect(page.getByText('Vælg de moduler, der skal have nye priser')).toBeVisible();
});

test('what has not been confirmed for long is said, and confirmed by one press', async ({
	page
}) => {
	const title = 'Grundlæggende rengøring (AMU)';
	await signInAs(page, 'leader-zbc');
	await page.goto('/moduler');
	await page.getByRole('link', { name: 'Vis dem' }).click();
	await expect(page).toHaveURL(/bekraeft=1$/);
	await expect(row(page, title)).toContainText('Skal bekræftes');
	await page.getByRole('button', { name: `Det passer stadig: ${title}` }).click();
	await expect(page.getByText('Modulet er bekræftet.')).toBeVisible();
	await expect(row(page, title)).toHaveCount(0);
	await page.goto('/beskeder');
	await expect(page.getByRole('link', { name: /ikke bekræftet i 180 dage/ }).first()).toBeVisible();
});

test('a module that is ticked before the scripts have come stays ticked', async ({
	page,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const title = ownWord();
	await school.publish({ title });
	await signInAs(page, 'leader-vuc');
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`/moduler?q=${title}`, { waitUntil: 'commit' });
	await pick(page, title);
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel(`Vælg ${title}`)).toBeChecked();
});

test('all modules of a page are ticked at once', async ({ page }) => {
	await signInAs(page, 'leader-rts');
	await page.goto('/moduler');
	await page.getByLabel('Vælg alle på siden').check();
	const boxes = page.locator('[name="picked"]');
	await expect(boxes.first()).toBeChecked();
	await expect(boxes.last()).toBeChecked();
	await page.getByLabel('Vælg alle på siden').uncheck();
	await expect(boxes.last()).not.toBeChecked();
});

test('a school sees what was changed in a module, and takes an earlier version back', async ({
	page,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const title = ownWord();
	const id = await school.publish({ title });
	await school.save(id, 2, { title: `${title} ny`, hours: 12, places: ['school', 'online'] });
	await signInAs(page, 'leader-vuc');
	await page.goto(`/moduler?q=${title}`);
	await page.getByRole('link', { name: `Udgaver af ${title} ny` }).click();
	const latest = page.getByRole('listitem').filter({ hasText: 'Sådan er det nu' });
	await expect(latest).toContainText('12 timer');
	await expect(latest).toContainText('På skolen og online');
	await expectAccessible(page);

	await page.getByText('Gendan denne udgave').first().click();
	await page.getByRole('button', { name: /^Gendan udgaven fra/ }).click();
	await expect(page.getByText('Udgaven er gendannet og gemt som en ny.')).toBeVisible();
	await expect(latest).toContainText('10 timer');
	await expect(page.getByText('Viser 1–3 af 3')).toBeVisible();
});

test.describe('a visitor with a browser of their own', () => {
	test.use({
		userAgent:
			'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
	});

	test('is counted once for each page that is shown, and the school never', async ({
		page,
		baseURL,
		request
	}) => {
		const school = await schoolWithModules(baseURL!, 'leader-vuc');
		const title = ownWord();
		const id = await school.publish({ title });
		// Opened by its address.
		await page.goto(`/katalog/${id}`);
		// Found and opened from a page that is alive; that the browser fetched it ahead counts nothing.
		await page.goto(`/katalog?q=${title}`);
		await page.waitForLoadState('networkidle');
		await page.getByRole('link', { name: title, exact: true }).hover();
		const told = page.waitForResponse('**/katalog/set');
		await page.getByRole('link', { name: title, exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		expect((await told).status()).toBe(204);
		// A robot.
		await request.get(`/katalog/${id}`, { headers: { 'user-agent': 'Googlebot/2.1' } });

		await signInAs(page, 'leader-vuc');
		await page.goto(`/katalog/${id}`);
		await page.goto(`/moduler?q=${title}`);
		await page.getByRole('link', { name: `Tal for ${title}` }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tal for “${title}”`);
		await expect(page.getByRole('row', { name: /^I alt/ })).toContainText(/I alt\s*Set\s*2I/);
	});
});

test('the versions, figures and prices of another school cannot be opened', async ({
	page,
	baseURL
}) => {
	const school = await schoolWithModules(baseURL!, 'leader-vuc');
	const id = await school.publish({ title: ownWord() });
	for (const account of ['leader-rts', 'broker']) {
		await signInAs(page, account);
		for (const path of ['versioner', 'tal']) {
			expect((await page.goto(`/moduler/${id}/${path}`))?.status(), account).toBe(404);
		}
	}
	await signInAs(page, 'leader-rts');
	await page.goto(`/moduler/priser?picked=${id}.2`);
	await expect(page.getByText('Vælg de moduler, der skal have nye priser')).toBeVisible();
	const origin = new URL(page.url()).origin;
	const pause = await page.request.post('/moduler?/pause', {
		form: { picked: `${id}.2` },
		headers: { origin, accept: 'text/html' }
	});
	expect(pause.status()).toBe(404);
});
