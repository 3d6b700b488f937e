import { expect, test, type Page } from '@playwright/test';
import { ABSALON } from '../../../supabase/seed/organisations.ts';
import { signInAs } from '../../fixtures/app.ts';
import { orderInDemo } from '../../fixtures/demo-order.ts';
import { fillIn } from '../../fixtures/form.ts';

/*
 * Where the way turns: an order that is refused, and training that stops. The figures of a funding source and of a
 * school are compared, so nothing else may move them.
 */

const absalon = { leader: 'leader-absalon', provider: ABSALON };
/** A row of the coordinator's figures, as it is read out. */
const figures = (page: Page, row: string) =>
	page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row }) });

test('an approver refuses an order: the broker is told, the need is open, and the money is free', async ({
	page,
	baseURL
}) => {
	const committed = async () => {
		await signInAs(page, 'coordinator');
		await page.goto('/overblik');
		return figures(page, 'Mentor').getByRole('cell').nth(1).innerText();
	};
	const before = await committed();
	const order = await orderInDemo(baseURL!, { ...absalon, funding: 'mentor', hourOre: 200_000 });
	expect(await committed()).not.toBe(before);

	await signInAs(page, 'approver');
	await page.goto('/godkendelser');
	await page.getByRole('link', { name: `Afvis ordre ${order.reference}` }).click();
	await fillIn(page, { reason: 'Der er ikke råd til mere i år.' });
	await page.getByRole('button', { name: 'Afvis ordren' }).click();
	await expect(page.getByRole('status')).toContainText('Ordren er afvist');
	await expect(page.getByText(order.workplace)).toHaveCount(0);

	expect(await committed()).toBe(before);

	await signInAs(page, 'broker');
	await page.goto('/beskeder');
	await page.getByText(`Ordre ${order.reference} blev ikke godkendt`).first().click();
	await expect(page).toHaveURL(`/behov/${order.need}`);
	await expect(page.getByRole('button', { name: 'Spørg de valgte skoler' })).toBeVisible();
	await page.goto(`/ordrer/${order.id}`);
	await expect(page.getByText('Der er ikke råd til mere i år.')).toBeVisible();
});

test('a school stops training with a reason and hours held, and the coordinator’s figures say so', async ({
	page,
	baseURL
}) => {
	// A source that has no budget to come above, whatever the other tests have bought.
	const order = await orderInDemo(baseURL!, { ...absalon, funding: 'fvu_obu', hourOre: 60_000 });
	await signInAs(page, 'leader-absalon');
	await page.goto('/beskeder');
	await page.getByText(`Jeres tilbud er valgt: ordre ${order.reference}`).first().click();
	await page.getByRole('button', { name: 'Marker som begyndt' }).click();
	await expect(page.getByRole('status')).toContainText('Forløbet er begyndt');
	const engagement = page.url();

	await signInAs(page, 'coordinator');
	const ofAbsalon = async () => {
		await page.goto('/overblik');
		const cells = figures(page, 'Absalon').filter({ hasText: 'Oprindelige' }).getByRole('cell');
		return { dropped: await cells.nth(4).innerText(), hours: await cells.nth(5).innerText() };
	};
	const before = await ofAbsalon();

	await signInAs(page, 'leader-absalon');
	await page.goto(engagement);
	await page.locator('summary', { hasText: 'Stop forløbet' }).click();
	await fillIn(page, { reasonCode: 'job_found', droppedHours: '6,5' });
	await page.getByRole('button', { name: 'Stop forløbet' }).click();
	await expect(page.getByRole('status')).toContainText('Forløbet er stoppet');

	await signInAs(page, 'coordinator');
	const after = await ofAbsalon();
	expect(after.dropped).not.toBe(before.dropped);
	expect(after.hours).not.toBe(before.hours);
	await page.goto('/overblik/forloeb?tilstand=dropped');
	const row = figures(page, order.reference);
	await expect(row).toContainText('Afbrudt');
	await expect(row).toContainText('6,5');
	await row.getByRole('link').click();
	await expect(page.getByText('Kandidaten fik job')).toBeVisible();
});
