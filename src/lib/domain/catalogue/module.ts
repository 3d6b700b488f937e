import type { PriceItem } from './price';

export const DELIVERY_FORMS = ['one_to_one', 'small_class', 'class', 'class_with_support'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

export const PLACES = ['workplace', 'school', 'online'] as const;
export type Place = (typeof PLACES)[number];

export const CERTIFICATE_KINDS = ['participation', 'amu', 'statutory', 'none'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** From no Danish at all to the levels of the Common European Framework, lowest first. */
export const DANISH_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'] as const;
export type DanishLevel = (typeof DANISH_LEVELS)[number];

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

/** What a school writes about a module. A draft may lack what a published module must have. */
export interface ModuleContent {
	title: string;
	purpose: string | null;
	subjectCode: string | null;
	deliveryForms: DeliveryForm[];
	places: Place[];
	/** The whole length. */
	hours: number | null;
	/** The least that the school gives; the whole length when the module cannot be divided. */
	minimumHours: number | null;
	/** The usual length of a session, and the shortest that the school gives. */
	sessionHours: number | null;
	sessionHoursMin: number | null;
	isDivisible: boolean;
	indivisibleReason: string | null;
	maxParticipants: number;
	requiredDanishLevel: DanishLevel;
	certificateKind: CertificateKind;
	leadTimeDays: number;
	prices: PriceItem[];
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
}

/** What upskilling is about. */
export interface Subject {
	code: string;
	nameDa: string;
	nameEn: string;
}
