import { m } from '$lib/paraglide/messages';

/** Refusals that only the candidate's step can meet. */
export const candidateWords = {
	candidate_has_other: () => m.needs_candidate_has_other_group(),
	not_an_alias: () => m.needs_not_an_alias()
};
