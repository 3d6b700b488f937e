import { originalByRank, workOf, type DemoCandidate } from './candidates.ts';
import { after, before, type Day } from './days.ts';
import { ABSALON, CLAVIS, RTS, VUC, ZBC, ZEALAND } from './organisations.ts';
import type { DemoNeed, Story } from './story.ts';

const MORNINGS: DemoNeed['workTimes'] = [
	[1, '09:00', '12:00'],
	[3, '09:00', '12:00'],
	[5, '09:00', '12:00']
];
const AFTERNOONS: DemoNeed['workTimes'] = [
	[2, '12:30', '16:00'],
	[4, '12:30', '16:00']
];
const OUTSIDE_AFTERNOONS: DemoNeed['freeTimes'] = [
	[1, '08:00', '14:00'],
	[2, '08:00', '12:00'],
	[3, '08:00', '14:00'],
	[4, '08:00', '12:00'],
	[5, '08:00', '14:00']
];

/**
 * The first nine candidates of the original groups are still in their small job and have had no training. Their needs
 * stop before training starts, since 21 engagements is what the evaluation counted.
 */
export function roskildeToday(today: Day, others: DemoCandidate[]): Story[] {
	const ago = (days: number) => before(today, days);
	const ahead = (days: number) => after(today, days);
	const [first, second, third, fourth, fifth, sixth, seventh, eighth] = originalByRank as [
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate,
		DemoCandidate
	];
	return [
		{
			key: 'live-draft',
			candidate: first,
			createdOn: ago(1),
			need: {
				...workOf(first),
				subject: 'kitchen',
				goal: 'Kunne stå for buffeten alene en dag om ugen.',
				hours: 12,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ahead(35),
				funding: 'lab_91',
				tasks: 'Anretning, opvask og påfyldning af buffet.'
			}
		},
		{
			key: 'live-not-asked',
			candidate: second,
			createdOn: ago(2),
			submittedOn: ago(1),
			need: {
				...workOf(second),
				subject: 'warehouse',
				goal: 'Køre stabler sikkert, så varerne kan sættes på plads uden hjælp.',
				hours: 10,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ahead(28),
				funding: 'lab_91',
				tasks: 'Plukke ordrer og sætte varer på plads.',
				danishLevel: 'A2',
				accommodations: ['breaks', 'visual_support'],
				wish: 'Vil gerne lære på den maskine, der står på lageret.',
				ceilingKroner: 12_000,
				workTimes: MORNINGS
			}
		},
		{
			key: 'live-one-answer',
			candidate: third,
			createdOn: ago(7),
			submittedOn: ago(7),
			need: {
				...workOf(third),
				subject: 'food_hygiene',
				goal: 'Holde egenkontrol og temperaturer i orden i det lille køkken.',
				hours: 25,
				sessionMax: 3,
				weeklyMax: 6,
				place: 'workplace',
				startsOn: ahead(30),
				funding: 'lab_91',
				tasks: 'Anretning af frokost og rengøring af køkkenet.',
				danishLevel: 'A2',
				accommodations: ['short_sessions', 'oral_instruction'],
				accommodationNote: 'Bedst med en ting ad gangen.',
				wish: 'Vil gerne have et bevis at vise frem.',
				workTimes: MORNINGS
			},
			requests: [
				{
					provider: ZBC,
					module: 'zbc-food-hygiene',
					sentOn: ago(6),
					answerBy: ahead(4),
					quote: {
						on: ago(3),
						startsOn: ahead(30),
						validUntil: ahead(30),
						hours: 25,
						note: 'Underviseren kommer i køkkenet og taler med buddyen først.'
					},
					questions: [
						{
							on: ago(5),
							question: 'Er der et køkken på arbejdspladsen, hvor vi kan øve os med råvarer?',
							answered: {
								on: ago(4),
								answer: 'Ja, køkkenet er frit mellem kl. 13 og 15, og buddyen er der.'
							}
						}
					]
				},
				{
					provider: RTS,
					sentOn: ago(6),
					answerBy: ahead(4),
					questions: [{ on: ago(2), question: 'Skal prøven til beviset være mundtlig?' }]
				}
			]
		},
		{
			key: 'live-three-quotes',
			candidate: fourth,
			createdOn: ago(14),
			submittedOn: ago(14),
			need: {
				...workOf(fourth),
				subject: 'english',
				goal: 'Forstå instrukser på engelsk og svare kollegerne.',
				sessionMax: 3,
				weeklyMax: 6,
				place: 'any',
				startsOn: ahead(21),
				funding: 'lab_91',
				tasks: 'Plukke og pakke på et hold, der taler engelsk.',
				danishLevel: 'B1',
				accommodations: ['quiet_place'],
				wish: 'Vil helst lære sammen med andre.',
				ceilingKroner: 20_000,
				workTimes: AFTERNOONS,
				freeTimes: OUTSIDE_AFTERNOONS
			},
			requests: [
				{
					provider: CLAVIS,
					module: 'clavis-english',
					sentOn: ago(13),
					answerBy: ago(3),
					quote: {
						on: ago(9),
						startsOn: ahead(24),
						validUntil: ahead(20),
						hours: 30,
						week: [
							[1, '09:00', '12:00'],
							[4, '11:00', '14:00']
						]
					}
				},
				{
					provider: VUC,
					module: 'vuc-english',
					sentOn: ago(13),
					answerBy: ago(3),
					quote: {
						on: ago(7),
						startsOn: ahead(38),
						validUntil: ahead(25),
						hours: 30,
						note: 'Næste hold starter, når der er ti. Gratis for deltageren.'
					}
				},
				{
					provider: ZEALAND,
					module: 'zealand-english',
					sentOn: ago(13),
					answerBy: ago(3),
					quote: {
						on: ago(5),
						startsOn: ahead(21),
						validUntil: ahead(30),
						hours: 12,
						week: [[5, '09:00', '12:00']]
					}
				}
			]
		},
		{
			key: 'live-awaiting-approval',
			candidate: fifth,
			createdOn: ago(16),
			submittedOn: ago(16),
			need: {
				...workOf(fifth),
				subject: 'danish',
				goal: 'Forstå de beskeder, som gives i løbet af en vagt, og svare på dem.',
				hours: 24,
				sessionMax: 2,
				weeklyMax: 2,
				place: 'workplace',
				startsOn: ahead(21),
				funding: 'lab_91',
				tasks: 'Rengøring af kontorer sammen med en fast kollega.',
				danishLevel: 'A1',
				accommodations: ['short_sessions', 'fixed_contact', 'oral_instruction'],
				wish: 'Vil gerne lære ordene sammen med sin kollega.',
				workTimes: MORNINGS
			},
			requests: [
				{
					provider: CLAVIS,
					module: 'clavis-individual',
					sentOn: ago(15),
					answerBy: ago(5),
					quote: {
						on: ago(11),
						startsOn: ahead(21),
						validUntil: ahead(30),
						hours: 24,
						note: 'To timer om ugen i 12 uger. Buddyen er med den sidste halve time.'
					}
				},
				{
					provider: VUC,
					module: 'vuc-danish-writing',
					sentOn: ago(15),
					answerBy: ago(5),
					quote: { on: ago(8), startsOn: ahead(35), validUntil: ahead(30), hours: 20 }
				}
			],
			order: {
				provider: CLAVIS,
				on: ago(2),
				reasonCode: 'best_fit',
				reason: 'Kandidaten har ikke haft udbytte af hold. Her foregår det på arbejdspladsen.'
			}
		},
		{
			key: 'live-planned-truck',
			candidate: sixth,
			createdOn: ago(24),
			submittedOn: ago(24),
			need: {
				...workOf(sixth),
				subject: 'warehouse',
				goal: 'Få certifikat til gaffeltruck.',
				sessionMax: 7.4,
				weeklyMax: 37,
				place: 'school',
				startsOn: ahead(14),
				funding: 'amu',
				tasks: 'Varemodtagelse.',
				danishLevel: 'B1',
				wish: 'Vil gerne have hele certifikatet på en gang.'
			},
			requests: [
				{
					provider: RTS,
					module: 'rts-truck',
					sentOn: ago(23),
					answerBy: ago(13),
					quote: { on: ago(18), startsOn: ahead(16), validUntil: ahead(14), hours: 51.8 }
				}
			],
			order: { provider: RTS, on: ago(12), reasonCode: 'best_fit' }
		},
		{
			key: 'live-cooperation',
			candidate: seventh,
			createdOn: ago(5),
			submittedOn: ago(5),
			need: {
				...workOf(seventh),
				subject: 'cooperation',
				goal: 'Kunne sige fra på en god måde, når der er travlt.',
				hours: 6,
				sessionMax: 3,
				weeklyMax: 3,
				place: 'any',
				startsOn: ahead(28),
				funding: 'lab_91',
				danishLevel: 'B1',
				accommodations: ['quiet_place'],
				wish: 'Vil gerne øve det med nogle få andre.',
				workTimes: AFTERNOONS
			},
			requests: [
				{ provider: ABSALON, module: 'absalon-conflict', sentOn: ago(4), answerBy: ahead(6) },
				{ provider: ZEALAND, sentOn: ago(4), answerBy: ahead(6) }
			]
		},
		{
			key: 'live-danish-asked',
			candidate: eighth,
			createdOn: ago(3),
			submittedOn: ago(3),
			need: {
				...workOf(eighth),
				subject: 'danish',
				goal: 'Kunne ringe og melde sig syg, og forstå svaret.',
				hours: 20,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ahead(30),
				funding: 'lab_91',
				tasks: 'Opvask og rydning i kantinen.',
				danishLevel: 'A1',
				accommodations: ['short_sessions', 'visual_support'],
				wish: 'Vil gerne have en app at øve sig med hjemme.',
				workTimes: MORNINGS
			},
			requests: [
				{ provider: CLAVIS, module: 'clavis-individual', sentOn: ago(2), answerBy: ahead(8) },
				{ provider: VUC, module: 'vuc-danish-writing', sentOn: ago(2), answerBy: ahead(8) }
			]
		},
		{
			key: 'live-it-declined',
			candidate: others[0]!,
			createdOn: ago(9),
			submittedOn: ago(9),
			need: {
				...workOf(others[0]!),
				subject: 'it',
				goal: 'Slå vagter op og bytte dem i virksomhedens program.',
				hours: 6,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ahead(20),
				funding: 'lab_91',
				danishLevel: 'B1',
				wish: 'Vil gerne bruge sin egen telefon.'
			},
			requests: [
				{ provider: VUC, module: 'vuc-it', sentOn: ago(8), answerBy: ahead(3) },
				{
					provider: ZEALAND,
					module: 'zealand-webshop',
					sentOn: ago(8),
					answerBy: ahead(3),
					declined: {
						on: ago(6),
						code: 'no_teacher',
						reason: 'Ingen underviser er ledig før om to måneder.'
					}
				}
			]
		},
		{
			key: 'live-kitchen-asked',
			candidate: others[1]!,
			createdOn: ago(4),
			submittedOn: ago(4),
			need: {
				...workOf(others[1]!),
				subject: 'kitchen',
				goal: 'Lave koldt bord til tyve efter opskrift.',
				hours: 12,
				sessionMax: 4,
				weeklyMax: 8,
				place: 'any',
				startsOn: ahead(30),
				funding: 'lab_91',
				danishLevel: 'B1',
				wish: 'Vil gerne prøve et rigtigt køkken.'
			},
			requests: [{ provider: ZBC, module: 'zbc-cold-kitchen', sentOn: ago(3), answerBy: ahead(7) }]
		},
		{
			key: 'live-unmet',
			candidate: others[2]!,
			createdOn: ago(30),
			submittedOn: ago(30),
			need: {
				...workOf(others[2]!),
				subject: 'security',
				goal: 'Blive vagt med få timer om dagen.',
				sessionMax: 3,
				weeklyMax: 12,
				place: 'school',
				startsOn: ago(2),
				funding: 'lab_91',
				danishLevel: 'B1',
				wish: 'Vil meget gerne være vagt.'
			},
			requests: [
				{
					provider: RTS,
					module: 'rts-guard',
					sentOn: ago(29),
					answerBy: ago(19),
					declined: {
						on: ago(25),
						code: 'cannot_adapt',
						reason: 'Vagtuddannelsen kan ikke deles i korte dage.'
					}
				}
			],
			unmet: { on: ago(20), reason: 'Ingen kan give vagtuddannelsen i korte dage.' }
		},
		{
			key: 'live-active-cleaning',
			candidate: others[3]!,
			createdOn: ago(60),
			submittedOn: ago(60),
			need: {
				...workOf(others[3]!),
				subject: 'cleaning',
				goal: 'Gøre rent efter planen uden at skulle spørge.',
				hours: 16,
				sessionMax: 2,
				weeklyMax: 4,
				place: 'workplace',
				startsOn: ago(35),
				funding: 'lab_91',
				danishLevel: 'A1',
				accommodations: ['visual_support'],
				workTimes: MORNINGS
			},
			requests: [
				{
					provider: ZBC,
					module: 'zbc-cleaning',
					sentOn: ago(59),
					answerBy: ago(49),
					quote: { on: ago(54), startsOn: ago(30), validUntil: ago(20), hours: 16 }
				}
			],
			order: {
				provider: ZBC,
				on: ago(50),
				reasonCode: 'earliest',
				change: {
					on: ago(1),
					hours: 20,
					reason: 'Planen for de nye lokaler skal også læres.'
				}
			},
			training: {
				startedOn: ago(30),
				contact: { on: ago(49), firstName: 'A.', contact: '20 30 40 50' }
			}
		},
		{
			key: 'live-active-reading',
			candidate: others[4]!,
			createdOn: ago(55),
			submittedOn: ago(55),
			need: {
				...workOf(others[4]!),
				subject: 'reading_writing',
				goal: 'Læse arbejdssedlen selv.',
				hours: 16,
				sessionMax: 2,
				weeklyMax: 2,
				place: 'workplace',
				startsOn: ago(30),
				funding: 'lab_91',
				danishLevel: 'B1',
				accommodations: ['quiet_place', 'oral_instruction'],
				wish: 'Vil ikke på hold.'
			},
			requests: [
				{
					provider: VUC,
					module: 'vuc-workplace-reading',
					sentOn: ago(54),
					answerBy: ago(44),
					quote: { on: ago(48), startsOn: ago(25), validUntil: ago(14), hours: 16 }
				}
			],
			order: { provider: VUC, on: ago(45), reasonCode: 'best_fit' },
			training: { startedOn: ago(25) }
		},
		{
			key: 'live-planned-buddies',
			candidate: others[5]!,
			createdOn: ago(28),
			submittedOn: ago(28),
			need: {
				...workOf(others[5]!),
				subject: 'cooperation',
				goal: 'Tolv kolleger skal kunne tage godt imod, så kandidaten falder til.',
				participants: 12,
				sessionMax: 5,
				weeklyMax: 5,
				place: 'workplace',
				startsOn: ahead(12),
				funding: 'mentor'
			},
			requests: [
				{
					provider: ABSALON,
					module: 'absalon-buddy',
					sentOn: ago(27),
					answerBy: ago(17),
					quote: { on: ago(21), startsOn: ahead(12), validUntil: ahead(12), hours: 5 }
				}
			],
			order: { provider: ABSALON, on: ago(14), reasonCode: 'best_fit' }
		},
		{
			key: 'live-two-together',
			candidate: third,
			createdOn: ago(3),
			submittedOn: ago(3),
			need: {
				...workOf(third),
				subject: 'kitchen',
				goal: 'Begge skal kunne gøre det kolde køkken klar til frokost.',
				hours: 16,
				sessionMax: 3,
				weeklyMax: 6,
				place: 'school',
				startsOn: ahead(32),
				funding: 'lab_91',
				tasks: 'Skære, anrette og rydde op.',
				danishLevel: 'A2',
				wish: 'Vil gerne lære sammen med en, man kender.',
				together: [{ candidate: fourth, sessionMax: 3, weeklyMax: 8, danishLevel: 'B1' }]
			},
			requests: [{ provider: ZBC, module: 'zbc-cold-kitchen', sentOn: ago(2), answerBy: ahead(12) }]
		}
	];
}
