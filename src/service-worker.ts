/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Says that there is no connection, where the browser would. No page is ever kept: they are about people, and the
 * browser may be somebody else's next. See `docs/decisions/0017-without-a-connection.md`.
 */
import { version } from '$service-worker';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const CACHE = `uden-forbindelse-${version}`;
const OFFLINE = '/uden-forbindelse.html';
/** All that the page without a connection is made of. */
const KEPT = [OFFLINE, '/logo.svg', '/favicon.svg'];

worker.addEventListener('install', (event) => {
	event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)));
	// It answers with nothing that an open page would not expect.
	void worker.skipWaiting();
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([forgetEarlier(), askWhileWaking(), worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
	const { method, mode, url } = event.request;
	const { origin, pathname } = new URL(url);
	if (method !== 'GET' || origin !== worker.location.origin) return;
	if (KEPT.includes(pathname)) event.respondWith(fetch(event.request).catch(() => kept(pathname)));
	else if (pathname.endsWith(RESOLUTION)) event.respondWith(fetch(event.request).catch(unresolved));
	else if (mode === 'navigate' && isPage(pathname)) event.respondWith(page(event));
});

/** What SvelteKit asks before it goes to a page that the browser has not seen; told of none, it leaves it to the browser. */
const RESOLUTION = '/__route.js';
const unresolved = () =>
	new Response('export {}', { headers: { 'content-type': 'text/javascript' } });

/** Spreadsheets and papers are fetched as if nobody stood between. */
const isPage = (pathname: string) => !pathname.startsWith('/api/') && !/\.\w+$/.test(pathname);

async function page(event: FetchEvent): Promise<Response> {
	try {
		return (
			(await (event.preloadResponse as Promise<Response | undefined>)) ??
			(await fetch(event.request))
		);
	} catch {
		return kept(OFFLINE);
	}
}

const kept = async (path: string) =>
	(await (await caches.open(CACHE)).match(path)) ?? Response.error();

async function forgetEarlier(): Promise<void> {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

/** The browser asks for the page while this worker is still being started: nobody waits longer for it. */
async function askWhileWaking(): Promise<void> {
	await worker.registration.navigationPreload?.enable();
}
