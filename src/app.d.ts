import type { Session } from '$lib/domain/members/session';
import type { Client } from '$lib/server/supabase/clients';

declare global {
	namespace App {
		interface Error {
			message: 'not_found' | 'backend_down' | 'unexpected' | (string & {});
		}
		interface Locals {
			supabase: Client;
			session: Session | null;
		}
		interface PageData {
			/** Where people reach the site, without a slash at the end. */
			siteUrl: string;
		}
		namespace Superforms {
			/** What is said above a form, not at one of its fields. */
			interface Message {
				tone: 'positive' | 'negative' | 'caution';
				text: string;
				/** Offer to load the page again, since somebody else changed the row. */
				reload?: boolean;
			}
		}
	}
}

export {};
