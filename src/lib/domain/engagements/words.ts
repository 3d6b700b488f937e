import { m } from '$lib/paraglide/messages';
import type { EndReason, EngagementState } from './engagement';

type Words<Code extends string> = Record<Code, () => string>;

const engagementStates: Words<EngagementState> = {
	planned: m.engagements_state_planned,
	active: m.engagements_state_active,
	completed: m.engagements_state_completed,
	dropped: m.engagements_state_dropped
};
export const engagementStateWord = (code: EngagementState) => engagementStates[code]();

export const engagementTones: Record<
	EngagementState,
	'neutral' | 'accent' | 'positive' | 'caution'
> = { planned: 'neutral', active: 'accent', completed: 'positive', dropped: 'caution' };

const endReasons: Words<EndReason> = {
	candidate_stopped: m.engagements_drop_candidate_stopped,
	illness: m.engagements_drop_illness,
	job_found: m.engagements_drop_job_found,
	workplace_stopped: m.engagements_drop_workplace_stopped,
	provider_stopped: m.engagements_drop_provider_stopped,
	order_cancelled: m.engagements_drop_order_cancelled,
	other: m.engagements_drop_other
};
/** Why training ended before it was done. */
export const endReasonWord = (code: EndReason) => endReasons[code]();
