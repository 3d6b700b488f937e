import { fail } from '@sveltejs/kit';
import { MOST_ATTACHMENTS, MOST_MEGABYTES } from '$lib/domain/quotes/attachment';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { getRequest } from '$lib/server/quotes/answering';
import {
	addAttachment,
	attachmentsOf,
	FileRefused,
	readPdf,
	removeAttachment
} from '$lib/server/quotes/attachments';
import { Refusal } from '$lib/server/refusal';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const most = { most: MOST_ATTACHMENTS, megabytes: MOST_MEGABYTES };

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const [request, attachments] = await Promise.all([
		found(getRequest(supabase, organisationId, event.params.id)),
		attachmentsOf(supabase, event.params.id)
	]);
	const isWritable =
		['sent', 'answered'].includes(request.state) &&
		request.answerBy >= today() &&
		request.live?.state !== 'accepted';
	return {
		request,
		attachments,
		isWritable,
		canAdd: isWritable && attachments.length < MOST_ATTACHMENTS,
		/** What the file is called by, so that sending it twice keeps one. */
		newId: crypto.randomUUID(),
		most
	};
};

const words: Record<string, () => string> = {
	missing: () => m.quotes_attachment_missing(),
	too_large: () => m.quotes_attachment_too_large(most),
	not_pdf: () => m.quotes_attachment_not_pdf(),
	too_many: () => m.quotes_attachment_too_many(most),
	cpr_in_text: () => m.common_cpr_in_text(),
	too_late: () => m.quotes_attachments_closed(),
	quotes_opened: () => m.quotes_opened_school(),
	wrong_state: () => m.quotes_attachments_closed()
};

/** What keeps a file out, at its field; all else is a fault. */
function refused(error: unknown) {
	const reason =
		error instanceof FileRefused
			? error.reason
			: error instanceof Refusal
				? String(error.detail.reason ?? error.code)
				: '';
	const word = words[reason];
	if (!word) throw error;
	return fail(400, { errors: [{ path: 'file', messages: [word()] }] });
}

export const actions: Actions = {
	tilfoej: async (event) => {
		requireRole(event, 'leader');
		try {
			// A body past the server's limit ends before it is read.
			const sent = await event.request.formData().catch(() => {
				throw new FileRefused('too_large');
			});
			const pdf = await readPdf(sent.get('file'));
			const id = sent.get('id')?.toString() || crypto.randomUUID();
			await addAttachment(event.locals.supabase, event.params.id, { id, ...pdf });
		} catch (error) {
			return refused(error);
		}
		doneAt(event.cookies, event.url.pathname, m.quotes_attachment_added());
	},
	fjern: async (event) => {
		requireRole(event, 'leader');
		const sent = await event.request.formData();
		try {
			await removeAttachment(event.locals.supabase, sent.get('id')?.toString() ?? '');
		} catch (error) {
			return refused(error);
		}
		doneAt(event.cookies, event.url.pathname, m.quotes_attachment_removed());
	}
};
