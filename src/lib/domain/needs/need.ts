/** What a need is: the codes that the database knows, and a need as it is written down. */
import {
	PLACES,
	type DanishLevel,
	type DeliveryForm,
	type Support
} from '$lib/domain/catalogue/module';
import type { Session } from '$lib/domain/members/session';
import { addDays } from '$lib/domain/shared/day';

export const NEED_STATES = [
	'draft',
	'open',
	'awarded',
	'completed',
	'closed_unmet',
	'withdrawn'
] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const REQUEST_STATES = ['sent', 'answered', 'declined', 'expired', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const DECLINE_REASONS = [
	'no_teacher',
	'too_short_notice',
	'too_few_hours',
	'not_our_subject',
	'cannot_adapt',
	'other'
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const PLACEMENT_KINDS = ['internship', 'wage_subsidy', 'small_job', 'job'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Where upskilling may take place, as a need says it. */
export const NEED_PLACES = [...PLACES, 'any'] as const;
export type NeedPlace = (typeof NEED_PLACES)[number];

/** What helps a candidate, in functional words; never why it is needed. */
export const ACCOMMODATIONS = [
	'breaks',
	'short_sessions',
	'quiet_place',
	'fixed_contact',
	'oral_instruction',
	'visual_support',
	'seated_work',
	'flexible_attendance',
	'interpreter'
] as const;
export type Accommodation = (typeof ACCOMMODATIONS)[number];

/** What the candidate may let asked schools see, beside the goal and the hours. */
export const SHARED_FIELDS = [
	'workplace',
	'work_times',
	'danish_level',
	'accommodations',
	'candidate_wish',
	'target_group'
] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/**
 * What is ticked before anyone has chosen: what a school needs in order to plan, and nothing about
 * the person. The rest is shared only when somebody says so.
 */
export const SHARED_AT_FIRST: readonly SharedField[] = ['workplace', 'work_times', 'danish_level'];

/** What training can be asked to end in, beside the certificate of participation that all of it ends in. */
export const ASKED_CERTIFICATES = ['amu', 'statutory'] as const;
export type AskedCertificate = (typeof ASKED_CERTIFICATES)[number];

/** A day's working hours, such as 08:00 to 12:00; Monday is 1. */
export interface WorkTime {
	weekday: number;
	starts: string;
	ends: string;
}

/** What one of several participants manages; null where it is not known, or not shared. */
export interface ParticipantLimits {
	sessionHoursMax: number | null;
	weeklyHoursMax: number | null;
	danishLevel: DanishLevel | null;
}

/** The most candidates that a need names; the database adds no more. */
export const MOST_PARTICIPANTS = 20;

/** A candidate of a need that is about several. */
export interface Participant extends ParticipantLimits {
	id: string;
	alias: string;
	/** In the reader's language. */
	targetGroup: string;
	/** The one that the need was begun for, who stays. */
	isOwn: boolean;
}

/** A need as the broker writes it, half-filled or whole. */
export interface NeedDraft {
	candidateAlias: string | null;
	targetGroupCode: string | null;
	candidateWish: string | null;
	participants: number;
	workplace: string | null;
	placementKind: PlacementKind | null;
	tasks: string | null;
	workTimes: WorkTime[];
	/** A colleague at the workplace is there for the candidate. */
	hasBuddy: boolean;
	subjectCode: string | null;
	goal: string | null;
	/** What the candidate must be able to do for it to be enough. */
	goodEnough: string | null;
	certificateKind: AskedCertificate | null;
	support: Support[];
	hoursWanted: number | null;
	danishLevel: DanishLevel | null;
	accommodations: Accommodation[];
	accommodationNote: string | null;
	sessionHoursMax: number | null;
	weeklyHoursMax: number | null;
	place: NeedPlace | null;
	deliveryForm: DeliveryForm | null;
	/** When training can be; with none at all, whenever work leaves time for it. */
	freeTimes: WorkTime[];
	startsOn: string | null;
	endsBy: string | null;
	fundingSourceId: string | null;
	priceCeilingOre: number | null;
	sharedFields: SharedField[];
	hasConsent: boolean;
}

/** The most that a need can say. */
export const NEED_LIMITS = { sessionHours: 12, weeklyHours: 37, participants: 100 };

/** A need that nobody has written anything in. */
export const EMPTY_DRAFT: NeedDraft = {
	candidateAlias: null,
	targetGroupCode: null,
	candidateWish: null,
	participants: 1,
	workplace: null,
	placementKind: null,
	tasks: null,
	workTimes: [],
	hasBuddy: false,
	subjectCode: null,
	goal: null,
	goodEnough: null,
	certificateKind: null,
	support: [],
	hoursWanted: null,
	danishLevel: null,
	accommodations: [],
	accommodationNote: null,
	sessionHoursMax: null,
	weeklyHoursMax: null,
	place: null,
	deliveryForm: null,
	freeTimes: [],
	startsOn: null,
	endsBy: null,
	fundingSourceId: null,
	priceCeilingOre: null,
	sharedFields: [...SHARED_AT_FIRST],
	hasConsent: false
};

/** When training may begin until somebody says otherwise: the Monday that comes after two weeks. */
export function firstStart(today: string): string {
	const earliest = addDays(today, 14);
	const weekday = new Date(earliest).getUTCDay();
	return addDays(earliest, (8 - weekday) % 7);
}

/** The draft with one step's answers in it; what the step does not ask about is kept. */
export function merge(draft: NeedDraft, answers: Partial<NeedDraft>): NeedDraft {
	return { ...draft, ...answers };
}

/** Whether a step says what the draft says already, as a form that is sent twice does. */
export function saysNothingNew(draft: NeedDraft, answers: Partial<NeedDraft>): boolean {
	return JSON.stringify(merge(draft, answers)) === JSON.stringify(draft);
}

/** The need's own broker, or a coordinator of the job centre; the database asks for the same. */
export function mayHandle(
	need: { jobCentreId: string; ownerId: string },
	{ userId, memberships }: Pick<Session, 'userId' | 'memberships'>
): boolean {
	const roles = memberships
		.filter(({ organisationId }) => organisationId === need.jobCentreId)
		.map(({ role }) => role);
	return roles.includes('coordinator') || (roles.includes('broker') && need.ownerId === userId);
}

/** Whether sealed quotes have been opened; the database asks for the same. */
export const isOpened = ({
	requests,
	quotes
}: {
	requests: readonly { isSealed: boolean }[];
	quotes: { submitted: number };
}): boolean =>
	// Quotes under seal are not seen at all: what is seen has been opened.
	quotes.submitted > 0 && requests.some(({ isSealed }) => isSealed);

/** Whether the last round has come to nothing, so that schools may be asked once more; the database asks for the same. */
export const canAskAgain = ({
	state,
	requests,
	quotes
}: {
	state: NeedState;
	requests: { state: RequestState }[];
	quotes: { submitted: number; accepted: boolean };
}): boolean =>
	state === 'closed_unmet' ||
	(state === 'open' &&
		requests.some((request) => request.state !== 'withdrawn') &&
		requests.every((request) => request.state !== 'sent') &&
		quotes.submitted === 0 &&
		!quotes.accepted);

/** A module of a list and its school, as the value of one checkbox. */
export const pickValue = (row: { moduleId: string; schoolId: string }) =>
	`${row.schoolId}.${row.moduleId}`;

/** The chip that says that the number of hours is typed beside it. */
export const OTHER = 'other';
/** Hours that are usual, as chips: most candidates manage few at a time. */
export const SESSION_HOURS = ['1', '1,5', '2', '3', '4', '7,4'];
export const WEEKLY_HOURS = ['2', '3', '4', '6', '8', '12', '15', '20'];
export const HOURS_WANTED = ['10', '20', '25', '40', '60'];
