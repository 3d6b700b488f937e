/**
 * The columns that a spreadsheet of modules may have. An import reads them, an export writes the same ones, and a
 * module is changed when one of them says something else than before. What a sheet cannot hold (elements, intakes,
 * steps of the price, what may pay) is left as it is.
 */
import { z } from 'zod';
import {
	freeText,
	optionalDate,
	optionalFreeText,
	optionalHours,
	optionalMoney,
	optionalWhole
} from '$lib/domain/shared/fields';
import { kroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS,
	TEACHING_LANGUAGES,
	type ModuleContent,
	type Subject
} from '../module';
import { ONE_OFF_KINDS } from '../editor/price';
import { LINE_KINDS, PRICE_MODELS, type PriceItem, type PriceModel } from '../price';
import { moduleWords, subjectWord, type Words } from '../words';
import {
	asPercent,
	byField,
	listed,
	namesOf,
	readName,
	readNames,
	readOneOffs,
	readYesNo,
	shown,
	unknownWord,
	written,
	writtenOneOffs,
	yesNo,
	type Cell,
	type Reading
} from './cells';

type OneOffKind = (typeof ONE_OFF_KINDS)[number];
type Teaching = { model: PriceModel; unitPriceOre: number | null; weeklyHours: number | null };

/** A module while a row is read into it: its prices by what they are for. */
export interface Draft extends Omit<ModuleContent, 'prices'> {
	teaching: Teaching;
	oneOffs: Record<OneOffKind, Pick<PriceItem, 'model' | 'unitPriceOre'>[]>;
}

export type ColumnKey =
	| Exclude<
			keyof ModuleContent,
			'prices' | 'priceSteps' | 'elements' | 'offerings' | 'funding' | 'isDivisible'
	  >
	| OneOffKind
	| 'id'
	| 'isDivisible'
	| 'priceModel'
	| 'price'
	| 'priceWeeklyHours';

export interface Column {
	key: ColumnKey;
	heading: (locale?: Locale) => string;
	/** What a cell may hold, in words. */
	takes: () => string;
	kind: 'text' | 'number' | 'money' | 'date';
	/** Writes what the cell says into the module; answers what is wrong with it. */
	read: (text: string, draft: Draft) => string | undefined;
	/** Amounts are in øre. */
	value: (draft: Draft) => Cell;
}

/** What sheets refer to by name. */
export interface Reference {
	subjects: readonly Subject[];
	municipalities: readonly { code: string; name: string }[];
}

const MAX_PRICE_ORE = 100_000_000;
/** Three minutes, as the database: what a form has saved can always be brought back. */
const least = { min: 0.05 };
type Heading = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

function column<T>(
	key: ColumnKey,
	heading: Heading,
	takes: () => string,
	reading: (text: string) => Reading<T>,
	set: (draft: Draft, value: T | null) => void,
	value: (draft: Draft) => Cell,
	kind: Column['kind'] = 'text'
): Column {
	return {
		key,
		heading: (locale) => heading({}, { locale }),
		takes,
		kind,
		read(text, draft) {
			const read = reading(text);
			if ('wrong' in read) return read.wrong;
			set(draft, read.value);
			return undefined;
		},
		value
	};
}

/** The fields of a module that hold this, or nothing. */
type FieldOf<T> = {
	[K in keyof Draft]: [T | null] extends [Draft[K]]
		? [Draft[K]] extends [T | null]
			? K
			: never
		: never;
}[keyof Draft] &
	ColumnKey;
type NumberField = {
	[K in keyof Draft]: Draft[K] extends number ? K : never;
}[keyof Draft] &
	ColumnKey;

/** What may be left empty. */
function optional<T extends string | number>(
	key: FieldOf<T>,
	heading: Heading,
	takes: () => string,
	schema: z.ZodType<T | null>,
	kind: Column['kind'] = 'text'
): Column {
	const set = (draft: Draft, value: T | null) => Object.assign(draft, { [key]: value });
	return column(key, heading, takes, byField(schema), set, (draft) => draft[key] as Cell, kind);
}

const text = (key: FieldOf<string>, heading: Heading, max: number, takes = takesText(max)) =>
	optional(key, heading, takes, optionalFreeText(max));
const takesText = (max: number) => () => m.catalogue_import_takes_text({ max });

const hours = (key: FieldOf<number>, heading: Heading, max: number) =>
	optional(
		key,
		heading,
		m.catalogue_import_takes_hours,
		optionalHours({ ...least, max }),
		'number'
	);

const date = (key: FieldOf<string>, heading: Heading) =>
	optional(key, heading, m.catalogue_import_takes_date, optionalDate(), 'date');

/** A count that cannot be empty: an empty cell leaves it as it is. */
function count(
	key: NumberField,
	heading: Heading,
	range: { min?: number; max: number },
	takes: () => string = m.catalogue_import_takes_whole,
	tidy = (text: string) => text
): Column {
	const schema = optionalWhole(range);
	return column<number>(
		key,
		heading,
		takes,
		(cell) => byField(schema)(tidy(cell)),
		(draft, value) => (draft[key] = value ?? draft[key]),
		(draft) => draft[key],
		'number'
	);
}

/** One of a few codes; an empty cell leaves it as it is. */
function one<Code extends string>(
	key: ColumnKey,
	heading: Heading,
	codes: readonly Code[],
	words: Words<Code>,
	set: (draft: Draft, value: Code) => void,
	value: (draft: Draft) => Cell
): Column {
	return column(
		key,
		heading,
		() => m.catalogue_import_takes_one({ words: listed(codes, words) }),
		readName(namesOf(codes, words), unknownWord(codes, words)),
		(draft, code) => {
			if (code) set(draft, code);
		},
		value
	);
}

/** Some of a few codes. */
function some<Code extends string>(
	key: ColumnKey,
	heading: Heading,
	codes: readonly Code[],
	words: Words<Code>,
	set: (draft: Draft, value: Code[] | null) => void,
	value: (draft: Draft) => readonly Code[]
): Column {
	return column(
		key,
		heading,
		() => m.catalogue_import_takes_some({ words: listed(codes, words) }),
		readNames(namesOf(codes, words), unknownWord(codes, words)),
		set,
		(draft) => written(codes, value(draft), words)
	);
}

const oneOffHeadings: Record<OneOffKind, Heading> = {
	pre_meeting: m.catalogue_import_col_pre_meeting,
	screening: m.catalogue_import_col_screening,
	preparation: m.catalogue_import_col_preparation,
	adaptation: m.catalogue_import_col_adaptation,
	materials: m.catalogue_import_col_materials,
	transport: m.catalogue_import_col_transport,
	interpreter: m.catalogue_import_col_interpreter,
	certificate_fee: m.catalogue_import_col_certificate_fee
};

const money = optionalMoney({ max: MAX_PRICE_ORE });

/** Every column, in the order of the template and of an export. */
export function importColumns({ subjects, municipalities }: Reference): Column[] {
	const municipality = new Map(municipalities.map(({ code, name }) => [code, name]));
	return [
		text('code', m.catalogue_import_col_code, 40),
		column(
			'title',
			m.catalogue_import_col_title,
			takesText(120),
			byField(title),
			(draft, value) => (draft.title = value!),
			(draft) => draft.title
		),
		text('purpose', m.catalogue_import_col_purpose, 200),
		text('learningGoals', m.catalogue_import_col_learning_goals, 1000, () =>
			m.catalogue_import_takes_goals({ max: 1000 })
		),
		text('audience', m.catalogue_import_col_audience, 300),
		column(
			'subjectCode',
			m.catalogue_import_col_subject,
			() =>
				m.catalogue_import_takes_subject({ example: subjects[0] ? subjectWord(subjects[0]) : '' }),
			readName(
				subjects.flatMap(({ code, nameDa, nameEn }) =>
					[code, nameDa, nameEn].map((name) => [name, code] as const)
				),
				(word) => m.catalogue_import_unknown_subject({ word })
			),
			(draft, value) => (draft.subjectCode = value),
			({ subjectCode }) => {
				const subject = subjects.find(({ code }) => code === subjectCode);
				return subject ? subjectWord(subject) : subjectCode;
			}
		),
		some(
			'deliveryForms',
			m.catalogue_import_col_forms,
			DELIVERY_FORMS,
			moduleWords.deliveryForms,
			(draft, value) => (draft.deliveryForms = value ?? []),
			(draft) => draft.deliveryForms
		),
		some(
			'places',
			m.catalogue_import_col_places,
			PLACES,
			moduleWords.places,
			(draft, value) => (draft.places = value ?? []),
			(draft) => draft.places
		),
		text('schoolAddress', m.catalogue_import_col_address, 160),
		column<string[]>(
			'workplaceMunicipalities',
			m.catalogue_import_col_municipalities,
			m.catalogue_import_takes_municipalities,
			readNames(
				municipalities.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]),
				(word) => m.catalogue_import_unknown_municipality({ word })
			),
			(draft, value) => (draft.workplaceMunicipalities = value ?? []),
			(draft) =>
				draft.workplaceMunicipalities
					.map((code) => municipality.get(code) ?? code)
					.sort((a, b) => a.localeCompare(b, 'da'))
					.join('; ') || null
		),
		hours('hours', m.catalogue_import_col_hours, 2000),
		column(
			'isDivisible',
			m.catalogue_import_col_divisible,
			m.catalogue_import_takes_yes_no,
			readYesNo,
			(draft, value) => (draft.isDivisible = value ?? draft.isDivisible),
			(draft) => yesNo(draft.isDivisible)
		),
		hours('minimumHours', m.catalogue_import_col_minimum_hours, 2000),
		text('indivisibleReason', m.catalogue_import_col_indivisible_reason, 200),
		hours('sessionHoursMin', m.catalogue_import_col_session_min, 24),
		hours('sessionHours', m.catalogue_import_col_session, 24),
		hours('sessionHoursMax', m.catalogue_import_col_session_max, 24),
		hours('weeklyHoursMin', m.catalogue_import_col_week_min, 60),
		hours('weeklyHours', m.catalogue_import_col_week, 60),
		hours('weeklyHoursMax', m.catalogue_import_col_week_max, 60),
		count('minParticipants', m.catalogue_import_col_min_participants, { min: 1, max: 500 }),
		count('maxParticipants', m.catalogue_import_col_max_participants, { min: 1, max: 500 }),
		one(
			'requiredDanishLevel',
			m.catalogue_import_col_danish_level,
			DANISH_LEVELS,
			moduleWords.danishLevels,
			(draft, value) => (draft.requiredDanishLevel = value),
			(draft) => moduleWords.danishLevels[draft.requiredDanishLevel]()
		),
		column(
			'requiredDanishModule',
			m.catalogue_import_col_danish_module,
			m.catalogue_import_takes_danish_module,
			readDanishModule,
			(draft, value) => (draft.requiredDanishModule = value),
			(draft) => draft.requiredDanishModule
		),
		text('prerequisite', m.catalogue_import_col_prerequisite, 200),
		one(
			'certificateKind',
			m.catalogue_import_col_certificate,
			CERTIFICATE_KINDS,
			moduleWords.certificates,
			(draft, value) => (draft.certificateKind = value),
			(draft) => moduleWords.certificates[draft.certificateKind]()
		),
		count('leadTimeDays', m.catalogue_import_col_lead_time, { max: 365 }),
		column(
			'hasRollingIntake',
			m.catalogue_import_col_rolling,
			m.catalogue_import_takes_yes_no,
			readYesNo,
			(draft, value) => (draft.hasRollingIntake = value ?? draft.hasRollingIntake),
			(draft) => yesNo(draft.hasRollingIntake)
		),
		some(
			'teachingLanguages',
			m.catalogue_import_col_languages,
			TEACHING_LANGUAGES,
			moduleWords.languages,
			(draft, value) => (draft.teachingLanguages = value ?? draft.teachingLanguages),
			(draft) => draft.teachingLanguages
		),
		some(
			'support',
			m.catalogue_import_col_support,
			SUPPORTS,
			moduleWords.supports,
			(draft, value) => (draft.support = value ?? []),
			(draft) => draft.support
		),
		one(
			'priceModel',
			m.catalogue_import_col_price_model,
			PRICE_MODELS,
			moduleWords.models,
			(draft, value) => (draft.teaching.model = value),
			({ teaching }) =>
				teaching.unitPriceOre === null ? null : moduleWords.models[teaching.model]()
		),
		column(
			'price',
			m.catalogue_import_col_price,
			m.catalogue_import_takes_money,
			byField(money),
			(draft, value) => (draft.teaching.unitPriceOre = value),
			(draft) => draft.teaching.unitPriceOre,
			'money'
		),
		column(
			'priceWeeklyHours',
			m.catalogue_import_col_price_week,
			m.catalogue_import_takes_hours,
			byField(optionalHours({ ...least, max: 60 })),
			(draft, value) => (draft.teaching.weeklyHours = value),
			(draft) => draft.teaching.weeklyHours,
			'number'
		),
		...ONE_OFF_KINDS.map((kind) =>
			column(
				kind,
				oneOffHeadings[kind],
				m.catalogue_import_takes_one_off,
				readOneOffs(money),
				(draft, value) => (draft.oneOffs[kind] = value ?? []),
				(draft) => writtenOneOffs(draft.oneOffs[kind])
			)
		),
		count(
			'supplementPercent',
			m.catalogue_import_col_supplement,
			{ max: 200 },
			m.catalogue_import_takes_percent,
			asPercent
		),
		date('priceValidFrom', m.catalogue_import_col_valid_from),
		date('priceValidUntil', m.catalogue_import_col_valid_until),
		column<string>(
			'id',
			m.catalogue_import_col_id,
			m.catalogue_import_takes_id,
			// It is looked up before the row is read, and is no part of what a module says.
			() => ({ value: null }),
			() => undefined,
			() => null
		)
	];
}

const title = freeText(120).refine((words) => words.length >= 3, {
	error: () => m.catalogue_title_too_short()
});

function readDanishModule(cell: string): Reading<string> {
	if (!cell.trim()) return { value: null };
	const found = /^(?:DU\s?)?([123])[.,]([1-6])$/i.exec(cell.trim());
	return found
		? { value: `DU${found[1]}.${found[2]}` }
		: { wrong: m.catalogue_import_not_danish_module() };
}

/** What a column says of a module, as it is typed. */
export function cellText({ kind, value }: Column, draft: Draft): string {
	const cell = value(draft);
	return kind === 'money' && typeof cell === 'number' ? kroner(cell) : shown(cell);
}

/** A module to read a row into, or to write one from. */
export function draftOf(content: ModuleContent): Draft {
	const { prices, ...rest } = content;
	const teaching = prices.find(({ kind }) => kind === 'teaching');
	const oneOffs = {} as Draft['oneOffs'];
	for (const kind of ONE_OFF_KINDS) oneOffs[kind] = prices.filter((item) => item.kind === kind);
	return {
		...rest,
		teaching: {
			model: teaching?.model ?? 'per_hour',
			unitPriceOre: teaching?.unitPriceOre ?? null,
			weeklyHours: teaching?.weeklyHours ?? null
		},
		oneOffs
	};
}

/** What the module says then. */
export function contentOfDraft({ teaching, oneOffs, ...rest }: Draft): ModuleContent {
	const prices = LINE_KINDS.flatMap((kind): PriceItem[] => {
		if (kind !== 'teaching') {
			return oneOffs[kind].map(({ model, unitPriceOre }) => ({
				kind,
				model,
				unitPriceOre,
				weeklyHours: null
			}));
		}
		const { model, unitPriceOre, weeklyHours } = teaching;
		if (unitPriceOre === null) return [];
		return [{ kind, model, unitPriceOre, weeklyHours: model === 'per_week' ? weeklyHours : null }];
	});
	return { ...rest, prices };
}
