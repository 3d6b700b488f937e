import { agreementForm } from '$lib/domain/agreements/agreement-form';
import { matterValue } from '$lib/domain/agreements/matter';
import { priceListValues } from '$lib/domain/catalogue/editor/price';
import { addDays, today } from '$lib/domain/shared/day';
import { mattersOf } from '$lib/server/agreements';
import { schools } from '$lib/server/catalogue/reference';
import { newForm } from '$lib/server/forms';
import { requireRole } from '$lib/server/session';
import { propose } from '../propose';
import type { Actions, PageServerLoad } from './$types';

const DAYS_OF_A_YEAR = 365;

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'coordinator');
	const { supabase } = event.locals;
	const { searchParams } = event.url;
	const all = await schools(supabase);
	// A school is chosen first: what can be agreed on is what it teaches.
	const school = all.find(({ id }) => id === searchParams.get('skole'));
	const matters = school && (await mattersOf(supabase, school.id));
	const module = matters?.modules.find(({ id }) => id === searchParams.get('modul'));
	return {
		schools: all.map(({ id, name }) => ({ value: id, label: name })),
		school,
		matters,
		form: await newForm(agreementForm, {
			id: crypto.randomUUID(),
			version: '0',
			providerId: school?.id,
			matter: module && matterValue({ moduleId: module.id, subjectCode: null }),
			validFrom: today(),
			validTo: addDays(today(), DAYS_OF_A_YEAR),
			...priceListValues(module?.prices ?? [])
		})
	};
};

export const actions: Actions = { default: propose };
