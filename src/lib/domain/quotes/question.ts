import { z } from 'zod';
import { freeText, rowId, version } from '$lib/domain/shared/fields';

/** What a school asks about a need; every school that was asked reads it, and the answer. */
export interface Question {
	id: string;
	version: number;
	question: string;
	askedAt: string;
	answer: string | null;
	answeredAt: string | null;
	/** Name of the school that asked; null when it is another's to know. */
	asker: string | null;
}

/** Said in the address: which page of the questions, and which of them is being answered. */
export const QUESTIONS_PARAM = 'spg';
export const ANSWER_PARAM = 'svar';

/** The id is made with the form, so that a question that is sent twice is asked once. */
export const questionSchema = z.object({ id: rowId(), question: freeText(500) });

export const answerSchema = z.object({
	questionId: rowId(),
	version: version(),
	answer: freeText(1000)
});
