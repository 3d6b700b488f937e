import { searchWords, type CatalogueFilter } from '$lib/domain/catalogue/filter';
import type {
	Module,
	ModuleContent,
	ModuleCost,
	ModuleState,
	School,
	Subject
} from '$lib/domain/catalogue/module';
import { pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { schools, subjects } from './reference';
import { columnsOf, inOrder, MODULE, moduleOf, modules } from './rows';

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

/** A module as it was saved. */
export interface Saved {
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
