import { eventWords, type PastEvent, type ToldEvent } from '$lib/domain/history/event';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

/** What happened to a need, request, quote, order or engagement, the latest first, as far as the caller may see. */
export async function history(client: Client, subjectId: string): Promise<ToldEvent[]> {
	const rows = unwrap(await client.rpc('history', { p_subject: subjectId }));
	return rows.map((row) => {
		const event = { ...row, detail: row.detail as PastEvent['detail'] };
		// Worded here, so that no page carries the words of every kind in two languages.
		return { ...event, words: eventWords(event) };
	});
}
