import { error, redirect } from '@sveltejs/kit';
import {
	partsForm,
	priceForm,
	whatForm,
	whereForm,
	whoForm
} from '$lib/domain/catalogue/editor/forms';
import { partsValues } from '$lib/domain/catalogue/editor/parts';
import { priceValues } from '$lib/domain/catalogue/editor/price';
import { isStep, overviewPath, pathAfter, type Step } from '$lib/domain/catalogue/editor/steps';
import { whatValues } from '$lib/domain/catalogue/editor/what';
import { whereValues } from '$lib/domain/catalogue/editor/where';
import { whoValues } from '$lib/domain/catalogue/editor/who';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { ownDraft, type OwnDraft } from '$lib/server/catalogue/editing';
import {
	legalBases,
	municipalities,
	referenceNames,
	subjects
} from '$lib/server/catalogue/reference';
import { newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { doneAt } from '$lib/server/notice';
import { requireRole } from '$lib/server/session';
import { changeRow, save } from '../../../editor/write';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { locals, params } = event;
	const step = params.trin;
	if (!isStep(step)) error(404);
	const [draft, allSubjects, names, places, bases] = await Promise.all([
		found(ownDraft(locals.supabase, organisationId, params.id)),
		subjects(locals.supabase),
		referenceNames(locals.supabase),
		municipalities(locals.supabase),
		legalBases(locals.supabase)
	]);
	if (draft.state === 'archived') redirect(303, overviewPath(draft.id));
	const day = today();
	const chosen = new Set(draft.funding.map(({ legalBasisCode }) => legalBasisCode));
	// What holds today, and what was chosen while it still did.
	const codes = bases
		.filter(
			({ code, validFrom, validTo }) =>
				chosen.has(code) || (validFrom <= day && (validTo === null || day < validTo))
		)
		.map(({ code }) => code);
	return {
		about: {
			id: draft.id,
			state: draft.state,
			saved: draft,
			school: draft.school,
			subjects: allSubjects,
			names
		},
		municipalities: step === 'tid-og-sted' ? places : [],
		...(await formOfStep(step, draft, codes))
	};
};

/** The form of the step that is open; the others are another page's. */
async function formOfStep(step: Step, draft: OwnDraft, codes: string[]) {
	const version = String(draft.version);
	return {
		indhold: step === 'indhold' && (await newForm(whatForm, { version, ...whatValues(draft) })),
		laengde: step === 'laengde' && (await newForm(partsForm, { version, ...partsValues(draft) })),
		tidOgSted:
			step === 'tid-og-sted' && (await newForm(whereForm, { version, ...whereValues(draft) })),
		deltagere: step === 'deltagere' && (await newForm(whoForm, { version, ...whoValues(draft) })),
		pris: step === 'pris' && (await newForm(priceForm, { version, ...priceValues(draft, codes) }))
	};
}

export const actions: Actions = {
	next: (event) => save(event, (step) => redirect(303, pathAfter(event.params.id, step))),
	leave: (event) =>
		save(event, () => doneAt(event.cookies, overviewPath(event.params.id), m.catalogue_saved())),
	row: changeRow
};
