import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeSchema } from '../fixtures/describe-schema';
import { startWorld, type World } from '../fixtures/world';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

test('the types of the database are those of its schema (npm run types writes them)', async () => {
	await expect(await describeSchema(world.backend.database)).toMatchFileSnapshot(
		'../../src/lib/server/supabase/database.types.ts'
	);
});
