import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { setTimeout as pause } from 'node:timers/promises';
import { pageNumber } from '$lib/components/ui/pages';
import type { Column, ColumnKey } from '$lib/domain/catalogue/import/columns';
import { applyForm, mapForm } from '$lib/domain/catalogue/import/map-form';
import { guessMapping } from '$lib/domain/catalogue/import/mapping';
import { ROW_KINDS, type RowKind } from '$lib/domain/catalogue/import/rows';
import { refusedRowWord } from '$lib/domain/catalogue/import/words';
import { formatNumber } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import {
	applyImport,
	checkedRows,
	checkImport,
	columnsFor,
	countRows,
	firstRows,
	importById,
	mapImport,
	rememberedHeadings,
	type CheckedRow,
	type ModuleImport
} from '$lib/server/catalogue/import';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';
import type { Client } from '$lib/server/supabase/clients';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { supabase } = event.locals;
	const { url } = event;
	const it = await found(importById(supabase, event.params.id));
	const { fileName, rowCount, checkedCount, savedCount } = it;
	const about = { fileName, rowCount };
	if (savedCount !== null) return { ...about, step: 'done' as const, savedCount };
	const columns = await columnsFor(supabase);
	if (!it.mapping || url.searchParams.has('kolonner')) {
		return {
			...about,
			step: 'map' as const,
			...(await mapping(supabase, organisationId, it, columns))
		};
	}
	if (checkedCount < rowCount) return { ...about, step: 'check' as const, checkedCount };
	return { ...about, step: 'preview' as const, ...(await preview(supabase, it, columns, url)) };
};

async function mapping(client: Client, school: string, it: ModuleImport, columns: Column[]) {
	const [rows, remembered] = await Promise.all([
		firstRows(client, it.id),
		rememberedHeadings(client, school)
	]);
	const mapped = it.mapping ?? guessMapping(it.headings, columns, remembered);
	return {
		form: await newForm(mapForm(columns), {
			version: String(it.version),
			known: it.known ?? 'change',
			columns: mapped.map((key) => ({ holds: key ?? '' }))
		}),
		headings: it.headings.map((heading, index) => ({
			heading,
			examples: [...new Set(rows.map((cells) => cells[index]!).filter(Boolean))].slice(0, 3)
		})),
		options: columns.map(({ key, heading }) => ({ value: key as string, label: heading() }))
	};
}

async function preview(client: Client, it: ModuleImport, columns: Column[], url: URL) {
	const asked = url.searchParams.get('vis');
	const shown = ROW_KINDS.find((kind) => kind === asked) ?? null;
	const [form, rows, ...each] = await Promise.all([
		newForm(applyForm, { version: String(it.version) }),
		found(checkedRows(client, it.id, shown, pageNumber(url))),
		...ROW_KINDS.map((kind) => countRows(client, it.id, kind))
	]);
	const headings = new Map(columns.map(({ key, heading }) => [key, heading()]));
	return {
		form,
		shown,
		size: PAGE_SIZE,
		counts: Object.fromEntries(ROW_KINDS.map((kind, i) => [kind, each[i]!])) as Record<
			RowKind,
			number
		>,
		total: rows.total,
		rows: rows.rows.map((row) => worded(row, headings))
	};
}

function worded({ number, kind, title, changes, faults }: CheckedRow, headings: Headings) {
	const cell = (text: string) => text || m.catalogue_import_empty();
	return {
		number,
		kind,
		title,
		changes: changes.map(({ column, before, after }) =>
			m.catalogue_import_change({
				column: headings.get(column) ?? column,
				before: cell(before),
				after: cell(after)
			})
		),
		faults: faults.map((fault) => {
			if ('code' in fault) return refusedRowWord(fault.code, fault.detail);
			const column = fault.column && headings.get(fault.column);
			return column ? m.catalogue_import_fault({ column, message: fault.message }) : fault.message;
		})
	};
}
type Headings = Map<ColumnKey, string>;

/** Looks at the rows; goes on by itself when that takes longer than somebody waits for a page. */
async function check({ locals, params }: RequestEvent): Promise<never> {
	const path = `/moduler/import/${params.id}`;
	const work = checkImport(locals.supabase, params.id!);
	work.catch((error: unknown) =>
		console.error('import failed:', error instanceof Error ? error.message : 'unknown')
	);
	await Promise.race([work, pause(1000)]);
	redirect(303, path);
}

export const actions: Actions = {
	map: async (event) => {
		requireRole(event, 'leader');
		const { supabase } = event.locals;
		const columns = await columnsFor(supabase);
		return handleForm(event, mapForm(columns), async ({ version, mapping, known }) => {
			await mapImport(supabase, { id: event.params.id, version }, mapping, known);
			await check(event);
		});
	},
	check: async (event) => {
		requireRole(event, 'leader');
		return check(event);
	},
	again: async (event) => {
		requireRole(event, 'leader');
		const { supabase } = event.locals;
		const it = await found(importById(supabase, event.params.id));
		if (!it.mapping || !it.known) return fail(400);
		await mapImport(supabase, it, it.mapping, it.known);
		return check(event);
	},
	apply: async (event) => {
		requireRole(event, 'leader');
		return handleForm(event, applyForm, async ({ version }) => {
			const { id } = event.params;
			const { saved, refused } = await applyImport(event.locals.supabase, { id, version });
			// Nothing is saved then, and the rows say why.
			if (refused > 0) redirect(303, `/moduler/import/${id}?vis=wrong`);
			const text =
				saved === 1
					? m.catalogue_import_done_one()
					: m.catalogue_import_done({ count: formatNumber(saved) });
			doneAt(event.cookies, '/moduler', text);
		});
	}
};
