import { z } from 'zod';
import { DELIVERY_FORMS, PLACES } from '$lib/domain/catalogue/module';
import { PRICE_MODELS, QUOTE_LINE_KINDS } from '$lib/domain/catalogue/price';
import { today } from '$lib/domain/shared/day';
import {
	checkbox,
	choice,
	date,
	freeText,
	hours,
	money,
	optionalFreeText,
	optionalHours,
	optionalRowId,
	rowId,
	version,
	whole
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { isLeftOut, quantityOf } from './lines';
import { sessionsOf, weekFaults } from './schedule';

const line = z.object({
	kind: choice(QUOTE_LINE_KINDS),
	model: choice(PRICE_MODELS),
	description: optionalFreeText(120),
	unitPrice: money({ max: 100_000_000 }),
	quantity: optionalHours({ min: 0.05, max: 10_000 })
});

/** A row of the form. One that is empty or to be removed is left out without a word. */
const row = z
	.object({
		kind: z.string(),
		model: z.string(),
		description: z.string(),
		unitPrice: z.string(),
		quantity: z.string(),
		remove: z.boolean()
	})
	.transform((typed, ctx) => {
		if (isLeftOut(typed)) return null;
		const read = line.safeParse(typed);
		if (read.success) return read.data;
		for (const { path, message } of read.error.issues) {
			ctx.addIssue({ code: 'custom', path, message });
		}
		return z.NEVER;
	});

/** All lines of a price. */
export const quoteLines = () =>
	z
		.array(row)
		.max(60)
		.transform((rows) => rows.filter((each) => each !== null))
		.refine((lines) => lines.length > 0, { error: () => m.quotes_lines_missing() })
		.refine((lines) => lines.length <= 40, { error: () => m.quotes_lines_too_many() });

/** What a school answers a request with. The total is never asked for: it is the sum of the lines. */
export const quoteSchema = z
	.object({
		id: rowId(),
		/** The version of the quote that this one replaces; 0 when there is none. */
		replaces: version(),
		moduleId: optionalRowId(),
		title: freeText(120).refine((text) => text === '' || text.length >= 3, {
			error: () => m.quotes_title_too_short()
		}),
		hours: hours({ min: 0.05, max: 2000 }),
		sessionHours: hours({ min: 0.05, max: 24 }),
		weeklyHours: hours({ min: 0.05, max: 60 }),
		participants: whole({ min: 1, max: 100 }),
		place: choice(PLACES),
		deliveryForm: choice(DELIVERY_FORMS),
		startsOn: date({ from: () => today() }),
		validUntil: date({ from: () => today() }),
		note: optionalFreeText(1000),
		sessions: z
			.array(z.object({ isHeld: checkbox(), starts: z.string(), ends: z.string() }))
			.max(7),
		lines: quoteLines()
	})
	.superRefine((quote, ctx) => {
		if (quote.sessionHours > quote.weeklyHours) {
			ctx.addIssue({
				code: 'custom',
				path: ['sessionHours'],
				message: m.quotes_session_above_week()
			});
		}
		if (quote.weeklyHours > quote.hours) {
			ctx.addIssue({ code: 'custom', path: ['weeklyHours'], message: m.quotes_week_above_hours() });
		}
		for (const { day, message } of weekFaults(quote.sessions, quote)) {
			const path = day === undefined ? ['sessions'] : ['sessions', day, 'starts'];
			ctx.addIssue({ code: 'custom', path, message });
		}
	})
	.transform(({ lines, sessions, ...quote }) => ({
		...quote,
		sessions: sessionsOf(sessions),
		lines: lines.map(({ unitPrice, quantity, ...rest }) => ({
			...rest,
			unitPriceOre: unitPrice,
			quantity: quantity ?? quantityOf(rest.model, quote)
		}))
	}));

export type TypedQuote = z.input<typeof quoteSchema>;
