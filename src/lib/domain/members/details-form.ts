import { z } from 'zod';
import { optionalFreeText, version } from '$lib/domain/shared/fields';
import { isCvr, isGln } from '$lib/domain/shared/registered';
import { m } from '$lib/paraglide/messages';

/** Digits as people write them, in groups; null when they are left out. */
const number = (isRight: (digits: string) => boolean, wrong: () => string) =>
	z
		.string()
		.optional()
		.transform((text) => text?.replaceAll(/\s/g, '') || null)
		.refine((digits) => digits === null || isRight(digits), { error: wrong });

/** What stands on an organisation's papers; a school has a CVR number only. */
export const detailsSchema = z.object({
	version: version(),
	cvr: number(isCvr, m.members_not_cvr),
	ean: number(isGln, m.members_not_ean),
	orderContact: optionalFreeText(80)
});
