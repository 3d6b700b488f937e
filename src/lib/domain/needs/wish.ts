/** What a need was begun from: a module of the catalogue, as it was tailored on its page. */
import type { Tailored, Tailoring } from '$lib/domain/catalogue/tailoring';
import { NEED_LIMITS, type NeedDraft } from './need';

export interface KeptTailoring extends Tailoring {
	moduleId: string;
	/** The module's title and price when the need was begun. */
	title: string;
	priceOre: number;
}

export interface NeedWish extends KeptTailoring {
	school: { id: string; name: string };
	/** Of the elements that are picked, in the module's order, as far as they can still be seen. */
	elementTitles: string[];
}

/** What a tailored module answers of the questions that a need asks, within what a need may say. */
export function answersOf({
	hours,
	sessionHours,
	weeklyHours,
	place,
	participants,
	startsOn
}: Tailored): Pick<
	NeedDraft,
	'hoursWanted' | 'sessionHoursMax' | 'weeklyHoursMax' | 'place' | 'participants'
> &
	Partial<Pick<NeedDraft, 'startsOn'>> {
	return {
		hoursWanted: hours,
		sessionHoursMax: Math.min(sessionHours, NEED_LIMITS.sessionHours),
		weeklyHoursMax: Math.min(weeklyHours, NEED_LIMITS.weeklyHours),
		place,
		participants: Math.min(participants, NEED_LIMITS.participants),
		...(startsOn && { startsOn })
	};
}
