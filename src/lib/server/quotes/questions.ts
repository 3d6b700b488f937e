import type { Question } from '$lib/domain/quotes/question';
import { PAGE_SIZE, type Page } from '../paging';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

export interface Thread extends Page<Question> {
	/** On all pages. */
	unanswered: number;
}

/** The questions about a need, or about what a request asks for, the latest first. */
export async function questionsOf(
	client: Client,
	subjectId: string,
	page: number
): Promise<Thread> {
	const rows = unwrap(
		await client.rpc('questions', {
			p_subject: subjectId,
			p_limit: PAGE_SIZE,
			p_offset: (page - 1) * PAGE_SIZE
		})
	);
	return {
		total: rows[0]?.total ?? 0,
		unanswered: rows[0]?.unanswered ?? 0,
		rows: rows.map(({ asked_at, answered_at, id, version, question, answer, asker }) => ({
			id,
			version,
			question,
			answer,
			asker,
			askedAt: asked_at,
			answeredAt: answered_at
		}))
	};
}

export async function askQuestion(
	client: Client,
	requestId: string,
	{ id, question }: { id: string; question: string }
): Promise<void> {
	unwrap(
		await client.rpc('ask_question', { p_request: requestId, p_id: id, p_question: question })
	);
}

export async function answerQuestion(
	client: Client,
	{ questionId, version, answer }: { questionId: string; version: number; answer: string }
): Promise<void> {
	unwrap(
		await client.rpc('answer_question', { p_id: questionId, p_version: version, p_answer: answer })
	);
}
