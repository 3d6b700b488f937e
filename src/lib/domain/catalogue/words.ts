import { inSentence } from '$lib/domain/shared/in-sentence';
import { m } from '$lib/paraglide/messages';
import { getLocale, type Locale } from '$lib/paraglide/runtime';
import type {
	CertificateKind,
	DanishLevel,
	DeliveryForm,
	ModuleState,
	Place,
	ProviderKind,
	Subject,
	Support,
	TeachingLanguage
} from './module';
import type { PriceModel, QuoteLineKind } from './price';

/** The words for codes; a code without words does not compile. */
export type Words<Code extends string> = Record<
	Code,
	(inputs?: Record<string, never>, options?: { locale?: Locale }) => string
>;

const deliveryForms: Words<DeliveryForm> = {
	one_to_one: m.catalogue_delivery_one_to_one,
	small_class: m.catalogue_delivery_small_class,
	class: m.catalogue_delivery_class,
	class_with_support: m.catalogue_delivery_class_with_support,
	online: m.catalogue_delivery_online
};
export const deliveryFormWord = (code: DeliveryForm) => deliveryForms[code]();

const places: Words<Place> = {
	workplace: m.catalogue_place_workplace,
	school: m.catalogue_place_school,
	online: m.catalogue_place_online
};
export const placeWord = (code: Place) => places[code]();

const certificates: Words<CertificateKind> = {
	statutory: m.catalogue_certificate_statutory,
	amu: m.catalogue_certificate_amu,
	participation: m.catalogue_certificate_participation,
	none: m.catalogue_certificate_none
};
export const certificateWord = (code: CertificateKind) => certificates[code]();

const danishLevels: Words<DanishLevel> = {
	none: m.catalogue_danish_none,
	A1: m.catalogue_danish_a1,
	A2: m.catalogue_danish_a2,
	B1: m.catalogue_danish_b1,
	B2: m.catalogue_danish_b2,
	C1: m.catalogue_danish_c1
};
/** The Danish that a module asks of its participants. */
export const requiredDanishWord = (code: DanishLevel) => danishLevels[code]();

/** `Danskuddannelse 2, modul 4` for the code `DU2.4`. */
export function danishModuleWord(code: string): string {
	const [education = '', part = ''] = code.slice(2).split('.');
	return m.catalogue_danish_module({ education, part });
}

const languages: Words<TeachingLanguage> = {
	da: m.catalogue_language_da,
	en: m.catalogue_language_en,
	uk: m.catalogue_language_uk,
	ru: m.catalogue_language_ru,
	ar: m.catalogue_language_ar,
	so: m.catalogue_language_so,
	ti: m.catalogue_language_ti,
	fa: m.catalogue_language_fa,
	tr: m.catalogue_language_tr,
	pl: m.catalogue_language_pl,
	de: m.catalogue_language_de,
	fr: m.catalogue_language_fr,
	es: m.catalogue_language_es
};
export const teachingLanguageWord = (code: TeachingLanguage) => languages[code]();

const supports: Words<Support> = {
	pre_meeting: m.catalogue_support_pre_meeting,
	screening: m.catalogue_support_screening,
	education_buddy: m.catalogue_support_education_buddy,
	interpreter: m.catalogue_support_interpreter,
	home_practice: m.catalogue_support_home_practice,
	trade_materials: m.catalogue_support_trade_materials,
	workplace_buddy: m.catalogue_support_workplace_buddy
};
export const supportWord = (code: Support) => supports[code]();

const states: Words<ModuleState> = {
	draft: m.catalogue_state_draft,
	published: m.catalogue_state_published,
	paused: m.catalogue_state_paused,
	archived: m.catalogue_state_archived
};
export const moduleStateWord = (code: ModuleState) => states[code]();

const models: Words<PriceModel> = {
	per_hour: m.catalogue_model_per_hour,
	per_week: m.catalogue_model_per_week,
	per_participant: m.catalogue_model_per_participant,
	fixed: m.catalogue_model_fixed
};
export const priceModelWord = (code: PriceModel) => models[code]();

/** The same in any of our languages, for what is read from a spreadsheet. */
export const moduleWords = {
	deliveryForms,
	places,
	certificates,
	danishLevels,
	languages,
	supports,
	models
};

const lineKinds: Words<QuoteLineKind> = {
	teaching: m.catalogue_line_teaching,
	pre_meeting: m.catalogue_line_pre_meeting,
	screening: m.catalogue_line_screening,
	preparation: m.catalogue_line_preparation,
	adaptation: m.catalogue_line_adaptation,
	materials: m.catalogue_line_materials,
	transport: m.catalogue_line_transport,
	interpreter: m.catalogue_line_interpreter,
	certificate_fee: m.catalogue_line_certificate_fee,
	support: m.catalogue_line_support,
	supplement: m.catalogue_line_supplement
};
/** What a line of a price list or of a quote pays for. */
export const lineKindWord = (code: QuoteLineKind) => lineKinds[code]();

const providerKinds: Words<ProviderKind> = {
	language_centre: m.catalogue_provider_language_centre,
	business_college: m.catalogue_provider_business_college,
	technical_school: m.catalogue_provider_technical_school,
	vuc: m.catalogue_provider_vuc,
	business_academy: m.catalogue_provider_business_academy,
	university_college: m.catalogue_provider_university_college,
	other: m.catalogue_provider_other
};
export const providerKindWord = (code: ProviderKind) => providerKinds[code]();

/** The subject's name in the reader's language. */
export const subjectWord = ({ nameDa, nameEn }: Omit<Subject, 'code'>) =>
	getLocale() === 'en' ? nameEn : nameDa;

/** `En til en, lille hold og hold`: words that each begin with a capital, as one phrase. */
export function listWords(words: string[]): string {
	const phrase = words.map((word, index) => (index === 0 ? word : inSentence(word)));
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(phrase);
}

export { inSentence };
