import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyModule } from '../../../../tests/fixtures/any-module';
import { asScript, courseOf, durationOf } from './course';
import { BLANK_MODULE, type Module } from './module';

const TODAY = '2026-11-24';
const site = { subject: undefined, siteUrl: 'https://loftet.example', today: TODAY };

const shown = {
	id: '0198f000-0000-7000-8000-000000000001',
	version: 3,
	state: 'published',
	school: { id: 'abc', name: 'ZBC', kind: 'business_college', municipality: 'Roskilde' },
	publishedAt: '2026-11-01T10:00:00Z',
	// As the embedded backend writes it.
	updatedAt: '2026-11-20 10:00:00.105+00',
	confirmedAt: null
} as const;
const hygiene: Module = {
	...BLANK_MODULE,
	...shown,
	title: 'Fødevarehygiejne',
	purpose: 'Hygiejne i netop det køkken, hvor kandidaten arbejder',
	learningGoals: 'Måle temperaturer\nFøre egenkontrol',
	audience: 'Nye i køkkenet',
	code: 'FH-1',
	deliveryForms: ['one_to_one'],
	places: ['school'],
	schoolAddress: 'Maglegårdsvej 8, 4000 Roskilde',
	hours: 22.2,
	minimumHours: 7.4,
	sessionHours: 7.4,
	sessionHoursMin: 3,
	requiredDanishLevel: 'A2',
	requiredDanishModule: 'DU2.4',
	prices: [{ kind: 'teaching', model: 'per_hour', unitPriceOre: 60_000, weeklyHours: null }],
	priceValidUntil: '2026-12-31'
};

type Plain = Record<string, unknown>;
/** As a reader of the page gets it. */
const read = (module: Module, subject?: Parameters<typeof courseOf>[1]['subject']) =>
	JSON.parse(asScript(courseOf(module, { ...site, subject })!)) as Plain & {
		offers: Plain;
		provider: Plain;
		hasCourseInstance: Plain[];
	};

describe('a module as a course', () => {
	test('says what it is, who gives it, what it costs and how long it takes', () => {
		const subject = { code: 'food_hygiene', nameDa: 'Fødevarehygiejne', nameEn: 'Food hygiene' };
		expect(read(hygiene, subject)).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'Course',
			url: `https://loftet.example/katalog/${shown.id}`,
			name: 'Fødevarehygiejne',
			about: 'Fødevarehygiejne',
			courseCode: 'FH-1',
			dateModified: '2026-11-20T10:00:00.105Z',
			teaches: ['Måle temperaturer', 'Føre egenkontrol'],
			audience: { audienceType: 'Nye i køkkenet' },
			coursePrerequisites: ['A2: enkle beskeder om kendte ting', 'Danskuddannelse 2, modul 4'],
			educationalCredentialAwarded: 'Deltagerbevis',
			provider: { '@type': 'Organization', name: 'ZBC' },
			offers: {
				'@type': 'Offer',
				category: 'Paid',
				price: 13_320,
				priceCurrency: 'DKK',
				priceValidUntil: '2026-12-31'
			},
			hasCourseInstance: [
				{
					'@type': 'CourseInstance',
					courseMode: 'Onsite',
					courseWorkload: 'PT22H12M',
					location: { name: 'ZBC', address: 'Maglegårdsvej 8, 4000 Roskilde' }
				}
			]
		});
	});

	test('has an instance for each day that it starts on', () => {
		const dated: Module = {
			...hygiene,
			hasRollingIntake: false,
			offerings: [
				{ startsOn: '2026-11-01', seats: 4 },
				{ startsOn: '2027-01-04', seats: 4 },
				{ startsOn: '2027-02-01', seats: 6 }
			]
		};
		expect(read(dated).hasCourseInstance).toMatchObject([
			{ startDate: '2027-01-04', maximumAttendeeCapacity: 4 },
			{ startDate: '2027-02-01', maximumAttendeeCapacity: 6 }
		]);
	});

	test.each([
		[['online'], 'Online'],
		[['workplace'], 'Onsite'],
		[['school', 'online'], 'Blended']
	] as const)('given %j it is %s', (places, mode) => {
		expect(read({ ...hygiene, places: [...places] }).hasCourseInstance[0]).toMatchObject({
			courseMode: mode
		});
	});

	test('that costs nothing is free', () => {
		const free = { ...hygiene, prices: [{ ...hygiene.prices[0]!, unitPriceOre: 0 }] };
		expect(read(free).offers).toMatchObject({ category: 'Free', price: 0 });
	});

	test('that is a draft is none', () => {
		expect(courseOf({ ...hygiene, purpose: null }, site)).toBeNull();
		expect(courseOf({ ...hygiene, hours: null }, site)).toBeNull();
	});

	// https://developers.google.com/search/docs/appearance/structured-data/course-info
	test('has what search engines require, whatever the module', () => {
		fc.assert(
			fc.property(anyModule, (any) => {
				const course = read({ ...any, ...shown });
				for (const text of [course.name, course.description, course.provider.name]) {
					expect(text).toMatch(/\S/);
				}
				expect(['Free', 'Paid']).toContain(course.offers.category);
				expect(course.offers.price).toBeGreaterThanOrEqual(0);
				expect(course.offers.priceCurrency).toBe('DKK');
				expect(course.hasCourseInstance.length).toBeGreaterThan(0);
				for (const instance of course.hasCourseInstance) {
					expect(['Online', 'Onsite', 'Blended']).toContain(instance.courseMode);
					expect(instance.courseWorkload).toMatch(/^PT\d+H(\d+M)?$/);
				}
			})
		);
	});
});

test.each([
	[0.05, 'PT0H3M'],
	[1, 'PT1H'],
	[7.4, 'PT7H24M'],
	[148, 'PT148H']
])('%d hours are %s', (hours, duration) => expect(durationOf(hours)).toBe(duration));

test('no title can end the script that it stands in, and each is read as it was written', () => {
	const title = '</script><script>alert(1)</script>&amp;\u2028 <!--';
	const script = asScript(courseOf({ ...hygiene, title }, site)!);
	expect(script).not.toMatch(/[<>&\u2028]/);
	expect(JSON.parse(script)).toMatchObject({ name: title });
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(JSON.parse(asScript({ text }))).toEqual({ text });
		})
	);
});
