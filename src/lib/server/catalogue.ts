import { searchWords, type CatalogueFilter } from '$lib/domain/catalogue/filter';
import type {
	Module,
	ModuleContent,
	ModuleCost,
	ModuleState,
	School,
	Subject
} from '$lib/domain/catalogue/module';
import { pageOf, rangeOf, type Page } from './paging';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';
import type { Json } from './supabase/database.types';

const SCHOOL = 'id, name, provider_kind, municipality(name)';
const MODULE =
	`id, version, state, code, title, purpose, learning_goals, audience, subject_code, delivery_forms, places,
	school_address, workplace_municipalities, hours, minimum_hours, session_hours, session_hours_min, session_hours_max,
	weekly_hours, weekly_hours_min, weekly_hours_max, is_divisible, indivisible_reason, min_participants, max_participants,
	required_danish_level, required_danish_module, prerequisite, certificate_kind, lead_time_days, has_rolling_intake,
	teaching_languages, support, supplement_percent, price_valid_from, price_valid_until,
	published_at, updated_at, confirmed_at,
	school:organisation!module_provider_id_fkey(${SCHOOL}),
	prices:module_price(kind, model, unit_price_ore, weekly_hours),
	price_steps:module_price_step(from_participants, unit_price_ore),
	elements:module_element(number, title, goal, hours, is_mandatory, needs),
	offerings:module_offering(starts_on, seats),
	funding:module_funding(legal_basis_code, coverage)` as const;

/** What belongs to a module, each in its order. */
const ORDERS = [
	['prices', 'position'],
	['price_steps', 'from_participants'],
	['elements', 'position'],
	['offerings', 'starts_on'],
	['funding', 'legal_basis_code']
] as const;

/** The published modules that a filter leaves, a page of them with the number of all. */
export async function listModules(
	client: Client,
	filter: CatalogueFilter,
	page = 1
): Promise<Page<Module>> {
	let query = modules(client).eq('state', 'published');
	if (filter.subject) query = query.eq('subject_code', filter.subject);
	if (filter.schoolId) query = query.eq('provider_id', filter.schoolId);
	if (filter.place) query = query.contains('places', [filter.place]);
	if (filter.deliveryForm) query = query.contains('delivery_forms', [filter.deliveryForm]);
	if (filter.division) query = query.eq('is_divisible', filter.division === 'dele');
	const words = searchWords(filter.text);
	if (words.length > 0) {
		const [known, providers] = await Promise.all([subjects(client), schools(client)]);
		// One condition for all words: the embedded backend would read several as alternatives.
		query = query.or(`and(${words.map((word) => `or(${anywhere(word, known, providers)})`)})`);
	}
	query =
		filter.sort === 'titel'
			? query.order('title')
			: query.order('published_at', { ascending: false });
	return listed(query.order('id'), page);
}

/** A module that the caller may see; null when there is none. */
export async function moduleById(client: Client, id: string): Promise<Module | null> {
	const row = unwrap(
		await inOrder(client.from('module').select(MODULE).eq('id', id)).maybeSingle()
	);
	return row && moduleOf(row);
}

/** A school's own modules, last changed first. */
export function ownModules(
	client: Client,
	providerId: string,
	{ state, page = 1 }: { state: ModuleState | null; page?: number }
): Promise<Page<Module>> {
	const query = modules(client).eq('provider_id', providerId);
	return listed(
		(state ? query.eq('state', state) : query.neq('state', 'archived'))
			.order('updated_at', { ascending: false })
			.order('id'),
		page
	);
}

/** What was published last, for the front page. */
export async function newestModules(client: Client, count: number): Promise<Module[]> {
	const rows = unwrap(
		await inOrder(client.from('module').select(MODULE))
			.eq('state', 'published')
			.order('published_at', { ascending: false })
			.order('id')
			.limit(count)
	);
	return rows.map(moduleOf);
}

interface Saved {
	id: string;
	version: number;
}

/** Saves what a school wrote, as the version after the one that it was written from; 0 makes a new module. */
export async function saveModule(
	client: Client,
	providerId: string,
	{ id, version }: Saved,
	content: ModuleContent,
	cost: ModuleCost | null = null
): Promise<Saved> {
	const answer = await client.rpc('save_module', {
		p_id: id,
		p_provider: providerId,
		p_version: version,
		p_module: columnsOf(content, cost)
	});
	return unwrap(answer) as unknown as Saved;
}

export async function publishModule(client: Client, { id, version }: Saved): Promise<void> {
	unwrap(await client.rpc('publish_module', { p_id: id, p_version: version }));
}

export async function pauseModule(client: Client, { id, version }: Saved): Promise<void> {
	unwrap(await client.rpc('pause_module', { p_id: id, p_version: version }));
}

export async function archiveModule(client: Client, { id, version }: Saved): Promise<void> {
	unwrap(await client.rpc('archive_module', { p_id: id, p_version: version }));
}

/** All subjects, by name. */
export const subjects = keptForAMinute(async (client): Promise<Subject[]> => {
	const rows = unwrap(await client.from('subject').select('code, name_da, name_en'));
	return rows
		.map(({ code, name_da, name_en }) => ({ code, nameDa: name_da, nameEn: name_en }))
		.sort((a, b) => a.nameDa.localeCompare(b.nameDa, 'da'));
});

/** All schools, by name. */
export const schools = keptForAMinute(async (client): Promise<School[]> => {
	const rows = unwrap(await client.from('organisation').select(SCHOOL).eq('kind', 'provider'));
	return rows.map(schoolOf).sort((a, b) => a.name.localeCompare(b.name, 'da'));
});

/** Reference data that are the same for everyone and rarely change: asked for once a minute at most. */
function keptForAMinute<T>(load: (client: Client) => Promise<T>): (client: Client) => Promise<T> {
	let kept: { until: number; value: Promise<T> } | undefined;
	return (client) => {
		if (!kept || kept.until < Date.now()) {
			const value = load(client);
			kept = { until: Date.now() + 60_000, value };
			// A failure is not kept.
			value.catch(() => (kept = undefined));
		}
		return kept.value;
	};
}

const modules = (client: Client) => client.from('module').select(MODULE, { count: 'exact' });

async function listed(query: ReturnType<typeof modules>, page: number): Promise<Page<Module>> {
	const answer = await inOrder(query).range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	return { rows: rows.map(moduleOf), total };
}

/** A word is in the title or the purpose, or in the name of the subject or of the school. */
function anywhere(word: string, known: Subject[], providers: School[]): string {
	const named = known.filter(({ nameDa, nameEn }) => holds(nameDa, word) || holds(nameEn, word));
	const by = providers.filter(({ name }) => holds(name, word));
	return [
		`title.ilike.*${word}*`,
		`purpose.ilike.*${word}*`,
		...(named.length > 0 ? [`subject_code.in.(${named.map(({ code }) => code)})`] : []),
		...(by.length > 0 ? [`provider_id.in.(${by.map(({ id }) => id)})`] : [])
	].join();
}

const holds = (text: string, word: string) => text.toLocaleLowerCase('da').includes(word);

type Ordered<Query> = {
	order(column: string, options: { referencedTable: string }): Query;
};
const inOrder = <Query extends Ordered<Query>>(query: Query): Query =>
	ORDERS.reduce(
		(ordered, [referencedTable, column]) => ordered.order(column, { referencedTable }),
		query
	);

type Row = NonNullable<Awaited<ReturnType<typeof modules>>['data']>[number];
type SchoolRow = Row['school'];

function moduleOf(row: Row): Module {
	return {
		id: row.id,
		version: row.version,
		state: row.state as Module['state'],
		code: row.code,
		title: row.title,
		purpose: row.purpose,
		learningGoals: row.learning_goals,
		audience: row.audience,
		subjectCode: row.subject_code,
		deliveryForms: row.delivery_forms as Module['deliveryForms'],
		places: row.places as Module['places'],
		schoolAddress: row.school_address,
		workplaceMunicipalities: row.workplace_municipalities,
		hours: row.hours,
		minimumHours: row.minimum_hours,
		elements: row.elements.map((element) => ({
			number: element.number,
			title: element.title,
			goal: element.goal,
			hours: element.hours,
			isMandatory: element.is_mandatory,
			needs: element.needs
		})),
		sessionHours: row.session_hours,
		sessionHoursMin: row.session_hours_min,
		sessionHoursMax: row.session_hours_max,
		weeklyHours: row.weekly_hours,
		weeklyHoursMin: row.weekly_hours_min,
		weeklyHoursMax: row.weekly_hours_max,
		isDivisible: row.is_divisible,
		indivisibleReason: row.indivisible_reason,
		minParticipants: row.min_participants,
		maxParticipants: row.max_participants,
		requiredDanishLevel: row.required_danish_level as Module['requiredDanishLevel'],
		requiredDanishModule: row.required_danish_module,
		prerequisite: row.prerequisite,
		certificateKind: row.certificate_kind as Module['certificateKind'],
		leadTimeDays: row.lead_time_days,
		hasRollingIntake: row.has_rolling_intake,
		offerings: row.offerings.map((offering) => ({
			startsOn: offering.starts_on,
			seats: offering.seats
		})),
		teachingLanguages: row.teaching_languages as Module['teachingLanguages'],
		support: row.support as Module['support'],
		funding: row.funding.map((funding) => ({
			legalBasisCode: funding.legal_basis_code,
			coverage: funding.coverage as Module['funding'][number]['coverage']
		})),
		prices: row.prices.map((price) => ({
			kind: price.kind as Module['prices'][number]['kind'],
			model: price.model as Module['prices'][number]['model'],
			unitPriceOre: price.unit_price_ore,
			weeklyHours: price.weekly_hours
		})),
		priceSteps: row.price_steps.map((step) => ({
			fromParticipants: step.from_participants,
			unitPriceOre: step.unit_price_ore
		})),
		supplementPercent: row.supplement_percent,
		priceValidFrom: row.price_valid_from,
		priceValidUntil: row.price_valid_until,
		publishedAt: row.published_at,
		updatedAt: row.updated_at,
		confirmedAt: row.confirmed_at,
		school: schoolOf(row.school)
	};
}

function schoolOf(row: SchoolRow): School {
	return {
		id: row.id,
		name: row.name,
		kind: row.provider_kind as School['kind'],
		municipality: row.municipality.name
	};
}

/** A module as `save_module` takes it; the private cost goes along where the school keeps one. */
function columnsOf(content: ModuleContent, cost: ModuleCost | null): Json {
	return {
		code: content.code,
		title: content.title,
		purpose: content.purpose,
		learning_goals: content.learningGoals,
		audience: content.audience,
		subject_code: content.subjectCode,
		delivery_forms: content.deliveryForms,
		places: content.places,
		school_address: content.schoolAddress,
		workplace_municipalities: content.workplaceMunicipalities,
		hours: content.hours,
		minimum_hours: content.minimumHours,
		session_hours: content.sessionHours,
		session_hours_min: content.sessionHoursMin,
		session_hours_max: content.sessionHoursMax,
		weekly_hours: content.weeklyHours,
		weekly_hours_min: content.weeklyHoursMin,
		weekly_hours_max: content.weeklyHoursMax,
		is_divisible: content.isDivisible,
		indivisible_reason: content.indivisibleReason,
		min_participants: content.minParticipants,
		max_participants: content.maxParticipants,
		required_danish_level: content.requiredDanishLevel,
		required_danish_module: content.requiredDanishModule,
		prerequisite: content.prerequisite,
		certificate_kind: content.certificateKind,
		lead_time_days: content.leadTimeDays,
		has_rolling_intake: content.hasRollingIntake,
		teaching_languages: content.teachingLanguages,
		support: content.support,
		supplement_percent: content.supplementPercent,
		price_valid_from: content.priceValidFrom,
		price_valid_until: content.priceValidUntil,
		prices: content.prices.map(({ kind, model, unitPriceOre, weeklyHours }) => ({
			kind,
			model,
			unit_price_ore: unitPriceOre,
			weekly_hours: weeklyHours
		})),
		price_steps: content.priceSteps.map(({ fromParticipants, unitPriceOre }) => ({
			from_participants: fromParticipants,
			unit_price_ore: unitPriceOre
		})),
		elements: content.elements.map(({ number, title, goal, hours, isMandatory, needs }) => ({
			number,
			title,
			goal,
			hours,
			is_mandatory: isMandatory,
			needs
		})),
		offerings: content.offerings.map(({ startsOn, seats }) => ({ starts_on: startsOn, seats })),
		funding: content.funding.map(({ legalBasisCode, coverage }) => ({
			legal_basis_code: legalBasisCode,
			coverage
		})),
		cost: cost && {
			cost_ore: cost.costOre,
			cost_per_participant_ore: cost.costPerParticipantOre,
			note: cost.note
		}
	};
}
