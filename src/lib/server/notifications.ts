import { pageOf, rangeOf, type Page } from './paging';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

export interface Notification {
	id: number;
	kind: string;
	subjectId: string;
	params: Record<string, unknown>;
	createdAt: string;
	readAt: string | null;
}

/** What the caller has been told: the unread first, then what was read last. */
export async function listNotifications(client: Client, page: number): Promise<Page<Notification>> {
	const answer = await client
		.from('notification')
		.select('id, kind, subjectId:subject_id, params, createdAt:created_at, readAt:read_at', {
			count: 'exact'
		})
		.order('read_at', { ascending: false, nullsFirst: true })
		.order('id', { ascending: false })
		.range(...rangeOf(page))
		.overrideTypes<Notification[], { merge: false }>();
	return pageOf(answer);
}

/** Marks one as read and says what it was; null when the caller has no such notification. */
export async function openNotification(
	client: Client,
	id: number
): Promise<Pick<Notification, 'kind' | 'subjectId' | 'params'> | null> {
	const rows = unwrap(
		await client
			.from('notification')
			.update({ read_at: new Date().toISOString() })
			.eq('id', id)
			.select('kind, subjectId:subject_id, params')
			.overrideTypes<Pick<Notification, 'kind' | 'subjectId' | 'params'>[], { merge: false }>()
	);
	return rows[0] ?? null;
}

/** Marks what the reader had in front of them as read, not what has come since. */
export async function readNotifications(client: Client, newest: number): Promise<void> {
	unwrap(
		await client
			.from('notification')
			.update({ read_at: new Date().toISOString() })
			.is('read_at', null)
			.lte('id', newest)
	);
}
