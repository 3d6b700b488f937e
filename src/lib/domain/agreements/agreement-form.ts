import { z } from 'zod';
import { priceListFields } from '$lib/domain/catalogue/editor/price-form';
import { pricesOf } from '$lib/domain/catalogue/editor/price';
import { today } from '$lib/domain/shared/day';
import {
	checkbox,
	date,
	freeText,
	money,
	optionalFreeText,
	optionalMoney,
	rowId,
	version
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { matterOf } from './matter';

/** What a coordinator proposes to a school. */
export const agreementForm = z
	.object({
		id: rowId(),
		version: version(),
		providerId: rowId(),
		matter: z.string().transform((text, ctx) => {
			const matter = matterOf(text);
			if (!matter) ctx.addIssue({ code: 'custom', message: m.agreements_matter_missing() });
			return matter ?? z.NEVER;
		}),
		validFrom: date(),
		validTo: date({ from: () => today() }),
		...priceListFields,
		teachingPrice: money({ max: 100_000_000 }),
		allowsDirectOrder: checkbox(),
		maxOrder: optionalMoney({ min: 100, max: 100_000_000 }),
		terms: optionalFreeText(2000)
	})
	.superRefine((data, ctx) => {
		if (data.teachingModel === 'per_week' && !data.weekHours) {
			ctx.addIssue({
				code: 'custom',
				path: ['weekHours'],
				message: m.catalogue_week_without_hours()
			});
		}
		if (data.validTo < data.validFrom) {
			ctx.addIssue({ code: 'custom', path: ['validTo'], message: m.agreements_backwards() });
		}
	})
	.transform(({ matter, validFrom, validTo, terms, allowsDirectOrder, maxOrder, ...rest }) => ({
		id: rest.id,
		version: rest.version,
		providerId: rest.providerId,
		content: {
			...matter,
			validFrom,
			validTo,
			terms,
			allowsDirectOrder,
			// What stands in a field that is not asked for counts for nothing.
			maxOrderOre: allowsDirectOrder ? maxOrder : null,
			prices: pricesOf(rest)
		}
	}));

/** A move of an agreement, in the version that was read. */
export const agreementMove = z.object({ version: version() });
/** Saying no to one takes words. */
export const agreementDecline = agreementMove.extend({ reason: freeText(300) });
