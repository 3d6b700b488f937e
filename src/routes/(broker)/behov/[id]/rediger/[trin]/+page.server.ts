import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { mayHandle } from '$lib/domain/needs/need';
import {
	candidateForm,
	formOf,
	goalForm,
	moneyForm,
	sendForm,
	stepForms,
	stepValues,
	timeForm,
	workplaceForm,
	type FormStep
} from '$lib/domain/needs/need-form';
import { isStep, missingAnswers, stepAfter, stepPath, SUMMARY } from '$lib/domain/needs/steps';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { fundingSources, latestWorkplaces, targetGroups } from '$lib/server/needs/choices';
import { needById } from '$lib/server/needs/reading';
import { saveStep, submitNeed } from '$lib/server/needs/writing';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import { carried } from '../../../carried';
import { candidateWords } from '../../../words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { locals, params, url } = event;
	const step = params.trin;
	if (!isStep(step)) error(404);
	const session = requireSession(event);
	const [need, groups, workplaces, allSubjects, sources] = await Promise.all([
		found(needById(locals.supabase, params.id)),
		step === 'kandidat' ? targetGroups(locals.supabase, today()) : [],
		step === 'arbejdspladsen' ? latestWorkplaces(locals.supabase, session.userId) : [],
		step === 'maalet' ? subjects(locals.supabase) : [],
		step === 'oekonomi' ? fundingSources(locals.supabase, organisationId, today()) : []
	]);
	if (need.state !== 'draft' || !mayHandle(need, session)) {
		redirect(303, `/behov/${need.id}`);
	}
	const { draft } = need;
	const version = String(need.version);
	return {
		step,
		need,
		missing: missingAnswers(draft, need.template),
		query: carried(url).toString(),
		targetGroups: groups,
		workplaces,
		subjects: allSubjects,
		fundingSources: sources,
		// The form of the step that is open; the others are another page's.
		kandidat:
			step === 'kandidat' &&
			(await newForm(candidateForm, { version, ...stepValues.kandidat(draft) })),
		arbejdspladsen:
			step === 'arbejdspladsen' &&
			(await newForm(workplaceForm, { version, ...stepValues.arbejdspladsen(draft) })),
		maalet:
			step === 'maalet' && (await newForm(goalForm, { version, ...stepValues.maalet(draft) })),
		tidOgSted:
			step === 'tid-og-sted' &&
			(await newForm(timeForm, { version, ...stepValues['tid-og-sted'](draft) })),
		oekonomi:
			step === 'oekonomi' && (await newForm(moneyForm, { version, ...stepValues.oekonomi(draft) })),
		tjek:
			step === SUMMARY && (await newForm(sendForm, { version, sharedFields: draft.sharedFields }))
	};
};

export const actions: Actions = {
	next: (event) => {
		const { id, trin } = event.params;
		const query = carried(event.url);
		const suffix = query.size > 0 ? `?${query}` : '';
		if (trin === SUMMARY)
			return send(event, () =>
				doneAt(event.cookies, `/behov/${id}${suffix}`, m.needs_sent_short())
			);
		if (!isFormStep(trin)) error(404);
		return save(event, trin, () => redirect(303, stepPath(id, stepAfter(trin)) + suffix));
	},
	leave: (event) => {
		const { id, trin } = event.params;
		const done = () => doneAt(event.cookies, `/behov/${id}`, m.needs_saved_draft());
		if (trin === SUMMARY) return done();
		if (!isFormStep(trin)) error(404);
		return save(event, trin, done);
	},
	/** Saves what a device kept while there was no connection, and answers with the version that the need has then. */
	keep: (event) => {
		const { trin } = event.params;
		if (!isFormStep(trin)) error(404);
		return save(event, trin, (saved, form) => {
			form.data.version = String(saved);
		});
	}
};

type StepEvent = RequestEvent<{ id: string; trin: string }>;
const isFormStep = (text: string): text is FormStep => text in stepForms;

function save(
	event: StepEvent,
	step: FormStep,
	done: (saved: number, form: { data: { version: string } }) => void
) {
	requireRole(event, 'broker', 'coordinator');
	return handleForm(
		event,
		formOf(step),
		async ({ version, ...answers }, form) => {
			const { id } = event.params;
			done(await saveStep(event.locals.supabase, { id, version }, answers), form);
		},
		candidateWords
	);
}

function send(event: StepEvent, done: () => never) {
	requireRole(event, 'broker', 'coordinator');
	const { supabase } = event.locals;
	const { id } = event.params;
	return handleForm(
		event,
		sendForm,
		async ({ version, ...answers }, form) => {
			const saved = await saveStep(supabase, { id, version }, answers);
			// What the candidate agreed to is kept, also when something else is missing.
			form.data.version = String(saved);
			await submitNeed(supabase, id, saved);
			done();
		},
		{ need_incomplete: () => m.needs_incomplete() }
	);
}
