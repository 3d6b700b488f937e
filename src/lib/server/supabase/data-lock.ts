import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/*
 * The embedded Postgres must have its files to itself. Whoever owns a data folder listens at a socket in it: unlike a
 * process number in a file, a socket stops answering when its process is gone, however it went.
 */
const socketOf = (dataDir: string) => join(dataDir, 'owner.sock');

/** Claims a data folder for as long as this process lives. */
export async function claimDataDir(dataDir: string): Promise<void> {
	await refuseIfInUse(dataDir);
	await rm(socketOf(dataDir), { force: true });
	const owner = createServer((socket) => socket.end());
	owner.listen(socketOf(dataDir));
	await once(owner, 'listening');
	owner.unref();
}

/** Throws when a living process has claimed the folder. */
export async function refuseIfInUse(dataDir: string): Promise<void> {
	if (await answers(socketOf(dataDir))) {
		throw new Error(`${dataDir} is in use by another process; stop it, or set DATA_DIR`);
	}
}

function answers(path: string): Promise<boolean> {
	const socket = connect(path);
	return once(socket, 'connect').then(
		() => {
			socket.destroy();
			return true;
		},
		() => false
	);
}
