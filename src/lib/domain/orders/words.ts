import { formatDate, formatDateTime, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import {
	approvalReasons,
	type ApprovalCode,
	type ApprovalReason,
	type ChangeApprovalCode
} from './approval';
import type { FundingDoubt } from './funding';
import type { ChoiceReason, OrderState } from './states';

/** The words for codes; a code without words does not compile. */
type Words<Code extends string> = Record<Code, () => string>;

const states: Words<OrderState> = {
	awaiting_approval: m.orders_state_awaiting_approval,
	approved: m.orders_state_approved,
	refused: m.orders_state_refused,
	cancelled: m.orders_state_cancelled
};
export const orderStateWord = (code: OrderState) => states[code]();

/** Where the school sends its invoice and what it writes on it, by what the job centre has said. */
export const invoiceWords = (
	{ ean, orderContact }: { ean: string | null; orderContact: string | null },
	reference: string
): string[] => [
	ean ? m.orders_invoice_to_ean() : m.orders_invoice_ask(),
	orderContact
		? m.orders_invoice_number_and_contact({ reference })
		: m.orders_invoice_number({ reference })
];

const reasons: Words<ChoiceReason> = {
	best_fit: m.orders_reason_best_fit,
	cheapest: m.orders_reason_cheapest,
	earliest: m.orders_reason_earliest,
	next_in_line: m.orders_reason_next_in_line,
	in_agreement: m.orders_reason_in_agreement,
	other: m.orders_reason_other
};
export const acceptReasonWord = (code: ChoiceReason) => reasons[code]();

const approvalCodes: Words<ChangeApprovalCode> = {
	amount: m.orders_code_amount,
	budget: m.orders_code_budget,
	ceiling: m.orders_code_ceiling,
	material: m.orders_code_material
};
export const approvalCodeWord = (code: ChangeApprovalCode) => approvalCodes[code]();

const approvalSentences: Record<ApprovalCode, (inputs: { amount: string }) => string> = {
	amount: m.orders_why_amount,
	budget: m.orders_why_budget,
	ceiling: m.orders_why_ceiling
};
export const approvalReasonWord = ({ code, ore }: ApprovalReason) =>
	approvalSentences[code]({ amount: formatKroner(ore) });

/** Why an order would have to be approved, in sentences; nothing when it would be placed at once. */
export const approvalWords = (...asked: Parameters<typeof approvalReasons>) =>
	approvalReasons(...asked)
		.map(approvalReasonWord)
		.join(' ');

const doubts: Words<FundingDoubt> = {
	part_of_course: m.orders_doubt_part_of_course,
	certificate_kind: m.orders_doubt_certificate_kind,
	unknown_course: m.orders_doubt_unknown_course
};
export const fundingDoubtWord = (code: FundingDoubt) => doubts[code]();

/** The funding source's name in the reader's language. */
export const fundingWord = ({ nameDa, nameEn }: { nameDa: string; nameEn: string }) =>
	getLocale() === 'en' ? nameEn : nameDa;

/** When the school confirmed an order, or until when it has; the day after that it is late, as the database has it. */
export function confirmationWord(
	{ confirmedAt, confirmBy }: { confirmedAt: string | null; confirmBy: string | null },
	day: string
): string {
	if (confirmedAt) return formatDateTime(confirmedAt);
	if (!confirmBy) return m.orders_confirmed_not_yet();
	const date = formatDate(confirmBy);
	return confirmBy < day ? m.orders_confirmed_late({ date }) : m.orders_confirmed_not_by({ date });
}

/** `1 deltager`, `4 deltagere` */
export const participantsWord = (count: number) =>
	count === 1 ? m.orders_participant_one() : m.orders_participants({ count });

/** `1 uge`, `12 uger` */
export const weeksWord = (count: number) =>
	count === 1 ? m.orders_week_one() : m.orders_weeks({ count });
