import { readYear } from '$lib/domain/insight/filter';
import { today } from '$lib/domain/shared/day';
import { subjectNames } from '$lib/server/insight/names';
import { overview } from '$lib/server/insight/overview';
import { requireRole } from '$lib/server/session';
import { settings } from '$lib/server/settings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'approver', 'broker');
	const { supabase, session } = event.locals;
	const year = readYear(event.url.searchParams) ?? Number(today().slice(0, 4));
	const [figures, subjects] = await Promise.all([
		overview(supabase, organisationId, year),
		subjectNames(supabase)
	]);
	return {
		figures,
		subjects,
		year,
		mayPlan: session!.memberships.some(
			(membership) =>
				membership.organisationId === organisationId && membership.role === 'coordinator'
		),
		demo: settings().demo
	};
};
