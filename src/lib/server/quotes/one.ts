import type { LineKind, PriceModel } from '$lib/domain/catalogue/price';
import { standing } from '$lib/domain/orders/states';
import { AGREED, agreedOf, quoteAgreements } from '../agreements';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import { latestFirst, QUOTE } from './answering';
import { firstFirst } from './choosing';
import { ASKED, ASKED_ABOUT, askedModule, askedOf, MADE_FROM, madeFrom } from './held-against';

const ONE = `${QUOTE}, provider:organisation!quote_provider_id_fkey(id, name),
	list:module!quote_module_fkey(${MADE_FROM}, supplementPercent:supplement_percent,
		prices:module_price(kind, model, unitPriceOre:unit_price_ore, weeklyHours:weekly_hours),
		priceSteps:module_price_step(fromParticipants:from_participants, unitPriceOre:unit_price_ore)),
	jobCentre:organisation!quote_job_centre_id_fkey(agreements:frame_agreement!frame_agreement_job_centre_id_fkey(${AGREED})),
	need!quote_need_id_fkey(reference, state, ownerId:owner_id, jobCentreId:job_centre_id,
		orders:purchase_order(state), ${ASKED},
		funding:funding_source(wholeCoursesOnly:whole_courses_only, certificateKinds:certificate_kinds)),
	request:quote_request!quote_quote_request_id_fkey(${ASKED_ABOUT}, attachments:quote_attachment(id, name, size, addedAt:added_at),
		quotes:quote(${QUOTE}))` as const;

/** One quote for a need, with what was asked, the price list and the school's other quotes; null when it may not be read. */
export async function quoteForNeed(client: Client, needId: string, id: string) {
	const [answer, within] = await Promise.all([
		client.from('quote').select(ONE).eq('id', id).eq('need_id', needId).maybeSingle(),
		quoteAgreements(client, needId)
	]);
	const row = unwrap(answer);
	if (!row) return null;
	const { need, request, list, provider, jobCentre } = row;
	const { orders, ...wanted } = need;
	const all = latestFirst(request.quotes);
	const quote = all.find((one) => one.id === id)!;
	return {
		quote,
		/** What was sent along, the first one first. */
		attachments: firstFirst(request.attachments),
		all,
		school: provider.name,
		/** The frame agreement that it is made within. */
		agreement: jobCentre.agreements.map(agreedOf).find((each) => each.id === within.get(id)),
		need: { ...askedOf(wanted), order: standing(orders) },
		askedModule: askedModule(request, quote),
		/** The price list as it is today; null when the module is not shown any longer. */
		list: list && {
			...madeFrom(list)!,
			prices: list.prices.map((item) => ({
				...item,
				kind: item.kind as LineKind,
				model: item.model as PriceModel
			}))
		}
	};
}
