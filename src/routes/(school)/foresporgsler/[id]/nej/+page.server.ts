import { declineSchema } from '$lib/domain/quotes/decline-form';
import { movedOn } from '$lib/domain/quotes/moved-on';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { declineRequest, getRequest } from '$lib/server/quotes/answering';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const request = await found(getRequest(event.locals.supabase, organisationId, event.params.id));
	return { request, form: await newForm(declineSchema) };
};

export const actions: Actions = {
	default: (event) => {
		requireRole(event, 'leader');
		const { id } = event.params;
		return handleForm(
			event,
			declineSchema,
			async (reason) => {
				await declineRequest(event.locals.supabase, id, reason);
				doneAt(event.cookies, `/foresporgsler/${id}`, m.quotes_declined());
			},
			{
				wrong_state: movedOn,
				too_late: ({ answer_by }) =>
					m.quotes_decline_too_late({ date: formatDate(String(answer_by)) })
			}
		);
	}
};
