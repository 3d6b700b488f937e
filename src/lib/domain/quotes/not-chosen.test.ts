import { expect, test } from 'vitest';
import { rejection } from './not-chosen.ts';

const quote = { priceRank: null, priceRankOf: null, choiceReasonCode: null, order: null };
const closed = { kind: 'quote_request.closed', detail: {} };
const refused = { kind: 'quote.rejected', detail: { reason_code: 'refused' } };
const rejected = { kind: 'quote.rejected', detail: {} };

test('another is said to be chosen only where one was', () => {
	const ranked = { ...quote, priceRank: 2, priceRankOf: 3, choiceReasonCode: 'cheapest' };
	expect(rejection(ranked, [rejected])).toEqual({
		title: 'Jeres tilbud blev ikke valgt',
		text: 'Prisen afgjorde valget. Jeres pris var nummer 2 af 3, regnet fra den laveste.'
	});
	for (const [its, events, title] of [
		[quote, [closed, rejected], 'Behovet er lukket uden en aftale'],
		[quote, [refused], 'Købet blev ikke godkendt'],
		[quote, [closed, refused], 'Købet blev ikke godkendt'],
		[{ ...quote, order: {} }, [rejected], 'Ordren er annulleret'],
		[quote, [rejected], 'Jeres tilbud blev ikke valgt']
	] as const) {
		const said = rejection(its, events);
		expect(said.title).toBe(title);
		expect(said.text).not.toMatch(/et andet|en anden/);
	}
});
