import { z } from 'zod';
import { choice, freeText, optionalFreeText, rowId, version } from '$lib/domain/shared/fields';
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

/** An order, in the version that was read when somebody decided on it. */
const decided = { id: rowId(), version: version() };

export const approveSchema = z.object(decided);
export const refuseSchema = z.object({ ...decided, reason: freeText(300) });
export const cancelSchema = z.object({ ...decided, reason: freeText(300) });
