import { copyForm, handOverForm } from '$lib/domain/needs/matter-form';
import { mayHandle } from '$lib/domain/needs/need';
import { stepPath } from '$lib/domain/needs/steps';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { colleagues } from '$lib/server/needs/choices';
import { needById } from '$lib/server/needs/reading';
import { copyNeed, handOverNeed } from '$lib/server/needs/writing';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const roles = ['broker', 'coordinator'] as const;

export const load: PageServerLoad = async (event) => {
	const { role, organisationId } = requireRole(event, ...roles);
	const { supabase } = event.locals;
	const session = requireSession(event);
	const [need, others] = await Promise.all([
		found(needById(supabase, event.params.id)),
		colleagues(supabase, organisationId, session.userId)
	]);
	const mayHandOver = mayHandle(need, session) && ['draft', 'open', 'awarded'].includes(need.state);
	return {
		need: { id: need.id, reference: need.reference },
		copy: await newForm(copyForm, { newId: crypto.randomUUID() }),
		handOver: await newForm(handOverForm, { version: String(need.version) }),
		colleagues: mayHandOver ? others.filter(({ value }) => value !== need.ownerId) : [],
		writesTemplates: role === 'coordinator'
	};
};

export const actions: Actions = {
	copy: (event) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			copyForm,
			async ({ newId }) => {
				await copyNeed(event.locals.supabase, event.params.id, newId);
				doneAt(event.cookies, stepPath(newId, 'kandidat'), m.needs_was_copied());
			},
			{ unknown: () => m.needs_copy_group_gone() }
		);
	},
	handOver: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, handOverForm, async ({ version, to }) => {
			await handOverNeed(event.locals.supabase, { id, version, to });
			doneAt(event.cookies, `/behov/${id}`, m.needs_was_handed_over());
		});
	}
};
