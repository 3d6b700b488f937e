import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
	world.backend.fetch(`${world.backend.url}${path}`, { ...init, headers });

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token that says whatever it likes, signed by somebody who does not know the secret. */
function forged(claims: object, algorithm = 'HS256') {
	const body = `${base64({ alg: algorithm, typ: 'JWT' })}.${base64(claims)}`;
	const signature =
		algorithm === 'none' ? '' : createHmac('sha256', 'guessed').update(body).digest('base64url');
	return `${body}.${signature}`;
}
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

describe('the API', () => {
	test('gives nothing to a request without a key', async () => {
		for (const path of ['/rest/v1/outbox', '/rest/v1/need', '/rest/v1/profile']) {
			expect([401, 403]).toContain((await get(path)).status);
		}
	});

	test('gives nothing to a request with a key that is not one', async () => {
		expect([401, 403]).toContain(
			(await get('/rest/v1/need', { apikey: 'sb_secret_guess' })).status
		);
	});

	test.each(['HS256', 'none'])(
		'believes no token that was signed by somebody else (%s)',
		async (algorithm) => {
			for (const role of ['authenticated', 'service_role', 'postgres']) {
				const token = forged({ sub: world.people.broker.id, role, exp: inAnHour() }, algorithm);
				const answer = await get('/rest/v1/need?select=id', {
					apikey: world.backend.publishableKey,
					authorization: `Bearer ${token}`
				});
				expect(answer.status).toBe(401);
			}
		}
	);

	test('believes no token whose words were changed after it was signed', async () => {
		const [head, , signature] = world.people.leader.token.split('.');
		const claims = base64({ sub: world.people.broker.id, role: 'service_role', exp: inAnHour() });
		const answer = await get('/rest/v1/outbox', {
			apikey: world.backend.publishableKey,
			authorization: `Bearer ${head}.${claims}.${signature}`
		});
		expect(answer.status).toBe(401);
	});

	test('lets nobody manage accounts who holds no secret key', async () => {
		for (const token of [world.backend.publishableKey, world.people.coordinator.token]) {
			const headers = {
				apikey: world.backend.publishableKey,
				authorization: `Bearer ${token}`,
				'content-type': 'application/json'
			};
			const list = await get('/auth/v1/admin/users', headers);
			expect([401, 403, 404]).toContain(list.status);
			const email = `${randomUUID()}@loftet.example`;
			const made = await get('/auth/v1/admin/users', headers, {
				method: 'POST',
				body: JSON.stringify({ email, password: 'kun til test 1' })
			});
			expect([401, 403, 404]).toContain(made.status);
			expect(await world.sql('select from auth.users where email = $1', [email])).toEqual([]);
		}
	});

	test('makes no account without an invitation even for the secret key', async () => {
		const email = `${randomUUID()}@loftet.example`;
		await get(
			'/auth/v1/admin/users',
			{
				apikey: world.backend.secretKey,
				authorization: `Bearer ${world.backend.secretKey}`,
				'content-type': 'application/json'
			},
			{ method: 'POST', body: JSON.stringify({ email, password: 'kun til test 1' }) }
		);
		expect(await world.sql('select from auth.users where email = $1', [email])).toEqual([]);
	});
});
