import { expect, test } from 'vitest';
import { deviations, type Asked, type ComparedQuote } from './comparison';
import { confirmationWord, deviationWord, participantsWord, weeksWord } from './words';

const given: ComparedQuote = {
	totalOre: 2_000_000,
	hours: 20,
	sessionHours: 7.4,
	weeklyHours: 7.4,
	participants: 1,
	place: 'school',
	deliveryForm: 'class',
	startsOn: '2027-02-01',
	lines: [{ kind: 'teaching', amountOre: 2_000_000 }]
};
const asked: Asked = {
	hoursWanted: 25,
	sessionHoursMax: 3,
	weeklyHoursMax: 6,
	participants: 2,
	place: 'workplace',
	startsOn: '2027-01-15',
	endsBy: '2027-02-01',
	deliveryForm: 'one_to_one',
	support: ['interpreter'],
	priceCeilingOre: 1_500_000
};

test('every deviation says what is given and what was asked for', () => {
	expect(deviations(given, asked).map(deviationWord)).toEqual([
		'5.000\u00a0kr. over prisloftet på 15.000\u00a0kr.',
		'7,4\u00a0timer ad gangen, højst 3\u00a0timer er ønsket',
		'7,4\u00a0timer om ugen, højst 6\u00a0timer er ønsket',
		'20\u00a0timer i alt, 25\u00a0timer er ønsket',
		'1 deltager, 2 deltagere er ønsket',
		'På skolen i stedet for på arbejdspladsen',
		'Starter 01.02.2027, ønsket er 15.01.2027',
		'Slutter 21.02.2027, ønsket er senest 01.02.2027',
		'Hold i stedet for en til en',
		'Ingen linje med: tolk'
	]);
});

test('one is not many', () => {
	expect([participantsWord(1), participantsWord(3)]).toEqual(['1 deltager', '3 deltagere']);
	expect([weeksWord(1), weeksWord(12)]).toEqual(['1 uge', '12 uger']);
});

test.each([
	['2026-12-02', 'Ikke endnu, skolen har til og med 02.12.2026'],
	['2026-12-03', 'Ikke endnu, fristen var 02.12.2026']
])('an order that is not confirmed on %s', (day, text) => {
	expect(confirmationWord({ confirmedAt: null, confirmBy: '2026-12-02' }, day)).toBe(text);
	expect(confirmationWord({ confirmedAt: null, confirmBy: null }, day)).toBe('Ikke endnu');
});
