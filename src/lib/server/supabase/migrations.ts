import type { PGlite } from '@electric-sql/pglite';

/** Every migration in order, as `[name, sql]`; bundled, so that a build needs no files beside it. */
const migrations = Object.entries(
	import.meta.glob<string>('/supabase/migrations/*.sql', {
		query: '?raw',
		import: 'default',
		eager: true
	})
)
	.map(([path, sql]) => [path.slice(path.lastIndexOf('/') + 1, -'.sql'.length), sql] as const)
	.sort(([a], [b]) => a.localeCompare(b));

/**
 * Applies what is missing, each migration in one transaction together with its entry in the
 * history table, which is the one that the Supabase CLI uses.
 */
export async function migrate(database: PGlite): Promise<void> {
	await database.exec(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations
			(version text primary key, statements text[], name text);`);
	const { rows } = await database.query<{ version: string }>(
		'select version from supabase_migrations.schema_migrations'
	);
	const applied = new Set(rows.map((row) => row.version));
	for (const [file, sql] of migrations) {
		const [version, ...name] = file.split('_');
		if (applied.has(version!)) continue;
		await database.transaction(async (tx) => {
			await tx.exec(sql);
			await tx.query(
				'insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)',
				[version, name.join('_')]
			);
		});
	}
}
