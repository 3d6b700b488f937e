import { error } from '@sveltejs/kit';
import { asScript, courseOf } from '$lib/domain/catalogue/course';
import { factsOf, sectionsOf } from '$lib/domain/catalogue/details';
import { favouriteOf, noteOf, type ShortlistEntry } from '$lib/domain/catalogue/shortlist';
import { panelWords } from '$lib/domain/catalogue/tailoring-words';
import { inSentence, moduleStateWord } from '$lib/domain/catalogue/words';
import { actingFor, type Session } from '$lib/domain/members/session';
import { today } from '$lib/domain/shared/day';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { countShown } from '$lib/server/catalogue/counting';
import { marksOf } from '$lib/server/catalogue/favourites';
import { moduleById } from '$lib/server/catalogue/modules';
import { referenceNames, subjects } from '$lib/server/catalogue/reference';
import { found } from '$lib/server/found';
import { settings } from '$lib/server/settings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const { session, supabase } = locals;
	const [module, all, names, marks] = await Promise.all([
		found(moduleById(supabase, params.id)),
		subjects(supabase),
		referenceNames(supabase),
		marksOf(event, params.id)
	]);
	const isOwn =
		session?.memberships.some(
			({ organisationId, role }) => role === 'leader' && organisationId === module.school.id
		) ?? false;
	const isPublished = module.state === 'published';
	if (!isPublished && !isOwn) error(404);
	countShown(event, 'seen', [module.id]);
	const subject = all.find(({ code }) => code === module.subjectCode);
	const about = { subject, siteUrl: settings().siteUrl, today: today() };
	const course = isPublished ? courseOf(module, about) : null;
	return {
		module,
		marks: {
			favourite: favouriteOf(module.title, marks.isFavourite),
			note: noteOf(marks.shortlist),
			write: marks.mayList ? writeWord(marks.shortlist) : null
		},
		catalogue: m.catalogue_title(),
		today: about.today,
		// In words from here, so that the page need not carry them in every language.
		facts: factsOf(module, module.school),
		sections: sectionsOf(module, subject, names),
		words: panelWords(),
		confirmed: module.confirmedAt
			? m.catalogue_confirmed({ date: formatDate(module.confirmedAt) })
			: m.catalogue_updated({ date: formatDate(module.updatedAt) }),
		/** Said to the school itself, while nobody else sees the module. */
		onlyYou: isPublished
			? null
			: m.catalogue_only_you({ state: inSentence(moduleStateWord(module.state)) }),
		/** What search engines read. */
		course: course && asScript(course),
		/** What the reader may do next. */
		next: nextFor(session, isOwn)
	};
};

const writeWord = (entry: ShortlistEntry | null) =>
	entry ? m.catalogue_shortlist_change() : m.catalogue_shortlist_add();

function nextFor(session: Session | null, isOwn: boolean) {
	if (isOwn)
		return { kind: 'edit', label: m.catalogue_edit(), text: m.catalogue_own_text() } as const;
	if (!session) {
		const text = m.catalogue_tailor_sign_in_text();
		return { kind: 'sign_in', label: m.catalogue_tailor_sign_in(), text } as const;
	}
	if (!actingFor(session, undefined, ['broker', 'coordinator'])) return null;
	const text = m.catalogue_tailor_ask_text();
	return { kind: 'ask', label: m.catalogue_tailor_ask(), text } as const;
}
