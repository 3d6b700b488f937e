import { createServerClient } from '@supabase/ssr';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Cookies } from '@sveltejs/kit';
import type { Backend } from './backend.ts';
import type { Database } from './database.types.ts';

export type Client = SupabaseClient<Database>;

/** A client that acts as whoever sends this request; the session lives in httpOnly cookies. */
export function requestClient(backend: Backend, cookies: Cookies, secure: boolean): Client {
	return createServerClient<Database>(backend.url, backend.publishableKey, {
		global: { fetch: backend.fetch },
		// Seven seconds of trying again would keep somebody waiting for a page that says so at once.
		db: { retry: false },
		cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
		cookies: {
			getAll: () => cookies.getAll(),
			setAll: (changed) => {
				for (const { name, value, options } of changed) {
					cookies.set(name, value, { ...options, path: '/' });
				}
			}
		}
	});
}

/**
 * A client past all policies. Its only user is the background work in `../background.ts`, which
 * sends the outbox and makes the moves that time makes; it never serves somebody's request.
 */
export function serviceClient(backend: Backend): Client {
	return createClient<Database>(backend.url, backend.secretKey, {
		global: { fetch: backend.fetch },
		auth: { persistSession: false, autoRefreshToken: false }
	});
}
