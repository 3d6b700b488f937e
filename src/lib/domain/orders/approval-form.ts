import { z } from 'zod';
import {
	date,
	optionalMoney,
	optionalRowId,
	rowId,
	version,
	whole
} from '$lib/domain/shared/fields';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';

/** A billion kroner, in øre. */
const MOST_MONEY = 100_000_000_000;

/** All rules at once; one without an amount is none. */
export const approvalRulesSchema = z.object({
	version: version(),
	rules: z.array(
		z.object({
			above: optionalMoney({ max: MOST_MONEY }),
			fundingSourceId: optionalRowId(),
			approverId: optionalRowId()
		})
	)
});

/** Who decides while an approver is away, both days included. */
export const delegateSchema = z
	.object({
		version: version(),
		delegateId: rowId(),
		startsOn: date(),
		endsOn: date({ from: today })
	})
	.refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
		path: ['endsOn'],
		error: () => m.orders_delegate_backwards()
	});

export const noDelegateSchema = z.object({ version: version() });

/** What orders say of being cancelled. */
export const cancelRuleSchema = z.object({
	version: version(),
	freeDays: whole({ max: 90 }),
	percent: whole({ max: 100 })
});
