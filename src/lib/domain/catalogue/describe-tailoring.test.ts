import { describe, expect, test } from 'vitest';
import {
	correctionWord,
	describeLine,
	fill,
	rangeWord,
	reasonWord,
	tailoringFacts
} from './describe-tailoring';
import { formatHours } from '$lib/domain/shared/format';
import type { PriceLine } from './price';
import { tailoringWords } from './tailoring-words';

/** As it is read, whatever keeps a number and its unit together. */
const read = (text: string) => text.replaceAll('\u00a0', ' ');

const words = tailoringWords();

const line: PriceLine = {
	kind: 'teaching',
	model: 'per_hour',
	unitPriceOre: 60_000,
	weeklyHours: null,
	quantity: 12,
	amountOre: 720_000,
	source: { from: 'list' }
};

describe('a price line says how it comes about', () => {
	test.each<[Partial<PriceLine>, string]>([
		[{}, '12 timer à 600 kr.'],
		[
			{ source: { from: 'step', fromParticipants: 3 } },
			'12 timer à 600 kr., prisen fra 3 deltagere'
		],
		[
			{ kind: 'supplement', unitPriceOre: 15_000, source: { from: 'supplement', percent: 25 } },
			'12 timer à 150 kr., 25 % af undervisningen'
		],
		[{ model: 'per_week', weeklyHours: 2, quantity: 10 }, '10 uger à 600 kr.'],
		[{ model: 'per_participant', quantity: 1 }, '1 deltager à 600 kr.'],
		[{ model: 'fixed', quantity: 1 }, '600 kr. for hele forløbet'],
		[{ kind: 'preparation', model: 'fixed', quantity: 1 }, '600 kr. én gang'],
		[{ kind: 'screening', model: 'fixed', quantity: 1, unitPriceOre: 0 }, 'Med i prisen']
	])('%j', (rest, text) => expect(read(describeLine(words, { ...line, ...rest }))).toBe(text));
});

test('what is not possible is said as a sentence', () => {
	expect(read(reasonWord(words, { code: 'session_too_short', least: 1.5 }))).toBe(
		'Skolens korteste gang er 1,5 timer.'
	);
	expect(reasonWord(words, { code: 'whole_only', why: 'Beviset kræver det' })).toBe(
		'Modulet gives kun som helhed: Beviset kræver det'
	);
	expect(read(reasonWord(words, { code: 'no_seats', seats: 1 }))).toBe('Der er kun 1 plads.');
	const element = {
		number: 2,
		title: 'Rengøring',
		goal: null,
		hours: 6,
		isMandatory: false,
		needs: null
	};
	expect(
		correctionWord(words, {
			field: 'elements',
			element,
			reason: { code: 'needed_by', title: 'Egenkontrol' }
		})
	).toBe('“Rengøring” er med. “Egenkontrol” bygger på den.');
});

test('a range says from and to, or what it always is', () => {
	expect(read(rangeWord(words, { least: 1.5, most: 4 }, formatHours))).toBe('1,5–4 timer');
	expect(read(rangeWord(words, { least: 2, most: 2 }, formatHours))).toBe('Altid 2 timer');
});

test('a tailoring is told in facts', () => {
	const facts = tailoringFacts(
		words,
		{
			elements: [1, 2],
			hours: 10,
			sessionHours: 1,
			weeklyHours: 3,
			place: 'school',
			deliveryForm: 'small_class',
			participants: 4,
			isUnsocial: true,
			startsOn: '2027-01-04'
		},
		['Temperaturer', 'Rengøring']
	);
	expect(facts.map(({ term, value }) => `${term}: ${read(value)}`)).toEqual([
		'Dele: Temperaturer\nRengøring',
		'Timer: 10 timer',
		'Fordelt: 1 time ad gangen, 3 timer om ugen, 4 uger',
		'Sted og form: På skolen, lille hold',
		'Deltagere: 4 deltagere',
		'Tidspunkt: Aften eller weekend',
		'Start: 04.01.2027'
	]);
});

test('a title that holds the sign that is filled in is left as it is', () => {
	expect(fill('“#” bygger på “#”.', 'C# for alle', 'Trin #1')).toBe(
		'“C# for alle” bygger på “Trin #1”.'
	);
});
