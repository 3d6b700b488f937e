/** A module as the database keeps it, and back. */
import type { Module, ModuleContent, ModuleCost, School } from '$lib/domain/catalogue/module';
import type { PriceItem } from '$lib/domain/catalogue/price';
import type { Client } from '../supabase/clients';
import type { Json } from '../supabase/database.types';

export const SCHOOL = 'id, name, provider_kind, municipality(name)';
/** Everything that a module says, with what belongs to it. */
export const MODULE =
	`id, version, state, code, title, purpose, learning_goals, audience, subject_code, delivery_forms, places,
	school_address, workplace_municipalities, hours, minimum_hours, session_hours, session_hours_min, session_hours_max,
	weekly_hours, weekly_hours_min, weekly_hours_max, is_divisible, indivisible_reason, min_participants, max_participants,
	required_danish_level, required_danish_module, prerequisite, certificate_kind, lead_time_days, has_rolling_intake,
	teaching_languages, support, supplement_percent, price_valid_from, price_valid_until,
	published_at, updated_at, confirmed_at,
	school:organisation!module_provider_id_fkey(${SCHOOL}),
	prices:module_price(kind, model, unit_price_ore, weekly_hours),
	price_steps:module_price_step(from_participants, unit_price_ore),
	elements:module_element(number, title, goal, hours, is_mandatory, needs),
	offerings:module_offering(starts_on, seats),
	funding:module_funding(legal_basis_code, coverage)` as const;

/** What belongs to a module, each in its order. */
const ORDERS = [
	['prices', 'position'],
	['price_steps', 'from_participants'],
	['elements', 'position'],
	['offerings', 'starts_on'],
	['funding', 'legal_basis_code']
] as const;

/** A query of modules; for a list in pages, with how many there are in all. */
export const modules = (client: Client, count?: 'exact') =>
	client.from('module').select(MODULE, { count });

type Ordered<Query> = {
	order(column: string, options: { referencedTable: string }): Query;
};
/** Keeps what belongs to a module in its order. */
export const inOrder = <Query extends Ordered<Query>>(query: Query): Query =>
	ORDERS.reduce(
		(ordered, [referencedTable, column]) => ordered.order(column, { referencedTable }),
		query
	);

export type ModuleRow = NonNullable<Awaited<ReturnType<typeof modules>>['data']>[number];

/** What a school has written, as a version keeps it too. */
export type ContentRow = Omit<
	ModuleRow,
	'id' | 'version' | 'state' | 'published_at' | 'updated_at' | 'confirmed_at' | 'school'
>;

export function moduleOf(row: ModuleRow): Module {
	return {
		...contentOf(row),
		id: row.id,
		version: row.version,
		state: row.state as Module['state'],
		publishedAt: row.published_at,
		updatedAt: row.updated_at,
		confirmedAt: row.confirmed_at,
		school: schoolOf(row.school)
	};
}

export function contentOf(row: ContentRow): ModuleContent {
	return {
		code: row.code,
		title: row.title,
		purpose: row.purpose,
		learningGoals: row.learning_goals,
		audience: row.audience,
		subjectCode: row.subject_code,
		deliveryForms: row.delivery_forms as Module['deliveryForms'],
		places: row.places as Module['places'],
		schoolAddress: row.school_address,
		workplaceMunicipalities: row.workplace_municipalities,
		hours: row.hours,
		minimumHours: row.minimum_hours,
		elements: row.elements.map((element) => ({
			number: element.number,
			title: element.title,
			goal: element.goal,
			hours: element.hours,
			isMandatory: element.is_mandatory,
			needs: element.needs
		})),
		sessionHours: row.session_hours,
		sessionHoursMin: row.session_hours_min,
		sessionHoursMax: row.session_hours_max,
		weeklyHours: row.weekly_hours,
		weeklyHoursMin: row.weekly_hours_min,
		weeklyHoursMax: row.weekly_hours_max,
		isDivisible: row.is_divisible,
		indivisibleReason: row.indivisible_reason,
		minParticipants: row.min_participants,
		maxParticipants: row.max_participants,
		requiredDanishLevel: row.required_danish_level as Module['requiredDanishLevel'],
		requiredDanishModule: row.required_danish_module,
		prerequisite: row.prerequisite,
		certificateKind: row.certificate_kind as Module['certificateKind'],
		leadTimeDays: row.lead_time_days,
		hasRollingIntake: row.has_rolling_intake,
		offerings: row.offerings.map((offering) => ({
			startsOn: offering.starts_on,
			seats: offering.seats
		})),
		teachingLanguages: row.teaching_languages as Module['teachingLanguages'],
		support: row.support as Module['support'],
		funding: row.funding.map((funding) => ({
			legalBasisCode: funding.legal_basis_code,
			coverage: funding.coverage as Module['funding'][number]['coverage']
		})),
		prices: row.prices.map(priceOf),
		priceSteps: row.price_steps.map((step) => ({
			fromParticipants: step.from_participants,
			unitPriceOre: step.unit_price_ore
		})),
		supplementPercent: row.supplement_percent,
		priceValidFrom: row.price_valid_from,
		priceValidUntil: row.price_valid_until
	};
}

export function priceOf(row: ContentRow['prices'][number]): PriceItem {
	return {
		kind: row.kind as PriceItem['kind'],
		model: row.model as PriceItem['model'],
		unitPriceOre: row.unit_price_ore,
		weeklyHours: row.weekly_hours
	};
}

export function schoolOf(row: ModuleRow['school']): School {
	return {
		id: row.id,
		name: row.name,
		kind: row.provider_kind as School['kind'],
		municipality: row.municipality.name
	};
}

/** A module as `save_module` takes it; the private cost goes along where the school keeps one. */
export function columnsOf(content: ModuleContent, cost: ModuleCost | null): Json {
	return {
		code: content.code,
		title: content.title,
		purpose: content.purpose,
		learning_goals: content.learningGoals,
		audience: content.audience,
		subject_code: content.subjectCode,
		delivery_forms: content.deliveryForms,
		places: content.places,
		school_address: content.schoolAddress,
		workplace_municipalities: content.workplaceMunicipalities,
		hours: content.hours,
		minimum_hours: content.minimumHours,
		session_hours: content.sessionHours,
		session_hours_min: content.sessionHoursMin,
		session_hours_max: content.sessionHoursMax,
		weekly_hours: content.weeklyHours,
		weekly_hours_min: content.weeklyHoursMin,
		weekly_hours_max: content.weeklyHoursMax,
		is_divisible: content.isDivisible,
		indivisible_reason: content.indivisibleReason,
		min_participants: content.minParticipants,
		max_participants: content.maxParticipants,
		required_danish_level: content.requiredDanishLevel,
		required_danish_module: content.requiredDanishModule,
		prerequisite: content.prerequisite,
		certificate_kind: content.certificateKind,
		lead_time_days: content.leadTimeDays,
		has_rolling_intake: content.hasRollingIntake,
		teaching_languages: content.teachingLanguages,
		support: content.support,
		supplement_percent: content.supplementPercent,
		price_valid_from: content.priceValidFrom,
		price_valid_until: content.priceValidUntil,
		prices: content.prices.map(({ kind, model, unitPriceOre, weeklyHours }) => ({
			kind,
			model,
			unit_price_ore: unitPriceOre,
			weekly_hours: weeklyHours
		})),
		price_steps: content.priceSteps.map(({ fromParticipants, unitPriceOre }) => ({
			from_participants: fromParticipants,
			unit_price_ore: unitPriceOre
		})),
		elements: content.elements.map(({ number, title, goal, hours, isMandatory, needs }) => ({
			number,
			title,
			goal,
			hours,
			is_mandatory: isMandatory,
			needs
		})),
		offerings: content.offerings.map(({ startsOn, seats }) => ({ starts_on: startsOn, seats })),
		funding: content.funding.map(({ legalBasisCode, coverage }) => ({
			legal_basis_code: legalBasisCode,
			coverage
		})),
		cost: cost && {
			cost_ore: cost.costOre,
			cost_per_participant_ore: cost.costPerParticipantOre,
			note: cost.note
		}
	};
}
