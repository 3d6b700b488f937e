/** A need as the database keeps it, and back. */
import type { NeedNames } from '$lib/domain/needs/describe';
import type { TemplateGuide } from '$lib/domain/needs/template';
import type { NeedWish } from '$lib/domain/needs/wish';
import { getLocale } from '$lib/paraglide/runtime';
import type { Client } from '../supabase/clients';
import type { Json } from '../supabase/database.types';
import type { NeedDraft, NeedState, Participant } from '$lib/domain/needs/need';
import { WISH, wishOf } from '../wish';
import { guidesOf } from './templates';
import { timesOf } from './times';

export const DRAFT =
	`id, version, state, reference, owner_id, job_centre_id, participants, workplace, placement_kind, tasks,
	subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, starts_on, danish_level,
	accommodations, accommodation_note, candidate_wish, has_consent, shared_fields, funding_source_id,
	price_ceiling_ore, good_enough, has_buddy, delivery_form, certificate_kind, support, ends_by, candidate!need_candidate_id_fkey(alias, target_group_code, target_group(name_da, name_en)),
	subject(name_da, name_en), funding_source(name_da, name_en), ${WISH},
	template:need_template(title, fields:need_template_field(field, help, is_required)),
	named:need_participant(id, candidate_id, session_hours_max, weekly_hours_max, danish_level, added_at,
		candidate(alias, target_group(name_da, name_en))), candidate_id,
	work_times:need_work_time(weekday, starts, ends), free_times:need_free_time(weekday, starts, ends)` as const;

/** A need as it is written, and what may be done with it. */
export interface Need {
	id: string;
	version: number;
	state: NeedState;
	reference: string;
	ownerId: string;
	jobCentreId: string;
	draft: NeedDraft;
	/** The module of the catalogue that it was begun from. */
	wish: NeedWish | null;
	/** What follows it from the template that it was begun from. */
	template: TemplateGuide | null;
	/** The candidates, when it is about several; none when it is about one. */
	named: Participant[];
	/** Names of what the draft points at, in the reader's language. */
	names: NeedNames;
}

export const drafts = (client: Client) => client.from('need').select(DRAFT);

type DraftRow = NonNullable<Awaited<ReturnType<typeof drafts>>['data']>[number];

export function needOf(row: DraftRow): Need {
	const named = participantsOf(row);
	return {
		id: row.id,
		version: row.version,
		state: row.state as NeedState,
		reference: row.reference,
		ownerId: row.owner_id,
		jobCentreId: row.job_centre_id,
		draft: {
			candidateAlias: row.candidate.alias,
			targetGroupCode: row.candidate.target_group_code,
			candidateWish: row.candidate_wish,
			participants: row.participants,
			workplace: row.workplace,
			placementKind: row.placement_kind as NeedDraft['placementKind'],
			tasks: row.tasks,
			workTimes: timesOf(row.work_times),
			hasBuddy: row.has_buddy,
			subjectCode: row.subject_code,
			goal: row.goal,
			goodEnough: row.good_enough,
			certificateKind: row.certificate_kind as NeedDraft['certificateKind'],
			support: row.support as NeedDraft['support'],
			hoursWanted: row.hours_wanted,
			danishLevel: row.danish_level as NeedDraft['danishLevel'],
			accommodations: row.accommodations as NeedDraft['accommodations'],
			accommodationNote: row.accommodation_note,
			sessionHoursMax: row.session_hours_max,
			weeklyHoursMax: row.weekly_hours_max,
			place: row.place as NeedDraft['place'],
			deliveryForm: row.delivery_form as NeedDraft['deliveryForm'],
			freeTimes: timesOf(row.free_times),
			startsOn: row.starts_on,
			endsBy: row.ends_by,
			fundingSourceId: row.funding_source_id,
			priceCeilingOre: row.price_ceiling_ore,
			sharedFields: row.shared_fields as NeedDraft['sharedFields'],
			hasConsent: row.has_consent
		},
		wish: row.wish && wishOf(row.wish),
		template: row.template && { title: row.template.title, fields: guidesOf(row.template.fields) },
		named,
		names: {
			aliases: named.length > 0 ? named.map(({ alias }) => alias) : [row.candidate.alias],
			limits: named,
			subject: row.subject && nameOf(row.subject),
			targetGroup: nameOf(row.candidate.target_group),
			fundingSource: row.funding_source && nameOf(row.funding_source)
		}
	};
}

const participantsOf = ({ named, candidate_id }: DraftRow): Participant[] =>
	named
		.toSorted((a, b) => a.added_at.localeCompare(b.added_at))
		.map((each) => ({
			id: each.id,
			alias: each.candidate.alias,
			targetGroup: nameOf(each.candidate.target_group),
			sessionHoursMax: each.session_hours_max,
			weeklyHoursMax: each.weekly_hours_max,
			danishLevel: each.danish_level as NeedDraft['danishLevel'],
			isOwn: each.candidate_id === candidate_id
		}));

export function columnsOf(draft: NeedDraft): Json {
	return {
		candidate_alias: draft.candidateAlias,
		target_group_code: draft.targetGroupCode,
		candidate_wish: draft.candidateWish,
		participants: draft.participants,
		workplace: draft.workplace,
		placement_kind: draft.placementKind,
		tasks: draft.tasks,
		work_times: draft.workTimes.map(({ weekday, starts, ends }) => ({ weekday, starts, ends })),
		subject_code: draft.subjectCode,
		goal: draft.goal,
		good_enough: draft.goodEnough,
		certificate_kind: draft.certificateKind,
		support: draft.support,
		has_buddy: draft.hasBuddy,
		hours_wanted: draft.hoursWanted,
		danish_level: draft.danishLevel,
		accommodations: draft.accommodations,
		accommodation_note: draft.accommodationNote,
		session_hours_max: draft.sessionHoursMax,
		weekly_hours_max: draft.weeklyHoursMax,
		place: draft.place,
		delivery_form: draft.deliveryForm,
		free_times: draft.freeTimes.map(({ weekday, starts, ends }) => ({ weekday, starts, ends })),
		starts_on: draft.startsOn,
		ends_by: draft.endsBy,
		funding_source_id: draft.fundingSourceId,
		price_ceiling_ore: draft.priceCeilingOre,
		shared_fields: draft.sharedFields,
		has_consent: draft.hasConsent
	};
}

/** A name in the reader's language. */
export const nameOf = (row: { name_da: string; name_en: string }) =>
	getLocale() === 'en' ? row.name_en : row.name_da;
