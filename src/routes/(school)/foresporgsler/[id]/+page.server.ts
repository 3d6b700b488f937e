import type { z } from 'zod';
import { pageNumber } from '$lib/components/ui/pages';
import { cancelTermWords } from '$lib/domain/orders/cancellation';
import { briefFacts, wishedFacts } from '$lib/domain/quotes/brief-words';
import { withChanges } from '$lib/domain/quotes/changes';
import { EMPTY_LINE } from '$lib/domain/quotes/lines';
import { movedOn } from '$lib/domain/quotes/moved-on';
import { QUESTIONS_PARAM } from '$lib/domain/quotes/question';
import { quoteSchema } from '$lib/domain/quotes/quote-form';
import { withdrawSchema } from '$lib/domain/quotes/withdraw-form';
import { formatDate, formatHours } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { ownModulesById } from '$lib/server/catalogue/own';
import { handleForm, readForm, type Words } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import {
	getRequest,
	startingPoints,
	submitQuote,
	withdrawQuote
} from '$lib/server/quotes/answering';
import { questionsOf } from '$lib/server/quotes/questions';
import { requireRole } from '$lib/server/session';
import { wishOfRequest } from '$lib/server/wish';
import { FREE } from './address';
import { answerForms, beginningOf } from './answer';
import { boughtTitle, standingOf } from './standing';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { organisationId } = requireRole(event, 'leader');
	const { params, locals, url } = event;
	const [request, points, wish, events, questions] = await Promise.all([
		found(getRequest(locals.supabase, organisationId, params.id)),
		startingPoints(locals.supabase, organisationId),
		wishOfRequest(locals.supabase, params.id),
		history(locals.supabase, params.id),
		questionsOf(locals.supabase, params.id, pageNumber(url, QUESTIONS_PARAM))
	]);
	const beginning = beginningOf(request, points, url.searchParams);
	const ids = [beginning.start, wish?.moduleId].filter((id) => id && id !== FREE) as string[];
	const modules = ids.length > 0 ? await ownModulesById(locals.supabase, organisationId, ids) : [];
	const forms = await answerForms(request, beginning, modules, wish);
	return {
		request,
		/** Worded here, so that the page does not carry them in two languages. */
		facts: request.brief && briefFacts(request.brief),
		wished:
			wish &&
			wishedFacts(
				wish,
				modules.find(({ id }) => id === wish.moduleId)
			),
		earlier: withChanges(request.quotes).filter(({ id }) => id !== request.live?.id),
		terms: cancelTermWords(request.cancelRule, request.live?.startsOn ?? null),
		boughtTitle: request.live && boughtTitle(request.live),
		standing: standingOf(beginning.stage, request, events),
		points,
		modules,
		events,
		questions,
		size: PAGE_SIZE,
		...forms
	};
};

const words: Words = {
	too_late: ({ answer_by }) => m.quotes_too_late({ date: formatDate(String(answer_by)) }),
	schedule_mismatch: ({ week, weekly_hours }) =>
		m.quotes_week_mismatch({
			week: formatHours(Number(week)),
			hours: formatHours(Number(weekly_hours))
		}),
	quotes_opened: () => m.quotes_opened_school(),
	wrong_state: movedOn
};

/** An action that reads a form, acts on it, and says that it is done. */
const answer =
	<S extends Parameters<typeof handleForm>[1]>(
		schema: S,
		act: (event: RequestEvent, data: z.output<S>) => Promise<void>,
		done: () => string
	) =>
	(event: RequestEvent) => {
		requireRole(event, 'leader');
		const actAndLeave = async (data: z.output<S>) => {
			await act(event, data);
			doneAt(event.cookies, event.url.pathname, done());
		};
		return handleForm(event, schema, actAndLeave, words);
	};

export const actions: Actions = {
	tilbud: answer(
		quoteSchema,
		({ locals, params }, quote) => submitQuote(locals.supabase, params.id, quote),
		m.quotes_submitted
	),
	/** One more line, for whoever has no JavaScript; nothing is judged yet. */
	linje: async (event) => {
		requireRole(event, 'leader');
		const { form } = await readForm(event, quoteSchema);
		form.data.lines.push({ ...EMPTY_LINE });
		return { form: { ...form, errors: {} } };
	},
	traek: answer(
		withdrawSchema,
		({ locals }, quote) => withdrawQuote(locals.supabase, quote),
		m.quotes_withdrawn
	)
};
