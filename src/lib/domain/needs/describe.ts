/** A need in words: what schools always see, what they see when the candidate agrees, and what stays. */
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { tailoringFacts } from '$lib/domain/catalogue/describe-tailoring';
import { tailoringWords } from '$lib/domain/catalogue/tailoring-words';
import { certificateWord, deliveryFormWord, supportWord } from '$lib/domain/catalogue/words';
import { m } from '$lib/paraglide/messages';
import type { NeedDraft, ParticipantLimits, SharedField } from './need';
import type { Step } from './steps';
import type { KeptTailoring } from './wish';
import {
	accommodationWord,
	danishLevelWord,
	limitsWord,
	needPlaceWord,
	placementKindWord,
	workTime
} from './words';

/** Names of what a draft points at, in the reader's language. */
export interface NeedNames {
	subject: string | null;
	targetGroup: string;
	fundingSource: string | null;
	/** Of all candidates that the need is about. */
	aliases: readonly string[];
	/** What each manages, when there are several. */
	limits: readonly ParticipantLimits[];
}

export interface Fact {
	term: string;
	/** Null when nothing has been said. */
	value: string | null;
	/** Where it is said. */
	step: Step;
}

/** What every school that is asked sees. */
export function alwaysSeen(draft: NeedDraft, names: NeedNames): Fact[] {
	return [
		{ term: m.needs_subject(), value: names.subject, step: 'maalet' },
		{ term: m.needs_goal(), value: draft.goal, step: 'maalet' },
		{ term: m.needs_good_enough(), value: draft.goodEnough, step: 'maalet' },
		{
			term: m.needs_hours_wanted(),
			value: draft.hoursWanted === null ? m.needs_hours_all() : formatHours(draft.hoursWanted),
			step: 'maalet'
		},
		{ term: m.needs_session_hours(), value: hours(draft.sessionHoursMax), step: 'tid-og-sted' },
		{ term: m.needs_weekly_hours(), value: hours(draft.weeklyHoursMax), step: 'tid-og-sted' },
		{
			term: m.needs_participants(),
			value: String(draft.participants),
			step: 'tid-og-sted'
		},
		...limitFacts(draft, names),
		{
			term: m.needs_place(),
			value: draft.place && needPlaceWord(draft.place),
			step: 'tid-og-sted'
		},
		{
			term: m.needs_starts_on(),
			value: draft.startsOn && formatDate(draft.startsOn),
			step: 'tid-og-sted'
		},
		...wantedOfTraining(draft)
	];
}

/** What each of several manages; the level of Danish only where it is shared. */
function limitFacts({ sharedFields }: NeedDraft, { limits }: NeedNames): Fact[] {
	if (limits.length === 0) return [];
	const seen = limits.map((each) => ({
		...each,
		danishLevel: sharedFields.includes('danish_level') ? each.danishLevel : null
	}));
	return [
		{
			term: m.needs_participant_limits(),
			value: seen.map(limitsWord).join('\n'),
			step: 'kandidat'
		}
	];
}

/** What is only told when it is asked for: nothing said is no wish. */
export function wantedOfTraining({
	endsBy,
	deliveryForm,
	certificateKind,
	support
}: Pick<NeedDraft, 'endsBy' | 'deliveryForm' | 'certificateKind' | 'support'>) {
	const wanted: Fact[] = [
		{ term: m.needs_ends_by(), value: endsBy && formatDate(endsBy), step: 'tid-og-sted' },
		{
			term: m.needs_delivery_form(),
			value: deliveryForm && deliveryFormWord(deliveryForm),
			step: 'tid-og-sted'
		},
		{
			term: m.needs_certificate(),
			value: certificateKind && certificateWord(certificateKind),
			step: 'maalet'
		},
		{ term: m.needs_support(), value: support.map(supportWord).join(', ') || null, step: 'maalet' }
	];
	return wanted.filter((fact) => fact.value !== null);
}

/** What a school sees of a field that the candidate may share, word for word; null when it is empty. */
export function sharedText(
	field: SharedField,
	draft: NeedDraft,
	names: Pick<NeedNames, 'targetGroup'>
): string | null {
	switch (field) {
		case 'workplace':
			return together([
				draft.workplace,
				draft.tasks,
				draft.hasBuddy ? m.needs_buddy_is_there() : null
			]);
		case 'work_times':
			return together([
				draft.workTimes.map(workTime).join(', '),
				draft.freeTimes.length > 0
					? m.needs_free_times_are({ times: draft.freeTimes.map(workTime).join(', ') })
					: null
			]);
		case 'danish_level':
			return draft.danishLevel && danishLevelWord(draft.danishLevel);
		case 'accommodations':
			return together([
				draft.accommodations.map(accommodationWord).join(', '),
				draft.accommodationNote
			]);
		case 'candidate_wish':
			return draft.candidateWish;
		case 'target_group':
			return names.targetGroup;
	}
}

/** The module that a need was begun from, as it was tailored; seen by its school only. */
export const wishFacts = (wish: KeptTailoring, elementTitles: readonly string[]) => [
	...tailoringFacts(tailoringWords(), wish, elementTitles),
	{ term: m.catalogue_plan_price(), value: formatKroner(wish.priceOre) }
];

/** What no school ever sees. */
export function neverSeen(draft: NeedDraft, names: NeedNames): Fact[] {
	return [
		{ term: m.needs_candidate(), value: names.aliases.join(', '), step: 'kandidat' },
		{
			term: m.needs_placement(),
			value: draft.placementKind && placementKindWord(draft.placementKind),
			step: 'arbejdspladsen'
		},
		{ term: m.needs_funding(), value: names.fundingSource, step: 'oekonomi' },
		{
			term: m.needs_ceiling(),
			value: draft.priceCeilingOre === null ? null : formatKroner(draft.priceCeilingOre),
			step: 'oekonomi'
		}
	];
}

const hours = (value: number | null) => (value === null ? null : formatHours(value));
const together = (texts: (string | null)[]) => texts.filter(Boolean).join('. ') || null;
