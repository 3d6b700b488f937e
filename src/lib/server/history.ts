import type { PastEvent } from '$lib/domain/history/event';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

/** What happened to a need, request, quote, order or engagement, the latest first, as far as the caller may see. */
export async function history(client: Client, subjectId: string): Promise<PastEvent[]> {
	const rows = unwrap(await client.rpc('history', { p_subject: subjectId }));
	return rows.map((row) => ({ ...row, detail: row.detail as PastEvent['detail'] }));
}
