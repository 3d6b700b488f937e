import { unwrap } from '../refusal';
import { settings } from '../settings';
import { backend } from '../supabase';
import { serviceClient, type Client } from '../supabase/clients';
import { deliver } from './transport';
import { wordMail, type OutboxMail } from './words';

const BATCH = 20;

/**
 * Sends what waits in the outbox. Safe to run in several processes at once: a mail is claimed before it
 * is sent, and one that fails is claimed again later. Returns how many were sent.
 */
export async function sendOutbox(): Promise<number> {
	const client = serviceClient(await backend());
	let sent = 0;
	for (;;) {
		const mails = unwrap(await client.rpc('claim_outbox', { p_limit: BATCH })) ?? [];
		for (const mail of mails) {
			if (await send(client, mail as OutboxMail & { id: number })) sent += 1;
		}
		if (mails.length < BATCH) return sent;
	}
}

async function send(client: Client, mail: OutboxMail & { id: number }): Promise<boolean> {
	try {
		await deliver(wordMail(mail, settings().siteUrl));
	} catch (error) {
		// The name of the fault only: a mail server's words often repeat the address.
		const reason = error instanceof Error ? error.name : 'unknown';
		unwrap(await client.rpc('mark_mail_failed', { p_id: mail.id, p_error: reason }));
		console.error(`mail ${mail.id} was not sent: ${reason}`);
		return false;
	}
	unwrap(await client.rpc('mark_mail_sent', { p_id: mail.id }));
	return true;
}
