/** Counts what is shown, without keeping who looked. */
import type { RequestEvent } from '@sveltejs/kit';
import { isbot } from 'isbot';
import { unwrap } from '../refusal';

/** A module's own page, or a list of what fits a need. */
export type Shown = 'seen' | 'fit';

/**
 * Counts what a page shows, when that is asked for as a page. What a browser fetches for a page that is alive may
 * be fetched ahead and never shown: `CountShown.svelte` says so itself once it is.
 */
export function countShown(event: RequestEvent, kind: Shown, modules: string[]): void {
	if (event.isDataRequest) return;
	// The same page again with another choice in its address, as without JavaScript.
	const from = event.request.headers.get('referer');
	if (from && URL.canParse(from) && new URL(from).pathname === event.url.pathname) return;
	count(event, kind, modules);
}

/** Counts without keeping anyone waiting; robots are not counted, and a fault is told and does nothing else. */
export function count(event: RequestEvent, kind: Shown, modules: string[]): void {
	if (modules.length === 0 || isbot(event.request.headers.get('user-agent') || 'bot')) return;
	tell(event.locals, kind, modules).catch((error: unknown) => {
		console.error('counting failed:', error instanceof Error ? error.name : 'unknown');
	});
}

async function tell({ session, supabase }: App.Locals, kind: Shown, modules: string[]) {
	if (kind === 'seen') unwrap(await supabase.rpc('count_seen', { p_module: modules[0]! }));
	// Only people of a job centre see what fits, and all of them have signed in.
	else if (session) unwrap(await supabase.rpc('count_fit', { p_modules: modules }));
}
