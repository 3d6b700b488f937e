import { movedOn } from '$lib/domain/quotes/moved-on';
import { questionSchema } from '$lib/domain/quotes/question-form';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { getRequest } from '$lib/server/quotes/answering';
import { askQuestion } from '$lib/server/quotes/questions';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const request = await found(getRequest(event.locals.supabase, organisationId, event.params.id));
	return {
		request,
		form: await newForm(questionSchema, { id: crypto.randomUUID() })
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireRole(event, 'leader');
		const { id } = event.params;
		const words = {
			too_late: ({ answer_by }: Record<string, unknown>) =>
				m.quotes_question_too_late({ date: formatDate(String(answer_by)) }),
			wrong_state: movedOn
		};
		return handleForm(
			event,
			questionSchema,
			async (question) => {
				await askQuestion(event.locals.supabase, id, question);
				doneAt(event.cookies, `/foresporgsler/${id}`, m.quotes_question_was_sent());
			},
			words
		);
	}
};
