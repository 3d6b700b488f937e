import type { DemoContent } from './content.ts';

export const absalon: DemoContent[] = [
	{
		key: 'absalon-buddy',
		title: 'Buddytræning for medarbejdere',
		purpose:
			'Tag godt imod en ny kollega, der har brug for hensyn. En halv dag for op til 20 medarbejdere.',
		subject: 'cooperation',
		forms: ['class'],
		places: ['workplace', 'school'],
		hours: [5, 3, 5, 3],
		participants: 20,
		certificate: 'participation',
		leadDays: 21,
		code: 'ABS-BU-05',
		goals: [
			'Tager imod en ny kollega og viser til rette',
			'Siger fra, når opgaven bliver for stor for en buddy'
		],
		audience: 'Medarbejdere, der er eller skal være buddy.',
		elements: [
			{ title: 'Den gode modtagelse', hours: 3, isMandatory: true },
			{ title: 'Samtalen, der er svær', hours: 2, needs: 1 }
		],
		sessions: { week: [3, 5, 5] },
		atLeast: 4,
		languages: ['da', 'en'],
		support: ['trade_materials'],
		paidBy: [
			['lab_167', 'whole'],
			['project', 'whole']
		],
		cost: { kroner: 7200, perParticipant: 60 },
		prices: [
			['teaching', 'fixed', 9500],
			['materials', 'per_participant', 75]
		]
	},
	{
		key: 'absalon-buddy-follow-up',
		title: 'Erfamøde for buddyer',
		purpose: 'En time hver sjette til ottende uge: hvad går godt, og hvad er svært?',
		subject: 'cooperation',
		forms: ['class'],
		places: ['online', 'workplace'],
		hours: [4, 1, 1, 1],
		participants: 20,
		certificate: 'none',
		leadDays: 7,
		code: 'ABS-BU-04',
		goals: ['Har prøvet sine spørgsmål af på andre buddyer'],
		audience: 'Buddyer, der har været på træningen.',
		prerequisite: 'Buddytræning eller egen erfaring som buddy.',
		sessions: { week: [1, 1, 1] },
		atLeast: 4,
		languages: ['da'],
		paidBy: [['lab_167', 'whole']],
		cost: { kroner: 3900 },
		prices: [['teaching', 'per_hour', 1200]]
	},
	{
		key: 'absalon-conflict',
		title: 'Konflikter på arbejdet',
		purpose: 'Sig fra, sig til, og kom videre. Små øvelser for to til otte.',
		subject: 'cooperation',
		forms: ['small_class'],
		places: ['workplace', 'school'],
		hours: [9, 3, 3, 1.5],
		participants: 8,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 14,
		code: 'ABS-KO-09',
		goals: ['Siger fra uden at råbe', 'Kommer videre efter en uenighed'],
		audience: 'Den, der bliver stille eller vred, når det bliver svært. To til otte sammen.',
		elements: [
			{ title: 'Sige fra', hours: 3, isMandatory: true },
			{ title: 'Lytte og sige til', hours: 3 },
			{ title: 'Komme videre', hours: 3, needs: 1 }
		],
		sessions: { week: [1.5, 3, 6] },
		atLeast: 2,
		supplement: 20,
		languages: ['da', 'en'],
		support: ['pre_meeting', 'workplace_buddy'],
		paidBy: [
			['lab_91', 'whole'],
			['lab_167', 'part']
		],
		cost: { kroner: 6600, perParticipant: 50 },
		prices: [
			['teaching', 'fixed', 8700],
			['pre_meeting', 'fixed', 900]
		]
	},
	{
		key: 'absalon-care-intro',
		title: 'På vej ind i omsorgsfaget',
		purpose: 'Hvad arbejdet går ud på, og hvad man selv kan: samtale, besøg og øvelser.',
		subject: 'care',
		forms: ['small_class', 'class_with_support'],
		places: ['school', 'workplace'],
		hours: [20, 8, 4, 2],
		participants: 10,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 21,
		code: 'ABS-OM-20',
		goals: ['Ved, hvad en dag i omsorgen går ud på', 'Kan sige, hvad der passer til en selv'],
		audience: 'Den, der overvejer at arbejde med ældre, børn eller handicap.',
		elements: [
			{ title: 'Samtale og egne styrker', hours: 4, isMandatory: true },
			{ title: 'Besøg på et arbejdssted', hours: 4, goal: 'En formiddag med en, der kan faget.' },
			{ title: 'Hjælpe uden at tage over', hours: 8, needs: 1 },
			{ title: 'Næste skridt', hours: 4 }
		],
		sessions: { week: [2, 4, 8] },
		atLeast: 4,
		starts: [
			[30, 8],
			[86, 10]
		],
		languages: ['da', 'en'],
		support: ['pre_meeting', 'education_buddy'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 15900, perParticipant: 120 },
		prices: [
			['teaching', 'per_participant', 3400],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'absalon-moving',
		title: 'Forflytning uden ondt i ryggen',
		purpose: 'Løft, vend og hjælpemidler, vist og øvet på plejehjemmet.',
		subject: 'care',
		forms: ['small_class'],
		places: ['workplace'],
		hours: [6, 3, 3, 1.5],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		code: 'ABS-FO-06',
		goals: ['Vender og flytter med hjælpemidler', 'Passer på sin ryg'],
		audience: 'Den, der arbejder på plejehjem eller i hjemmepleje.',
		elements: [
			{ title: 'Kroppen og hjælpemidlerne', hours: 3, isMandatory: true },
			{ title: 'Vende og flytte', hours: 3, needs: 1 }
		],
		sessions: { week: [1.5, 3, 6] },
		supplement: 20,
		languages: ['da', 'en', 'uk'],
		support: ['workplace_buddy', 'interpreter'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 4300 },
		prices: [['teaching', 'fixed', 5400]]
	},
	{
		key: 'absalon-reception',
		state: 'paused',
		title: 'Reception og telefon i det offentlige',
		purpose: 'Tag imod borgere med ro. Genoptages, når der er nok til et hold.',
		subject: 'customer_service',
		forms: ['class'],
		places: ['school'],
		hours: [12, 6, 3, 3],
		participants: 12,
		danish: 'B2',
		certificate: 'participation',
		leadDays: 30,
		code: 'ABS-RE-12',
		goals: ['Tager imod med ro og viser videre'],
		atLeast: 6,
		languages: ['da'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 13800, perParticipant: 80 },
		prices: [['teaching', 'per_participant', 2900]]
	}
];
