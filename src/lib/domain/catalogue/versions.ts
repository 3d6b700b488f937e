/** What is different between two versions of a module, in words. */
import { formatDate, formatHours, formatPercent } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { describeItem } from './describe-price';
import type { ModuleContent, ModuleElement, ModuleFunding } from './module';
import {
	certificateWord,
	danishModuleWord,
	deliveryFormWord,
	lineKindWord,
	listWords,
	placeWord,
	requiredDanishWord,
	supportWord,
	teachingLanguageWord
} from './words';

/** One thing that was changed. Without a `before` it is new, without an `after` it is gone. */
export interface Change {
	label: string;
	before: string | null;
	after: string | null;
}

/** Words for the codes that a module points at. */
export interface Names {
	subject: (code: string) => string;
	municipality: (code: string) => string;
	legalBasis: (code: string) => string;
}

type Field = [label: () => string, text: (content: ModuleContent, names: Names) => string | null];

const hours = (value: number | null) => (value === null ? null : formatHours(value));
const list = (words: string[]) => (words.length > 0 ? listWords(words) : null);
const yesNo = (value: boolean) => (value ? m.catalogue_diff_yes() : m.catalogue_diff_no());
const day = (value: string | null) => (value === null ? null : formatDate(value));

/** Everything that a module says once, in the order in which it is read. */
const fields: Field[] = [
	[m.catalogue_diff_code, ({ code }) => code],
	[m.catalogue_diff_title, ({ title }) => title],
	[m.catalogue_diff_purpose, ({ purpose }) => purpose],
	[m.catalogue_diff_learning_goals, ({ learningGoals }) => learningGoals],
	[m.catalogue_diff_audience, ({ audience }) => audience],
	[m.catalogue_diff_subject, ({ subjectCode }, names) => subjectCode && names.subject(subjectCode)],
	[
		m.catalogue_diff_delivery_forms,
		({ deliveryForms }) => list(deliveryForms.map(deliveryFormWord))
	],
	[m.catalogue_diff_places, ({ places }) => list(places.map(placeWord))],
	[m.catalogue_diff_school_address, ({ schoolAddress }) => schoolAddress],
	[
		m.catalogue_diff_municipalities,
		({ workplaceMunicipalities: codes }, names) =>
			codes.map(names.municipality).join(', ') || m.catalogue_diff_municipalities_all()
	],
	[m.catalogue_diff_hours, (content) => hours(content.hours)],
	[m.catalogue_diff_minimum_hours, ({ minimumHours }) => hours(minimumHours)],
	[m.catalogue_diff_division, ({ isDivisible }) => yesNo(isDivisible)],
	[m.catalogue_diff_indivisible_reason, ({ indivisibleReason }) => indivisibleReason],
	[m.catalogue_diff_session_hours, ({ sessionHours }) => hours(sessionHours)],
	[m.catalogue_diff_session_hours_min, ({ sessionHoursMin }) => hours(sessionHoursMin)],
	[m.catalogue_diff_session_hours_max, ({ sessionHoursMax }) => hours(sessionHoursMax)],
	[m.catalogue_diff_weekly_hours, ({ weeklyHours }) => hours(weeklyHours)],
	[m.catalogue_diff_weekly_hours_min, ({ weeklyHoursMin }) => hours(weeklyHoursMin)],
	[m.catalogue_diff_weekly_hours_max, ({ weeklyHoursMax }) => hours(weeklyHoursMax)],
	[m.catalogue_diff_min_participants, ({ minParticipants }) => String(minParticipants)],
	[m.catalogue_diff_max_participants, ({ maxParticipants }) => String(maxParticipants)],
	[m.catalogue_diff_danish_level, (content) => requiredDanishWord(content.requiredDanishLevel)],
	[
		m.catalogue_diff_danish_module,
		({ requiredDanishModule: code }) => code && danishModuleWord(code)
	],
	[m.catalogue_diff_prerequisite, ({ prerequisite }) => prerequisite],
	[m.catalogue_diff_certificate, ({ certificateKind }) => certificateWord(certificateKind)],
	[m.catalogue_diff_lead_time, ({ leadTimeDays }) => String(leadTimeDays)],
	[m.catalogue_diff_intake, ({ hasRollingIntake }) => yesNo(hasRollingIntake)],
	[
		m.catalogue_diff_languages,
		({ teachingLanguages }) => list(teachingLanguages.map(teachingLanguageWord))
	],
	[m.catalogue_diff_support, ({ support }) => list(support.map(supportWord))],
	[m.catalogue_diff_supplement, ({ supplementPercent }) => formatPercent(supplementPercent / 100)],
	[m.catalogue_diff_valid_from, ({ priceValidFrom }) => day(priceValidFrom)],
	[m.catalogue_diff_valid_until, ({ priceValidUntil }) => day(priceValidUntil)]
];

/** A row that belongs to a module: what it is known by, what it is called, and what it says. */
interface Line {
	key: string;
	label: string;
	text: string;
}

function elementLines({ elements }: ModuleContent): Line[] {
	const titleOf = (number: number) =>
		elements.find((element) => element.number === number)?.title ?? String(number);
	return elements.map((element) => ({
		key: String(element.number),
		label: m.catalogue_diff_element({ title: element.title }),
		text: elementText(element, titleOf)
	}));
}

function elementText(element: ModuleElement, titleOf: (number: number) => string): string {
	const facts = [
		element.title,
		formatHours(element.hours),
		...(element.isMandatory ? [m.catalogue_diff_element_mandatory()] : []),
		...(element.needs === null
			? []
			: [m.catalogue_diff_element_needs({ title: titleOf(element.needs) })])
	].join(', ');
	return element.goal ? `${facts}\n${element.goal}` : facts;
}

/** A list may hold several lines of a kind: the first is held against the first, and so on. */
function priceLines({ prices }: ModuleContent): Line[] {
	return prices.map((item, index) => ({
		key: `${item.kind} ${prices.slice(0, index).filter(({ kind }) => kind === item.kind).length}`,
		label: m.catalogue_diff_price({ line: lineKindWord(item.kind) }),
		text: describeItem(item)
	}));
}

function stepLines({ prices, priceSteps }: ModuleContent): Line[] {
	const teaching = prices.find(({ kind }) => kind === 'teaching');
	const item = teaching ?? { kind: 'teaching', model: 'fixed', weeklyHours: null };
	return priceSteps.map(({ fromParticipants, unitPriceOre }) => ({
		key: String(fromParticipants),
		label: m.catalogue_diff_price_step({ count: fromParticipants }),
		text: describeItem({ ...item, unitPriceOre })
	}));
}

const offeringLines = ({ offerings }: ModuleContent): Line[] =>
	offerings.map(({ startsOn, seats }) => ({
		key: startsOn,
		label: m.catalogue_diff_offering({ date: formatDate(startsOn) }),
		text: seats === 1 ? m.catalogue_diff_seats_one() : m.catalogue_diff_seats({ count: seats })
	}));

const coverages: Record<ModuleFunding['coverage'], () => string> = {
	whole: m.catalogue_diff_coverage_whole,
	part: m.catalogue_diff_coverage_part
};
const fundingLines = ({ funding }: ModuleContent, names: Names): Line[] =>
	funding.map(({ legalBasisCode, coverage }) => ({
		key: legalBasisCode,
		label: m.catalogue_diff_funding({ basis: names.legalBasis(legalBasisCode) }),
		text: coverages[coverage]()
	}));

/** What differs in rows of one kind: those that stayed or are new in their order, then those that are gone. */
function lineChanges(before: Line[], after: Line[]): Change[] {
	const then = new Map(before.map((line) => [line.key, line]));
	const now = new Set(after.map(({ key }) => key));
	return [
		...after
			.map(({ key, label, text }) => ({ label, before: then.get(key)?.text ?? null, after: text }))
			.filter((change) => change.before !== change.after),
		...before
			.filter(({ key }) => !now.has(key))
			.map(({ label, text }) => ({ label, before: text, after: null }))
	];
}

/** The order of the elements that both versions have. */
function orderChange(before: ModuleContent, after: ModuleContent): Change[] {
	const shared = ({ elements }: ModuleContent, other: ModuleContent) =>
		elements.filter(({ number }) => other.elements.some((element) => element.number === number));
	const [then, now] = [shared(before, after), shared(after, before)];
	if (then.every(({ number }, index) => number === now[index]?.number)) return [];
	const titles = (elements: ModuleElement[]) => elements.map(({ title }) => title).join(' → ');
	return [{ label: m.catalogue_diff_element_order(), before: titles(then), after: titles(now) }];
}

/** Everything that is said otherwise in one version than in the one before it. */
export function changesBetween(
	before: ModuleContent,
	after: ModuleContent,
	names: Names
): Change[] {
	return [
		...fields
			.map(([label, text]) => ({
				label: label(),
				before: text(before, names),
				after: text(after, names)
			}))
			.filter((change) => change.before !== change.after),
		...lineChanges(elementLines(before), elementLines(after)),
		...orderChange(before, after),
		...lineChanges(priceLines(before), priceLines(after)),
		...lineChanges(stepLines(before), stepLines(after)),
		...lineChanges(offeringLines(before), offeringLines(after)),
		...lineChanges(fundingLines(before, names), fundingLines(after, names))
	];
}
