import { describe, expect, test } from 'vitest';
import { BLANK_MODULE, type ModuleContent } from './module';
import { changesBetween, type Names } from './versions';

const names: Names = {
	subject: (code) => `fag ${code}`,
	municipality: (code) => ({ '0265': 'Roskilde', '0259': 'Køge' })[code] ?? code,
	legalBasis: (code) => `lov ${code}`
};
const before: ModuleContent = {
	...BLANK_MODULE,
	title: 'Truck',
	hours: 20,
	elements: [
		{ number: 1, title: 'Bremser', goal: null, hours: 8, isMandatory: true, needs: null },
		{ number: 2, title: 'Løft', goal: 'Kan løfte', hours: 12, isMandatory: false, needs: 1 }
	],
	prices: [
		{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null },
		{ kind: 'materials', model: 'fixed', unitPriceOre: 20_000, weeklyHours: null }
	],
	priceSteps: [{ fromParticipants: 4, unitPriceOre: 90_000 }],
	offerings: [{ startsOn: '2027-02-01', seats: 8 }],
	funding: [{ legalBasisCode: 'lab_91', coverage: 'part' }]
};
const changed = (change: Partial<ModuleContent>) =>
	changesBetween(before, { ...before, ...change }, names).map((each) => [
		each.label,
		each.before?.replaceAll('\u00a0', ' ') ?? null,
		each.after?.replaceAll('\u00a0', ' ') ?? null
	]);

test('a module that says the same has no changes', () => {
	expect(changed(structuredClone(before))).toEqual([]);
});

describe('a field', () => {
	const cases: [Partial<ModuleContent>, string, string | null, string | null][] = [
		[{ code: 'T-1' }, 'Skolens nummer', null, 'T-1'],
		[{ title: 'Stabler' }, 'Titel', 'Truck', 'Stabler'],
		[{ purpose: 'Kør sikkert' }, 'Formål', null, 'Kør sikkert'],
		[{ learningGoals: 'Kan køre\nKan læsse' }, 'Læringsmål', null, 'Kan køre\nKan læsse'],
		[{ audience: 'Nye på lageret' }, 'Målgruppe', null, 'Nye på lageret'],
		[{ subjectCode: 'warehouse' }, 'Fag', null, 'fag warehouse'],
		[{ deliveryForms: ['one_to_one', 'class'] }, 'Form', null, 'En til en og hold'],
		[{ places: ['school'] }, 'Sted', null, 'På skolen'],
		[{ schoolAddress: 'Skolevej 1' }, 'Skolens adresse', null, 'Skolevej 1'],
		[{ workplaceMunicipalities: ['0265', '0259'] }, 'Kommuner', 'Alle kommuner', 'Roskilde, Køge'],
		[{ hours: null }, 'Hele modulet', '20 timer', null],
		[{ minimumHours: 7.4 }, 'Det mindste forløb', null, '7,4 timer'],
		[{ isDivisible: false }, 'Kan deles op', 'Ja', 'Nej'],
		[{ indivisibleReason: 'Prøven' }, 'Hvorfor det ikke kan deles op', null, 'Prøven'],
		[{ sessionHours: 4 }, 'En almindelig gang', null, '4 timer'],
		[{ sessionHoursMin: 1 }, 'Den korteste gang', null, '1 time'],
		[{ sessionHoursMax: 7 }, 'Den længste gang', null, '7 timer'],
		[{ weeklyHours: 8 }, 'Timer i en almindelig uge', null, '8 timer'],
		[{ weeklyHoursMin: 4 }, 'Færrest timer i en uge', null, '4 timer'],
		[{ weeklyHoursMax: 37 }, 'Flest timer i en uge', null, '37 timer'],
		[{ minParticipants: 3 }, 'Mindste hold', '1', '3'],
		[{ maxParticipants: 8 }, 'Største hold', '1', '8'],
		[
			{ requiredDanishLevel: 'A2' },
			'Krav til dansk',
			'Ingen krav til dansk',
			'A2: enkle beskeder om kendte ting'
		],
		[{ requiredDanishModule: 'DU2.3' }, 'Danskuddannelse', null, 'Danskuddannelse 2, modul 3'],
		[{ prerequisite: 'Kørekort' }, 'Andre krav', null, 'Kørekort'],
		[{ certificateKind: 'amu' }, 'Bevis', 'Deltagerbevis', 'AMU-bevis'],
		[{ leadTimeDays: 7 }, 'Dage fra bestilling til første gang', '14', '7'],
		[{ hasRollingIntake: false }, 'Starter, når det aftales', 'Ja', 'Nej'],
		[{ teachingLanguages: ['da', 'uk'] }, 'Undervisningssprog', 'Dansk', 'Dansk og ukrainsk'],
		[{ support: ['screening'] }, 'Støtte', null, 'Screening'],
		[{ supplementPercent: 25 }, 'Tillæg for aften og weekend', '0 %', '25 %'],
		[{ priceValidFrom: '2027-01-01' }, 'Prisen gælder fra', null, '01.01.2027'],
		[{ priceValidUntil: '2027-12-31' }, 'Prisen gælder til', null, '31.12.2027']
	];
	test.each(cases)('of %j is told as %s', (change, label, then, now) => {
		expect(changed(change)).toEqual([[label, then, now]]);
	});

	test('or a row is whatever a module says', () => {
		const tried = [
			...cases.flatMap(([change]) => Object.keys(change)),
			...['elements', 'prices', 'priceSteps', 'offerings', 'funding']
		];
		expect(tried.sort()).toEqual(Object.keys(BLANK_MODULE).sort());
	});
});

describe('a row', () => {
	const [brakes, lift] = before.elements as [
		ModuleContent['elements'][number],
		(typeof before.elements)[number]
	];
	const [teaching, materials] = before.prices as [
		ModuleContent['prices'][number],
		(typeof before.prices)[number]
	];

	test('is known by its number, whatever it is called now', () => {
		expect(changed({ elements: [brakes, { ...lift, title: 'Løft højt', goal: null }] })).toEqual([
			[
				'Del: Løft højt',
				'Løft, 12 timer, kræver “Bremser” først\nKan løfte',
				'Løft højt, 12 timer, kræver “Bremser” først'
			]
		]);
		expect(changed({ elements: [{ ...brakes, isMandatory: false }, lift] })).toEqual([
			['Del: Bremser', 'Bremser, 8 timer, skal tages', 'Bremser, 8 timer']
		]);
	});

	test('is new, gone or in another place', () => {
		const load = { ...brakes, number: 3, title: 'Læs', isMandatory: false };
		expect(changed({ elements: [brakes, lift, load] })).toEqual([
			['Del: Læs', null, 'Læs, 8 timer']
		]);
		expect(changed({ elements: [brakes] })).toEqual([
			['Del: Løft', 'Løft, 12 timer, kræver “Bremser” først\nKan løfte', null]
		]);
		expect(changed({ elements: [lift, brakes] })).toEqual([
			['Delenes rækkefølge', 'Bremser → Løft', 'Løft → Bremser']
		]);
	});

	test('of the price list is told by what it pays for, also where a kind comes twice', () => {
		expect(changed({ prices: [{ ...teaching, unitPriceOre: 63_000 }, materials] })).toEqual([
			['Pris: Undervisning', '600 kr. i timen', '630 kr. i timen']
		]);
		expect(
			changed({ prices: [teaching, materials, { ...materials, unitPriceOre: 5_000 }] })
		).toEqual([['Pris: Materialer', null, '50 kr. én gang']]);
		expect(changed({ prices: [teaching] })).toEqual([
			['Pris: Materialer', '200 kr. én gang', null]
		]);
	});

	test('of steps, starts and funding is told by what it is about', () => {
		expect(changed({ priceSteps: [{ fromParticipants: 4, unitPriceOre: 95_000 }] })).toEqual([
			['Pris fra 4 deltagere', '900 kr. i timen', '950 kr. i timen']
		]);
		expect(changed({ offerings: [{ startsOn: '2027-03-01', seats: 1 }] })).toEqual([
			['Start 01.03.2027', null, '1 plads'],
			['Start 01.02.2027', '8 pladser', null]
		]);
		expect(changed({ funding: [{ legalBasisCode: 'lab_91', coverage: 'whole' }] })).toEqual([
			['Kan betales af lov lab_91', 'En del', 'Det hele']
		]);
	});
});
