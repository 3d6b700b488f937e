import { z } from 'zod';
import { freeText, optionalFreeText, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** What the module is, in the words that brokers look for. */
export const whatForm = z.object({
	version: version(),
	title: freeText(120).refine((title) => !title || title.length >= 3, {
		error: () => m.catalogue_title_too_short()
	}),
	purpose: optionalFreeText(200),
	subjectCode: optionalFreeText(40),
	learningGoals: optionalFreeText(1000),
	audience: optionalFreeText(300),
	code: optionalFreeText(40)
});
