import type { PriceTerms } from './price';

export const DELIVERY_FORMS = [
	'one_to_one',
	'small_class',
	'class',
	'class_with_support',
	'online'
] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

export const PLACES = ['workplace', 'school', 'online'] as const;
export type Place = (typeof PLACES)[number];

export const CERTIFICATE_KINDS = ['participation', 'amu', 'statutory', 'none'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** From no Danish at all to the levels of the Common European Framework, lowest first. */
export const DANISH_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] as const;
export type DanishLevel = (typeof DANISH_LEVELS)[number];

/** Languages that schools teach in, by their ISO 639 codes. */
export const TEACHING_LANGUAGES = [
	'da',
	'en',
	'uk',
	'ru',
	'ar',
	'so',
	'ti',
	'fa',
	'tr',
	'pl',
	'de',
	'fr',
	'es'
] as const;
export type TeachingLanguage = (typeof TEACHING_LANGUAGES)[number];

/** What a school can add for those who need it. */
export const SUPPORTS = [
	'pre_meeting',
	'screening',
	'education_buddy',
	'interpreter',
	'home_practice',
	'trade_materials',
	'workplace_buddy'
] as const;
export type Support = (typeof SUPPORTS)[number];

export const COVERAGES = ['whole', 'part'] as const;

export const MODULE_STATES = ['draft', 'published', 'paused', 'archived'] as const;
export type ModuleState = (typeof MODULE_STATES)[number];

export const PROVIDER_KINDS = [
	'language_centre',
	'business_college',
	'technical_school',
	'vuc',
	'business_academy',
	'university_college',
	'other'
] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** A part of a module that can be picked. The hours of all elements are the module's. */
export interface ModuleElement {
	/** Names the element within its module, wherever it stands. */
	number: number;
	title: string;
	goal: string | null;
	hours: number;
	isMandatory: boolean;
	/** The number of the element that must be taken first; it stands earlier. */
	needs: number | null;
}

/** A day on which a module starts, and how many it has room for. */
export interface Offering {
	startsOn: string;
	seats: number;
}

/** What may pay for a module, as its school sees it. */
export interface ModuleFunding {
	legalBasisCode: string;
	coverage: (typeof COVERAGES)[number];
}

/** What a school writes about a module. A draft may lack what a published module must have. */
export interface ModuleContent extends PriceTerms {
	/** The school's own number for it. */
	code: string | null;
	title: string;
	purpose: string | null;
	/** One goal a line. */
	learningGoals: string | null;
	audience: string | null;
	subjectCode: string | null;
	deliveryForms: DeliveryForm[];
	places: Place[];
	schoolAddress: string | null;
	/** Codes of the municipalities whose workplaces the school comes to; none means all of them. */
	workplaceMunicipalities: string[];
	/** The whole length. */
	hours: number | null;
	/** The least that the school gives; the whole length when the module cannot be divided. */
	minimumHours: number | null;
	elements: ModuleElement[];
	/** The usual length of a session, the shortest, and the longest when that is longer. */
	sessionHours: number | null;
	sessionHoursMin: number | null;
	sessionHoursMax: number | null;
	/** The hours of a usual week, the fewest and the most; null where the sessions decide. */
	weeklyHours: number | null;
	weeklyHoursMin: number | null;
	weeklyHoursMax: number | null;
	isDivisible: boolean;
	indivisibleReason: string | null;
	minParticipants: number;
	maxParticipants: number;
	requiredDanishLevel: DanishLevel;
	/** Education 1 to 3 and module 1 to 6 of danskuddannelse, as `DU2.4`. */
	requiredDanishModule: string | null;
	prerequisite: string | null;
	certificateKind: CertificateKind;
	leadTimeDays: number;
	/** Starts when agreed; otherwise only on the days of its offerings. */
	hasRollingIntake: boolean;
	offerings: Offering[];
	teachingLanguages: TeachingLanguage[];
	support: Support[];
	funding: ModuleFunding[];
	/** ISO dates between which the prices hold. */
	priceValidFrom: string | null;
	priceValidUntil: string | null;
}

/** What a module says before anything is written in it. */
export const BLANK_MODULE: ModuleContent = {
	code: null,
	title: '',
	purpose: null,
	learningGoals: null,
	audience: null,
	subjectCode: null,
	deliveryForms: [],
	places: [],
	schoolAddress: null,
	workplaceMunicipalities: [],
	hours: null,
	minimumHours: null,
	elements: [],
	sessionHours: null,
	sessionHoursMin: null,
	sessionHoursMax: null,
	weeklyHours: null,
	weeklyHoursMin: null,
	weeklyHoursMax: null,
	isDivisible: true,
	indivisibleReason: null,
	minParticipants: 1,
	maxParticipants: 1,
	requiredDanishLevel: 'none',
	requiredDanishModule: null,
	prerequisite: null,
	certificateKind: 'participation',
	leadTimeDays: 14,
	hasRollingIntake: true,
	offerings: [],
	teachingLanguages: ['da'],
	support: [],
	funding: [],
	prices: [],
	priceSteps: [],
	supplementPercent: 0,
	priceValidFrom: null,
	priceValidUntil: null
};

/** What it costs a school to give a whole module once. Its own note: never shown to others. */
export interface ModuleCost {
	costOre: number;
	costPerParticipantOre: number;
	note: string | null;
}

export interface School {
	id: string;
	name: string;
	kind: ProviderKind;
	municipality: string;
}

/** A module as it is shown: what is written in it, and by whom. */
export interface Module extends ModuleContent {
	id: string;
	version: number;
	state: ModuleState;
	school: School;
	/** ISO timestamps. */
	publishedAt: string | null;
	updatedAt: string;
	/** When the school last saved it or said that it still holds. */
	confirmedAt: string | null;
}

/** What upskilling is about. */
export interface Subject {
	code: string;
	nameDa: string;
	nameEn: string;
}

/** What public money may be spent by; `validTo` is the first day on which it holds no more. */
export interface LegalBasis extends Subject {
	validFrom: string;
	validTo: string | null;
}

export interface Municipality {
	code: string;
	name: string;
	region: string;
}
