/**
 * `npm start`: builds when sources have changed, then serves. Without SUPABASE_URL it runs on the embedded
 * backend with the demo data; `--fresh` throws the data away first.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { refuseIfInUse } from '../lib/server/supabase/data-lock.ts';
import { sourceHash } from './source-hash.ts';

const STAMP = 'build/source-hash';

const env = process.env;
env.PORT ||= '3000';
env.ORIGIN ||= `http://localhost:${env.PORT}`;
env.DATA_DIR ||= '.data';
// An attachment of 10 MB, with what a form sends around it.
env.BODY_SIZE_LIMIT ||= '11M';
if (!env.SUPABASE_URL) env.DEMO ||= '1';

if (!env.SUPABASE_URL) await refuseIfInUse(env.DATA_DIR).catch(stop);
if (process.argv.includes('--fresh')) rmSync(env.DATA_DIR, { recursive: true, force: true });
buildIfChanged();

const { href } = pathToFileURL('build/index.js');
await import(/* @vite-ignore */ href);

console.info(`\nLøftet: ${env.ORIGIN}`);
if (env.DEMO === '1') {
	console.info(`\nDemo logins (password ${demoPassword}):`);
	for (const { email, displayName, organisation } of demoAccounts) {
		console.info(`  ${email.padEnd(44)} ${displayName}, ${organisation}`);
	}
}

function stop(error: Error): never {
	console.error(error.message);
	process.exit(1);
}

function buildIfChanged(): void {
	const hash = sourceHash();
	if (built() === hash) return;
	console.info('Building ...');
	const vite = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		encoding: 'utf8'
	});
	if (vite.status !== 0) {
		console.error(vite.stdout, vite.stderr);
		process.exit(1);
	}
	writeFileSync(STAMP, hash);
}

function built(): string | undefined {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return undefined;
	}
}
