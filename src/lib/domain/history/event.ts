import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import { deliveryFormWord, placeWord } from '$lib/domain/catalogue/words';
import { formatDate, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';

/** Something that happened, as the database's `history` tells it. */
export interface PastEvent {
	id: number;
	/** ISO timestamp. */
	at: string;
	kind: string;
	/** The organisation that did it; null when time itself made the move. */
	actor: string | null;
	/** The school that was asked or had quoted; null where that goes without saying. */
	school: string | null;
	/** References, codes and amounts; never words about a person. */
	detail: Record<string, unknown>;
}

/** An event with its words. */
export interface ToldEvent extends PastEvent {
	words: string;
}

interface Parts {
	reference: string;
	/** Reference of the frame agreement that it was made within. */
	agreement: string;
	amount: string;
	hours: string;
	date: string;
	cost: string;
	changes: string;
}

/** Every kind of event that the database writes, worded without who did it, which stands beside. */
const kinds: Record<string, (parts: Parts) => string> = {
	'invitation.sent': m.history_invitation_sent,
	'invitation.accepted': m.history_invitation_accepted,
	'invitation.revoked': m.history_invitation_revoked,
	'membership.ended': m.history_membership_ended,
	'targets.changed': m.history_targets_changed,
	'budgets.changed': m.history_budgets_changed,
	'settings.changed': m.history_settings_changed,
	'approval_rules.changed': m.history_approval_rules_changed,
	'organisation.changed': m.history_organisation_changed,
	'delegation.set': m.history_delegation_set,
	'delegation.ended': m.history_delegation_ended,
	'module.created': m.history_module_created,
	'module.changed': m.history_module_changed,
	'module.published': m.history_module_published,
	'module.paused': m.history_module_paused,
	'module.archived': m.history_module_archived,
	'module.confirmed': m.catalogue_history_confirmed,
	'shortlist.added': m.catalogue_history_shortlist_added,
	'shortlist.changed': m.catalogue_history_shortlist_changed,
	'shortlist.removed': m.catalogue_history_shortlist_removed,
	'need.created': m.history_need_created,
	'need_template.saved': m.history_template_saved,
	'need_template.archived': m.history_template_archived,
	'need_template.restored': m.history_template_restored,
	'need.copied': m.history_need_copied,
	'need.handed_over': m.history_need_handed_over,
	'need.asked_again': m.history_need_asked_again,
	'need.changed': m.history_need_changed,
	'need.submitted': m.history_need_submitted,
	'need.adjusted': m.history_need_adjusted,
	'need.asked_openly': m.history_need_asked_openly,
	'need.awarded': m.history_need_awarded,
	'need.completed': m.history_need_completed,
	'need.reopened': m.history_need_reopened,
	'need.withdrawn': m.history_need_withdrawn,
	'need.closed_unmet': m.history_need_closed_unmet,
	'quote_request.sent': m.history_request_sent,
	'quote_request.extended': m.history_request_extended,
	'quote_request.reminded': m.history_request_reminded,
	'quote_request.withdrawn': m.history_request_withdrawn,
	'quote_request.declined': m.history_request_declined,
	'quote_request.closed': m.history_request_closed,
	'quote_request.expired': m.history_request_expired,
	'question.asked': m.history_question_asked,
	'question.answered': m.history_question_answered,
	'quote.submitted': m.history_quote_submitted,
	'quote.revised': m.history_quote_revised,
	'quote.superseded': m.history_quote_superseded,
	'quote.withdrawn': m.history_quote_withdrawn,
	'quote.in_agreement': m.history_quote_in_agreement,
	'quote.accepted': m.history_quote_accepted,
	'quote.rejected': m.history_quote_rejected,
	'quote.reinstated': m.history_quote_reinstated,
	'quote.expired': m.history_quote_expired,
	'quote.attached': m.history_quote_attached,
	'quote.detached': m.history_quote_detached,
	'order.awaiting_approval': m.history_order_awaiting_approval,
	'order.approved': m.history_order_approved,
	'order.refused': m.history_order_refused,
	'order.confirmed': m.history_order_confirmed,
	'order.cancelled': m.history_order_cancelled,
	'order.cost_waived': m.history_order_cost_waived,
	'agreement.proposed': m.history_agreement_proposed,
	'agreement.changed': m.history_agreement_changed,
	'agreement.agreed': m.history_agreement_agreed,
	'agreement.declined': m.history_agreement_declined,
	'agreement.withdrawn': m.history_agreement_withdrawn,
	'agreement.ended': m.history_agreement_ended,
	'order.change_proposed': m.history_change_proposed,
	'order.change_withdrawn': m.history_change_withdrawn,
	'order.change_accepted': m.history_change_accepted,
	'order.change_declined': m.history_change_declined,
	'order.change_refused': m.history_change_refused,
	'order.changed': m.history_order_changed,
	'engagement.active': m.history_engagement_active,
	'engagement.completed': m.history_engagement_completed,
	'engagement.dropped': m.history_engagement_dropped,
	'contact.shared': m.history_contact_shared,
	'contact.removed': m.history_contact_removed
};

/** The same moves, when somebody made them for an approver who was away. */
const onBehalf: Record<string, (parts: Parts) => string> = {
	'order.approved': m.history_order_approved_for,
	'order.refused': m.history_order_refused_for
};

/** The same moves, when they cost somebody something. */
const atCost: typeof onBehalf = { 'order.cancelled': m.history_order_cancelled_cost };

/** All kinds that can be worded; a test holds them against those that the database writes. */
export const EVENT_KINDS = Object.keys(kinds);

/** What happened; an unknown kind is a fault of ours and throws. */
export function eventWords(event: Pick<PastEvent, 'kind' | 'school' | 'detail'>): string {
	const { kind, school, detail } = event;
	const words =
		(detail.decided_for ? onBehalf[kind] : undefined) ??
		(detail.cost_ore ? atCost[kind] : undefined) ??
		kinds[kind];
	if (!words) throw new Error(`no words for an event of kind ${kind}`);
	const said = words({
		reference: String(detail.reference ?? ''),
		agreement: String(detail.agreement ?? ''),
		amount: typeof detail.total_ore === 'number' ? formatKroner(detail.total_ore) : '',
		hours: typeof detail.hours_held === 'number' ? formatHours(detail.hours_held) : '',
		date: typeof detail.answer_by === 'string' ? formatDate(detail.answer_by) : '',
		cost: typeof detail.cost_ore === 'number' ? formatKroner(detail.cost_ore) : '',
		changes: changesWord(detail)
	}).trim();
	return school ? `${said} (${school})` : said;
}

interface Facts {
	total_ore: number;
	hours: number;
	starts_on: string;
	/** Not said of older changes, which could not change them. */
	place?: Place;
	delivery_form?: DeliveryForm;
}

const placeOf = ({ place }: Facts) => (place ? placeWord(place) : '');
const formOf = ({ delivery_form: form }: Facts) => (form ? deliveryFormWord(form) : '');

/** `20 timer → 24 timer, 13.200 kr. → 15.600 kr.`: what an order was, and what it became. */
function changesWord({ before, after }: PastEvent['detail']): string {
	if (!before || !after) return '';
	const [earlier, later] = [before as Facts, after as Facts];
	const words = [
		m.history_changed_fact({ before: formatHours(earlier.hours), after: formatHours(later.hours) }),
		m.history_changed_start({
			before: formatDate(earlier.starts_on),
			after: formatDate(later.starts_on)
		}),
		m.history_changed_fact({
			before: formatKroner(earlier.total_ore),
			after: formatKroner(later.total_ore)
		}),
		m.history_changed_fact({ before: placeOf(earlier), after: placeOf(later) }),
		m.history_changed_fact({ before: formOf(earlier), after: formOf(later) })
	];
	const differs = [
		earlier.hours !== later.hours,
		earlier.starts_on !== later.starts_on,
		earlier.total_ore !== later.total_ore,
		earlier.place !== later.place,
		earlier.delivery_form !== later.delivery_form
	];
	return words.filter((_, index) => differs[index]).join(', ') || m.history_changed_lines();
}
