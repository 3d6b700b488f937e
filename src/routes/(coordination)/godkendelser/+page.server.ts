import type { Actions, PageServerLoad } from './$types';
import { pageNumber } from '$lib/components/ui/pages';
import { decisionSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import { newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { approve, refuse } from '$lib/server/order-decisions';
import { waitingOrders } from '$lib/server/orders';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole } from '$lib/server/session';

const HERE = '/godkendelser';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'approver');
	const { supabase, session } = event.locals;
	const waiting = await found(waitingOrders(supabase, organisationId, pageNumber(event.url)));
	const refusing = waiting.rows.find(({ id }) => id === event.url.searchParams.get('ordre'));
	return {
		...waiting,
		size: PAGE_SIZE,
		rows: waiting.rows.map((order) => ({
			...order,
			isOwn: order.acceptedById === session?.userId
		})),
		refusingId: refusing?.id,
		approval: await newForm(decisionSchema),
		refusal: await newForm(reasonedDecisionSchema, {
			id: refusing?.id,
			version: refusing && String(refusing.version)
		})
	};
};

export const actions: Actions = {
	godkend: (event) => approve(event, HERE),
	afvis: (event) => refuse(event, HERE)
};
