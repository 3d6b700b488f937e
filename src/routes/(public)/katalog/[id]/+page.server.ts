import { error } from '@sveltejs/kit';
import { asScript, courseOf } from '$lib/domain/catalogue/course';
import { actingFor } from '$lib/domain/members/session';
import { today } from '$lib/domain/shared/day';
import { moduleById } from '$lib/server/catalogue/modules';
import { legalBasisNames, municipalityNames, subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { settings } from '$lib/server/settings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { session, supabase } = locals;
	const [module, all, municipalities, legalBases] = await Promise.all([
		found(moduleById(supabase, params.id)),
		subjects(supabase),
		municipalityNames(supabase),
		legalBasisNames(supabase)
	]);
	const isOwn = session?.memberships.some(
		({ organisationId, role }) => role === 'leader' && organisationId === module.school.id
	);
	const isPublished = module.state === 'published';
	if (!isPublished && !isOwn) error(404);
	const subject = all.find(({ code }) => code === module.subjectCode);
	const about = { subject, siteUrl: settings().siteUrl, today: today() };
	const course = isPublished ? courseOf(module, about) : null;
	return {
		module,
		subject,
		today: about.today,
		/** The names of what this module refers to. */
		names: {
			municipalities: picked(municipalities, module.workplaceMunicipalities),
			legalBases: picked(
				legalBases,
				module.funding.map(({ legalBasisCode }) => legalBasisCode)
			)
		},
		/** What search engines read. */
		course: course && asScript(course),
		/** What the reader may do next. */
		next: isOwn
			? 'edit'
			: !session
				? 'sign_in'
				: actingFor(session, undefined, ['broker', 'coordinator'])
					? 'describe_need'
					: null
	} as const;
};

function picked<T>(names: Map<string, T>, codes: readonly string[]): Record<string, T> {
	return Object.fromEntries([...names].filter(([code]) => codes.includes(code)));
}
