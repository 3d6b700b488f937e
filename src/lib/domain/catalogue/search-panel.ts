/**
 * The filters of the catalogue in words, with how many modules each value leaves. Made on the server, so that the page
 * carries none of the words in two languages.
 */
import { decimal, formatNumber } from '$lib/domain/shared/format';
import { named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import {
	DIVISION_WORDS,
	DIVISIONS,
	isNarrowed,
	loosened,
	SORTS,
	STARTS_WITHIN,
	valuesOf,
	writeFilter,
	type CatalogueFilter,
	type Division,
	type Loosened,
	type Sort
} from './filter';
import { FILTER_PARAMS, MOST_PICKS } from './filter-names';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS,
	TEACHING_LANGUAGES,
	type CertificateKind,
	type DanishLevel,
	type DeliveryForm,
	type Place,
	type School,
	type Subject,
	type Support,
	type TeachingLanguage
} from './module';
import {
	certificateWord,
	deliveryFormWord,
	placeWord,
	requiredDanishWord,
	supportWord,
	teachingLanguageWord
} from './words';

type Name = Loosened['name'];

/** The facts that are counted, under the names that the database gives them. */
export const FACETS = {
	subjects: 'subject',
	places: 'place',
	deliveryForms: 'delivery_form',
	division: 'division',
	support: 'support',
	languages: 'language',
	certificates: 'certificate',
	legalBases: 'legal_basis',
	schools: 'school'
} as const satisfies Partial<Record<Name, string>>;
type Facet = keyof typeof FACETS;

/** How many modules have each value of each fact, by its code, whatever is chosen of that fact itself. */
export type Counts = Partial<Record<(typeof FACETS)[Facet], Record<string, number>>>;

/** What filters refer to by code. */
export interface FilterNames {
	subjects: Subject[];
	schools: School[];
	legalBases: Subject[];
	municipalities: { code: string; name: string }[];
}

interface PanelOption {
	value: string;
	label: string;
	isOn: boolean;
}

/** A fact to tick values of; those that are seldom chosen are folded away. */
export interface FacetField {
	name: string;
	label: string;
	options: (PanelOption & { count: string })[];
	more: (PanelOption & { count: string })[];
}

/** Something to choose one of. */
export interface ChoiceField {
	name: string;
	label: string;
	/** What it says while nothing is chosen. */
	any: string;
	options: PanelOption[];
}

/** Hours that a candidate manages at a time, up to an ordinary day. */
const SESSION_HOURS = [1, 2, 3, 4, 5, 7.4];
const PARTICIPANTS = [1, 2, 4, 6, 8, 12, 16, 20];
/** As many values as are seen at a glance. */
const AT_FIRST = 6;
/** Of many schools, those that have most: the others are found by their name. */
const MOST_SCHOOLS = 20;

const LABELS: Record<Name, () => string> = {
	text: m.catalogue_filter_text,
	subjects: m.catalogue_fact_subject,
	places: m.catalogue_fact_place,
	deliveryForms: m.catalogue_fact_form,
	schools: m.catalogue_fact_school,
	division: m.catalogue_filter_division,
	sessionHours: m.catalogue_filter_session,
	danishLevel: m.catalogue_filter_danish,
	languages: m.catalogue_fact_language,
	support: m.catalogue_fact_support,
	certificates: m.catalogue_fact_certificate,
	legalBases: m.catalogue_filter_funding,
	municipality: m.catalogue_filter_municipality,
	participants: m.catalogue_fact_participants,
	startsWithinDays: m.catalogue_filter_start
};

/** The word for one value of a filter, as the address says it. */
function valueWord(name: Name, value: string, names: FilterNames): string {
	switch (name) {
		case 'subjects':
		case 'legalBases': {
			const known = names[name].find(({ code }) => code === value);
			return known ? named(known) : value;
		}
		case 'schools':
			return names.schools.find(({ id }) => id === value)?.name ?? value;
		case 'municipality':
			return names.municipalities.find(({ code }) => code === value)?.name ?? value;
		case 'places':
			return placeWord(value as Place);
		case 'deliveryForms':
			return deliveryFormWord(value as DeliveryForm);
		case 'languages':
			return teachingLanguageWord(value as TeachingLanguage);
		case 'support':
			return supportWord(value as Support);
		case 'certificates':
			return certificateWord(value as CertificateKind);
		case 'division':
			return value === DIVISION_WORDS.parts
				? m.catalogue_filter_parts()
				: m.catalogue_filter_whole();
		case 'danishLevel':
			return value === 'none'
				? m.catalogue_filter_danish_none()
				: requiredDanishWord(value as DanishLevel);
		case 'sessionHours':
			return value === '1' ? m.common_hour_one() : m.common_hours({ hours: value });
		case 'startsWithinDays':
			return m.catalogue_filter_start_value({ days: value });
		case 'text':
		case 'participants':
			return value;
	}
}

/** The facts that are counted, each with the values that some module has or that are chosen. */
export function facetFields(
	filter: CatalogueFilter,
	counts: Counts,
	names: FilterNames
): FacetField[] {
	const codes: Record<Facet, readonly string[]> = {
		subjects: names.subjects.map(({ code }) => code),
		places: PLACES,
		deliveryForms: DELIVERY_FORMS,
		division: DIVISIONS,
		support: SUPPORTS,
		languages: TEACHING_LANGUAGES,
		certificates: CERTIFICATE_KINDS,
		legalBases: names.legalBases.map(({ code }) => code),
		schools: names.schools.map(({ id }) => id)
	};
	const chosen = valuesOf(filter);
	return (Object.keys(FACETS) as Facet[])
		.map((name) => {
			const found = codes[name]
				.map((code) => {
					const value = name === 'division' ? DIVISION_WORDS[code as Division] : code;
					return {
						value,
						isOn: chosen[name].includes(value),
						count: counts[FACETS[name]]?.[code] ?? 0
					};
				})
				.filter(({ isOn, count }) => isOn || count > 0);
			// In an order that stays while one ticks.
			const all = (name === 'schools' ? largest(found) : found).map(({ count, ...option }) => ({
				...option,
				label: valueWord(name, option.value, names),
				count: formatNumber(count)
			}));
			return {
				name: FILTER_PARAMS[name],
				label: LABELS[name](),
				options: all.slice(0, AT_FIRST),
				more: all.slice(AT_FIRST)
			};
		})
		.filter(({ options }) => options.length > 0);
}

/** Those that have most or are chosen, in the order in which they stood. */
function largest<Option extends { isOn: boolean; count: number }>(all: Option[]): Option[] {
	const kept = new Set(
		all
			.toSorted((a, b) => Number(b.isOn) - Number(a.isOn) || b.count - a.count)
			.slice(0, MOST_SCHOOLS)
	);
	return all.filter((option) => kept.has(option));
}

/** What is known of the candidate and the company, of which one value is given. */
export function choiceFields(filter: CatalogueFilter, names: FilterNames): ChoiceField[] {
	const choices: [Name, readonly (string | number)[]][] = [
		['danishLevel', DANISH_LEVELS],
		['sessionHours', SESSION_HOURS],
		['participants', PARTICIPANTS],
		['startsWithinDays', STARTS_WITHIN],
		['municipality', names.municipalities.map(({ code }) => code)]
	];
	const chosen = valuesOf(filter);
	return choices.map(([name, known]) => {
		const values = known.map((value) => (typeof value === 'number' ? decimal(value) : value));
		// An address may hold another one.
		const all = [...new Set([...values, ...chosen[name]])];
		return {
			name: FILTER_PARAMS[name],
			label: LABELS[name](),
			any: m.catalogue_filter_whatever(),
			options: all.map((value) => ({
				value,
				label: valueWord(name, value, names),
				isOn: chosen[name].includes(value)
			}))
		};
	});
}

/** A value that narrows the catalogue, in words. */
const chipWord = ({ name, value }: Loosened, names: FilterNames) =>
	name === 'text'
		? m.catalogue_chip_text({ text: value })
		: m.catalogue_chip({ fact: LABELS[name](), value: valueWord(name, value, names) });

/** What the catalogue is narrowed down to, each value with the way to do without it. */
export const chipLinks = (filter: CatalogueFilter, names: FilterNames, picks: string[]) =>
	loosened(filter).map((each) => ({
		label: chipWord(each, names),
		href: `/katalog${writeFilter(each.filter, picks)}`
	}));

/** Where a filter finds nothing: what to do without, and how many modules that gives. */
export const looserLinks = (
	all: (Loosened & { total: number })[],
	names: FilterNames,
	picks: string[]
) =>
	all.map((each) => ({
		label: m.catalogue_loosen({ what: chipWord(each, names), count: countWord(each.total) }),
		href: `/katalog${writeFilter(each.filter, picks)}`
	}));

/** The ways to sort what is found, as links. */
export function sortLinks(filter: CatalogueFilter, picks: string[]) {
	const words: Record<Sort, () => string> = {
		relevance: m.catalogue_sort_relevance,
		newest: m.catalogue_sort_newest,
		title: m.catalogue_sort_title
	};
	// Without a search nothing fits better, and the newest come first anyway.
	const others = SORTS.filter((sort) => sort !== (filter.text ? null : 'newest'));
	return others.map((sort) => ({
		label: sort === 'relevance' && !filter.text ? words.newest() : words[sort](),
		href: `/katalog${writeFilter({ ...filter, sort }, picks)}`,
		current: sort === (filter.sort === 'newest' && !filter.text ? 'relevance' : filter.sort)
	}));
}

/** How many modules there are. */
export const countWord = (total: number) =>
	total === 1 ? m.catalogue_count_one() : m.catalogue_count({ count: formatNumber(total) });

/** How many modules are picked to be compared, and whether more can be. */
function pickedWord(picked: number): string {
	if (picked === 1) return m.catalogue_compare_picked_one();
	return picked < MOST_PICKS
		? m.catalogue_compare_picked({ count: picked })
		: m.catalogue_compare_full({ count: picked });
}

/** What the page says besides its filters and its modules. */
export function searchPageWords(
	filter: CatalogueFilter,
	{ total, corrected }: { total: number; corrected: string | null },
	picked: number
) {
	const chosen = loosened({ ...filter, text: '' }).length;
	return {
		title: m.catalogue_title(),
		lead: m.catalogue_lead(),
		description: m.catalogue_description(),
		form: m.catalogue_filter_title(),
		text: m.catalogue_filter_text(),
		search: m.common_search(),
		filters: chosen > 0 ? m.catalogue_filters_on({ count: chosen }) : m.catalogue_filters(),
		moreValues: m.catalogue_filter_more_values(),
		need: m.catalogue_filter_need(),
		show: m.catalogue_filter_show(),
		clear: m.catalogue_filter_clear(),
		count: countWord(total),
		corrected: corrected && [
			m.catalogue_corrected_from({ text: filter.text }),
			m.catalogue_corrected({ text: corrected })
		],
		sort: m.catalogue_sort(),
		chips: m.catalogue_chips(),
		remove: m.catalogue_chip_remove(),
		compare: m.catalogue_compare(),
		takeOut: m.catalogue_compare_out(),
		picked: pickedWord(picked),
		compareNow: m.catalogue_compare_now(),
		undo: m.catalogue_compare_clear(),
		none: isNarrowed(filter) ? m.catalogue_none_found() : m.catalogue_empty(),
		noneText: isNarrowed(filter) ? m.catalogue_none_found_text() : m.catalogue_empty_text(),
		looser: m.catalogue_loosen_title(),
		showAll: m.catalogue_show_all()
	};
}
export type SearchPageWords = ReturnType<typeof searchPageWords>;
