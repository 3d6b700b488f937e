import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { tailor } from '$lib/domain/catalogue/tailoring';
import { readWish } from '$lib/domain/catalogue/tailoring-address';
import { EMPTY_DRAFT, firstStart, type NeedDraft } from '$lib/domain/needs/need';
import { candidateForm } from '$lib/domain/needs/need-form';
import { stepAfter, stepPath } from '$lib/domain/needs/steps';
import { beginWith, type NeedTemplate } from '$lib/domain/needs/template';
import { answersOf } from '$lib/domain/needs/wish';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { moduleById } from '$lib/server/catalogue/modules';
import { subjects } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { templateById, templatesInUse } from '$lib/server/needs/templates';
import { beginNeed, beginTemplatedNeed, createNeed, saveStep } from '$lib/server/needs/writing';
import { needById, rememberedAnswers } from '$lib/server/needs/reading';
import { targetGroups } from '$lib/server/needs/choices';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import { carried } from '../carried';
import { candidateWords } from '../words';
import type { Actions, PageServerLoad } from './$types';

/** The template's id in the address. */
const TEMPLATE = 'skabelon';

/** The version that a draft has when it is made. */
const FIRST_VERSION = 1;

const isId = (text: string | null): text is string => z.uuid().safeParse(text).success;

/**
 * The draft's id is in the address before the draft is there: going back and on again, or sending
 * twice, is the same draft and not one more.
 */
export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { locals, url } = event;
	const id = url.searchParams.get('id');
	if (!isId(id)) {
		const params = new URLSearchParams(url.searchParams);
		params.set('id', crypto.randomUUID());
		redirect(303, `/behov/nyt?${params}`);
	}
	const [draft, groups, begun, templates] = await Promise.all([
		needById(locals.supabase, id),
		targetGroups(locals.supabase, today()),
		begunFrom(event),
		templatesInUse(locals.supabase, organisationId)
	]);
	if (draft) redirect(303, stepPath(id, 'kandidat') + query(url));
	const chosen = templates.find(({ id }) => id === url.searchParams.get(TEMPLATE));
	return {
		// A module of the catalogue is a beginning of its own.
		templates: begun ? [] : choicesOf(templates, url),
		guide: chosen ?? null,
		targetGroups: groups,
		query: url.searchParams.toString(),
		begunFrom: begun && {
			title: begun.module.title,
			school: begun.module.school.name,
			hours: begun.tailored.hours,
			totalOre: begun.tailored.totalOre
		},
		form: await newForm(candidateForm, { version: '0' })
	};
};

export const actions: Actions = {
	next: (event) =>
		begin(event, (id) => redirect(303, stepPath(id, stepAfter('kandidat')) + query(event.url))),
	leave: (event) =>
		begin(event, (id) => doneAt(event.cookies, `/behov/${id}`, m.needs_saved_draft())),
	/** What a device kept while there was no connection. */
	keep: (event) =>
		begin(event, async (id, { candidateAlias, ...answers }) => {
			// The draft may be there already, begun by a sending whose answer was lost; what was typed since is added.
			const given = candidateAlias ? { candidateAlias, ...answers } : answers;
			await saveStep(event.locals.supabase, { id, version: FIRST_VERSION }, given);
		})
};

type CandidateAnswers = Pick<NeedDraft, 'candidateAlias' | 'targetGroupCode' | 'candidateWish'>;

async function begin(
	event: RequestEvent,
	goOn: (id: string, answers: CandidateAnswers) => Promise<void> | never
) {
	const { organisationId } = requireRole(event, 'broker', 'coordinator');
	const { locals, url } = event;
	const id = url.searchParams.get('id');
	if (!isId(id)) redirect(303, '/behov/nyt');
	return handleForm(
		event,
		candidateForm,
		async ({ candidateAlias, targetGroupCode, candidateWish }) => {
			const answers = { candidateAlias, targetGroupCode, candidateWish };
			const [remembered, begun, known, template] = await Promise.all([
				rememberedAnswers(locals.supabase, requireSession(event).userId),
				begunFrom(event),
				subjects(locals.supabase),
				chosenTemplate(event)
			]);
			const named = known.find(({ code }) => code === url.searchParams.get('fag'));
			const draft = {
				...EMPTY_DRAFT,
				...remembered,
				startsOn: firstStart(today()),
				...(begun && answersOf(begun.tailored)),
				subjectCode: named?.code ?? begun?.module.subjectCode ?? null,
				...answers
			};
			if (template && !begun) {
				const answered = beginWith(draft, template.answers);
				await beginTemplatedNeed(locals.supabase, organisationId, id, answered, template.id);
			} else if (begun) {
				const { module, tailored } = begun;
				const wish = { moduleId: module.id, tailored };
				await beginNeed(locals.supabase, organisationId, id, draft, wish);
			} else {
				await createNeed(locals.supabase, organisationId, id, draft);
			}
			await goOn(id, answers);
		},
		candidateWords
	);
}

/** The template that the address names, as long as it is in use. */
async function chosenTemplate({ locals, url }: RequestEvent) {
	const id = url.searchParams.get(TEMPLATE);
	const template = isId(id) ? await templateById(locals.supabase, id) : null;
	return template?.isArchived ? null : template;
}

/** The ways to begin: with nothing, and with each template in use. */
function choicesOf(templates: NeedTemplate[], url: URL) {
	const href = (template?: string) => {
		const params = new URLSearchParams(url.searchParams);
		params.delete(TEMPLATE);
		if (template) params.set(TEMPLATE, template);
		return `/behov/nyt?${params}`;
	};
	const chosen = url.searchParams.get(TEMPLATE);
	const options = templates.map(({ id, title }) => ({
		label: title,
		href: href(id),
		current: id === chosen
	}));
	const blank = {
		label: m.needs_template_none(),
		href: href(),
		current: !options.some(({ current }) => current)
	};
	return options.length > 0 ? [blank, ...options] : [];
}

/** The module of the catalogue that the address names, made to fit as it says. */
async function begunFrom({ locals, url }: RequestEvent) {
	const id = carried(url).get('modul');
	const module = id && (await moduleById(locals.supabase, id));
	if (!module || module.state !== 'published') return null;
	const tailored = tailor(module, readWish(url.searchParams), today());
	return tailored && { module, tailored };
}

const query = (url: URL) => (carried(url).size > 0 ? `?${carried(url)}` : '');
