import { error } from '@sveltejs/kit';
import { asScript, courseOf } from '$lib/domain/catalogue/course';
import { actingFor } from '$lib/domain/members/session';
import { today } from '$lib/domain/shared/day';
import type { Named } from '$lib/domain/shared/named';
import { moduleById } from '$lib/server/catalogue/modules';
import { legalBases, municipalities, subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { settings } from '$lib/server/settings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { session, supabase } = locals;
	const [module, all, places, bases] = await Promise.all([
		found(moduleById(supabase, params.id)),
		subjects(supabase),
		municipalities(supabase),
		legalBases(supabase)
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
			municipalities: Object.fromEntries(
				places
					.filter(({ code }) => module.workplaceMunicipalities.includes(code))
					.map(({ code, name }): [string, string] => [code, name])
			),
			legalBases: Object.fromEntries(
				bases
					.filter(({ code }) => module.funding.some((each) => each.legalBasisCode === code))
					.map((basis): [string, Named] => [basis.code, basis])
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
