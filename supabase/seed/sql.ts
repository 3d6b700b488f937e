import { demoPassword } from './accounts.ts';
import { Expression, type DemoRows, type Person } from './rows.ts';

type Value = unknown;

/**
 * The demonstration as one statement, for any Supabase: all of it or nothing, and nothing at all when there are
 * organisations already.
 */
export function toSql(rows: DemoRows): string {
	const { people, reference_counter, organisation, job_centre, ...rest } = rows;
	return [
		'do $demo$ begin',
		'if exists (select from public.organisation) then return; end if;',
		insert('public.organisation', organisation),
		insert('public.job_centre', job_centre),
		...invite(people),
		...Object.entries(rest).map(([table, content]) => insert(`public.${table}`, content)),
		insert('private.reference_counter', reference_counter),
		'end $demo$;',
		''
	].join('\n');
}

/** Everybody comes in by the door that the members migration guards: an invitation, then an account. */
function invite(people: Person[]): string[] {
	const joined = '2021-01-04T08:30:00Z';
	return [
		insert(
			'public.invitation',
			people.map((person) => ({
				organisation_id: person.organisationId,
				email: person.email,
				role: person.role,
				token_hash: new Expression(`sha256(convert_to(${literal(token(person))}, 'UTF8'))`)
			}))
		),
		insert(
			'auth.users',
			people.map((person) => ({
				id: person.id,
				aud: 'authenticated',
				role: 'authenticated',
				email: person.email,
				encrypted_password: new Expression(
					`extensions.crypt(${literal(demoPassword)}, extensions.gen_salt('bf'))`
				),
				email_confirmed_at: joined,
				raw_app_meta_data: { provider: 'email', providers: ['email'] },
				raw_user_meta_data: { invitation_token: token(person), display_name: person.displayName },
				created_at: joined,
				updated_at: joined,
				// Supabase's sign-in service reads these as text and stumbles over null.
				confirmation_token: '',
				recovery_token: '',
				email_change: '',
				email_change_token_new: '',
				email_change_token_current: '',
				reauthentication_token: ''
			}))
		),
		insert(
			'auth.identities',
			people.map((person) => ({
				id: person.id,
				user_id: person.id,
				provider: 'email',
				provider_id: person.id,
				identity_data: { sub: person.id, email: person.email, email_verified: true },
				created_at: joined,
				updated_at: joined
			}))
		),
		// A Supabase project looks accounts up by the instance zero; the embedded backend knows no instances.
		`if exists (select from information_schema.columns
	where table_schema = 'auth' and table_name = 'users' and column_name = 'instance_id') then
	update auth.users set instance_id = '00000000-0000-0000-0000-000000000000' where instance_id is null;
end if;`,
		`update public.event set at = ${literal(joined)};`,
		`update public.invitation set created_at = ${literal(joined)}, accepted_at = ${literal(joined)};`,
		`update public.membership set created_at = ${literal(joined)};`
	];
}

function token(person: Person): string {
	return `demo-invitation-${person.id}`;
}

function insert(table: string, rows: object[]): string {
	if (rows.length === 0) return '';
	const columns = Object.keys(rows[0]!);
	const values = rows.map(
		(row) =>
			`(${columns.map((column) => literal((row as Record<string, Value>)[column])).join(', ')})`
	);
	return `insert into ${table} (${columns.join(', ')}) values\n${values.join(',\n')};`;
}

/** A value as it is written in SQL. */
export function literal(value: Value): string {
	if (value === null || value === undefined) return 'null';
	if (value instanceof Expression) return value.sql;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
		return value.length === 0 ? `'{}'` : `array[${value.map(quoted).join(', ')}]`;
	}
	return quoted(JSON.stringify(value));
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
