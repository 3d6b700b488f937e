import { directOrderForm } from '$lib/domain/agreements/order-form';
import { mayHandle } from '$lib/domain/needs/need';
import { fundingChoice } from '$lib/domain/orders/funding-choice';
import { canChoose, isLive } from '$lib/domain/orders/states';
import { today } from '$lib/domain/shared/day';
import { formatDate, formatKroner } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { directOffers, orderInFrame } from '$lib/server/agreements';
import { handleForm, newForm, type Words } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { quotesToChoose, usableFundingSources } from '$lib/server/quotes/choosing';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { supabase } = event.locals;
	const day = today();
	const [need, offers, sources] = await Promise.all([
		found(quotesToChoose(supabase, event.params.id)),
		found(directOffers(supabase, event.params.id)),
		usableFundingSources(supabase, organisationId, day)
	]);
	const chosen = event.url.searchParams.get('modul');
	const offer = offers.find(({ moduleId }) => moduleId === chosen) ?? offers[0];
	return {
		need: { id: need.id, reference: need.reference },
		cancelRule: need.cancelRule,
		funding:
			offer &&
			fundingChoice(
				sources,
				offer,
				{ totalOre: offer.totalOre, ceilingOre: need.priceCeilingOre },
				need.approvalRules
			),
		offer,
		offers: offers.map(({ moduleId, title, school }) => ({ moduleId, title, school })),
		mayOrder: canChoose(need) && mayHandle(need, requireSession(event)),
		/** What follows for the others. */
		rivals: need.quotes.filter((quote) => isLive(quote, day)).length,
		unanswered: need.requests.some(({ state }) => state === 'sent'),
		form: await newForm(directOrderForm, {
			id: crypto.randomUUID(),
			agreementId: offer?.agreement.id,
			moduleId: offer?.moduleId,
			totalOre: offer && String(offer.totalOre),
			startsOn: offer?.startsOn,
			fundingSourceId: need.fundingSourceId
		})
	};
};

const words: Words = {
	agreement_not_in_force: ({ reference }) =>
		m.agreements_order_gone({ reference: String(reference) }),
	no_direct_order: ({ reference }) =>
		m.agreements_order_not_direct({ reference: String(reference) }),
	above_direct_order: ({ max_ore }) =>
		m.agreements_order_too_dear({ amount: formatKroner(Number(max_ore)) }),
	not_covered: () => m.agreements_order_not_covered(),
	too_early: ({ earliest }) => m.agreements_order_too_early({ date: formatDate(String(earliest)) }),
	total_mismatch: () => m.agreements_order_changed(),
	school_answered: () => m.agreements_order_answered(),
	quotes_sealed: ({ answer_by }) => m.quotes_sealed_refused({ date: formatDate(String(answer_by)) })
};

export const actions: Actions = {
	default: (event) => {
		requireRole(event, 'broker', 'coordinator');
		return handleForm(
			event,
			directOrderForm,
			async (order) => {
				const { supabase } = event.locals;
				const { id, reference, state } = await orderInFrame(supabase, event.params.id, order);
				const done =
					state === 'approved' ? m.orders_accept_sent_ordered : m.orders_accept_sent_waits;
				doneAt(event.cookies, `/ordrer/${id}`, done({ reference }));
			},
			words
		);
	}
};
