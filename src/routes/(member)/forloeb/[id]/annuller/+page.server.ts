import { cancel, loadCancelling } from '$lib/server/orders/cancelling';
import { requireRole } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'leader');
	return loadCancelling(event);
};

export const actions: Actions = {
	default: (event) => {
		requireRole(event, 'leader');
		return cancel(event, `/forloeb/${event.params.id}`);
	}
};
