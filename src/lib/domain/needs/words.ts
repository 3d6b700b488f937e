import { formatHours } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { DanishLevel } from '$lib/domain/catalogue/module';
import type {
	Accommodation,
	DeclineReason,
	NeedPlace,
	NeedState,
	ParticipantLimits,
	PlacementKind,
	RequestState,
	SharedField
} from './need';

/** What a code is called, in the reader's language; a code without words does not compile. */
type Words<Code extends string> = Record<Code, () => string>;

const needStates: Words<NeedState> = {
	draft: m.needs_state_draft,
	open: m.needs_state_open,
	awarded: m.needs_state_awarded,
	completed: m.needs_state_completed,
	closed_unmet: m.needs_state_closed_unmet,
	withdrawn: m.needs_state_withdrawn
};
export const needStateWord = (code: NeedState) => needStates[code]();

const requestStates: Words<RequestState> = {
	sent: m.needs_request_sent,
	answered: m.needs_request_answered,
	declined: m.needs_request_declined,
	expired: m.needs_request_expired,
	withdrawn: m.needs_request_withdrawn
};
export const requestStateWord = (code: RequestState) => requestStates[code]();

const declineReasons: Words<DeclineReason> = {
	no_teacher: m.needs_decline_no_teacher,
	too_short_notice: m.needs_decline_too_short_notice,
	too_few_hours: m.needs_decline_too_few_hours,
	not_our_subject: m.needs_decline_not_our_subject,
	cannot_adapt: m.needs_decline_cannot_adapt,
	other: m.needs_decline_other
};
/** Why a school said no, as the broker reads it. */
export const declineReasonWord = (code: DeclineReason) => declineReasons[code]();

const placementKinds: Words<PlacementKind> = {
	internship: m.needs_placement_internship,
	wage_subsidy: m.needs_placement_wage_subsidy,
	small_job: m.needs_placement_small_job,
	job: m.needs_placement_job
};
export const placementKindWord = (code: PlacementKind) => placementKinds[code]();

const needPlaces: Words<NeedPlace> = {
	workplace: m.needs_place_workplace,
	school: m.needs_place_school,
	online: m.needs_place_online,
	any: m.needs_place_any
};
/** As a choice: "På arbejdspladsen". */
export const needPlaceWord = (code: NeedPlace) => needPlaces[code]();

const danishLevels: Words<DanishLevel> = {
	none: m.needs_danish_none,
	A1: m.needs_danish_a1,
	A2: m.needs_danish_a2,
	B1: m.needs_danish_b1,
	B2: m.needs_danish_b2,
	C1: m.needs_danish_c1
};
export const danishLevelWord = (code: DanishLevel) => danishLevels[code]();

const accommodations: Words<Accommodation> = {
	breaks: m.needs_accommodation_breaks,
	short_sessions: m.needs_accommodation_short_sessions,
	quiet_place: m.needs_accommodation_quiet_place,
	fixed_contact: m.needs_accommodation_fixed_contact,
	oral_instruction: m.needs_accommodation_oral_instruction,
	visual_support: m.needs_accommodation_visual_support,
	seated_work: m.needs_accommodation_seated_work,
	flexible_attendance: m.needs_accommodation_flexible_attendance,
	interpreter: m.needs_accommodation_interpreter
};
export const accommodationWord = (code: Accommodation) => accommodations[code]();

const sharedFields: Words<SharedField> = {
	workplace: m.needs_shared_workplace,
	work_times: m.needs_shared_work_times,
	danish_level: m.needs_shared_danish_level,
	accommodations: m.needs_shared_accommodations,
	candidate_wish: m.needs_shared_candidate_wish,
	target_group: m.needs_shared_target_group
};
export const sharedFieldWord = (code: SharedField) => sharedFields[code]();

/** What is said when a number of schools have been asked. */
export function askedNow(count: number): string {
	if (count === 0) return m.needs_asked_before();
	return count === 1 ? m.needs_asked_now_one() : m.needs_asked_now({ count });
}

const days = [
	m.needs_day_1,
	m.needs_day_2,
	m.needs_day_3,
	m.needs_day_4,
	m.needs_day_5,
	m.needs_day_6,
	m.needs_day_7
];

/** "2 timer ad gangen, 4 timer om ugen, A2" */
export function limitsWord({
	sessionHoursMax,
	weeklyHoursMax,
	danishLevel
}: ParticipantLimits): string {
	const parts = [
		sessionHoursMax !== null && m.needs_limit_session({ hours: formatHours(sessionHoursMax) }),
		weeklyHoursMax !== null && m.needs_limit_week({ hours: formatHours(weeklyHoursMax) }),
		danishLevel && m.needs_limit_danish({ level: danishLevelWord(danishLevel) })
	];
	return parts.filter(Boolean).join(', ') || m.needs_limit_none();
}

const shortDays = [
	m.needs_day_short_1,
	m.needs_day_short_2,
	m.needs_day_short_3,
	m.needs_day_short_4,
	m.needs_day_short_5,
	m.needs_day_short_6,
	m.needs_day_short_7
];
/** `1` → "ma" */
export const weekdayShort = (day: number): string => shortDays[day - 1]!();

/** `1` → "Mandag" */
export const weekday = (day: number): string => days[day - 1]!();

/** `{ weekday: 1, starts: '08:00:00', ends: '12:00:00' }` → "Mandag 8.00–12.00" */
export const workTime = (time: { weekday: number; starts: string; ends: string }): string =>
	`${weekday(time.weekday)} ${clock(time.starts)}–${clock(time.ends)}`;

const clock = (time: string) => time.slice(0, 5).replace(/^0/, '').replace(':', '.');

/** Codes with their words, as a group of choices wants them. */
export function optionsOf<Code extends string>(
	codes: readonly Code[],
	word: (code: Code) => string
) {
	return codes.map((value) => ({ value, label: word(value) }));
}
