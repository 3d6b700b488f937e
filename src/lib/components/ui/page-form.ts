import { superForm, type SuperForm, type SuperValidated } from 'sveltekit-superforms';
import { m } from '$lib/paraglide/messages';

/**
 * The browser's half of a form that `newForm` began: stores for its values, errors and message.
 * The server judges what is sent; what was typed stays on the page whatever the answer.
 */
export function pageForm<T extends Record<string, unknown>>(
	form: SuperValidated<T>,
	{ guard = false }: { /** Ask before leaving with something typed. */ guard?: boolean } = {}
) {
	const made: SuperForm<T> = superForm<T>(form, {
		// Lets lists of rows into the values; they are sent as plain fields all the same, see below.
		dataType: 'json',
		resetForm: false,
		scrollToError: 'off',
		autoFocusOnError: false,
		clearOnSubmit: 'none',
		taintedMessage: guard ? m.common_leave_form() : false,
		// The server cannot be reached, or failed: stay here, so that nothing is lost.
		onError: () => made.message.set({ tone: 'negative', text: m.common_send_failed() })
	});
	// One way to send, with JavaScript and without.
	made.options.dataType = 'form';
	return made;
}
