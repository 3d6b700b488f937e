import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { anyModule } from '../../../../../tests/fixtures/any-module';
import { BLANK_MODULE, type ModuleContent } from '../module';
import { cellText, draftOf, importColumns, type ColumnKey } from './columns';
import { guessMapping } from './mapping';
import { rowReader, type KnownChoice, type KnownModule } from './rows';
import { sheetId } from './sheet-id';

afterEach(() => overwriteGetLocale(() => 'da'));

const columns = importColumns({
	subjects: [
		{ code: 'danish', nameDa: 'Dansk', nameEn: 'Danish' },
		{ code: 'warehouse', nameDa: 'Lager og truck', nameEn: 'Warehouse and forklift' }
	],
	municipalities: [
		{ code: '0265', name: 'Roskilde' },
		{ code: '0259', name: 'Køge' }
	]
});
const keys = columns.map(({ key }) => key);

type Cells = Partial<Record<ColumnKey, string>>;
interface Around {
	known?: KnownModule | null;
	sameAs?: number | null;
	choice?: KnownChoice;
	headings?: string[];
}
/** Reads a sheet of just these columns, with one row. */
function read(
	cells: Cells,
	{ known = null, sameAs = null, choice = 'change', headings = [] }: Around = {}
) {
	const mapping = Object.keys(cells) as ColumnKey[];
	return rowReader(
		columns,
		{ mapping, headings },
		choice
	)({ cells: Object.values(cells), known, sameAs });
}
const faultsOf = (cells: Cells, around?: Around) =>
	Object.fromEntries(read(cells, around).faults.map(({ column, message }) => [column, message]));
const knownAs = (content: ModuleContent, more: Partial<KnownModule> = {}): KnownModule => ({
	id: '0197a000-0000-7000-8000-000000000001',
	version: 3,
	state: 'published',
	content,
	...more
});
/** What an export writes of a module. */
const exported = (module: KnownModule) =>
	columns.map((column) =>
		column.key === 'id' ? module.id : cellText(column, draftOf(module.content))
	);

const complete: ModuleContent = {
	...BLANK_MODULE,
	code: 'KAN-1',
	title: 'Truck i hverdagen',
	purpose: 'Kør sikkert på lageret',
	subjectCode: 'warehouse',
	deliveryForms: ['small_class'],
	places: ['school', 'workplace'],
	hours: 20,
	minimumHours: 10,
	sessionHours: 4,
	sessionHoursMin: 2,
	prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }]
};

describe('what is exported', () => {
	test.each(['da', 'en'] as const)('in %s is the same module when it is imported', (locale) => {
		overwriteGetLocale(() => locale);
		const readAll = rowReader(columns, { mapping: keys, headings: [] }, 'change');
		fc.assert(
			fc.property(anyModule, (content) => {
				const known = knownAs(content, { state: 'draft' });
				const cells = exported(known);
				expect(readAll({ cells, known, sameAs: null })).toMatchObject({
					kind: 'unchanged',
					faults: []
				});
				const anew = readAll({
					cells: cells.map((cell, index) => (keys[index] === 'id' ? '' : cell)),
					known: null,
					sameAs: null
				});
				expect(anew).toMatchObject({ kind: 'new', faults: [] });
				const again = exported(knownAs(anew.content!));
				expect(again.slice(0, -1)).toEqual(cells.slice(0, -1));
			})
		);
	});

	test('in one language is read in the other', () => {
		overwriteGetLocale(() => 'en');
		const known = knownAs({ ...complete, requiredDanishLevel: 'A2', support: ['interpreter'] });
		const cells = exported(known);
		overwriteGetLocale(() => 'da');
		expect(
			rowReader(columns, { mapping: keys, headings: [] }, 'change')({ cells, known, sameAs: null })
				.kind
		).toBe('unchanged');
	});
});

describe('a new module', () => {
	test('says what its row says, and what is usual of all else', () => {
		const { kind, content } = read({
			code: ' D-7 ',
			title: 'Dansk på lageret',
			learningGoals: 'Kan sige fra\nKan spørge',
			subjectCode: 'dansk',
			deliveryForms: 'Hold; en til en',
			places: 'online, på skolen',
			workplaceMunicipalities: 'Køge; roskilde',
			hours: '7,4',
			isDivisible: 'nej',
			indivisibleReason: 'Prøven kræver det hele',
			requiredDanishModule: 'du 2.4',
			teachingLanguages: 'dansk; UKRAINSK',
			priceModel: 'pr time',
			price: '1.234,50 kr.',
			pre_meeting: '500',
			materials: '75,50 kr. pr. deltager + 1.000',
			supplementPercent: '0,25',
			priceValidFrom: '1.2.2027'
		});
		expect(kind).toBe('new');
		expect(content).toEqual({
			...BLANK_MODULE,
			code: 'D-7',
			title: 'Dansk på lageret',
			learningGoals: 'Kan sige fra\nKan spørge',
			subjectCode: 'danish',
			deliveryForms: ['class', 'one_to_one'],
			places: ['online', 'school'],
			workplaceMunicipalities: ['0259', '0265'],
			hours: 7.4,
			minimumHours: 7.4,
			isDivisible: false,
			indivisibleReason: 'Prøven kræver det hele',
			requiredDanishModule: 'DU2.4',
			teachingLanguages: ['da', 'uk'],
			supplementPercent: 25,
			priceValidFrom: '2027-02-01',
			prices: [
				{ kind: 'teaching', model: 'per_hour', unitPriceOre: 123_450, weeklyHours: null },
				{ kind: 'pre_meeting', model: 'fixed', unitPriceOre: 50_000, weeklyHours: null },
				{ kind: 'materials', model: 'per_participant', unitPriceOre: 7_550, weeklyHours: null },
				{ kind: 'materials', model: 'fixed', unitPriceOre: 100_000, weeklyHours: null }
			]
		});
	});

	test.each<[Cells, string, RegExp]>([
		[{ title: '' }, 'title', /skal udfyldes/],
		[{ title: 'ab' }, 'title', /./],
		[{ code: 'D-7' }, 'title', /skal udfyldes/],
		[{ title: 'Dansk', purpose: 'x'.repeat(201) }, 'purpose', /200 tegn/],
		[{ title: 'Dansk', audience: '██████-████' }, 'audience', /CPR/],
		[{ title: 'Ring 010190-1234' }, 'title', /CPR/],
		[{ title: 'Dansk', subjectCode: 'Astrologi' }, 'subjectCode', /Astrologi/],
		[{ title: 'Dansk', deliveryForms: 'Hold; Flok' }, 'deliveryForms', /Flok/],
		[{ title: 'Dansk', places: 'Månen' }, 'places', /Månen/],
		[{ title: 'Dansk', workplaceMunicipalities: 'Atlantis' }, 'workplaceMunicipalities', /Atlan/],
		[{ title: 'Dansk', hours: 'mange' }, 'hours', /tal/],
		[{ title: 'Dansk', hours: '-1' }, 'hours', /tal/],
		[{ title: 'Dansk', hours: '2001' }, 'hours', /højst være 2000/],
		[{ title: 'Dansk', hours: '7,33' }, 'hours', /0,05/],
		[{ title: 'Dansk', sessionHours: '25' }, 'sessionHours', /24/],
		[{ title: 'Dansk', isDivisible: 'måske' }, 'isDivisible', /ja eller nej/],
		[{ title: 'Dansk', maxParticipants: '0' }, 'maxParticipants', /mindst 1/],
		[{ title: 'Dansk', maxParticipants: '3,5' }, 'maxParticipants', /helt tal/],
		[{ title: 'Dansk', requiredDanishLevel: 'D1' }, 'requiredDanishLevel', /D1/],
		[{ title: 'Dansk', requiredDanishModule: 'DU4.1' }, 'requiredDanishModule', /DU2\.4/],
		[{ title: 'Dansk', leadTimeDays: '366' }, 'leadTimeDays', /365/],
		[{ title: 'Dansk', price: '1.000.000,01' }, 'price', /1\.000\.000/],
		[{ title: 'Dansk', price: '-5' }, 'price', /kroner/],
		[{ title: 'Dansk', screening: 'gratis' }, 'screening', /kroner/],
		[{ title: 'Dansk', screening: 'mange pr. deltager' }, 'screening', /kroner/],
		[{ title: 'Dansk', supplementPercent: '201' }, 'supplementPercent', /200/],
		[{ title: 'Dansk', priceValidFrom: '31.02.2027' }, 'priceValidFrom', /dato/],
		[{ title: 'Dansk', priceModel: 'pr. uge', price: '2800' }, 'priceWeeklyHours', /./],
		[{ title: 'Dansk', hours: '10', minimumHours: '11' }, 'minimumHours', /Timer i alt/],
		[{ title: 'Dansk', sessionHours: '2', sessionHoursMin: '3' }, 'sessionHoursMin', /almindelig/],
		[{ title: 'Dansk', sessionHours: '4', sessionHoursMax: '3' }, 'sessionHours', /længste/],
		[{ title: 'Dansk', weeklyHours: '4', weeklyHoursMin: '5' }, 'weeklyHoursMin', /uge/],
		[{ title: 'Dansk', minParticipants: '9', maxParticipants: '8' }, 'minParticipants', /Flest/],
		[{ title: 'Dansk', hours: '9', isDivisible: 'nej', minimumHours: '3' }, 'minimumHours', /alt/],
		[
			{ title: 'Dansk', priceValidFrom: '2027-02-01', priceValidUntil: '2027-01-01' },
			'priceValidUntil',
			/før/
		],
		[{ title: 'Dansk', id: 'e0f5d0e8' }, 'id', /id/]
	])('of %j is wrong at %s', (cells, column, message) => {
		const row = read(cells);
		expect(row).toMatchObject({ kind: 'wrong', content: null });
		expect(faultsOf(cells)).toEqual({ [column]: expect.stringMatching(message) });
	});

	test('has every fault said, each at its own cell', () => {
		const faults = faultsOf({ title: '', hours: 'x', minimumHours: '3', price: 'y' });
		expect(Object.keys(faults)).toEqual(['title', 'hours', 'price']);
	});

	test('stands in one row only', () => {
		expect(faultsOf({ code: 'D-7', title: 'Dansk' }, { sameAs: 12 })).toEqual({
			code: expect.stringMatching(/række 12/)
		});
	});
});

describe('a module that the school has', () => {
	const known = knownAs({
		...complete,
		elements: [{ number: 1, title: 'Del', goal: null, hours: 20, isMandatory: true, needs: null }],
		priceSteps: [{ fromParticipants: 4, unitPriceOre: 90_000 }],
		offerings: [{ startsOn: '2027-02-01', seats: 4 }],
		funding: [{ legalBasisCode: 'lab_91', coverage: 'part' }]
	});

	test('keeps what its row does not say, and shows what is changed', () => {
		const row = read({ code: 'KAN-1', price: '650' }, { known });
		expect(row).toMatchObject({
			kind: 'changed',
			title: 'Truck i hverdagen',
			changes: [{ column: 'price', before: '600', after: '650' }]
		});
		expect(row.content).toEqual({
			...known.content,
			prices: [{ ...complete.prices[0], unitPriceOre: 65_000 }]
		});
	});

	test('is emptied where its cell is empty, unless it must say something', () => {
		const draft = knownAs({ ...complete, audience: 'Nye på lageret' }, { state: 'draft' });
		const row = read({ audience: '', maxParticipants: '', places: '' }, { known: draft });
		expect(row.content).toMatchObject({ audience: null, maxParticipants: 1, places: [] });
	});

	test('must stay complete while it is in the catalogue', () => {
		expect(Object.keys(faultsOf({ purpose: '', places: '', price: '' }, { known }))).toEqual([
			'purpose',
			'places',
			'price'
		]);
		expect(faultsOf({ hasRollingIntake: 'nej' }, { known: knownAs(complete) })).toHaveProperty(
			'hasRollingIntake'
		);
		expect(read({ hasRollingIntake: 'nej' }, { known }).kind).toBe('changed');
	});

	test('has the hours of its elements', () => {
		expect(faultsOf({ hours: '25' }, { known })).toEqual({ hours: expect.stringMatching(/20/) });
	});

	test('is not changed when it is archived', () => {
		const archived = knownAs(complete, { state: 'archived' });
		expect(faultsOf({ title: 'Truck' }, { known: archived })).toEqual({
			null: expect.stringMatching(/arkiveret/)
		});
	});

	test('is left alone when only new ones are wanted, and the other way round', () => {
		const cells = { code: 'KAN-1', title: 'Truck', hours: 'forkert' };
		expect(read(cells, { known, choice: 'only_new' })).toMatchObject({ kind: 'left', faults: [] });
		expect(read(cells, { choice: 'only_known' })).toMatchObject({ kind: 'left', faults: [] });
		expect(read({ title: 'Dansk' }, { choice: 'only_new' }).kind).toBe('new');
		expect(read({ title: 'Dansk' }, { known, choice: 'only_known' }).kind).toBe('changed');
	});
});

describe('headings', () => {
	test('of ours are known in both languages', () => {
		for (const locale of ['da', 'en'] as const) {
			const headings = columns.map(({ heading }) => heading(locale));
			expect(new Set(headings).size).toBe(headings.length);
			expect(guessMapping(headings, columns, {})).toEqual(keys);
		}
	});

	test('of schools are guessed, each at most once', () => {
		const headings = ['Kursusnr.', 'KURSUSNAVN', 'Antal timer', 'Lærer', 'Pris', 'Beløb'];
		expect(guessMapping(headings, columns, {})).toEqual([
			'code',
			'title',
			'hours',
			null,
			'price',
			null
		]);
	});

	test.each([
		['Pris pr. time', 'per_hour'],
		['Timepris (kr.)', 'per_hour'],
		['Kr. pr. time', 'per_hour'],
		['PRIS PER UGE', 'per_week'],
		['Pris pr. kursist i kr.', 'per_participant'],
		['Samlet pris', 'fixed']
	])(
		'that say what a price is the price of, as %s, are a price, and so it is read',
		(heading, model) => {
			expect(guessMapping(['Navn', heading], columns, {})).toEqual(['title', 'price']);
			const headings = ['Navn', heading, 'Timer om ugen i prisen'];
			const cells = { title: 'Truck', price: '500', priceWeeklyHours: '4' };
			const teaching = (cells: Cells) =>
				read(cells, { headings }).content!.prices.find(({ kind }) => kind === 'teaching');
			expect(teaching(cells)).toMatchObject({ model, unitPriceOre: 50_000 });
			// A column that says it for each row has the last word.
			expect(teaching({ ...cells, priceModel: 'Fast pris' })).toMatchObject({ model: 'fixed' });
		}
	);

	test('are what the school has said of them before', () => {
		const remembered = { lærer: 'audience', pris: null, 'noget andet': 'title' } as const;
		expect(guessMapping(['Titel', 'Lærer', 'Pris', 'Noget andet'], columns, remembered)).toEqual([
			null,
			'audience',
			null,
			'title'
		]);
	});
});

test('the id of a module holds no digits in a sheet, and so nothing like a CPR number', () => {
	fc.assert(
		fc.property(fc.uuid(), (id) => {
			const back = sheetId(id).replace(/[g-p]/g, (letter) => String('ghijklmnop'.indexOf(letter)));
			expect(sheetId(id)).toMatch(/^[a-p]{32}$/);
			expect(back).toBe(id.replaceAll('-', ''));
		})
	);
});
