export const ORDER_STATES = ['awaiting_approval', 'approved', 'refused', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Why a quote was chosen. */
export const ACCEPT_REASONS = ['best_fit', 'cheapest', 'earliest', 'other'] as const;
export type AcceptReason = (typeof ACCEPT_REASONS)[number];
/**
 * What the database may hold: also the quote that was taken when another school did not confirm, and what was ordered
 * within a frame agreement.
 */
export type ChoiceReason = AcceptReason | 'next_in_line' | 'in_agreement';

/** How far a quote has come; a job centre never sees a draft. */
export type QuoteState =
	'submitted' | 'accepted' | 'rejected' | 'withdrawn' | 'expired' | 'superseded';

interface Live {
	state: QuoteState | 'draft';
	/** ISO date. */
	validUntil: string;
}

/** Whether a quote can still be taken on a day, also before time has been told to move it. */
export const isLive = ({ state, validUntil }: Live, day: string) =>
	state === 'submitted' && validUntil >= day;

/** The order that stands of those that were made for a need: it waits for an approver, or is the school's. */
export const standing = <O extends { state: string }>(orders: readonly O[]): O | undefined =>
	orders.find(({ state }) => state === 'awaiting_approval' || state === 'approved');

/** Whether a need's quotes are there to choose between; the database asks for the same. */
export const canChoose = (need: { state: string; order?: unknown }) =>
	need.state === 'open' && !need.order;
