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
	certificate: string;
	leadTimeDays: number;
	places: string[];
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
	const price = totalOre(
		priceLines({ ...module, supplementPercent: 0 }, { hours, participants: need.participants })
	);
	const earliest = addDays(today, module.leadTimeDays);
	const startsOn = earliest > need.startsOn ? earliest : need.startsOn;
	const usualWeek = perWeek ?? module.weeklyHours;
	const weekly = Math.min(need.weeklyHours, usualWeek ?? need.weeklyHours);

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
		start: met(startsOn <= need.startsOn, true),
		funding: met(!need.funding || isPaidBy(need.funding, module, hours), true),
		price: met(
			need.ceilingOre === null || price <= need.ceilingOre,
			module.isDivisible && module.minimumHours < hours
		)
	};
	const all = Object.values(verdicts);
	return {
		module_id: module.id,
		verdicts,
		blocks: all.filter((verdict) => verdict === 2).length,
		adaptations: all.filter((verdict) => verdict === 1).length,
		hours,
		weeks: Math.ceil(steps(hours) / steps(weekly)),
		price_ore: price,
		starts_on: startsOn
	};
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
				compare(a.starts_on, b.starts_on) ||
				compare(a.module_id, b.module_id)
		);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
