import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { ROSKILDE } from '../../supabase/seed/organisations.ts';
import { clientOf, testBackend, type TestBackend } from '../fixtures/embedded';

/* The figures of the evaluation that the demonstration must add up to; its sections are named beside them. */

interface Group {
	code: string;
	referred: number;
	placed: number;
	in_job: number;
	in_job_after_six_months: number;
	upskilled: number;
	engagements: number;
	targets: Record<string, number>;
}
interface Overview {
	groups: Group[];
	providers: { provider_name: string; reporting_group_code: string; engagements: number }[];
	weekly_hours: Record<'up_to_20' | 'up_to_30' | 'full_time' | 'unknown', number>;
}

let backend: TestBackend;
let coordinator: Client;
let overview: Overview;

beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
	coordinator = await signedIn('coordinator');
	const { data, error } = await coordinator.rpc('overview', {
		p_job_centre: ROSKILDE,
		p_year: 2022
	});
	expect(error).toBeNull();
	overview = data as unknown as Overview;
});
afterAll(() => backend.close());

async function signedIn(key: string): Promise<Client> {
	const client = clientOf(backend);
	const { email } = demoAccounts.find((account) => account.key === key)!;
	const { error } = await client.auth.signInWithPassword({ email, password: demoPassword });
	expect(error).toBeNull();
	return client;
}

function group(code: string): Group {
	return overview.groups.find((one) => one.code === code)!;
}

describe('the figures of the evaluation, as the coordinator sees them', () => {
	test('results and targets of the original target groups (table 5)', () => {
		expect(group('original')).toMatchObject({
			referred: 138,
			placed: 85,
			in_job: 34,
			in_job_after_six_months: 18,
			targets: { referred: 120, placed: 70, in_job: 48, in_job_after_six_months: 36 }
		});
	});

	test('results and targets of the Ukrainian refugees (table 5)', () => {
		const ukrainian = group('ukrainian');
		expect(ukrainian).toMatchObject({ referred: 90, placed: 59, in_job: 44 });
		expect(ukrainian.in_job_after_six_months).toBe(0);
		expect(ukrainian.targets).toEqual({ referred: 50, placed: 40, in_job: 32 });
	});

	test('228 referred and 144 placed in all (table 5)', () => {
		const [original, ukrainian] = [group('original'), group('ukrainian')];
		expect(original.referred + ukrainian.referred).toBe(228);
		expect(original.placed + ukrainian.placed).toBe(144);
	});
});
