import { error, redirect } from '@sveltejs/kit';
import { notice } from '$lib/domain/notifications/notice';
import { getLocale } from '$lib/paraglide/runtime';
import { openNotification } from '$lib/server/notifications';
import { requireSession } from '$lib/server/session';
import type { RequestHandler } from './$types';

/** Marks a notification as read and goes on to the page that it is about. */
export const GET: RequestHandler = async (event) => {
	requireSession(event);
	const id = Number(event.params.id);
	if (!Number.isSafeInteger(id)) error(404);
	const opened = await openNotification(event.locals.supabase, id);
	if (!opened) error(404);
	redirect(303, notice(opened, getLocale()).href);
};
