import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { App, type EmailDriver } from '@supabase/lite';
import { createPgliteConnection, type PGlite } from '@supabase/lite/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { types, type PGliteOptions } from '@electric-sql/pglite';
import { textOf } from '../mail/text.ts';
import type { Backend, BackendMail } from './backend.ts';
import { migrate } from './migrations.ts';

export interface EmbeddedOptions {
	/** Folder of the data; left out, the data live in memory only. */
	dataDir?: string;
	/** Address that people reach the app at; links in mails are built from it. */
	siteUrl: string;
	keys: { publishable: string; secret: string; jwt: string };
	/** Takes the mails that the sign-in service sends. */
	deliver: (mail: BackendMail) => Promise<void>;
	/** More extensions or a snapshot to start from, for tests. */
	pglite?: Partial<Pick<PGliteOptions, 'extensions' | 'loadDataDir' | 'relaxedDurability'>>;
}

export interface EmbeddedBackend extends Backend {
	/** The database itself, past all policies: for migrations, seeding and tests. */
	readonly database: PGlite;
	readonly handle: (request: Request) => Promise<Response>;
}

/** Starts the Supabase stand-in in this process and brings its schema up to date. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedBackend> {
	const connection = await createPgliteConnection({
		url: options.dataDir ? `file://${options.dataDir}` : 'memory://',
		pgliteOptions: {
			...options.pglite,
			extensions: { btree_gist, pgcrypto, pg_trgm, ...options.pglite?.extensions },
			// The API answers numeric as a JSON number, as PostgREST does; the stand-in would write 20.00 as text.
			parsers: { [types.NUMERIC]: Number }
		}
	});
	const database = connection.driver;
	keepDataOutOfLogs(database);
	await parseValuesOnly(database);
	await createPlatformRoles(database);
	keepGrants(connection);

	const email: EmailDriver = {
		// The service's own plain text is in English and leads past our page: ours comes from the template.
		send: (mail) => options.deliver({ ...mail, text: mail.html ? textOf(mail.html) : mail.text })
	};
	const app = new App({
		connection,
		auth: {
			enabled: true,
			site_url: options.siteUrl,
			jwt_secret: options.keys.jwt,
			publishable_key: options.keys.publishable,
			secret_key: options.keys.secret,
			minimum_password_length: 10,
			email: {
				enable_confirmations: false,
				template: { recovery: recoveryMail }
			}
		},
		options: { drivers: { email } }
	});
	await app.ensureSystemSchema();
	await migrate(database);

	const call = async (request: Request) => {
		const answer = await app.fetch(request, { peerAddress: null });
		// The stand-in answers addresses that it does not know with the page of its own console.
		const isPage = answer.headers.get('content-type')?.startsWith('text/html');
		return isPage ? new Response(null, { status: 404 }) : answer;
	};
	return {
		url: options.siteUrl,
		publishableKey: options.keys.publishable,
		secretKey: options.keys.secret,
		database,
		fetch: (input, init) => call(new Request(input, init)),
		handle: call,
		close: () => connection.close()
	};
}

/** The same template that `supabase/config.toml` names for a Supabase project. */
const recoveryMail = {
	subject: 'Løftet: ny adgangskode',
	content_path: resolve('supabase/templates/recovery.html')
};

/** What a Supabase project has from the start and plain Postgres has not. */
async function createPlatformRoles(database: PGlite): Promise<void> {
	await database.exec(`
		do $$ begin
			if not exists (select from pg_roles where rolname = 'anon') then
				create role anon nologin;
				create role authenticated nologin;
				create role service_role nologin bypassrls;
			end if;
		end $$;
		create schema if not exists extensions;
		create schema if not exists auth;
		grant usage on schema public, extensions, auth to anon, authenticated, service_role;`);
}

/**
 * At its first request the stand-in grants every table to everyone who holds a key, and so undoes the
 * grants that the migrations withhold, of columns too. All that it prepares beside that is the
 * roles, which are there already; `true` says that requests run under them.
 */
function keepGrants(connection: object): void {
	Object.assign(connection, { ensureRlsContext: () => Promise.resolve(true) });
}

/**
 * The driver copies its parsers for each statement, those of arrays of every table's rows among them. Nothing reads such
 * arrays, and without them a small statement takes half the time.
 */
async function parseValuesOnly(database: PGlite): Promise<void> {
	// They are there once it is.
	await database.waitReady;
	const parsers = Object.entries(database.parsers);
	database.parsers = Object.fromEntries(parsers.filter(([oid]) => Number(oid) < FIRST_ROW_TYPE));
}
/** Below are the types of values, which have fixed numbers: https://www.postgresql.org/docs/17/system-catalog-initial-data.html */
const FIRST_ROW_TYPE = 10_000;

/**
 * A database error carries the statement's parameters, and so what a person typed. The API layer
 * prints errors as they are; this makes them print as code, place and, for our own refusals, message.
 */
function keepDataOutOfLogs(database: PGlite): void {
	const query = database.query.bind(database);
	database.query = async (...args: Parameters<typeof query>) => {
		try {
			return (await query(...args)) as never;
		} catch (error) {
			if (error instanceof Error) hideData(error);
			throw error;
		}
	};
}

function hideData(error: Error): void {
	const { code, constraint, table, routine } = error as Error & Record<string, string | undefined>;
	const summary = [
		`database refused: ${code ?? 'unknown'}`,
		code?.startsWith('PT') ? error.message : undefined,
		table && `table ${table}`,
		constraint && `constraint ${constraint}`,
		routine && `in ${routine}`
	];
	const line = summary.filter(Boolean).join(', ');
	Object.defineProperty(error, inspect.custom, { value: () => line, enumerable: false });
	for (const key of ['params', 'query', 'where', 'internalQuery'] as const) {
		if (key in error) Reflect.deleteProperty(error, key);
	}
	error.stack = line;
}
