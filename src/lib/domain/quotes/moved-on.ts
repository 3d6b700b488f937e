import { m } from '$lib/paraglide/messages';

/** By the state that the need, the request or the quote was found in. */
const why: Record<string, () => string> = {
	withdrawn: m.quotes_moved_on_withdrawn,
	closed_unmet: m.quotes_moved_on_closed,
	awarded: m.quotes_moved_on_awarded,
	completed: m.quotes_moved_on_awarded,
	accepted: m.quotes_moved_on_awarded,
	declined: m.quotes_moved_on_declined,
	answered: m.quotes_moved_on_answered
};

/** Tells a school why what it has just typed could not be sent: the refusal `wrong_state`. */
export const movedOn = ({ state }: Record<string, unknown>) =>
	`${(why[String(state)] ?? m.quotes_moved_on_other)()} ${m.quotes_moved_on_kept()}`;
