import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyModule, anyWishFor } from '../../../../tests/fixtures/any-module';
import { BLANK_MODULE, type ModuleContent, type ModuleElement } from './module';
import { stepFor, totalOre } from './price';
import { tailor, takeOut, type Tailored, type Wish } from './tailoring';

/** A Tuesday. */
const TODAY = '2026-11-24';
const kroner = (amount: number) => amount * 100;

const hygiene: ModuleContent = {
	...BLANK_MODULE,
	title: 'Skræddersyet fødevarehygiejne',
	deliveryForms: ['one_to_one', 'small_class'],
	places: ['workplace', 'school'],
	hours: 25,
	minimumHours: 6,
	sessionHours: 3,
	sessionHoursMin: 1.5,
	sessionHoursMax: 5,
	maxParticipants: 4,
	leadTimeDays: 21,
	prices: [
		{ kind: 'teaching', model: 'per_hour', unitPriceOre: kroner(600), weeklyHours: null },
		{ kind: 'preparation', model: 'fixed', unitPriceOre: kroner(2400), weeklyHours: null }
	],
	priceSteps: [{ fromParticipants: 3, unitPriceOre: kroner(900) }],
	supplementPercent: 25
};
const language: ModuleContent = {
	...BLANK_MODULE,
	title: 'Individuelt sprogløft',
	deliveryForms: ['one_to_one'],
	places: ['workplace'],
	hours: 24,
	minimumHours: 20,
	sessionHours: 2,
	sessionHoursMin: 1,
	prices: [
		{ kind: 'teaching', model: 'per_week', unitPriceOre: kroner(2800), weeklyHours: 2 },
		{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 0, weeklyHours: null }
	]
};
const element = (
	number: number,
	hours: number,
	rest: Partial<ModuleElement> = {}
): ModuleElement => ({
	number,
	title: `Del ${number}`,
	goal: null,
	hours,
	isMandatory: false,
	needs: null,
	...rest
});
const inParts: ModuleContent = {
	...hygiene,
	hours: 14,
	minimumHours: 4,
	elements: [
		element(1, 2, { isMandatory: true }),
		element(2, 4),
		element(5, 3, { needs: 2 }),
		element(4, 5)
	]
};

const made = (module: ModuleContent, wish: Wish = {}) => tailor(module, wish, TODAY)!;
const reasons = ({ corrections }: Tailored) =>
	corrections.map(({ field, element, reason }) => [
		field,
		...(element ? [element.number] : []),
		reason
	]);

describe('the prices of the evaluation (§ 2.6)', () => {
	test('25 hours of food hygiene at 600 kr are 15 000 kr, plus preparation', () => {
		const { lines, totalOre: total, hours } = made(hygiene);
		expect(hours).toBe(25);
		expect(lines.map((line) => line.amountOre)).toEqual([kroner(15_000), kroner(2400)]);
		expect(total).toBe(kroner(17_400));
	});

	test('language training of 2 800 kr a week takes 10 weeks or 12, with 2 hours a week', () => {
		expect(made(language, { hours: 20 })).toMatchObject({
			weeklyHours: 2,
			weeks: 10,
			sessions: 10,
			totalOre: kroner(28_000)
		});
		expect(made(language)).toMatchObject({
			weeklyHours: 2,
			weeks: 12,
			totalOre: kroner(33_600),
			perParticipantOre: kroner(33_600)
		});
	});
});

test('what is not said is as the module usually is', () => {
	expect(made(hygiene)).toMatchObject({
		elements: [],
		hours: 25,
		sessionHours: 3,
		weeklyHours: 3,
		weeks: 9,
		place: 'workplace',
		deliveryForm: 'one_to_one',
		participants: 1,
		isUnsocial: false,
		startsOn: '2026-12-15',
		corrections: []
	});
});

test('a draft without hours, places or a price cannot be tailored', () => {
	expect(tailor(BLANK_MODULE, {}, TODAY)).toBeNull();
	expect(tailor({ ...hygiene, hours: null }, {}, TODAY)).toBeNull();
	expect(tailor({ ...hygiene, prices: [] }, {}, TODAY)).toBeNull();
});

describe('elements', () => {
	test('all of them are in, until some are picked; mandatory ones always are', () => {
		expect(made(inParts)).toMatchObject({ elements: [1, 2, 5, 4], hours: 14, corrections: [] });
		const picked = made(inParts, { elements: [4] });
		expect(picked).toMatchObject({ elements: [1, 4], hours: 7 });
		expect(reasons(picked)).toEqual([['elements', 1, { code: 'mandatory' }]]);
	});

	test('what an element needs comes with it, and hours that are asked for do not count', () => {
		const picked = made(inParts, { elements: [1, 5], hours: 3 });
		expect(picked).toMatchObject({ elements: [1, 2, 5], hours: 9 });
		expect(reasons(picked)).toEqual([['elements', 2, { code: 'needed_by', title: 'Del 5' }]]);
	});

	test('the least that the school gives is filled up from the first', () => {
		const picked = made(inParts, { elements: [1] });
		expect(picked).toMatchObject({ elements: [1, 2], hours: 6 });
		expect(reasons(picked)).toEqual([['elements', 2, { code: 'hours_too_few', least: 4 }]]);
	});

	test('taking one out takes out what needs it', () => {
		expect(takeOut(inParts.elements, [1, 2, 5, 4], 2)).toEqual([1, 4]);
		expect(takeOut(inParts.elements, [1, 2, 5, 4], 4)).toEqual([1, 2, 5]);
	});

	test('those that cannot be taken out say why', () => {
		const locked = (wish: Wish, module = inParts) =>
			made(module, wish).choices.elements.map((choice) => choice.locked);
		expect(locked({})).toEqual([{ code: 'mandatory' }, null, null, null]);
		expect(locked({ elements: [1, 4] })).toEqual([
			{ code: 'mandatory' },
			null,
			null,
			{ code: 'hours_too_few', least: 4 }
		]);
		const built = {
			...inParts,
			elements: [element(1, 7), element(2, 7, { needs: 1, isMandatory: true })]
		};
		expect(locked({}, built)[0]).toEqual({ code: 'needed_by', title: 'Del 2' });
	});

	test('a link to one that is gone says so', () => {
		expect(reasons(made(inParts, { elements: [1, 2, 77] }))).toEqual([
			['elements', { code: 'element_gone' }]
		]);
	});
});

describe('what is not possible', () => {
	test.each<[Wish, Partial<Tailored>, unknown]>([
		[{ hours: 4 }, { hours: 6 }, { code: 'hours_too_few', least: 6 }],
		[{ hours: 40 }, { hours: 25 }, { code: 'hours_too_many', most: 25 }],
		[{ sessionHours: 1 }, { sessionHours: 1.5 }, { code: 'session_too_short', least: 1.5 }],
		[{ sessionHours: 7.4 }, { sessionHours: 5 }, { code: 'session_too_long', most: 5 }],
		[
			{ sessionHours: 5, weeklyHours: 3 },
			{ weeklyHours: 5 },
			{ code: 'week_below_session', least: 5 }
		],
		[{ weeklyHours: 30 }, { weeklyHours: 25 }, { code: 'week_too_long', most: 25 }],
		[{ participants: 9 }, { participants: 4 }, { code: 'group_too_large', most: 4 }],
		[{ participants: 0 }, { participants: 1 }, { code: 'group_too_small', least: 1 }],
		[{ place: 'online' }, { place: 'workplace' }, { code: 'not_offered' }],
		[{ deliveryForm: 'class' }, { deliveryForm: 'one_to_one' }, { code: 'not_offered' }],
		[
			{ deliveryForm: 'one_to_one', participants: 2 },
			{ deliveryForm: 'small_class' },
			{ code: 'one_at_a_time' }
		],
		[
			{ startsOn: '2026-12-01' },
			{ startsOn: '2026-12-15' },
			{ code: 'too_soon', earliest: '2026-12-15' }
		],
		[{ startsOn: '2027-01-02' }, { startsOn: '2027-01-04' }, { code: 'weekend' }],
		[
			{ startsOn: '9999-12-31' },
			{ startsOn: '2028-11-23' },
			{ code: 'too_far', latest: '2028-11-23' }
		]
	])('%j is put right, and says why', (wish, expected, reason) => {
		const tailored = made(hygiene, wish);
		expect(tailored).toMatchObject(expected);
		expect(tailored.corrections.map((each) => each.reason)).toEqual([reason]);
	});

	test('a module that is given only whole says so, with the reason', () => {
		const whole = {
			...hygiene,
			isDivisible: false,
			minimumHours: 25,
			indivisibleReason: 'Beviset kræver det'
		};
		const reason = { code: 'whole_only', why: 'Beviset kræver det' };
		expect(reasons(made(whole, { hours: 10 }))).toEqual([['hours', reason]]);
		const parts = { ...inParts, isDivisible: false, minimumHours: 14 };
		expect(reasons(made(parts, { elements: [1, 2, 5] }))).toEqual([
			['elements', 4, { code: 'whole_only', why: null }]
		]);
	});

	test('online at one’s own pace goes with being online', () => {
		const mixed: ModuleContent = {
			...hygiene,
			places: ['school', 'online'],
			deliveryForms: ['online', 'class']
		};
		expect(made(mixed)).toMatchObject({ place: 'school', deliveryForm: 'class' });
		expect(made(mixed, { place: 'online' }).deliveryForm).toBe('online');
		expect(reasons(made(mixed, { place: 'school', deliveryForm: 'online' }))).toEqual([
			['deliveryForm', { code: 'online_only' }]
		]);
	});
});

describe('intakes', () => {
	const dated: ModuleContent = {
		...hygiene,
		hasRollingIntake: false,
		offerings: [
			{ startsOn: '2026-11-30', seats: 4 },
			{ startsOn: '2027-01-04', seats: 1 },
			{ startsOn: '2027-02-01', seats: 4 }
		]
	};

	test('the next one that can be reached and has room is taken', () => {
		expect(made(dated).startsOn).toBe('2027-01-04');
		expect(made(dated, { participants: 2 }).startsOn).toBe('2027-02-01');
		expect(made(dated, { startsOn: '2027-01-20' })).toMatchObject({ startsOn: '2027-02-01' });
		expect(made(dated, { startsOn: '2027-08-01' })).toMatchObject({
			startsOn: '2027-02-01',
			corrections: [{ field: 'startsOn', reason: { code: 'not_an_intake' } }]
		});
	});

	test('those that cannot be had say why', () => {
		const choices = made(dated, { participants: 2 }).choices.intakes;
		expect(choices?.map(({ ruledOut }) => ruledOut)).toEqual([
			{ code: 'too_soon', earliest: '2026-12-15' },
			{ code: 'no_seats', seats: 1 },
			null
		]);
	});

	test('without any there is no start and no end', () => {
		const none = made({ ...dated, offerings: [] });
		expect(none).toMatchObject({ startsOn: null, endsOn: null, earliestStart: null });
		expect(reasons(none)).toEqual([['startsOn', { code: 'no_intake' }]]);
	});
});

describe('how it is spread out', () => {
	test.each<[Wish, number, number, string]>([
		[{ hours: 6, sessionHours: 3, weeklyHours: 3 }, 2, 2, '2026-12-22'],
		[{ hours: 7, sessionHours: 3, weeklyHours: 3 }, 3, 3, '2026-12-29'],
		// Two sessions a week from a Tuesday on, the last week with two of them.
		[{ hours: 12, sessionHours: 3, weeklyHours: 6 }, 2, 4, '2026-12-23'],
		// Five days from a Tuesday on reach over the weekend.
		[{ hours: 15, sessionHours: 3, weeklyHours: 15 }, 1, 5, '2026-12-21'],
		[{ hours: 15, sessionHours: 3, weeklyHours: 15, isUnsocial: true }, 1, 5, '2026-12-19']
	])('%j', (wish, weeks, sessions, endsOn) => {
		expect(made(hygiene, wish)).toMatchObject({ weeks, sessions, endsOn });
	});

	test('whether the list’s prices hold depends on the day that it starts', () => {
		const until = { ...hygiene, priceValidUntil: '2026-12-31' };
		expect(made(until).isPriceValid).toBe(true);
		expect(made(until, { startsOn: '2027-01-04' }).isPriceValid).toBe(false);
	});
});

describe('for any module and wish', () => {
	const both = anyModule.chain((module) => fc.tuple(fc.constant(module), anyWishFor(module)));

	test('the result is within what the module allows', () => {
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const it = made(module, wish);
				const { hours, sessionHours, weeklyHours, participants } = it;
				expect(hours).toBeGreaterThanOrEqual(module.minimumHours!);
				expect(hours).toBeLessThanOrEqual(module.hours!);
				const shortest = Math.min(module.sessionHoursMin!, hours);
				expect(sessionHours).toBeGreaterThanOrEqual(shortest);
				expect(sessionHours).toBeLessThanOrEqual(module.sessionHoursMax ?? module.sessionHours!);
				expect(weeklyHours).toBeGreaterThanOrEqual(sessionHours);
				expect(weeklyHours).toBeLessThanOrEqual(Math.min(hours, 60));
				expect(weeklyHours).toBeGreaterThanOrEqual(Math.min(module.weeklyHoursMin ?? 0, hours));
				if (module.weeklyHoursMax !== null) {
					expect(weeklyHours).toBeLessThanOrEqual(Math.max(module.weeklyHoursMax, shortest));
				}
				expect(participants).toBeGreaterThanOrEqual(module.minParticipants);
				expect(participants).toBeLessThanOrEqual(module.maxParticipants);
				expect(module.places).toContain(it.place);
				expect(module.deliveryForms).toContain(it.deliveryForm);
				for (const part of [hours, sessionHours, weeklyHours]) {
					expect(Math.round(part * 20) / 20).toBe(part);
				}
			})
		);
	});

	test('elements are closed: mandatory ones and what others need are in', () => {
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const { elements, hours, choices } = made(module, wish);
				const picked = module.elements.filter(({ number }) => elements.includes(number));
				for (const { needs } of picked) if (needs !== null) expect(elements).toContain(needs);
				for (const each of module.elements) {
					if (each.isMandatory || !module.isDivisible) expect(elements).toContain(each.number);
				}
				if (module.elements.length === 0) return;
				const sum = picked.reduce((steps, each) => steps + Math.round(each.hours * 20), 0);
				expect(hours).toBe(sum / 20);
				// What may be taken out leaves a module that needs no putting right.
				for (const { element, isPicked, locked } of choices.elements) {
					if (!isPicked || locked) continue;
					const left = takeOut(module.elements, elements, element.number);
					expect(made(module, { elements: left }).elements).toEqual(left);
				}
			})
		);
	});

	test('it starts when the school can, with room for all, and ends after that', () => {
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const { startsOn, endsOn, earliestStart, participants, weeks, sessions } = made(
					module,
					wish
				);
				expect(weeks).toBeGreaterThanOrEqual(1);
				expect(sessions).toBeGreaterThanOrEqual(weeks);
				expect(endsOn === null).toBe(startsOn === null);
				if (startsOn === null) return;
				expect(startsOn >= earliestStart!).toBe(true);
				expect(endsOn! >= startsOn).toBe(true);
				if (module.hasRollingIntake) return;
				const intake = module.offerings.find((each) => each.startsOn === startsOn);
				expect(intake?.seats).toBeGreaterThanOrEqual(participants);
			})
		);
	});

	test('the lines add up to the total', () => {
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const tailored = made(module, wish);
				expect(tailored.totalOre).toBe(totalOre(tailored.lines));
				expect(tailored.lines.every(({ amountOre }) => amountOre >= 0)).toBe(true);
			})
		);
	});

	test('asked for what it is, it is the same, and nothing is put right', () => {
		fc.assert(
			fc.property(both, ([module, wish]) => {
				const { startsOn, ...first } = made(module, wish);
				const again = made(module, { ...first, ...(startsOn && { startsOn }) });
				const left = again.corrections.filter(({ reason }) => reason.code !== 'no_intake');
				expect(left).toEqual([]);
				expect({ ...again, corrections: [] }).toEqual({ ...first, startsOn, corrections: [] });
			})
		);
	});

	test('picking more never costs less within a step', () => {
		fc.assert(
			fc.property(both, anyWishForHours, ([module, wish], more) => {
				const less = made(module, { ...wish, isUnsocial: false });
				const dearer = (other: Tailored) =>
					expect(other.totalOre).toBeGreaterThanOrEqual(less.totalOre);
				dearer(made(module, { ...wish, isUnsocial: true }));
				dearer(made(module, { ...wish, isUnsocial: false, hours: less.hours + more }));
				for (const { element, isPicked } of less.choices.elements) {
					if (isPicked) continue;
					const elements = [...less.elements, element.number];
					dearer(made(module, { ...wish, isUnsocial: false, elements }));
				}
				const bigger = made(module, { ...wish, participants: less.participants + 1 });
				const step = (it: Tailored) => stepFor(module.priceSteps, it.participants);
				if (step(bigger) === step(less)) dearer(bigger);
			})
		);
	});
});

const anyWishForHours = fc.integer({ min: 0, max: 200 }).map((steps) => steps / 20);
