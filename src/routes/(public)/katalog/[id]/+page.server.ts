import { error } from '@sveltejs/kit';
import { actingFor } from '$lib/domain/members/session';
import { moduleById } from '$lib/server/catalogue/modules';
import { subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { session, supabase } = locals;
	const [module, all] = await Promise.all([
		found(moduleById(supabase, params.id)),
		subjects(supabase)
	]);
	const isOwn = session?.memberships.some(
		({ organisationId, role }) => role === 'leader' && organisationId === module.school.id
	);
	if (module.state !== 'published' && !isOwn) error(404);
	return {
		module,
		subject: all.find(({ code }) => code === module.subjectCode),
		/** What the reader may do next. */
		next: isOwn
			? 'edit'
			: !session
				? 'sign_in'
				: actingFor(session, undefined, ['broker'])
					? 'describe_need'
					: null
	} as const;
};
