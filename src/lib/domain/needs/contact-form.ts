/** How the school reaches a candidate, for as long as the training lasts. */
import { z } from 'zod';
import { freeText, rowId } from '$lib/domain/shared/fields';

/** A first name and one way, of the candidate that the form is about. */
export const contactForm = z.object({
	candidateId: rowId(),
	firstName: freeText(40),
	contact: freeText(120)
});

export const removeContactForm = z.object({ candidateId: rowId() });
