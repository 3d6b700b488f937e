import { ABSALON, CLAVIS, RTS, VUC, ZBC, ZEALAND } from './organisations.ts';
import type { LineKind, PriceModel } from '../../src/lib/domain/catalogue/price.ts';

export interface DemoModule {
	key: string;
	provider: string;
	state?: 'draft' | 'paused';
	title: string;
	purpose: string;
	subject: string;
	forms: ('one_to_one' | 'small_class' | 'class' | 'class_with_support')[];
	places: ('workplace' | 'school' | 'online')[];
	/** Whole length, least length, usual session, shortest session; alone, none of it can be divided. */
	hours: [whole: number, least: number, session: number, shortest: number];
	/** Why it cannot be divided. */
	whole?: string;
	participants: number;
	danish?: 'A1' | 'A2' | 'B1' | 'B2';
	certificate: 'statutory' | 'amu' | 'participation' | 'none';
	leadDays: number;
	/** In kroner; the first is the teaching. */
	prices: Price[];
}
type Price = [kind: LineKind, model: PriceModel, kroner: number, weeklyHours?: number];

const amu = 'AMU-kurset udbydes kun som et helt kursus.';

/** Short and comparable. The prices are examples, but for the two that the evaluation names: 2 800 kr. a week and 600 kr. an hour. */
export const modules: DemoModule[] = [
	{
		key: 'clavis-individual',
		provider: CLAVIS,
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
		provider: CLAVIS,
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
		prices: [
			['teaching', 'per_participant', 4200],
			['screening', 'per_participant', 450]
		]
	},
	{
		key: 'clavis-online',
		provider: CLAVIS,
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
		prices: [
			['teaching', 'per_hour', 640],
			['screening', 'fixed', 450]
		]
	},
	{
		key: 'clavis-english',
		provider: CLAVIS,
		title: 'Engelsk på hold med støtte',
		purpose: 'Engelsk til arbejdspladser, hvor kollegerne taler engelsk. Særligt for nyankomne.',
		subject: 'english',
		forms: ['class_with_support', 'class'],
		places: ['school', 'workplace'],
		hours: [30, 12, 3, 2],
		participants: 12,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_participant', 3600],
			['materials', 'per_participant', 250]
		]
	},
	{
		key: 'clavis-trade-words',
		provider: CLAVIS,
		title: 'Fagord i rengøring',
		purpose: 'Midler, redskaber og beskeder: ordene øves, mens der gøres rent.',
		subject: 'cleaning',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [12, 6, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 10,
		prices: [
			['teaching', 'per_hour', 700],
			['materials', 'fixed', 600]
		]
	},
	{
		key: 'clavis-care-words',
		provider: CLAVIS,
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
		prices: [
			['teaching', 'per_week', 2800, 2],
			['pre_meeting', 'fixed', 0]
		]
	},
	{
		key: 'clavis-spelling',
		provider: CLAVIS,
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
		prices: [['teaching', 'per_hour', 640]]
	},

	{
		key: 'zbc-food-hygiene',
		provider: ZBC,
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
		prices: [
			['teaching', 'per_hour', 600],
			['pre_meeting', 'fixed', 0],
			['preparation', 'fixed', 1800],
			['adaptation', 'fixed', 1200]
		]
	},
	{
		key: 'zbc-food-hygiene-amu',
		provider: ZBC,
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
		prices: [['teaching', 'per_participant', 2450]]
	},
	{
		key: 'zbc-food-hygiene-support',
		provider: ZBC,
		title: 'Fødevarehygiejne på hold med støtte',
		purpose: 'Formiddagshold med ekstra lærer, tegninger og god tid. Fire gange tre timer.',
		subject: 'food_hygiene',
		forms: ['class_with_support'],
		places: ['school'],
		hours: [12, 3, 3, 2],
		participants: 10,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_participant', 2900],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'zbc-canteen',
		provider: ZBC,
		title: 'Kantinens hverdag',
		purpose: 'Anretning, opvask og buffet, øvet i kantinen sammen med buddyen.',
		subject: 'kitchen',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [18, 6, 3, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_hour', 600],
			['pre_meeting', 'fixed', 600]
		]
	},
	{
		key: 'zbc-cold-kitchen',
		provider: ZBC,
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
		prices: [
			['teaching', 'per_participant', 3900],
			['materials', 'per_participant', 400]
		]
	},
	{
		key: 'zbc-cleaning',
		provider: ZBC,
		title: 'Rengøringshygiejne på arbejdspladsen',
		purpose: 'Midler, dosering og rækkefølge på de lokaler, som kandidaten selv gør rent.',
		subject: 'cleaning',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [16, 4, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_hour', 600],
			['preparation', 'fixed', 1200]
		]
	},
	{
		key: 'zbc-cleaning-amu',
		provider: ZBC,
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
		prices: [['teaching', 'per_participant', 5900]]
	},
	{
		key: 'zbc-till',
		provider: ZBC,
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
		prices: [
			['teaching', 'per_hour', 600],
			['adaptation', 'fixed', 900]
		]
	},
	{
		key: 'zbc-stockroom',
		provider: ZBC,
		title: 'Varemodtagelse i butikken',
		purpose: 'Tælle, mærke og fylde op, med billedguide på telefonen.',
		subject: 'warehouse',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [10, 4, 2, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 10,
		prices: [['teaching', 'per_hour', 600]]
	},
	{
		key: 'zbc-barista',
		provider: ZBC,
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
		prices: [['teaching', 'per_participant', 2600]]
	},

	{
		key: 'rts-truck',
		provider: RTS,
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
		prices: [
			['teaching', 'per_participant', 6800],
			['certificate_fee', 'per_participant', 350]
		]
	},
	{
		key: 'rts-truck-support',
		provider: RTS,
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
		prices: [
			['teaching', 'per_participant', 8200],
			['interpreter', 'per_participant', 900],
			['certificate_fee', 'per_participant', 350]
		]
	},
	{
		key: 'rts-stacker',
		provider: RTS,
		title: 'Kør stabler på jeres lager',
		purpose: 'Sikker kørsel og løft på den maskine, der skal bruges, to timer ad gangen.',
		subject: 'warehouse',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace'],
		hours: [14, 6, 2, 1],
		participants: 3,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_hour', 720],
			['transport', 'fixed', 800]
		]
	},
	{
		key: 'rts-guard',
		provider: RTS,
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
		prices: [
			['teaching', 'per_participant', 11900],
			['certificate_fee', 'per_participant', 600]
		]
	},
	{
		key: 'rts-event-steward',
		provider: RTS,
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
		prices: [
			['teaching', 'fixed', 7800],
			['materials', 'per_participant', 100]
		]
	},
	{
		key: 'rts-first-aid',
		provider: RTS,
		title: 'Førstehjælp i to bidder',
		purpose: 'Livreddende førstehjælp delt i to gange tre timer, med øvelser på gulvet.',
		subject: 'first_aid',
		forms: ['class', 'class_with_support'],
		places: ['school', 'workplace'],
		hours: [6, 3, 3, 1.5],
		participants: 16,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_participant', 950],
			['certificate_fee', 'per_participant', 75]
		]
	},
	{
		key: 'rts-hot-work',
		provider: RTS,
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
		prices: [['teaching', 'per_participant', 1650]]
	},
	{
		key: 'rts-assembly',
		provider: RTS,
		title: 'Montage og værktøj',
		purpose: 'Håndværktøj, skruer og tegninger, øvet på virksomhedens egne emner.',
		subject: 'production',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [24, 6, 3, 1.5],
		participants: 4,
		certificate: 'participation',
		leadDays: 21,
		prices: [
			['teaching', 'per_week', 3900, 6],
			['materials', 'fixed', 750]
		]
	},
	{
		key: 'rts-packing',
		provider: RTS,
		title: 'Pakkelinjen: sikkerhed og kvalitet',
		purpose: 'Hvad maskinen gør, hvor hænderne skal være, og hvornår man standser.',
		subject: 'production',
		forms: ['small_class'],
		places: ['workplace'],
		hours: [8, 4, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		prices: [['teaching', 'fixed', 6400]]
	},
	{
		key: 'rts-caretaker',
		provider: RTS,
		title: 'Pedelmedhjælper: små reparationer',
		purpose: 'Skift, smør, mål og meld videre. Delt i emner, der kan vælges enkeltvis.',
		subject: 'production',
		forms: ['small_class'],
		places: ['school'],
		hours: [30, 6, 3, 3],
		participants: 8,
		certificate: 'participation',
		leadDays: 21,
		prices: [
			['teaching', 'per_participant', 5200],
			['materials', 'per_participant', 350]
		]
	},

	{
		key: 'vuc-fvu-reading',
		provider: VUC,
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
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-obu',
		provider: VUC,
		title: 'Ordblindeundervisning (OBU)',
		purpose: 'Læsehjælp på telefonen og egne strategier, på hold med få. Gratis for deltageren.',
		subject: 'reading_writing',
		forms: ['small_class'],
		places: ['school', 'workplace', 'online'],
		hours: [60, 20, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_participant', 0],
			['screening', 'per_participant', 0]
		]
	},
	{
		key: 'vuc-workplace-reading',
		provider: VUC,
		title: 'Læs arbejdssedlen',
		purpose: 'Sedler, skilte og vagtplaner fra virksomheden selv, en til en.',
		subject: 'reading_writing',
		forms: ['one_to_one'],
		places: ['workplace'],
		hours: [16, 4, 2, 1],
		participants: 1,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_hour', 560],
			['screening', 'fixed', 500]
		]
	},
	{
		key: 'vuc-fvu-maths',
		provider: VUC,
		title: 'FVU-matematik, trin 1',
		purpose: 'Tal, mål og priser fra hverdagen. Gratis for deltageren.',
		subject: 'mathematics',
		forms: ['class'],
		places: ['school'],
		hours: [40, 30, 3, 2],
		participants: 14,
		certificate: 'statutory',
		leadDays: 14,
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-measuring',
		provider: VUC,
		title: 'Mål, vægt og blandingsforhold',
		purpose: 'Regn rigtigt i køkkenet, på lageret eller ved rengøringsvognen.',
		subject: 'mathematics',
		forms: ['one_to_one', 'small_class'],
		places: ['workplace', 'school'],
		hours: [12, 4, 2, 1],
		participants: 4,
		certificate: 'participation',
		leadDays: 14,
		prices: [['teaching', 'per_hour', 560]]
	},
	{
		key: 'vuc-english',
		provider: VUC,
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
		prices: [['teaching', 'per_participant', 0]]
	},
	{
		key: 'vuc-it',
		provider: VUC,
		title: 'Digital hverdag: MitID, mail og vagtplan',
		purpose: 'Telefonen og computeren til det, arbejdet og kommunen beder om.',
		subject: 'it',
		forms: ['small_class', 'one_to_one'],
		places: ['school', 'workplace'],
		hours: [16, 4, 2, 1],
		participants: 6,
		certificate: 'participation',
		leadDays: 10,
		prices: [
			['teaching', 'per_hour', 520],
			['materials', 'per_participant', 100]
		]
	},
	{
		key: 'vuc-danish-writing',
		provider: VUC,
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
		prices: [['teaching', 'per_participant', 3100]]
	},
	{
		key: 'vuc-care-maths',
		provider: VUC,
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
		prices: [['teaching', 'per_hour', 560]]
	},

	{
		key: 'zealand-service',
		provider: ZEALAND,
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
		prices: [
			['teaching', 'fixed', 14400],
			['adaptation', 'fixed', 1800]
		]
	},
	{
		key: 'zealand-office',
		provider: ZEALAND,
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
		prices: [
			['teaching', 'per_participant', 3800],
			['materials', 'per_participant', 200]
		]
	},
	{
		key: 'zealand-webshop',
		provider: ZEALAND,
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
		prices: [['teaching', 'per_hour', 750]]
	},
	{
		key: 'zealand-english',
		provider: ZEALAND,
		title: 'Business English i små skridt',
		purpose: 'Mails, møder og telefon for den, der har lidt engelsk i forvejen.',
		subject: 'english',
		forms: ['small_class', 'one_to_one'],
		places: ['school', 'online'],
		hours: [24, 8, 3, 1.5],
		participants: 10,
		certificate: 'participation',
		leadDays: 14,
		prices: [
			['teaching', 'per_week', 4200, 3],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'zealand-logistics',
		provider: ZEALAND,
		title: 'Lagerets flow og scanner',
		purpose: 'Plukke, scanne og melde fejl. Med tegninger og engelske ord, hvor det hjælper.',
		subject: 'warehouse',
		forms: ['small_class'],
		places: ['workplace', 'school'],
		hours: [15, 5, 3, 2],
		participants: 6,
		certificate: 'participation',
		leadDays: 21,
		prices: [
			['teaching', 'per_hour', 750],
			['adaptation', 'fixed', 1500]
		]
	},

	{
		key: 'absalon-buddy',
		provider: ABSALON,
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
		prices: [
			['teaching', 'fixed', 9500],
			['materials', 'per_participant', 75]
		]
	},
	{
		key: 'absalon-buddy-follow-up',
		provider: ABSALON,
		title: 'Erfamøde for buddyer',
		purpose: 'En time hver sjette til ottende uge: hvad går godt, og hvad er svært?',
		subject: 'cooperation',
		forms: ['class'],
		places: ['online', 'workplace'],
		hours: [4, 1, 1, 1],
		participants: 20,
		certificate: 'none',
		leadDays: 7,
		prices: [['teaching', 'per_hour', 1200]]
	},
	{
		key: 'absalon-conflict',
		provider: ABSALON,
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
		prices: [
			['teaching', 'fixed', 8700],
			['pre_meeting', 'fixed', 900]
		]
	},
	{
		key: 'absalon-care-intro',
		provider: ABSALON,
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
		prices: [
			['teaching', 'per_participant', 3400],
			['materials', 'per_participant', 150]
		]
	},
	{
		key: 'absalon-moving',
		provider: ABSALON,
		title: 'Forflytning uden ondt i ryggen',
		purpose: 'Løft, vend og hjælpemidler, vist og øvet på plejehjemmet.',
		subject: 'care',
		forms: ['small_class'],
		places: ['workplace'],
		hours: [6, 3, 3, 1.5],
		participants: 6,
		certificate: 'participation',
		leadDays: 14,
		prices: [['teaching', 'fixed', 5400]]
	},
	{
		key: 'absalon-reception',
		provider: ABSALON,
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
		prices: [['teaching', 'per_participant', 2900]]
	}
];
