import { pageNumber } from '$lib/components/ui/pages';
import { readAllForm } from '$lib/domain/notifications/read-all.form';
import { notice } from '$lib/domain/notifications/notice';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { handleForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { listNotifications, readNotifications } from '$lib/server/notifications';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { unread } = requireSession(event);
	const { rows, total } = await found(
		listNotifications(event.locals.supabase, pageNumber(event.url))
	);
	return {
		notifications: rows.map((row) => ({
			id: row.id,
			text: notice(row, getLocale()).text,
			createdAt: row.createdAt,
			isRead: row.readAt !== null
		})),
		unread,
		total,
		size: PAGE_SIZE
	};
};

export const actions: Actions = {
	readAll: async (event) => {
		requireSession(event);
		return handleForm(event, readAllForm, async ({ newest }) => {
			await readNotifications(event.locals.supabase, newest);
			doneAt(event.cookies, '/beskeder', m.notifications_all_read());
		});
	}
};
