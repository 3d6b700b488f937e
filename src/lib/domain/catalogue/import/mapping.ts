/** Which column of a school's spreadsheet holds what. */
import { locales } from '$lib/paraglide/runtime';
import { PRICE_MODELS, type PriceModel } from '../price';
import { plain } from './cells';
import type { Column, ColumnKey } from './columns';
import type { Mapping } from './rows';

/** What schools call it in their own sheets, beside the headings of ours. */
const ALIASES: Partial<Record<ColumnKey, string[]>> = {
	code: [
		'kode',
		'nr',
		'nummer',
		'kursusnummer',
		'kursusnr',
		'modulnummer',
		'modulnr',
		'fagnummer',
		'code',
		'number'
	],
	title: [
		'navn',
		'kursus',
		'kursusnavn',
		'kursustitel',
		'modul',
		'modulnavn',
		'forløb',
		'name',
		'course'
	],
	purpose: ['beskrivelse', 'kort beskrivelse', 'indhold', 'description'],
	learningGoals: ['mål', 'læringsudbytte', 'goals'],
	audience: ['deltagerprofil', 'hvem er det for', 'target group'],
	subjectCode: ['emne', 'fagområde', 'kategori', 'category'],
	deliveryForms: ['undervisningsform', 'afholdelsesform', 'holdtype'],
	places: ['undervisningssted', 'lokation', 'location'],
	schoolAddress: ['adresse', 'address'],
	workplaceMunicipalities: ['kommune', 'dækningsområde'],
	hours: ['timer', 'antal timer', 'timetal', 'varighed', 'varighed timer', 'hours'],
	minimumHours: ['minimum timer', 'min timer', 'mindst timer'],
	sessionHours: ['timer pr gang', 'timer pr lektion'],
	weeklyHours: ['timer pr uge', 'timer om ugen'],
	minParticipants: ['min deltagere', 'mindst deltagere', 'minimum deltagere'],
	maxParticipants: [
		'deltagere',
		'antal deltagere',
		'max deltagere',
		'maks deltagere',
		'holdstørrelse',
		'pladser'
	],
	requiredDanishLevel: ['danskniveau', 'sprogniveau', 'dansk niveau'],
	prerequisite: ['forudsætninger', 'adgangskrav', 'prerequisites'],
	certificateKind: ['certifikat', 'bevistype', 'afslutning'],
	leadTimeDays: ['varsel', 'startvarsel', 'opstart dage'],
	teachingLanguages: ['sprog', 'language'],
	priceModel: ['prismodel', 'prisenhed', 'enhed'],
	price: ['pris', 'pris kr', 'beløb', 'price'],
	supplementPercent: ['tillæg', 'aftentillæg', 'weekendtillæg'],
	priceValidFrom: ['gælder fra', 'gyldig fra'],
	priceValidUntil: ['gælder til', 'gyldig til'],
	id: ['id']
};

/** Headings of a price that say what it is the price of. */
const PRICES_OF: Record<PriceModel, string[]> = {
	per_hour: ['pris pr time', 'pris time', 'timepris', 'timesats', 'price per hour', 'hourly rate'],
	per_week: ['pris pr uge', 'pris uge', 'ugepris', 'price per week', 'weekly rate'],
	per_participant: [
		'pris pr deltager',
		'pris pr kursist',
		'pris pr person',
		'deltagerpris',
		'price per participant'
	],
	fixed: ['pris i alt', 'samlet pris', 'totalpris', 'fast pris', 'total price', 'fixed price']
};
/** A heading of a price without its currency, and with one word for "per". */
const bare = (heading: string) =>
	plain(heading)
		.replace(/( i)? (kr|kroner|dkk)$/, '')
		.replace(/^(kr|kroner) /, 'pris ')
		.replace(/^pris per /, 'pris pr ');

/** What a price is the price of, where its heading says so. */
export const priceModelOf = (heading: string): PriceModel | undefined =>
	PRICE_MODELS.find((model) => PRICES_OF[model].includes(bare(heading)));

/** What a school has said of columns before, by their headings; null for one that it does not use. */
export type Remembered = Readonly<Record<string, ColumnKey | null>>;

/** How a heading is remembered. */
export const headingKey = plain;

/** What each column holds: as the school said the last time, and else by its heading; nothing is held twice. */
export function guessMapping(
	headings: readonly string[],
	columns: readonly Column[],
	remembered: Remembered
): Mapping {
	const byName = new Map<string, ColumnKey>();
	for (const { key } of columns)
		for (const name of ALIASES[key] ?? []) byName.set(plain(name), key);
	for (const { key, heading } of columns) {
		for (const locale of locales) byName.set(plain(heading(locale)), key);
	}
	const keys = new Set(columns.map(({ key }) => key));
	const taken = new Set<ColumnKey>();
	const take = (key: ColumnKey | null | undefined) => {
		if (!key || !keys.has(key) || taken.has(key)) return null;
		taken.add(key);
		return key;
	};
	// What was said comes before what is guessed, wherever it stands.
	const said = headings.map((heading) => take(remembered[headingKey(heading)]));
	return headings.map(
		(heading, index) =>
			said[index] ??
			(headingKey(heading) in remembered
				? null
				: take(byName.get(plain(heading)) ?? (priceModelOf(heading) && 'price')))
	);
}
