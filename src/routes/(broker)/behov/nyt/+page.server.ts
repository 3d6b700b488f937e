import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { EMPTY_DRAFT, firstStart } from '$lib/domain/needs/need';
import { candidateForm } from '$lib/domain/needs/need-form';
import { stepAfter, stepPath } from '$lib/domain/needs/steps';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { moduleById } from '$lib/server/catalogue/modules';
import { subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { createNeed, needById, rememberedAnswers, targetGroups } from '$lib/server/needs';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import { carried } from '../carried';
import { candidateWords } from '../words';
import type { Actions, PageServerLoad } from './$types';

const isId = (text: string | null): text is string => z.uuid().safeParse(text).success;

/**
 * The draft's id is in the address before the draft is there: going back and on again, or sending
 * twice, is the same draft and not one more.
 */
export const load: PageServerLoad = async (event) => {
	requireRole(event, 'broker', 'coordinator');
	const { locals, url } = event;
	const id = url.searchParams.get('id');
	if (!isId(id)) {
		const params = new URLSearchParams(url.searchParams);
		params.set('id', crypto.randomUUID());
		redirect(303, `/behov/nyt?${params}`);
	}
	const [draft, groups] = await Promise.all([
		needById(locals.supabase, id),
		targetGroups(locals.supabase, today())
	]);
	if (draft) redirect(303, stepPath(id, 'kandidat') + query(url));
	return {
		targetGroups: groups,
		query: url.searchParams.toString(),
		form: await newForm(candidateForm, { version: '0' })
	};
};

export const actions: Actions = {
	next: (event) =>
		begin(event, (id) => redirect(303, stepPath(id, stepAfter('kandidat')) + query(event.url))),
	leave: (event) =>
		begin(event, (id) => doneAt(event.cookies, `/behov/${id}`, m.needs_saved_draft()))
};

async function begin(event: RequestEvent, goOn: (id: string) => never) {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { locals, url } = event;
	const id = url.searchParams.get('id');
	if (!isId(id)) redirect(303, '/behov/nyt');
	return handleForm(
		event,
		candidateForm,
		async ({ candidateAlias, targetGroupCode, candidateWish }) => {
			const [remembered, subjectCode] = await Promise.all([
				rememberedAnswers(locals.supabase, requireSession(event).userId),
				askedSubject(event)
			]);
			await createNeed(locals.supabase, organisationId, id, {
				...EMPTY_DRAFT,
				...remembered,
				startsOn: firstStart(today()),
				subjectCode,
				candidateAlias,
				targetGroupCode,
				candidateWish
			});
			goOn(id);
		},
		candidateWords
	);
}

/** The subject that the address names, or that of the module that it names. */
async function askedSubject({ locals, url }: RequestEvent): Promise<string | null> {
	const known = await subjects(locals.supabase);
	const named = known.find(({ code }) => code === url.searchParams.get('fag'));
	const module = carried(url).get('modul');
	if (named || !module) return named?.code ?? null;
	return (await moduleById(locals.supabase, module))?.subjectCode ?? null;
}

const query = (url: URL) => (carried(url).size > 0 ? `?${carried(url)}` : '');
