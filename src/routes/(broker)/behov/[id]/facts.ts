import { alwaysSeen, neverSeen, sharedText, wishFacts } from '$lib/domain/needs/describe';
import { SHARED_FIELDS } from '$lib/domain/needs/need';
import { sharedFieldWord } from '$lib/domain/needs/words';
import type { NeedMatter } from '$lib/server/needs/reading';

/** What a need says: to the schools that are asked, inside the job centre only, and of what it was begun from. */
export function needFacts({ draft, names, wish }: NeedMatter) {
	const shared = SHARED_FIELDS.map((field) => ({
		term: sharedFieldWord(field),
		value: sharedText(field, draft, names),
		isShared: draft.sharedFields.includes(field)
	}));
	return {
		seen: [...alwaysSeen(draft, names), ...shared.filter(({ isShared }) => isShared)],
		inside: [...neverSeen(draft, names), ...shared.filter(({ isShared }) => !isShared)],
		wished: wish ? wishFacts(wish, wish.elementTitles) : []
	};
}
