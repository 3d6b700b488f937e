import type { RequestState } from '$lib/domain/needs/need';
import { m } from '$lib/paraglide/messages';
import type { QuoteState } from './quote';

type Words<Code extends string> = Record<Code, () => string>;
type Tones<Code extends string> = Record<
	Code,
	'neutral' | 'accent' | 'positive' | 'caution' | 'negative'
>;

const requestStates: Words<RequestState> = {
	sent: m.quotes_request_sent,
	answered: m.quotes_request_answered,
	declined: m.quotes_request_declined,
	expired: m.quotes_request_expired,
	withdrawn: m.quotes_request_withdrawn
};
/** The state of a request, as the school that was asked says it. */
export const requestStateWord = (code: RequestState) => requestStates[code]();

export const requestTones: Tones<RequestState> = {
	sent: 'accent',
	answered: 'positive',
	declined: 'neutral',
	expired: 'caution',
	withdrawn: 'neutral'
};

const quoteStates: Words<QuoteState> = {
	draft: m.quotes_state_draft,
	submitted: m.quotes_state_submitted,
	accepted: m.quotes_state_accepted,
	rejected: m.quotes_state_rejected,
	withdrawn: m.quotes_state_withdrawn,
	expired: m.quotes_state_expired,
	superseded: m.quotes_state_superseded
};
export const quoteStateWord = (code: QuoteState) => quoteStates[code]();

export const quoteTones: Tones<QuoteState> = {
	draft: 'neutral',
	submitted: 'accent',
	accepted: 'positive',
	rejected: 'neutral',
	withdrawn: 'neutral',
	expired: 'caution',
	superseded: 'neutral'
};
