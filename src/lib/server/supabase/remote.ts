import type { Backend } from './backend.ts';

/** A hosted or self-hosted Supabase project, reached over the network. */
export function connectRemote(options: {
	url: string;
	publishableKey: string;
	secretKey: string;
}): Backend {
	return { ...options, fetch: globalThis.fetch, close: async () => {} };
}
