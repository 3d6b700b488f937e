import type { RequestHandler } from '@sveltejs/kit';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '$lib/domain/members/session';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { GET as candidates } from '../../../src/routes/api/overblik/kandidater/+server';
import { GET as costs } from '../../../src/routes/api/overblik/oekonomi/+server';
import { GET as engagements } from '../../../src/routes/api/overblik/forloeb/+server';
import { demoAccounts, demoPassword } from '../../../supabase/seed/accounts';
import { ROSKILDE } from '../../../supabase/seed/organisations';
import { clientOf, testBackend, type TestBackend } from '../../fixtures/embedded';

let backend: TestBackend;
beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
});
afterAll(() => backend.close());

const count = async (query: string) =>
	Number((await backend.database.query<{ n: number }>(query)).rows[0]!.n);

interface Caller {
	supabase: Client;
	session: Session | null;
}

async function signedIn(key: string): Promise<Caller> {
	const supabase = clientOf(backend);
	const { email } = demoAccounts.find((account) => account.key === key)!;
	await supabase.auth.signInWithPassword({ email, password: demoPassword });
	return { supabase, session: (await supabase.rpc('me')).data as unknown as Session };
}

/** Asks an endpoint itself, past layouts and hooks. */
async function ask(endpoint: unknown, locals: Caller, query = ''): Promise<Response> {
	const url = new URL(`http://localhost/api/overblik?${query}`);
	const cookies = { get: () => undefined };
	return (endpoint as RequestHandler)({ locals, url, cookies } as never);
}

async function rowsOf(response: Response) {
	const [header, ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()));
	return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]])));
}

describe('a spreadsheet', () => {
	test('has every candidate of the job centre, however many', async () => {
		await backend.database.query(
			`insert into candidate (job_centre_id, alias, target_group_code)
			select $1, 'K-' || 100000 + n, 'job_ready' from generate_series(1, 1100) n`,
			[ROSKILDE]
		);
		const coordinator = await signedIn('coordinator');
		const rows = await rowsOf(await ask(candidates, coordinator));
		const aliases = rows.map((row) => row['Kandidat']);
		expect(new Set(aliases).size).toBe(rows.length);
		expect(rows).toHaveLength(
			await count(`select count(*) as n from candidate where job_centre_id = '${ROSKILDE}'`)
		);
		expect(rows).toContainEqual(
			expect.objectContaining({
				Målgruppe: 'Oprindelige målgrupper',
				Henvist: expect.any(Date),
				'Timer om ugen': expect.any(Number),
				'I virksomhed': true
			})
		);
	});

	test('has the rows that the filter leaves, and the same figures as the overview', async () => {
		const coordinator = await signedIn('coordinator');
		const placed = await rowsOf(await ask(candidates, coordinator, 'gruppe=original&trin=placed'));
		expect(placed).toHaveLength(85);
		const begun = await rowsOf(
			await ask(engagements, coordinator, 'gruppe=original&tilstand=begun')
		);
		expect(begun).toHaveLength(21);
		expect(begun.filter((row) => row['Fag'] === 'Dansk' && row['Skole'] === 'CLAVIS')).toHaveLength(
			9
		);
	});

	test('has the orders of a year with their amounts in kroner', async () => {
		const coordinator = await signedIn('coordinator');
		const rows = await rowsOf(await ask(costs, coordinator, 'aar=2022'));
		const { rows: known } = await backend.database.query<{ reference: string; ore: number }>(
			`select order_reference as reference, total_ore as ore from cost_row
			where job_centre_id = $1 and year = 2022 order by 1`,
			[ROSKILDE]
		);
		expect(rows.map((row) => [row['Ordre'], row['Pris i kr.']])).toEqual(
			known.map(({ reference, ore }) => [reference, Number(ore) / 100])
		);
		expect(rows[0]!['Valgt']).toBeInstanceOf(Date);
	});
});

describe.each([
	['candidates', candidates],
	['engagements', engagements],
	['costs', costs]
])('the endpoint of %s', (_, endpoint) => {
	test('gives a job centre its own rows only', async () => {
		const koege = await rowsOf(await ask(endpoint, await signedIn('coordinator-2')));
		const roskilde = await rowsOf(await ask(endpoint, await signedIn('coordinator')));
		expect(koege.length).toBeGreaterThan(0);
		expect(koege.length).toBeLessThan(roskilde.length);
	});

	test('is not there for a school, and asks whoever is signed out to sign in', async () => {
		const leader = await signedIn('leader-clavis');
		await expect(ask(endpoint, leader)).rejects.toMatchObject({ status: 404 });
		const nobody = { supabase: backend.anonymous(), session: null };
		await expect(ask(endpoint, nobody)).rejects.toMatchObject({ status: 303 });
	});
});
