import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { startBackgroundWork } from '$lib/server/background';
import { loadSession } from '$lib/server/session';
import { backend } from '$lib/server/supabase';

export const init: ServerInit = async () => {
	if (building) return;
	// A backend that is down must not keep the pages that say so from being served.
	await backend().catch((error) => console.error('backend did not start:', error));
	startBackgroundWork();
	process.once('sveltekit:shutdown', async () => {
		await backend().then((running) => running.close());
		process.exit();
	});
};

/** The embedded backend's own API, for supabase-js clients that are not this server. */
const api: Handle = async ({ event, resolve }) => {
	if (!/^\/(rest|auth)\/v1(\/|$)/.test(event.url.pathname)) return resolve(event);
	const { handle } = await backend();
	return handle ? handle(event.request) : resolve(event);
};

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale)
		});
	});

const session: Handle = async ({ event, resolve }) => {
	event.locals.session = await loadSession(event).catch((fault: unknown) => {
		// Whatever keeps us from knowing who asks keeps us from answering: `error.html` says so.
		report(fault);
		error(503, 'backend_down');
	});
	return resolve(event, {
		filterSerializedResponseHeaders: (name) => name === 'content-range'
	});
};

const headers: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
	if (event.url.protocol === 'https:') {
		response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
	}
	// What one person sees must not be kept by a cache between. Their own browser may keep it, since going
	// back to a half-filled form has to work while the backend is down; signing out empties that cache.
	if (event.locals.session) response.headers.set('Cache-Control', 'private, no-cache');
	return response;
};

export const handle = sequence(api, headers, language, session);

export const handleError: HandleServerError = ({ error, status }) => {
	if (status >= 500) report(error);
	return { message: status === 404 ? 'not_found' : 'unexpected' };
};

/** The message may hold what somebody typed; the name and the stack's places do not. */
function report(fault: unknown): void {
	const { name, stack } = fault instanceof Error ? fault : { name: 'unknown', stack: '' };
	console.error(name, stack?.split('\n').slice(1, 6).join('\n'));
}
