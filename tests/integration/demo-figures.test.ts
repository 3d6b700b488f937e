import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tailor } from '$lib/domain/catalogue/tailoring';
import { moduleById } from '$lib/server/catalogue/modules';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { danishDay } from '../../supabase/seed/days.ts';
import { idOf } from '../../supabase/seed/ids.ts';
import { ABSALON, CLAVIS, KOEGE, ROSKILDE, ZBC } from '../../supabase/seed/organisations.ts';
import { clientOf, testBackend, type TestBackend } from '../fixtures/embedded';

/* The figures of the evaluation that the demonstration must add up to, counted from rows; its sections are named. */

interface Group {
	code: string;
	referred: number;
	placed: number;
	in_job: number;
	in_job_after_six_months: number;
	upskilled: number;
	placed_and_upskilled: number;
	engagements: number;
	targets: Record<string, number>;
	weekly_hours: Record<'up_to_20' | 'up_to_30' | 'full_time' | 'unknown', number>;
}
interface Overview {
	groups: Group[];
	providers: { provider_id: string; reporting_group_code: string; engagements: number }[];
	costs: { spent_ore: number; committed_ore: number; budget_ore: number }[];
	years: number[];
}

let backend: TestBackend;
let coordinator: Client;
let overview: Overview;
let original: Group;
let ukrainian: Group;

beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
	coordinator = await signedIn('coordinator');
	overview = await overviewOf(2022);
	[original, ukrainian] = overview.groups as [Group, Group];
});
afterAll(() => backend.close());

async function signedIn(key: string): Promise<Client> {
	const client = clientOf(backend);
	const { email } = demoAccounts.find((account) => account.key === key)!;
	const { error } = await client.auth.signInWithPassword({ email, password: demoPassword });
	expect(error).toBeNull();
	return client;
}

async function overviewOf(year: number): Promise<Overview> {
	const { data } = await coordinator
		.rpc('overview', { p_job_centre: ROSKILDE, p_year: year })
		.throwOnError();
	return data as unknown as Overview;
}

async function rows<Row>(query: PromiseLike<{ data: Row[] | null; error: unknown }>) {
	const { data, error } = await query;
	expect(error).toBeNull();
	return data!;
}

describe('results and targets (table 5)', () => {
	test('of the original target groups', () => {
		expect(original).toMatchObject({
			code: 'original',
			referred: 138,
			placed: 85,
			in_job: 34,
			in_job_after_six_months: 18,
			targets: { referred: 120, placed: 70, in_job: 48, in_job_after_six_months: 36 }
		});
	});

	test('of the Ukrainian refugees; after six months the evaluation gives neither target nor result', () => {
		expect(ukrainian).toMatchObject({ code: 'ukrainian', referred: 90, placed: 59, in_job: 44 });
		expect(ukrainian.in_job_after_six_months).toBe(0);
		expect(ukrainian.targets).toEqual({ referred: 50, placed: 40, in_job: 32 });
	});

	test('31 of the 44 are in wage subsidy', async () => {
		const subsidies = await rows(
			coordinator
				.from('placement')
				.select('candidate:candidate_id!inner(target_group_code)')
				.eq('kind', 'wage_subsidy')
				.eq('candidate.target_group_code', 'ukrainian_refugee')
		);
		expect(subsidies).toHaveLength(31);
	});

	test('228 referred and 144 placed in all', () => {
		expect(original.referred + ukrainian.referred).toBe(228);
		expect(original.placed + ukrainian.placed).toBe(144);
		// The evaluation's own total is 80, which is not the sum of its 34 and 44.
		expect(original.in_job + ukrainian.in_job).toBe(78);
	});
});

describe('uptake (section 2.5.4)', () => {
	const engagementsOf = (group: string) =>
		rows(
			coordinator
				.from('engagement_row')
				.select('candidate_id, provider_id, subject_code, started_on')
				.eq('job_centre_id', ROSKILDE)
				.eq('reporting_group_code', group)
				.not('started_on', 'is', null)
		);

	test('21 engagements for 21 of the 85 placed candidates, which is 25 %', () => {
		expect(original).toMatchObject({ engagements: 21, upskilled: 21, placed_and_upskilled: 21 });
		expect(Math.round((100 * original.placed_and_upskilled) / original.placed)).toBe(25);
	});

	test('nine of the 21 are language training at CLAVIS', async () => {
		const training = await engagementsOf('original');
		const danish = training.filter((row) => row.subject_code === 'danish');
		expect(danish).toHaveLength(9);
		expect(danish.every((row) => row.provider_id === CLAVIS)).toBe(true);
	});

	test('85 engagements for the Ukrainians, many of whom had more than one', async () => {
		expect(ukrainian.engagements).toBe(85);
		expect(ukrainian.upskilled).toBeLessThan(59);
		const training = await engagementsOf('ukrainian');
		const bySubject = Object.groupBy(training, (row) => row.subject_code!);
		const sizes = Object.entries(bySubject).sort(([, a], [, b]) => b!.length - a!.length);
		expect(sizes.slice(0, 3).map(([subject]) => subject)).toEqual([
			'warehouse',
			'english',
			'food_hygiene'
		]);
		expect(training.every((row) => row.started_on! > '2022-04' && row.started_on! < '2024')).toBe(
			true
		);
	});

	test('the schools’ parts add up to the same', () => {
		for (const group of overview.groups) {
			const parts = overview.providers.filter((part) => part.reporting_group_code === group.code);
			expect(parts.reduce((sum, part) => sum + part.engagements, 0)).toBe(group.engagements);
		}
	});
});

test('of 138 candidates, 87 % manage up to 20 hours a week, 8 % up to 30 and 4 % full time (figure 6)', () => {
	expect(original.weekly_hours).toEqual({ up_to_20: 120, up_to_30: 11, full_time: 6, unknown: 1 });
	const share = (figure: number) => Math.round((100 * figure) / 138);
	expect([120, 11, 6].map(share)).toEqual([87, 8, 4]);
});

describe('prices (section 2.6), as anybody sees them in the catalogue', () => {
	const moduleOf = async (key: string) => {
		const { data } = await backend
			.anonymous()
			.from('module')
			.select('*, module_price(*)')
			.eq('id', idOf(key))
			.single()
			.throwOnError();
		return { ...data, teaching: data.module_price.find((line) => line.kind === 'teaching')! };
	};

	test('individual language training: 2 800 kr. a week, 28 000-33 600 kr. with all in it', async () => {
		const { teaching, ...module } = await moduleOf('clavis-individual');
		expect(module).toMatchObject({
			provider_id: CLAVIS,
			delivery_forms: ['one_to_one'],
			places: ['workplace']
		});
		expect(teaching).toMatchObject({
			model: 'per_week',
			unit_price_ore: 280_000,
			weekly_hours: 2
		});
		const weeks = [module.minimum_hours!, module.hours!].map((hours) => hours / 2);
		expect(weeks).toEqual([10, 12]);
		expect(weeks.map((count) => count * 2_800)).toEqual([28_000, 33_600]);
		const besides = module.module_price.filter((line) => line.kind !== 'teaching');
		expect(besides.map((line) => line.kind)).toEqual(
			expect.arrayContaining(['pre_meeting', 'screening', 'materials', 'preparation'])
		);
		expect(besides.every((line) => line.unit_price_ore === 0)).toBe(true);
	});

	test('tailored food hygiene: 25 hours at 600 kr. are 15 000 kr., and preparation and adaptation besides', async () => {
		const { teaching, ...module } = await moduleOf('zbc-food-hygiene');
		expect(module).toMatchObject({ provider_id: ZBC, hours: 25 });
		expect(teaching).toMatchObject({ model: 'per_hour', unit_price_ore: 60_000 });
		expect(module.hours! * teaching.unit_price_ore).toBe(1_500_000);
		const charged = module.module_price.filter(
			(line) => line.kind !== 'teaching' && line.unit_price_ore > 0
		);
		expect(charged.map((line) => line.kind)).toEqual(['preparation', 'adaptation']);
	});

	test('both come out when the module is tailored on its page', async () => {
		const priceOf = async (key: string, elements?: number[]) => {
			const module = (await moduleById(backend.anonymous(), idOf(key)))!;
			const { hours, weeks, weeklyHours, totalOre, lines } = tailor(
				module,
				{ elements },
				danishDay(new Date())
			)!;
			return {
				hours,
				weeks,
				weeklyHours,
				kroner: totalOre / 100,
				teaching: lines[0]!.amountOre / 100
			};
		};
		const week = { weeklyHours: 2 };
		expect(await priceOf('clavis-individual', [1, 2])).toMatchObject({
			...week,
			hours: 20,
			weeks: 10,
			kroner: 28_000
		});
		expect(await priceOf('clavis-individual')).toMatchObject({
			...week,
			hours: 24,
			weeks: 12,
			kroner: 33_600
		});
		expect(await priceOf('zbc-food-hygiene')).toMatchObject({
			hours: 25,
			teaching: 15_000,
			kroner: 18_000
		});
	});

	test('buddy training: 3-5 hours for up to 20 at a fixed price', async () => {
		const { teaching, ...module } = await moduleOf('absalon-buddy');
		expect(module).toMatchObject({
			provider_id: ABSALON,
			minimum_hours: 3,
			hours: 5,
			max_participants: 20
		});
		expect(teaching.model).toBe('fixed');
	});
});

test('each year’s costs are those of its orders', async () => {
	expect(overview.years).toEqual(expect.arrayContaining([2021, 2022, 2023]));
	for (const year of [2021, 2022, 2023]) {
		const { costs } = await overviewOf(year);
		const orders = await rows(
			coordinator
				.from('cost_row')
				.select('total_ore')
				.eq('job_centre_id', ROSKILDE)
				.eq('year', year)
		);
		const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
		expect(sum(costs.map((cost) => cost.spent_ore + cost.committed_ore))).toBe(
			sum(orders.map((order) => order.total_ore!))
		);
		expect(costs.every((cost) => cost.budget_ore > 0)).toBe(true);
	}
});

test('every module can be saved as it stands, and published when it is', async () => {
	const { rows: refused } = await backend.database.query(`
		select module.title, private.refuse_module_parts(id, provider_id, private.module_content(id)),
			case when state <> 'draft' then private.refuse_unless_complete(id) end
		from public.module`);
	expect(refused.length).toBeGreaterThan(40);
	const { rows: unlike } = await backend.database.query(`
		select module.title from public.module
		left join lateral (
			select content from public.module_version where module_id = module.id order by version desc limit 1
		) saved on true
		where saved.content is distinct from private.module_content(module.id)`);
	expect(unlike).toEqual([]);
});

test('no school is without a request to answer', async () => {
	for (const { key } of demoAccounts.filter((account) => account.role === 'leader')) {
		const leader = await signedIn(key);
		const asked = await rows(leader.from('quote_request').select('id').eq('state', 'sent'));
		expect(asked.length, key).toBeGreaterThan(0);
	}
});

test('the coordinator in Køge sees what is Køge’s and nothing of Roskilde’s', async () => {
	const koege = await signedIn('coordinator-2');
	const tables = [
		'candidate',
		'need',
		'need_brief',
		'quote_request',
		'quote',
		'purchase_order',
		'order_reason',
		'engagement',
		'budget',
		'target',
		'candidate_row',
		'engagement_row',
		'cost_row',
		'order_row'
	] as const;
	for (const table of tables) {
		// The client's types cannot follow a choice of tables and views; all of these have the column.
		const seen = await rows(koege.from(table as 'need').select('job_centre_id'));
		expect(new Set(seen.map((row) => row.job_centre_id)), table).toEqual(new Set([KOEGE]));
	}
	const events = await rows(koege.from('event').select('job_centre_id'));
	expect(new Set(events.map((event) => event.job_centre_id))).toEqual(new Set([KOEGE]));
	const { data } = await koege
		.rpc('overview', { p_job_centre: ROSKILDE, p_year: 2022 })
		.throwOnError();
	expect((data as unknown as Overview).groups).toEqual([]);
});

test('seeding again changes nothing', async () => {
	const count = () => backend.database.query('select count(*) from public.event');
	const { rows: before } = await count();
	await seedDemo(backend.database);
	expect((await count()).rows).toEqual(before);
});
