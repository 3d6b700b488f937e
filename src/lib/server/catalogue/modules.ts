import type { Module, ModuleContent, ModuleCost, ModuleState } from '$lib/domain/catalogue/module';
import { pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { columnsOf, inOrder, moduleOf, modules } from './rows';

/** The published ones among some modules, in the order in which they are named. */
export async function publishedAmong(client: Client, ids: string[]): Promise<Module[]> {
	if (ids.length === 0) return [];
	const rows = unwrap(await inOrder(modules(client)).eq('state', 'published').in('id', ids));
	return rows.map(moduleOf).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** A module that the caller may see; null when there is none. */
export async function moduleById(client: Client, id: string): Promise<Module | null> {
	const row = unwrap(await inOrder(modules(client).eq('id', id)).maybeSingle());
	return row && moduleOf(row);
}

/** A school's own modules, last changed first. */
export function ownModules(
	client: Client,
	providerId: string,
	{ state, page = 1 }: { state: ModuleState | null; page?: number }
): Promise<Page<Module>> {
	const query = modules(client, 'exact').eq('provider_id', providerId);
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
		await inOrder(modules(client))
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
