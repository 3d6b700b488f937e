import { afterAll, beforeAll, test } from 'vitest';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { idOf } from '../../supabase/seed/ids.ts';
import { clientOf, testBackend, type TestBackend } from '../fixtures/embedded';
import { medianTime, milliseconds, print } from './measure';

const need = idOf('need/live-danish-asked');
const SUBJECT = 'danish';

let backend: TestBackend;
let broker: Client;

beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
	broker = clientOf(backend);
	await broker.auth.signInWithPassword({
		email: demoAccounts.find(({ key }) => key === 'broker')!.email,
		password: demoPassword
	});
});
afterAll(() => backend.close());

test('fit of a need', async () => {
	const rows = [];
	for (const modules of [1_000, 10_000, 100_000]) {
		for (const spread of [true, false]) {
			await fill(modules, spread);
			const times = modules === 100_000 ? 5 : 11;
			rows.push({
				modules,
				'of the need’s subject': await ofSubject(),
				'in SQL': milliseconds(await medianTime(inSql, times)),
				'rpc as the broker': milliseconds(await medianTime(byRpc, times)),
				'what would help': milliseconds(await medianTime(suggestions, times))
			});
		}
	}
	print('Fit of a need: the best 20 modules, median of one call', rows);
});

function inSql(): Promise<unknown> {
	return backend.database.query(
		'select fit.* from public.need, private.fit(need, 20, 0) as fit where need.id = $1',
		[need]
	);
}

async function byRpc(): Promise<void> {
	const { data } = await broker
		.rpc('fit_modules', { p_need: need, p_limit: 20, p_offset: 0 })
		.throwOnError();
	if (data.length !== 20) throw new Error(`fit gave ${data.length} modules`);
}

async function suggestions(): Promise<void> {
	await broker.rpc('suggest_changes', { p_need: need }).throwOnError();
}

async function ofSubject(): Promise<number> {
	const { rows } = await backend.database.query<{ count: number }>(
		`select count(*) from public.module where subject_code = $1 and state = 'published'`,
		[SUBJECT]
	);
	return rows[0]!.count;
}

/** So many modules, over all subjects or all of one, that differ in everything that fit looks at. */
async function fill(count: number, spread: boolean): Promise<void> {
	await backend.database.exec(`
		delete from public.module where title like 'Modul %';
		insert into public.module (id, provider_id, state, title, purpose, subject_code, delivery_forms, places, hours,
			minimum_hours, session_hours, session_hours_min, is_divisible, max_participants, required_danish_level,
			certificate_kind, lead_time_days, published_at)
		select gen_random_uuid(), provider.ids[1 + n % 6], 'published', 'Modul ' || n, 'Et kort formål.',
			${spread ? 'subject.codes[1 + n % 15]' : `'${SUBJECT}'`},
			array[(array['one_to_one', 'small_class', 'class'])[1 + n % 3]],
			array[(array['workplace', 'school', 'online'])[1 + n % 3]],
			4 + n % 40, case when n % 5 = 0 then 4 + n % 40 else 2 + n % 3 end, 1 + n % 8, least(1 + n % 8, 1 + n % 3),
			n % 5 <> 0, 1 + n % 20, (array['none', 'A1', 'A2', 'B1', 'B2', 'C1'])[1 + n % 6],
			(array['statutory', 'amu', 'participation', 'none'])[1 + n % 4], n % 60, now()
		from generate_series(1, ${count}) n,
			(select array_agg(id order by name) ids from public.organisation where kind = 'provider') provider,
			(select array_agg(code order by code) codes from public.subject) subject;
		insert into public.module_price (module_id, position, kind, model, unit_price_ore, weekly_hours)
		select module.id, line.position, line.kind,
			case line.position when 1 then model.name else 'fixed' end, 10000 * (1 + model.n % 70),
			case when line.position = 1 and model.name = 'per_week' then 1 + model.n % 6 end
		from public.module,
			lateral (select ascii(right(module.title, 1)) * 7 + char_length(module.title) n) seed,
			lateral (select seed.n, (array['per_hour', 'per_week', 'per_participant', 'fixed'])[1 + seed.n % 4] name) model,
			(values (1, 'teaching'), (2, 'pre_meeting'), (3, 'preparation')) line (position, kind)
		where module.title like 'Modul %';
		analyze public.module;
		analyze public.module_price;
		analyze private.module_fit;`);
}
