/** What the rows of a school's spreadsheet say about its modules, and what is wrong with them. */
import { decimal } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { missingFields } from '../editor/steps';
import { BLANK_MODULE, type ModuleContent, type ModuleState } from '../module';
import {
	cellText,
	contentOfDraft,
	draftOf,
	type Column,
	type ColumnKey,
	type Draft
} from './columns';
import { heldCpr } from './cells';
import { priceModelOf } from './mapping';

/** What becomes of a module that the school has already: it is changed, left alone, or the only one that counts. */
export const KNOWN_CHOICES = ['change', 'only_new', 'only_known'] as const;
export type KnownChoice = (typeof KNOWN_CHOICES)[number];

export const ROW_KINDS = ['new', 'changed', 'unchanged', 'left', 'wrong'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What each column of the sheet holds; null for one that is not used. */
export type Mapping = readonly (ColumnKey | null)[];

/** A module that the school has already, found by the row's number or id. */
export interface KnownModule {
	id: string;
	version: number;
	state: ModuleState;
	content: ModuleContent;
}

export interface SheetRow {
	cells: readonly string[];
	known: KnownModule | null;
	/** The row in which the same module stands too. */
	sameAs: number | null;
}

export interface CellFault {
	/** Null when it is about the whole row. */
	column: ColumnKey | null;
	message: string;
}

export interface CellChange {
	column: ColumnKey;
	before: string;
	after: string;
}

export interface ReadRow {
	kind: RowKind;
	title: string;
	/** What the module says then; null when there is nothing to save. */
	content: ModuleContent | null;
	faults: CellFault[];
	changes: CellChange[];
}

/** Reads rows of one sheet. */
export function rowReader(
	columns: readonly Column[],
	{ mapping, headings }: { mapping: Mapping; headings: readonly string[] },
	choice: KnownChoice
) {
	const byKey = new Map(columns.map((column) => [column.key, column]));
	const used = mapping.flatMap((key, index) => {
		const column = key && byKey.get(key);
		return column ? [{ column, index }] : [];
	});
	const heading = (key: ColumnKey) => byKey.get(key)!.heading();
	/** "Pris pr. time" says it once for all rows, where no column says it for each. */
	const priceModel = mapping.includes('priceModel')
		? undefined
		: priceModelOf(headings[mapping.indexOf('price')] ?? '');

	return ({ cells, known, sameAs }: SheetRow): ReadRow => {
		const before = draftOf(known?.content ?? BLANK_MODULE);
		const draft = structuredClone(before);
		const faults: CellFault[] = [];
		const at = (column: ColumnKey | null, message: string) => void faults.push({ column, message });
		const cell = (key: ColumnKey) => cells[mapping.indexOf(key)]?.trim() ?? '';

		if (priceModel && cell('price')) draft.teaching.model = priceModel;
		for (const { column, index } of used) {
			const text = cells[index] ?? '';
			const wrong = heldCpr(text) ? m.common_cpr_in_text() : column.read(text, draft);
			if (wrong) at(column.key, wrong);
		}
		if (sameAs !== null) {
			at(cell('id') ? 'id' : 'code', m.catalogue_import_duplicate({ row: sameAs }));
		}
		if (!known && cell('id')) at('id', m.catalogue_import_unknown_id());
		if (known?.state === 'archived') at(null, m.catalogue_import_archived());
		if (!known && !mapping.includes('title')) at('title', m.common_required());
		if (!draft.isDivisible && !mapping.includes('minimumHours')) draft.minimumHours = draft.hours;

		const title = draft.title || cell('title');
		const leaves = known ? choice === 'only_new' : choice === 'only_known';
		if (leaves) return { kind: 'left', title, content: null, faults: [], changes: [] };
		// A cell that could not be read says nothing that could be held against the others.
		const isFine = (...keys: ColumnKey[]) => !faults.some(({ column }) => keys.includes(column!));
		for (const [column, others, message] of faultsBetween(draft, heading)) {
			if (isFine(column, ...others)) at(column, message);
		}
		if (known?.state === 'published' || known?.state === 'paused') {
			for (const column of missing(draft)) {
				if (isFine(column)) at(column, m.catalogue_import_missing_when_shown());
			}
		}
		if (faults.length > 0) return { kind: 'wrong', title, content: null, faults, changes: [] };

		if (!draft.isDivisible) draft.minimumHours = draft.hours;
		else if (!mapping.includes('indivisibleReason')) draft.indivisibleReason = null;
		if (draft.teaching.model !== 'per_week') draft.teaching.weeklyHours = null;
		const changes = columns.flatMap((column) => {
			const [was, is] = [cellText(column, before), cellText(column, draft)];
			return was === is ? [] : [{ column: column.key, before: was, after: is }];
		});
		if (known && changes.length === 0) {
			return { kind: 'unchanged', title, content: null, faults, changes };
		}
		return {
			kind: known ? 'changed' : 'new',
			title,
			content: contentOfDraft(draft),
			faults,
			changes: known ? changes : []
		};
	};
}

type Fault = [column: ColumnKey, others: ColumnKey[], message: string];

/** What does not fit together, each at the cell that is most likely wrong. */
function faultsBetween(draft: Draft, heading: (key: ColumnKey) => string): Fault[] {
	const faults: Fault[] = [];
	const pairs = [
		['minimumHours', 'hours'],
		['sessionHoursMin', 'sessionHours'],
		['sessionHours', 'sessionHoursMax'],
		['sessionHoursMin', 'sessionHoursMax'],
		['weeklyHoursMin', 'weeklyHours'],
		['weeklyHours', 'weeklyHoursMax'],
		['weeklyHoursMin', 'weeklyHoursMax'],
		['minParticipants', 'maxParticipants']
	] as const;
	for (const [least, most] of pairs) {
		const [low, high] = [draft[least], draft[most]];
		if (low !== null && high !== null && low > high) {
			faults.push([least, [most], m.catalogue_import_above_longest({ column: heading(most) })]);
		}
	}
	const { hours, minimumHours, priceValidFrom, priceValidUntil, teaching, elements } = draft;
	if (!draft.isDivisible && minimumHours !== null && hours !== null && minimumHours < hours) {
		faults.push(['minimumHours', ['hours', 'isDivisible'], m.catalogue_import_not_whole_minimum()]);
	}
	if (priceValidFrom && priceValidUntil && priceValidFrom > priceValidUntil) {
		faults.push([
			'priceValidUntil',
			['priceValidFrom'],
			m.catalogue_import_dates_out_of_order({ column: heading('priceValidFrom') })
		]);
	}
	if (teaching.model === 'per_week' && teaching.unitPriceOre !== null && !teaching.weeklyHours) {
		faults.push(['priceWeeklyHours', ['priceModel', 'price'], m.catalogue_week_without_hours()]);
	}
	const steps = elements.reduce((sum, element) => sum + Math.round(element.hours * 20), 0);
	if (steps > 0 && hours !== steps / 20) {
		faults.push(['hours', [], m.catalogue_import_element_hours({ hours: decimal(steps / 20) })]);
	}
	return faults;
}

/** The columns of what a module that is in the catalogue must have, and does not. */
function missing(draft: Draft): ColumnKey[] {
	const minimumHours = draft.isDivisible ? draft.minimumHours : draft.hours;
	return missingFields(contentOfDraft({ ...draft, minimumHours })).map(({ field }) => {
		if (field === 'offerings') return 'hasRollingIntake';
		return field === 'teachingPrice' ? 'price' : field;
	});
}
