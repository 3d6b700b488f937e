/** Modules side by side, in words: a row for each fact, and whether they differ in it. */
import { formatHours, formatKroner } from '$lib/domain/shared/format';
import { named, type Named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import {
	describeGroup,
	describeLength,
	describeSessions,
	describeStart,
	describeTailoring,
	describeWeeks
} from './describe-module';
import { describeAdded, describePrice, priceExamples, type PriceExample } from './describe-price';
import type { Module, Subject } from './module';
import {
	certificateWord,
	deliveryFormWord,
	listWords,
	placeWord,
	requiredDanishWord,
	subjectWord,
	supportWord,
	teachingLanguageWord
} from './words';

export interface ComparedRow {
	term: string;
	/** One for each module; null where it has nothing to say. */
	values: (string | null)[];
	differs: boolean;
}

export interface ComparedGroup {
	title: string;
	rows: ComparedRow[];
}

interface Names {
	subjects: Subject[];
	legalBases: (Named & { code: string })[];
}

const amount = (ore: number) => (ore === 0 ? m.catalogue_price_free() : formatKroner(ore));
const list = (words: string[]) => (words.length > 0 ? listWords(words) : null);

/** The facts of modules, group by group; all of them, or only those in which they differ. */
export function compare(
	modules: Module[],
	{ subjects, legalBases }: Names,
	onlyDifferences = false
): ComparedGroup[] {
	const row = (term: string, value: (module: Module) => string | null) =>
		rowOf(modules, term, value);
	const groups: ComparedGroup[] = [
		{
			title: m.catalogue_price_title(),
			rows: [
				row(m.catalogue_line_teaching(), ({ prices }) => describePrice(prices)),
				row(m.catalogue_compare_added(), ({ prices }) => describeAdded(prices)),
				...priceRows(modules)
			]
		},
		{
			title: m.catalogue_section_time(),
			rows: [
				row(m.catalogue_fact_length(), describeLength),
				row(m.catalogue_filter_division(), describeTailoring),
				row(m.catalogue_fact_session(), describeSessions),
				row(m.catalogue_fact_week(), describeWeeks),
				row(m.catalogue_compare_start(), describeStart)
			]
		},
		{
			title: m.catalogue_section_who(),
			rows: [
				row(m.catalogue_fact_place(), ({ places }) => list(places.map(placeWord))),
				row(m.catalogue_fact_form(), ({ deliveryForms }) =>
					list(deliveryForms.map(deliveryFormWord))
				),
				row(m.catalogue_fact_participants(), describeGroup),
				row(m.catalogue_fact_danish(), (module) => requiredDanishWord(module.requiredDanishLevel)),
				row(m.catalogue_fact_prerequisite(), ({ prerequisite }) => prerequisite),
				row(m.catalogue_fact_language(), ({ teachingLanguages }) =>
					list(teachingLanguages.map(teachingLanguageWord))
				),
				row(m.catalogue_fact_support(), ({ support }) => list(support.map(supportWord)))
			]
		},
		{
			title: m.catalogue_more_title(),
			rows: [
				row(m.catalogue_fact_subject(), ({ subjectCode }) => {
					const subject = subjects.find(({ code }) => code === subjectCode);
					return subject ? subjectWord(subject) : null;
				}),
				row(m.catalogue_fact_certificate(), ({ certificateKind }) =>
					certificateWord(certificateKind)
				),
				row(m.catalogue_filter_funding(), ({ funding }) =>
					list(
						funding.map(({ legalBasisCode }) => {
							const basis = legalBases.find(({ code }) => code === legalBasisCode);
							return basis ? named(basis) : legalBasisCode;
						})
					)
				)
			]
		}
	];
	return groups
		.map(({ title, rows }) => ({
			title,
			rows: rows.filter(({ values, differs }) =>
				onlyDifferences ? differs : values.some((value) => value !== null)
			)
		}))
		.filter(({ rows }) => rows.length > 0);
}

/** The same examples for each module, so that they can be held against one another. */
function priceRows(modules: Module[]): ComparedRow[] {
	const worked = new Map(modules.map((module) => [module, priceExamples(module)]));
	const example = (
		term: string,
		fits: (example: PriceExample, module: Module) => boolean,
		word: (example: PriceExample) => string
	) =>
		rowOf(modules, term, (module) => {
			const found = worked.get(module)?.find((each) => fits(each, module));
			return found ? word(found) : null;
		});
	const alone = ({ participants }: PriceExample) => participants === 1;
	const forHours = ({ hours, totalOre }: PriceExample) =>
		m.catalogue_compare_for({ price: amount(totalOre), hours: formatHours(hours) });
	return [
		example(
			m.catalogue_compare_least(),
			(each, { hours }) => alone(each) && each.hours !== hours,
			forHours
		),
		example(
			m.catalogue_compare_whole(),
			(each, { hours }) => alone(each) && each.hours === hours,
			forHours
		),
		example(
			m.catalogue_compare_hour(),
			(each, { hours }) => alone(each) && each.hours === hours,
			({ hours, totalOre }) => amount(Math.round(totalOre / hours))
		),
		example(
			m.catalogue_compare_group(),
			(each) => !alone(each),
			({ participants, perParticipantOre }) =>
				m.catalogue_compare_each({ price: amount(perParticipantOre), count: participants })
		)
	];
}

function rowOf(
	modules: Module[],
	term: string,
	value: (module: Module) => string | null
): ComparedRow {
	const values = modules.map(value);
	return { term, values, differs: new Set(values).size > 1 };
}

/** What the page says besides the modules. */
export const comparePageWords = () => ({
	title: m.catalogue_compare_title(),
	lead: m.catalogue_compare_lead(),
	catalogue: m.catalogue_title(),
	show: m.catalogue_compare_show(),
	all: m.catalogue_compare_all(),
	differences: m.catalogue_compare_differences(),
	scroll: m.common_table_scroll({ caption: m.catalogue_compare_title() }),
	takeOut: m.catalogue_compare_out(),
	differs: m.catalogue_compare_differs(),
	same: m.catalogue_compare_same(),
	priceNote: m.catalogue_price_note(),
	oneMore: m.catalogue_compare_picked_one(),
	none: m.catalogue_compare_none(),
	noneText: m.catalogue_compare_none_text(),
	back: m.catalogue_compare_back()
});
