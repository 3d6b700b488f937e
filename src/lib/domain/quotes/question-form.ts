import { z } from 'zod';
import { freeText, rowId, version } from '$lib/domain/shared/fields';

/** The id is made with the form, so that a question that is sent twice is asked once. */
export const questionSchema = z.object({ id: rowId(), question: freeText(500) });

export const answerSchema = z.object({
	questionId: rowId(),
	version: version(),
	answer: freeText(1000)
});
