import type { FittingModule } from '$lib/server/needs/asking';
import type { NeedMatter } from '$lib/server/needs/reading';

/**
 * Whether one of these modules could be ordered without asking, as `private.direct_offers` says on the page of it. A list
 * price that is too high keeps nobody away: the agreed one is another.
 */
export const hasDirectOrder = (
	modules: readonly FittingModule[],
	{ directOrders, draft }: Pick<NeedMatter, 'directOrders' | 'draft'>
) =>
	modules.some(
		({ criteria, moduleId, schoolId }) =>
			criteria.every(({ code, verdict }) => code === 'price' || verdict < 2) &&
			directOrders.some(
				(agreed) =>
					agreed.schoolId === schoolId &&
					(agreed.moduleId === moduleId || agreed.subjectCode === draft.subjectCode)
			)
	);
