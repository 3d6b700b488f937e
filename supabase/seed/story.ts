import type { DemoCandidate } from './candidates.ts';
import type { Day } from './days.ts';
import type { Funding } from './finances.ts';

/** What became of one need: as far as it has come, and no further. `telling.ts` makes the rows of it. */
export interface Story {
	key: string;
	candidate: DemoCandidate;
	need: DemoNeed;
	createdOn: Day;
	/** Without it, the need is a draft. */
	submittedOn?: Day;
	requests?: DemoRequest[];
	order?: DemoOrder;
	training?: DemoTraining;
	unmet?: { on: Day; reason: string };
	/** The people concerned are told of it; what is over has been read long ago. */
	isLive?: boolean;
}

type WeekTime = [weekday: number, starts: string, ends: string];

export interface DemoNeed {
	subject: string;
	goal: string;
	hours?: number;
	sessionMax: number;
	weeklyMax: number;
	place: 'workplace' | 'school' | 'online' | 'any';
	startsOn: Day;
	funding: Funding;
	participants?: number;
	workplace?: string;
	placementKind?: 'internship' | 'wage_subsidy' | 'small_job' | 'job';
	tasks?: string;
	danishLevel?: 'none' | 'A1' | 'A2' | 'B1' | 'B2';
	accommodations?: string[];
	accommodationNote?: string;
	wish?: string;
	ceilingKroner?: number;
	workTimes?: WeekTime[];
	/** When training can be. */
	freeTimes?: WeekTime[];
	/** Those who learn together with the candidate, and manage at least as much. */
	together?: {
		candidate: DemoCandidate;
		sessionMax: number;
		weeklyMax: number;
		danishLevel: string;
	}[];
}

export const participantsOf = ({ participants, together }: DemoNeed) =>
	together ? together.length + 1 : (participants ?? 1);

export interface DemoRequest {
	provider: string;
	/** Key of the module that the broker found; without it, the school is asked openly. */
	module?: string;
	sentOn: Day;
	answerBy: Day;
	declined?: { on: Day; code: string; reason?: string };
	questions?: DemoQuestion[];
	quote?: DemoQuote;
}

interface DemoQuestion {
	on: Day;
	question: string;
	answered?: { on: Day; answer: string };
}

interface DemoQuote {
	on: Day;
	startsOn: Day;
	validUntil: Day;
	hours: number;
	/** Key of the module that it is made from, unless that is the one asked for. */
	module?: string;
	weeklyHours?: number;
	/** The week that it proposes; what a session and a week last follows the module and the need. */
	week?: WeekTime[];
	note?: string;
}

interface DemoOrder {
	/** The school whose quote was accepted. */
	provider: string;
	on: Day;
	reasonCode: 'cheapest' | 'earliest' | 'best_fit' | 'other';
	reason?: string;
	/** When an approver decided; only above the limit. Without it, such an order still waits. */
	approvedOn?: Day;
	/** What the school has proposed since, of what is counted by the hour; not answered yet. */
	change?: { on: Day; hours: number; reason: string };
}

export interface DemoTraining {
	/** Without it, the training is planned. */
	startedOn?: Day;
	endedOn?: Day;
	hoursHeld?: number;
	dropped?: { code: string; reason?: string };
	/** How the school reaches the candidate while it lasts. */
	contact?: { on: Day; firstName: string; contact: string };
}
