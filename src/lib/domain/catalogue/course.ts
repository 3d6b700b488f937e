/** A module as search engines read it: schema.org's `Course`, with one `CourseInstance` for each way into it. */
import type { Course, CourseInstance, Offer, WithContext } from 'schema-dts';
import type { Module, Place, Subject } from './module';
import { tailor, type Tailored } from './tailoring';
import { certificateWord, danishModuleWord, requiredDanishWord, subjectWord } from './words';

/** The module whole, as it is usually given; null for a draft that lacks what a course must say. */
export function courseOf(
	module: Module,
	{ subject, siteUrl, today }: { subject: Subject | undefined; siteUrl: string; today: string }
): WithContext<Course> | null {
	const tailored = tailor(module, {}, today);
	if (!tailored || !module.purpose) return null;
	const url = `${siteUrl}/katalog/${module.id}`;
	const goals = module.learningGoals?.split('\n').filter(Boolean) ?? [];
	const prerequisites = prerequisitesOf(module);
	return {
		'@context': 'https://schema.org',
		'@type': 'Course',
		'@id': url,
		url,
		name: module.title,
		description: module.purpose,
		...(module.code && { courseCode: module.code }),
		...(subject && { about: subjectWord(subject) }),
		inLanguage: module.teachingLanguages,
		...(goals.length > 0 && { teaches: goals }),
		...(module.audience && {
			audience: { '@type': 'Audience', audienceType: module.audience }
		}),
		...(prerequisites.length > 0 && { coursePrerequisites: prerequisites }),
		...(module.certificateKind !== 'none' && {
			educationalCredentialAwarded: certificateWord(module.certificateKind)
		}),
		provider: {
			'@type': 'Organization',
			name: module.school.name,
			url: `${siteUrl}/katalog?skole=${module.school.id}`,
			address: {
				'@type': 'PostalAddress',
				addressLocality: module.school.municipality,
				addressCountry: 'DK'
			}
		},
		image: `${siteUrl}${SOCIAL_IMAGE}`,
		dateModified: new Date(module.updatedAt).toISOString(),
		offers: offerOf(module, tailored, url),
		hasCourseInstance: instancesOf(module, tailored)
	};
}

/** The picture that stands for every page of the site where it is shared. */
export const SOCIAL_IMAGE = '/social-card.png';

/** JSON as the text of a script element: nothing in it can end the element or begin another. */
export const asScript = (value: object) =>
	JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);

function offerOf(module: Module, { totalOre, participants }: Tailored, url: string): Offer {
	return {
		'@type': 'Offer',
		category: totalOre === 0 ? 'Free' : 'Paid',
		price: totalOre / 100,
		priceCurrency: 'DKK',
		eligibleQuantity: { '@type': 'QuantitativeValue', value: participants },
		availability: 'https://schema.org/InStock',
		url,
		...(module.priceValidFrom && { validFrom: module.priceValidFrom }),
		...(module.priceValidUntil && { priceValidUntil: module.priceValidUntil })
	};
}

function instancesOf(module: Module, { hours, choices }: Tailored): CourseInstance[] {
	const instance: CourseInstance = {
		'@type': 'CourseInstance',
		courseMode: modeOf(module.places),
		courseWorkload: durationOf(hours),
		inLanguage: module.teachingLanguages,
		...(module.schoolAddress &&
			module.places.includes('school') && {
				location: { '@type': 'Place', name: module.school.name, address: module.schoolAddress }
			})
	};
	const intakes = choices.intakes ?? [];
	if (intakes.length === 0) return [instance];
	return intakes.map(({ value: { startsOn, seats } }) => ({
		...instance,
		startDate: startsOn,
		maximumAttendeeCapacity: seats
	}));
}

/** Hours as ISO 8601 has them: `PT22H12M`. */
export function durationOf(hours: number): string {
	const minutes = Math.round(hours * 60);
	const left = minutes % 60;
	return `PT${Math.floor(minutes / 60)}H${left > 0 ? `${left}M` : ''}`;
}

function modeOf(places: readonly Place[]): string {
	const isOnline = places.includes('online');
	if (!isOnline) return 'Onsite';
	return places.length > 1 ? 'Blended' : 'Online';
}

function prerequisitesOf(module: Module): string[] {
	return [
		module.requiredDanishLevel === 'none' ? null : requiredDanishWord(module.requiredDanishLevel),
		module.requiredDanishModule && danishModuleWord(module.requiredDanishModule),
		module.prerequisite
	].filter((text) => text !== null);
}
