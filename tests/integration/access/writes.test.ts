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
		'authenticated insert budget.amount_ore',
		'authenticated insert budget.funding_source_id',
		'authenticated insert budget.job_centre_id',
		'authenticated insert budget.year',
		'authenticated insert target.figure',
		'authenticated insert target.job_centre_id',
		'authenticated insert target.measure',
		'authenticated insert target.reporting_group_code',
		'authenticated update budget.amount_ore',
		'authenticated update job_centre.answer_days',
		'authenticated update job_centre.approval_limit_ore',
		'authenticated update notification.read_at',
		'authenticated update profile.display_name',
		'authenticated update profile.locale',
		'authenticated update target.figure'
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

describe('what may be written directly', () => {
	const others = (...allowed: Viewer[]) => VIEWERS.filter((viewer) => !allowed.includes(viewer));
	const changed = async (work: PromiseLike<{ data: unknown[] | null }>) => (await work).data ?? [];

	test('a coordinator sets the limit and the days of their own job centre only', async () => {
		const { north, south } = world.organisations;
		const limit = (viewer: Viewer, job_centre: string) =>
			changed(
				world
					.as(viewer)
					.from('job_centre')
					.update({ approval_limit_ore: 3_000_000 })
					.eq('organisation_id', job_centre)
					.select('organisation_id')
			);
		expect(await limit('coordinator', north)).toHaveLength(1);
		expect(await limit('coordinator', south)).toEqual([]);
		for (const viewer of others('coordinator')) expect(await limit(viewer, north)).toEqual([]);
	});

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

	test('a coordinator sets budgets and target figures of their own job centre only', async () => {
		const { north, south } = world.organisations;
		const [source] = await world.sql<{ id: string }>(
			`select id from funding_source where code = 'amu'`
		);
		const budget = (viewer: Viewer, job_centre_id: string) =>
			world
				.as(viewer)
				.from('budget')
				.insert({ job_centre_id, funding_source_id: source!.id, year: 2026, amount_ore: 100 });
		const target = (viewer: Viewer, job_centre_id: string) =>
			world
				.as(viewer)
				.from('target')
				.insert({ job_centre_id, reporting_group_code: 'other', measure: 'placed', figure: 1 });
		for (const viewer of others('coordinator')) {
			expect(answer(await budget(viewer, north))).toEqual(refused(viewer));
			expect(answer(await target(viewer, north))).toEqual(refused(viewer));
		}
		expect(answer(await budget('coordinator', south))).toEqual(refused('coordinator'));
		expect((await budget('coordinator', north)).error).toBeNull();
		expect((await target('coordinator', north)).error).toBeNull();

		const raise = (viewer: Viewer) =>
			changed(
				world
					.as(viewer)
					.from('budget')
					.update({ amount_ore: 200 })
					.eq('job_centre_id', north)
					.select('id')
			);
		for (const viewer of others('coordinator')) expect(await raise(viewer)).toEqual([]);
		expect(await raise('coordinator')).toHaveLength(1);
	});

	test("a budget cannot be set on another job centre's funding source", async () => {
		const { north, south } = world.organisations;
		const [source] = await world.sql<{ id: string }>(
			`insert into funding_source (job_centre_id, code, name_da, name_en, valid_from)
			values ($1, 'theirs', 'Deres pulje', 'Their grant', '2020-01-01') returning id`,
			[south]
		);
		const budget = {
			job_centre_id: north,
			funding_source_id: source!.id,
			year: 2026,
			amount_ore: 100
		};
		expect(answer(await world.as('coordinator').from('budget').insert(budget))).toEqual(
			refused('coordinator')
		);
	});
});
