/** What a school reads of a need: what is asked, as far as the candidate has agreed to share it. */
import type { ModuleElement } from '$lib/domain/catalogue/module';
import { listWords } from '$lib/domain/catalogue/words';
import { wantedOfTraining, wishFacts } from '$lib/domain/needs/describe';
import type { KeptTailoring } from '$lib/domain/needs/wish';
import {
	accommodationWord,
	danishLevelWord,
	limitsWord,
	needPlaceWord,
	workTime
} from '$lib/domain/needs/words';
import { formatDate, formatHours } from '$lib/domain/shared/format';
import { named } from '$lib/domain/shared/named';
import { m } from '$lib/paraglide/messages';
import type { Brief } from './quote';

export interface BriefFact {
	term: string;
	value: string | null;
}

/** Terms and values, in the order in which they are read. */
export function briefFacts(brief: Brief): BriefFact[] {
	return [
		{ term: m.quotes_brief_goal(), value: brief.goal },
		...(brief.goodEnough ? [{ term: m.needs_good_enough(), value: brief.goodEnough }] : []),
		{
			term: m.quotes_brief_hours(),
			value:
				brief.hoursWanted === null ? m.quotes_brief_hours_open() : formatHours(brief.hoursWanted)
		},
		{ term: m.quotes_brief_session(), value: formatHours(brief.sessionHoursMax) },
		{ term: m.quotes_brief_week(), value: formatHours(brief.weeklyHoursMax) },
		{ term: m.quotes_brief_participants(), value: String(brief.participants) },
		...(brief.participantLimits
			? [{ term: m.needs_participant_limits(), value: limitsOf(brief.participantLimits) }]
			: []),
		{ term: m.quotes_brief_place(), value: needPlaceWord(brief.place) },
		{ term: m.quotes_brief_start(), value: formatDate(brief.startsOn) },
		...wantedOfTraining(brief).map(({ term, value }) => ({ term, value })),
		{ term: m.quotes_brief_workplace(), value: shared(brief.workplace) },
		{ term: m.quotes_brief_tasks(), value: shared(brief.tasks) },
		...(brief.hasBuddy ? [{ term: m.needs_buddy_term(), value: m.needs_buddy_is_there() }] : []),
		{ term: m.quotes_brief_work_times(), value: workWeek(brief) },
		...(brief.freeTimes?.length
			? [{ term: m.quotes_brief_free(), value: brief.freeTimes.map(workTime).join('\n') }]
			: []),
		{
			term: m.quotes_brief_danish(),
			value: shared(brief.danishLevel && danishLevelWord(brief.danishLevel))
		},
		{ term: m.quotes_brief_accommodations(), value: accommodations(brief) },
		{ term: m.quotes_brief_wish(), value: shared(brief.candidateWish) },
		{
			term: m.quotes_brief_target_group(),
			value: shared(brief.targetGroup && named(brief.targetGroup))
		}
	];
}

/** What the need was begun from, as it was tailored, when that is a module of this school. */
export function wishedFacts(
	wish: KeptTailoring,
	module: { elements: readonly Pick<ModuleElement, 'number' | 'title'>[] } | undefined
): BriefFact[] {
	const titles = (module?.elements ?? [])
		.filter(({ number }) => wish.elements.includes(number))
		.map(({ title }) => title);
	return [{ term: m.catalogue_column_title(), value: wish.title }, ...wishFacts(wish, titles)];
}

/** What was not shared is said, so that nobody takes it for "nothing". */
const shared = (text: string | null) => text || m.quotes_not_shared();

const limitsOf = (limits: NonNullable<Brief['participantLimits']>) =>
	limits
		.map((one) =>
			limitsWord({
				sessionHoursMax: one.session_hours_max,
				weeklyHoursMax: one.weekly_hours_max,
				danishLevel: one.danish_level
			})
		)
		.join('\n');

const workWeek = ({ workTimes }: Brief) =>
	workTimes?.length
		? [...workTimes.map(workTime), m.quotes_brief_work_times_text()].join('\n')
		: m.quotes_not_shared();

function accommodations({ accommodations: codes, accommodationNote: note }: Brief): string {
	if (codes === null) return m.quotes_not_shared();
	const list = codes.length ? listWords(codes.map(accommodationWord)) : '';
	return [list, note].filter(Boolean).join('\n') || m.quotes_brief_none();
}
