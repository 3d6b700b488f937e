/**
 * How the rest of the server reaches Supabase, whichever way it runs.
 * Only this folder knows whether that is the embedded Postgres or a remote project.
 */
export interface Backend {
	/** Base address of the API, as supabase-js wants it. */
	readonly url: string;
	/** Key of the anonymous role; safe to show. */
	readonly publishableKey: string;
	/** Key of the service role. Used by background work only, see `clients.ts`. */
	readonly secretKey: string;
	/** Carries requests to the API; in process when the backend is embedded. */
	readonly fetch: typeof globalThis.fetch;
	/** Answers an API request that came to this server; undefined when the API lives elsewhere. */
	readonly handle?: (request: Request) => Promise<Response>;
	/** Stops the backend; acknowledged writes are on disk before it. */
	close(): Promise<void>;
}

/** A mail that the backend itself wants sent, such as a recovery link. */
export interface BackendMail {
	to: string;
	subject: string;
	text?: string;
	html?: string;
}
