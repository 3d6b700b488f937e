import {
	deliveryFormWord,
	inSentence,
	listWords,
	placeWord,
	supportWord
} from '$lib/domain/catalogue/words';
import { formatDate, formatDateTime, formatHours, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import {
	approvalReasons,
	type ApprovalCode,
	type ApprovalReason,
	type ChangeApprovalCode
} from './approval';
import type { Deviation } from './comparison';
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

/** A sentence that says what is given and what was asked for. */
export function deviationWord(deviation: Deviation): string {
	switch (deviation.code) {
		case 'over_ceiling':
			return m.orders_deviation_over_ceiling({
				over: formatKroner(deviation.given - deviation.asked),
				asked: formatKroner(deviation.asked)
			});
		case 'longer_sessions':
			return m.orders_deviation_longer_sessions(each(deviation, formatHours));
		case 'longer_weeks':
			return m.orders_deviation_longer_weeks(each(deviation, formatHours));
		case 'fewer_hours':
		case 'more_hours':
			return m.orders_deviation_hours(each(deviation, formatHours));
		case 'fewer_participants':
		case 'more_participants':
			return m.orders_deviation_participants(each(deviation, participantsWord));
		case 'other_place':
			return m.orders_deviation_place({
				given: placeWord(deviation.given),
				asked: inSentence(placeWord(deviation.asked))
			});
		case 'later_start':
			return m.orders_deviation_start(each(deviation, formatDate));
		case 'ends_late':
			return m.orders_deviation_end(each(deviation, formatDate));
		case 'other_form':
			return m.orders_deviation_form({
				given: deliveryFormWord(deviation.given),
				asked: inSentence(deliveryFormWord(deviation.asked))
			});
		case 'no_support':
			return m.orders_deviation_support({
				missing: inSentence(listWords(deviation.missing.map(supportWord)))
			});
	}
}

const each = <T>(pair: { asked: T; given: T }, word: (value: T) => string) => ({
	asked: word(pair.asked),
	given: word(pair.given)
});
