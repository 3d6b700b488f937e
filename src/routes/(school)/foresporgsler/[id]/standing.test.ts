import { expect, test } from 'vitest';
import type { OwnQuote, OwnRequest } from '$lib/server/quotes/answering';
import { boughtTitle, standingOf } from './standing';

const chosen = (state: string, training: string, agreement: object | null = null) =>
	standingOf(
		'chosen',
		{
			live: { order: { state, engagement: { id: 'e', state: training } }, agreement }
		} as unknown as OwnRequest,
		[]
	);

test.each([
	['planned', 'Købet er godkendt, og forløbet er planlagt.'],
	['active', 'Forløbet er i gang.'],
	['completed', 'Forløbet er gennemført.'],
	['dropped', 'Forløbet er stoppet.']
])('a chosen quote whose training is %s', (state, text) => {
	expect(chosen('approved', state)).toMatchObject({ title: 'Jeres tilbud er valgt', text });
});

test('an order that was cancelled stands no longer, asked for or ordered directly', () => {
	expect(chosen('cancelled', 'dropped')).toMatchObject({
		tone: 'neutral',
		title: 'Ordren er annulleret',
		text: 'Jeres tilbud blev valgt og bestilt, men ordren er annulleret.',
		engagementId: 'e'
	});
	expect(chosen('cancelled', 'dropped', { reference: 'A-2026-0001' })!.text).toBe(
		'Det, der blev bestilt inden for rammeaftale A-2026-0001, er annulleret.'
	);
});

test.each([
	['awaiting_approval', false, 'Det vil jobcentret bestille'],
	['approved', true, 'Det er bestilt'],
	['cancelled', true, 'Bestillingen er annulleret']
])('what was ordered directly, when the order is %s, is headed so', (state, isPlanned, title) => {
	const order = { state, engagement: isPlanned ? { id: 'e', state: 'planned' } : null };
	const headed = (agreement: object | null) =>
		boughtTitle({ order, agreement } as unknown as OwnQuote);
	expect(headed({ reference: 'A-2026-0001' })).toBe(title);
	expect(headed(null)).toBe('Jeres tilbud');
});
