import { addDays, before, type Day } from './days.ts';
import { idOf } from './ids.ts';
import { KOEGE, ROSKILDE } from './organisations.ts';
import type { Row } from './rows.ts';

export interface DemoCandidate {
	id: string;
	jobCentre: string;
	alias: string;
	targetGroup: string;
	weeklyHours: number | null;
	referredOn: Day;
	placements: DemoPlacement[];
}

interface DemoPlacement {
	kind: 'internship' | 'wage_subsidy' | 'small_job' | 'job';
	workplace: string;
	startsOn: Day;
	endsOn: Day | null;
}

/**
 * Table 5 and figure 6 of the evaluation, as the candidates are dealt out. The evaluation does not say how many
 * Ukrainians were still in a job after six months; here none were.
 */
const ORIGINAL = { referred: 138, placed: 85, inJob: 34, afterSixMonths: 18 };
const UKRAINIAN = { referred: 90, placed: 59, inJob: 44, wageSubsidy: 31 };
const ORIGINAL_GROUPS = { non_western_women: 6, social_free_card: 4, resource_programme: 36 };
const WEEKLY_HOURS = { fullTime: 6, upTo30: 11, unknown: 1 };

const WORKPLACES = [
	'Kantine i Roskilde',
	'Lager i Roskilde',
	'Rengøringsfirma i Roskilde',
	'Plejehjem i Roskilde',
	'Dagligvarebutik i Roskilde',
	'Værksted i Roskilde',
	'Arrangør af sport i Roskilde'
];
const FEW_HOURS = [2, 3, 4, 6, 8, 10, 12, 15, 20];
const INTERNSHIP_DAYS = 38;

/** Deals cards that look shuffled and are the same every time: each rank once, when step and size share no factor. */
const shuffled = (index: number, size: number, step: number) => (index * step) % size;

/** Rank 0 came furthest. The first nine are in a small job that goes on to this day. */
export const originalByRank: DemoCandidate[] = deal(ORIGINAL.referred, (index, rank) => {
	const referredOn = addDays('2021-02-01', index * 6);
	return {
		...candidate(ROSKILDE, index + 1, originalGroup(shuffled(index, ORIGINAL.referred, 53))),
		weeklyHours: weeklyHours(shuffled(index, ORIGINAL.referred, 65)),
		referredOn,
		placements: [
			...(rank < ORIGINAL.placed ? [internship(index, referredOn)] : []),
			...(rank < ORIGINAL.inJob ? [smallJob(index, rank, referredOn)] : [])
		]
	};
});

export const ukrainiansByRank: DemoCandidate[] = deal(UKRAINIAN.referred, (index, rank) => {
	const referredOn = addDays('2022-04-20', index * 4);
	const placements: DemoPlacement[] = [];
	if (rank < UKRAINIAN.placed) placements.push(internship(index, referredOn));
	if (rank < UKRAINIAN.inJob) {
		const startsOn = addDays(placements[0]!.endsOn!, 1);
		placements.push({
			kind: rank < UKRAINIAN.wageSubsidy ? 'wage_subsidy' : rank % 3 ? 'job' : 'small_job',
			workplace: placements[0]!.workplace,
			startsOn,
			endsOn: addDays(startsOn, 90 + (index % 5) * 15)
		});
	}
	return {
		...candidate(ROSKILDE, ORIGINAL.referred + index + 1, 'ukrainian_refugee'),
		weeklyHours: 37 - (index % 3) * 5,
		referredOn,
		placements
	};
});

/** Those of today, outside the evaluation's target groups: their training moves none of its figures. */
export function jobReady(today: Day): { roskilde: DemoCandidate[]; koege: DemoCandidate[] } {
	const first = ORIGINAL.referred + UKRAINIAN.referred + 1;
	const make = (jobCentre: string, town: string, from: number) => (_: unknown, index: number) => {
		const startsOn = before(today, 150 - index * 5);
		return {
			...candidate(jobCentre, from + index, 'job_ready'),
			weeklyHours: [20, 25, 30, 37][index % 4]!,
			referredOn: addDays(startsOn, -21),
			placements: [
				{
					kind: index % 2 ? ('wage_subsidy' as const) : ('small_job' as const),
					workplace: WORKPLACES[index % WORKPLACES.length]!.replace('Roskilde', town),
					startsOn,
					endsOn: null
				}
			]
		};
	};
	return {
		roskilde: Array.from({ length: 12 }, make(ROSKILDE, 'Roskilde', first)),
		koege: Array.from({ length: 8 }, make(KOEGE, 'Køge', 1))
	};
}

/** Where a candidate works, from the placement that still goes on. */
export function workOf(one: DemoCandidate): Pick<DemoPlacement, 'workplace'> & {
	placementKind: DemoPlacement['kind'];
} {
	const { workplace, kind } = one.placements.findLast(({ endsOn }) => endsOn === null)!;
	return { workplace, placementKind: kind };
}

export function candidateRow(one: DemoCandidate): Row<'candidate'> {
	return {
		id: one.id,
		job_centre_id: one.jobCentre,
		alias: one.alias,
		target_group_code: one.targetGroup,
		weekly_hours: one.weeklyHours,
		referred_on: one.referredOn
	};
}

export function placementRows(one: DemoCandidate): Row<'placement'>[] {
	return one.placements.map(({ kind, workplace, startsOn, endsOn }) => ({
		id: idOf(`${one.id}/${kind}`),
		candidate_id: one.id,
		kind,
		workplace,
		starts_on: startsOn,
		ends_on: endsOn
	}));
}

function deal(size: number, make: (index: number, rank: number) => DemoCandidate): DemoCandidate[] {
	const dealt: DemoCandidate[] = [];
	for (let index = 0; index < size; index++) {
		const rank = shuffled(index, size, 37);
		dealt[rank] = make(index, rank);
	}
	return dealt;
}

function candidate(jobCentre: string, number: number, targetGroup: string) {
	const alias = `K-${String(number).padStart(4, '0')}`;
	return { id: idOf(`${jobCentre}/${alias}`), jobCentre, alias, targetGroup };
}

function originalGroup(card: number): string {
	let limit = 0;
	for (const [group, size] of Object.entries(ORIGINAL_GROUPS)) {
		limit += size;
		if (card < limit) return group;
	}
	return 'activity_ready';
}

function weeklyHours(card: number): number | null {
	const { fullTime, upTo30, unknown } = WEEKLY_HOURS;
	if (card < fullTime) return 37;
	if (card < fullTime + upTo30) return card % 2 ? 25 : 30;
	if (card < fullTime + upTo30 + unknown) return null;
	return FEW_HOURS[card % FEW_HOURS.length]!;
}

function internship(index: number, referredOn: Day): DemoPlacement {
	const startsOn = addDays(referredOn, 21 + (index % 5) * 7);
	return {
		kind: 'internship',
		workplace: WORKPLACES[index % WORKPLACES.length]!,
		startsOn,
		endsOn: addDays(startsOn, INTERNSHIP_DAYS)
	};
}

function smallJob(index: number, rank: number, referredOn: Day): DemoPlacement {
	const { workplace, endsOn } = internship(index, referredOn);
	const startsOn = addDays(endsOn!, 1);
	const days = rank < ORIGINAL.afterSixMonths ? 300 + (rank % 4) * 60 : 60 + (rank % 4) * 25;
	return {
		kind: rank % 9 === 8 ? 'job' : rank % 4 === 3 ? 'wage_subsidy' : 'small_job',
		workplace,
		startsOn,
		endsOn: rank < 9 ? null : addDays(startsOn, days)
	};
}
