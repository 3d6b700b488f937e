import type { DemoContent } from './content.ts';

export const vuc: DemoContent[] = [
	{
		key: 'vuc-fvu-reading',
		title: 'FVU-læsning, trin 1',
		purpose: 'Læs og skriv det, hverdagen kræver. Gratis for deltageren, på hold om formiddagen.',
		subject: 'reading_writing',
		forms: ['class', 'class_with_support'],
		places: ['school'],
		hours: [40, 30, 3, 2],
		participants: 14,
		danish: 'A2',
		certificate: 'statutory',
		leadDays: 14,
		code: 'FVU-L1',
		goals: ['Læser en kort tekst og finder det vigtige', 'Skriver en besked, der bliver forstået'],
		audience:
			'Den, der taler dansk og vil læse og skrive bedre. Begynder med en samtale og en lille test.',
		danishModule: 'DU2.4',
		sessions: { week: [3, 6, 9] },
		atLeast: 6,
		languages: ['da'],
		support: ['screening', 'education_buddy'],
		paidBy: [['lab_93', 'whole']],
		cost: { kroner: 26000, note: 'Dækkes af taxameter, når der er seks.' },
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-obu',
		title: 'Ordblindeundervisning (OBU)',
		purpose: 'Læsehjælp på telefonen og egne strategier, på hold med få. Gratis for deltageren.',
		subject: 'reading_writing',
		forms: ['small_class'],
		places: ['school', 'workplace', 'online'],
		hours: [60, 20, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		code: 'OBU-60',
		goals: ['Bruger telefonen til at læse højt og skrive', 'Har sine egne måder at huske på'],
		audience: 'Den, for hvem bogstaverne driller. Ingen skal læse højt for andre.',
		sessions: { longest: 3, week: [1, 4, 8] },
		languages: ['da'],
		support: ['screening', 'home_practice'],
		paidBy: [['lab_93', 'whole']],
		cost: { kroner: 31000 },
		prices: [
			['teaching', 'per_participant', 0],
			['screening', 'per_participant', 0]
		]
	},
	{
		key: 'vuc-workplace-reading',
		title: 'Læs arbejdssedlen',
		purpose: 'Sedler, skilte og vagtplaner fra virksomheden selv, en til en.',
		subject: 'reading_writing',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [16, 4, 2, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 14,
		code: 'VUC-LA-16',
		goals: [
			'Læser virksomhedens sedler og skilte',
			'Kender sin vagtplan og siger til, når den ikke passer'
		],
		audience: 'Den, der helst øver uden tilskuere.',
		elements: [
			{ title: 'Skilte og sedler', hours: 4, isMandatory: true },
			{ title: 'Vagtplan og tider', hours: 4 },
			{ title: 'Lister og bestillinger', hours: 4, needs: 1 },
			{ title: 'Hjælp på telefonen', hours: 4, goal: 'Få teksten læst højt.' }
		],
		sessions: { longest: 2, week: [1, 2, 4] },
		supplement: 20,
		languages: ['da'],
		support: ['screening', 'home_practice', 'workplace_buddy', 'trade_materials'],
		paidBy: [
			['lab_91', 'whole'],
			['lab_93', 'part']
		],
		cost: { kroner: 7800 },
		prices: [
			['teaching', 'per_hour', 560],
			['screening', 'fixed', 500]
		]
	},
	{
		key: 'vuc-fvu-maths',
		title: 'FVU-matematik, trin 1',
		purpose: 'Tal, mål og priser fra hverdagen. Gratis for deltageren.',
		subject: 'mathematics',
		forms: ['class'],
		places: ['school'],
		hours: [40, 30, 3, 2],
		participants: 14,
		certificate: 'statutory',
		leadDays: 14,
		code: 'FVU-M1',
		goals: ['Regner med tal, mål og priser fra hverdagen'],
		audience: 'Den, der vil være sikker i at regne. Begynder med en samtale og en lille test.',
		sessions: { week: [3, 6, 9] },
		atLeast: 6,
		languages: ['da', 'en'],
		support: ['screening'],
		paidBy: [['lab_93', 'whole']],
		cost: { kroner: 26000 },
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-measuring',
		title: 'Mål, vægt og blandingsforhold',
		purpose: 'Regn rigtigt i køkkenet, på lageret eller ved rengøringsvognen.',
		subject: 'mathematics',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [12, 4, 2, 1],
		participants: 4,
		certificate: 'participation',
		leadDays: 14,
		code: 'VUC-MV-12',
		goals: ['Måler, vejer og blander rigtigt', 'Regner et blandingsforhold om til en spand'],
		audience: 'Den, der bruger mål og vægt i sit arbejde.',
		elements: [
			{ title: 'Mål og vægt', hours: 4, isMandatory: true },
			{ title: 'Blandingsforhold', hours: 4, needs: 1 },
			{ title: 'Tider og mængder', hours: 4 }
		],
		sessions: { longest: 3, week: [1, 2, 6] },
		steps: [[3, 680]],
		languages: ['da', 'en'],
		support: ['trade_materials', 'home_practice'],
		paidBy: [
			['lab_91', 'whole'],
			['lab_93', 'part']
		],
		cost: { kroner: 6000 },
		prices: [['teaching', 'per_hour', 560]]
	},
	{
		key: 'vuc-english',
		title: 'FVU-engelsk til jobbet',
		purpose: 'Forstå instrukser og svar kolleger på engelsk. Gratis for deltageren.',
		subject: 'english',
		forms: ['class'],
		places: ['school', 'online'],
		hours: [30, 30, 3, 3],
		whole: 'Trinnet afsluttes samlet.',
		participants: 16,
		certificate: 'statutory',
		leadDays: 21,
		code: 'FVU-E',
		goals: ['Forstår en instruks og svarer på engelsk'],
		audience: 'Den, der har kolleger eller kunder, som taler engelsk.',
		sessions: { week: [3, 6, 6] },
		atLeast: 6,
		starts: [
			[31, 7],
			[87, 16]
		],
		languages: ['da', 'en'],
		support: ['screening'],
		paidBy: [['lab_93', 'whole']],
		cost: { kroner: 20500 },
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-it',
		title: 'Digital hverdag: MitID, mail og vagtplan',
		purpose: 'Telefonen og computeren til det, arbejdet og kommunen beder om.',
		subject: 'it',
		forms: ['small_class', 'one_to_one'],
		places: ['school', 'workplace'],
		hours: [16, 4, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 10,
		code: 'VUC-IT-16',
		goals: [
			'Logger ind med MitID uden hjælp',
			'Finder sin vagtplan og svarer på mail og Digital Post'
		],
		audience: 'Den, der får hjælp af andre til telefon og computer i dag.',
		elements: [
			{ title: 'Telefonen og MitID', hours: 4, isMandatory: true },
			{ title: 'Mail og Digital Post', hours: 4, needs: 1 },
			{ title: 'Vagtplan og timer', hours: 4, needs: 1 },
			{ title: 'Søge og gemme', hours: 4 }
		],
		sessions: { longest: 3, week: [1, 2, 6] },
		steps: [
			[3, 640],
			[5, 760]
		],
		languages: ['da', 'en', 'uk', 'ar'],
		support: ['home_practice', 'education_buddy'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 7900, perParticipant: 60 },
		prices: [
			['teaching', 'per_hour', 520],
			['materials', 'per_participant', 100]
		]
	},
	{
		key: 'vuc-danish-writing',
		title: 'Dansk: tal og skriv på jobbet',
		purpose: 'Lille hold for den, der taler dansk og vil skrive det bedre.',
		subject: 'danish',
		forms: ['small_class'],
		places: ['school'],
		hours: [30, 10, 2.5, 2.5],
		participants: 8,
		danish: 'B1',
		certificate: 'participation',
		leadDays: 21,
		code: 'VUC-DA-30',
		goals: ['Skriver en besked, en mail og en kort rapport', 'Læser en instruks på en side'],
		audience: 'Den, der taler dansk på jobbet og vil skrive det bedre.',
		prerequisite: 'Taler dansk nok til at følge undervisningen.',
		elements: [
			{ title: 'Beskeder og mails', hours: 10, isMandatory: true },
			{ title: 'Rapport og afvigelse', hours: 10, needs: 1 },
			{ title: 'Læse instrukser', hours: 10 }
		],
		danishModule: 'DU3.3',
		sessions: { longest: 3, week: [2.5, 5, 7.5] },
		atLeast: 4,
		languages: ['da'],
		support: ['screening', 'home_practice'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 16800 },
		prices: [['teaching', 'per_participant', 3100]]
	},
	{
		key: 'vuc-care-maths',
		state: 'draft',
		title: 'Regning i plejen',
		purpose: 'Doser, klokkeslæt og skemaer.',
		subject: 'mathematics',
		forms: ['small_class'],
		places: ['workplace'],
		hours: [8, 4, 2, 1],
		participants: 4,
		certificate: 'participation',
		leadDays: 14,
		code: 'VUC-PL-08',
		goals: ['Læser en dosis og et klokkeslæt rigtigt'],
		languages: ['da'],
		paidBy: [['lab_91', 'whole']],
		prices: [['teaching', 'per_hour', 560]]
	}
];
