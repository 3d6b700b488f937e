import type { PGlite } from '@electric-sql/pglite';
import { demoRows } from '../../../../supabase/seed/demo-rows.ts';
import { toSql } from '../../../../supabase/seed/sql.ts';

/** Fills an empty database with the demonstration; one that has organisations already is left as it is. */
export async function seedDemo(database: PGlite): Promise<void> {
	const { rows } = await database.query('select from public.organisation limit 1');
	if (rows.length > 0) return;
	await database.exec(toSql(demoRows(new Date())));
}
