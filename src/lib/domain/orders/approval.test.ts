import { describe, expect, test } from 'vitest';
import { approvalReasons } from './approval';

const lab = { id: 'lab', leftOre: null };
const order = { totalOre: 1_000_000, ceilingOre: null };
const everything = (aboveOre: number) => ({ aboveOre, fundingSourceId: null });

describe('an order', () => {
	test('is placed at once when no rule is met, and there is neither budget nor ceiling', () => {
		expect(approvalReasons(order, lab, [])).toEqual([]);
		expect(approvalReasons(order, lab, [everything(1_000_000)])).toEqual([]);
	});

	test('waits above the lowest limit that is about it', () => {
		const rules = [
			everything(900_000),
			everything(500_000),
			{ aboveOre: 0, fundingSourceId: 'amu' }
		];
		expect(approvalReasons(order, lab, rules)).toEqual([{ code: 'amount', ore: 500_000 }]);
		expect(approvalReasons(order, { ...lab, id: 'amu' }, rules)).toEqual([
			{ code: 'amount', ore: 0 }
		]);
	});

	test('waits when it is over what is left of the budget, also of one that is used up', () => {
		expect(approvalReasons(order, { id: 'lab', leftOre: 1_000_000 }, [])).toEqual([]);
		expect(approvalReasons(order, { id: 'lab', leftOre: 999_999 }, [])).toEqual([
			{ code: 'budget', ore: 1 }
		]);
		expect(approvalReasons(order, { id: 'lab', leftOre: -5 }, [])).toEqual([
			{ code: 'budget', ore: 1_000_005 }
		]);
	});

	test('waits when it is over the ceiling of the need, before a payer is chosen too', () => {
		expect(approvalReasons({ ...order, ceilingOre: 800_000 }, null, [])).toEqual([
			{ code: 'ceiling', ore: 200_000 }
		]);
	});
});
