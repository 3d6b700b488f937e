import type { Tone } from '$lib/components/ui/Notice.svelte';
import type { EngagementState } from '$lib/domain/engagements/engagement';
import type { PastEvent } from '$lib/domain/history/event';
import { declineReasonWord } from '$lib/domain/needs/words';
import { rejection } from '$lib/domain/quotes/not-chosen';
import { m } from '$lib/paraglide/messages';
import type { OwnQuote, OwnRequest } from '$lib/server/quotes/answering';
import type { Stage } from './answer';

/** How a request stands that takes no answer, in a sentence or two. */
export interface Standing {
	tone: Tone;
	title: string;
	text: string;
	/** The training, once the job centre has approved the purchase. */
	engagementId?: string;
}

/** Worded by the server, so that the page does not carry every outcome in two languages. */
export function standingOf(
	stage: Stage,
	request: OwnRequest,
	events: readonly PastEvent[]
): Standing | null {
	switch (stage) {
		case 'open':
		case 'sent':
			return null;
		case 'chosen':
			return chosen(request.live!);
		case 'rejected':
			return { tone: 'neutral', ...rejection(request.quotes[0]!, events) };
		case 'withdrawn':
			return {
				tone: 'neutral',
				title: m.quotes_withdrawn_title(),
				text: m.quotes_withdrawn_text()
			};
		case 'late':
			return { tone: 'caution', title: m.quotes_late_title(), text: m.quotes_late_text() };
		case 'declined': {
			const { declineReasonCode: code, declineReason } = request;
			const reasons = [code && declineReasonWord(code), declineReason];
			const text = reasons.filter(Boolean).join(': ');
			return { tone: 'neutral', title: m.quotes_declined_title(), text };
		}
	}
}

/**
 * An accepted quote is bought only when its order has been approved, and that may be refused. A direct order's was never given:
 * it was made of the agreed prices.
 */
function chosen({ order, agreement }: OwnQuote): Standing {
	const training = order?.engagement;
	if (!training) {
		return agreement
			? {
					tone: 'neutral',
					title: m.quotes_direct_awaiting_title(),
					text: m.quotes_direct_awaiting_text(agreement)
				}
			: { tone: 'neutral', title: m.quotes_awaiting_title(), text: m.quotes_awaiting_text() };
	}
	const engagementId = training.id;
	if (order.state === 'cancelled') {
		return {
			tone: 'neutral',
			engagementId,
			title: m.quotes_order_cancelled_title(),
			text: agreement ? m.quotes_direct_cancelled_text(agreement) : m.quotes_order_cancelled_text()
		};
	}
	const planned = agreement ? m.quotes_direct_text(agreement) : m.quotes_bought_text();
	return {
		tone: 'positive',
		engagementId,
		title: agreement ? m.quotes_direct_title() : m.quotes_chosen_title(),
		text: sinceThen[training.state as EngagementState]?.() ?? planned
	};
}

/** What the quote is called below that. */
export function boughtTitle({ order, agreement }: OwnQuote): string {
	if (!agreement) return m.quotes_editor_title();
	if (order?.state === 'cancelled') return m.quotes_direct_cancelled();
	return order?.engagement ? m.quotes_direct_ordered() : m.quotes_direct_awaited();
}

/** How training goes on after the plan. */
const sinceThen: Partial<Record<EngagementState, () => string>> = {
	active: m.quotes_training_active,
	completed: m.quotes_training_completed,
	dropped: m.quotes_training_dropped
};
