/** What a funding source pays for, as far as it can be read from its rules. */
export interface FundingRules {
	/** Pays a course only when all of it is taken. */
	wholeCoursesOnly: boolean;
	/** Pays only courses that end in one of these; null means any. */
	certificateKinds: readonly string[] | null;
}

/** What is bought, and the module that it was made from; none when the school answered freely. */
export interface Bought {
	hours: number;
	module: { hours: number | null; certificateKind: string } | null;
}

/** Whether less than all of a course is bought. */
export const isPart = ({ hours, module }: Bought): boolean =>
	module !== null && module.hours !== null && hours < module.hours;

/** `unknown_course`: a tailored quote that no module tells the rules of. */
export type FundingDoubt = 'part_of_course' | 'certificate_kind' | 'unknown_course';

/** The rules that a choice seems to break. They are said, never decided: a person knows more. */
export function fundingDoubts(rules: FundingRules, { hours, module }: Bought): FundingDoubt[] {
	const hasRules = rules.wholeCoursesOnly || rules.certificateKinds !== null;
	if (!module) return hasRules ? ['unknown_course'] : [];
	const doubts: FundingDoubt[] = [];
	if (rules.wholeCoursesOnly && isPart({ hours, module })) doubts.push('part_of_course');
	if (rules.certificateKinds !== null && !rules.certificateKinds.includes(module.certificateKind)) {
		doubts.push('certificate_kind');
	}
	return doubts;
}
