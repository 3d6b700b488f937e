import { z } from 'zod';
import { DELIVERY_FORMS, PLACES } from '$lib/domain/catalogue/module';
import { quantityOf } from '$lib/domain/quotes/lines';
import { quoteLines } from '$lib/domain/quotes/quote-form';
import { choice, date, freeText, hours, rowId, version, whole } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** What an order should be instead. The total is never asked for: it is the sum of the lines. */
export const changeSchema = z
	.object({
		id: rowId(),
		orderId: rowId(),
		/** Of the order. */
		version: version(),
		reason: freeText(300),
		hours: hours({ min: 0.05, max: 2000 }),
		sessionHours: hours({ min: 0.05, max: 24 }),
		weeklyHours: hours({ min: 0.05, max: 60 }),
		startsOn: date(),
		place: choice(PLACES),
		deliveryForm: choice(DELIVERY_FORMS),
		/** As they were bought; lines are counted by them. */
		participants: whole({ min: 1, max: 100 }),
		lines: quoteLines()
	})
	.superRefine((change, ctx) => {
		if (change.sessionHours > change.weeklyHours) {
			ctx.addIssue({
				code: 'custom',
				path: ['sessionHours'],
				message: m.quotes_session_above_week()
			});
		}
		if (change.weeklyHours > change.hours) {
			ctx.addIssue({ code: 'custom', path: ['weeklyHours'], message: m.quotes_week_above_hours() });
		}
	})
	.transform(({ lines, ...change }) => ({
		...change,
		lines: lines.map(({ unitPrice, quantity, ...rest }) => ({
			...rest,
			unitPriceOre: unitPrice,
			quantity: quantity ?? quantityOf(rest.model, change)
		}))
	}));

export type TypedChange = z.input<typeof changeSchema>;
