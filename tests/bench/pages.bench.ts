import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerClient } from '@supabase/ssr';
import { afterAll, beforeAll, test } from 'vitest';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { idOf } from '../../supabase/seed/ids.ts';
import { CLAVIS, ZBC } from '../../supabase/seed/organisations.ts';
import { medianTime, milliseconds, print } from './measure';

const port = process.env.BENCH_PORT ?? '4110';
const origin = `http://localhost:${port}`;

/** The main pages, and who looks at them. */
const pages: [path: string, account?: string][] = [
	['/'],
	['/katalog'],
	[`/katalog/${idOf('clavis-individual')}`],
	['/log-ind'],
	['/behov', 'broker'],
	[`/behov/${idOf('need/live-draft')}/rediger/maalet`, 'broker'],
	[`/behov/skabeloner/${idOf('template/food-hygiene')}`, 'coordinator'],
	[`/behov/${idOf('need/live-draft')}/kandidater`, 'broker'],
	[`/behov/${idOf('need/live-not-asked')}`, 'broker'],
	[`/behov/${idOf('need/live-three-quotes')}/tilbud`, 'broker'],
	['/ordrer', 'broker'],
	['/forloeb', 'broker'],
	['/beskeder', 'broker'],
	['/godkendelser', 'approver'],
	['/favoritter', 'broker'],
	['/moduler', 'leader-zbc'],
	[`/moduler/${idOf('zbc-food-hygiene')}/tal`, 'leader-zbc'],
	[`/moduler/${idOf('zbc-food-hygiene')}/versioner`, 'leader-zbc'],
	[`/moduler/${idOf('zbc-food-hygiene')}`, 'leader-zbc'],
	['/foresporgsler', 'leader-zbc'],
	[`/foresporgsler/${idOf(`request/live-one-answer/${ZBC}`)}`, 'leader-zbc'],
	[`/foresporgsler/${idOf(`request/live-danish-asked/${CLAVIS}`)}`, 'leader-clavis'],
	['/overblik', 'coordinator'],
	['/overblik/forloeb', 'coordinator'],
	['/overblik/oekonomi', 'coordinator'],
	['/overblik/kandidater', 'coordinator'],
	['/medlemmer', 'coordinator']
];

let server: ChildProcess;
let dataDir: string;

beforeAll(async () => {
	if (!existsSync('build/index.js'))
		throw new Error('there is no build: run `npm run build` first');
	dataDir = await mkdtemp(join(tmpdir(), 'loftet-bench-'));
	server = spawn(process.execPath, ['build/index.js'], {
		env: { ...process.env, PORT: port, ORIGIN: origin, DATA_DIR: dataDir, DEMO: '1' },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	await answering();
});
afterAll(async () => {
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill();
	await ended;
	await rm(dataDir, { recursive: true, force: true });
});

test('main pages', async () => {
	const cookies = new Map<string, string>();
	const rows = [];
	for (const [path, account] of pages) {
		if (account && !cookies.has(account)) cookies.set(account, await cookiesOf(account));
		const headers: HeadersInit = account ? { cookie: cookies.get(account)! } : {};
		const get = () => fetch(origin + path, { headers, redirect: 'manual' });
		const answer = await get();
		const html = await answer.text();
		rows.push({
			page: path.replace(/[0-9a-f-]{36}/, '[id]'),
			as: account ?? 'anybody',
			status: answer.status,
			'server time': milliseconds(await medianTime(async () => (await get()).text(), 15)),
			'JavaScript, brotli': await scriptBytes(html, answer.headers, 'br'),
			gzip: await scriptBytes(html, answer.headers, 'gzip')
		});
	}
	print('Main pages with the demonstration, median of one request', rows);
});

/** Signs in as the app's own server does, and gives the cookies that a browser would send. */
async function cookiesOf(key: string): Promise<string> {
	const keys = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'));
	const jar = new Map<string, string>();
	const client = createServerClient(origin, keys.publishable, {
		cookies: {
			getAll: () => [...jar].map(([name, value]) => ({ name, value })),
			setAll: (changed) => changed.forEach(({ name, value }) => jar.set(name, value))
		}
	});
	const { email } = demoAccounts.find((account) => account.key === key)!;
	const { error } = await client.auth.signInWithPassword({ email, password: demoPassword });
	if (error) throw error;
	return [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

const sizes = new Map<string, number>();

/** Bytes on the wire of all scripts that a page names: in its markup, or in the header that preloads them. */
async function scriptBytes(html: string, headers: Headers, encoding: 'br' | 'gzip') {
	const named =
		`${html} ${headers.get('link') ?? ''}`.match(/_app\/immutable\/[\w./-]+\.js/g) ?? [];
	let bytes = 0;
	for (const path of new Set(named)) {
		const key = `${encoding} ${path}`;
		if (!sizes.has(key)) {
			const script = await fetch(`${origin}/${path}`, { headers: { 'accept-encoding': encoding } });
			if (script.headers.get('content-encoding') !== encoding)
				throw new Error(`${path} is not served as ${encoding}`);
			await script.bytes();
			sizes.set(key, Number(script.headers.get('content-length')));
		}
		bytes += sizes.get(key)!;
	}
	return `${(bytes / 1000).toFixed(1)} kB`;
}

async function answering(): Promise<void> {
	for (let tries = 0; tries < 150; tries++) {
		const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('the app did not answer');
}
