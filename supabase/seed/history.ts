/* What the project bought in 2021-2023: 21 engagements of the original target groups, 85 of the Ukrainians. */
import { originalByRank, ukrainiansByRank, type DemoCandidate } from './candidates.ts';
import { moduleBy } from './catalogue.ts';
import { addDays, after, type Day } from './days.ts';
import type { Funding } from './finances.ts';
import { RTS, VUC, ZBC, ZEALAND } from './organisations.ts';
import type { DemoNeed, DemoRequest, Story } from './story.ts';

/** A module, how many took it, and of how many hours. */
type Bought = { module: string; funding: Funding; hours: number[] };

/** Nine of the 21 are language training at the workplace. */
const ORIGINAL: Bought[] = [
	{ module: 'clavis-individual', funding: 'vta', hours: [20, 24, 22, 20, 24, 20, 24, 22, 20] },
	{ module: 'zbc-food-hygiene', funding: 'vta', hours: [25, 18, 12, 25] },
	{ module: 'zbc-cleaning', funding: 'vta', hours: [16, 12, 8] },
	{ module: 'rts-first-aid', funding: 'vta', hours: [6, 6] },
	{ module: 'vuc-workplace-reading', funding: 'vta', hours: [16] },
	{ module: 'vuc-it', funding: 'vta', hours: [12] },
	{ module: 'zbc-till', funding: 'vta', hours: [12] }
];

/** Forklift, English and food hygiene foremost. From which rank of the candidates on, so that many took two. */
const UKRAINIAN: (Bought & { from: number })[] = [
	{ module: 'rts-truck-support', funding: 'amu', hours: repeat(60, 14), from: 0 },
	{ module: 'rts-truck', funding: 'amu', hours: repeat(51.8, 13), from: 14 },
	{ module: 'clavis-english', funding: 'lab_91', hours: repeat(30, 24), from: 8 },
	{ module: 'zbc-food-hygiene-support', funding: 'lab_91', hours: repeat(12, 14), from: 24 },
	{ module: 'clavis-class', funding: 'lab_91', hours: repeat(40, 8), from: 38 },
	{ module: 'rts-first-aid', funding: 'lab_91', hours: repeat(6, 5), from: 0 },
	{ module: 'zbc-cleaning', funding: 'lab_91', hours: repeat(8, 4), from: 46 },
	{ module: 'vuc-it', funding: 'lab_91', hours: repeat(8, 3), from: 8 }
];

/** Who else was asked now and then: a school that declined, or one whose quote was not taken. */
const RIVALS: Record<string, { declined?: string; quoted?: [school: string, module: string] }> = {
	danish: { declined: VUC },
	food_hygiene: { declined: RTS },
	cleaning: { declined: RTS },
	english: { quoted: [ZEALAND, 'zealand-english'] },
	warehouse: { declined: ZEALAND },
	it: { quoted: [ZEALAND, 'zealand-webshop'] },
	reading_writing: { declined: ZBC },
	first_aid: { declined: ZBC },
	customer_service: { declined: ZEALAND }
};
const DECLINES = ['no_teacher', 'too_short_notice', 'too_few_hours', 'cannot_adapt'];

const GOALS: Record<string, string> = {
	danish: 'Forstå og bruge de ti ord, som opgaverne kræver, og turde spørge kollegaen.',
	food_hygiene: 'Holde køkkenet rent og temperaturerne rigtige uden at skulle spørge hver gang.',
	cleaning: 'Bruge de rigtige midler i den rigtige rækkefølge og skåne ryggen.',
	english: 'Forstå instrukser og svare kollegerne på engelsk.',
	warehouse: 'Få certifikat til gaffeltruck og kunne bruges på hele lageret.',
	first_aid: 'Kunne give livreddende førstehjælp på arbejdspladsen.',
	reading_writing: 'Læse arbejdssedlen og vagtplanen selv.',
	it: 'Klare vagtplan, mail og MitID på telefonen.',
	customer_service: 'Betjene kassen alene i en stille time.'
};
const WISHES = [
	'Vil gerne lære det sammen med en kollega, og helst om formiddagen.',
	'Vil gerne have korte gange og øve sig hjemme.',
	'Vil gerne blive på arbejdspladsen bagefter.',
	'Vil helst ikke sidde på et stort hold.'
];
const ACCOMMODATIONS = [
	['short_sessions', 'breaks'],
	['quiet_place', 'fixed_contact'],
	['oral_instruction', 'visual_support'],
	['seated_work', 'breaks'],
	['flexible_attendance']
];
const DROPS = ['candidate_stopped', 'illness', 'job_found', 'workplace_stopped'];

/** Each buyer is another one of the 85 who were placed, and none of the nine who are still in their small job. */
function originalBuyer(index: number): DemoCandidate {
	return originalByRank[9 + index * 3]!;
}

export function history(): Story[] {
	const original = each(ORIGINAL).map(({ bought, hours }, index) => {
		const candidate = originalBuyer(index);
		const start = addDays(candidate.placements[0]!.startsOn, 5);
		return past(`original-${index}`, candidate, bought, hours, start, index);
	});
	const taken = new Map<string, number>();
	const ukrainian = each(UKRAINIAN).map(({ bought, hours, place }, index) => {
		const candidate = ukrainiansByRank[bought.from + place]!;
		const before = taken.get(candidate.id) ?? 0;
		taken.set(candidate.id, before + 1);
		const start = addDays(candidate.referredOn, 25 + before * 45);
		return past(`ukrainian-${index}`, candidate, bought, hours, start, index);
	});
	return [...original, ...ukrainian];
}

/** Modules that the project bought. */
export const boughtThen: ReadonlySet<string> = new Set(
	[...ORIGINAL, ...UKRAINIAN]
		.map(({ module }) => module)
		.concat(Object.values(RIVALS).flatMap(({ quoted }) => quoted?.[1] ?? []))
);

function past(
	key: string,
	candidate: DemoCandidate,
	bought: Bought,
	hours: number,
	start: Day,
	index: number
): Story {
	const module = moduleBy(bought.module);
	const createdOn = after(start, 0);
	const sentOn = after(createdOn, 1);
	const answeredOn = after(sentOn, 4 + (index % 4));
	const orderedOn = after(answeredOn, 2);
	const approvedOn = after(orderedOn, 1);
	const startedOn = after(approvedOn, module.leadDays - (index % 3));
	const [, , session] = module.hours;
	const isWhole = module.whole !== undefined;
	const weeklyMax = isWhole ? 37 : Math.max(session, index % 2 ? 6 : 4);
	const answerBy = after(sentOn, 10);
	const validUntil = after(sentOn, 40);
	const isDropped = index % 14 === 6;
	const weeks = Math.ceil(hours / Math.min(weeklyMax, module.prices[0]![3] ?? weeklyMax));
	const held = isDropped ? Math.max(1, Math.floor(hours / 3)) : hours;
	const endedOn = after(startedOn, isDropped ? weeks * 3 : weeks * 7 - 3);
	const placement = candidate.placements[0]!;
	const need: DemoNeed = {
		subject: module.subject,
		goal: GOALS[module.subject]!,
		hours: hours < module.hours[0] ? hours : undefined,
		sessionMax: session,
		weeklyMax,
		place: module.places.includes('workplace') ? 'workplace' : 'school',
		startsOn: startedOn,
		funding: bought.funding,
		workplace: placement.workplace,
		placementKind: placement.kind,
		danishLevel: candidate.targetGroup === 'ukrainian_refugee' ? 'A1' : index % 2 ? 'A2' : 'B1',
		accommodations: ACCOMMODATIONS[index % ACCOMMODATIONS.length]!,
		wish: WISHES[index % WISHES.length]!
	};
	return {
		key,
		candidate,
		need,
		createdOn,
		submittedOn: createdOn,
		requests: [
			{
				provider: module.provider,
				module: module.key,
				sentOn,
				answerBy,
				quote: { on: answeredOn, startsOn: startedOn, validUntil, hours }
			},
			...(index % 4 === 0
				? rival(module.subject, { sentOn, answerBy, startsOn: startedOn, validUntil, index })
				: [])
		],
		order: {
			provider: module.provider,
			on: orderedOn,
			reasonCode: index % 3 === 0 ? 'best_fit' : index % 3 === 1 ? 'earliest' : 'cheapest',
			approvedOn
		},
		training: {
			startedOn,
			endedOn,
			hoursHeld: held,
			dropped: isDropped ? { code: DROPS[Math.floor(index / 14) % DROPS.length]! } : undefined
		}
	};
}

function rival(
	subject: string,
	when: { sentOn: Day; answerBy: Day; startsOn: Day; validUntil: Day; index: number }
): DemoRequest[] {
	const { declined, quoted } = RIVALS[subject]!;
	const on = after(when.sentOn, 3);
	const asked = { sentOn: when.sentOn, answerBy: when.answerBy };
	if (declined) {
		const code = DECLINES[(when.index / 4) % DECLINES.length]!;
		return [{ ...asked, provider: declined, declined: { on, code } }];
	}
	const [provider, module] = quoted!;
	const quote = { on, startsOn: when.startsOn, validUntil: when.validUntil, hours: 12 };
	return [{ ...asked, provider, module, quote }];
}

function each<One extends Bought>(list: One[]): { bought: One; hours: number; place: number }[] {
	return list.flatMap((bought) => bought.hours.map((hours, place) => ({ bought, hours, place })));
}

function repeat(hours: number, times: number): number[] {
	return Array.from({ length: times }, () => hours);
}
