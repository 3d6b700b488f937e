import { redirect } from '@sveltejs/kit';
import { contactForm, removeContactForm } from '$lib/domain/needs/contact-form';
import { m } from '$lib/paraglide/messages';
import { contactsOfNeed, removeContact, shareContact } from '$lib/server/contacts';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { needById } from '$lib/server/needs/reading';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const roles = ['broker', 'coordinator'] as const;

export const load: PageServerLoad = async (event) => {
	requireRole(event, ...roles);
	const { params, locals } = event;
	const [need, candidates] = await Promise.all([
		found(needById(locals.supabase, params.id)),
		contactsOfNeed(locals.supabase, params.id)
	]);
	if (need.state !== 'awarded' || need.ownerId !== requireSession(event).userId) {
		redirect(303, `/behov/${need.id}`);
	}
	return {
		need: { id: need.id, reference: need.reference },
		candidates: await Promise.all(
			candidates.map(async ({ candidateId, alias, sharedAt, ...shared }) => ({
				candidateId,
				alias,
				sharedAt,
				share: await newForm(contactForm, { candidateId, ...shared }, { id: candidateId }),
				remove: await newForm(removeContactForm, { candidateId }, { id: `${candidateId}-remove` })
			}))
		)
	};
};

export const actions: Actions = {
	share: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, contactForm, async (contact) => {
			await shareContact(event.locals.supabase, id, contact);
			doneAt(event.cookies, `/behov/${id}/kontakt`, m.needs_contact_saved());
		});
	},
	remove: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, removeContactForm, async ({ candidateId }) => {
			await removeContact(event.locals.supabase, id, candidateId);
			doneAt(event.cookies, `/behov/${id}/kontakt`, m.needs_contact_removed());
		});
	}
};
