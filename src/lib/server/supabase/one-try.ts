/**
 * A fetch that gives up at the first failure. The sign-in client would try for half a minute to
 * renew an old session, and a page cannot wait that long to say that the backend is down.
 */
export function oneTry(fetch: typeof globalThis.fetch) {
	let giveUp: (fault: unknown) => void;
	const failed = new Promise<never>((_, reject) => {
		giveUp = reject;
	});
	// Where nobody waits for it, nothing has to happen.
	failed.catch(() => {});
	let fault: unknown;

	async function once(...request: Parameters<typeof fetch>): Promise<Response> {
		if (fault) throw fault;
		try {
			const response = await fetch(...request);
			if ([502, 503, 504].includes(response.status)) throw new Error(`status ${response.status}`);
			return response;
		} catch (error) {
			fault = error;
			giveUp(error);
			throw error;
		}
	}
	return { fetch: once, failed };
}
