/** What a school asks and does with its own modules beside writing them. */
import { searchWords } from '$lib/domain/catalogue/filter';
import type { Module, ModuleContent, ModuleState } from '$lib/domain/catalogue/module';
import type { Month, OwnFilter, OwnModule, OwnSort } from '$lib/domain/catalogue/own';
import type { Validity } from '$lib/domain/catalogue/reprice';
import { PAGE_SIZE, pageOf, rangeOf, type Page } from '../paging';
import { Refusal, unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { contentOf, inOrder, moduleOf, modules, priceOf, type ContentRow } from './rows';

const sorts: Record<OwnSort, string> = {
	aendret: 'changed',
	titel: 'title',
	bekraeftet: 'confirmed',
	vist: 'seen',
	spurgt: 'asked',
	solgt: 'won'
};

/** A page of a school's modules, and how many of all of them are to be confirmed. */
export async function listOwnModules(
	client: Client,
	providerId: string,
	filter: OwnFilter,
	page = 1
): Promise<Page<OwnModule> & { unconfirmed: number }> {
	const rows = unwrap(
		await client.rpc('own_modules', {
			p_provider: providerId,
			p_state: filter.state,
			p_words: searchWords(filter.text),
			p_unconfirmed: filter.unconfirmed,
			p_sort: sorts[filter.sort],
			p_limit: PAGE_SIZE,
			p_offset: (page - 1) * PAGE_SIZE
		})
	);
	if (rows.length === 0 && page > 1) throw new Refusal(404, 'not_found', {});
	return {
		total: rows[0]?.total ?? 0,
		unconfirmed: rows[0]?.unconfirmed ?? 0,
		rows: rows.map((row) => ({
			id: row.id,
			version: row.version,
			state: row.state as ModuleState,
			code: row.code,
			title: row.title,
			prices: (row.prices as unknown as ContentRow['prices']).map(priceOf),
			confirmedAt: row.confirmed_at,
			isUnconfirmed: row.is_unconfirmed,
			seen: row.seen,
			fit: row.fit,
			asked: row.asked,
			quoted: row.quoted,
			won: row.won
		}))
	};
}

/** The modules of a school with these ids, by title. */
export async function ownModulesById(
	client: Client,
	providerId: string,
	ids: string[]
): Promise<Module[]> {
	const rows = unwrap(
		await inOrder(modules(client).eq('provider_id', providerId).in('id', ids).order('title'))
	);
	return rows.map(moduleOf);
}

/** A module at the version that somebody has seen. */
export interface Seen {
	id: string;
	version: number;
}
/** The same change to many modules: all of them, or a refusal that names each that was refused. */
type ManyMoves = 'publish_modules' | 'pause_modules' | 'confirm_modules';
const many = (name: ManyMoves) => async (client: Client, seen: Seen[]) => {
	unwrap(await client.rpc(name, { p_modules: seen.map(({ id, version }) => ({ id, version })) }));
};
export const publishModules = many('publish_modules');
export const pauseModules = many('pause_modules');
export const confirmModules = many('confirm_modules');

/** A module with the unit prices that it gets, in øre and in their order. */
export interface Repriced extends Seen {
	prices: number[];
	priceSteps: number[];
}

/** Gives many modules new unit prices, and new dates where some are named; all of them or none. */
export async function repriceModules(
	client: Client,
	repriced: Repriced[],
	dates: Partial<Validity>
): Promise<void> {
	const columns = {
		...('priceValidFrom' in dates && { price_valid_from: dates.priceValidFrom }),
		...('priceValidUntil' in dates && { price_valid_until: dates.priceValidUntil })
	};
	const answer = await client.rpc('reprice_modules', {
		p_modules: repriced.map(({ id, version, prices, priceSteps }) => ({
			id,
			version,
			prices,
			price_steps: priceSteps,
			...columns
		}))
	});
	unwrap(answer);
}

/** Makes a draft that says the same as a module, under the id that the form chose. */
export async function copyModule(client: Client, id: string, copyId: string): Promise<void> {
	unwrap(await client.rpc('copy_module', { p_id: id, p_copy: copyId }));
}

/** Saves what a module said at an earlier version as its next one. */
export async function restoreModule(
	client: Client,
	{ id, version }: Seen,
	restored: number
): Promise<void> {
	const answer = await client.rpc('restore_module', {
		p_id: id,
		p_version: version,
		p_restored: restored
	});
	unwrap(answer);
}

export interface ModuleVersion {
	version: number;
	content: ModuleContent;
	savedAt: string;
	/** The role that saved it; null when the person has left. */
	savedBy: string | null;
}

/** A page of a module's versions, the latest first, and the one before the last of them to hold it against. */
export async function moduleVersions(
	client: Client,
	id: string,
	page = 1
): Promise<Page<ModuleVersion> & { earlier: ModuleVersion | null }> {
	const [from, to] = rangeOf(page);
	const answer = await client
		.from('module_version')
		.select('version, content, saved_at, saver:profile(display_name)', { count: 'exact' })
		.eq('module_id', id)
		.order('version', { ascending: false })
		.range(from, to + 1);
	const { rows, total } = pageOf(answer);
	const versions = rows.map((row) => ({
		version: row.version,
		content: contentOf(row.content as unknown as ContentRow),
		savedAt: row.saved_at,
		savedBy: row.saver?.display_name ?? null
	}));
	return { rows: versions.slice(0, PAGE_SIZE), total, earlier: versions[PAGE_SIZE] ?? null };
}

/** How a module fared in each of the last twelve months, the earliest first. */
export async function moduleFigures(client: Client, id: string): Promise<Month[]> {
	return unwrap(await client.rpc('module_figures', { p_module: id }));
}

/** Why what was asked for by a module, or quoted from it, came to nothing; the most frequent first. */
export async function moduleLosses(
	client: Client,
	id: string
): Promise<{ reason: string; count: number }[]> {
	return unwrap(await client.rpc('module_losses', { p_module: id }));
}
