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
