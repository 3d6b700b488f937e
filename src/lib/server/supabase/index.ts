import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deliver } from '../mail/transport.ts';
import { settings } from '../settings.ts';
import type { Backend } from './backend.ts';
import { claimDataDir } from './data-lock.ts';

/** Kept outside this module, which development loads anew at every change; the data have one owner. */
const kept = globalThis as { loftetBackend?: Promise<Backend> };

/** The one backend of this process; started at the first call. A failed start is tried again. */
export function backend(): Promise<Backend> {
	kept.loftetBackend ??= start().catch((error) => {
		kept.loftetBackend = undefined;
		throw error;
	});
	return kept.loftetBackend;
}

async function start(): Promise<Backend> {
	const { supabase, siteUrl, dataDir, demo } = settings();
	if (supabase) {
		const { connectRemote } = await import('./remote.ts');
		return connectRemote(supabase);
	}
	const { startEmbedded } = await import('./embedded.ts');
	await mkdir(dataDir, { recursive: true });
	await claimDataDir(dataDir);
	const embedded = await startEmbedded({
		dataDir: resolve(dataDir, 'postgres'),
		siteUrl,
		keys: await embeddedKeys(dataDir),
		deliver
	});
	if (demo) {
		const { seedDemo } = await import('./seed.ts');
		await seedDemo(embedded.database);
	}
	return embedded;
}

/** Keys of the embedded backend: made once, kept with the data, so sessions outlive a restart. */
async function embeddedKeys(dataDir: string) {
	const file = join(dataDir, 'keys.json');
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Record<
			'publishable' | 'secret' | 'jwt',
			string
		>;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	const key = () => randomBytes(24).toString('base64url');
	const keys = { publishable: `sb_publishable_${key()}`, secret: `sb_secret_${key()}`, jwt: key() };
	await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
	return keys;
}
