import { recoveryForm } from '$lib/domain/members/sign-in.form';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { sendRecovery } from '$lib/server/sign-in';

export const load = async () => ({ form: await newForm(recoveryForm) });

export const actions = {
	default: (event) =>
		handleForm(event, recoveryForm, async ({ email }, form) => {
			await sendRecovery(event.locals.supabase, email);
			form.message = { tone: 'positive', text: m.auth_forgot_sent() };
		})
};
