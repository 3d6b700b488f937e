import { expect, test } from 'vitest';
import { describeSchema } from '../fixtures/describe-schema';
import { testBackend } from '../fixtures/embedded';

test('the types of the database are those of its schema (npm run types writes them)', async () => {
	const backend = await testBackend();
	await expect(await describeSchema(backend.database)).toMatchFileSnapshot(
		'../../src/lib/server/supabase/database.types.ts'
	);
	await backend.close();
});
