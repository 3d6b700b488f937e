import type { DemoContent } from './content.ts';

export const rts: DemoContent[] = [
	{
		key: 'rts-truck',
		title: 'Gaffeltruck, certifikat B (AMU)',
		purpose: 'Hele kurset med prøve og certifikat: syv dage på lager og i klasselokale.',
		subject: 'warehouse',
		forms: ['class'],
		places: ['school'],
		hours: [51.8, 51.8, 7.4, 7.4],
		whole: 'Certifikatet kræver hele kurset og prøven.',
		participants: 12,
		danish: 'A2',
		certificate: 'statutory',
		leadDays: 21,
		code: 'RTS-TR-AMU',
		goals: ['Kører og løfter sikkert med gaffeltruck', 'Består prøven til certifikat B'],
		audience: 'Den, der er fyldt 18 og skal køre truck på lager.',
		prerequisite: 'Fyldt 18 år ved prøven.',
		elements: [
			{ title: 'Teori og sikkerhed', hours: 14.8, isMandatory: true },
			{ title: 'Kørsel på banen', hours: 29.6, isMandatory: true },
			{ title: 'Prøve', hours: 7.4, isMandatory: true }
		],
		danishModule: 'DU2.4',
		sessions: { week: [37, 37, 37] },
		atLeast: 6,
		starts: [
			[23, 5],
			[44, 12],
			[72, 12]
		],
		languages: ['da'],
		paidBy: [['lab_90', 'whole']],
		cost: { kroner: 38000, perParticipant: 900, note: 'Prøvens censor betales for hvert hold.' },
		prices: [
			['teaching', 'per_participant', 6800],
			['certificate_fee', 'per_participant', 350]
		]
	},
	{
		key: 'rts-truck-support',
		title: 'Gaffeltruck med tolk og støtte',
		purpose: 'Certifikat B på hold for sig, med tolk og en ekstra instruktør på banen.',
		subject: 'warehouse',
		forms: ['class_with_support'],
		places: ['school'],
		hours: [60, 60, 6, 6],
		whole: 'Certifikatet kræver hele kurset og prøven.',
		participants: 10,
		certificate: 'statutory',
		leadDays: 30,
		code: 'RTS-TR-60',
		goals: ['Kører og løfter sikkert med gaffeltruck', 'Består prøven til certifikat B med tolk'],
		audience: 'Den, der kan lære at køre truck, men har brug for tolk eller mere tid.',
		prerequisite: 'Fyldt 18 år ved prøven.',
		elements: [
			{ title: 'Ord og teori med tolk', hours: 18, isMandatory: true },
			{ title: 'Kørsel med ekstra instruktør', hours: 36, isMandatory: true },
			{ title: 'Prøve', hours: 6, isMandatory: true }
		],
		sessions: { week: [12, 18, 30] },
		atLeast: 5,
		starts: [
			[38, 10],
			[101, 10]
		],
		languages: ['da', 'uk', 'ar', 'ti'],
		support: ['interpreter', 'education_buddy', 'pre_meeting'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 47500, perParticipant: 1100 },
		prices: [
			['teaching', 'per_participant', 8200],
			['interpreter', 'per_participant', 900],
			['certificate_fee', 'per_participant', 350]
		]
	},
	{
		key: 'rts-stacker',
		title: 'Kør stabler på jeres lager',
		purpose: 'Sikker kørsel og løft på den maskine, der skal bruges, to timer ad gangen.',
		subject: 'warehouse',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [14, 6, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 14,
		code: 'RTS-ST-14',
		goals: ['Tjekker maskinen, før den køres', 'Løfter og stabler uden skader'],
		audience: 'Den, der har et lager at øve sig på.',
		elements: [
			{ title: 'Tjek og regler', hours: 2, isMandatory: true },
			{ title: 'Køre og dreje', hours: 4, isMandatory: true, needs: 1 },
			{ title: 'Løfte og stable', hours: 4, needs: 2 },
			{ title: 'Trange gange og ramper', hours: 4, needs: 3 }
		],
		sessions: { longest: 3, week: [1, 2, 6] },
		steps: [[2, 880]],
		supplement: 30,
		languages: ['da', 'en', 'pl'],
		support: ['pre_meeting', 'workplace_buddy', 'trade_materials'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 9300 },
		prices: [
			['teaching', 'per_hour', 720],
			['transport', 'fixed', 800]
		]
	},
	{
		key: 'rts-guard',
		title: 'Vagt, grundkursus',
		purpose: 'Den hele vagtuddannelse, som lovgivningen kræver for at arbejde som vagt.',
		subject: 'security',
		forms: ['class'],
		places: ['school'],
		hours: [111, 111, 7.4, 7.4],
		whole: 'Vagtuddannelsen er hel eller slet ikke: der findes ingen dele, som kan tages for sig.',
		participants: 16,
		danish: 'B1',
		certificate: 'statutory',
		leadDays: 45,
		code: 'RTS-VA-AMU',
		goals: ['Kender vagtens rettigheder og pligter', 'Dæmper en konflikt og skriver rapport'],
		audience: 'Den, der vil være vagt og kan godkendes af politiet.',
		prerequisite: 'Godkendt af politiet. Fyldt 18 år.',
		elements: [
			{ title: 'Lov og regler', hours: 37, isMandatory: true },
			{ title: 'Konflikter og samtale', hours: 37, isMandatory: true },
			{ title: 'Førstehjælp og brand', hours: 14.8, isMandatory: true },
			{ title: 'Rapport og prøve', hours: 22.2, isMandatory: true }
		],
		danishModule: 'DU2.6',
		sessions: { week: [37, 37, 37] },
		atLeast: 8,
		starts: [
			[51, 16],
			[142, 16]
		],
		languages: ['da'],
		paidBy: [['lab_90', 'whole']],
		cost: { kroner: 92000, perParticipant: 800 },
		prices: [
			['teaching', 'per_participant', 11900],
			['certificate_fee', 'per_participant', 600]
		]
	},
	{
		key: 'rts-event-steward',
		title: 'Service og kontrol ved arrangementer',
		purpose: 'Billetter, vejvisning og ro i køen. For den, der hjælper til uden at være vagt.',
		subject: 'security',
		forms: ['small_class'],
		places: ['workplace', 'school'],
		hours: [9, 3, 3, 1.5],
		participants: 8,
		danish: 'A2',
		certificate: 'participation',
		leadDays: 14,
		code: 'RTS-EV-09',
		goals: ['Viser vej og tjekker billetter', 'Holder ro i køen og henter hjælp i tide'],
		audience: 'Den, der hjælper ved kampe, koncerter og messer.',
		elements: [
			{ title: 'Billetter og vejvisning', hours: 3, isMandatory: true },
			{ title: 'Ro i køen', hours: 3 },
			{ title: 'Alarm og førstehjælp', hours: 3 }
		],
		sessions: { longest: 4 },
		atLeast: 2,
		supplement: 30,
		languages: ['da', 'en'],
		support: ['trade_materials'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 6100, perParticipant: 80 },
		prices: [
			['teaching', 'fixed', 7800],
			['materials', 'per_participant', 100]
		]
	},
	{
		key: 'rts-first-aid',
		title: 'Førstehjælp i to bidder',
		purpose: 'Livreddende førstehjælp delt i to gange tre timer, med øvelser på gulvet.',
		subject: 'first_aid',
		forms: ['class', 'class_with_support'],
		places: ['school', 'workplace'],
		hours: [6, 3, 3, 1.5],
		participants: 16,
		certificate: 'participation',
		leadDays: 14,
		code: 'RTS-FH-06',
		goals: ['Giver hjertemassage og bruger en hjertestarter', 'Stopper en blødning og ringer 112'],
		audience: 'Alle, også den, der ikke kan sidde stille en hel dag.',
		elements: [
			{ title: 'Hjertestop', hours: 3, goal: 'Massage, hjertestarter og 112.', isMandatory: true },
			{ title: 'Blødninger og brandsår', hours: 3 }
		],
		sessions: { week: [1.5, 3, 6] },
		supplement: 30,
		languages: ['da', 'en'],
		support: ['interpreter', 'trade_materials'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 5200, perParticipant: 60 },
		atFirst: { places: ['school'], workplace_municipalities: [], max_participants: 12 },
		prices: [
			['teaching', 'per_participant', 950],
			['certificate_fee', 'per_participant', 75]
		]
	},
	{
		key: 'rts-hot-work',
		title: 'Varmt arbejde',
		purpose: 'Kravet til den, der bruger varmepistol eller svejser på andres ejendom.',
		subject: 'first_aid',
		forms: ['class'],
		places: ['school'],
		hours: [7.4, 7.4, 7.4, 7.4],
		whole: 'Beviset kræver hele dagen.',
		participants: 20,
		danish: 'A2',
		certificate: 'statutory',
		leadDays: 21,
		code: 'RTS-VA-07',
		goals: ['Kender reglerne for varmt arbejde', 'Slukker en begyndende brand'],
		audience: 'Den, der bruger varme på tage, rør eller stål.',
		atLeast: 6,
		starts: [
			[28, 11],
			[63, 20],
			[98, 20]
		],
		languages: ['da'],
		paidBy: [['lab_90', 'whole']],
		cost: { kroner: 12500, perParticipant: 250 },
		prices: [['teaching', 'per_participant', 1650]]
	},
	{
		key: 'rts-assembly',
		title: 'Montage og værktøj',
		purpose: 'Håndværktøj, skruer og tegninger, øvet på virksomhedens egne emner.',
		subject: 'production',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [24, 6, 3, 1.5],
		participants: 4,
		certificate: 'participation',
		leadDays: 21,
		code: 'RTS-MO-24',
		goals: ['Vælger det rigtige værktøj', 'Samler efter en tegning'],
		audience: 'Den, der er god med hænderne og vil have flere opgaver.',
		elements: [
			{ title: 'Håndværktøj', hours: 6, isMandatory: true },
			{ title: 'Skruer og samlinger', hours: 6, needs: 1 },
			{ title: 'Læse en tegning', hours: 6 },
			{ title: 'Samle virksomhedens emne', hours: 6, needs: 3 }
		],
		sessions: { longest: 4, week: [3, 6, 12] },
		languages: ['da', 'en', 'uk'],
		support: ['workplace_buddy', 'trade_materials'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 13900 },
		prices: [
			['teaching', 'per_week', 3900, 6],
			['materials', 'fixed', 750]
		]
	},
	{
		key: 'rts-packing',
		title: 'Pakkelinjen: sikkerhed og kvalitet',
		purpose: 'Hvad maskinen gør, hvor hænderne skal være, og hvornår man standser.',
		subject: 'production',
		forms: ['small_class'],
		places: ['workplace'],
		hours: [8, 4, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		code: 'RTS-PA-08',
		goals: ['Standser linjen, når noget er galt', 'Kender fejl fra gode emner'],
		audience: 'Den, der står ved en linje og skal føle sig sikker.',
		elements: [
			{ title: 'Maskinen og nødstop', hours: 4, isMandatory: true },
			{ title: 'Fejl og kvalitet', hours: 4 }
		],
		sessions: { longest: 3, week: [1, 2, 8] },
		supplement: 30,
		languages: ['da', 'en', 'pl', 'uk'],
		support: ['workplace_buddy', 'trade_materials'],
		paidBy: [['lab_91', 'whole']],
		cost: { kroner: 5100 },
		prices: [['teaching', 'fixed', 6400]]
	},
	{
		key: 'rts-caretaker',
		title: 'Pedelmedhjælper: små reparationer',
		purpose: 'Skift, smør, mål og meld videre. Delt i emner, der kan vælges enkeltvis.',
		subject: 'production',
		forms: ['small_class'],
		places: ['school'],
		hours: [30, 6, 3, 3],
		participants: 8,
		certificate: 'participation',
		leadDays: 21,
		code: 'RTS-PE-30',
		goals: ['Skifter, smører og måler', 'Melder videre, når en fagmand skal til'],
		audience: 'Den, der hjælper en pedel eller vicevært.',
		elements: [
			{ title: 'Værktøj og sikkerhed', hours: 6, isMandatory: true },
			{ title: 'Døre og låse', hours: 6, needs: 1 },
			{ title: 'Vand og afløb', hours: 6, needs: 1 },
			{ title: 'Maling og huller', hours: 6 },
			{ title: 'Grønne områder', hours: 6 }
		],
		sessions: { longest: 6, week: [3, 6, 12] },
		atLeast: 4,
		steps: [[6, 4600]],
		languages: ['da'],
		support: ['education_buddy'],
		paidBy: [
			['lab_91', 'whole'],
			['project', 'part']
		],
		cost: { kroner: 21500, perParticipant: 300 },
		prices: [
			['teaching', 'per_participant', 5200],
			['materials', 'per_participant', 350]
		]
	}
];
