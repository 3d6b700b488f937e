import type { Session } from '$lib/domain/members/session';
import type { Client } from '$lib/server/supabase/clients';

declare global {
	namespace App {
		interface Locals {
			supabase: Client;
			session: Session | null;
		}
	}
}

export {};
