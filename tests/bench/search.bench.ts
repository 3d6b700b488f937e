import { afterAll, beforeAll, test } from 'vitest';
import type { Client } from '$lib/server/supabase/clients';
import type { Json } from '$lib/server/supabase/database.types';
import { seedDemo } from '$lib/server/supabase/seed';
import { testBackend, type TestBackend } from '../fixtures/embedded';
import { medianTime, milliseconds, print } from './measure';

const MODULES = 100_000;
const SCHOOLS = 500;
const threeFilters = { place: ['workplace', 'school'], danish_level: 'B1', division: ['parts'] };

let backend: TestBackend;
let anybody: Client;

beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
	await fill();
	anybody = backend.anonymous();
}, 3_600_000);
afterAll(() => backend.close());

test('search of the catalogue', async () => {
	const rows = [];
	for (const [what, filter] of [
		['a term', { text: 'svejsning' }],
		['a term and three filters', { text: 'svejsning', ...threeFilters }],
		['a slip and three filters', { text: 'gafeltruck', ...threeFilters }],
		['the beginning of a word', { text: 'rengø' }],
		['two terms', { text: 'rengøring hotel' }],
		['a broad term', { text: 'værktøj' }],
		['a broad term and three filters', { text: 'værktøj', ...threeFilters }],
		['no term', {}],
		['no term and three filters', threeFilters]
	] as [string, { [key: string]: Json }][]) {
		const { total } = await search(filter);
		rows.push({
			what,
			found: total,
			'rpc as anybody': milliseconds(await medianTime(() => search(filter)))
		});
	}
	print(
		`Search of ${MODULES} modules of ${SCHOOLS} schools: 20 rows and all counts, median of one call`,
		rows
	);
});

async function search(filter: { [key: string]: Json }): Promise<{ total: number }> {
	const { data } = await anybody
		.rpc('search_modules', { p_filter: filter, p_limit: 20, p_offset: 0 })
		.throwOnError();
	return data as { total: number };
}

/** What modules are about, by subject. */
const topics: Record<string, string[]> = {
	danish: ['Dansk', 'Tal dansk', 'Sprogtræning', 'Udtale og ord'],
	english: ['Engelsk', 'Engelsk på telefonen', 'Skriv engelsk'],
	food_hygiene: ['Fødevarehygiejne', 'Egenkontrol', 'Allergener i maden', 'Personlig hygiejne'],
	kitchen: [
		'Køkkenhjælp',
		'Smørrebrød',
		'Opvask',
		'Kantinens buffet',
		'Bageri og kager',
		'Tjener',
		'Kaffe og café'
	],
	cleaning: ['Rengøring', 'Hotelrengøring', 'Vinduespolering', 'Hospitalsrengøring', 'Gulvpleje'],
	warehouse: [
		'Gaffeltruck',
		'Stabler',
		'Varemodtagelse',
		'Pluk og pak',
		'Lagerstyring',
		'Lastsikring',
		'Varebil'
	],
	security: ['Vagt', 'Dørmand', 'Billetkontrol', 'Pedel', 'Snerydning'],
	care: ['Demens', 'Forflytning', 'Hjemmepleje', 'Børnepasning', 'Måltider i plejen', 'Medicin'],
	customer_service: ['Kassen', 'Kundeservice', 'Salg i butikken', 'Reception', 'Klager', 'Webshop'],
	it: ['Regneark', 'Mail og kalender', 'MitID', 'Tekstbehandling', 'Programmering'],
	reading_writing: ['Læs arbejdssedlen', 'Ordblindeundervisning', 'Stavning', 'FVU-læsning'],
	mathematics: ['Regning', 'Mål og vægt', 'FVU-matematik'],
	first_aid: ['Førstehjælp', 'Brandslukning', 'Ergonomi', 'Arbejdsmiljø', 'Varmt arbejde'],
	production: [
		'Svejsning',
		'TIG-svejsning',
		'Montage',
		'CNC-drejning',
		'Pakkelinje',
		'Stillads',
		'Murerarbejde',
		'Malerarbejde',
		'Anlægsgartner',
		'Træbearbejdning',
		'Elektronik'
	],
	cooperation: ['Konflikter', 'Buddy', 'Samarbejde', 'Jobsøgning', 'Stress']
};

/** Modules as schools write them: each school has its ways, and each topic its titles. */
async function fill(): Promise<void> {
	await backend.database.exec(`
		insert into public.organisation (kind, provider_kind, name, municipality_code)
		select 'provider', 'other', (array['Sprogcenter', 'Erhvervsskolen', 'Teknisk Skole', 'VUC', 'Akademiet'])[1 + n % 5] || ' ' || municipality.name || ' ' || n,
			municipality.code
		from generate_series(1, ${SCHOOLS}) n
		join (select code, name, row_number() over (order by code) place from public.municipality) municipality on municipality.place = 1 + n % 98;
		insert into public.module (id, provider_id, state, code, title, purpose, audience, subject_code, delivery_forms, places, workplace_municipalities,
			hours, minimum_hours, session_hours, session_hours_min, is_divisible, indivisible_reason, min_participants, max_participants,
			required_danish_level, certificate_kind, lead_time_days, has_rolling_intake, teaching_languages, support, published_at)
		select gen_random_uuid(), provider.ids[1 + n % ${SCHOOLS}], 'published', 'B-' || n,
			topic.title || ' ' || (array['for begyndere', 'på arbejdspladsen', 'trin for trin', 'i små hold', 'med tolk', 'om aftenen', 'intensivt', 'på jeres sted',
				'til nye medarbejdere', 'i praksis', 'fra grunden', 'videre', 'på to uger', 'med prøve', 'i eget tempo', 'for rutinerede', 'med makker', 'til praktikken',
				'på nettet', 'og lidt regning', 'i hverdagen', 'for unge', 'med støtte', 'på engelsk'])[1 + (n / 7) % 24]
		,
			(array['Kom godt i gang med', 'Bliv sikker i', 'Lær ordene for', 'Øv dig i', 'Få styr på', 'Prøv kræfter med'])[1 + n % 6] || ' '
				|| (array['opgaverne på stedet', 'maskiner og værktøj', 'kunder og kolleger', 'de skriftlige beskeder', 'sikre løft og pauser', 'planen for ugen',
					'det daglige overblik', 'mål og mængder', 'kemi og værnemidler', 'telefonen og mailen', 'reglerne og hvorfor de er der'])[1 + (n / 3) % 11]
				|| ', ' || (array['en time ad gangen', 'med billeder og film', 'ude i virksomheden', 'sammen med en makker', 'på små hold', 'i jeres eget tempo', 'trin for trin'])[1 + (n / 5) % 7] || '.',
			(array['Nye i faget', 'Ledige uden erfaring', 'Medarbejdere med lidt dansk', null])[1 + n % 4],
			topic.subject,
			case (n % ${SCHOOLS} + char_length(topic.subject) + n / ${SCHOOLS} % 2) % 5 when 0 then array['one_to_one'] when 1 then array['small_class', 'class'] when 2 then array['class'] when 3 then array['class_with_support'] else array['one_to_one', 'small_class', 'online'] end,
			case (n % ${SCHOOLS} / 3 + ascii(topic.subject) + n / ${SCHOOLS} % 2) % 5 when 0 then array['workplace'] when 1 then array['school'] when 2 then array['workplace', 'school'] when 3 then array['online'] else array['school', 'online'] end,
			case when n % 3 = 0 then array['0101', '0265', '0259'] else '{}' end,
			8 + n % 40, case when topic.place % 5 = 0 then 8 + n % 40 else 2 + n % 3 end, 1 + n % 8, least(1 + n % 8, 1 + n % 3), topic.place % 5 <> 0, case when topic.place % 5 = 0 then 'Beviset kræver det hele' end,
			1, 1 + n % 20, (array['none', 'A1', 'A2', 'B1', 'B2', 'C1'])[1 + (n / 13) % 6],
			(array['statutory', 'amu', 'participation', 'participation', 'none'])[1 + topic.place % 5], n % 60, n % 10 <> 0,
			case when n % ${SCHOOLS} % 9 = 0 then array['da', 'en'] when n % ${SCHOOLS} % 23 = 0 then array['da', 'uk'] else array['da'] end,
			case n % ${SCHOOLS} % 6 when 0 then '{}'::text[] when 1 then array['pre_meeting'] when 2 then array['pre_meeting', 'interpreter'] when 3 then array['trade_materials', 'workplace_buddy']
				when 4 then array['screening', 'home_practice'] else array['education_buddy'] end,
			now() - n * interval '1 minute'
		from generate_series(1, ${MODULES}) n
		cross join (select array_agg(id order by name) ids from public.organisation where kind = 'provider' and provider_kind = 'other') provider
		join (
			select row_number() over () as place, subject, title, count(*) over () as topics
			from jsonb_each('${JSON.stringify(topics)}') of_subject (subject, titles), jsonb_array_elements_text(titles) title
		) topic on topic.place = 1 + (n * 37 + n / 80) % topic.topics;
		insert into public.module_funding (module_id, legal_basis_code, coverage)
		select module.id, basis.code, 'part'
		from public.module join public.legal_basis basis on (ascii(right(basis.code, 1)) + char_length(module.subject_code)) % 4 = 0
		where module.code like 'B-%' and basis.valid_from < now();
		insert into public.module_element (module_id, number, position, title, goal, hours)
		select module.id, n, n, (array['Ord og begreber', 'Øvelser på stedet', 'Prøve og samtale'])[n], 'Kan selv', 2
		from public.module, generate_series(1, 3) n where module.code like 'B-%' and module.lead_time_days % 4 = 0;
		analyze private.module_search;
		analyze private.search_profile;
		analyze private.search_word;
		analyze private.search_form;
		analyze public.module;`);
}
