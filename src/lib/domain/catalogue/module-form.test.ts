import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BLANK_MODULE,
	CERTIFICATE_KINDS,
	DANISH_LEVELS,
	DELIVERY_FORMS,
	PLACES,
	type ModuleContent
} from './module';
import { contentOf, ONE_OFF_KINDS, readSoFar, valuesOf } from './module-content';
import { moduleSchema, type ModuleValues } from './module-form';
import type { PriceItem } from './price';

const id = '00000000-0000-4000-8000-000000000001';
const values = (changed: Partial<ModuleValues> = {}): ModuleValues => ({
	id,
	version: '0',
	...valuesOf(null),
	title: 'Fødevarehygiejne',
	...changed
});
/** The messages by field; `{}` when all is well. */
const errors = (changed: Partial<ModuleValues>) =>
	Object.fromEntries(
		(moduleSchema.safeParse(values(changed)).error?.issues ?? []).map((issue) => [
			issue.path.join('.'),
			issue.message
		])
	);

const text = (max: number) =>
	fc
		.string({ unit: fc.constantFrom(...'abc æøå'), minLength: 3, maxLength: max })
		.map((t) => `x${t.trim()}yz`);
const hours = (max: number) => fc.integer({ min: 5, max: max * 20 }).map((steps) => steps / 20);
const ore = fc.integer({ min: 0, max: 100_000_000 });
const oneOff: fc.Arbitrary<PriceItem[]> = fc.subarray(ONE_OFF_KINDS).chain((kinds) =>
	fc.tuple(
		...kinds.map((kind) =>
			fc.record({
				kind: fc.constant(kind),
				model: fc.constantFrom('fixed' as const, 'per_participant' as const),
				unitPriceOre: ore,
				weeklyHours: fc.constant(null)
			})
		)
	)
);
const teaching: fc.Arbitrary<PriceItem[]> = fc
	.option(
		fc.oneof(
			fc.record({
				kind: fc.constant('teaching' as const),
				model: fc.constantFrom('per_hour' as const, 'per_participant' as const, 'fixed' as const),
				unitPriceOre: ore,
				weeklyHours: fc.constant(null)
			}),
			fc.record({
				kind: fc.constant('teaching' as const),
				model: fc.constant('per_week' as const),
				unitPriceOre: ore,
				weeklyHours: hours(60)
			})
		),
		{ nil: undefined }
	)
	.map((item) => (item ? [item] : []));

const content: fc.Arbitrary<ModuleContent> = fc
	.record({
		title: text(100),
		purpose: fc.option(text(150)),
		subjectCode: fc.option(fc.constantFrom('danish', 'food_hygiene')),
		deliveryForms: fc.subarray([...DELIVERY_FORMS]),
		places: fc.subarray([...PLACES]),
		length: fc.option(fc.tuple(hours(1000), hours(1000))),
		session: fc.option(fc.tuple(hours(24), hours(24))),
		isDivisible: fc.boolean(),
		reason: fc.option(text(150)),
		maxParticipants: fc.integer({ min: 1, max: 500 }),
		requiredDanishLevel: fc.constantFrom(...DANISH_LEVELS),
		certificateKind: fc.constantFrom(...CERTIFICATE_KINDS),
		leadTimeDays: fc.integer({ min: 0, max: 365 }),
		prices: fc.tuple(teaching, oneOff).map((parts) => parts.flat())
	})
	.map(({ length, session, reason, ...rest }) => {
		const hours = length && Math.max(...length);
		return {
			...BLANK_MODULE,
			...rest,
			hours,
			minimumHours: length && rest.isDivisible ? Math.min(...length) : hours,
			sessionHours: session && Math.max(...session),
			sessionHoursMin: session && Math.min(...session),
			indivisibleReason: rest.isDivisible ? null : reason
		};
	});

describe('any module', () => {
	test('comes out of the form as it went in', () => {
		fc.assert(
			fc.property(content, (module) => {
				const typed = { id, version: '3', ...valuesOf(module) };
				expect(contentOf(moduleSchema.parse(typed))).toEqual(module);
			})
		);
	});

	test('is previewed as it will be saved', () => {
		fc.assert(
			fc.property(content, (module) => {
				expect(readSoFar({ id, version: '3', ...valuesOf(module) })).toEqual(module);
			})
		);
	});
});

describe('the form', () => {
	test('takes a draft with nothing but a title', () => {
		expect(errors({})).toEqual({});
	});

	test.each([
		['title', { title: ' a ' }, /mindst 3 tegn/],
		['title', { title: '' }, /skal udfyldes/],
		['purpose', { purpose: 'x'.repeat(201) }, /højst 200/],
		['purpose', { purpose: 'Ring om 010190-1234' }, /CPR/],
		['minimumHours', { hours: '10', minimumHours: '12' }, /højst være hele/],
		['sessionHoursMin', { sessionHours: '2', sessionHoursMin: '3' }, /højst være/],
		['weeklyHours', { teachingModel: 'per_week', teachingPrice: '2.800' }, /hvor mange timer/],
		['hours', { hours: '0' }, /mindst/],
		['maxParticipants', { maxParticipants: '0' }, /mindst 1/],
		['teachingPrice', { teachingPrice: 'mange penge' }, /beløb/]
	] as [string, Partial<ModuleValues>, RegExp][])(
		'says at %s what is wrong',
		(field, changed, words) => {
			expect(errors(changed)[field]).toMatch(words);
		}
	);

	test('says in which row an amount cannot be read', () => {
		const oneOffs = values().oneOffs.map((row, index) => ({
			...row,
			amount: index === 2 ? 'x' : ''
		}));
		expect(Object.keys(errors({ oneOffs }))).toEqual(['oneOffs.2.amount']);
	});

	test('lets a whole course have no least length of its own', () => {
		const data = moduleSchema.parse(
			values({ division: 'whole', hours: '7,5', minimumHours: '99' })
		);
		expect(contentOf(data)).toMatchObject({ isDivisible: false, hours: 7.5, minimumHours: 7.5 });
	});

	test('counts an amount of 0 as a part of the price, and an empty one as none', () => {
		const oneOffs = values().oneOffs.map((row, index) => ({
			...row,
			amount: index === 0 ? '0' : ''
		}));
		expect(contentOf(moduleSchema.parse(values({ oneOffs }))).prices).toEqual([
			{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 0, weeklyHours: null }
		]);
	});
});

test('a preview of nonsense is an empty one', () => {
	expect(
		readSoFar(values({ hours: 'x', maxParticipants: '-', teachingPrice: '??', places: ['moon'] }))
	).toMatchObject({ hours: null, maxParticipants: 1, prices: [], places: [] });
});
