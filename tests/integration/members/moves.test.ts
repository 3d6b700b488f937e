import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PERSONS, VIEWERS, type Viewer } from '../../fixtures/cast';
import { clientOf } from '../../fixtures/embedded';
import { notFound, nothing, signedOut } from '../../fixtures/moves';
import { clientWith, outcome, startWorld, type World } from '../../fixtures/world';
import { unwrap } from '$lib/server/refusal';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

let email: string;
beforeEach(() => {
	email = `${randomUUID()}@ny.example`;
});

const invite = (
	who: Viewer,
	p_email: string | null = email,
	p_role: string | null = 'broker',
	of = 'north'
) =>
	world.call(who, 'invite', {
		p_organisation: world.organisations[of as 'north'],
		p_email,
		p_role
	});
const revoke = (who: Viewer, p_id: string) => world.call(who, 'revoke_invitation', { p_id });
const end = (who: Viewer, p_id: string) => world.call(who, 'end_membership', { p_id });

/** Tokens are in the outbox only, until the mail is sent. */
async function tokenFor(address: string) {
	const rows = await world.sql<{ token: string }>(
		`select secret ->> 'token' as token from outbox where to_email = $1 order by id desc`,
		[address]
	);
	return rows[0]!.token;
}
async function anInvitation(of = 'north', role = 'broker') {
	const inviter = { north: 'coordinator', south: 'southCoordinator', language: 'leader' } as const;
	const id = await invite(inviter[of as 'north'], email, role, of);
	return { id, token: await tokenFor(email) };
}

async function signUp(address: string, token?: string, more: Record<string, string> = {}) {
	const { data, error } = await clientOf(world.backend).auth.signUp({
		email: address,
		password: 'kun til test 1',
		options: { data: { ...(token === undefined ? {} : { invitation_token: token }), ...more } }
	});
	const accounts = await world.sql('select from auth.users where email = $1', [address]);
	// Whatever the service says, what counts is whether there is an account now.
	expect(accounts).toHaveLength(error ? 0 : 1);
	return { session: data.session, error };
}
async function isRefused(address: string, token?: string) {
	const { session, error } = await signUp(address, token);
	return session === null && error !== null;
}

describe('signing up', () => {
	test('with the invitation to one’s own address makes an account with its role', async () => {
		const { token } = await anInvitation();
		const { session } = await signUp(email, token, { display_name: 'Jobformidler', locale: 'en' });
		const me = unwrap(await clientWith(world.backend, session!.access_token).rpc('me'));
		expect(me).toMatchObject({
			displayName: 'Jobformidler',
			memberships: [
				{ organisationId: world.organisations.north, kind: 'job_centre', role: 'broker' }
			]
		});
	});

	test('is refused without an invitation', async () => {
		expect(await isRefused(email)).toBe(true);
		expect(await isRefused(email, '')).toBe(true);
		expect(await isRefused(email, 'x'.repeat(64))).toBe(true);
	});

	test("is refused with somebody else's invitation", async () => {
		const { token } = await anInvitation();
		expect(await isRefused(`other-${email}`, token)).toBe(true);
	});

	test('is refused with an invitation that is used', async () => {
		const { token } = await anInvitation();
		await signUp(email, token);
		await world.sql('delete from auth.users where email = $1', [email]);
		expect(await isRefused(email, token)).toBe(true);
	});

	test('is refused with an invitation that is taken back', async () => {
		const { id, token } = await anInvitation();
		await revoke('coordinator', id);
		expect(await isRefused(email, token)).toBe(true);
	});

	test('is refused with an invitation that was replaced by a newer one, which works', async () => {
		const { token } = await anInvitation();
		const { token: newer } = await anInvitation();
		expect(await isRefused(email, token)).toBe(true);
		expect((await signUp(email, newer)).error).toBeNull();
	});

	test('is refused with an invitation that has expired', async () => {
		const { id, token } = await anInvitation();
		await world.sql(
			`update invitation set expires_at = now() - interval '1 second' where id = $1`,
			[id]
		);
		expect(await isRefused(email, token)).toBe(true);
	});

	test('by a mailed code or a magic link makes no account either', async () => {
		const { error } = await clientOf(world.backend).auth.signInWithOtp({
			email,
			options: { shouldCreateUser: true }
		});
		const accounts = await world.sql('select from auth.users where email = $1', [email]);
		expect({ refused: error !== null, accounts }).toEqual({ refused: true, accounts: [] });
	});

	test('without an address makes no account either', async () => {
		const { token } = await anInvitation();
		const before = await world.sql('select from auth.users');
		await clientOf(world.backend).auth.signInAnonymously({
			options: { data: { invitation_token: token } }
		});
		expect(await world.sql('select from auth.users')).toHaveLength(before.length);
	});

	test('with another role or organisation in the form gives what the invitation says', async () => {
		const { token } = await anInvitation();
		const { session } = await signUp(email, token, {
			role: 'coordinator',
			organisation_id: world.organisations.south
		});
		const { data } = await clientWith(world.backend, session!.access_token)
			.from('membership')
			.select('role, organisation_id')
			.eq('user_id', session!.user.id);
		expect(data).toEqual([{ role: 'broker', organisation_id: world.organisations.north }]);
	});

	test('works without a name, and with an address of one letter', async () => {
		email = `a@${randomUUID()}.example`;
		const { token } = await anInvitation();
		expect((await signUp(email, token)).error).toBeNull();
	});

	test.each(['Ring 010170-1234', 'navn '.repeat(20)])(
		'is refused with the name %j',
		async (name) => {
			const { token } = await anInvitation();
			expect((await signUp(email, token, { display_name: name })).error).not.toBeNull();
		}
	);
});

describe('an invitation', () => {
	test('is shown, to whoever holds its token, as organisation, role and address', async () => {
		const { token } = await anInvitation();
		const shown = await world.call('anonymous', 'invitation_by_token', { p_token: token });
		expect(shown).toEqual({ organisation_name: 'Jobcenter Nord', role: 'broker', email });
		await signUp(email, token);
		expect(await world.call('anonymous', 'invitation_by_token', { p_token: token })).toBeNull();
		expect(await world.call('anonymous', 'invitation_by_token', { p_token: null })).toBeNull();
	});

	test('is sent by a coordinator or a leader, for their own organisation', async () => {
		expect(await outcome(invite('coordinator'))).toBe('ok');
		expect(await outcome(invite('leader', email, 'leader', 'language'))).toBe('ok');
		const traces = await world.traces(async () => {
			for (const who of PERSONS.filter((person) => person !== 'coordinator')) {
				expect(await outcome(invite(who))).toEqual(notFound);
			}
			expect(await outcome(invite('anonymous'))).toEqual(signedOut);
		});
		expect(traces).toEqual(nothing);
	});

	test('is mailed to the invited and to nobody else', async () => {
		const traces = await world.traces(() => invite('coordinator'));
		expect(traces).toEqual({
			events: ['invitation.sent'],
			told: {},
			mailed: { [email]: ['invitation'] }
		});
	});

	test('stores the hash of its token, and forgets the token when the mail is sent', async () => {
		const { id, token } = await anInvitation();
		const [row] = await world.sql(
			`select token_hash = sha256(convert_to($2, 'UTF8')) as is_hash from invitation where id = $1`,
			[id, token]
		);
		expect(row).toEqual({ is_hash: true });
		await world.sql(`select private.mark_mail_sent(id) from outbox where to_email = $1`, [email]);
		const left = await world.sql('select from outbox where secret::text like $1', [`%${token}%`]);
		expect(left).toEqual([]);
		const told = await world.sql('select from event where detail::text like $1', [`%${token}%`]);
		expect(told).toEqual([]);
	});

	test.each<[string | null, string | null, string]>([
		[null, 'broker', 'email'],
		['ikke en adresse', 'broker', 'email'],
		[`${'a'.repeat(250)}@b.dk`, 'broker', 'email'],
		['broker@loftet.example', 'broker', 'email'],
		['ny@loftet.example', null, 'role'],
		['ny@loftet.example', 'leader', 'role'],
		['ny@loftet.example', 'king', 'role']
	])('to %j as %j is refused at the field %s', async (address, role, field) => {
		expect(await outcome(invite('coordinator', address, role))).toMatchObject({
			status: 422,
			code: 'invalid',
			field
		});
	});

	test('is taken back by those who may invite, once, and not when it is accepted', async () => {
		const { id, token } = await anInvitation();
		for (const who of VIEWERS.filter((viewer) => viewer !== 'coordinator')) {
			const refusal = who === 'anonymous' ? signedOut : notFound;
			expect(await outcome(revoke(who, id))).toEqual(refusal);
		}
		const twice = async () => {
			await revoke('coordinator', id);
			await revoke('coordinator', id);
		};
		expect(await world.traces(twice)).toEqual({ ...nothing, events: ['invitation.revoked'] });
		expect(await isRefused(email, token)).toBe(true);

		const accepted = await anInvitation();
		await signUp(email, accepted.token);
		expect(await outcome(revoke('coordinator', accepted.id))).toEqual({
			status: 409,
			code: 'wrong_state',
			state: 'accepted'
		});
	});

	test('is accepted by somebody who has an account already, once, if it is theirs', async () => {
		email = world.people.outsider.email;
		const { token } = await anInvitation('language', 'leader');
		const accept = (who: Viewer) => world.call(who, 'accept_invitation', { p_token: token });
		expect(await outcome(accept('rival'))).toEqual(notFound);
		expect(await outcome(accept('anonymous'))).toEqual(signedOut);
		const twice = async () => {
			await accept('outsider');
			await accept('outsider');
		};
		expect(await world.traces(twice)).toEqual({ ...nothing, events: ['invitation.accepted'] });
		const me = (await world.call('outsider', 'me', undefined as never)) as {
			memberships: object[];
		};
		expect(me.memberships).toHaveLength(2);
		await world.sql('delete from membership where user_id = $1 and organisation_id = $2', [
			world.people.outsider.id,
			world.organisations.language
		]);
	});
});

describe('a membership', () => {
	const membershipOf = async (address: string) =>
		(
			await world.sql<{ id: string }>(
				`select membership.id from membership join auth.users on users.id = user_id
				where users.email = $1`,
				[address]
			)
		)[0]!.id;

	test('is ended by those who may invite, and what it gave is gone at once', async () => {
		const { token } = await anInvitation();
		const { session } = await signUp(email, token);
		const client = clientWith(world.backend, session!.access_token);
		const seen = async () => (await client.from('job_centre').select()).data;
		expect(await seen()).toHaveLength(1);
		const id = await membershipOf(email);
		for (const who of VIEWERS.filter((viewer) => viewer !== 'coordinator')) {
			const refusal = who === 'anonymous' ? signedOut : notFound;
			expect(await outcome(end(who, id))).toEqual(refusal);
		}
		const traces = await world.traces(() => end('coordinator', id));
		expect(traces).toEqual({ ...nothing, events: ['membership.ended'] });
		expect(await seen()).toEqual([]);
	});

	test('of the last who may invite is not ended', async () => {
		const id = await membershipOf(world.people.leader.email);
		expect(await outcome(end('leader', id))).toEqual({
			status: 409,
			code: 'last_of_role',
			role: 'leader'
		});
	});

	test('with a role that does not fit the organisation cannot be stored', async () => {
		const { broker } = world.people;
		const { language, north } = world.organisations;
		const insert = (organisation: string, kind: string, role: string) =>
			world.sql(
				`insert into membership (user_id, organisation_id, organisation_kind, role)
				values ($1, $2, $3, $4)`,
				[broker.id, organisation, kind, role]
			);
		await expect(insert(north, 'job_centre', 'leader')).rejects.toThrow('role_fits_kind');
		await expect(insert(language, 'job_centre', 'broker')).rejects.toThrow('organisation_fkey');
	});

	test('list, with addresses, is read by those who may invite only', async () => {
		const read = async (who: Viewer) =>
			(
				(await world.call(who, 'members', {
					p_organisation: world.organisations.south
				})) as object[]
			).length;
		expect(await read('southCoordinator')).toBe(4);
		for (const who of PERSONS.filter((person) => person !== 'southCoordinator')) {
			expect(await read(who)).toBe(0);
		}
	});
});

test('the language of somebody is Danish or English', async () => {
	const set = (p_locale: string | null) => world.call('broker', 'set_locale', { p_locale });
	expect(await outcome(set('en'))).toBe('ok');
	for (const other of ['de', null]) {
		expect(await outcome(set(other))).toMatchObject({ status: 422, field: 'locale' });
	}
});
