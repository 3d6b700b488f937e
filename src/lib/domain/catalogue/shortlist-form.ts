import { z } from 'zod';
import { freeText, version } from '$lib/domain/shared/fields';
import { m } from '$lib/paraglide/messages';

/** Version 0 puts the module on the list. */
export const noteForm = z.object({
	version: version(),
	note: freeText(300).refine((text) => text.length >= 3, {
		error: () => m.catalogue_shortlist_note_short()
	})
});

export const removeForm = z.object({ version: version() });
