/**
 * All that a module says of itself, in words, in the order in which it is read. Its public page has the words made on the
 * server and carries none of them itself; a preview makes them where it is shown.
 */
import { formatHours, formatKroner } from '$lib/domain/shared/format';
import { named, type Named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import {
	describeGroup,
	describeLength,
	describeSessions,
	describeStart,
	describeTailoring,
	describeValidity,
	describeWeeks
} from './describe-module';
import {
	describeAdded,
	describeIncluded,
	describeItem,
	describePrice,
	priceExamples
} from './describe-price';
import type { ModuleContent, School, Subject } from './module';
import {
	certificateWord,
	danishModuleWord,
	deliveryFormWord,
	inSentence,
	lineKindWord,
	listWords,
	placeWord,
	providerKindWord,
	requiredDanishWord,
	subjectWord,
	supportWord,
	teachingLanguageWord
} from './words';

export interface Fact {
	term: string;
	value: string | null;
}

/** A part of the page under a heading of its own. */
export interface Section {
	title: string;
	/** A sentence that stands out, and what follows it. */
	lead?: [strong: string, rest: string];
	text?: string;
	list?: string[];
	facts?: Fact[];
	/** Things of several lines each, with a figure beside. */
	parts?: { title: string; texts: string[]; figure: string }[];
	note?: string;
	/** Not worth its place on paper, where what has been chosen stands beside it. */
	isOnScreenOnly?: boolean;
}

/** Names of what a module refers to by code. */
export interface ReferenceNames {
	municipalities: Record<string, string>;
	legalBases: Record<string, Named>;
}

/** What modules are compared by. */
export function factsOf(module: ModuleContent, school: School): Section {
	const list = (words: string[]) => (words.length > 0 ? listWords(words) : null);
	const weeks = describeWeeks(module);
	return {
		title: m.catalogue_facts_title(),
		facts: [
			{ term: m.catalogue_fact_length(), value: describeLength(module) },
			{ term: m.catalogue_fact_session(), value: describeSessions(module) },
			...(weeks ? [{ term: m.catalogue_fact_week(), value: weeks }] : []),
			{ term: m.catalogue_fact_place(), value: list(module.places.map(placeWord)) },
			{ term: m.catalogue_fact_form(), value: list(module.deliveryForms.map(deliveryFormWord)) },
			{ term: m.catalogue_fact_participants(), value: describeGroup(module) },
			{
				term: m.catalogue_fact_danish(),
				value: together([
					requiredDanishWord(module.requiredDanishLevel),
					module.requiredDanishModule && danishModuleWord(module.requiredDanishModule)
				])
			},
			{ term: m.catalogue_fact_certificate(), value: certificateWord(module.certificateKind) },
			{
				term: module.hasRollingIntake ? m.catalogue_fact_lead_time() : m.catalogue_fact_intakes(),
				value: describeStart(module)
			},
			{
				term: m.catalogue_fact_school(),
				value: m.catalogue_school_line({
					name: school.name,
					kind: inSentence(providerKindWord(school.kind)),
					municipality: school.municipality
				})
			}
		]
	};
}

/** What it teaches, who it is for, who may pay and what it costs; what is not said is left out. */
export function sectionsOf(
	module: ModuleContent,
	subject: Subject | undefined,
	names: ReferenceNames | undefined
): Section[] {
	return [
		goals(module),
		elements(module),
		{
			title: module.isDivisible
				? m.catalogue_tailoring_title()
				: m.catalogue_tailoring_title_whole(),
			text: describeTailoring(module),
			isOnScreenOnly: true
		},
		more(module, subject, names),
		funding(module, names),
		prices(module),
		examples(module)
	].filter((section) => section !== null);
}

function goals({ learningGoals }: ModuleContent): Section | null {
	const list = learningGoals?.split('\n').filter((line) => line.trim()) ?? [];
	return list.length > 0 ? { title: m.catalogue_goals_title(), list } : null;
}

function elements({ elements: all }: ModuleContent): Section | null {
	if (all.length === 0) return null;
	return {
		title: m.catalogue_elements_title(),
		parts: all.map(({ title, goal, hours, isMandatory, needs }) => {
			const needed = all.find(({ number }) => number === needs);
			const kind = isMandatory ? m.catalogue_element_mandatory() : m.catalogue_element_optional();
			const built = needed && m.catalogue_element_needs({ title: needed.title });
			return {
				title,
				texts: [goal, [kind, built].filter(Boolean).join('. ')].filter((text) => text !== null),
				figure: formatHours(hours)
			};
		})
	};
}

function more(
	module: ModuleContent,
	subject: Subject | undefined,
	names: ReferenceNames | undefined
): Section {
	const { audience, prerequisite, teachingLanguages, support, schoolAddress } = module;
	return {
		title: m.catalogue_more_title(),
		facts: said([
			{ term: m.catalogue_fact_audience(), value: audience },
			{ term: m.catalogue_fact_prerequisite(), value: prerequisite },
			{
				term: m.catalogue_fact_language(),
				value: listWords(teachingLanguages.map(teachingLanguageWord))
			},
			{
				term: m.catalogue_fact_support(),
				value: support.length > 0 ? listWords(support.map(supportWord)) : null
			},
			{ term: m.catalogue_fact_address(), value: schoolAddress },
			{ term: m.catalogue_fact_workplaces(), value: workplaces(module, names) },
			{ term: m.catalogue_fact_subject(), value: subject ? subjectWord(subject) : null }
		])
	};
}

function workplaces(
	{ places, workplaceMunicipalities: codes }: ModuleContent,
	names: ReferenceNames | undefined
): string | null {
	if (!places.includes('workplace')) return null;
	if (codes.length === 0) return m.catalogue_workplaces_all();
	return codes.map((code) => names?.municipalities[code] ?? code).join(', ');
}

function funding(module: ModuleContent, names: ReferenceNames | undefined): Section | null {
	if (module.funding.length === 0) return null;
	const paying = (coverage: 'whole' | 'part') =>
		together(
			module.funding
				.filter((each) => each.coverage === coverage)
				.map(({ legalBasisCode: code }) => {
					const name = names?.legalBases[code];
					return name ? named(name) : code;
				})
		);
	return {
		title: m.catalogue_funding_title(),
		facts: said([
			{ term: m.catalogue_funding_whole(), value: paying('whole') },
			{ term: m.catalogue_funding_part(), value: paying('part') }
		]),
		note: m.catalogue_funding_note()
	};
}

function prices(module: ModuleContent): Section {
	const { prices: items, priceSteps, supplementPercent } = module;
	const title = m.catalogue_price_title();
	const price = describePrice(items);
	const teaching = items.find(({ kind }) => kind === 'teaching');
	if (!price || !teaching) return { title, text: m.catalogue_price_missing() };
	const beside = [describeIncluded(items), describeAdded(items)].filter(Boolean).join(', ');
	const rules = [
		...priceSteps.map(({ fromParticipants: count, unitPriceOre }) =>
			m.catalogue_price_step({ count, price: describeItem({ ...teaching, unitPriceOre }) })
		),
		supplementPercent > 0 ? m.catalogue_price_supplement({ percent: supplementPercent }) : null,
		describeValidity(module)
	].filter((rule) => rule !== null);
	const oneOffs = items.filter((item) => item !== teaching && item.unitPriceOre > 0);
	return {
		title,
		lead: [price, beside && `, ${beside}`],
		...(rules.length > 0 && { list: rules }),
		...(oneOffs.length > 0 && {
			facts: oneOffs.map((item) => ({
				term: lineKindWord(item.kind),
				value: describeItem(item)
			}))
		}),
		note: m.catalogue_price_note()
	};
}

function examples(module: ModuleContent): Section | null {
	const worked = priceExamples(module);
	if (worked.length === 0) return null;
	return {
		title: m.catalogue_price_examples(),
		facts: worked.map(({ hours, participants, totalOre, perParticipantOre }) => ({
			term: m.catalogue_price_example({
				hours: formatHours(hours),
				participants:
					participants === 1
						? m.catalogue_participant_one()
						: m.catalogue_participants({ count: participants })
			}),
			value: [
				formatKroner(totalOre),
				participants > 1 && m.catalogue_tailor_each({ price: formatKroner(perParticipantOre) })
			]
				.filter(Boolean)
				.join(', ')
		})),
		isOnScreenOnly: true
	};
}

const together = (texts: (string | null)[]) => texts.filter(Boolean).join('\n') || null;
const said = (facts: Fact[]) => facts.filter(({ value }) => value);
