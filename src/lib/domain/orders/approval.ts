/** A job centre's rule: orders above an amount wait for an approver. */
export interface ApprovalRule {
	aboveOre: number;
	/** The funding source that the rule is about; null for all money. */
	fundingSourceId: string | null;
}

export const APPROVAL_CODES = ['amount', 'budget', 'ceiling'] as const;
export type ApprovalCode = (typeof APPROVAL_CODES)[number];
/** Why a change must be approved: by the rules, or since it takes back the approval that the order had. */
export type ChangeApprovalCode = ApprovalCode | 'material';

export interface ApprovalReason {
	code: ApprovalCode;
	/** The limit of the rule, or how far budget or ceiling is exceeded. */
	ore: number;
}

/**
 * Why an order would have to be approved, as `private.approval_reasons` decides when it is made; none when it would be
 * placed at once.
 */
export function approvalReasons(
	{ totalOre, ceilingOre }: { totalOre: number; ceilingOre: number | null },
	/** Who pays, once chosen, and what is left of its budget; null when it has none. */
	source: { id: string; leftOre: number | null } | null,
	rules: readonly ApprovalRule[]
): ApprovalReason[] {
	const limits = rules
		.filter(({ fundingSourceId }) => fundingSourceId === null || fundingSourceId === source?.id)
		.map(({ aboveOre }) => aboveOre);
	const limit = limits.length > 0 ? Math.min(...limits) : null;
	const over = (ore: number | null | undefined) => (ore == null ? 0 : totalOre - ore);
	const reasons: ApprovalReason[] = [
		{ code: 'budget', ore: over(source?.leftOre) },
		{ code: 'ceiling', ore: over(ceilingOre) }
	];
	const exceeded = reasons.filter(({ ore }) => ore > 0);
	return limit !== null && totalOre > limit
		? [{ code: 'amount', ore: limit }, ...exceeded]
		: exceeded;
}
