import type { RequestEvent } from '@sveltejs/kit';
import { agreementForm } from '$lib/domain/agreements/agreement-form';
import { m } from '$lib/paraglide/messages';
import { saveAgreement } from '$lib/server/agreements';
import { handleForm } from '$lib/server/forms';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';

/** Sends what a coordinator proposes, for the first time or changed. */
export function propose(event: RequestEvent) {
	const { organisationId } = requireRole(event, 'coordinator');
	return handleForm(event, agreementForm, async (agreement) => {
		await saveAgreement(event.locals.supabase, organisationId, agreement);
		const done = agreement.version === 0 ? m.agreements_proposed : m.agreements_saved;
		doneAt(event.cookies, `/rammeaftaler/${agreement.id}`, done());
	});
}
