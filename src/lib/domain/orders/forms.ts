import { z } from 'zod';
import {
	choice,
	freeText,
	hours,
	optionalFreeText,
	rowId,
	version
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { ACCEPT_REASONS } from './states';

/** Taking a quote, in the version that was read. */
export const acceptSchema = z
	.object({
		quoteId: rowId(),
		version: version(),
		reasonCode: choice(ACCEPT_REASONS),
		reason: optionalFreeText(500),
		fundingSourceId: rowId()
	})
	.refine(({ reasonCode, reason }) => reasonCode !== 'other' || reason !== null, {
		path: ['reason'],
		error: () => m.orders_accept_reason_missing()
	});

/** Deciding on an order, in the version that was read. */
export const decisionSchema = z.object({ id: rowId(), version: version() });

/** Taking another quote in place of an order that was not confirmed. */
export const nextQuoteSchema = decisionSchema.extend({ quoteId: rowId() });

/** A decision that needs words, as refusing an order does. */
export const reasonedDecisionSchema = decisionSchema.extend({ reason: freeText(300) });

/** The hours of training that were held when its order is cancelled. */
export const heldSchema = z.object({ hoursHeld: hours({ max: 2000 }) });

/** Cancelling an order, for the cost that was shown. */
export const cancelSchema = reasonedDecisionSchema.extend({
	...heldSchema.shape,
	costOre: z.string().transform(Number).pipe(z.int().nonnegative())
});
