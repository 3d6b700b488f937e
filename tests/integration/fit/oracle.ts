import { priceLines, totalOre, type PriceItem, type PriceStep } from '$lib/domain/catalogue/price';

/** A module, as far as fit looks at it. */
export interface OfferedModule {
	id: string;
	hours: number;
	minimumHours: number;
	sessionHours: number;
	sessionHoursMin: number;
	isDivisible: boolean;
	/** The usual week and the shortest; null where the sessions decide. */
	weeklyHours: number | null;
	weeklyHoursMin: number | null;
	minParticipants: number;
	maxParticipants: number;
	danishLevel: string;
	/** What else the school asks for, in its words. */
	prerequisite: string | null;
	certificate: string;
	leadTimeDays: number;
	/** The days on which it starts; null when it starts as agreed. */
	intakes: { startsOn: string; seats: number }[] | null;
	places: string[];
	forms: string[];
	support: string[];
	prices: PriceItem[];
	priceSteps: PriceStep[];
}

/** A need, as far as fit looks at it. */
export interface AskedNeed {
	hoursWanted: number | null;
	sessionHours: number;
	weeklyHours: number;
	place: string;
	startsOn: string;
	/** Hours of the working day, such as 8 to 12.5, by weekday; Monday is 1. */
	workTimes: { weekday: number; starts: number; ends: number }[];
	/** When training can be, in the same way; several on a day, or none at all when it is not said. */
	freeTimes: { weekday: number; starts: number; ends: number }[];
	endsBy: string | null;
	form: string | null;
	certificate: string | null;
	support: string[];
	danishLevel: string | null;
	participants: number;
	ceilingOre: number | null;
	funding: { wholeOnly: boolean; certificates: string[] | null } | null;
}

const LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1'];
/** Hours are compared in whole steps of three minutes, as the database stores them. */
const steps = (hours: number) => Math.round(hours * 20);

const addDays = (day: string, days: number) =>
	new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** Fit, written again from its description: plain, slow, and without any SQL. */
export function judge(module: OfferedModule, need: AskedNeed, today: string) {
	const wanted = need.hoursWanted ?? module.hours;
	const hours = module.isDivisible
		? Math.max(module.minimumHours, Math.min(wanted, module.hours))
		: module.hours;
	const perWeek = module.prices.find((price) => price.model === 'per_week')?.weeklyHours ?? null;
	const priceOf = (given: number) =>
		totalOre(
			priceLines(
				{ ...module, supplementPercent: 0 },
				{ hours: given, participants: need.participants }
			)
		);
	const price = priceOf(hours);
	const startsOn = firstStart(module, need, today);
	const sessionGiven = Math.max(
		module.sessionHoursMin,
		Math.min(module.sessionHours, need.sessionHours)
	);
	const usualWeek = perWeek ?? module.weeklyHours;
	const weekly = Math.min(need.weeklyHours, usualWeek ?? need.weeklyHours);
	const weeks = Math.ceil(steps(hours) / steps(weekly));

	const verdicts = {
		session_hours: met(
			module.sessionHours <= need.sessionHours,
			module.sessionHoursMin <= need.sessionHours
		),
		weekly_hours: met(
			(usualWeek ?? module.sessionHours) <= need.weeklyHours,
			(module.weeklyHoursMin ?? module.sessionHoursMin) <= need.weeklyHours
		),
		part: met(wanted >= module.hours, module.isDivisible),
		place: met(need.place === 'any' || module.places.includes(need.place), false),
		danish_level: danish(module.danishLevel, need.danishLevel),
		participants:
			need.participants > module.maxParticipants
				? 2
				: met(need.participants >= module.minParticipants, true),
		start: startsOn === null ? 2 : met(startsOn <= need.startsOn, true),
		work_times: met(sessionGiven <= freeHours(need), true),
		funding: met(!need.funding || isPaidBy(need.funding, module, hours), true),
		price: met(
			need.ceilingOre === null || price <= need.ceilingOre,
			module.isDivisible && priceOf(module.minimumHours) <= need.ceilingOre!
		),
		form: met(need.form === null || module.forms.includes(need.form), true),
		certificate:
			need.certificate === null
				? 0
				: module.certificate === need.certificate
					? met(hours >= module.hours, true)
					: 2,
		support: met(
			need.support.every((each) => module.support.includes(each)),
			true
		),
		window: met(
			need.endsBy === null || startsOn === null || addDays(startsOn, 7 * weeks - 1) <= need.endsBy,
			true
		),
		prerequisite: met(module.prerequisite === null, true)
	};
	const all = Object.values(verdicts);
	return {
		module_id: module.id,
		verdicts,
		blocks: all.filter((verdict) => verdict === 2).length,
		adaptations: all.filter((verdict) => verdict === 1).length,
		hours,
		weeks,
		price_ore: price,
		starts_on: startsOn
	};
}

/** The first day on which the module can start, not before it is wanted; null when it has no such day. */
function firstStart({ leadTimeDays, intakes }: OfferedModule, need: AskedNeed, today: string) {
	const ready = addDays(today, leadTimeDays);
	const earliest = ready > need.startsOn ? ready : need.startsOn;
	if (!intakes) return earliest;
	const days = intakes
		.filter(({ startsOn, seats }) => startsOn >= earliest && seats >= need.participants)
		.map(({ startsOn }) => startsOn);
	return days.sort()[0] ?? null;
}

/**
 * The longest time at once that is left for training: of the hours that can be used, where they are said, else between 8
 * and 16 on a weekday. Work takes its part of them, but not of training at the workplace.
 */
function freeHours({ place, workTimes, freeTimes }: AskedNeed): number {
	const takes = place === 'workplace' ? [] : workTimes;
	if (freeTimes.length === 0 && takes.length === 0) return Infinity;
	const usable = freeTimes.length
		? freeTimes
		: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, starts: 8, ends: 16 }));
	const left = usable.map(({ weekday, starts, ends }) => {
		const work = takes.find((time) => time.weekday === weekday);
		if (!work) return ends - starts;
		return Math.max(0, Math.min(work.starts, ends) - starts, ends - Math.max(work.ends, starts));
	});
	return Math.max(...left);
}

const met = (asItIs: boolean, adapted: boolean) => (asItIs ? 0 : adapted ? 1 : 2);

function danish(required: string, spoken: string | null) {
	if (required === 'none') return 0;
	if (spoken === null) return 1;
	return LEVELS.indexOf(required) <= LEVELS.indexOf(spoken) ? 0 : 2;
}

function isPaidBy(
	funding: NonNullable<AskedNeed['funding']>,
	module: OfferedModule,
	hours: number
) {
	const isWhole = hours >= module.hours;
	const hasCertificate = funding.certificates?.includes(module.certificate) ?? true;
	return (isWhole || !funding.wholeOnly) && hasCertificate;
}

/** All modules, best first: what blocks, what must be adapted, price, start, and last the id. */
export function rank(modules: OfferedModule[], need: AskedNeed, today: string) {
	return modules
		.map((module) => judge(module, need, today))
		.sort(
			(a, b) =>
				a.blocks - b.blocks ||
				a.adaptations - b.adaptations ||
				a.price_ore - b.price_ore ||
				compare(a.starts_on ?? '9999', b.starts_on ?? '9999') ||
				compare(a.module_id, b.module_id)
		);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type Judged = ReturnType<typeof judge>;
const isUsable = ({ blocks }: Judged) => blocks === 0;

/** How many more modules a changed need lets in, in that nothing blocks them. */
export function gain(
	modules: OfferedModule[],
	need: AskedNeed,
	change: Partial<AskedNeed>,
	today: string
): number {
	const usable = (asked: AskedNeed) =>
		modules.filter((module) => isUsable(judge(module, asked, today))).length;
	return usable({ ...need, ...change }) - usable(need);
}

/** How many modules would fit as they are, could they start by that day. */
export const gainOfWaiting = (
	modules: OfferedModule[],
	need: AskedNeed,
	until: string,
	today: string
): number =>
	modules
		.map((module) => judge(module, need, today))
		.filter(
			({ blocks, adaptations, verdicts, starts_on }) =>
				blocks === 0 && adaptations === 1 && verdicts.start === 1 && starts_on! <= until
		).length;
