import type { Deviation } from '$lib/domain/orders/comparison';
import type { RequestState } from '$lib/domain/needs/need';
import { decimal, formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import type { DeclineReason, QuoteState } from './quote';

type Words<Code extends string> = Record<Code, () => string>;
type Tones<Code extends string> = Record<
	Code,
	'neutral' | 'accent' | 'positive' | 'caution' | 'negative'
>;

/** The state of a request, as the school that was asked says it. */
export const requestStates: Words<RequestState> = {
	sent: m.quotes_request_sent,
	answered: m.quotes_request_answered,
	declined: m.quotes_request_declined,
	expired: m.quotes_request_expired,
	withdrawn: m.quotes_request_withdrawn
};
export const requestTones: Tones<RequestState> = {
	sent: 'accent',
	answered: 'positive',
	declined: 'neutral',
	expired: 'caution',
	withdrawn: 'neutral'
};

export const quoteStates: Words<QuoteState> = {
	draft: m.quotes_state_draft,
	submitted: m.quotes_state_submitted,
	accepted: m.quotes_state_accepted,
	rejected: m.quotes_state_rejected,
	withdrawn: m.quotes_state_withdrawn,
	expired: m.quotes_state_expired,
	superseded: m.quotes_state_superseded
};
export const quoteTones: Tones<QuoteState> = {
	draft: 'neutral',
	submitted: 'accent',
	accepted: 'positive',
	rejected: 'neutral',
	withdrawn: 'neutral',
	expired: 'caution',
	superseded: 'neutral'
};

export const declineReasons: Words<DeclineReason> = {
	no_teacher: m.quotes_decline_no_teacher,
	too_short_notice: m.quotes_decline_too_short_notice,
	too_few_hours: m.quotes_decline_too_few_hours,
	not_our_subject: m.quotes_decline_not_our_subject,
	cannot_adapt: m.quotes_decline_cannot_adapt,
	other: m.quotes_decline_other
};

/** Where a quote is not what was asked for, in a sentence to the school that writes it. */
export function hintWords(hint: Deviation): string {
	const { asked, given } = hint;
	const numbers = { asked: amount(asked), given: amount(given) };
	switch (hint.code) {
		case 'longer_sessions':
			return m.quotes_hint_longer_sessions(numbers);
		case 'longer_weeks':
			return m.quotes_hint_longer_weeks(numbers);
		case 'fewer_hours':
			return m.quotes_hint_fewer_hours(numbers);
		case 'more_hours':
			return m.quotes_hint_more_hours(numbers);
		case 'fewer_participants':
			return m.quotes_hint_fewer_participants(numbers);
		case 'more_participants':
			return m.quotes_hint_more_participants(numbers);
		case 'later_start':
			return m.quotes_hint_later_start({
				asked: formatDate(hint.asked),
				given: formatDate(hint.given)
			});
		case 'other_place':
			return m.quotes_hint_other_place();
		case 'over_ceiling':
			throw new Error('schools are not told the ceiling');
	}
}

const amount = (value: number | string) => (typeof value === 'number' ? decimal(value) : value);
