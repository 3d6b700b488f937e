import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BLANK_MODULE, type ModuleContent } from '$lib/domain/catalogue/module';
import { lineAmountOre, priceLines, totalOre, type PriceItem } from '$lib/domain/catalogue/price';
import { tailor } from '$lib/domain/catalogue/tailoring';
import { answersOf, type KeptTailoring } from '$lib/domain/needs/wish';
import { decimal, kroner } from '$lib/domain/shared/format';
import { addDays, today } from '$lib/domain/shared/day';
import { anyModule, anyWishFor } from '../../../../tests/fixtures/any-module';
import { hints } from './hints';
import { EMPTY_LINE, overListPriceOre, previewLine, type TypedLine } from './lines';
import { quoteFromBrief, quoteFromModule, quoteFromQuote, type Proposal } from './proposal';
import type { Brief } from './quote';
import { quoteSchema } from './quote-form';

const brief: Brief = {
	reference: 'B-2026-0042',
	subject: { nameDa: 'Dansk', nameEn: 'Danish' },
	goal: 'Kan tale med kolleger om dagens opgaver',
	participants: 1,
	hoursWanted: 24,
	sessionHoursMax: 2,
	weeklyHoursMax: 4,
	place: 'workplace',
	startsOn: addDays(today(), 30),
	targetGroup: null,
	workplace: null,
	tasks: null,
	danishLevel: null,
	accommodations: null,
	accommodationNote: null,
	candidateWish: null,
	workTimes: null,
	participantLimits: null,
	freeTimes: null,
	goodEnough: null,
	hasBuddy: null,
	deliveryForm: null,
	certificateKind: null,
	support: [],
	endsBy: null
};

const module: ModuleContent & { id: string } = {
	...BLANK_MODULE,
	id: '0198f000-0000-7000-8000-000000000001',
	title: 'Dansk på arbejdspladsen',
	subjectCode: 'danish',
	deliveryForms: ['one_to_one'],
	places: ['workplace', 'school'],
	hours: 24,
	minimumHours: 16,
	sessionHours: 2,
	sessionHoursMin: 1,
	prices: [
		{ kind: 'teaching', model: 'per_week', unitPriceOre: 280_000, weeklyHours: 2 },
		{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 120_000, weeklyHours: null }
	]
};

const sent = (proposal: Proposal) => ({
	id: '0198f000-0000-7000-8000-000000000002',
	replaces: '0',
	...proposal
});
const read = (proposal: Proposal) => quoteSchema.safeParse(sent(proposal));
const totalOf = (proposal: Proposal) => {
	const { lines } = quoteSchema.parse(sent(proposal));
	return lines.reduce((sum, line) => sum + lineAmountOre(line.unitPriceOre, line.quantity), 0);
};

const steps = (min: number, max: number) =>
	fc.integer({ min: min * 20, max: max * 20 }).map((twentieths) => twentieths / 20);
const price = fc.integer({ min: 0, max: 10_000_000 });

describe('a quote from a module', () => {
	it('takes the price list, and no more hours than were asked for', () => {
		const proposal = quoteFromModule(module, brief, today());
		expect(proposal).toMatchObject({ hours: '24', sessionHours: '2', weeklyHours: '2' });
		expect(totalOf(proposal)).toBe(12 * 280_000 + 120_000);
		expect(hints(plan(proposal), brief)).toEqual([]);
	});

	it('keeps to the least that the school gives', () => {
		expect(quoteFromModule(module, { ...brief, hoursWanted: 4 }, today()).hours).toBe('16');
		const whole = { ...module, isDivisible: false };
		expect(quoteFromModule(whole, { ...brief, hoursWanted: 18 }, today()).hours).toBe('24');
	});

	it('does not start before the school can', () => {
		const soon = { ...brief, startsOn: today() };
		expect(quoteFromModule(module, soon, today()).startsOn).toBe(addDays(today(), 14));
	});

	it('costs what the price list says for the hours, however they are spread', () => {
		fc.assert(
			fc.property(
				steps(1, 200),
				steps(1, 12),
				steps(1, 37),
				fc.integer({ min: 1, max: 20 }),
				steps(0.5, 20),
				price,
				price,
				(hoursWanted, sessionHoursMax, weeklyHoursMax, participants, weeklyHours, week, each) => {
					const prices: PriceItem[] = [
						{ kind: 'teaching', model: 'per_week', unitPriceOre: week, weeklyHours },
						{ kind: 'materials', model: 'per_participant', unitPriceOre: each, weeklyHours: null }
					];
					const asked = { ...brief, hoursWanted, sessionHoursMax, weeklyHoursMax, participants };
					const proposal = quoteFromModule(
						{ ...module, prices, minimumHours: 1, hours: 200 },
						asked,
						today()
					);
					expect(totalOf(proposal)).toBe(
						totalOre(priceLines({ ...module, prices }, { hours: hoursWanted, participants }))
					);
				}
			)
		);
	});

	it('can be sent as it is, whatever was asked', () => {
		fc.assert(
			fc.property(
				fc.option(steps(0.5, 400)),
				steps(0.25, 12),
				steps(0.25, 37),
				fc.boolean(),
				(hoursWanted, sessionHoursMax, weeklyHoursMax, isDivisible) => {
					const asked = { ...brief, hoursWanted, sessionHoursMax, weeklyHoursMax };
					const proposal = quoteFromModule({ ...module, isDivisible }, asked, today());
					expect(read(proposal).error?.issues).toBeUndefined();
				}
			)
		);
	});
});

describe('a quote for a need that was begun from the module', () => {
	const inParts: typeof module = {
		...module,
		hours: 12,
		minimumHours: 4,
		isDivisible: true,
		deliveryForms: ['one_to_one', 'small_class'],
		maxParticipants: 6,
		elements: [
			{ number: 1, title: 'Hilsner', goal: null, hours: 4, isMandatory: true, needs: null },
			{ number: 2, title: 'Beskeder', goal: null, hours: 6, isMandatory: false, needs: null },
			{ number: 3, title: 'Telefon', goal: null, hours: 2, isMandatory: false, needs: 2 }
		],
		prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }],
		supplementPercent: 25
	};
	const wish: KeptTailoring = {
		moduleId: module.id,
		title: module.title,
		priceOre: 750_000,
		elements: [1, 2],
		hours: 10,
		sessionHours: 1,
		weeklyHours: 2,
		place: 'school',
		deliveryForm: 'small_class',
		participants: 1,
		isUnsocial: true,
		startsOn: null
	};
	const asked = { ...brief, hoursWanted: 10, place: 'any' as const };

	it('begins as it was tailored, elements, evenings and price', () => {
		const proposal = quoteFromModule(inParts, asked, today(), wish);
		expect(proposal).toMatchObject({
			hours: '10',
			sessionHours: '1',
			weeklyHours: '2',
			place: 'school',
			deliveryForm: 'small_class',
			lines: [{ kind: 'teaching', description: 'Hilsner, Beskeder' }, { kind: 'supplement' }]
		});
		expect(totalOf(proposal)).toBe(wish.priceOre);
	});

	it('follows what the need says since', () => {
		const changed = {
			...asked,
			sessionHoursMax: 1,
			weeklyHoursMax: 1,
			place: 'workplace' as const
		};
		expect(
			quoteFromModule(inParts, { ...changed, participants: 3 }, today(), {
				...wish,
				sessionHours: 2
			})
		).toMatchObject({
			sessionHours: '1',
			weeklyHours: '1',
			place: 'workplace',
			participants: '3'
		});
		// Other hours are another choice of elements, which is for the school to propose.
		const fewer = quoteFromModule(inParts, { ...asked, hoursWanted: 6 }, today(), wish);
		expect(fewer).toMatchObject({ hours: '6', lines: [{ description: '' }] });
	});

	it('is as any other for another module', () => {
		const other = { ...inParts, id: '0198f000-0000-7000-8000-000000000009' };
		expect(quoteFromModule(other, asked, today(), wish)).toEqual(
			quoteFromModule(other, asked, today())
		);
	});

	it('can be sent as it is, with the price of the page, for any module and wish', () => {
		const both = anyModule.chain((any) => fc.tuple(fc.constant(any), anyWishFor(any)));
		fc.assert(
			fc.property(both, ([any, given]) => {
				const tailored = tailor(any, given, today())!;
				const kept = { ...wish, ...tailored, moduleId: module.id, priceOre: tailored.totalOre };
				const answers = answersOf(tailored);
				const need = {
					...brief,
					...answers,
					startsOn: tailored.startsOn ?? brief.startsOn
				} as Brief;
				const proposal = quoteFromModule({ ...any, id: module.id }, need, today(), kept);
				expect(read(proposal).error?.issues).toBeUndefined();
				expect(totalOf(proposal)).toBe(tailored.totalOre);
			})
		);
	});
});

describe('the form of a quote', () => {
	const proposal = quoteFromModule(module, brief, today());

	it('adds up to what was shown while it was typed', () => {
		const typedLine: fc.Arbitrary<TypedLine> = fc.record({
			kind: fc.constantFrom('teaching', 'materials', 'support'),
			model: fc.constantFrom('per_hour', 'per_week', 'per_participant', 'fixed'),
			description: fc.constantFrom('', 'Til køkkenet'),
			unitPrice: price.map(kroner),
			quantity: fc.oneof(fc.constant(''), steps(0.05, 400).map(decimal)),
			remove: fc.constant(false)
		});
		fc.assert(
			fc.property(
				fc.array(typedLine, { minLength: 1, maxLength: 40 }),
				steps(10, 200),
				steps(2, 10),
				(lines, hours, weeklyHours) => {
					const typed = {
						...proposal,
						lines,
						hours: decimal(hours),
						weeklyHours: decimal(weeklyHours)
					};
					const extent = { hours, weeklyHours, participants: 1 };
					const shown = lines.map((line) => previewLine(line, extent)!);
					expect(totalOf(typed)).toBe(totalOre(shown));
				}
			)
		);
	});

	it('leaves out lines that are empty or to be removed', () => {
		const [teaching, meeting] = proposal.lines;
		const lines = [teaching!, EMPTY_LINE, { ...meeting!, remove: true }];
		expect(quoteSchema.parse(sent({ ...proposal, lines })).lines).toHaveLength(1);
	});

	it('says at which line something is wrong, empty lines counted', () => {
		const lines = [EMPTY_LINE, { ...proposal.lines[0]!, unitPrice: 'meget' }];
		expect(read({ ...proposal, lines }).error!.issues.map(({ path }) => path)).toEqual([
			['lines', 1, 'unitPrice']
		]);
	});

	it('wants at least one line', () => {
		const { error } = read({ ...proposal, lines: [EMPTY_LINE] });
		expect(error!.issues.map(({ path }) => path)).toEqual([['lines']]);
	});

	it('refuses a session longer than the week, and a week longer than the whole', () => {
		const longer = { ...proposal, sessionHours: '5', weeklyHours: '4', hours: '3' };
		expect(read(longer).error!.issues.map(({ path }) => path)).toEqual([
			['sessionHours'],
			['weeklyHours']
		]);
	});

	it('refuses a CPR-like number in a line', () => {
		const lines = [{ ...proposal.lines[0]!, description: 'Til 010190-1234' }];
		expect(read({ ...proposal, lines }).success).toBe(false);
	});

	it('gives back a sent quote as it was', () => {
		const { id, replaces, ...content } = quoteSchema.parse(sent(proposal));
		expect([id, replaces]).toEqual([sent(proposal).id, 0]);
		expect(quoteSchema.parse(sent(quoteFromQuote(content)))).toMatchObject(content);
	});

	it('begins free with what was asked', () => {
		expect(hints(plan(quoteFromBrief(brief, today())), brief)).toEqual([]);
	});
});

describe('a hint', () => {
	it('is given for each thing that goes beyond what was asked', () => {
		const beyond = {
			hours: 30,
			sessionHours: 3,
			weeklyHours: 6,
			participants: 1,
			place: 'school',
			startsOn: addDays(brief.startsOn, 1),
			deliveryForm: 'class',
			lines: [],
			sessions: [{ weekday: 1, starts: '09:00', ends: '12:00' }]
		};
		const workTimes = [{ weekday: 1, starts: '08:00', ends: '10:00' }];
		expect(hints(beyond, { ...brief, workTimes }).map(({ criterion }) => criterion)).toEqual([
			'session_hours',
			'weekly_hours',
			'hours',
			'place',
			'start',
			'week'
		]);
	});

	it('is not given for what has not been typed', () => {
		const nothing = {
			hours: undefined,
			sessionHours: undefined,
			weeklyHours: undefined,
			participants: undefined,
			place: '',
			startsOn: '',
			deliveryForm: '',
			lines: [],
			sessions: []
		};
		expect(hints(nothing, brief)).toEqual([]);
	});
});

test('a line says how far it is from the list price', () => {
	const line = { kind: 'teaching', model: 'per_week', unitPriceOre: 250_000 };
	expect(overListPriceOre(line, module.prices)).toBe(-30_000);
	expect(overListPriceOre({ ...line, model: 'per_hour' }, module.prices)).toBeNull();
});

function plan(proposal: Proposal) {
	const number = (text: string) => Number(text.replace(',', '.'));
	return {
		hours: number(proposal.hours),
		sessionHours: number(proposal.sessionHours),
		weeklyHours: number(proposal.weeklyHours),
		participants: number(proposal.participants),
		place: proposal.place,
		startsOn: proposal.startsOn,
		deliveryForm: proposal.deliveryForm,
		lines: proposal.lines,
		sessions: []
	};
}
