import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
	CERTIFICATE_KINDS,
	COVERAGES,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	SUPPORTS,
	TEACHING_LANGUAGES,
	type ModuleElement
} from '../module';
import type { PriceItem } from '../price';
import { BLANK_DRAFT, type ModuleDraft } from './draft';
import { formOf, moveTypedRow } from './forms';
import { partsAnswers, partsSoFar, partsValues } from './parts';
import { partsForm } from './parts-form';
import { ONE_OFF_KINDS, priceAnswers, priceSoFar, priceValues } from './price';
import { priceForm } from './price-form';
import { moveRow, readRowMove, rowMoveValue } from './rows';
import { STEPS } from './steps';
import { whatSoFar, whatValues } from './what';
import { whatForm } from './what-form';
import { whereSoFar, whereValues } from './where';
import { whereForm } from './where-form';
import { DANISH_MODULE_CHOICES, whoSoFar, whoValues } from './who';
import { whoForm } from './who-form';

const version = '3';
const BASES = ['lab_91', 'amu', 'fvu'];

const text = (max: number) =>
	fc
		.string({ unit: fc.constantFrom(...'abc æøå'), minLength: 3, maxLength: max })
		.map((t) => `x${t.trim()}yz`);
const hours = (max: number) => fc.integer({ min: 5, max: max * 20 }).map((steps) => steps / 20);
const ore = fc.integer({ min: 0, max: 100_000_000 });
const day = fc
	.integer({ min: 0, max: 900 })
	.map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
/** Up to three values from the smallest to the largest, any of them left out. */
const rising = <T>(value: fc.Arbitrary<T>, compare: (a: T, b: T) => number) =>
	fc
		.tuple(value, value, value, fc.boolean(), fc.boolean(), fc.boolean())
		.map(([a, b, c, first, second, third]) => {
			const sorted = [a, b, c].sort(compare);
			return [first, second, third].map((said, index) => (said ? sorted[index]! : null));
		});
const numbers = (a: number, b: number) => a - b;

const elements: fc.Arbitrary<ModuleElement[]> = fc
	.array(
		fc.record({
			title: text(60),
			goal: fc.option(text(100)),
			hours: hours(40),
			isMandatory: fc.boolean(),
			builds: fc.boolean()
		}),
		{ maxLength: 6 }
	)
	.map((rows) =>
		rows.map(({ builds, ...row }, index) => ({
			...row,
			number: index + 1,
			needs: builds && index > 0 ? index : null
		}))
	);
const totalOf = (parts: ModuleElement[]) =>
	parts.reduce((sum, part) => sum + Math.round(part.hours * 20), 0) / 20;

const prices: fc.Arbitrary<PriceItem[]> = fc
	.record({
		teaching: fc.option(
			fc.record({
				model: fc.constantFrom('per_hour' as const, 'per_week' as const, 'fixed' as const),
				unitPriceOre: ore,
				weeklyHours: hours(60)
			})
		),
		oneOffs: fc.subarray([...ONE_OFF_KINDS]),
		model: fc.constantFrom('fixed' as const, 'per_participant' as const),
		unitPriceOre: ore
	})
	.map(({ teaching, oneOffs, model, unitPriceOre }) => [
		...(teaching
			? [
					{
						...teaching,
						kind: 'teaching' as const,
						weeklyHours: teaching.model === 'per_week' ? teaching.weeklyHours : null
					}
				]
			: []),
		...oneOffs.map((kind) => ({ kind, model, unitPriceOre, weeklyHours: null }))
	]);

const draft: fc.Arbitrary<ModuleDraft> = fc
	.record({
		what: fc.record({
			title: text(100),
			purpose: fc.option(text(150)),
			subjectCode: fc.option(fc.constantFrom('danish', 'kitchen')),
			learningGoals: fc.option(text(300).map((goal) => `${goal}\n${goal}`)),
			audience: fc.option(text(200)),
			code: fc.option(text(30))
		}),
		parts: fc.tuple(
			elements,
			fc.option(hours(2000)),
			fc.boolean(),
			fc.option(text(150)),
			fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
		),
		place: fc.record({
			places: fc.subarray([...PLACES]),
			schoolAddress: fc.option(text(100)),
			deliveryForms: fc.subarray([...DELIVERY_FORMS]),
			leadTimeDays: fc.integer({ min: 0, max: 365 })
		}),
		municipalities: fc.subarray(['0265', '0259', '0101']),
		sessions: rising(hours(24), numbers),
		weeks: rising(hours(60), numbers),
		offerings: fc.option(
			fc.uniqueArray(fc.record({ startsOn: day, seats: fc.integer({ min: 1, max: 500 }) }), {
				selector: ({ startsOn }) => startsOn,
				maxLength: 4
			})
		),
		group: fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })),
		who: fc.record({
			requiredDanishLevel: fc.constantFrom(...DANISH_LEVELS),
			requiredDanishModule: fc.option(fc.constantFrom(...DANISH_MODULE_CHOICES)),
			prerequisite: fc.option(text(150)),
			teachingLanguages: fc.subarray([...TEACHING_LANGUAGES], { minLength: 1 }),
			support: fc.subarray([...SUPPORTS]),
			certificateKind: fc.constantFrom(...CERTIFICATE_KINDS)
		}),
		prices,
		priceSteps: fc.uniqueArray(
			fc.record({ fromParticipants: fc.integer({ min: 2, max: 500 }), unitPriceOre: ore }),
			{ selector: ({ fromParticipants }) => fromParticipants, maxLength: 4 }
		),
		supplementPercent: fc.integer({ min: 0, max: 200 }),
		validity: rising(day, (a, b) => (a < b ? -1 : 1)),
		coverages: fc.array(fc.option(fc.constantFrom(...COVERAGES)), { minLength: 3, maxLength: 3 }),
		cost: fc.option(
			fc.record({ costOre: ore, costPerParticipantOre: ore, note: fc.option(text(100)) })
		)
	})
	.map((drawn): ModuleDraft => {
		const [parts, length, isDivisible, reason, share] = drawn.parts;
		const whole = parts.length > 0 ? totalOf(parts) : length;
		const least =
			whole === null || share === null ? null : Math.max(0.25, Math.round(whole * 20 * share) / 20);
		const [sessionHoursMin, sessionHours, sessionHoursMax] = drawn.sessions;
		const [weeklyHoursMin, weeklyHours, weeklyHoursMax] = drawn.weeks;
		const [priceValidFrom, , priceValidUntil] = drawn.validity;
		return {
			...BLANK_DRAFT,
			...drawn.what,
			...drawn.place,
			...drawn.who,
			elements: parts,
			hours: whole,
			isDivisible,
			minimumHours: isDivisible
				? least === null || whole === null
					? null
					: Math.min(least, whole)
				: whole,
			indivisibleReason: isDivisible ? null : reason,
			workplaceMunicipalities: drawn.place.places.includes('workplace') ? drawn.municipalities : [],
			sessionHoursMin: sessionHoursMin!,
			sessionHours: sessionHours!,
			sessionHoursMax: sessionHoursMax!,
			weeklyHoursMin: weeklyHoursMin!,
			weeklyHours: weeklyHours!,
			weeklyHoursMax: weeklyHoursMax!,
			hasRollingIntake: drawn.offerings === null,
			offerings: drawn.offerings ?? [],
			minParticipants: Math.min(...drawn.group),
			maxParticipants: Math.max(...drawn.group),
			prices: drawn.prices,
			priceSteps: drawn.priceSteps,
			supplementPercent: drawn.supplementPercent,
			priceValidFrom: priceValidFrom!,
			priceValidUntil: priceValidUntil!,
			funding: BASES.flatMap((legalBasisCode, index) => {
				const coverage = drawn.coverages[index]!;
				return coverage === null ? [] : [{ legalBasisCode, coverage }];
			}),
			cost: drawn.cost
		};
	});

/** All that the steps say of a module that was opened in them and saved as it was. */
function savedUnchanged(module: ModuleDraft): ModuleDraft {
	const values = {
		indhold: whatValues(module),
		laengde: partsValues(module),
		'tid-og-sted': whereValues(module),
		deltagere: whoValues(module),
		pris: priceValues(module, BASES)
	};
	const answers = STEPS.map((step) => formOf(step).parse({ version, ...values[step] }).answers);
	return Object.assign({}, BLANK_DRAFT, ...answers);
}

describe('any module', () => {
	test('comes out of the steps as it went in', () => {
		fc.assert(
			fc.property(draft, (module) => {
				expect(savedUnchanged(module)).toEqual(module);
			})
		);
	});

	test('is previewed as it will be saved', () => {
		fc.assert(
			fc.property(draft, (module) => {
				expect({
					...BLANK_DRAFT,
					...whatSoFar({ version, ...whatValues(module) }),
					...partsSoFar({ version, ...partsValues(module) }),
					...whereSoFar({ version, ...whereValues(module) }),
					...whoSoFar({ version, ...whoValues(module) }),
					...priceSoFar({ version, ...priceValues(module, BASES) })
				}).toEqual(module);
			})
		);
	});
});

/** The messages by field; `{}` when all is well. */
function errors(form: z.ZodType, values: object): Record<string, string> {
	const issues = form.safeParse({ version, ...values }).error?.issues ?? [];
	return Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]));
}

const part = (changed: object) => ({
	number: '1',
	title: 'Hygiejne',
	goal: '',
	hours: '2',
	isMandatory: false,
	needs: '',
	...changed
});

test('a draft needs nothing but a title', () => {
	expect(errors(whatForm, { ...whatValues(BLANK_DRAFT), title: 'Hygiejne' })).toEqual({});
	expect(errors(partsForm, partsValues(BLANK_DRAFT))).toEqual({});
	expect(errors(whereForm, whereValues(BLANK_DRAFT))).toEqual({});
	expect(errors(whoForm, whoValues(BLANK_DRAFT))).toEqual({});
	expect(errors(priceForm, priceValues(BLANK_DRAFT, BASES))).toEqual({});
});

test.each([
	['title', { title: ' a ' }, /mindst 3 tegn/],
	['title', { title: '' }, /skal udfyldes/],
	['purpose', { purpose: 'x'.repeat(201) }, /højst 200/],
	['purpose', { purpose: 'Ring om 010190-1234' }, /CPR/]
])('the content says at %s what is wrong with %o', (field, changed, words) => {
	expect(errors(whatForm, { ...whatValues(BLANK_DRAFT), ...changed })[field]).toMatch(words);
});

test.each([
	['hours', { hours: '0' }, /mindst/],
	['minimumHours', { hours: '10', minimumHours: '12' }, /højst være hele/],
	['minimumHours', { elements: [part({ hours: '4' })], minimumHours: '5' }, /højst være hele/],
	['elements.0.title', { elements: [part({ title: '' })] }, /hvad delen hedder/],
	['elements.0.hours', { elements: [part({ hours: '' })] }, /hvor mange timer/],
	['elements.0.needs', { elements: [part({ needs: '1' })] }, /skal stå før/],
	[
		'elements.0.needs',
		{ elements: [part({ needs: '2' }), part({ number: '2', needs: '1' })] },
		/skal stå før/
	],
	['elements', { elements: [part({ hours: '1500' }), part({ hours: '1500' })] }, /2000 timer/]
])('the parts say at %s what is wrong with %o', (field, changed, words) => {
	expect(errors(partsForm, { ...partsValues(BLANK_DRAFT), ...changed })[field]).toMatch(words);
});

test.each([
	['sessionHoursMin', { sessionHours: '2', sessionHoursMin: '3' }, /højst være/],
	['sessionHoursMax', { sessionHours: '2', sessionHoursMax: '1' }, /kortere end/],
	['weeklyHoursMin', { weeklyHours: '2', weeklyHoursMin: '3' }, /højst være/],
	['weeklyHoursMax', { weeklyHours: '4', weeklyHoursMax: '3' }, /under det normale/],
	['workplaceMunicipalities', { places: ['workplace'], reach: 'some' }, /mindst én/],
	[
		'offerings.0.seats',
		{ intake: 'dated', offerings: [{ startsOn: '2027-01-04', seats: '' }] },
		/pladser/
	],
	[
		'offerings.0.startsOn',
		{ intake: 'dated', offerings: [{ startsOn: '', seats: '4' }] },
		/en dag/
	],
	[
		'offerings.1.startsOn',
		{
			intake: 'dated',
			offerings: [
				{ startsOn: '2027-01-04', seats: '4' },
				{ startsOn: '2027-01-04', seats: '5' }
			]
		},
		/allerede/
	]
])('time and place say at %s what is wrong with %o', (field, changed, words) => {
	expect(errors(whereForm, { ...whereValues(BLANK_DRAFT), ...changed })[field]).toMatch(words);
});

test.each([
	['maxParticipants', { maxParticipants: '0' }, /mindst 1/],
	['maxParticipants', { minParticipants: '4', maxParticipants: '3' }, /under det mindste/],
	['teachingLanguages', { teachingLanguages: [] }, /mindst/]
])('the participants say at %s what is wrong with %o', (field, changed, words) => {
	expect(errors(whoForm, { ...whoValues(BLANK_DRAFT), ...changed })[field]).toMatch(words);
});

test.each([
	['weekHours', { teachingModel: 'per_week', teachingPrice: '2.800' }, /hvor mange timer/],
	['teachingPrice', { teachingPrice: 'mange penge' }, /beløb/],
	['priceSteps.0.unitPrice', { priceSteps: [{ fromParticipants: '4', unitPrice: '' }] }, /prisen/],
	[
		'priceSteps.0.fromParticipants',
		{ priceSteps: [{ fromParticipants: '1', unitPrice: '5' }] },
		/mindst 2/
	],
	[
		'priceValidUntil',
		{ priceValidFrom: '2027-02-01', priceValidUntil: '2027-01-01' },
		/før den første/
	],
	['cost', { costPerParticipant: '200' }, /hvad det koster/]
])('the price says at %s what is wrong with %o', (field, changed, words) => {
	expect(errors(priceForm, { ...priceValues(BLANK_DRAFT, BASES), ...changed })[field]).toMatch(
		words
	);
});

test('the hours of the parts are the module’s, and empty rows are none', () => {
	const values = {
		version,
		...partsValues(BLANK_DRAFT),
		hours: '99',
		elements: [
			part({ hours: '2,5' }),
			part({ number: '2', title: '', hours: '' }),
			part({ number: '', hours: '4' })
		]
	};
	const { hours: whole, elements } = partsAnswers(partsForm.parse(values));
	expect(whole).toBe(6.5);
	expect(elements!.map(({ number }) => number)).toEqual([1, 2]);
});

test('a whole course has no least length of its own', () => {
	const values = {
		version,
		...partsValues(BLANK_DRAFT),
		division: 'whole',
		hours: '7,5',
		minimumHours: '99'
	};
	expect(partsAnswers(partsForm.parse(values))).toMatchObject({
		isDivisible: false,
		hours: 7.5,
		minimumHours: 7.5
	});
});

test('an amount of 0 is a part of the price, and an empty one is none', () => {
	const values = priceValues(BLANK_DRAFT, BASES);
	values.oneOffs[0]!.amount = '0';
	expect(priceAnswers(priceForm.parse({ version, ...values })).prices).toEqual([
		{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 0, weeklyHours: null }
	]);
});

test('a preview of nonsense is an empty one', () => {
	const where = { version, ...whereValues(BLANK_DRAFT), sessionHours: 'x', places: ['moon'] };
	expect(whereSoFar(where)).toMatchObject({ sessionHours: null, places: [] });
	const price = { version, ...priceValues(BLANK_DRAFT, BASES), teachingPrice: '??' };
	expect(priceSoFar(price)).toMatchObject({ prices: [] });
});

describe('rows', () => {
	const rows = ['a', 'b', 'c'];
	const after = (move: 'add' | 'remove' | 'up', index: number) =>
		moveRow(rows, { move, index }, () => 'new').join('');

	test('are added at the end, taken out and moved up', () => {
		expect(after('add', 0)).toBe('abcnew');
		expect(after('remove', 1)).toBe('ac');
		expect(after('up', 2)).toBe('acb');
		expect(after('up', 0)).toBe('abc');
		expect(after('remove', 7)).toBe('abc');
	});

	test('are moved as a button says, and by nothing else', () => {
		const move = { rows: 'elements', move: 'up', index: 2 } as const;
		expect(readRowMove(rowMoveValue(move))).toEqual(move);
		expect(readRowMove('elements.drop.2')).toBeNull();
		expect(readRowMove('elements.up.-1')).toBeNull();
	});

	test('get one more that is numbered after the others, where there is no script', () => {
		const data = { elements: [part({ number: '4' })], title: 'x' };
		moveTypedRow(data, { rows: 'elements', move: 'add', index: 0 });
		expect(data.elements.map(({ number }) => number)).toEqual(['4', '5']);
		moveTypedRow(data, { rows: 'title', move: 'add', index: 0 });
		expect(data.title).toBe('x');
	});
});
