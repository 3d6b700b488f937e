import type { RequestHandler } from '@sveltejs/kit';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '$lib/domain/members/session';
import { listAgreements } from '$lib/server/agreements';
import { listEngagements } from '$lib/server/engagements';
import { listNeeds } from '$lib/server/needs/reading';
import { listOrders } from '$lib/server/orders/orders';
import { PAGE_SIZE, type Page } from '$lib/server/paging';
import { listRequests } from '$lib/server/quotes/answering';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { GET as candidates } from '../../src/routes/api/overblik/kandidater/+server';
import { GET as costs } from '../../src/routes/api/overblik/oekonomi/+server';
import { GET as engagements } from '../../src/routes/api/overblik/forloeb/+server';
import { GET as agreements } from '../../src/routes/api/rammeaftaler/+server';
import { GET as needs } from '../../src/routes/api/behov/+server';
import { GET as orders } from '../../src/routes/api/ordrer/+server';
import { GET as requests } from '../../src/routes/api/foresporgsler/+server';
import { GET as training } from '../../src/routes/api/forloeb/+server';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts';
import { CLAVIS, KOEGE, ROSKILDE, ZBC } from '../../supabase/seed/organisations';
import { clientOf, testBackend, type TestBackend } from '../fixtures/embedded';

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
	const url = new URL(`http://localhost/api/list?${query}`);
	const cookies = { get: () => undefined };
	return (endpoint as RequestHandler)({ locals, url, cookies } as never);
}

async function rowsOf(response: Response) {
	const [header, ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()));
	return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i]])));
}

describe('a spreadsheet of the overview', () => {
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

describe('a spreadsheet of a list', () => {
	/** What the pages of a list say, one after the other. */
	async function everyPage<Row>(page: (number: number) => Promise<Page<Row>>): Promise<Row[]> {
		const all: Row[] = [];
		for (let number = 1; ; number++) {
			const { rows, total } = await page(number);
			all.push(...rows);
			if (all.length >= total) return all;
		}
	}
	const column = async (name: string, ...asked: Parameters<typeof ask>) =>
		(await rowsOf(await ask(...asked))).map((row) => row[name]);

	test('of orders or needs has all that the filter leaves, on however many pages', async () => {
		const approver = await signedIn('approver');
		const filter = { state: 'approved', providerId: CLAVIS, text: 'r-' } as const;
		const listed = await everyPage((number) =>
			listOrders(approver.supabase, ROSKILDE, filter, number)
		);
		expect(listed.length).toBeGreaterThan(PAGE_SIZE);
		const rows = await rowsOf(
			await ask(orders, approver, `tilstand=approved&skole=${CLAVIS}&q=r-`)
		);
		expect(rows.map((row) => row['Ordre'])).toEqual(listed.map((row) => row.reference).sort());
		expect(rows[0]).toEqual({
			Ordre: expect.stringMatching(/^R-/),
			Forløb: expect.any(String),
			Skole: 'CLAVIS',
			Behov: expect.stringMatching(/^B-/),
			Kandidat: expect.stringMatching(/^K-/),
			Valgt: expect.any(Date),
			'Pris i kr.': expect.any(Number),
			Tilstand: 'Godkendt'
		});

		const broker = await signedIn('broker');
		const asking = { jobCentreId: ROSKILDE, userId: broker.session!.userId };
		for (const all of [true, false]) {
			const found = await everyPage((number) =>
				listNeeds(broker.supabase, asking, { all, state: 'completed', text: '' }, number)
			);
			expect(found.length).toBeGreaterThan(PAGE_SIZE);
			const query = `tilstand=completed${all ? '&hvis=alle' : ''}`;
			expect(await column('Behov', needs, broker, query)).toEqual(
				found.map((row) => row.reference).sort()
			);
		}
	});

	test('of training, requests or agreements has them in the order of the list', async () => {
		const leader = await signedIn('leader-clavis');
		const side = { organisationId: CLAVIS, kind: 'provider' } as const;
		const states = ['completed', 'dropped'] as const;
		const over = await everyPage((page) =>
			listEngagements(leader.supabase, side, { states, page })
		);
		expect(over.length).toBeGreaterThan(PAGE_SIZE);
		expect(await column('Ordre', training, leader, 'vis=afsluttet')).toEqual(
			over.map((row) => row.order.reference)
		);
		const answered = await everyPage((page) =>
			listRequests(leader.supabase, CLAVIS, { states: ['answered'], page })
		);
		expect(answered).not.toEqual([]);
		expect(await column('Behov', requests, leader, 'vis=besvaret')).toEqual(
			answered.map((row) => row.brief!.reference)
		);
		const agreed = await everyPage((page) => listAgreements(leader.supabase, side, { page }));
		expect(agreed).not.toEqual([]);
		expect(await column('Aftale', agreements, leader)).toEqual(agreed.map((row) => row.reference));
	});

	test('has the rows of one’s own organisation only, and all of them', async () => {
		const known = async (query: string, organisation: string) =>
			(await backend.database.query<{ reference: string }>(query, [organisation])).rows.map(
				({ reference }) => reference
			);
		const koege = await signedIn('coordinator-2');
		const theirOrders = 'select reference from purchase_order where job_centre_id = $1 order by 1';
		expect(await column('Ordre', orders, koege)).toEqual(await known(theirOrders, KOEGE));
		expect(await column('Behov', needs, koege, 'hvis=alle')).toEqual(
			await known('select reference from need where job_centre_id = $1 order by 1', KOEGE)
		);

		const running = `select purchase_order.reference from engagement join purchase_order on purchase_order.id = order_id
			where engagement.provider_id = $1 and engagement.state in ('planned', 'active')`;
		const waiting = `select need.reference from quote_request join need on need.id = need_id
			where provider_id = $1 and quote_request.state = 'sent'`;
		const all = 'select reference from frame_agreement where provider_id = $1';
		for (const [key, school] of [
			['leader-clavis', CLAVIS],
			['leader-zbc', ZBC]
		] as const) {
			const leader = await signedIn(key);
			const sorted = async (name: string, endpoint: unknown) =>
				(await column(name, endpoint, leader)).sort();
			expect(await sorted('Ordre', training)).toEqual((await known(running, school)).sort());
			expect(await sorted('Behov', requests)).toEqual((await known(waiting, school)).sort());
			expect(await sorted('Aftale', agreements)).toEqual((await known(all, school)).sort());
		}
	});

	test.each([
		['needs', needs, ['broker', 'coordinator']],
		['orders', orders, ['broker', 'coordinator', 'approver']],
		['agreements', agreements, ['broker', 'coordinator', 'approver', 'leader-clavis']],
		['requests', requests, ['leader-clavis']],
		['training', training, ['broker', 'coordinator', 'approver', 'leader-clavis']]
	])('of %s is for those who may see the list', async (_, endpoint, may) => {
		for (const key of ['broker', 'coordinator', 'approver', 'leader-clavis']) {
			const asked = ask(endpoint, await signedIn(key));
			if (may.includes(key)) expect((await asked).status, key).toBe(200);
			else await expect(asked, key).rejects.toMatchObject({ status: 404 });
		}
		const nobody = { supabase: backend.anonymous(), session: null };
		await expect(ask(endpoint, nobody)).rejects.toMatchObject({ status: 303 });
	});
});
