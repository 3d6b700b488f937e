import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedInClient, startServer } from '../../fixtures/server.ts';

test('what was acknowledged is there after the process was killed', async () => {
	test.setTimeout(180_000);
	const dataDir = await mkdtemp(join(tmpdir(), 'loftet-kill-'));
	const options = { port: 4174, dataDir };
	let server = await startServer(options);
	try {
		const broker = await signedInClient(server.url, dataDir, 'broker');
		const { data: me } = await broker.rpc('me');
		const acknowledged: string[] = [];
		const writing = (async () => {
			for (;;) {
				const id = randomUUID();
				const { error } = await broker.rpc('save_need', {
					p_id: id,
					p_job_centre: me.memberships[0].organisationId,
					p_version: 0,
					p_need: { target_group_code: 'job_ready', goal: 'Ti ord på arbejdspladsen' }
				});
				if (error) return;
				acknowledged.push(id);
			}
		})();
		await expect.poll(() => acknowledged.length).toBeGreaterThan(25);
		await server.kill();
		await writing;

		server = await startServer(options);
		const again = await signedInClient(server.url, dataDir, 'broker');
		const { data: kept } = await again.from('need').select('id').in('id', acknowledged);
		expect(kept?.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
	} finally {
		await server.kill();
		await rm(dataDir, { recursive: true, force: true });
	}
});
