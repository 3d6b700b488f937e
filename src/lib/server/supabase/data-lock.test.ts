import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataDir } from './data-lock.ts';

let dataDir: string;
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'loftet-lock-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** Another process that has claimed the folder. */
async function claimElsewhere() {
	const claim = `import('${import.meta.dirname}/data-lock.ts').then(async ({ claimDataDir }) => {
		await claimDataDir('${dataDir}'); console.log('claimed'); setInterval(() => {}, 1000); })`;
	const other = spawn(process.execPath, ['-e', claim], { stdio: ['ignore', 'pipe', 'inherit'] });
	await once(other.stdout, 'data');
	return other;
}

test('a folder that a living process has claimed is refused', async () => {
	const other = await claimElsewhere();
	await expect(claimDataDir(dataDir)).rejects.toThrow(/in use by another process/);
	other.kill('SIGKILL');
});

test('the claim of a process that was killed is taken over', async () => {
	const other = await claimElsewhere();
	other.kill('SIGKILL');
	await once(other, 'exit');
	await expect(claimDataDir(dataDir)).resolves.toBeUndefined();
});
