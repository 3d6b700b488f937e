import { expect, test, vi } from 'vitest';
import { oneTry } from './one-try';

test('passes on what is answered', async () => {
	const { fetch } = oneTry(async () => new Response('ja', { status: 401 }));
	expect((await fetch('http://x')).status).toBe(401);
});

test.each([
	['out of reach', () => Promise.reject(new TypeError('fetch failed'))],
	['down behind its gateway', async () => new Response('', { status: 503 })]
])('asks a backend that is %s once only, and says so', async (_, answer) => {
	const asked = vi.fn(answer);
	const { fetch, failed } = oneTry(asked);
	await expect(fetch('http://x')).rejects.toThrow();
	await expect(failed).rejects.toThrow();
	await expect(fetch('http://x')).rejects.toThrow();
	expect(asked).toHaveBeenCalledOnce();
});
