import { error } from '@sveltejs/kit';
import { agreementForm } from '$lib/domain/agreements/agreement-form';
import { matterValue } from '$lib/domain/agreements/matter';
import { priceListValues } from '$lib/domain/catalogue/editor/price';
import { kroner } from '$lib/domain/shared/format';
import { agreementById, mattersOf } from '$lib/server/agreements';
import { newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { requireRole } from '$lib/server/session';
import { propose } from '../../propose';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'coordinator');
	const { supabase } = event.locals;
	const agreement = await found(agreementById(supabase, event.params.id));
	if (agreement.state !== 'proposed') error(404);
	return {
		agreement,
		matters: await mattersOf(supabase, agreement.providerId),
		form: await newForm(agreementForm, {
			id: agreement.id,
			version: String(agreement.version),
			providerId: agreement.providerId,
			matter: matterValue(agreement),
			validFrom: agreement.validFrom,
			validTo: agreement.validTo,
			terms: agreement.terms,
			allowsDirectOrder: agreement.allowsDirectOrder,
			maxOrder: agreement.maxOrderOre === null ? '' : kroner(agreement.maxOrderOre),
			...priceListValues(agreement.prices)
		})
	};
};

export const actions: Actions = { default: propose };
