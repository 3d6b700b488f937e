import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	MODULE_STATES,
	PLACES,
	PROVIDER_KINDS
} from './module';
import { PRICE_MODELS, QUOTE_LINE_KINDS } from './price';
import {
	certificateWord,
	deliveryFormWord,
	lineKindWord,
	listWords,
	moduleStateWord,
	placeWord,
	priceModelWord,
	providerKindWord,
	requiredDanishWord,
	subjectWord
} from './words';

afterEach(() => overwriteGetLocale(() => 'da'));

const all = () => [
	DELIVERY_FORMS.map(deliveryFormWord),
	PLACES.map(placeWord),
	CERTIFICATE_KINDS.map(certificateWord),
	DANISH_LEVELS.map(requiredDanishWord),
	MODULE_STATES.map(moduleStateWord),
	PRICE_MODELS.map(priceModelWord),
	QUOTE_LINE_KINDS.map(lineKindWord),
	PROVIDER_KINDS.map(providerKindWord)
];

describe.each(['da', 'en'] as const)('in %s', (locale) => {
	test('codes that stand side by side have words that tell them apart', () => {
		overwriteGetLocale(() => locale);
		for (const words of all()) expect(new Set(words).size).toBe(words.length);
	});
});

test('a tailored course ends in a deltagerbevis, never in a certificate of law or of AMU', () => {
	overwriteGetLocale(() => 'da');
	expect(certificateWord('participation')).toBe('Deltagerbevis');
});

test('subjects and lists are in the language of the reader', () => {
	const subject = { code: 'care', nameDa: 'Omsorg', nameEn: 'Care' };
	overwriteGetLocale(() => 'da');
	expect(subjectWord(subject)).toBe('Omsorg');
	expect(listWords(['En til en', 'Lille hold', 'VUC'])).toBe('En til en, lille hold og VUC');
	overwriteGetLocale(() => 'en');
	expect(subjectWord(subject)).toBe('Care');
});
