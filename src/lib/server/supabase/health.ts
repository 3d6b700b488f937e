import { createClient } from '@supabase/supabase-js';
import type { Database } from './database.types.ts';
import { backend } from './index.ts';

const PATIENCE_MS = 3000;

/** Whether the database answers a question within three seconds. */
export async function answers(): Promise<boolean> {
	try {
		const { url, publishableKey, fetch } = await backend();
		const client = createClient<Database>(url, publishableKey, {
			global: { fetch },
			auth: { persistSession: false, autoRefreshToken: false }
		});
		const { error } = await client
			.from('subject')
			.select('code')
			.limit(1)
			.abortSignal(AbortSignal.timeout(PATIENCE_MS));
		return !error;
	} catch {
		return false;
	}
}
