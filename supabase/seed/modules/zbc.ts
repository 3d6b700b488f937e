import type { DemoContent } from './content.ts';

const amu = 'AMU-kurset udbydes kun som et helt kursus.';

export const zbc: DemoContent[] = [
	{
		key: 'zbc-food-hygiene',
		title: 'Skræddersyet fødevarehygiejne',
		purpose:
			'Hygiejne i netop det køkken, hvor kandidaten arbejder: temperaturer, rengøring og egenkontrol i små bidder.',
		subject: 'food_hygiene',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [25, 6, 3, 1.5],
		participants: 4,
		certificate: 'participation',
		leadDays: 21,
		code: 'ZBC-FH-25',
		goals: [
			'Holder kold mad kold og varm mad varm, og kan sige hvorfor',
			'Vasker hænder, borde og redskaber i den rigtige rækkefølge',
			'Udfylder køkkenets egne skemaer'
		],
		audience: 'Den, der arbejder i kantine, køkken eller café og ikke kan være væk en hel dag.',
		elements: [
			{
				title: 'Køkkenet og dine opgaver',
				hours: 3,
				goal: 'En rundgang: hvad kan gå galt, og hvor?',
				isMandatory: true
			},
			{ title: 'Hænder, tøj og sygdom', hours: 3, isMandatory: true },
			{ title: 'Temperaturer og køl', hours: 4, goal: 'Måle, aflæse og skrive op.' },
			{ title: 'Rengøring af borde og redskaber', hours: 5 },
			{ title: 'Allergener', hours: 4, goal: 'Svare gæsten, eller finde den, der kan.' },
			{
				title: 'Egenkontrol',
				hours: 4,
				goal: 'Skemaerne, som de ser ud i netop det køkken.',
				needs: 3
			},
			{ title: 'Gentagelse med buddyen', hours: 2 }
		],
		sessions: { longest: 4, week: [1.5, 3, 9] },
		steps: [
			[2, 750],
			[4, 900]
		],
		supplement: 25,
		languages: ['da', 'en', 'uk'],
		support: ['pre_meeting', 'trade_materials', 'workplace_buddy', 'interpreter'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'whole']
		],
		cost: { kroner: 13200, note: 'Faglærer 25 timer og en halv dags forberedelse.' },
		atFirst: {
			max_participants: 2,
			minimum_hours: 12,
			price_steps: [],
			teaching_languages: ['da'],
			support: ['pre_meeting'],
			lead_time_days: 28
		},
		prices: [
			['teaching', 'per_hour', 600],
			['pre_meeting', 'fixed', 0],
			['preparation', 'fixed', 1800],
			['adaptation', 'fixed', 1200]
		]
	},
	{
		key: 'zbc-food-hygiene-amu',
		title: 'Almen fødevarehygiejne (AMU)',
		purpose: 'Det lovpligtige hygiejnekursus over tre hele dage med prøve.',
		subject: 'food_hygiene',
		forms: ['class'],
		places: ['school'],
		hours: [22.2, 22.2, 7.4, 7.4],
		whole: amu,
		participants: 20,
		danish: 'A2',
		certificate: 'statutory',
		leadDays: 30,
		code: 'ZBC-FH-AMU',
		goals: ['Kender reglerne for fødevarer og kan bruge dem', 'Består prøven i fødevarehygiejne'],
		audience: 'Den, der skal have beviset for at arbejde med mad.',
		elements: [
			{ title: 'Dag 1: bakterier og temperaturer', hours: 7.4, isMandatory: true },
			{ title: 'Dag 2: rengøring og egenkontrol', hours: 7.4, isMandatory: true },
			{ title: 'Dag 3: regler og prøve', hours: 7.4, isMandatory: true }
		],
		danishModule: 'DU2.4',
		sessions: { week: [7.4, 22.2, 22.2] },
		atLeast: 8,
		starts: [
			[26, 4],
			[47, 20],
			[96, 20]
		],
		languages: ['da'],
		paidBy: [['lab_90', 'whole']],
		cost: { kroner: 18000, perParticipant: 300 },
		prices: [['teaching', 'per_participant', 2450]]
	},
	{
		key: 'zbc-food-hygiene-support',
		title: 'Fødevarehygiejne på hold med støtte',
		purpose: 'Formiddagshold med ekstra lærer, tegninger og god tid. Fire gange tre timer.',
		subject: 'food_hygiene',
		forms: ['class_with_support'],
		places: ['school'],
		hours: [12, 3, 3, 2],
		participants: 10,
		certificate: 'participation',
		leadDays: 14,
		code: 'ZBC-FH-12',
		goals: ['Ved, hvad der gør mad farlig', 'Gør en arbejdsplads klar og ren'],
		audience: 'Den, der lærer bedst ved at se og prøve, i et roligt tempo.',
		elements: [
			{ title: 'Bakterier og hænder', hours: 3, isMandatory: true },
			{ title: 'Varmt og koldt', hours: 3 },
			{ title: 'Rent og snavset', hours: 3 },
			{ title: 'Skemaer og gentagelse', hours: 3, needs: 2 }
		],
		sessions: { week: [2, 3, 6] },
		atLeast: 4,
		steps: [[8, 2500]],
		languages: ['da', 'uk', 'ar'],
		support: ['education_buddy', 'trade_materials', 'interpreter'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 15500, perParticipant: 150 },
		prices: [
			['teaching', 'per_participant', 2900],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'zbc-canteen',
		title: 'Kantinens hverdag',
		purpose: 'Anretning, opvask og buffet, øvet i kantinen sammen med buddyen.',
		subject: 'kitchen',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [18, 6, 3, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 14,
		code: 'ZBC-KA-18',
		goals: [
			'Dækker en buffet op efter kantinens plan',
			'Holder opvasken i gang, når der er travlt'
		],
		audience: 'Den, der er ny i en kantine og har en buddy der.',
		elements: [
			{ title: 'Morgenens opgaver', hours: 6, isMandatory: true },
			{ title: 'Buffet og anretning', hours: 6 },
			{ title: 'Opvask og oprydning', hours: 6 }
		],
		sessions: { longest: 4, week: [1, 3, 8] },
		supplement: 25,
		languages: ['da', 'en'],
		support: ['pre_meeting', 'workplace_buddy'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 9900 },
		prices: [
			['teaching', 'per_hour', 600],
			['pre_meeting', 'fixed', 600]
		]
	},
	{
		key: 'zbc-cold-kitchen',
		title: 'Smørrebrød og koldt køkken',
		purpose: 'Fra råvare til fad: et lille hold i skolens køkken, en formiddag om ugen.',
		subject: 'kitchen',
		forms: ['small_class'],
		places: ['school'],
		hours: [20, 8, 4, 3],
		participants: 8,
		danish: 'A1',
		certificate: 'participation',
		leadDays: 21,
		code: 'ZBC-KK-20',
		goals: ['Smører og pynter efter et billede', 'Passer på råvarerne'],
		audience: 'Den, der vil prøve køkkenet, før der findes et sted at arbejde.',
		elements: [
			{ title: 'Skære og gøre klar', hours: 8, isMandatory: true },
			{ title: 'Smørrebrød', hours: 8, needs: 1 },
			{ title: 'Fade og salater', hours: 4, needs: 1 }
		],
		sessions: { week: [3, 4, 8] },
		atLeast: 4,
		languages: ['da'],
		support: ['education_buddy', 'trade_materials'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 15800, perParticipant: 400 },
		prices: [
			['teaching', 'per_participant', 3900],
			['materials', 'per_participant', 400]
		]
	},
	{
		key: 'zbc-cleaning',
		title: 'Rengøringshygiejne på arbejdspladsen',
		purpose: 'Midler, dosering og rækkefølge på de lokaler, som kandidaten selv gør rent.',
		subject: 'cleaning',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [16, 4, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 14,
		code: 'ZBC-RE-16',
		goals: [
			'Doserer rigtigt og vælger den rigtige klud',
			'Gør rent i en rækkefølge, der sparer skridt'
		],
		audience: 'Den, der gør rent på en arbejdsplads og vil have vished for, at det er rigtigt.',
		elements: [
			{ title: 'Midler og dosering', hours: 4, isMandatory: true },
			{ title: 'Rækkefølge og ruter', hours: 4 },
			{ title: 'Toilet og køkken', hours: 4, needs: 1 },
			{ title: 'Gulve og maskiner', hours: 4 }
		],
		sessions: { longest: 3, week: [1, 2, 6] },
		steps: [[2, 720]],
		supplement: 25,
		languages: ['da', 'uk', 'pl'],
		support: ['trade_materials', 'workplace_buddy', 'interpreter'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 8600 },
		atFirst: { session_hours: 3, session_hours_min: 2, price_steps: [], support: [] },
		prices: [
			['teaching', 'per_hour', 600],
			['preparation', 'fixed', 1200]
		]
	},
	{
		key: 'zbc-cleaning-amu',
		title: 'Grundlæggende rengøring (AMU)',
		purpose: 'Hele AMU-kurset med bevis: metoder, ergonomi og kemi.',
		subject: 'cleaning',
		forms: ['class'],
		places: ['school'],
		hours: [74, 74, 7.4, 7.4],
		whole: amu,
		participants: 18,
		danish: 'A2',
		certificate: 'amu',
		leadDays: 30,
		code: 'ZBC-RE-AMU',
		goals: ['Bruger metoder og redskaber uden at slide på kroppen', 'Arbejder sikkert med kemi'],
		audience: 'Den, der vil have beviset og kan følge hele dage.',
		elements: [
			{ title: 'Metoder', hours: 22.2, isMandatory: true },
			{ title: 'Kemi og dosering', hours: 22.2, isMandatory: true },
			{ title: 'Ergonomi', hours: 14.8, isMandatory: true },
			{ title: 'Øvelse og bevis', hours: 14.8, isMandatory: true }
		],
		danishModule: 'DU2.3',
		sessions: { week: [37, 37, 37] },
		atLeast: 8,
		starts: [
			[33, 9],
			[89, 18]
		],
		languages: ['da'],
		paidBy: [['lab_90', 'whole']],
		cost: { kroner: 41000, perParticipant: 350 },
		prices: [['teaching', 'per_participant', 5900]]
	},
	{
		key: 'zbc-till',
		title: 'Kasse og kunder',
		purpose: 'Kassen, byttepenge og den venlige afvisning, i butikken eller i skolens øvebutik.',
		subject: 'customer_service',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [15, 5, 3, 1.5],
		participants: 4,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 14,
		code: 'ZBC-BU-15',
		goals: ['Betjener kassen og giver rigtigt tilbage', 'Siger nej uden at miste kunden'],
		audience: 'Den, der skal stå ved en kasse og møde kunder.',
		elements: [
			{ title: 'Kassen', hours: 5, isMandatory: true },
			{ title: 'Byttepenge og kort', hours: 3, needs: 1 },
			{ title: 'Hilse og hjælpe', hours: 4 },
			{ title: 'Når kunden er utilfreds', hours: 3, needs: 3 }
		],
		sessions: { longest: 4, week: [1.5, 3, 8] },
		supplement: 25,
		languages: ['da'],
		support: ['education_buddy', 'workplace_buddy'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 8100 },
		prices: [
			['teaching', 'per_hour', 600],
			['adaptation', 'fixed', 900]
		]
	},
	{
		key: 'zbc-stockroom',
		title: 'Varemodtagelse i butikken',
		purpose: 'Tælle, mærke og fylde op, med billedguide på telefonen.',
		subject: 'warehouse',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [10, 4, 2, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 10,
		code: 'ZBC-BU-10',
		goals: ['Tæller, mærker og fylder op uden at blive rettet'],
		audience: 'Den, der arbejder bag butikken og lærer af billeder.',
		sessions: { longest: 3, week: [1, 2, 5] },
		languages: ['da', 'en'],
		support: ['trade_materials', 'workplace_buddy'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 5600 },
		prices: [['teaching', 'per_hour', 600]]
	},
	{
		key: 'zbc-barista',
		state: 'paused',
		title: 'Kaffe og café',
		purpose: 'Maskinen, mælken og ekspeditionen. Holdt tilbage, til der er en lærer igen.',
		subject: 'kitchen',
		forms: ['small_class'],
		places: ['school'],
		hours: [12, 6, 3, 3],
		participants: 6,
		certificate: 'participation',
		leadDays: 21,
		code: 'ZBC-CA-12',
		goals: ['Laver fire slags kaffe', 'Holder maskinen ren'],
		atLeast: 3,
		languages: ['da', 'en'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 9400, perParticipant: 200 },
		prices: [['teaching', 'per_participant', 2600]]
	}
];
