import { expect, test } from 'vitest';
import { acceptSchema, reasonedDecisionSchema } from './forms';

const choice = {
	quoteId: '0193a1f0-0000-7000-8000-000000000001',
	version: '1',
	reasonCode: 'best_fit',
	reason: '',
	fundingSourceId: '0193a1f0-0000-7000-8000-000000000002'
};
const wrong = (schema: typeof acceptSchema | typeof reasonedDecisionSchema, value: unknown) =>
	schema.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('a reason of its own needs words', () => {
	expect(acceptSchema.parse(choice)).toMatchObject({ version: 1, reason: null });
	expect(wrong(acceptSchema, { ...choice, reasonCode: 'other' })).toEqual(['reason']);
	expect(wrong(acceptSchema, { ...choice, reasonCode: 'other', reason: 'Kender buddyen' })).toEqual(
		[]
	);
});

test('words hold no CPR-like number', () => {
	expect(wrong(acceptSchema, { ...choice, reason: 'Se 010190-1234' })).toEqual(['reason']);
	expect(
		wrong(reasonedDecisionSchema, { id: choice.quoteId, version: '1', reason: '0101901234' })
	).toEqual(['reason']);
});

test('a refusal says why', () => {
	expect(wrong(reasonedDecisionSchema, { id: choice.quoteId, version: '1', reason: ' ' })).toEqual([
		'reason'
	]);
});

test('a payer is chosen', () => {
	expect(wrong(acceptSchema, { ...choice, fundingSourceId: '' })).toEqual(['fundingSourceId']);
});
