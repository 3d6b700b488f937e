import type { DemoContent } from './content.ts';

export const clavis: DemoContent[] = [
	{
		key: 'clavis-individual',
		title: 'Individuelt sprogløft på arbejdspladsen',
		purpose:
			'De ord, som opgaverne kræver: en lærer, en kandidat og gerne en buddy, to timer om ugen. Formøde, screening, materialer og app til øvelse hjemme er med i ugeprisen.',
		subject: 'danish',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [24, 20, 2, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 14,
		code: 'CLA-110',
		goals: [
			'Kender navnet på de redskaber og varer, som opgaverne kræver',
			'Forstår korte instrukser og spørger, når noget er uklart',
			'Siger til, når noget er brugt op, i stykker eller farligt'
		],
		audience:
			'Den, der er i gang på en arbejdsplads og mangler ordene til opgaverne. Alle niveauer.',
		elements: [
			{
				title: 'Opgavernes ord',
				hours: 10,
				goal: 'De ti første ord, og så ti til, øvet i arbejdet.',
				isMandatory: true
			},
			{
				title: 'Spørge og svare',
				hours: 10,
				goal: 'Beskeder til og fra buddyen og lederen.',
				isMandatory: true,
				needs: 1
			},
			{ title: 'Skrive en besked', hours: 2, goal: 'Sms, seddel og vagtplan.', needs: 2 },
			{ title: 'Ringe og blive ringet op', hours: 2, needs: 2 }
		],
		sessions: { longest: 3, week: [1, 2, 4] },
		supplement: 20,
		languages: ['da', 'uk', 'ar', 'en'],
		support: ['pre_meeting', 'screening', 'home_practice', 'trade_materials', 'workplace_buddy'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'whole']
		],
		cost: { kroner: 22500, note: 'Lærer 2 timer om ugen, kørsel og forberedelse.' },
		atFirst: {
			teaching_languages: ['da'],
			support: ['pre_meeting', 'screening'],
			lead_time_days: 21,
			supplement_percent: 0
		},
		prices: [
			['teaching', 'per_week', 2800, 2],
			['pre_meeting', 'fixed', 0],
			['screening', 'fixed', 0],
			['preparation', 'fixed', 0],
			['materials', 'fixed', 0]
		]
	},
	{
		key: 'clavis-class',
		title: 'Dansk på lille hold efter arbejde',
		purpose:
			'Samtale og forståelse for op til seks, der arbejder nogle timer om ugen. Løbende optag.',
		subject: 'danish',
		forms: ['small_class', 'class_with_support'],
		places: ['school'],
		hours: [40, 16, 2, 1.5],
		participants: 6,
		certificate: 'participation',
		leadDays: 7,
		code: 'CLA-120',
		goals: [
			'Fører en kort samtale med en kollega',
			'Forstår, hvad der bliver aftalt om tid og sted'
		],
		audience: 'Den, der arbejder nogle timer om ugen og vil tale mere dansk sammen med andre.',
		elements: [
			{ title: 'Mig og mit arbejde', hours: 8, isMandatory: true },
			{ title: 'Tid, vagter og aftaler', hours: 8, goal: 'Kan melde sig syg og bytte en vagt.' },
			{ title: 'Telefon og beskeder', hours: 8, needs: 2 },
			{ title: 'Kolleger og pauser', hours: 8 },
			{ title: 'Udtale', hours: 8 }
		],
		sessions: { longest: 3, week: [1.5, 4, 6] },
		atLeast: 3,
		steps: [[5, 3600]],
		languages: ['da', 'uk', 'en'],
		support: ['screening', 'home_practice', 'interpreter'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 14000, perParticipant: 250 },
		prices: [
			['teaching', 'per_participant', 4200],
			['screening', 'per_participant', 450]
		]
	},
	{
		key: 'clavis-online',
		title: 'Dansk online, en time ad gangen',
		purpose: 'Korte samtaler på skærm for den, der har svært ved at komme ud ad døren.',
		subject: 'danish',
		forms: ['one_to_one'],
		places: ['online'],
		hours: [15, 5, 1, 0.5],
		participants: 1,
		danish: 'A1',
		certificate: 'participation',
		leadDays: 5,
		code: 'CLA-130',
		goals: ['Taler i telefon og på skærm uden at gå i stå', 'Øver sig selv mellem gangene'],
		audience:
			'Den, der har svært ved at komme ud ad døren eller bor langt væk. Kræver en telefon eller computer.',
		prerequisite: 'Kan åbne et link på telefon eller computer.',
		sessions: { longest: 1.5, week: [0.5, 2, 3] },
		supplement: 25,
		languages: ['da', 'uk', 'ru', 'en'],
		support: ['screening', 'home_practice'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 6200 },
		prices: [
			['teaching', 'per_hour', 640],
			['screening', 'fixed', 450]
		]
	},
	{
		key: 'clavis-english',
		title: 'Engelsk på hold med støtte',
		purpose: 'Engelsk til arbejdspladser, hvor kollegerne taler engelsk. Særligt for nyankomne.',
		subject: 'english',
		forms: ['class_with_support', 'class'],
		places: ['school', 'workplace'],
		hours: [30, 12, 3, 2],
		participants: 12,
		certificate: 'participation',
		leadDays: 14,
		code: 'CLA-210',
		goals: ['Forstår en instruks på engelsk', 'Præsenterer sig og beder om hjælp'],
		audience: 'Nyankomne, der skal arbejde, hvor kollegerne taler engelsk.',
		elements: [
			{ title: 'Hilse, navne og tal', hours: 6, isMandatory: true },
			{ title: 'Instrukser og advarsler', hours: 6, goal: 'Stop, pas på, løft, vent.', needs: 1 },
			{ title: 'Spørgsmål på jobbet', hours: 9, needs: 1 },
			{ title: 'Mails og beskeder', hours: 9, needs: 3 }
		],
		sessions: { longest: 4, week: [2, 6, 9] },
		atLeast: 4,
		starts: [
			[24, 6],
			[59, 12],
			[115, 12]
		],
		languages: ['en', 'uk'],
		support: ['education_buddy', 'trade_materials'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'whole']
		],
		cost: { kroner: 16500, perParticipant: 200 },
		prices: [
			['teaching', 'per_participant', 3600],
			['materials', 'per_participant', 250]
		]
	},
	{
		key: 'clavis-trade-words',
		title: 'Fagord i rengøring',
		purpose: 'Midler, redskaber og beskeder: ordene øves, mens der gøres rent.',
		subject: 'cleaning',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [12, 6, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 10,
		code: 'CLA-310',
		goals: ['Kender midler og redskaber ved navn', 'Læser etiketten, før midlet bruges'],
		audience: 'Den, der gør rent eller skal begynde på det.',
		elements: [
			{ title: 'Redskaber og rum', hours: 4, isMandatory: true },
			{ title: 'Midler og etiketter', hours: 4, goal: 'Faremærker og dosering.', needs: 1 },
			{ title: 'Beskeder til kollegerne', hours: 4 }
		],
		sessions: { longest: 3 },
		steps: [[2, 850]],
		supplement: 25,
		languages: ['da', 'uk', 'ti', 'pl'],
		support: ['trade_materials', 'home_practice', 'workplace_buddy'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 6900 },
		prices: [
			['teaching', 'per_hour', 700],
			['materials', 'fixed', 600]
		]
	},
	{
		key: 'clavis-care-words',
		title: 'Dansk til plejehjemmet',
		purpose: 'Hilsner, hensyn og korte beskeder til beboere og kolleger.',
		subject: 'care',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [20, 10, 2, 1],
		participants: 4,
		danish: 'A1',
		certificate: 'participation',
		leadDays: 14,
		code: 'CLA-320',
		goals: [
			'Hilser og fortæller, hvad der skal ske',
			'Giver en kort besked videre til vagtskiftet'
		],
		audience: 'Den, der er i praktik eller job på et plejehjem.',
		elements: [
			{ title: 'Hilse og være høflig', hours: 4, isMandatory: true },
			{ title: 'Krop, tøj og mad', hours: 6 },
			{ title: 'Beskeder ved vagtskifte', hours: 6, needs: 2 },
			{ title: 'Når nogen er kede af det', hours: 4 }
		],
		sessions: { longest: 2.5 },
		languages: ['da', 'uk', 'so'],
		support: ['pre_meeting', 'workplace_buddy', 'home_practice', 'trade_materials'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'whole']
		],
		cost: { kroner: 19800, note: 'Dyrere, når plejehjemmet ligger langt fra stationen.' },
		prices: [
			['teaching', 'per_week', 2800, 2],
			['pre_meeting', 'fixed', 0]
		]
	},
	{
		key: 'clavis-spelling',
		state: 'draft',
		title: 'Skriv en besked til kollegaen',
		purpose: 'Korte sms’er og sedler på arbejdet.',
		subject: 'reading_writing',
		forms: ['one_to_one'],
		places: ['workplace', 'online'],
		hours: [10, 5, 1, 0.5],
		participants: 1,
		certificate: 'none',
		leadDays: 14,
		code: 'CLA-330',
		goals: ['Skriver en besked på fem ord, som kollegaen forstår'],
		languages: ['da'],
		support: ['home_practice'],
		paidBy: [['lab_91', 'whole']],
		prices: [['teaching', 'per_hour', 640]]
	}
];
