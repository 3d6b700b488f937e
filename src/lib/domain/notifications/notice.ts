import { formatDate, formatKroner } from '$lib/domain/shared/format';
import { notChosenWord, REFUSED } from '$lib/domain/quotes/not-chosen';
import { m } from '$lib/paraglide/messages';

/** What the database says that somebody should know: a kind, what it concerns, and references. */
export interface NoticeSource {
	kind: string;
	/** The row that the notice leads to; `paths` says of which table. */
	subjectId: string;
	params: Record<string, unknown>;
}

export interface Notice {
	/** One sentence. */
	text: string;
	/** Path of the page that it leads to. */
	href: string;
}

type Locale = 'da' | 'en';
interface Parts {
	reference: string;
	provider: string;
	jobCentre: string;
	/** Of several, the first one's title and how many there are. */
	title: string;
	count: number;
	/** What a request is about, in the reader's language. */
	subject: string;
	/** The day to answer by, or to start. */
	date: string;
	amount: string;
	/** The last day to confirm an order. */
	confirmBy: string;
	/** The frame agreement that something was ordered straight from. */
	agreement: string;
	/** In what a change is material. */
	changes: string;
	/** Why another quote was chosen, and where the price stood, or that the purchase was refused; not for older notices. */
	reasonCode: string;
	rank: number;
	rankOf: number;
}

const need = (id: string) => `/behov/${id}`;
const quotes = (id: string) => `/behov/${id}/tilbud`;
const request = (id: string) => `/foresporgsler/${id}`;
const order = (id: string) => `/ordrer/${id}`;
const agreement = (id: string) => `/rammeaftaler/${id}`;
const engagement = (id: string) => `/forloeb/${id}`;
const orderChange = (id: string) => `/ordrer/${id}/aendring`;
const engagementChange = (id: string) => `/forloeb/${id}/aendring`;
const approvals = () => '/godkendelser';
const unconfirmed = () => '/moduler?bekraeft=1';

const unconfirmedWords = (parts: Parts, options: { locale: Locale }) =>
	parts.count === 1
		? m.catalogue_notice_unconfirmed_one(parts, options)
		: m.catalogue_notice_unconfirmed(parts, options);

const rejectedWords = (parts: Parts, options: { locale: Locale }) =>
	parts.reasonCode === REFUSED
		? m.notice_quote_refused(parts, options)
		: [
				m.notice_quote_rejected(parts, options),
				...(parts.rank > 0 ? [notChosenWord(parts.reasonCode, parts, options)] : [])
			].join(' ');

/** Older notices say less: what they do not know is left out of the sentence. */
const askedWords = (parts: Parts, options: { locale: Locale }) =>
	parts.subject ? m.notice_request_sent_by(parts, options) : m.notice_request_sent(parts, options);

const boughtWords = (parts: Parts, options: { locale: Locale }) => {
	if (!parts.confirmBy) return m.notice_order_approved(parts, options);
	return parts.agreement
		? m.notice_order_direct(parts, options)
		: m.notice_order_bought(parts, options);
};

const unconfirmedOrderWords = (parts: Parts, options: { locale: Locale }) =>
	parts.confirmBy
		? m.notice_order_unconfirmed_by(parts, options)
		: m.notice_order_unconfirmed(parts, options);

const stillWaitingWords = (parts: Parts, options: { locale: Locale }) =>
	parts.amount
		? m.notice_order_still_waiting(parts, options)
		: m.notice_order_waits_since_before(parts, options);

const changeAwaitingWords = (parts: Parts, options: { locale: Locale }) =>
	parts.amount
		? m.notice_change_awaiting_approval(parts, options)
		: m.notice_change_waits_since_before(parts, options);

const changeStillWaitingWords = (parts: Parts, options: { locale: Locale }) =>
	parts.amount
		? m.notice_change_still_waiting(parts, options)
		: m.notice_change_waits_since_before(parts, options);

const material: Record<string, (inputs: object, options: { locale: Locale }) => string> = {
	price: m.notice_material_price,
	hours: m.notice_material_hours,
	start: m.notice_material_start,
	end: m.notice_material_end,
	place: m.notice_material_place,
	form: m.notice_material_form
};

/** Every kind that the state functions notify of: its words, and where it leads. */
const kinds: Record<
	string,
	[
		words: (parts: Parts, options: { locale: Locale }) => string,
		path: (subjectId: string) => string
	]
> = {
	'module.unconfirmed': [unconfirmedWords, unconfirmed],
	'need.handed_over': [m.notice_need_handed_over, need],
	'need.handed_on': [m.notice_need_handed_on, need],
	'need.closed_unmet': [m.notice_need_closed_unmet, need],
	'need.asked_openly': [m.notice_need_asked_openly, need],
	'quote_request.sent': [askedWords, request],
	'quote_request.extended': [m.notice_request_extended, request],
	'quote_request.reminded': [m.notice_request_reminded, request],
	'quote_request.withdrawn': [m.notice_request_withdrawn, request],
	'quote_request.closed': [m.notice_request_closed, request],
	'quote_request.declined': [m.notice_request_declined, need],
	'quote_request.expired': [m.notice_request_expired, need],
	'question.asked': [m.notice_question_asked, need],
	'question.answered': [m.notice_question_answered, request],
	'quote.submitted': [m.notice_quote_submitted, quotes],
	'quote.withdrawn': [m.notice_quote_withdrawn, quotes],
	'quote.expired': [m.notice_quote_expired, quotes],
	'quote.expired_for_school': [m.notice_quote_expired_for_school, request],
	'quote.rejected': [rejectedWords, request],
	'quote.reinstated': [m.notice_quote_reinstated, request],
	'order.awaiting_approval': [m.notice_order_awaiting_approval, order],
	'order.still_waiting': [stillWaitingWords, order],
	'delegation.set': [m.notice_delegation_set, approvals],
	'order.approved': [boughtWords, engagement],
	'order.approved_for_broker': [m.notice_order_approved_for_broker, need],
	'order.confirmed': [m.notice_order_confirmed, order],
	'order.unconfirmed': [unconfirmedOrderWords, engagement],
	'order.unconfirmed_for_broker': [m.notice_order_unconfirmed_for_broker, order],
	'order.refused': [m.notice_order_refused, need],
	'order.cancelled': [m.notice_order_cancelled, engagement],
	'order.cancelled_for_broker': [m.notice_order_cancelled, need],
	'order.cancelled_by_school': [m.notice_order_cancelled_by_school, order],
	'order.change_awaiting_approval': [changeAwaitingWords, approvals],
	'order.change_still_waiting': [changeStillWaitingWords, approvals],
	'order.change_unanswered': [m.notice_change_unanswered, engagementChange],
	'order.change_unanswered_for_broker': [m.notice_change_unanswered, orderChange],
	'order.change_proposed': [m.notice_change_proposed, engagementChange],
	'order.change_proposed_for_broker': [m.notice_change_proposed, orderChange],
	'order.change_withdrawn': [m.notice_change_withdrawn, engagement],
	'order.change_withdrawn_for_broker': [m.notice_change_withdrawn, order],
	'order.change_accepted': [m.notice_change_accepted, engagementChange],
	'order.change_accepted_for_broker': [m.notice_change_accepted, orderChange],
	'order.change_agreed': [m.notice_change_agreed, orderChange],
	'order.change_declined': [m.notice_change_declined, engagementChange],
	'order.change_declined_for_broker': [m.notice_change_declined, orderChange],
	'order.change_refused': [m.notice_change_refused, engagementChange],
	'order.change_refused_for_broker': [m.notice_change_refused, orderChange],
	'order.changed': [m.notice_order_changed, engagement],
	'order.changed_for_broker': [m.notice_order_changed, order],
	'order.cost_waived': [m.notice_order_cost_waived, order],
	'agreement.proposed': [m.notice_agreement_proposed, agreement],
	'agreement.agreed': [m.notice_agreement_agreed, agreement],
	'agreement.declined': [m.notice_agreement_declined, agreement],
	'agreement.withdrawn': [m.notice_agreement_withdrawn, agreement],
	'agreement.ended': [m.notice_agreement_ended, agreement],
	'engagement.active': [m.notice_engagement_active, engagement],
	'engagement.completed': [m.notice_engagement_completed, engagement],
	'engagement.dropped': [m.notice_engagement_dropped, engagement]
};

/** All kinds that can be worded; a test holds them against those that the database sends. */
export const NOTICE_KINDS = Object.keys(kinds);

/** The words of a notice in a language; an unknown kind is a fault of ours and throws. */
export function notice(source: NoticeSource, locale: Locale): Notice {
	const [words, path] = kinds[source.kind] ?? unknown(source.kind);
	const { answer_by, starts_on, total_ore: total, material: codes } = source.params;
	const day = answer_by ?? starts_on;
	const parts = {
		reference: String(source.params.reference ?? ''),
		provider: String(source.params.provider ?? ''),
		jobCentre: String(source.params.job_centre ?? ''),
		title: String(source.params.title ?? ''),
		count: Number(source.params.count ?? 1),
		subject: String(source.params[locale === 'en' ? 'subject_en' : 'subject_da'] ?? ''),
		date: day ? formatDate(String(day)) : '',
		amount: total === undefined ? '' : formatKroner(Number(total)),
		confirmBy: source.params.confirm_by ? formatDate(String(source.params.confirm_by)) : '',
		agreement: String(source.params.agreement ?? ''),
		changes: ((codes ?? []) as string[]).map((code) => material[code]!({}, { locale })).join(', '),
		reasonCode: String(source.params.reason_code ?? ''),
		rank: Number(source.params.rank ?? 0),
		rankOf: Number(source.params.rank_of ?? 0)
	};
	return { text: words(parts, { locale }), href: path(source.subjectId) };
}

function unknown(kind: string): never {
	throw new Error(`no words for a notice of kind ${kind}`);
}
