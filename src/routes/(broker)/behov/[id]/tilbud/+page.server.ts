import type { Actions, PageServerLoad } from './$types';
import { mayHandle } from '$lib/domain/needs/need';
import { acceptSchema } from '$lib/domain/orders/forms';
import { canChoose, isLive } from '$lib/domain/orders/states';
import { today } from '$lib/domain/shared/day';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import {
	acceptQuote,
	quotesToChoose,
	schoolRecords,
	usableFundingSources
} from '$lib/server/quotes/choosing';
import { requireRole, requireSession } from '$lib/server/session';
import { choiceOf } from './choosing';
import { comparisonOf } from './view';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { supabase } = event.locals;
	const day = today();
	const [need, sources, records] = await Promise.all([
		found(quotesToChoose(supabase, event.params.id)),
		usableFundingSources(supabase, organisationId, day),
		schoolRecords(supabase, event.params.id)
	]);
	const mayChoose = mayHandle(need, requireSession(event));
	const { searchParams } = event.url;
	const quote = need.quotes.find(({ id }) => id === searchParams.get('vaelg'));
	return {
		need: { id: need.id, reference: need.reference, goal: need.goal },
		comparison: comparisonOf(need, { sources, records, day, mayChoose, searchParams, quote }),
		accept: await newForm(acceptSchema, {
			quoteId: quote?.id,
			version: quote && String(quote.version),
			fundingSourceId: need.fundingSourceId
		}),
		choice: quote && choiceOf(quote, need, sources, day),
		canBeChosen: !!quote && mayChoose && canChoose(need) && isLive(quote, day)
	};
};

export const actions: Actions = {
	default: (event) => {
		requireRole(event, 'broker', 'coordinator');
		return handleForm(
			event,
			acceptSchema,
			async (choice) => {
				const { id, reference, state } = await acceptQuote(event.locals.supabase, choice);
				const done =
					state === 'approved' ? m.orders_accept_sent_ordered : m.orders_accept_sent_waits;
				doneAt(event.cookies, `/ordrer/${id}`, done({ reference }));
			},
			{
				quote_expired: ({ valid_until }) =>
					m.orders_accept_expired({ date: formatDate(String(valid_until)) }),
				quotes_sealed: ({ answer_by }) =>
					m.quotes_sealed_refused({ date: formatDate(String(answer_by)) }),
				not_cheapest: () => m.orders_not_cheapest(),
				not_earliest: () => m.orders_not_earliest(),
				// Of the need or of the quote: what was allowed says which.
				wrong_state: ({ allowed }) =>
					Array.isArray(allowed) && allowed.includes('open')
						? m.orders_accept_need_gone()
						: m.orders_accept_gone()
			}
		);
	}
};
