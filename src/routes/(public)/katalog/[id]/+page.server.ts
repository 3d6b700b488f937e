import { error } from '@sveltejs/kit';
import { actingFor } from '$lib/domain/members/session';
import { countShown } from '$lib/server/catalogue/counting';
import { marksOf } from '$lib/server/catalogue/favourites';
import { moduleById } from '$lib/server/catalogue/modules';
import { subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const { session, supabase } = locals;
	const [module, all, marks] = await Promise.all([
		found(moduleById(supabase, params.id)),
		subjects(supabase),
		marksOf(event, params.id)
	]);
	const isOwn = session?.memberships.some(
		({ organisationId, role }) => role === 'leader' && organisationId === module.school.id
	);
	if (module.state !== 'published' && !isOwn) error(404);
	countShown(event, 'seen', [module.id]);
	return {
		module,
		marks,
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
