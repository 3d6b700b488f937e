import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS
} from '$lib/domain/catalogue/module';
import { inOrder, moduleOf, modules } from '$lib/server/catalogue/rows';
import type { Json } from '$lib/server/supabase/database.types';
import type { Viewer } from '../../fixtures/cast';
import { startWorld, type World } from '../../fixtures/world';

type Row = Parameters<typeof moduleOf>[0];
type Counts = Record<string, Record<string, number>>;
interface Answer {
	total: number;
	rows: Row[];
	counts: Counts;
	corrected: string | null;
}
type Filter = Record<string, Json>;

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

const search = async (filter: Filter, who: Viewer = 'anonymous', limit = 20, offset = 0) =>
	(await world.call(who, 'search_modules', {
		p_filter: filter,
		p_limit: limit,
		p_offset: offset
	})) as unknown as Answer;
const titles = async (filter: Filter) =>
	(await search(filter, 'anonymous', 100)).rows.map(({ title }) => title);

const usual = {
	state: 'published',
	published_at: '2026-01-01',
	purpose: 'Kort og godt',
	subject_code: 'production',
	delivery_forms: ['class'],
	places: ['school'],
	hours: 10,
	minimum_hours: 5,
	session_hours: 4,
	session_hours_min: 2,
	is_divisible: true,
	min_participants: 1,
	max_participants: 8,
	required_danish_level: 'none',
	certificate_kind: 'participation',
	lead_time_days: 14,
	has_rolling_intake: true,
	teaching_languages: ['da'],
	support: [] as string[],
	workplace_municipalities: [] as string[]
};
type Content = typeof usual & { title: string; provider_id: string };

/** Modules as they stand in the database, straight into it; their ids in order. */
async function put(contents: (Partial<Content> & { title: string })[]): Promise<string[]> {
	const rows = contents.map((content) => ({
		id: randomUUID(),
		provider_id: world.organisations.business,
		...usual,
		...content
	}));
	const columns = ['id', 'provider_id', 'title', ...Object.keys(usual)].join();
	await world.sql(
		`insert into module (${columns})
		select ${columns} from jsonb_populate_recordset(null::module, $1)`,
		[JSON.stringify(rows)]
	);
	return rows.map(({ id }) => id);
}

const remove = (ids: string[]) => world.sql('delete from module where id = any ($1)', [ids]);

describe('a word', () => {
	/** What somebody types, and the title that it must find. */
	const found = [
		['køkken', 'Køkkenet fra A til B'],
		['køkkenet', 'Køkken for alle'],
		['køkkener', 'Køkkenet fra A til B'],
		['Køkkenernes', 'Køkken for alle'],
		['KOEKKEN', 'Køkken for alle'],
		['hygiejne', 'Fødevarehygiejne'],
		['fødevarer', 'Fødevarehygiejne'],
		['fødevarehygiejne', 'Hygiejne, når man rører ved fødevarer'],
		['hygejne', 'Fødevarehygiejne'],
		['hygiene', 'Fødevarehygiejne'],
		['fødevarehygejne', 'Fødevarehygiejne'],
		['truck', 'Gaffeltruck, certifikat B'],
		['trucken', 'Gaffeltruck, certifikat B'],
		['truckkort', 'Gaffeltruck, certifikat B'],
		['truckfører', 'Gaffeltruck, certifikat B'],
		['truckkursus', 'Gaffeltruck, certifikat B'],
		['gafeltruck', 'Gaffeltruck, certifikat B'],
		['forklift', 'Gaffeltruck, certifikat B'],
		['gaffeltruck', 'Truckcertifikat på to uger'],
		['rengøring', 'Gør rent på hotellet: rengøringsmidler'],
		['rengøre', 'Hotelrengøring'],
		['renggøring', 'Hotelrengøring'],
		['rengøringsassistent', 'Hotelrengøring'],
		['lageret', 'Lagermedarbejder'],
		['lagre', 'Lagermedarbejder'],
		['warehouse', 'Lagermedarbejder'],
		['svejse', 'TIG-svejsning'],
		['svejser', 'TIG-svejsning'],
		['svejsekursus', 'TIG-svejsning'],
		['sveisning', 'TIG-svejsning'],
		['brandslukning', 'Elementær brandbekæmpelse'],
		['brand', 'Elementær brandbekæmpelse'],
		['førstehjælp', 'Førstehjælpskursus'],
		['forstehjælp', 'Førstehjælpskursus'],
		['hjertestarter', 'Førstehjælpskursus'],
		['butik', 'Salg i butikken'],
		['butikker', 'Salg i butikken'],
		['forretning', 'Salg i butikken'],
		['regler', 'Regel og ret'],
		['børn', 'Børnepasning'],
		['barnet', 'Børnepasning'],
		['ældrepleje', 'Hjemmepleje'],
		['plejen', 'Hjemmepleje'],
		['engelsk', 'Engelskundervisning'],
		['danskere', 'Danskundervisning'],
		['edb', 'Computeren og dig'],
		['cafe', 'Caféens kaffe'],
		['café', 'Caféens kaffe'],
		['excel', 'Regnearket'],
		['regneark', 'Regnearket'],
		['pædagogmedhjælper', 'Børnepasning'],
		['aalborg', 'Ålborg rundt'],
		['læse', 'Læsning for voksne'],
		['ordblind', 'Læsning for voksne'],
		['keramik', 'Keramikværksted'],
		['værksted', 'Keramikværksted'],
		['stillads', 'Stilladsmontør'],
		['hyg', 'Fødevarehygiejne'],
		['gaffeltr', 'Gaffeltruck, certifikat B'],
		['stilladsm', 'Stilladsmontør']
	] as const;
	/** What somebody types, and a title that it must leave alone. */
	const apart = [
		['lager', 'Klager fra kunder'],
		['vagt', 'Mål og vægt'],
		['vægt', 'Vagt, grundkursus'],
		['kasse', 'Klasseledelse'],
		['klasse', 'Kassens gang'],
		['ost', 'Post og pakker'],
		['kok', 'Kokosnødder'],
		['maling', 'Måling'],
		['bil', 'Billeder på væggen'],
		['hest', 'Førstehjælpskursus'],
		['truck dansk', 'Gaffeltruck, certifikat B'],
		['service', 'Sauce og supper'],
		['kunde', 'Kunst og kultur'],
		['mad', 'Måder at tale på'],
		['tal', 'Italiensk'],
		['plejehjem', 'Plejen af planter'],
		['xyzzy', 'Køkken for alle']
	] as const;

	beforeAll(async () => {
		const all = new Set([...found, ...apart].map(([, title]) => title));
		await put([...all].map((title) => ({ title })));
	});

	test.each(found)('%s finds %s', async (text, title) => {
		expect(await titles({ text })).toContain(title);
	});

	test.each(apart)('%s does not find %s', async (text, title) => {
		expect(await titles({ text })).not.toContain(title);
	});
});

describe('several words', () => {
	test('must all be there, in any order and wherever they stand', async () => {
		const ids = await put([
			{ title: 'Robotter i gartneriet', purpose: 'Styr maskinen' },
			{ title: 'Robotter på lageret' }
		]);
		expect(await titles({ text: 'gartnerier robot maskiner' })).toEqual(['Robotter i gartneriet']);
		expect(await titles({ text: 'robot' })).toHaveLength(2);
		expect(await titles({ text: 'kursus i robotter' })).toHaveLength(2);
		await remove(ids);
	});

	test('say what was understood when one of them is a slip', async () => {
		const ids = await put([{ title: 'Robotter i gartneriet' }]);
		const { corrected, total } = await search({ text: 'robbotter gartneri' });
		expect({ corrected, total }).toEqual({ corrected: 'robotter gartneri', total: 1 });
		expect((await search({ text: 'robotter gartneri' })).corrected).toBeNull();
		await remove(ids);
	});
});

describe('the order', () => {
	test('is the title before a part of it, the subject, an element and the rest', async () => {
		const ids = await put([
			{ title: 'Rest', purpose: 'Noget om keramik' },
			{ title: 'Element' },
			{ title: 'Keramikværkstedet' },
			{ title: 'Keramik' }
		]);
		await world.sql(
			`insert into module_element (module_id, number, position, title, hours) values ($1, 1, 1, 'Keramik', 10)`,
			[ids[1]]
		);
		const found = await titles({ text: 'keramik' });
		expect(found.filter((title) => title !== 'Keramikværksted')).toEqual([
			'Keramik',
			'Keramikværkstedet',
			'Element',
			'Rest'
		]);
		await remove(ids);
	});

	test('is the word itself before its synonyms', async () => {
		const ids = await put([
			{ title: 'Vægter', published_at: '2026-06-01' },
			{ title: 'Dørmand', published_at: '2026-01-01' }
		]);
		const order = await titles({ text: 'dørmand' });
		expect(order.indexOf('Dørmand')).toBeLessThan(order.indexOf('Vægter'));
		await remove(ids);
	});

	test('is the newest first without words, or the titles, and pages follow each other', async () => {
		const all = await search({}, 'anonymous', 100);
		const newest = all.rows.map(({ published_at }) => published_at!);
		expect(newest).toEqual([...newest].sort().reverse());
		const pages = await Promise.all([0, 5].map((offset) => search({}, 'anonymous', 5, offset)));
		expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(
			all.rows.slice(0, 10).map(({ id }) => id)
		);
		const { rows } = await search({ sort: 'title' }, 'anonymous', 3);
		const [first] = await world.sql<{ title: string }>(
			`select title from module where state = 'published' order by title limit 1`
		);
		expect(rows[0]!.title).toBe(first!.title);
	});
});

test('a row is what the catalogue reads of a module, with all that belongs to it in its order', async () => {
	const { data } = await inOrder(
		modules(world.as('anonymous')).eq('id', world.modules.foodHygiene)
	).throwOnError();
	const { rows } = await search({ text: 'fødevarehygiejne tilrettet' });
	const times = (row: Row) => ({
		...moduleOf(row),
		...Object.fromEntries(
			(['published_at', 'updated_at', 'confirmed_at'] as const).map((key) => [
				key,
				Date.parse(row[key]!)
			])
		),
		publishedAt: null,
		updatedAt: null,
		confirmedAt: null
	});
	expect(times(rows[0]!)).toEqual(times(data[0]!));
	expect(Object.keys(rows[0]!).sort()).toEqual(Object.keys(data[0]!).sort());
});

describe('what is found', () => {
	test('is never a draft, a paused or an archived module, nor a word that only they hold', async () => {
		for (const text of ['Engelsk til receptionen', 'Regning i køkkenet']) {
			expect((await search({ text }, 'leader')).rows.map(({ title }) => title)).not.toContain(text);
		}
		const ids = await put([
			{ title: 'Hemmelighedskræmmeri', state: 'draft' },
			{ title: 'Hemmelighedskræmmeri', state: 'paused' },
			{ title: 'Hemmelighedskræmmeri', state: 'archived' }
		]);
		expect(await search({ text: 'hemmelighedskræmmeri' })).toMatchObject({ total: 0 });
		expect(await search({ text: 'hemmelighedskræmeri' })).toMatchObject({ corrected: null });
		await remove(ids);
	});

	test('follows the module: its new words and not the old, and its school’s name', async () => {
		const [id] = await put([{ title: 'Brolægning' }]);
		expect(await titles({ text: 'brolægning' })).toEqual(['Brolægning']);
		await world.sql(`update module set title = 'Tagdækning' where id = $1`, [id]);
		expect(await titles({ text: 'brolægning' })).toEqual([]);
		expect(await titles({ text: 'tagdækning' })).toEqual(['Tagdækning']);
		await world.sql(
			`insert into module_element (module_id, number, position, title, hours) values ($1, 1, 1, 'Skotrender', 10)`,
			[id]
		);
		expect(await titles({ text: 'skotrende' })).toEqual(['Tagdækning']);
		await world.sql('delete from module_element where module_id = $1', [id]);
		expect(await titles({ text: 'skotrende' })).toEqual([]);
		const { business } = world.organisations;
		await world.sql(`update organisation set name = name || ' Tagskolen' where id = $1`, [
			business
		]);
		expect(await titles({ text: 'tagskolen tagdækning' })).toEqual(['Tagdækning']);
		await world.sql(`update module set state = 'paused' where id = $1`, [id]);
		expect(await titles({ text: 'tagdækning' })).toEqual([]);
		await remove([id!]);
		expect(await world.sql('select from private.search_pending')).toEqual([]);
	});

	test('follows what a school saves', async () => {
		const { data } = await world
			.as('anonymous')
			.from('module')
			.select('version')
			.eq('id', world.modules.guard);
		const [content] = await world.sql<{ content: Json }>(
			'select content from module_version where module_id = $1 order by version desc limit 1',
			[world.modules.guard]
		);
		await world.call('rival', 'save_module', {
			p_id: world.modules.guard,
			p_provider: world.organisations.business,
			p_version: data![0]!.version,
			p_module: { ...(content!.content as object), learning_goals: 'Kan tale om natteravne' }
		});
		expect(await titles({ text: 'natteravn' })).toEqual(['Vagt, grundkursus']);
	});

	test('follows a synonym or a word that is added', async () => {
		const [id] = await put([{ title: 'Glarmesteren' }]);
		expect(await titles({ text: 'rudesnedker' })).toEqual([]);
		await world.sql(
			`insert into search_synonym values ('glazier', 'glarmester'), ('glazier', 'rudesnedker')`
		);
		await world.sql(`insert into search_vocabulary values ('glarmester', 'glarmester')`);
		expect(await titles({ text: 'rudesnedker' })).toEqual(['Glarmesteren']);
		await remove([id!]);
	});
});

describe('odd input', () => {
	test.each([
		"'; drop table module; --",
		"' | 'a",
		"it's",
		'\\',
		"\\' & !",
		'%_%',
		':* & | ! <-> ()',
		'"kø" -en',
		'🧽🚜',
		'køkken 🧽',
		'\u0001',
		'a'.repeat(5_000),
		'ord '.repeat(500),
		'Ⅷ ﬁne ｋøkken',
		'курс української',
		'دورة',
		'<script>alert(1)</script>',
		'1234567890'
	])('%j gets an answer', async (text) => {
		const { total, rows } = await search({ text });
		expect(total).toBeGreaterThanOrEqual(rows.length);
	});

	test('of only signs or small words narrows nothing', async () => {
		const { total } = await search({});
		for (const text of ['', ' ', '!!! ... ?', '🧽', 'og i på', 'kursus']) {
			expect((await search({ text })).total).toBe(total);
		}
	});

	test('in filters is left out or finds nothing', async () => {
		const { total } = await search({});
		for (const filter of [
			{ subject: null },
			{ subject: [] },
			{ place: '' },
			{ session_hours: 'mange' },
			{ participants: null },
			{ danish_level: 'Z9' },
			{ municipality: '' },
			{ unknown: ['x'] }
		] as Filter[]) {
			expect((await search(filter)).total).toBe(total);
		}
		for (const filter of [
			{ subject: ["x'); drop table module; --"] },
			{ school: ['not-an-id'] },
			{ place: ['moon'], division: ['parts'] }
		] as Filter[]) {
			expect(await search(filter)).toMatchObject({ rows: [] });
		}
		for (const filter of [[], 7, null] as Json[]) {
			expect((await search(filter as Filter)).total).toBe(total);
		}
		expect((await search({}, 'anonymous', -1, -5)).rows).toEqual([]);
		expect((await search({}, 'anonymous', 1_000_000)).rows.length).toBeLessThanOrEqual(100);
	});
});

describe('filters and counts', () => {
	const MUNICIPALITIES = ['0101', '0265', '0851'];
	const BASES = ['lab_90', 'lab_91'];
	const anyContent = fc.record({
		school: fc.nat(2),
		subject_code: fc.constantFrom('danish', 'kitchen', 'it'),
		places: fc.shuffledSubarray([...PLACES], { minLength: 1 }),
		delivery_forms: fc.shuffledSubarray([...DELIVERY_FORMS], { minLength: 1 }),
		is_divisible: fc.boolean(),
		teaching_languages: fc.shuffledSubarray(['da', 'en', 'uk'], { minLength: 1 }),
		support: fc.subarray([...SUPPORTS]),
		certificate_kind: fc.constantFrom(...CERTIFICATE_KINDS),
		session_hours_min: fc.integer({ min: 1, max: 4 }),
		required_danish_level: fc.constantFrom(...DANISH_LEVELS),
		participants: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(9)),
		lead_time_days: fc.nat(40),
		has_rolling_intake: fc.boolean(),
		workplace_municipalities: fc.subarray(MUNICIPALITIES),
		bases: fc.subarray(BASES),
		starts: fc.uniqueArray(fc.integer({ min: -20, max: 60 }), { maxLength: 3 }),
		word: fc.boolean()
	});
	const some = (values: readonly string[]) =>
		fc.option(fc.subarray([...values]), { nil: undefined });
	const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

	interface Known {
		id: string;
		facets: Record<string, string[]>;
		passes: (filter: Filter) => boolean;
	}
	let known: Known[];
	let schools: string[];

	beforeAll(async () => {
		const { language, business } = world.organisations;
		const [third] = await world.sql<{ id: string }>(
			`insert into organisation (kind, provider_kind, name, municipality_code)
			values ('provider', 'vuc', 'Nordskolen', '0851') returning id`
		);
		schools = [language, business, third!.id];
		await world.sql(`update module set state = 'paused' where state = 'published'`);
		const [{ today }] = (await world.sql<{ today: string }>(
			'select private.today()::text as today'
		)) as [{ today: string }];
		const dayAfter = (days: number) =>
			new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
		const contents = fc.sample(anyContent, { numRuns: 80, seed: 42 });
		const ids = await put(
			contents.map(({ school, participants: [least, more], word, ...columns }) => ({
				...columns,
				title: word ? 'Keramik' : 'Noget andet',
				provider_id: schools[school]!,
				min_participants: least,
				max_participants: least + more,
				...(columns.is_divisible ? {} : { minimum_hours: 10 })
			}))
		);
		await world.sql(
			`insert into module_funding (module_id, legal_basis_code, coverage)
			select module_id, code, 'part' from jsonb_to_recordset($1) given (module_id uuid, code text)`,
			[
				JSON.stringify(
					contents.flatMap(({ bases }, n) => bases.map((code) => ({ module_id: ids[n], code })))
				)
			]
		);
		await world.sql(
			`insert into module_offering (module_id, starts_on, seats)
			select module_id, day, 5 from jsonb_to_recordset($1) given (module_id uuid, day date)`,
			[
				JSON.stringify(
					contents.flatMap(({ starts }, n) =>
						starts.map((days) => ({ module_id: ids[n], day: dayAfter(days) }))
					)
				)
			]
		);
		const lies = await world.sql<{ id: string; municipality_code: string }>(
			'select id, municipality_code from organisation'
		);
		known = contents.map((module, n) => ({
			id: ids[n]!,
			facets: {
				subject: [module.subject_code],
				place: module.places,
				delivery_form: module.delivery_forms,
				school: [schools[module.school]!],
				division: [module.is_divisible ? 'parts' : 'whole'],
				language: module.teaching_languages,
				support: module.support,
				certificate: [module.certificate_kind],
				legal_basis: module.bases
			},
			passes: (filter) => {
				const level = DANISH_LEVELS.indexOf(filter.danish_level as never);
				const [least, more] = module.participants;
				const within = filter.starts_within_days as number | undefined;
				const there = filter.municipality as string | undefined;
				return (
					(!filter.text || module.word) &&
					(filter.session_hours === undefined ||
						module.session_hours_min <= Number(filter.session_hours)) &&
					(level < 0 || DANISH_LEVELS.indexOf(module.required_danish_level) <= level) &&
					(filter.participants === undefined ||
						(least <= Number(filter.participants) &&
							Number(filter.participants) <= least + more)) &&
					(within === undefined ||
						(module.has_rolling_intake && module.lead_time_days <= within) ||
						module.starts.some((days) => days >= 0 && days <= within)) &&
					(there === undefined ||
						lies.find(({ id }) => id === schools[module.school])!.municipality_code === there ||
						(module.places.includes('workplace') &&
							(module.workplace_municipalities.length === 0 ||
								module.workplace_municipalities.includes(there))))
				);
			}
		}));
	});

	/** Whether a module passes the facets of a filter, but for one that is left out. */
	const inFacets = ({ facets }: Known, filter: Filter, leftOut?: string) =>
		Object.entries(facets).every(([facet, values]) => {
			const asked = filter[facet] as string[] | undefined;
			if (facet === leftOut || !asked?.length) return true;
			return facet === 'support'
				? asked.every((value) => values.includes(value))
				: asked.some((value) => values.includes(value));
		});

	function bruteForce(filter: Filter) {
		const passing = known.filter((module) => module.passes(filter));
		const counts: Counts = {};
		for (const facet of Object.keys(known[0]!.facets)) {
			for (const module of passing.filter((each) => inFacets(each, filter, facet))) {
				for (const value of module.facets[facet]!) {
					(counts[facet] ??= {})[value] ??= 0;
					counts[facet][value]! += 1;
				}
			}
		}
		return {
			ids: passing
				.filter((module) => inFacets(module, filter))
				.map(({ id }) => id)
				.sort(),
			counts
		};
	}

	test('give the modules, and for each value how many it would give, as counted one by one', async () => {
		const anyFilter = fc.record({
			text: maybe(fc.constant('keramik')),
			subject: some(['danish', 'kitchen', 'it', 'care']),
			place: some(PLACES),
			delivery_form: some(DELIVERY_FORMS),
			school: some(schools),
			division: some(['parts', 'whole']),
			language: some(['da', 'en', 'uk', 'pl']),
			support: fc.option(fc.subarray([...SUPPORTS], { maxLength: 2 }), { nil: undefined }),
			certificate: some(CERTIFICATE_KINDS),
			legal_basis: some(BASES),
			session_hours: maybe(fc.integer({ min: 1, max: 4 })),
			danish_level: maybe(fc.constantFrom(...DANISH_LEVELS)),
			participants: maybe(fc.integer({ min: 1, max: 15 })),
			starts_within_days: maybe(fc.nat(40)),
			municipality: maybe(fc.constantFrom(...MUNICIPALITIES))
		});
		await fc.assert(
			fc.asyncProperty(anyFilter, async (asked) => {
				// Few at once, as people narrow: with all of them nothing would be left to compare.
				const filter = JSON.parse(JSON.stringify(asked)) as Filter;
				const { total, rows, counts } = await search(filter, 'anonymous', 100);
				const expected = bruteForce(filter);
				expect(rows.map(({ id }) => id).sort()).toEqual(expected.ids);
				expect(total).toBe(expected.ids.length);
				expect(counts).toEqual(expected.counts);
			}),
			{ numRuns: 60 }
		);
	});
});

test('a term is looked up: no plan reads the whole of the modules', async () => {
	await world.sql(
		`insert into module (id, provider_id, state, title, purpose, subject_code, delivery_forms, places, hours,
			minimum_hours, session_hours, session_hours_min, published_at)
		select gen_random_uuid(), $1, 'published', case when n % 90 = 0 then 'Keramik' else 'Noget andet' end, 'Kort', 'it',
			'{class}', '{school}', 4, 4, 2, 2, now()
		from generate_series(1, 5000) n`,
		[world.organisations.business]
	);
	await world.sql('analyze private.module_search');
	const scans = async () => {
		const rows = await world.sql<{ name: string; scans: number }>(
			`select relname as name, seq_scan::int as scans from pg_stat_all_tables
			where relname in ('module_search', 'module', 'module_element', 'module_price', 'module_funding', 'search_word')`
		);
		return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]));
	};
	const before = await scans();
	const { total } = await search({
		text: 'keramikk',
		place: ['school'],
		danish_level: 'A2',
		participants: 1
	});
	expect(total).toBeGreaterThanOrEqual(55);
	await world.sql('select pg_stat_force_next_flush()');
	expect(await scans()).toEqual(before);
});
