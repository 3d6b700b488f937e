import type { Actions, PageServerLoad } from './$types';
import { detailsSchema } from '$lib/domain/members/details-form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { organisationDetails, setOrganisationDetails } from '$lib/server/organisation';
import { requireRole } from '$lib/server/session';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator', 'leader');
	const { kind, name, version, ...details } = await organisationDetails(
		event.locals.supabase,
		organisationId
	);
	return {
		name,
		isBuyer: kind === 'job_centre',
		details: await newForm(detailsSchema, { version: String(version), ...details })
	};
};

export const actions: Actions = {
	default: (event) => {
		const { organisationId } = requireRole(event, 'coordinator', 'leader');
		return handleForm(event, detailsSchema, async (details) => {
			await setOrganisationDetails(event.locals.supabase, organisationId, details);
			doneAt(event.cookies, '/medlemmer/oplysninger', m.members_details_saved());
		});
	}
};
