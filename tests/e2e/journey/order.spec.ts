import { expect, test } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { RTS, ZEALAND } from '../../../supabase/seed/organisations.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';
import { orderInDemo } from '../../fixtures/demo-order.ts';
import { fillIn } from '../../fixtures/form.ts';

// Paid by a source that has no budget to come above, whatever the other tests have bought.
const zealand = { leader: 'leader-zealand', provider: ZEALAND, funding: 'fvu_obu' };

test('an order above the rule is approved, confirmed by the school, changed, and approved again', async ({
	page,
	baseURL
}) => {
	const order = await orderInDemo(baseURL!, { ...zealand, hourOre: 150_000 });
	await signInAs(page, 'approver');
	await page.goto('/godkendelser');
	await page.getByRole('button', { name: `Godkend ordre ${order.reference}` }).click();
	await expect(page.getByRole('status')).toContainText('Ordren er godkendt');

	await signInAs(page, 'leader-zealand');
	await page.goto('/beskeder');
	await page.getByText(`Jeres tilbud er valgt: ordre ${order.reference}`).first().click();
	await expect(page.getByText('Jobcentret kan annullere uden udgift')).toBeVisible();
	await page.getByRole('button', { name: 'Bekræft ordren' }).click();
	await expect(page.getByRole('status')).toContainText('Ordren er bekræftet');

	await page.getByRole('link', { name: 'Foreslå en ændring' }).click();
	await fillIn(page, { reason: 'Kandidaten skal bruge mere tid.', hours: '24' });
	await expect(page.getByText('36.000 kr.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Send forslaget' }).click();
	await expect(page.getByText('Forslaget er sendt')).toBeVisible();

	await signInAs(page, 'broker');
	await page.goto(`/ordrer/${order.id}`);
	await page.getByRole('link', { name: 'Se forslaget' }).click();
	await page.getByRole('button', { name: 'Sig ja til ændringen' }).click();
	await expect(page.getByRole('status')).toContainText('sendt til godkendelse');

	await signInAs(page, 'approver');
	await page.goto('/godkendelser');
	await expectAccessible(page);
	await page.getByRole('button', { name: `Godkend ændringen af ordre ${order.reference}` }).click();
	await expect(page.getByRole('status')).toContainText('trådt i kraft');
	await page.goto(`/ordrer/${order.id}`);
	await expect(page.getByText('20 timer → 24 timer, 30.000 kr. → 36.000 kr.')).toBeVisible();
	for (const paper of ['ordre', 'beslutning']) {
		const { status, type, start } = await page.evaluate(async (path) => {
			const answer = await fetch(path);
			const start = (await answer.text()).slice(0, 5);
			return { status: answer.status, type: answer.headers.get('content-type'), start };
		}, `/ordrer/${order.id}/${paper}.pdf`);
		expect({ status, type, start }).toEqual({
			status: 200,
			type: 'application/pdf',
			start: '%PDF-'
		});
	}

	await page.goto('/ordrer?tilstand=approved');
	await page.getByLabel('Ordre, behov eller kandidat').fill(order.reference);
	await page.getByRole('button', { name: 'Vis' }).click();
	await expect(page.getByRole('row')).toHaveCount(2);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Hent som regneark' }).click()
	]);
	const [, ...rows] = await readSheet(await download.path());
	expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([[order.reference, 'Godkendt']]);
});

test('a school cancels, and the broker takes the next quote with one click', async ({
	page,
	baseURL
}) => {
	const rival = { leader: 'leader-rts', provider: RTS };
	const terms = { ...zealand, hourOre: 50_000, rival };
	const order = await orderInDemo(baseURL!, terms);
	await signInAs(page, 'leader-zealand');
	await page.goto('/beskeder');
	await page.getByText(`Jeres tilbud er valgt: ordre ${order.reference}`).first().click();
	await page.getByRole('link', { name: 'Annullér ordren' }).click();
	await fillIn(page, { reason: 'Underviseren er blevet syg.' });
	await page.getByRole('button', { name: 'Annullér ordren' }).click();
	await expect(page.getByRole('status')).toContainText('Ordren er annulleret');

	await signInAs(page, 'broker');
	await page.goto('/beskeder');
	await page.getByText(`har annulleret ordre ${order.reference}`).first().click();
	await expect(page.getByText('Underviseren er blevet syg.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: /^Tag tilbuddet fra .* i stedet$/ }).click();
	await expect(page.getByRole('status')).toContainText('er bestilt');
	await expect(page.getByText('Den først valgte skole faldt fra')).toBeVisible();
});
