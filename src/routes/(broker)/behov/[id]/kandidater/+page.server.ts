import { redirect } from '@sveltejs/kit';
import { mayHandle } from '$lib/domain/needs/need';
import {
	limitsForm,
	limitsValues,
	participantForm,
	removeParticipantForm
} from '$lib/domain/needs/participant-form';
import { today } from '$lib/domain/shared/day';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm } from '$lib/server/forms';
import { found } from '$lib/server/found';
import { targetGroups } from '$lib/server/needs/choices';
import {
	addParticipant,
	changeParticipant,
	removeParticipant
} from '$lib/server/needs/participants';
import { needById } from '$lib/server/needs/reading';
import { doneAt } from '$lib/server/notice';
import { requireRole, requireSession } from '$lib/server/session';
import { candidateWords } from '../../words';
import type { Actions, PageServerLoad } from './$types';

const roles = ['broker', 'coordinator'] as const;

export const load: PageServerLoad = async (event) => {
	requireRole(event, ...roles);
	const { supabase } = event.locals;
	const [need, groups] = await Promise.all([
		found(needById(supabase, event.params.id)),
		targetGroups(supabase, today())
	]);
	if (need.state !== 'draft' || !mayHandle(need, requireSession(event))) {
		redirect(303, `/behov/${need.id}`);
	}
	const version = String(need.version);
	const changed = need.named.find(({ id }) => id === event.url.searchParams.get('ret'));
	const { targetGroupCode, sessionHoursMax, weeklyHoursMax } = need.draft;
	return {
		need: {
			id: need.id,
			reference: need.reference,
			version: need.version,
			named: need.named,
			template: need.template
		},
		asked: { sessionHoursMax, weeklyHoursMax, danishLevel: need.draft.danishLevel },
		targetGroups: groups,
		// Who learns together is most often of the same target group.
		add: await newForm(participantForm, {
			version,
			id: crypto.randomUUID(),
			targetGroupCode: targetGroupCode ?? ''
		}),
		changed: changed && { id: changed.id, alias: changed.alias },
		change: await newForm(limitsForm, { version, ...(changed && limitsValues(changed)) }),
		remove: await newForm(removeParticipantForm, { version })
	};
};

export const actions: Actions = {
	add: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		const words = {
			...candidateWords,
			added_before: () => m.needs_participant_added_before(),
			too_many: () => m.needs_participant_too_many()
		};
		return handleForm(
			event,
			participantForm,
			async (participant) => {
				await addParticipant(event.locals.supabase, id, participant);
				doneAt(event.cookies, `/behov/${id}/kandidater`, m.needs_participant_added());
			},
			words
		);
	},
	change: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, limitsForm, async (limits) => {
			await changeParticipant(event.locals.supabase, id, limits);
			doneAt(event.cookies, `/behov/${id}/kandidater`, m.needs_participant_changed());
		});
	},
	remove: (event) => {
		requireRole(event, ...roles);
		const { id } = event.params;
		return handleForm(event, removeParticipantForm, async (participant) => {
			await removeParticipant(event.locals.supabase, id, participant);
			doneAt(event.cookies, `/behov/${id}/kandidater`, m.needs_participant_removed());
		});
	}
};
