/* What goes on today, so that every role has something to do. All dates are counted from today. */
import { jobReady, originalByRank, type DemoCandidate } from './candidates.ts';
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

export function live(today: Day): Story[] {
	const { roskilde, koege } = jobReady(today);
	return [
		...roskildeToday(today, roskilde),
		...roskildeThisYear(today, roskilde),
		...koegeToday(today, koege)
	].map((story) => ({ ...story, isLive: true }));
}

/** Where the candidate works, from the placement that still goes on. */
function work(candidate: DemoCandidate): Pick<DemoNeed, 'workplace' | 'placementKind'> {
	const placement = candidate.placements.findLast(({ endsOn }) => endsOn === null)!;
	return { workplace: placement.workplace, placementKind: placement.kind };
}

/**
 * The first nine candidates of the original groups are still in their small job and have had no training. Their needs
 * stop before training starts, since 21 engagements is what the evaluation counted.
 */
function roskildeToday(today: Day, others: DemoCandidate[]): Story[] {
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
				...work(first),
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
				...work(second),
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
				...work(third),
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
					}
				},
				{ provider: RTS, sentOn: ago(6), answerBy: ahead(4) }
			]
		},
		{
			key: 'live-three-quotes',
			candidate: fourth,
			createdOn: ago(14),
			submittedOn: ago(14),
			need: {
				...work(fourth),
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
				workTimes: AFTERNOONS
			},
			requests: [
				{
					provider: CLAVIS,
					module: 'clavis-english',
					sentOn: ago(13),
					answerBy: ago(3),
					quote: { on: ago(9), startsOn: ahead(24), validUntil: ahead(20), hours: 30 }
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
					quote: { on: ago(5), startsOn: ahead(14), validUntil: ahead(30), hours: 12 }
				}
			]
		},
		{
			key: 'live-awaiting-approval',
			candidate: fifth,
			createdOn: ago(16),
			submittedOn: ago(16),
			need: {
				...work(fifth),
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
				...work(sixth),
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
				...work(seventh),
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
				...work(eighth),
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
				...work(others[0]!),
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
				...work(others[1]!),
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
				...work(others[2]!),
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
				...work(others[3]!),
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
			order: { provider: ZBC, on: ago(50), reasonCode: 'earliest' },
			training: { startedOn: ago(30) }
		},
		{
			key: 'live-active-reading',
			candidate: others[4]!,
			createdOn: ago(55),
			submittedOn: ago(55),
			need: {
				...work(others[4]!),
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
				...work(others[5]!),
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
		}
	];
}

/** What this year's money has gone to so far; the mentor budget is nearly gone. */
function roskildeThisYear(today: Day, others: DemoCandidate[]): Story[] {
	const bought: [
		module: string,
		provider: string,
		funding: DemoNeed['funding'],
		goal: string,
		hours: number,
		days: number
	][] = [
		['clavis-individual', CLAVIS, 'lab_91', 'Tale med kunderne om det, de spørger om.', 20, 140],
		['zbc-food-hygiene', ZBC, 'lab_91', 'Holde køkkenet rent efter reglerne.', 25, 125],
		['rts-truck', RTS, 'amu', 'Få certifikat til gaffeltruck.', 51.8, 110],
		['absalon-conflict', ABSALON, 'mentor', 'Finde sig til rette på et travlt hold.', 9, 100],
		['zealand-service', ZEALAND, 'lab_91', 'Tage imod kunder i butikken.', 12, 95]
	];
	return bought.map(([module, provider, funding, goal, hours, days], index) => {
		const candidate = others[6 + index]!;
		const orderedOn = before(today, days - 10);
		const startedOn = before(today, days - 24);
		return {
			key: `year-${module}`,
			candidate,
			createdOn: before(today, days),
			submittedOn: before(today, days),
			need: {
				...work(candidate),
				subject: SUBJECTS[index]!,
				goal,
				hours: SUBJECTS[index] === 'warehouse' ? undefined : hours,
				sessionMax: 7.4,
				weeklyMax: 37,
				place: 'any' as const,
				startsOn: startedOn,
				funding,
				danishLevel: 'B1' as const
			},
			requests: [
				{
					provider,
					module,
					sentOn: before(today, days - 1),
					answerBy: before(today, days - 9),
					quote: {
						on: before(today, days - 5),
						startsOn: startedOn,
						validUntil: before(today, days - 40),
						hours,
						weeklyHours: module === 'rts-truck' ? 37 : undefined
					}
				}
			],
			order: {
				provider,
				on: orderedOn,
				reasonCode: 'best_fit' as const,
				approvedOn: before(today, days - 13)
			},
			training:
				index === 3
					? {
							startedOn,
							endedOn: before(today, days - 31),
							hoursHeld: 3,
							dropped: { code: 'job_found' }
						}
					: { startedOn, endedOn: before(today, 8 + index), hoursHeld: hours }
		};
	});
}
const SUBJECTS = ['danish', 'food_hygiene', 'warehouse', 'cooperation', 'customer_service'];

function koegeToday(today: Day, people: DemoCandidate[]): Story[] {
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
				...work(first),
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
				...work(second),
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
				...work(third),
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
				...work(fourth),
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
				...work(fifth),
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
			training: { startedOn: ago(22) }
		},
		{
			key: 'koege-completed',
			candidate: sixth,
			createdOn: ago(90),
			submittedOn: ago(90),
			need: {
				...work(sixth),
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
