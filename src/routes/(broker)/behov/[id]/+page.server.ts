import { type RequestEvent } from '@sveltejs/kit';
import { pageNumber } from '$lib/components/ui/pages';
import {
	askForm,
	askOpenlyForm,
	dropWishForm,
	withdrawRequestForm
} from '$lib/domain/needs/matter-form';
import { extendSchema } from '$lib/domain/quotes/extend-form';
import { ANSWER_PARAM, QUESTIONS_PARAM } from '$lib/domain/quotes/question';
import { answerSchema } from '$lib/domain/quotes/question-form';
import { reasonsOf } from '$lib/domain/needs/fit';
import { isOpened, mayHandle, pickValue } from '$lib/domain/needs/need';
import { adjustForm } from '$lib/domain/needs/suggestions';
import { askedNow } from '$lib/domain/needs/words';
import { addDays, today } from '$lib/domain/shared/day';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { countShown } from '$lib/server/catalogue/counting';
import { shortlistForNeed } from '$lib/server/catalogue/favourites';
import { schools } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import {
	adjustNeed,
	askOpenly,
	extendRequests,
	fitModules,
	requestQuotes,
	suggestChanges,
	withdrawRequest
} from '$lib/server/needs/asking';
import { needMatter } from '$lib/server/needs/reading';
import { doneAt } from '$lib/server/notice';
import { PAGE_SIZE } from '$lib/server/paging';
import { answerQuestion, questionsOf } from '$lib/server/quotes/questions';
import { requireRole, requireSession } from '$lib/server/session';
import { dropWish } from '$lib/server/wish';
import { carried } from '../carried';
import { contactWords } from './contact-words';
import { hasDirectOrder } from './direct-order';
import { needFacts } from './facts';
import { leadsOf } from './leads';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { role } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { locals, params, url } = event;
	const { supabase } = locals;
	const session = requireSession(event);
	const page = pageNumber(url);
	const [need, events] = await Promise.all([
		found(needMatter(supabase, params.id)),
		history(supabase, params.id)
	]);
	const isOpen = need.state === 'open' && !need.quotes.accepted;
	const mayBeAsked = isOpen && !isOpened(need);
	const isAsked = need.requests.some(({ state }) => state === 'sent' || state === 'answered');
	const [fit, suggestions, notes, allSchools, questions] = await Promise.all([
		mayBeAsked ? found(fitModules(supabase, params.id, page)) : { rows: [], total: 0 },
		mayBeAsked && page === 1 ? found(suggestChanges(supabase, params.id)) : [],
		mayBeAsked ? shortlistForNeed(supabase, params.id) : new Map<string, never>(),
		schools(supabase),
		need.requests.length > 0
			? questionsOf(supabase, params.id, pageNumber(url, QUESTIONS_PARAM))
			: { rows: [], total: 0, unanswered: 0 }
	]);
	const answered = questions.rows.find(({ id }) => id === url.searchParams.get(ANSWER_PARAM));
	const fitting = fit.rows.map(({ moduleId }) => moduleId);
	countShown(event, 'fit', fitting);
	const wished = need.wish && { moduleId: need.wish.moduleId, schoolId: need.wish.school.id };
	const begunFrom = wished ?? fit.rows.find((row) => row.moduleId === carried(url).get('modul'));
	return {
		need,
		isAsked,
		// Worded here, so that the page does not carry it in two languages.
		directOrder: hasDirectOrder(fit.rows, need) && m.agreements_order_link(),
		mayBeAsked,
		opened: isOpen && isOpened(need) && m.quotes_opened(),
		fit: {
			...fit,
			rows: fit.rows.map(({ criteria, ...module }) => ({ ...module, reasons: reasonsOf(criteria) }))
		},
		fitting,
		suggestions,
		// The best one comes first.
		nothingFits: page === 1 && !isAsked && (fit.rows[0]?.blocks ?? 1) > 0,
		// Worded here too.
		leads: leadsOf(need),
		facts: needFacts(need),
		notes,
		size: PAGE_SIZE,
		questions,
		answer: await newForm(answerSchema, {
			questionId: answered?.id,
			version: String(answered?.version),
			answer: answered?.answer
		}),
		schools: allSchools,
		// Every step saves the draft: that it did is not worth reading.
		events: events.filter(({ kind }) => kind !== 'need.changed'),
		handles: mayHandle(need, session),
		// Who approves has no list of needs.
		hasList: role !== 'approver',
		ask: await newForm(
			askForm,
			pickedSoFar(url) ?? {
				picks: begunFrom ? [pickValue(begunFrom)] : [],
				answerBy: addDays(today(), need.answerDays),
				isSealed: need.sealsQuotes
			}
		),
		askOpenly: await newForm(askOpenlyForm, { answerBy: addDays(today(), need.answerDays) }),
		adjust: await newForm(adjustForm, { version: String(need.version) }),
		extend: await newForm(extendSchema),
		withdrawRequest: await newForm(withdrawRequestForm),
		dropWish: await newForm(dropWishForm, { moduleId: need.wish?.moduleId }),
		contact: need.state === 'awarded' && need.ownerId === session.userId && contactWords(need)
	};
};

const roles = ['broker', 'coordinator'] as const;
type NeedEvent = RequestEvent<{ id: string }>;

export const actions: Actions = {
	ask: (event) => {
		requireRole(event, ...roles);
		const words = {
			unknown: () => m.needs_school_gone(),
			none_chosen: () => m.needs_none_chosen()
		};
		return handleForm(
			event,
			askForm,
			async ({ asked, ...terms }) => {
				const sent = await requestQuotes(event.locals.supabase, event.params.id, asked, terms);
				done(event, askedNow(sent));
			},
			words
		);
	},
	askOpenly: (event) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			askOpenlyForm,
			async ({ answerBy }) => {
				done(event, askedNow(await askOpenly(event.locals.supabase, event.params.id, answerBy)));
			},
			{ modules_fit: () => m.needs_open_request_fits() }
		);
	},
	adjust: (event) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			adjustForm,
			async ({ version, change }) => {
				await adjustNeed(event.locals.supabase, { id: event.params.id, version }, change);
				done(event, m.fit_suggest_done());
			},
			{ schools_asked: () => m.fit_suggest_asked() }
		);
	},
	extend: (event) => {
		requireRole(event, ...roles);
		const words = {
			not_later: ({ answer_by }: Record<string, unknown>) =>
				m.quotes_extend_not_later({ date: formatDate(String(answer_by)) })
		};
		return handleForm(
			event,
			extendSchema,
			async ({ until }) => {
				await extendRequests(event.locals.supabase, event.params.id, until);
				done(event, m.quotes_extended({ date: formatDate(until) }));
			},
			words
		);
	},
	withdrawRequest: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, withdrawRequestForm, async ({ requestId }) => {
			await withdrawRequest(event.locals.supabase, requestId);
			done(event, m.needs_request_was_withdrawn());
		});
	},
	answer: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, answerSchema, async (answer) => {
			await answerQuestion(event.locals.supabase, answer);
			done(event, m.quotes_question_was_answered());
		});
	},
	dropWish: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, dropWishForm, async () => {
			await dropWish(event.locals.supabase, event.params.id);
			done(event, m.catalogue_wish_dropped());
		});
	}
};

/** What the form held when another page of the list was turned to. */
function pickedSoFar({ searchParams }: URL) {
	const answerBy = searchParams.get('answerBy');
	if (answerBy === null) return undefined;
	return {
		picks: searchParams.getAll('picks'),
		schools: searchParams.getAll('schools'),
		answerBy,
		isSealed: searchParams.has('isSealed')
	};
}

const done = (event: NeedEvent, text: string) =>
	doneAt(event.cookies, `/behov/${event.params.id}`, text);
