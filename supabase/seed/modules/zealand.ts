import type { DemoContent } from './content.ts';

export const zealand: DemoContent[] = [
	{
		key: 'zealand-service',
		title: 'Kundeservice: mød kunden',
		purpose: 'Hilse, lytte og hjælpe videre, også når kunden er sur.',
		subject: 'customer_service',
		forms: ['small_class', 'class'],
		places: ['school', 'workplace'],
		hours: [12, 4, 4, 2],
		participants: 10,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 21,
		code: 'ZEA-KS-12',
		goals: [
			'Møder kunden og finder ud af, hvad der er brug for',
			'Bliver rolig, når kunden ikke er'
		],
		audience: 'Den, der møder kunder i butik, café eller reception.',
		elements: [
			{ title: 'Hilse og lytte', hours: 4, isMandatory: true },
			{ title: 'Hjælpe videre', hours: 4, needs: 1 },
			{ title: 'Den sure kunde', hours: 4, needs: 1 }
		],
		sessions: { week: [2, 4, 8] },
		languages: ['da', 'en'],
		support: ['pre_meeting', 'trade_materials'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 11800, perParticipant: 100 },
		prices: [
			['teaching', 'fixed', 14400],
			['adaptation', 'fixed', 1800]
		]
	},
	{
		key: 'zealand-office',
		title: 'Kontorets programmer',
		purpose: 'Regneark, tekst og mapper i den rækkefølge, som opgaven kræver.',
		subject: 'it',
		forms: ['class_with_support', 'one_to_one'],
		places: ['school', 'online'],
		hours: [21, 6, 3, 1.5],
		participants: 12,
		danish: 'B1',
		certificate: 'participation',
		leadDays: 14,
		code: 'ZEA-IT-21',
		goals: ['Laver et regneark, der regner', 'Finder sine egne filer igen'],
		audience: 'Den, der skal arbejde på et kontor eller et lagerkontor.',
		elements: [
			{ title: 'Filer og mapper', hours: 6, isMandatory: true },
			{ title: 'Tekst', hours: 6 },
			{ title: 'Regneark', hours: 6, needs: 1 },
			{ title: 'Kalender og møder', hours: 3 }
		],
		sessions: { longest: 4, week: [1.5, 6, 9] },
		atLeast: 3,
		steps: [[8, 3200]],
		languages: ['da', 'en'],
		support: ['education_buddy', 'home_practice'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 17200, perParticipant: 150 },
		prices: [
			['teaching', 'per_participant', 3800],
			['materials', 'per_participant', 200]
		]
	},
	{
		key: 'zealand-webshop',
		title: 'Ordrer og lager i webshoppen',
		purpose: 'Fra bestilling til afsendelse i butikkens eget system.',
		subject: 'it',
		forms: ['one_to_one'],
		places: ['workplace', 'online'],
		hours: [12, 4, 2, 1],
		participants: 1,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 14,
		code: 'ZEA-WS-12',
		goals: ['Følger en ordre fra bestilling til pakke', 'Retter et lagertal'],
		audience: 'Den, der arbejder i en butik, som sælger på nettet.',
		sessions: { longest: 3, week: [1, 2, 6] },
		languages: ['da', 'en'],
		support: ['trade_materials', 'workplace_buddy'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 7700 },
		prices: [['teaching', 'per_hour', 750]]
	},
	{
		key: 'zealand-english',
		title: 'Business English i små skridt',
		purpose: 'Mails, møder og telefon for den, der har lidt engelsk i forvejen.',
		subject: 'english',
		forms: ['small_class', 'one_to_one'],
		places: ['school', 'online'],
		hours: [24, 8, 3, 1.5],
		participants: 10,
		certificate: 'participation',
		leadDays: 14,
		code: 'ZEA-EN-24',
		goals: ['Skriver en kort mail på engelsk', 'Tager telefonen og stiller videre'],
		audience: 'Den, der har lidt engelsk og skal bruge det på jobbet.',
		elements: [
			{ title: 'Telefonen', hours: 8, isMandatory: true },
			{ title: 'Mails', hours: 8 },
			{ title: 'Møder', hours: 8, needs: 1 }
		],
		sessions: { week: [1.5, 3, 6] },
		languages: ['en', 'da'],
		support: ['home_practice'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 20400, perParticipant: 120 },
		prices: [
			['teaching', 'per_week', 4200, 3],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'zealand-logistics',
		title: 'Lagerets flow og scanner',
		purpose: 'Plukke, scanne og melde fejl. Med tegninger og engelske ord, hvor det hjælper.',
		subject: 'warehouse',
		forms: ['small_class'],
		places: ['workplace', 'school'],
		hours: [15, 5, 3, 2],
		participants: 6,
		certificate: 'participation',
		leadDays: 21,
		code: 'ZEA-LO-15',
		goals: ['Plukker og scanner uden fejl', 'Melder en fejl, så den bliver rettet'],
		audience: 'Den, der er ny på et lager, også uden meget dansk.',
		elements: [
			{ title: 'Plukke', hours: 5, isMandatory: true },
			{ title: 'Scanner', hours: 5, needs: 1 },
			{ title: 'Fejl og retur', hours: 5, needs: 2 }
		],
		sessions: { longest: 4, week: [2, 3, 8] },
		steps: [[4, 900]],
		languages: ['da', 'en', 'pl'],
		support: ['trade_materials', 'workplace_buddy', 'interpreter'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 10300 },
		prices: [
			['teaching', 'per_hour', 750],
			['adaptation', 'fixed', 1500]
		]
	}
];
