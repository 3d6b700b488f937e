import { z } from 'zod';
import {
	choice,
	optionalChoice,
	optionalDate,
	optionalFreeText,
	optionalHours,
	optionalMoney,
	optionalWhole,
	version,
	whole
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { COVERAGES } from '../module';
import { PRICE_MODELS } from '../price';
import { isLeftOut, MOST_STEPS, ONE_OFF_KINDS, ONE_OFF_MODELS } from './price';

const amount = { max: 100_000_000 };

/** What a price list is written in. */
export const priceListFields = {
	teachingModel: choice(PRICE_MODELS),
	teachingPrice: optionalMoney(amount),
	weekHours: optionalHours({ min: 0.25, max: 60 }),
	oneOffs: z
		.array(
			z.object({
				kind: choice(ONE_OFF_KINDS),
				model: choice(ONE_OFF_MODELS),
				amount: optionalMoney(amount)
			})
		)
		.max(ONE_OFF_KINDS.length)
};

/** What it costs, who may pay, and what it costs the school itself. */
export const priceForm = z
	.object({
		version: version(),
		...priceListFields,
		priceSteps: z
			.array(
				z.object({
					fromParticipants: optionalWhole({ min: 2, max: 500 }),
					unitPrice: optionalMoney(amount)
				})
			)
			.max(MOST_STEPS),
		supplementPercent: whole({ max: 200 }),
		priceValidFrom: optionalDate(),
		priceValidUntil: optionalDate(),
		funding: z
			.array(z.object({ code: z.string().max(40), coverage: optionalChoice(COVERAGES) }))
			.max(60),
		cost: optionalMoney({ max: 1_000_000_000 }),
		costPerParticipant: optionalMoney(amount),
		costNote: optionalFreeText(300)
	})
	.superRefine((data, ctx) => {
		const refuse = (path: (string | number)[], message: string) =>
			ctx.addIssue({ code: 'custom', path, message });
		if (data.teachingModel === 'per_week' && data.teachingPrice !== null && !data.weekHours) {
			refuse(['weekHours'], m.catalogue_week_without_hours());
		}
		const sizes = new Set<number>();
		data.priceSteps.forEach((step, index) => {
			if (isLeftOut(step)) return;
			const { fromParticipants, unitPrice } = step;
			if (fromParticipants === null) {
				refuse(['priceSteps', index, 'fromParticipants'], m.catalogue_step_without_size());
			} else if (sizes.has(fromParticipants)) {
				refuse(['priceSteps', index, 'fromParticipants'], m.catalogue_step_twice());
			} else {
				sizes.add(fromParticipants);
			}
			if (unitPrice === null) {
				refuse(['priceSteps', index, 'unitPrice'], m.catalogue_step_without_price());
			}
		});
		const { priceValidFrom: from, priceValidUntil: until } = data;
		if (from !== null && until !== null && until < from) {
			refuse(['priceValidUntil'], m.catalogue_validity_out_of_order());
		}
		if (data.cost === null && (data.costPerParticipant !== null || data.costNote !== null)) {
			refuse(['cost'], m.catalogue_cost_missing());
		}
	});
