import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrap } from '$lib/server/refusal';
import type { Client } from '$lib/server/supabase/clients';
import { journeys } from '../../fixtures/journey';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
let background: Client;
beforeAll(async () => {
	world = await startWorld();
	const { url, secretKey, fetch } = world.backend;
	background = createClient(url, secretKey, { global: { fetch }, auth: { persistSession: false } });
	await world.sql('update outbox set sent_at = now()');
});
afterAll(() => world.close());

const claim = async () => unwrap(await background.rpc('claim_outbox', { p_limit: 50 }));
const wait = () => world.sql(`update outbox set next_attempt_at = now() where sent_at is null`);

test('a mail is taken once, with the address and the language of its receiver', async () => {
	await world.sql(`update profile set locale = 'en' where user_id = $1`, [world.people.rival.id]);
	await journeys(world).aRequest();
	const mails = await claim();
	const { leader, rival } = world.people;
	expect(mails.map(({ email, locale, kind }) => ({ email, locale, kind }))).toEqual(
		expect.arrayContaining([
			{ email: leader.email, locale: 'da', kind: 'quote_request.sent' },
			{ email: rival.email, locale: 'en', kind: 'quote_request.sent' }
		])
	);
	expect(mails[0]!.params).toMatchObject({ job_centre: 'Jobcenter Nord', subject_da: 'Dansk' });
	expect(await claim()).toEqual([]);
});

test('a mail that could not be sent is taken again after a wait that grows, and then given up', async () => {
	await wait();
	const [first] = await claim();
	unwrap(await background.rpc('mark_mail_failed', { p_id: first!.id, p_error: 'x'.repeat(300) }));
	const stored = () =>
		world.sql<{ attempts: number; length: number; is_later: boolean }>(
			`select attempts, length(last_error) as length, next_attempt_at > now() as is_later
			from outbox where id = $1`,
			[first!.id]
		);
	expect(await stored()).toEqual([{ attempts: 2, length: 200, is_later: true }]);
	await world.sql('update outbox set attempts = 12');
	await wait();
	expect(await claim()).toEqual([]);
});

test('a mail that was sent is not taken again', async () => {
	await world.sql('update outbox set attempts = 0');
	await wait();
	const mails = await claim();
	for (const { id } of mails) unwrap(await background.rpc('mark_mail_sent', { p_id: id }));
	await wait();
	expect(await claim()).toEqual([]);
});
