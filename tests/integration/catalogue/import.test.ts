import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetId } from '$lib/domain/catalogue/import/sheet-id';
import type { ColumnKey } from '$lib/domain/catalogue/import/columns';
import type { KnownChoice, RowKind } from '$lib/domain/catalogue/import/rows';
import {
	applyImport,
	checkedRows,
	checkImport,
	columnsFor,
	everyOwnModule,
	firstRows,
	importById,
	mapImport,
	openImports,
	rememberedHeadings,
	startImport
} from '$lib/server/catalogue/import';
import { readSheetFile } from '$lib/server/sheet/read';
import { moduleColumns } from '$lib/server/sheet/modules';
import { sheetFile } from '$lib/server/sheet/sheet';
import type { Json } from '$lib/server/supabase/database.types';
import { PERSONS, type Person } from '../../fixtures/cast';
import { notFound, nothing, signedOut, wrongState } from '../../fixtures/moves';
import { outcome, startWorld, type World } from '../../fixtures/world';

let world: World;
let school: string;
beforeAll(async () => {
	world = await startWorld();
	school = world.organisations.language;
});
afterAll(() => world.close());

const as = (who: Person = 'leader') => world.as(who);
type Cells = Partial<Record<ColumnKey, string>>;

/** Brings in a sheet whose headings are the names of our columns. */
async function sheetOf(lines: Cells[], known: KnownChoice = 'change', who: Person = 'leader') {
	const keys = [...new Set(lines.flatMap((line) => Object.keys(line)))] as ColumnKey[];
	const id = randomUUID();
	const provider = who === 'rival' ? world.organisations.business : school;
	const rows = lines.map((line, index) => ({
		number: index + 2,
		cells: keys.map((key) => line[key] ?? '')
	}));
	await startImport(as(who), provider, {
		id,
		fileName: 'moduler.xlsx',
		sheet: { headings: keys, rows }
	});
	await mapImport(as(who), { id, version: 1 }, keys, known);
	await checkImport(as(who), id);
	return { id, version: 2 };
}
const rowsOf = async ({ id }: { id: string }, kind: RowKind | null = null) =>
	(await checkedRows(as(), id, kind)).rows;
const kindsOf = async (it: { id: string }) => (await rowsOf(it)).map(({ kind }) => kind);

async function save(id: string, version: number, input: object, who: Person = 'leader') {
	await world.call(who, 'save_module', {
		p_id: id,
		p_provider: who === 'rival' ? world.organisations.business : school,
		p_version: version,
		p_module: {
			title: 'Truck i hverdagen',
			purpose: 'Kør sikkert på lageret',
			subject_code: 'warehouse',
			delivery_forms: ['small_class'],
			places: ['school'],
			hours: 20,
			minimum_hours: 10,
			session_hours: 4,
			session_hours_min: 2,
			prices: [{ kind: 'teaching', model: 'per_hour', unit_price_ore: 60_000 }],
			price_steps: [{ from_participants: 4, unit_price_ore: 90_000 }],
			elements: [{ number: 1, title: 'Bremser', hours: 20 }],
			offerings: [{ starts_on: '2027-02-01', seats: 4 }],
			funding: [{ legal_basis_code: 'lab_91', coverage: 'part' }],
			cost: { cost_ore: 400_000, note: 'En lærer' },
			...input
		} as Json
	});
}
let counter = 0;
const aCode = () => `K-${(counter += 1)}`;
async function aKnown(input: object = {}) {
	const it = { id: randomUUID(), code: aCode() };
	await save(it.id, 0, { code: it.code, ...input });
	return it;
}
const contentOf = async (id: string) =>
	(
		await world.sql<{ content: Record<string, unknown> }>(
			'select private.module_with_cost($1) as content',
			[id]
		)
	)[0]!.content;
const modulesNow = async () =>
	world.sql('select id, version from module where provider_id = $1 order by id', [school]);

describe('a sheet', () => {
	test('makes new modules and changes known ones, which keep what no sheet holds', async () => {
		const known = await aKnown();
		const before = await contentOf(known.id);
		const fresh = aCode();
		const it = await sheetOf([
			{ code: known.code, title: 'Truck, kort', price: '650', audience: '' },
			{ code: fresh, title: 'Dansk på lageret', price: '500', audience: 'Nye på lageret' }
		]);
		expect(await rowsOf(it)).toMatchObject([
			{
				number: 2,
				kind: 'changed',
				changes: [
					{ column: 'title', before: 'Truck i hverdagen', after: 'Truck, kort' },
					{ column: 'price', before: '600', after: '650' }
				]
			},
			{ number: 3, kind: 'new', title: 'Dansk på lageret' }
		]);
		expect(await applyImport(as(), it)).toEqual({ saved: 2, refused: 0 });
		expect(await contentOf(known.id)).toEqual({
			...before,
			title: 'Truck, kort',
			prices: [{ ...(before.prices as object[])[0], unit_price_ore: 65_000 }]
		});
		const made = await world.sql(
			'select title, state, version from module where provider_id = $1 and code = $2',
			[school, fresh]
		);
		expect(made).toEqual([{ title: 'Dansk på lageret', state: 'draft', version: 1 }]);
		// Sent twice, it says the same and does nothing.
		const again = async () => {
			expect(await applyImport(as(), it)).toEqual({ saved: 2, refused: 0 });
		};
		expect(await world.traces(again)).toEqual(nothing);
		expect(await importById(as(), it.id)).toMatchObject({ savedCount: 2 });
	});

	test.each<[KnownChoice, RowKind[]]>([
		['change', ['changed', 'new']],
		['only_new', ['left', 'new']],
		['only_known', ['changed', 'left']]
	])('with the choice %s has rows that are %j', async (choice, kinds) => {
		const known = await aKnown();
		const it = await sheetOf(
			[
				{ code: known.code, title: 'Truck' },
				{ code: aCode(), title: 'Dansk' }
			],
			choice
		);
		expect(await kindsOf(it)).toEqual(kinds);
		expect(await applyImport(as(), it)).toEqual({
			saved: kinds.filter((kind) => kind !== 'left').length,
			refused: 0
		});
	});

	test('with a fault in one row saves none of the others', async () => {
		const before = await modulesNow();
		const it = await sheetOf([
			{ title: 'Dansk på lageret', hours: '10' },
			{ title: 'Dansk i køkkenet', hours: 'mange' }
		]);
		expect(await rowsOf(it, 'wrong')).toMatchObject([
			{ number: 3, faults: [{ column: 'hours', message: expect.any(String) }] }
		]);
		expect(await outcome(applyImport(as(), it))).toMatchObject({
			status: 409,
			code: 'import_has_faults'
		});
		expect(await modulesNow()).toEqual(before);
	});

	test('in which the database refuses one row saves none, and says which and why', async () => {
		const [changed, taken] = [await aKnown(), aCode()];
		const it = await sheetOf([
			{ code: changed.code, title: 'Truck, kort' },
			{ code: taken, title: 'Dansk' },
			{ code: aCode(), title: 'Regning' }
		]);
		await save(changed.id, 1, { code: changed.code });
		await save(randomUUID(), 0, { code: taken });
		const before = await modulesNow();
		const attempt = async () => {
			expect(await applyImport(as(), it)).toEqual({ saved: 0, refused: 2 });
		};
		expect(await world.traces(attempt)).toEqual(nothing);
		expect(await modulesNow()).toEqual(before);
		expect(await rowsOf(it)).toMatchObject([
			{ kind: 'wrong', faults: [{ code: 'stale', detail: { kind: 'module.changed' } }] },
			{ kind: 'wrong', faults: [{ code: 'invalid', detail: { reason: 'code_taken' } }] },
			{ kind: 'new', faults: [] }
		]);
		// Looked at anew, the rows are about what the modules say by now.
		await mapImport(as(), it, ['code', 'title'], 'change');
		await checkImport(as(), it.id);
		expect(await applyImport(as(), { ...it, version: 3 })).toEqual({ saved: 3, refused: 0 });
	});

	test.each<[string, object]>([
		[
			'a price out of range',
			{ prices: [{ kind: 'teaching', model: 'fixed', unit_price_ore: -1 }] }
		],
		['hours out of range', { hours: 2001 }],
		['a minimum over the maximum', { min_participants: 9, max_participants: 8 }],
		['hours that its elements do not have', { hours: 4, elements: [{ number: 1, hours: 3 }] }]
	])('that a script claims is fine is refused for %s', async (_, input) => {
		const before = await modulesNow();
		const it = await sheetOf([{ title: 'Dansk' }]);
		await world.call('leader', 'check_module_import', {
			p_id: it.id,
			p_version: it.version,
			p_rows: [
				{
					number: 2,
					kind: 'new',
					module_id: randomUUID(),
					module_version: 0,
					content: { title: 'Dansk', ...input }
				}
			] as Json
		});
		expect(await applyImport(as(), it)).toEqual({ saved: 0, refused: 1 });
		expect(await rowsOf(it)).toMatchObject([{ kind: 'wrong', faults: [{ code: 'invalid' }] }]);
		expect(await modulesNow()).toEqual(before);
	});

	test("that a script points at another school's module does not reach it", async () => {
		const theirs = randomUUID();
		await save(theirs, 0, {}, 'rival');
		const before = await contentOf(theirs);
		const it = await sheetOf([{ title: 'Dansk' }]);
		const content = { title: 'Overtaget' };
		const row = { number: 2, kind: 'changed', module_id: theirs, module_version: 1, content };
		await world.call('leader', 'check_module_import', {
			p_id: it.id,
			p_version: it.version,
			p_rows: [row] as Json
		});
		expect(await applyImport(as(), it)).toEqual({ saved: 0, refused: 1 });
		expect(await contentOf(theirs)).toEqual(before);
	});

	test('knows only the modules of its own school', async () => {
		const code = aCode();
		const theirs = randomUUID();
		await save(theirs, 0, { code }, 'rival');
		expect(await kindsOf(await sheetOf([{ code, title: 'Dansk' }]))).toEqual(['new']);
		const byId = await sheetOf([{ id: sheetId(theirs), title: 'Dansk' }]);
		expect(await rowsOf(byId)).toMatchObject([{ kind: 'wrong', faults: [{ column: 'id' }] }]);
	});

	test('with the same module in two rows is wrong in both', async () => {
		const known = await aKnown();
		const code = aCode();
		const it = await sheetOf([
			{ code, title: 'Dansk' },
			{ code: ` ${code} `, title: 'Dansk igen' },
			{ code: known.code, title: 'Truck' },
			{ id: sheetId(known.id), title: 'Truck igen' },
			{ code: '', title: 'Uden nummer' },
			{ code: '', title: 'Uden nummer' }
		]);
		expect(await kindsOf(it)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'new', 'new']);
	});

	test('is kept without the CPR numbers in it', async () => {
		const it = await sheetOf([{ title: 'Dansk', audience: 'Ring 010190-1234' }]);
		expect(await firstRows(as(), it.id)).toEqual([['Dansk', '██████-████']]);
		expect(await rowsOf(it)).toMatchObject([
			{ kind: 'wrong', faults: [{ message: expect.stringContaining('CPR') }] }
		]);
		const smuggled = world.call('leader', 'start_module_import', {
			p_id: randomUUID(),
			p_provider: school,
			p_file_name: 'a.xlsx',
			p_headings: ['Titel'],
			p_rows: [{ number: 2, cells: ['Ring 010190-1234'] }]
		});
		expect(await outcome(smuggled)).toMatchObject({ status: 422, code: 'cpr_in_text' });
	});

	test('is not carried out before each row has been looked at', async () => {
		const id = randomUUID();
		const rows = [{ number: 2, cells: ['Dansk'] }];
		const sheet = { headings: ['Titel'], rows };
		await startImport(as(), school, { id, fileName: 'a.xlsx', sheet });
		expect(await outcome(applyImport(as(), { id, version: 1 }))).toEqual(wrongState('unchecked'));
		await mapImport(as(), { id, version: 1 }, ['title'], 'change');
		expect(await outcome(applyImport(as(), { id, version: 2 }))).toEqual(wrongState('unchecked'));
		expect(await outcome(applyImport(as(), { id, version: 1 }))).toMatchObject({ code: 'stale' });
	});

	test('is remembered by its headings, for this school only', async () => {
		await sheetOf([{ title: 'Dansk', hours: '4' }]);
		expect(await rememberedHeadings(as(), school)).toMatchObject({
			title: 'title',
			hours: 'hours'
		});
		expect(await rememberedHeadings(as('rival'), school)).toEqual({});
	});

	test('goes when its leader begins another', async () => {
		const first = await sheetOf([{ title: 'Dansk' }]);
		const second = await sheetOf([{ title: 'Dansk' }]);
		expect(await importById(as(), first.id)).toBeNull();
		expect((await openImports(as(), school)).map(({ id }) => id)).toEqual([second.id]);
	});
});

test('what is exported is what is imported, and changes nothing', async () => {
	const known = await aKnown({ code: null });
	const columns = await columnsFor(as());
	const file = await sheetFile('Moduler', moduleColumns(columns), everyOwnModule(as(), school));
	const sheet = await readSheetFile(new File([file], 'moduler.xlsx'));
	const id = randomUUID();
	await startImport(as(), school, { id, fileName: 'moduler.xlsx', sheet });
	await mapImport(
		as(),
		{ id, version: 1 },
		columns.map(({ key }) => key),
		'change'
	);
	await checkImport(as(), id);
	const counts = await world.sql(
		'select kind, count(*)::integer from module_import_row where import_id = $1 group by kind',
		[id]
	);
	expect(counts).toEqual([{ kind: 'unchanged', count: sheet.rows.length }]);
	expect(sheet.rows.some(({ cells }) => cells.includes(sheetId(known.id)))).toBe(true);
});

test('nobody else may begin, read, map, check or carry out an import of the school', async () => {
	const it = await sheetOf([{ title: 'Dansk' }]);
	const before = await modulesNow();
	const rows = [{ number: 2, cells: ['Dansk'] }];
	const args = { p_id: it.id, p_version: it.version };
	for (const who of [...PERSONS.filter((person) => person !== 'leader'), 'anonymous'] as const) {
		const refusal = who === 'anonymous' ? signedOut : notFound;
		const start = { p_id: randomUUID(), p_provider: school, p_file_name: 'a', p_headings: ['a'] };
		for (const attempt of [
			() => world.call(who, 'start_module_import', { ...start, p_rows: rows }),
			() =>
				world.call(who, 'map_module_import', { ...args, p_mapping: ['title'], p_known: 'change' }),
			() => world.call(who, 'module_import_batch', { p_id: it.id, p_limit: 10 }),
			() => world.call(who, 'check_module_import', { ...args, p_rows: [] }),
			() => world.call(who, 'apply_module_import', args)
		]) {
			expect(await outcome(attempt())).toEqual(refusal);
		}
		const { data } = await world.as(who).from('module_import_row').select('number');
		expect(data ?? []).toEqual([]);
	}
	expect(await modulesNow()).toEqual(before);
});
