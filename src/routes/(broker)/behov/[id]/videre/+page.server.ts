import {
	askAgainForm,
	copyForm,
	discardForm,
	endForm,
	handOverForm
} from '$lib/domain/needs/matter-form';
import { canAskAgain, firstStart, mayHandle } from '$lib/domain/needs/need';
import { stepPath } from '$lib/domain/needs/steps';
import { askedNow } from '$lib/domain/needs/words';
import { addDays, today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { colleagues } from '$lib/server/needs/choices';
import { needMatter } from '$lib/server/needs/reading';
import {
	askAgain,
	closeNeedUnmet,
	copyNeed,
	handOverNeed,
	withdrawNeed
} from '$lib/server/needs/writing';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

const roles = ['broker', 'coordinator'] as const;

export const load: PageServerLoad = async (event) => {
	const { role, organisationId } = requireRole(event, ...roles);
	const { supabase } = event.locals;
	const session = requireSession(event);
	const [need, others] = await Promise.all([
		found(needMatter(supabase, event.params.id)),
		colleagues(supabase, organisationId, session.userId)
	]);
	const handles = mayHandle(need, session);
	const mayHandOver = handles && ['draft', 'open', 'awarded'].includes(need.state);
	const version = String(need.version);
	return {
		need,
		copy: await newForm(copyForm, { newId: crypto.randomUUID() }),
		handOver: await newForm(handOverForm, { version }),
		colleagues: mayHandOver ? others.filter(({ value }) => value !== need.ownerId) : [],
		askAgain:
			handles &&
			canAskAgain(need) &&
			(await newForm(askAgainForm, {
				version,
				providers: need.requests.map(({ schoolId }) => schoolId),
				answerBy: addDays(today(), need.answerDays),
				startsOn: need.draft.startsOn! < today() ? firstStart(today()) : need.draft.startsOn
			})),
		discard: handles && need.state === 'draft' && (await newForm(discardForm, { version })),
		end:
			handles &&
			need.state === 'open' &&
			!need.quotes.accepted &&
			(await newForm(endForm, { version })),
		writesTemplates: role === 'coordinator'
	};
};

export const actions: Actions = {
	copy: (event) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			copyForm,
			async ({ newId }) => {
				await copyNeed(event.locals.supabase, event.params.id, newId);
				doneAt(event.cookies, stepPath(newId, 'kandidat'), m.needs_was_copied());
			},
			{ unknown: () => m.needs_copy_group_gone() }
		);
	},
	handOver: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, handOverForm, async ({ version, to }) => {
			await handOverNeed(event.locals.supabase, { id, version, to });
			doneAt(event.cookies, `/behov/${id}`, m.needs_was_handed_over());
		});
	},
	end: (event) => {
		requireRole(event, ...roles);
		return handleForm(event, endForm, async ({ version, how, reason }) => {
			const end = how === 'unmet' ? closeNeedUnmet : withdrawNeed;
			await end(event.locals.supabase, { id: event.params.id, version, reason });
			doneAt(event.cookies, `/behov/${event.params.id}`, m.needs_was_ended());
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
				doneAt(event.cookies, `/behov/${id}`, sent === 0 ? m.needs_was_reopened() : askedNow(sent));
			},
			{ round_goes_on: () => m.needs_round_goes_on(), unknown: () => m.needs_school_gone() }
		);
	}
};
