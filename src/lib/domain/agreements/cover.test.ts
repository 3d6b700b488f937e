import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_KINDS, priceLines, type PriceItem } from '$lib/domain/catalogue/price';
import { againstAgreement, agreementFor, atAgreedPrices, type Agreed } from './cover';

const agreement = (changed: Partial<Agreed> = {}): Agreed => ({
	id: 'a',
	reference: 'A-2026-0001',
	state: 'agreed',
	providerId: 'p',
	moduleId: null,
	subjectCode: 'danish',
	validFrom: '2026-01-01',
	validTo: '2026-12-31',
	prices: [],
	...changed
});

describe('the agreement for a module', () => {
	const module = { providerId: 'p', moduleId: 'm', subjectCode: 'danish' };
	const ofSubject = agreement();
	const ofModule = agreement({ id: 'b', moduleId: 'm', subjectCode: null });

	test('is that of the module before that of its subject', () => {
		expect(agreementFor([ofSubject, ofModule], module, '2026-06-01')).toBe(ofModule);
		expect(agreementFor([ofSubject], module, '2026-06-01')).toBe(ofSubject);
		expect(
			agreementFor([ofSubject], { ...module, subjectCode: null }, '2026-06-01')
		).toBeUndefined();
	});

	test.each([
		['before its first day', ofSubject, '2025-12-31'],
		['after its last day', ofSubject, '2027-01-01'],
		['when it was ended', agreement({ state: 'ended' }), '2026-06-01'],
		['while the school has not answered', agreement({ state: 'proposed' }), '2026-06-01'],
		['of another school', agreement({ providerId: 'q' }), '2026-06-01']
	])('is none %s', (_, one, day) => {
		expect(agreementFor([one], module, day)).toBeUndefined();
	});

	test('holds on its first and its last day', () => {
		expect(agreementFor([ofSubject], module, '2026-01-01')).toBe(ofSubject);
		expect(agreementFor([ofSubject], module, '2026-12-31')).toBe(ofSubject);
	});
});

const item = (kind: PriceItem['kind']): fc.Arbitrary<PriceItem> =>
	fc
		.tuple(fc.constantFrom('per_hour', 'per_week', 'per_participant', 'fixed'), fc.nat(10_000_000))
		.map(([model, unitPriceOre]) => ({
			kind,
			model: kind !== 'teaching' && model !== 'per_participant' ? 'fixed' : model,
			unitPriceOre,
			weeklyHours: kind === 'teaching' && model === 'per_week' ? 2 : null
		}));
const list = fc
	.subarray([...LINE_KINDS], { minLength: 1 })
	.chain((kinds) => fc.tuple(...kinds.map(item)));
const bought = fc.record({
	hours: fc.integer({ min: 1, max: 40_000 }).map((steps) => steps / 20),
	participants: fc.integer({ min: 1, max: 100 })
});

test('a quote at agreed prices is within the agreement, whatever is bought', () => {
	fc.assert(
		fc.property(list, bought, (prices, plan) => {
			const dear = {
				prices: [],
				priceSteps: [{ fromParticipants: 1, unitPriceOre: 1 }],
				supplementPercent: 50
			};
			const lines = priceLines(atAgreedPrices(dear, { prices }), { ...plan, isUnsocial: true });
			expect(lines).toHaveLength(prices.length);
			expect(againstAgreement(lines, { prices })).toEqual([]);
		})
	);
});

test('a line that is moved by so much, differs by so much, and no other line does', () => {
	fc.assert(
		fc.property(
			list,
			bought,
			fc.nat(),
			fc.integer({ min: 1, max: 1_000_000 }),
			(prices, plan, pick, more) => {
				const at = pick % prices.length;
				const lines = priceLines({ prices, priceSteps: [], supplementPercent: 0 }, plan).map(
					(line, index) =>
						index === at ? { ...line, unitPriceOre: line.unitPriceOre + more } : line
				);
				expect(againstAgreement(lines, { prices })).toEqual([
					{ kind: prices[at]!.kind, unitPriceOre: prices[at]!.unitPriceOre + more, overOre: more }
				]);
			}
		)
	);
});

test('what was never agreed on is said, unless it costs nothing', () => {
	const prices: PriceItem[] = [
		{ kind: 'teaching', model: 'per_week', unitPriceOre: 280_000, weeklyHours: 2 }
	];
	expect(
		againstAgreement(
			[
				{ kind: 'teaching', model: 'per_hour', unitPriceOre: 1 },
				{ kind: 'support', model: 'fixed', unitPriceOre: 50_000 },
				{ kind: 'materials', model: 'fixed', unitPriceOre: 0 }
			],
			{ prices }
		)
	).toEqual([
		{ kind: 'teaching', unitPriceOre: 1, overOre: null },
		{ kind: 'support', unitPriceOre: 50_000, overOre: null }
	]);
});
