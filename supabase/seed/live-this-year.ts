import { workOf, type DemoCandidate } from './candidates.ts';
import { moduleBy } from './catalogue.ts';
import { before, type Day } from './days.ts';
import type { DemoNeed, DemoTraining, Story } from './story.ts';

interface Bought {
	module: string;
	funding: DemoNeed['funding'];
	goal: string;
	hours: number;
	participants?: number;
	daysAgo: number;
	dropped?: DemoTraining['dropped'];
}

/** What this year's money has gone to; together with what is planned, it is more than the mentor budget. */
const BOUGHT: Bought[] = [
	{
		module: 'clavis-individual',
		funding: 'lab_91',
		goal: 'Tale med kunderne om det, de spørger om.',
		hours: 20,
		daysAgo: 140
	},
	{
		module: 'zbc-food-hygiene',
		funding: 'lab_91',
		goal: 'Holde køkkenet rent efter reglerne.',
		hours: 25,
		daysAgo: 125
	},
	{
		module: 'rts-truck',
		funding: 'amu',
		goal: 'Få certifikat til gaffeltruck.',
		hours: 51.8,
		daysAgo: 110
	},
	{
		module: 'absalon-buddy',
		funding: 'mentor',
		goal: 'Otte kolleger skal kunne tage godt imod.',
		hours: 5,
		participants: 8,
		daysAgo: 100
	},
	{
		module: 'zealand-service',
		funding: 'lab_91',
		goal: 'Tage imod kunder i butikken.',
		hours: 12,
		daysAgo: 95,
		dropped: { code: 'job_found' }
	}
];

export function roskildeThisYear(today: Day, candidates: DemoCandidate[]): Story[] {
	return BOUGHT.map((bought, index): Story => {
		const { funding, goal, hours, participants, daysAgo, dropped } = bought;
		const candidate = candidates[index]!;
		const module = moduleBy(bought.module);
		const { provider, subject } = module;
		const then = (days: number) => before(today, daysAgo - days);
		const isWhole = module.whole !== undefined;
		const startedOn = then(24);
		return {
			key: `year-${module.key}`,
			candidate,
			createdOn: then(0),
			submittedOn: then(0),
			need: {
				...workOf(candidate),
				subject,
				goal,
				participants,
				hours: isWhole ? undefined : hours,
				sessionMax: isWhole ? 7.4 : 5,
				weeklyMax: isWhole ? 37 : 5,
				place: 'any',
				startsOn: startedOn,
				funding,
				danishLevel: 'B1'
			},
			requests: [
				{
					provider,
					module: module.key,
					sentOn: then(1),
					answerBy: then(9),
					quote: { on: then(5), startsOn: startedOn, validUntil: then(40), hours }
				}
			],
			order: { provider, on: then(10), reasonCode: 'best_fit', approvedOn: then(13) },
			training: dropped
				? { startedOn, endedOn: then(31), hoursHeld: 4, dropped }
				: { startedOn, endedOn: before(today, 8 + index), hoursHeld: hours }
		};
	});
}
