import { z } from 'zod';
import {
	checkbox,
	choice,
	optionalFreeText,
	optionalHours,
	version
} from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';
import { DIVISIONS, isLeftOut, MOST_ELEMENTS, totalHours } from './parts';

/** The shortest that makes sense to plan, and the longest module. */
const length = { min: 0.25, max: 2000 };

/** The number of the element that comes first, or nothing. */
const elementNumber = z
	.string()
	.transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : null));

/** How long it is, what it is made of, and whether a part can be bought. */
export const partsForm = z
	.object({
		version: version(),
		elements: z
			.array(
				z.object({
					number: elementNumber,
					title: optionalFreeText(80),
					goal: optionalFreeText(160),
					hours: optionalHours(length),
					isMandatory: checkbox(),
					needs: elementNumber
				})
			)
			.max(MOST_ELEMENTS),
		hours: optionalHours(length),
		division: choice(DIVISIONS),
		minimumHours: optionalHours({ min: length.min }),
		indivisibleReason: optionalFreeText(200)
	})
	.superRefine((data, ctx) => {
		const refuse = (path: (string | number)[], message: string) =>
			ctx.addIssue({ code: 'custom', path, message });
		const earlier = new Set<number | null>([null]);
		data.elements.forEach((element, index) => {
			if (isLeftOut(element)) return;
			if ((element.title ?? '').length < 2) {
				refuse(['elements', index, 'title'], m.catalogue_element_without_title());
			}
			if (element.hours === null) {
				refuse(['elements', index, 'hours'], m.catalogue_element_without_hours());
			}
			if (!earlier.has(element.needs)) {
				refuse(['elements', index, 'needs'], m.catalogue_element_needs_later());
			}
			earlier.add(element.number);
		});
		const whole = totalHours(data.elements) ?? data.hours;
		if (whole !== null && whole > length.max) {
			refuse(['elements'], m.catalogue_elements_too_long({ max: length.max }));
		}
		const { minimumHours } = data;
		if (
			data.division === 'parts' &&
			minimumHours !== null &&
			whole !== null &&
			minimumHours > whole
		) {
			refuse(['minimumHours'], m.catalogue_minimum_above_hours());
		}
	});
