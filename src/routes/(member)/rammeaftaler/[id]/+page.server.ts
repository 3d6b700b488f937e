import type { z } from 'zod';
import { standingOf } from '$lib/domain/agreements/agreement';
import { agreementDecline, agreementMove } from '$lib/domain/agreements/agreement-form';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import {
	agree,
	agreementById,
	declineAgreement,
	endAgreement,
	withdrawAgreement
} from '$lib/server/agreements';
import { handleForm, newForm, type Words } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { history } from '$lib/server/history';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'coordinator', 'leader', 'broker', 'approver');
	const { supabase } = event.locals;
	const [agreement, events] = await Promise.all([
		found(agreementById(supabase, event.params.id)),
		history(supabase, event.params.id)
	]);
	const { memberships } = requireSession(event);
	const is = (role: string, of: string) =>
		memberships.some((each) => each.role === role && each.organisationId === of);
	const { state, jobCentreId, providerId } = agreement;
	const version = String(agreement.version);
	return {
		agreement,
		events,
		standing: standingOf(agreement, today()),
		isSchool: is('leader', providerId),
		/** What the reader may do now. */
		may: {
			answer: state === 'proposed' && is('leader', providerId),
			change: state === 'proposed' && is('coordinator', jobCentreId),
			end: state === 'agreed' && is('coordinator', jobCentreId)
		},
		move: await newForm(agreementMove, { version }),
		decline: await newForm(agreementDecline, { version })
	};
};

/** An action that reads a form, acts on it, and says that it is done. */
const words: Words = {
	agreements_overlap: ({ reference }) =>
		m.agreements_overlap({ reference: String(reference ?? m.agreements_another()) }),
	too_late: () => m.agreements_over()
};

const move =
	<S extends Parameters<typeof handleForm>[1]>(
		role: 'leader' | 'coordinator',
		schema: S,
		act: (event: RequestEvent, data: z.output<S>) => Promise<void>,
		done: () => string
	) =>
	(event: RequestEvent) => {
		requireRole(event, role);
		const actAndLeave = async (data: z.output<S>) => {
			await act(event, data);
			doneAt(event.cookies, event.url.pathname, done());
		};
		return handleForm(event, schema, actAndLeave, words);
	};

export const actions: Actions = {
	tiltraed: move(
		'leader',
		agreementMove,
		({ locals, params }, { version }) => agree(locals.supabase, params.id, version),
		m.agreements_agreed
	),
	afslaa: move(
		'leader',
		agreementDecline,
		({ locals, params }, answer) => declineAgreement(locals.supabase, params.id, answer),
		m.agreements_declined
	),
	traek: move(
		'coordinator',
		agreementMove,
		({ locals, params }, { version }) => withdrawAgreement(locals.supabase, params.id, version),
		m.agreements_withdrawn
	),
	opsig: move(
		'coordinator',
		agreementMove,
		({ locals, params }, { version }) => endAgreement(locals.supabase, params.id, version),
		m.agreements_ended
	)
};
