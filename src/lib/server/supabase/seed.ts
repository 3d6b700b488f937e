import type { PGlite } from '@electric-sql/pglite';

export async function seedDemo(database: PGlite): Promise<void> {
	await database.query('select 1');
}
