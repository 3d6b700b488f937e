/** A school's spreadsheet of modules on its way into the catalogue. */
import { importColumns, type Column, type ColumnKey } from '$lib/domain/catalogue/import/columns';
import { withoutCpr } from '$lib/domain/catalogue/import/cells';
import { headingKey, type Remembered } from '$lib/domain/catalogue/import/mapping';
import {
	rowReader,
	type CellChange,
	type CellFault,
	type KnownChoice,
	type KnownModule,
	type RowKind
} from '$lib/domain/catalogue/import/rows';
import type { Module, ModuleState } from '$lib/domain/catalogue/module';
import { everyRow, NO_ID, pageOf, rangeOf, sorted, type Page } from '../paging';
import { Refusal, unwrap } from '../refusal';
import type { Sheet } from '../sheet/read';
import type { Client } from '../supabase/clients';
import type { Json } from '../supabase/database.types';
import { municipalities, subjects } from './reference';
import { columnsOf, contentOf, inOrder, moduleOf, modules, type ContentRow } from './rows';

/** Every column that a sheet may have, with what its cells refer to. */
export async function columnsFor(client: Client): Promise<Column[]> {
	const [allSubjects, allMunicipalities] = await Promise.all([
		subjects(client),
		municipalities(client)
	]);
	return importColumns({ subjects: allSubjects, municipalities: allMunicipalities });
}

export interface ModuleImport {
	id: string;
	version: number;
	fileName: string;
	headings: string[];
	/** What each column holds, once it has been said. */
	mapping: (ColumnKey | null)[] | null;
	known: KnownChoice | null;
	rowCount: number;
	checkedCount: number;
	/** How many modules came of it; null until it is done. */
	savedCount: number | null;
}

const IMPORT =
	'id, version, file_name, headings, mapping, known, row_count, checked_count, saved_count, applied_at' as const;
const imports = (client: Client) => client.from('module_import').select(IMPORT);
type ImportRow = NonNullable<Awaited<ReturnType<typeof imports>>['data']>[number];

const importOf = (row: ImportRow): ModuleImport => ({
	id: row.id,
	version: row.version,
	fileName: row.file_name,
	headings: row.headings,
	mapping: row.mapping as ModuleImport['mapping'],
	known: row.known as KnownChoice | null,
	rowCount: row.row_count,
	checkedCount: row.checked_count,
	savedCount: row.applied_at === null ? null : row.saved_count
});

/** An import of the caller's school; null when there is none. */
export async function importById(client: Client, id: string): Promise<ModuleImport | null> {
	const row = unwrap(await imports(client).eq('id', id).maybeSingle());
	return row && importOf(row);
}

/** The imports that the school has begun and not carried out, the latest first. */
export async function openImports(client: Client, providerId: string): Promise<ModuleImport[]> {
	const rows = unwrap(
		await imports(client)
			.eq('provider_id', providerId)
			.is('applied_at', null)
			.order('created_at', { ascending: false })
			.limit(5)
	);
	return rows.map(importOf);
}

/** Keeps the rows of a sheet aside. What looks like a CPR number is left out before it is kept anywhere. */
export async function startImport(
	client: Client,
	providerId: string,
	{ id, fileName, sheet }: { id: string; fileName: string; sheet: Sheet }
): Promise<void> {
	const answer = await client.rpc('start_module_import', {
		p_id: id,
		p_provider: providerId,
		p_file_name: withoutCpr(fileName.slice(-200)),
		p_headings: sheet.headings.map((heading) => withoutCpr(heading).slice(0, 100)),
		p_rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map(withoutCpr) }))
	});
	unwrap(answer);
}

/** What the school has said of columns before. */
export async function rememberedHeadings(client: Client, providerId: string): Promise<Remembered> {
	const rows = unwrap(
		await client
			.from('module_import_heading')
			.select('heading, holds')
			.eq('provider_id', providerId)
	);
	return Object.fromEntries(
		rows.map(({ heading, holds }) => [headingKey(heading), (holds || null) as ColumnKey | null])
	);
}

/** The first rows as they were typed, to tell the columns by. */
export async function firstRows(client: Client, id: string): Promise<string[][]> {
	const rows = unwrap(
		await client
			.from('module_import_row')
			.select('cells')
			.eq('import_id', id)
			.order('number')
			.limit(20)
	);
	return rows.map(({ cells }) => cells);
}

/** Says what the columns hold; every row is then to be looked at anew. */
export async function mapImport(
	client: Client,
	{ id, version }: Pick<ModuleImport, 'id' | 'version'>,
	mapping: (ColumnKey | null)[],
	known: KnownChoice
): Promise<void> {
	const answer = await client.rpc('map_module_import', {
		p_id: id,
		p_version: version,
		p_mapping: mapping as string[],
		p_known: known
	});
	unwrap(answer);
}

const BATCH = 200;

/** Looks at the rows that are left, some at a time; how far it has come can be read meanwhile. */
export async function checkImport(client: Client, id: string): Promise<void> {
	const found = await importById(client, id);
	if (!found?.mapping || !found.known || found.savedCount !== null) return;
	const read = rowReader(
		await columnsFor(client),
		{ mapping: found.mapping, headings: found.headings },
		found.known
	);
	let checked = found.checkedCount;
	while (checked < found.rowCount) {
		const batch = unwrap(await client.rpc('module_import_batch', { p_id: id, p_limit: BATCH }));
		if (batch.length === 0) return;
		const rows = batch.map(({ number, cells, same_as, module }) => {
			const known = module === null ? null : knownModule(module as unknown as KnownRow);
			const row = read({ cells, known, sameAs: same_as });
			return {
				number,
				kind: row.kind,
				title: row.title,
				module_id: known?.id ?? crypto.randomUUID(),
				module_version: known?.version ?? 0,
				content: row.content && savedBySheet(row.content),
				changes: row.changes as unknown as Json,
				faults: row.faults as unknown as Json
			};
		});
		const answer = await client.rpc('check_module_import', {
			p_id: id,
			p_version: found.version,
			p_rows: rows
		});
		checked = unwrap(answer);
	}
}

type KnownRow = ContentRow & { id: string; version: number; state: ModuleState };
const knownModule = (row: KnownRow): KnownModule => ({
	id: row.id,
	version: row.version,
	state: row.state,
	content: contentOf(row)
});

/** What a module says without what no sheet holds: that stays as it is when a known module is changed. */
function savedBySheet(content: Parameters<typeof columnsOf>[0]): Json {
	const columns = Object.entries(columnsOf(content, null) as Record<string, Json>);
	return Object.fromEntries(columns.filter(([column]) => !NO_COLUMNS.includes(column)));
}
const NO_COLUMNS = ['elements', 'offerings', 'price_steps', 'funding', 'cost'];

/** What is wrong with a row: what we found, or what the database refused when it was to be saved. */
export type Fault = CellFault | { code: string; detail: Record<string, unknown> };

export interface CheckedRow {
	number: number;
	kind: RowKind;
	title: string;
	changes: CellChange[];
	faults: Fault[];
}

/** A page of the rows that have been looked at, all of them or those of one kind. */
export async function checkedRows(
	client: Client,
	id: string,
	kind: RowKind | null,
	page = 1
): Promise<Page<CheckedRow>> {
	let query = client
		.from('module_import_row')
		.select('number, kind, title, changes, faults', { count: 'exact' })
		.eq('import_id', id);
	if (kind) query = query.eq('kind', kind);
	const { rows, total } = pageOf(await query.order('number').range(...rangeOf(page)));
	return {
		total,
		rows: rows.map((row) => ({
			number: row.number,
			kind: row.kind as RowKind,
			title: row.title ?? '',
			changes: row.changes as unknown as CellChange[],
			faults: row.faults as unknown as Fault[]
		}))
	};
}

/** How many rows of a kind there are. */
export async function countRows(client: Client, id: string, kind: RowKind): Promise<number> {
	const { count, error } = await client
		.from('module_import_row')
		.select('number', { count: 'exact', head: true })
		.eq('import_id', id)
		.eq('kind', kind);
	if (error) throw new Refusal(503, 'backend_down', {});
	return count ?? 0;
}

/** Saves all of it or nothing; what was refused is then written at its rows. */
export async function applyImport(
	client: Client,
	{ id, version }: Pick<ModuleImport, 'id' | 'version'>
): Promise<{ saved: number; refused: number }> {
	const answer = await client.rpc('apply_module_import', { p_id: id, p_version: version });
	return unwrap(answer) as { saved: number; refused: number };
}

/** All modules of a school but the archived ones, by their titles; in smaller batches, since much hangs on a module. */
export function everyOwnModule(client: Client, providerId: string): AsyncGenerator<Module> {
	const rows = everyRow(
		(after, limit) =>
			inOrder(
				modules(client)
					.eq('provider_id', providerId)
					.neq('state', 'archived')
					.gt('id', after || NO_ID)
					.order('id')
			).limit(limit),
		moduleOf,
		({ id }) => id,
		200
	);
	return sorted(rows, (a, b) => a.title.localeCompare(b.title, 'da'));
}
