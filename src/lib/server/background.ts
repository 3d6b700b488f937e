import { sendOutbox } from './mail/outbox';
import { unwrap } from './refusal';
import { backend } from './supabase';
import { serviceClient } from './supabase/clients';

const SECOND = 1000;

/** Starts the work that nobody asks for by a click: sending mails, and the moves that time makes. */
export function startBackgroundWork(): void {
	repeat('outbox', 5 * SECOND, sendOutbox);
	repeat('expiry', 15 * 60 * SECOND, expireDue);
	repeat('reminders', 60 * 60 * SECOND, remindUnconfirmed);
	repeat('orders', 60 * 60 * SECOND, remindOfOrders);
}

async function expireDue(): Promise<void> {
	unwrap(await serviceClient(await backend()).rpc('expire_due'));
}

async function remindUnconfirmed(): Promise<void> {
	unwrap(await serviceClient(await backend()).rpc('remind_unconfirmed'));
}

async function remindOfOrders(): Promise<void> {
	unwrap(await serviceClient(await backend()).rpc('remind_of_orders'));
}

/** Runs work now and then again after each pause; a fault is told and does not stop it. */
function repeat(name: string, pause: number, work: () => Promise<unknown>): void {
	const run = async () => {
		await work().catch((error: unknown) =>
			console.error(`${name} failed:`, error instanceof Error ? error.message : 'unknown')
		);
		setTimeout(run, pause).unref();
	};
	void run();
}
