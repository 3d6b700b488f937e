import { expect, test } from '@playwright/test';
import { idOf } from '../../../supabase/seed/ids.ts';
import { expectAccessible, signInAs } from '../../fixtures/app.ts';

/** The pages of the signed-in that no other browser test looks at, by who opens them. */
const pages: Record<string, string[]> = {
	broker: [
		`/behov/${idOf('need/live-draft')}/rediger/arbejdspladsen`,
		`/behov/${idOf('need/live-draft')}/rediger/tid-og-sted`,
		`/behov/${idOf('need/live-draft')}/rediger/oekonomi`,
		'/ordrer',
		'/beskeder'
	],
	'leader-clavis': ['/moduler', '/foresporgsler', '/forloeb', '/medlemmer'],
	coordinator: ['/overblik/kandidater', '/overblik/maal', '/medlemmer', '/behov'],
	approver: ['/godkendelser', '/ordrer']
};

for (const [account, paths] of Object.entries(pages)) {
	test(`every page of ${account} is accessible, in light and in dark`, async ({ page }) => {
		await signInAs(page, account);
		for (const path of paths) {
			const response = await page.goto(path);
			expect(response?.status(), path).toBe(200);
			await expectAccessible(page);
		}
	});
}
