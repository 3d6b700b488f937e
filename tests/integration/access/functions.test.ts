import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERSONS, VIEWERS, type Viewer } from '../../fixtures/cast';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
let functions: { schema: string; name: string; args: string[] }[];
beforeAll(async () => {
	world = await startWorld();
	functions = await world.sql(
		`select nspname as schema, proname as name, coalesce(proargnames[1:pronargs], '{}') as args
		from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
		where nspname in ('public', 'private')`
	);
});
afterAll(() => world.close());

const BACKGROUND = [
	'claim_outbox',
	'mark_mail_sent',
	'mark_mail_failed',
	'expire_due',
	'remind_unconfirmed',
	'remind_of_orders'
];
/** What anyone may call, and what it answers to nothing. */
const OPEN: Record<string, number> = {
	invitation_by_token: 200,
	count_seen: 204,
	search_modules: 200
};

async function callEmpty(viewer: Viewer, { schema, name, args }: (typeof functions)[number]) {
	const client = world.as(viewer).schema(schema as never);
	const { status, error } = await client.rpc(
		name as never,
		Object.fromEntries(args.map((arg) => [arg, null])) as never
	);
	return [name, status, error?.code];
}

test('whoever has not signed in may search, look at an invitation, be counted, and call nothing else', async () => {
	for (const fn of functions.filter((f) => f.schema === 'public')) {
		const open = OPEN[fn.name];
		const expected = open ? [fn.name, open, undefined] : [fn.name, 401, '42501'];
		expect(await callEmpty('anonymous', fn)).toEqual(expected);
	}
});

describe.each(PERSONS)('%s', (person) => {
	test("may not do the background's work", async () => {
		for (const fn of functions.filter(
			(f) => BACKGROUND.includes(f.name) && f.schema === 'public'
		)) {
			expect(await callEmpty(person, fn)).toEqual([fn.name, 403, '42501']);
		}
	});
});

test.each(VIEWERS)('%s cannot reach the private schema through the API', async (viewer) => {
	const privates = functions.filter((f) => f.schema === 'private');
	expect(privates.length).toBeGreaterThan(30);
	for (const fn of privates) {
		expect(await callEmpty(viewer, fn)).toEqual([fn.name, 406, 'PGRST106']);
	}
	for (const [schema, table] of [
		['private', 'reference_counter'],
		['private', 'module_fit'],
		['auth', 'users']
	]) {
		const { status } = await world
			.as(viewer)
			.schema(schema as never)
			.from(table as never)
			.select();
		expect(status).toBe(406);
	}
});

test('the API grants what the background may do to nobody else, in the database too', async () => {
	const granted = await world.sql<{ name: string }>(
		`select proname as name from pg_proc, unnest(array['anon', 'authenticated']) role
		where pronamespace = 'private'::regnamespace and has_function_privilege(role, pg_proc.oid, 'EXECUTE')
			and proname = any ($1 || array['record_event', 'notify', 'next_reference', 'award', 'end_engagement',
				'join_by', 'open_invitation', 'people_of', 'candidate_for', 'fit', 'refresh_fit'])`,
		[BACKGROUND]
	);
	expect(granted).toEqual([]);
});

test('private tables cannot be read or written by anyone who signs in', async () => {
	const granted = await world.sql(
		`select role, relname from unnest(array['anon', 'authenticated']) role,
			unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) privilege, pg_class
		where relnamespace = 'private'::regnamespace and relkind = 'r'
			and has_table_privilege(role, pg_class.oid, privilege)`
	);
	expect(granted).toEqual([]);
});

test('docs/error-codes.md explains what the database refuses with, and nothing else', async () => {
	const refused = await world.sql<{ code: string }>(
		`select distinct found[1] || ' ' || found[2] as code
		from pg_proc, regexp_matches(prosrc, $$private[.]refuse[(]([0-9]+), '([a-z_]+)'$$, 'g') found
		where pronamespace in ('public'::regnamespace, 'private'::regnamespace)`
	);
	const page = await readFile('docs/error-codes.md', 'utf8');
	const explained = page.matchAll(/^\| (\d+) +\| `(\w+)` /gm);
	expect(new Set(refused.map(({ code }) => code))).toEqual(
		new Set([...explained].map(([, status, code]) => `${status} ${code}`))
	);
});
