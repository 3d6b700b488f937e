import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';

/** What a build is made from. */
const SOURCES = [
	'src/**/*',
	'static/**/*',
	'supabase/{migrations,seed,templates}/**/*',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** A fingerprint of everything that a build is made from; it changes when any of it does. */
export function sourceHash(): string {
	const hash = createHash('sha256');
	const files = globSync(SOURCES, {
		exclude: ['src/lib/paraglide/**', 'src/lib/messages/project.inlang/README.md']
	}).sort();
	for (const file of files) {
		if (!statSync(file).isFile()) continue;
		hash.update(file).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}
