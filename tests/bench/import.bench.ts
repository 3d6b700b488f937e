import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	applyImport,
	checkImport,
	columnsFor,
	everyOwnModule,
	mapImport,
	startImport
} from '$lib/server/catalogue/import';
import { guessMapping } from '$lib/domain/catalogue/import/mapping';
import { moduleColumns } from '$lib/server/sheet/modules';
import { readSheetFile } from '$lib/server/sheet/read';
import { sheetFile } from '$lib/server/sheet/sheet';
import type { Client } from '$lib/server/supabase/clients';
import { seedDemo } from '$lib/server/supabase/seed';
import { demoAccounts, demoPassword } from '../../supabase/seed/accounts.ts';
import { clientOf, testBackend, type TestBackend } from '../fixtures/embedded';
import { milliseconds, print } from './measure';

const ROWS = 2000;

let backend: TestBackend;
let leader: Client;
let school: string;

beforeAll(async () => {
	backend = await testBackend();
	await seedDemo(backend.database);
	leader = clientOf(backend);
	await leader.auth.signInWithPassword({
		email: demoAccounts.find(({ key }) => key === 'leader-clavis')!.email,
		password: demoPassword
	});
	const { data } = await leader.from('membership').select('organisation_id').limit(1).single();
	school = data!.organisation_id;
});
afterAll(() => backend.close());

test('import of a school’s spreadsheet', async () => {
	const fresh = await bringIn('new modules', new File([csv()], 'moduler.csv'));
	const columns = moduleColumns(await columnsFor(leader));
	const exported = await timed(() => sheetFile('Moduler', columns, everyOwnModule(leader, school)));
	const again = await bringIn('the export of them', new File([exported.value], 'moduler.xlsx'));
	print(`Import of ${ROWS} rows, and of their export`, [
		fresh,
		{ ...again, export: milliseconds(exported.time) }
	]);
});

function csv(): string {
	const lines = Array.from(
		{ length: ROWS },
		(_, index) =>
			`B-${index};Dansk på lageret ${index};Tal med kolleger og kunder;Dansk;Lille hold;På skolen;20;10;4;2;8;Pr. time;600;500`
	);
	return [
		'Skolens nummer;Titel;Formål;Fag;Form;Sted;Timer i alt;Færrest timer;Timer i en almindelig gang;Timer i den korteste gang;Flest deltagere;Prisen er;Pris;Formøde, kr.',
		...lines
	].join('\n');
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; time: number }> {
	const start = performance.now();
	const value = await work();
	return { value, time: performance.now() - start };
}

async function bringIn(what: string, file: File) {
	const id = randomUUID();
	const read = await timed(() => readSheetFile(file));
	const sheet = read.value;
	const kept = await timed(() => startImport(leader, school, { id, fileName: file.name, sheet }));
	const columns = await columnsFor(leader);
	const mapping = [...guessMapping(sheet.headings, columns, {})];
	const checked = await timed(async () => {
		await mapImport(leader, { id, version: 1 }, mapping, 'change');
		await checkImport(leader, id);
	});
	const saved = await timed(() => applyImport(leader, { id, version: 2 }));
	expect(saved.value.refused).toBe(0);
	return {
		what,
		saved: saved.value.saved,
		read: milliseconds(read.time),
		keep: milliseconds(kept.time),
		check: milliseconds(checked.time),
		save: milliseconds(saved.time)
	};
}
