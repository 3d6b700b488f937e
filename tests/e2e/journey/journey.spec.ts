import { expect, test, type Page } from '@playwright/test';
import { signInAs } from '../../fixtures/app.ts';
import { fillIn, inDays } from '../../fixtures/form.ts';

/*
 * The whole way, as the people walk it: publish, need, fit, quote, order, approval, training, overview. Both sizes of
 * screen share one server, so each run names its own rows.
 */
test.describe.configure({ mode: 'serial' });

let run: string;
let need: string;
test.beforeAll(async () => {
	run = `${test.info().project.name} ${Date.now() % 1_000_000}`;
});

const title = () => `Hygiejne i kantinen ${run}`;
const press = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name }).first().click();
/** What the page says has been done. */
const said = (page: Page, text: string | RegExp) =>
	expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

test('a school leader publishes a module, pauses it and publishes it again', async ({ page }) => {
	await signInAs(page, 'leader-zbc');
	await page.goto('/moduler/ny');
	await fillIn(page, {
		title: title(),
		purpose: 'Kandidaten kan arbejde sikkert med mad i et køkken.',
		subjectCode: 'kitchen'
	});
	await press(page, 'Gem kladde');
	await said(page, 'Kladden er gemt');
	await page.getByRole('link', { name: 'Skriv videre' }).click();
	await fillIn(page, { hours: '60', division: 'parts', minimumHours: '20' });
	await press(page, 'Næste');
	await fillIn(page, {
		places: ['workplace', 'school'],
		deliveryForms: ['one_to_one', 'small_class'],
		sessionHours: '3',
		sessionHoursMin: '2',
		leadTimeDays: '7'
	});
	await press(page, 'Næste');
	await fillIn(page, { maxParticipants: '6', certificateKind: 'participation' });
	await press(page, 'Næste');
	await fillIn(page, {
		teachingModel: 'per_hour',
		teachingPrice: '600',
		'oneOffs[0].amount': '1.200'
	});
	await press(page, 'Næste');
	await press(page, 'Udgiv');
	await said(page, 'Modulet er udgivet');
	await press(page, 'Sæt på pause');
	await said(page, 'Modulet er sat på pause');
	await press(page, 'Udgiv igen');
	await said(page, /kan ses i kataloget/);

	await page.context().clearCookies();
	await page.goto(`/katalog?q=${encodeURIComponent(title())}`);
	await page.getByRole('link', { name: title(), exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: title() })).toBeVisible();
	await expect(page.getByText('600 kr.').first()).toBeVisible();
});

test('a broker describes a need, leaves, returns, and sees what fits and why', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto('/behov');
	await page.getByRole('link', { name: 'Nyt behov' }).first().click();
	await fillIn(page, { targetGroupCode: 'job_ready', candidateWish: 'Vil gerne lave mad.' });
	await press(page, 'Næste');
	await expect(page.getByRole('heading', { level: 1, name: /Arbejdspladsen/ })).toBeVisible();
	need = /\/behov\/([0-9a-f-]{36})\//.exec(page.url())![1]!;
	await fillIn(page, {
		workplace: `Kantinen ${run}`,
		placementKind: 'small_job',
		tasks: 'Anretter frokost og vasker op.'
	});
	await press(page, 'Næste');

	// Away, and back to the draft as it was.
	await page.goto('/behov');
	await page.goto(`/behov/${need}/rediger/arbejdspladsen`);
	await expect(page.locator('[name=workplace]')).toHaveValue(`Kantinen ${run}`);
	await press(page, 'Næste');
	await fillIn(page, {
		subjectCode: 'kitchen',
		goal: 'Kan holde køkkenet rent efter reglerne.',
		accommodations: ['breaks']
	});
	await press(page, 'Næste');
	await fillIn(page, {
		sessionHours: '2',
		weeklyHours: '4',
		place: 'workplace',
		startsOn: inDays(20)
	});
	await press(page, 'Næste');
	await expect(page.getByRole('heading', { level: 1, name: /Økonomi/ })).toBeVisible();
	await press(page, 'Næste');
	await expect(page.getByRole('heading', { level: 1, name: /Tjek og send/ })).toBeVisible();
	await fillIn(page, { sharedFields: ['workplace'], hasConsent: true });
	await press(page, 'Send behovet');

	await expect(page.getByRole('heading', { name: /Moduler, der kan dække/ })).toBeVisible();
	await expect(page.getByText(title())).toBeVisible();
});

test('the broker asks two schools to quote before a date', async ({ page }) => {
	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}`);
	const card = page.locator('li', { hasText: title() }).last();
	await card.getByText('Spørg ZBC').click();
	await page.getByText('Andre skoler').first().click();
	await page.getByLabel(/^CLAVIS/).check();
	await fillIn(page, { answerBy: inDays(10) });
	await press(page, 'Spørg de valgte skoler');
	await said(page, '2 skoler er spurgt');
	await expect(page.getByText('Venter på svar').first()).toBeVisible();
});

async function openRequest(page: Page): Promise<void> {
	// The newest request has the longest deadline of those that wait.
	await page.goto(`/beskeder`);
	await page
		.getByText(/I er spurgt om et tilbud/)
		.first()
		.click();
	await expect(page.getByText('Kan holde køkkenet rent efter reglerne.')).toBeVisible();
}

test('a school sees only what was shared, and quotes from its module', async ({ page }) => {
	await signInAs(page, 'leader-zbc');
	await openRequest(page);
	await expect(page.getByText(`Kantinen ${run}`, { exact: true })).toBeVisible();
	await expect(page.getByText('Vil gerne lave mad.')).toHaveCount(0);
	await expect(page.getByText('Ikke delt').first()).toBeVisible();
	await fillIn(page, { validUntil: inDays(30) });
	await press(page, 'Send tilbud');
	await said(page, 'Tilbuddet er sendt');
});

test('another school quotes freely, and sees nothing of the first', async ({ page }) => {
	await signInAs(page, 'leader-clavis');
	await openRequest(page);
	await expect(page.getByText('ZBC')).toHaveCount(0);
	await fillIn(page, {
		title: 'Hygiejneord i køkkenet',
		hours: '24',
		sessionHours: '2',
		weeklyHours: '2',
		place: 'workplace',
		deliveryForm: 'one_to_one',
		startsOn: inDays(25),
		validUntil: inDays(30),
		'lines[0].kind': 'teaching',
		'lines[0].model': 'per_hour',
		'lines[0].unitPrice': '700'
	});
	await press(page, 'Send tilbud');
	await said(page, 'Tilbuddet er sendt');
});

test('the broker compares the quotes and takes one, which waits for the approver', async ({
	page
}) => {
	await signInAs(page, 'broker');
	await page.goto(`/behov/${need}/tilbud`);
	await expect(page.getByText('ZBC').filter({ visible: true }).first()).toBeVisible();
	await expect(page.getByText('CLAVIS').filter({ visible: true }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Vælg tilbuddet fra ZBC' }).click();
	await fillIn(page, { reasonCode: 'best_fit' });
	await page.getByText('Skræddersyet opkvalificering').first().click();
	await page.getByRole('button', { name: /Vælg tilbuddet for/ }).click();
	await said(page, /sendt til godkendelse/);
});

test('the approver sees what, why, price and alternatives, and approves', async ({ page }) => {
	await signInAs(page, 'approver');
	await page.goto('/godkendelser');
	const order = page.locator('li', { hasText: `Kantinen ${run}` }).last();
	await expect(order).toContainText('CLAVIS');
	await order.getByRole('button', { name: /Godkend/ }).click();
	await expect(page.locator('li', { hasText: `Kantinen ${run}` })).toHaveCount(0);
});

test('the school that was not chosen is told, and learns nothing of the other', async ({
	page
}) => {
	await signInAs(page, 'leader-clavis');
	await page.goto('/beskeder');
	await page
		.getByText(/blev ikke valgt/)
		.first()
		.click();
	await expect(page.getByText('Jeres tilbud blev ikke valgt').first()).toBeVisible();
	await expect(page.getByText('ZBC')).toHaveCount(0);
});

test('the school starts the training and completes it with the hours held', async ({ page }) => {
	await signInAs(page, 'leader-zbc');
	await page.goto('/beskeder');
	await page
		.getByText(/Jeres tilbud er valgt/)
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: title() })).toBeVisible();
	await press(page, 'Marker som begyndt');
	await said(page, 'Forløbet er begyndt');
	await fillIn(page, { hoursHeld: '58,5' });
	await press(page, 'Marker som gennemført');
	await said(page, 'Forløbet er gennemført');
});

test('the coordinator sees it in uptake and cost, and takes the rows home', async ({ page }) => {
	await signInAs(page, 'coordinator');
	await page.goto('/overblik/forloeb');
	await expect(page.getByText('58,5').first()).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: /regneark/i }).click();
	expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});
