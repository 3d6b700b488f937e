import type { DanishLevel, DeliveryForm, Place, Support } from '$lib/domain/catalogue/module';
import type { Named } from '$lib/domain/shared/named';
import type { PriceModel, QUOTE_LINE_KINDS } from '$lib/domain/catalogue/price';
import type { Accommodation, AskedCertificate, NeedPlace, WorkTime } from '$lib/domain/needs/need';
import type { Session } from './schedule';

export type QuoteLineKind = (typeof QUOTE_LINE_KINDS)[number];

export type QuoteState =
	'draft' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn' | 'expired' | 'superseded';

/** A need as the schools that are asked see it; null is what the candidate did not agree to share. */
export interface Brief {
	reference: string;
	subject: Named;
	goal: string;
	participants: number;
	hoursWanted: number | null;
	sessionHoursMax: number;
	weeklyHoursMax: number;
	place: NeedPlace;
	/** ISO date. */
	startsOn: string;
	targetGroup: Named | null;
	workplace: string | null;
	tasks: string | null;
	danishLevel: DanishLevel | null;
	accommodations: Accommodation[] | null;
	accommodationNote: string | null;
	candidateWish: string | null;
	workTimes: WorkTime[] | null;
	/** What each of several manages, by the database's columns; null when there is one, or none is named. */
	participantLimits:
		| {
				session_hours_max: number | null;
				weekly_hours_max: number | null;
				danish_level: DanishLevel | null;
		  }[]
		| null;
	/** When training can be, where that is said and shared. */
	freeTimes: WorkTime[] | null;
	goodEnough: string | null;
	hasBuddy: boolean | null;
	deliveryForm: DeliveryForm | null;
	certificateKind: AskedCertificate | null;
	support: Support[];
	/** ISO date. */
	endsBy: string | null;
}

export interface QuoteLine {
	kind: QuoteLineKind;
	model: PriceModel;
	description: string | null;
	unitPriceOre: number;
	quantity: number;
}

/** What a school writes; the database adds a reference, a state and the sum of the lines. */
export interface QuoteContent {
	moduleId: string | null;
	title: string;
	hours: number;
	sessionHours: number;
	weeklyHours: number;
	participants: number;
	place: Place;
	deliveryForm: DeliveryForm;
	startsOn: string;
	validUntil: string;
	note: string | null;
	/** The week that is proposed; none when the days are agreed later. */
	sessions: Session[];
	lines: QuoteLine[];
}
