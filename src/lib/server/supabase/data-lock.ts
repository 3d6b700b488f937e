import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Claims a data folder for this process: the embedded Postgres must have its files to itself. A claim whose
 * process is gone, such as after kill -9, is taken over.
 */
export async function claimDataDir(dataDir: string): Promise<void> {
	const file = join(dataDir, 'owner.pid');
	const owner = Number(await readFile(file, 'utf8').catch(() => ''));
	if (owner && owner !== process.pid && isAlive(owner)) {
		throw new Error(`${dataDir} is in use by process ${owner}; stop it, or set DATA_DIR`);
	}
	await writeFile(file, String(process.pid));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
