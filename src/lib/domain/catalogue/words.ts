import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type {
	CertificateKind,
	DanishLevel,
	DeliveryForm,
	ModuleState,
	Place,
	ProviderKind,
	Subject
} from './module';
import type { PriceModel, QuoteLineKind } from './price';

/** The words for codes; a code without words does not compile. */
type Words<Code extends string> = Record<Code, () => string>;

const deliveryForms: Words<DeliveryForm> = {
	one_to_one: m.catalogue_delivery_one_to_one,
	small_class: m.catalogue_delivery_small_class,
	class: m.catalogue_delivery_class,
	class_with_support: m.catalogue_delivery_class_with_support
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
	support: m.catalogue_line_support
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

/** A word as it is written within a sentence; abbreviations such as AMU and VUC stay as they are. */
export const inSentence = (word: string) =>
	/^\p{Lu}{2}/u.test(word) ? word : word.charAt(0).toLocaleLowerCase('da') + word.slice(1);
