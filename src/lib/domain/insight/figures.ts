import type { CostFigures, GroupFigures, Overview } from './overview';
import { HOUR_BANDS, type HourBand, type Measure } from './codes';

/** A part of a whole between 0 and 1, or more when a target is passed; none of nothing. */
export function share(part: number, whole: number): number | undefined {
	return whole > 0 ? part / whole : undefined;
}

/** A figure beside its target; `reached` is undefined when nobody has counted it. */
export interface AgainstTarget {
	reached: number | undefined;
	target: number | undefined;
	share: number | undefined;
}

export function againstTarget(group: GroupFigures, measure: Measure): AgainstTarget {
	const target = group.targets[measure];
	// Still in a job after six months says nothing of a group that nobody set out to follow so long.
	const isFollowed = measure !== 'in_job_after_six_months' || target !== undefined;
	const reached = isFollowed ? group.reached[measure] : undefined;
	return {
		reached,
		target,
		share: reached === undefined || target === undefined ? undefined : share(reached, target)
	};
}

/** How many of those who were placed got training too. */
export function upskilledOfPlaced(group: GroupFigures): number | undefined {
	return share(group.placedAndUpskilled, group.reached.placed);
}

/** The hours a week that the candidates of a group manage, as shares of all of them. */
export function hourShares(
	group: GroupFigures
): { band: HourBand; candidates: number; share: number }[] {
	const total = HOUR_BANDS.reduce((sum, band) => sum + group.weeklyHours[band], 0);
	return HOUR_BANDS.map((band) => ({
		band,
		candidates: group.weeklyHours[band],
		share: share(group.weeklyHours[band], total) ?? 0
	}));
}

/** What a school gave to a group, with the subjects that it was about, most first. */
export interface ProviderUptake {
	providerId: string;
	providerName: string;
	group: string;
	engagements: number;
	completed: number;
	dropped: number;
	hoursHeld: number;
	totalOre: number;
	subjects: { subject: string | null; engagements: number }[];
}

/** Group by group in the order of the groups, the school with most training first. */
export function byProvider({
	providers,
	groups
}: Pick<Overview, 'providers' | 'groups'>): ProviderUptake[] {
	const uptakes = new Map<string, ProviderUptake>();
	for (const row of providers) {
		const { providerId, providerName, group } = row;
		const key = `${providerId}/${group}`;
		const uptake = uptakes.get(key) ?? { providerId, providerName, group, ...nothing() };
		uptake.engagements += row.engagements;
		uptake.completed += row.completed;
		uptake.dropped += row.dropped;
		uptake.hoursHeld += row.hoursHeld;
		uptake.totalOre += row.totalOre;
		uptake.subjects.push({ subject: row.subject, engagements: row.engagements });
		uptakes.set(key, uptake);
	}
	for (const uptake of uptakes.values()) {
		uptake.subjects.sort((a, b) => b.engagements - a.engagements);
	}
	const position = new Map(groups.map(({ code }, index) => [code, index]));
	return [...uptakes.values()].sort(
		(a, b) => position.get(a.group)! - position.get(b.group)! || b.engagements - a.engagements
	);
}

const nothing = () => ({
	engagements: 0,
	completed: 0,
	dropped: 0,
	hoursHeld: 0,
	totalOre: 0,
	subjects: []
});

export interface Money {
	/** Undefined when no budget is set. */
	budgetOre: number | undefined;
	committedOre: number;
	spentOre: number;
	/** What is left of the budget; negative when it is passed. */
	leftOre: number | undefined;
}

/** Several funding sources as one. The budget is that of those that have one. */
export function totalCost(rows: readonly CostFigures[]): Money {
	const sum = (pick: (row: CostFigures) => number) =>
		rows.reduce((total, row) => total + pick(row), 0);
	const hasBudget = rows.some((row) => row.budgetOre !== null);
	const budgetOre = hasBudget ? sum((row) => row.budgetOre ?? 0) : undefined;
	const committedOre = sum((row) => row.committedOre);
	const spentOre = sum((row) => row.spentOre);
	return {
		budgetOre,
		committedOre,
		spentOre,
		leftOre: budgetOre === undefined ? undefined : budgetOre - committedOre - spentOre
	};
}

/** Spending that the state caps, whatever source it comes from. */
export function cappedCost(rows: readonly CostFigures[]): Money {
	return totalCost(rows.filter((row) => row.isCapped));
}
