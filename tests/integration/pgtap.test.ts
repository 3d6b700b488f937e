import { pgtap } from '@electric-sql/pglite/pgtap';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../fixtures/world';

const folder = 'supabase/tests';
const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));

let world: World;
beforeAll(async () => {
	world = await startWorld({ extensions: { pgtap } });
	await world.backend.database.exec('create schema tap; create extension pgtap with schema tap');
});
afterAll(() => world.close());

test.each(files)('%s holds', async (file) => {
	const sql = readFileSync(`${folder}/${file}`, 'utf8');
	const results = await world.backend.database.exec(
		`begin; set local search_path = tap, public, extensions; ${sql}; rollback;`
	);
	const lines = results.flatMap(({ rows }) =>
		rows.flatMap((row) => Object.values(row).map(String))
	);
	// A line tells of one check; one that failed goes on with what was found.
	expect(lines.filter((line) => line.startsWith('not ok'))).toEqual([]);
	expect(lines.filter((line) => line.startsWith('ok')).length).toBeGreaterThan(3);
});
