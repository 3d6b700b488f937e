import type { Actions, PageServerLoad } from './$types';
import { pageNumber } from '$lib/components/ui/pages';
import { delegateSchema, noDelegateSchema } from '$lib/domain/orders/approval-form';
import { decisionSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import { m } from '$lib/paraglide/messages';
import { delegationOf, setDelegate } from '$lib/server/orders/approval';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { waitingChanges } from '$lib/server/orders/changes';
import { approve, approveChanged, refuse, refuseChanged } from '$lib/server/orders/decisions';
import { ordersToDecide, waitingOrders } from '$lib/server/orders/orders';
import { PAGE_SIZE } from '$lib/server/paging';
import { requireRole, requireSession } from '$lib/server/session';

const HERE = '/godkendelser';

export const load: PageServerLoad = async (event) => {
	// Whoever stands in for an approver comes here too, and meets the orders that wait for them.
	const { organisationId } = requireRole(event, 'approver', 'coordinator', 'broker');
	const { userId, memberships } = requireSession(event);
	const { supabase } = event.locals;
	const isApprover = memberships.some(
		(each) => each.organisationId === organisationId && each.role === 'approver'
	);
	const [waiting, decisions, delegation, changes] = await Promise.all([
		found(waitingOrders(supabase, organisationId, pageNumber(event.url))),
		ordersToDecide(supabase, organisationId),
		isApprover ? delegationOf(supabase, organisationId, userId) : null,
		waitingChanges(supabase, organisationId)
	]);
	const refusingChange = changes.find(({ id }) => id === event.url.searchParams.get('aendring'));
	const refusing = waiting.rows.find(({ id }) => id === event.url.searchParams.get('ordre'));
	const version = String(delegation?.standing?.version ?? 0);
	return {
		...waiting,
		size: PAGE_SIZE,
		rows: waiting.rows.map((order) => ({
			...order,
			isOwn: order.acceptedById === userId,
			decision: decisions.get(order.id)
		})),
		changes,
		refusingChangeId: refusingChange?.id,
		refusingId: refusing?.id,
		approval: await newForm(decisionSchema),
		refusal: await newForm(reasonedDecisionSchema, {
			id: refusing?.id ?? refusingChange?.id,
			version: String((refusing ?? refusingChange)?.version)
		}),
		delegation,
		delegate: await newForm(delegateSchema, { ...delegation?.standing, version })
	};
};

export const actions: Actions = {
	godkend: (event) => approve(event, HERE),
	afvis: (event) => refuse(event, HERE),
	godkendAendring: (event) => approveChanged(event, HERE),
	afvisAendring: (event) => refuseChanged(event, HERE),
	stedfortraeder: (event) => {
		const { organisationId } = requireRole(event, 'approver');
		return handleForm(event, delegateSchema, async (delegate) => {
			await setDelegate(event.locals.supabase, organisationId, delegate);
			doneAt(event.cookies, HERE, m.orders_delegate_saved());
		});
	},
	ingen: (event) => {
		const { organisationId } = requireRole(event, 'approver');
		return handleForm(event, noDelegateSchema, async ({ version }) => {
			const nobody = { version, delegateId: null, startsOn: null, endsOn: null };
			await setDelegate(event.locals.supabase, organisationId, nobody);
			doneAt(event.cookies, HERE, m.orders_delegate_ended());
		});
	}
};
