import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWERS, type Viewer } from '../../fixtures/cast';
import { startWorld, type World } from '../../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const refused = (viewer: Viewer) => [viewer === 'anonymous' ? 401 : 403, '42501'];
const answer = ({ status, error }: { status: number; error: { code: string } | null }) => [
	status,
	error?.code
];

describe.each(VIEWERS)('%s', (viewer) => {
	test('may not insert into, change or delete from any table', async () => {
		const tables = await world.sql<{ name: string; column: string }>(
			`select class.relname as name, attribute.attname as column
			from pg_class class join pg_attribute attribute on attrelid = class.oid and attnum = (
				select min(attnum) from pg_attribute where attrelid = class.oid and attnum > 0 and attidentity = ''
			)
			where relnamespace = 'public'::regnamespace and relkind = 'r'`
		);
		for (const { name, column } of tables) {
			const table = world.as(viewer).from(name as never);
			const row = { [column]: null } as never;
			const attempts = {
				insert: answer(await table.insert(row)),
				update: answer(await table.update(row).not(column, 'is', null)),
				delete: answer(await table.delete().not(column, 'is', null))
			};
			expect({ [name]: attempts }).toEqual({
				[name]: { insert: refused(viewer), update: refused(viewer), delete: refused(viewer) }
			});
		}
	});
});

test('these columns, and no others, may be written directly', async () => {
	const granted = await world.sql<{ grant: string }>(
		`select role || ' ' || lower(privilege) || ' ' || class.relname || '.' || attribute.attname as grant
		from pg_class class
		join pg_attribute attribute on attrelid = class.oid and attnum > 0 and not attisdropped,
			unnest(array['anon', 'authenticated']) role, unnest(array['INSERT', 'UPDATE']) privilege
		where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
			and has_column_privilege(role, class.oid, attname, privilege)
			and relkind in ('r', 'v')
		order by 1`
	);
	expect(granted.map((row) => row.grant)).toEqual([
		'authenticated update notification.read_at',
		'authenticated update profile.display_name',
		'authenticated update profile.locale'
	]);
});

test('nobody may delete or empty a table', async () => {
	const granted = await world.sql(
		`select relname from pg_class, unnest(array['anon', 'authenticated']) role,
			unnest(array['DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) privilege
		where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'v')
			and has_table_privilege(role, pg_class.oid, privilege)`
	);
	expect(granted).toEqual([]);
});

describe("the hash of an invitation's token", () => {
	test.each(VIEWERS)('is not shown to %s', async (viewer) => {
		const invitations = world.as(viewer).from('invitation');
		expect(answer(await invitations.select('token_hash'))).toEqual(refused(viewer));
		expect(answer(await invitations.select('id').order('token_hash'))).toEqual(refused(viewer));
	});
});

describe('whose contact is shared, and what it is,', () => {
	test.each(VIEWERS)('is shown to %s by functions only', async (viewer) => {
		const contacts = world.as(viewer).from('candidate_contact');
		for (const column of ['candidate_id', 'first_name', 'contact', 'updated_at', '*'] as const) {
			expect(answer(await contacts.select(column))).toEqual(refused(viewer));
		}
		expect(answer(await contacts.select('need_id').order('candidate_id'))).toEqual(refused(viewer));
		expect(answer(await contacts.select('need_id, candidate(alias)'))).toEqual(refused(viewer));
	});
});

describe('what may be written directly', () => {
	const others = (...allowed: Viewer[]) => VIEWERS.filter((viewer) => !allowed.includes(viewer));
	const changed = async (work: PromiseLike<{ data: unknown[] | null }>) => (await work).data ?? [];

	test('people change how they themselves are shown, and nobody else', async () => {
		const rename = (viewer: Viewer) =>
			changed(
				world
					.as(viewer)
					.from('profile')
					.update({ display_name: 'Ny visning' })
					.eq('user_id', world.people.broker.id)
					.select('user_id')
			);
		expect(await rename('broker')).toHaveLength(1);
		for (const viewer of others('broker')) expect(await rename(viewer)).toEqual([]);
	});

	test('people mark their own notifications as read, and nobody else does', async () => {
		const [note] = await world.sql<{ id: number }>(
			`insert into notification (user_id, kind, subject_id)
			values ($1, 'need.closed_unmet', gen_random_uuid()) returning id`,
			[world.people.coordinator.id]
		);
		const read = (viewer: Viewer) =>
			changed(
				world
					.as(viewer)
					.from('notification')
					.update({ read_at: new Date().toISOString() })
					.eq('id', note!.id)
					.select('id')
			);
		for (const viewer of others('coordinator')) expect(await read(viewer)).toEqual([]);
		expect(await read('coordinator')).toHaveLength(1);
	});
});
