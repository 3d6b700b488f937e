import { type RequestEvent } from '@sveltejs/kit';
import { pageNumber } from '$lib/components/ui/pages';
import {
	askAgainForm,
	askForm,
	askOpenlyForm,
	contactForm,
	discardForm,
	dropWishForm,
	endForm,
	withdrawRequestForm
} from '$lib/domain/needs/matter-form';
import { extendSchema } from '$lib/domain/quotes/extend-form';
import { ANSWER_PARAM, QUESTIONS_PARAM } from '$lib/domain/quotes/question';
import { answerSchema } from '$lib/domain/quotes/question-form';
import { canAskAgain, firstStart, mayHandle, pickValue } from '$lib/domain/needs/need';
import { adjustForm } from '$lib/domain/needs/suggestions';
import { addDays, today } from '$lib/domain/shared/day';
import { formatDate } from '$lib/domain/shared/format';
import { m } from '$lib/paraglide/messages';
import { countShown } from '$lib/server/catalogue/counting';
import { shortlistForNeed } from '$lib/server/catalogue/favourites';
import { schools } from '$lib/server/catalogue/reference';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import { askAgain, closeNeedUnmet, withdrawNeed } from '$lib/server/needs/writing';
import {
	adjustNeed,
	askOpenly,
	extendRequests,
	fitModules,
	requestQuotes,
	setCandidateContact,
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
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { role } = requireRole(event, 'broker', 'coordinator', 'approver');
	const { locals, params, url } = event;
	const { supabase } = locals;
	const session = requireSession(event);
	const page = pageNumber(url);
	const [need, fit, suggestions, allSchools, events, notes, questions] = await Promise.all([
		found(needMatter(supabase, params.id)),
		found(fitModules(supabase, params.id, page)),
		page === 1 ? found(suggestChanges(supabase, params.id)) : [],
		schools(supabase),
		history(supabase, params.id),
		shortlistForNeed(supabase, params.id),
		questionsOf(supabase, params.id, pageNumber(url, QUESTIONS_PARAM))
	]);
	const answered = questions.rows.find(({ id }) => id === url.searchParams.get(ANSWER_PARAM));
	const fitting = fit.rows.map(({ moduleId }) => moduleId);
	countShown(event, 'fit', fitting);
	const wished = need.wish && { moduleId: need.wish.moduleId, schoolId: need.wish.school.id };
	const begunFrom = wished ?? fit.rows.find((row) => row.moduleId === carried(url).get('modul'));
	return {
		need,
		fit,
		fitting,
		suggestions,
		// The best one comes first.
		nothingFits: page === 1 && (fit.rows[0]?.blocks ?? 1) > 0,
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
		owns: need.ownerId === session.userId,
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
		end: await newForm(endForm, { version: String(need.version) }),
		dropWish: await newForm(dropWishForm, { moduleId: need.wish?.moduleId }),
		discard: await newForm(discardForm, { version: String(need.version) }),
		contact: await newForm(contactForm, need.contact ?? {}),
		askAgain:
			canAskAgain(need) &&
			(await newForm(askAgainForm, {
				version: String(need.version),
				providers: need.requests.map(({ schoolId }) => schoolId),
				answerBy: addDays(today(), need.answerDays),
				startsOn: need.draft.startsOn! < today() ? firstStart(today()) : need.draft.startsOn
			}))
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
	end: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, endForm, async ({ version, how, reason }) => {
			const end = how === 'unmet' ? closeNeedUnmet : withdrawNeed;
			await end(event.locals.supabase, { id: event.params.id, version, reason });
			done(event, m.needs_was_ended());
		});
	},
	dropWish: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, dropWishForm, async () => {
			await dropWish(event.locals.supabase, event.params.id);
			done(event, m.catalogue_wish_dropped());
		});
	},
	discard: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, discardForm, async ({ version }) => {
			const { id } = event.params;
			await withdrawNeed(event.locals.supabase, { id, version, reason: null });
			doneAt(event.cookies, '/behov', m.needs_was_discarded());
		});
	},
	askAgain: (event) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			askAgainForm,
			async ({ providers, ...round }) => {
				const { id } = event.params;
				const sent = await askAgain(event.locals.supabase, { id, schools: providers, ...round });
				done(event, sent === 0 ? m.needs_was_reopened() : askedNow(sent));
			},
			{ round_goes_on: () => m.needs_round_goes_on(), unknown: () => m.needs_school_gone() }
		);
	},
	contact: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, contactForm, async (contact) => {
			await setCandidateContact(event.locals.supabase, event.params.id, contact);
			done(event, m.needs_contact_saved());
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

function askedNow(count: number): string {
	if (count === 0) return m.needs_asked_before();
	return count === 1 ? m.needs_asked_now_one() : m.needs_asked_now({ count });
}
