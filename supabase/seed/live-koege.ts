import { workOf, type DemoCandidate } from './candidates.ts';
import { after, before, type Day } from './days.ts';
import { CLAVIS, RTS, VUC, ZBC, ZEALAND } from './organisations.ts';
import type { Story } from './story.ts';

/** The other job centre, small: what it does is seen by nobody in Roskilde. */
export function koegeToday(today: Day, people: DemoCandidate[]): Story[] {
	const ago = (days: number) => before(today, days);
	const ahead = (days: number) => after(today, days);
	const [first, second, third, fourth, fifth, sixth] = people as [
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate
	];
	return [
		{
			key: 'koege-draft',
			candidate: first,
			createdOn: ago(2),
			need: {
				...workOf(first),
				subject: 'care',
				goal: 'Finde ud af, om omsorgsfaget er noget.',
				sessionMax: 4,
				weeklyMax: 8,
				place: 'any',
				startsOn: ahead(40),
				funding: 'lab_91'
			}
		},
		{
			key: 'koege-asked',
			candidate: second,
			createdOn: ago(8),
			submittedOn: ago(8),
			need: {
				...workOf(second),
				subject: 'first_aid',
				goal: 'Kunne træde til, hvis en kollega kommer til skade.',
				hours: 6,
				sessionMax: 3,
				weeklyMax: 6,
				place: 'any',
				startsOn: ahead(25),
				funding: 'lab_91',
				danishLevel: 'B1'
			},
			requests: [
				{ provider: RTS, module: 'rts-first-aid', sentOn: ago(7), answerBy: ahead(5) },
				{
					provider: ZBC,
					sentOn: ago(7),
					answerBy: ahead(5),
					declined: { on: ago(4), code: 'not_our_subject' }
				}
			]
		},
		{
			key: 'koege-answered',
			candidate: third,
			createdOn: ago(10),
			submittedOn: ago(10),
			need: {
				...workOf(third),
				subject: 'cleaning',
				goal: 'Kende midlerne og bruge dem rigtigt.',
				hours: 8,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ahead(20),
				funding: 'lab_91',
				danishLevel: 'A2'
			},
			requests: [
				{
					provider: ZBC,
					module: 'zbc-cleaning',
					sentOn: ago(9),
					answerBy: ahead(3),
					quote: { on: ago(5), startsOn: ahead(20), validUntil: ahead(25), hours: 8 }
				}
			]
		},
		{
			key: 'koege-planned',
			candidate: fourth,
			createdOn: ago(26),
			submittedOn: ago(26),
			need: {
				...workOf(fourth),
				subject: 'warehouse',
				goal: 'Bruge scanneren og melde fejl.',
				hours: 10,
				sessionMax: 3,
				weeklyMax: 6,
				place: 'workplace',
				startsOn: ahead(10),
				funding: 'lab_91',
				danishLevel: 'A2'
			},
			requests: [
				{
					provider: ZEALAND,
					module: 'zealand-logistics',
					sentOn: ago(25),
					answerBy: ago(15),
					quote: { on: ago(19), startsOn: ahead(10), validUntil: ahead(20), hours: 10 }
				}
			],
			order: { provider: ZEALAND, on: ago(13), reasonCode: 'best_fit' }
		},
		{
			key: 'koege-active',
			candidate: fifth,
			createdOn: ago(50),
			submittedOn: ago(50),
			need: {
				...workOf(fifth),
				subject: 'care',
				goal: 'Forstå beboernes korte beskeder.',
				hours: 16,
				sessionMax: 2,
				weeklyMax: 2,
				place: 'workplace',
				startsOn: ago(25),
				funding: 'lab_91',
				danishLevel: 'A1'
			},
			requests: [
				{
					provider: CLAVIS,
					module: 'clavis-care-words',
					sentOn: ago(49),
					answerBy: ago(39),
					quote: { on: ago(43), startsOn: ago(22), validUntil: ago(10), hours: 16 }
				}
			],
			order: { provider: CLAVIS, on: ago(40), reasonCode: 'best_fit' },
			training: {
				startedOn: ago(22),
				contact: { on: ago(38), firstName: 'O.', contact: 'kandidat@privat.example' }
			}
		},
		{
			key: 'koege-completed',
			candidate: sixth,
			createdOn: ago(90),
			submittedOn: ago(90),
			need: {
				...workOf(sixth),
				subject: 'it',
				goal: 'Bruge mail og vagtplan.',
				hours: 12,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'school',
				startsOn: ago(65),
				funding: 'lab_91',
				danishLevel: 'B1'
			},
			requests: [
				{
					provider: VUC,
					module: 'vuc-it',
					sentOn: ago(89),
					answerBy: ago(79),
					quote: { on: ago(82), startsOn: ago(63), validUntil: ago(50), hours: 12 }
				}
			],
			order: { provider: VUC, on: ago(80), reasonCode: 'cheapest' },
			training: { startedOn: ago(63), endedOn: ago(40), hoursHeld: 12 }
		}
	];
}
