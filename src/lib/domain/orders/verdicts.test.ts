import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyHours, anyQuote } from '../../../../tests/fixtures/any-quote';
import {
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	SUPPORTS
} from '$lib/domain/catalogue/module';
import { QUOTE_LINE_KINDS } from '$lib/domain/catalogue/price';
import { ASKED_CERTIFICATES, NEED_PLACES } from '$lib/domain/needs/need';
import { endOf } from './comparison';
import type { FundingRules } from './funding';
import {
	CRITERIA,
	judge,
	verdictWords,
	type Asked,
	type Criterion,
	type Offered
} from './verdicts';

const orNot = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyTimes = fc.array(
	fc.record({
		weekday: fc.integer({ min: 1, max: 7 }),
		starts: fc.constantFrom('07:00', '09:00'),
		ends: fc.constantFrom('11:00', '15:30')
	}),
	{ maxLength: 4 }
);
const anyOffer: fc.Arbitrary<Offered> = fc
	.tuple(
		anyQuote,
		fc.record({
			sessions: anyTimes,
			askedModule: orNot(fc.record({ title: fc.string(), isThis: fc.boolean() })),
			module: orNot(
				fc.record({
					hours: orNot(anyHours),
					certificateKind: fc.constantFrom(...CERTIFICATE_KINDS),
					danishLevel: fc.constantFrom(...DANISH_LEVELS),
					prerequisite: orNot(fc.constant('Kørekort'))
				})
			)
		})
	)
	.map(([quote, rest]) => ({ ...quote, ...rest }));
const anyNeed: fc.Arbitrary<Asked> = fc.record({
	hoursWanted: orNot(anyHours),
	sessionHoursMax: orNot(anyHours),
	weeklyHoursMax: orNot(anyHours),
	participants: fc.integer({ min: 1, max: 100 }),
	place: orNot(fc.constantFrom(...NEED_PLACES)),
	startsOn: orNot(anyDay),
	endsBy: orNot(anyDay),
	deliveryForm: orNot(fc.constantFrom(...DELIVERY_FORMS)),
	support: fc.subarray([...SUPPORTS]),
	priceCeilingOre: orNot(fc.integer({ min: 0, max: 50_000_000 })),
	workTimes: orNot(anyTimes),
	freeTimes: orNot(anyTimes),
	certificateKind: orNot(fc.constantFrom(...ASKED_CERTIFICATES)),
	danishLevel: orNot(fc.constantFrom(...DANISH_LEVELS))
});
const anyRules: fc.Arbitrary<FundingRules | null> = orNot(
	fc.record({
		wholeCoursesOnly: fc.boolean(),
		certificateKinds: orNot(fc.subarray([...CERTIFICATE_KINDS]))
	})
);

/** Whether there is anything to judge a quote by, criterion by criterion. */
const isAsked: Record<
	Criterion,
	(offered: Offered, asked: Asked, rules: FundingRules | null) => boolean
> = {
	module: ({ askedModule }) => askedModule !== null,
	certificate: (_, { certificateKind }) => certificateKind !== null,
	price: (_, { priceCeilingOre }) => priceCeilingOre !== null,
	session_hours: (_, { sessionHoursMax }) => sessionHoursMax !== null,
	weekly_hours: (_, { weeklyHoursMax }) => weeklyHoursMax !== null,
	hours: (_, { hoursWanted }) => hoursWanted !== null,
	participants: () => true,
	place: (_, { place }) => place !== null && place !== 'any',
	start: (_, { startsOn }) => startsOn !== null,
	end: (_, { endsBy }) => endsBy !== null,
	form: (_, { deliveryForm }) => deliveryForm !== null,
	support: (_, { support }) => support.length > 0,
	week: (_, { workTimes, freeTimes }) => !!workTimes?.length || !!freeTimes?.length,
	danish: ({ module }, { danishLevel }) =>
		!!module && (module.danishLevel !== 'none' || danishLevel !== null),
	prerequisite: ({ module }) => !!module?.prerequisite,
	funding: (_, __, rules) => rules !== null
};

/** A need that a quote answers to the letter. */
const askedFor = (given: Offered): Asked => ({
	hoursWanted: given.hours,
	sessionHoursMax: given.sessionHours,
	weeklyHoursMax: given.weeklyHours,
	participants: given.participants,
	place: given.place,
	startsOn: given.startsOn,
	endsBy: endOf(given),
	deliveryForm: given.deliveryForm,
	support: SUPPORTS.filter((each) =>
		new Set<string>(given.lines.map(({ kind }) => kind)).has(each)
	),
	priceCeilingOre: given.totalOre,
	workTimes: [],
	freeTimes: given.sessions,
	certificateKind: null,
	danishLevel: given.module?.danishLevel ?? null
});

describe('a quote held against a need', () => {
	test('is judged exactly once by everything that is asked, and by nothing else', () => {
		fc.assert(
			fc.property(anyOffer, anyNeed, anyRules, (offered, asked, rules) => {
				const judgements = judge(offered, asked, rules);
				expect(judgements.map(({ criterion }) => criterion)).toEqual(
					CRITERIA.filter((criterion) => isAsked[criterion](offered, asked, rules))
				);
				expect(judgements.every(({ texts }) => texts.length > 0 && texts.every(Boolean))).toBe(
					true
				);
				const { differs, clear_up, met } = verdictWords(offered, asked, rules);
				expect([...differs, ...clear_up, ...met].toSorted()).toEqual(
					judgements.flatMap(({ texts }) => texts).toSorted()
				);
			})
		);
	});

	test('differs in nothing when it is exactly what was asked for, or better', () => {
		fc.assert(
			fc.property(anyOffer, (some) => {
				const offered = { ...some, askedModule: { title: 'Hygiejne', isThis: true } };
				const asked = askedFor(offered);
				expect(verdictWords(offered, asked, null).differs).toEqual([]);
				const roomy: Asked = {
					...asked,
					sessionHoursMax: offered.sessionHours + 1,
					weeklyHoursMax: offered.weeklyHours + 1,
					endsBy: '2999-12-31',
					priceCeilingOre: offered.totalOre + 1
				};
				const { differs, met } = verdictWords(offered, roomy, null);
				expect(differs).toEqual([]);
				expect(met.length).toBe(verdictWords(offered, asked, null).met.length);
			})
		);
	});
});

const offered: Offered = {
	totalOre: 1_200_000,
	hours: 20,
	sessionHours: 2,
	weeklyHours: 4,
	participants: 1,
	place: 'school',
	deliveryForm: 'class',
	startsOn: '2027-01-04',
	lines: QUOTE_LINE_KINDS.map((kind) => ({ kind, amountOre: 0 })),
	sessions: [{ weekday: 1, starts: '10:00', ends: '12:00' }],
	askedModule: { title: 'Hygiejne', isThis: true },
	module: { hours: 20, certificateKind: 'amu', danishLevel: 'B1', prerequisite: null }
};
const wanted: Asked = {
	hoursWanted: 20,
	sessionHoursMax: 3,
	weeklyHoursMax: 6,
	participants: 1,
	place: 'school',
	startsOn: '2027-01-04',
	endsBy: '2027-02-12',
	deliveryForm: 'class',
	support: ['interpreter', 'pre_meeting'],
	priceCeilingOre: 1_500_000,
	workTimes: [{ weekday: 1, starts: '08:00', ends: '10:00' }],
	freeTimes: [{ weekday: 1, starts: '10:00', ends: '16:00' }],
	certificateKind: 'amu',
	danishLevel: 'B2'
};
const anySource = { wholeCoursesOnly: false, certificateKinds: null };
const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

test('what is met is said with the numbers', () => {
	const { differs, clear_up, met } = verdictWords(offered, wanted, anySource);
	expect([differs, clear_up]).toEqual([[], []]);
	expect(plain(met)).toEqual([
		'Det modul, der blev spurgt om',
		'Ender i AMU-bevis',
		'12.000 kr., prisloftet er 15.000 kr.',
		'2 timer ad gangen, højst 3 timer',
		'4 timer om ugen, højst 6 timer',
		'20 timer i alt',
		'1 deltager',
		'På skolen',
		'Starter 04.01.2027',
		'Slutter 07.02.2027, senest 12.02.2027',
		'Hold',
		'Med i tilbuddet: tolk og formøde',
		'Ugen ligger uden for arbejdstiden, i de timer, der kan bruges',
		'Kræver dansk på B1, kandidaten er på B2',
		'Kan betales af den valgte finansieringskilde'
	]);
});

test('a start before the candidate can begin is no better than one that is late', () => {
	const early = verdictWords(offered, { ...wanted, startsOn: '2027-01-11' }, anySource);
	expect(early.differs).toEqual(['Starter 04.01.2027, kandidaten kan tidligst 11.01.2027']);
	expect(early.met.some((text) => text.startsWith('Starter'))).toBe(false);
});

test('what differs is said with what was asked for', () => {
	const other: Offered = {
		...offered,
		totalOre: 2_000_000,
		sessionHours: 7.4,
		weeklyHours: 7.4,
		participants: 2,
		place: 'workplace',
		deliveryForm: 'one_to_one',
		startsOn: '2027-02-01',
		lines: [{ kind: 'pre_meeting', amountOre: 2_000_000 }],
		sessions: [
			{ weekday: 1, starts: '09:00', ends: '11:00' },
			{ weekday: 2, starts: '09:00', ends: '11:00' }
		],
		askedModule: { title: 'Hygiejne', isThis: false },
		module: null
	};
	const { differs, met } = verdictWords(other, { ...wanted, hoursWanted: 25 }, null);
	expect(met).toEqual([]);
	expect(plain(differs)).toEqual([
		'Et andet modul end det, der blev spurgt om (Hygiejne)',
		'Ender i deltagerbevis, ønsket er AMU-bevis',
		'5.000 kr. over prisloftet på 15.000 kr.',
		'7,4 timer ad gangen, højst 3 timer er ønsket',
		'7,4 timer om ugen, højst 6 timer er ønsket',
		'20 timer i alt, 25 timer er ønsket',
		'2 deltagere, 1 deltager er ønsket',
		'På arbejdspladsen i stedet for på skolen',
		'Starter 01.02.2027, ønsket er 04.01.2027',
		'Slutter 21.02.2027, ønsket er senest 12.02.2027',
		'En til en i stedet for hold',
		'Ingen linje med: tolk',
		'Mandag 9.00–11.00 ligger i arbejdstiden (8.00–10.00)',
		'Tirsdag 9.00–11.00 ligger uden for de timer, der kan bruges'
	]);
});

test('a part of a course does not end in the certificate that was asked for', () => {
	const part = { ...offered, module: { ...offered.module!, hours: 30 } };
	expect(verdictWords(part, wanted, null).differs).toEqual([
		'Ender i deltagerbevis, ønsket er AMU-bevis'
	]);
});

test.each([
	['B1', null],
	['A2', 'Kræver dansk på B1; kandidaten er på A2.'],
	['none', 'Kræver dansk på B1; kandidaten kan ikke dansk endnu.'],
	[null, 'Kræver dansk på B1; kandidatens niveau er ikke oplyst.']
] as const)('a module at B1 for a candidate at %s', (danishLevel, text) => {
	expect(verdictWords(offered, { ...wanted, danishLevel }, null).clear_up).toEqual(
		text ? [text] : []
	);
});

test('what else the module asks for, a week that is not said and a rule of who pays are to be cleared up', () => {
	const module = { ...offered.module!, hours: 30, prerequisite: 'Kørekort.' };
	const wholeOnly = { ...anySource, wholeCoursesOnly: true };
	expect(verdictWords({ ...offered, module, sessions: [] }, wanted, wholeOnly).clear_up).toEqual([
		'Tilbuddet siger ikke, hvilke dage og tider det er.',
		'Skolen kræver også: Kørekort. Spørg kandidaten.',
		'Kilden betaler kun hele kurser, og tilbuddet er en del af et kursus.'
	]);
});
