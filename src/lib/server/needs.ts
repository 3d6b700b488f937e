import type { NeedFilter } from '$lib/domain/needs/filter';
import { criteriaSchema, type Criterion } from '$lib/domain/needs/fit-answer';
import {
	merge,
	saysNothingNew,
	type DeclineReason,
	type NeedDraft,
	type NeedState,
	type RequestState
} from '$lib/domain/needs/need';
import type { NeedNames } from '$lib/domain/needs/describe';
import type { NeedWish } from '$lib/domain/needs/wish';
import type { Tailored } from '$lib/domain/catalogue/tailoring';
import { getLocale } from '$lib/paraglide/runtime';
import { PAGE_SIZE, pageOf, rangeOf, type Page } from './paging';
import { Refusal, unwrap } from './refusal';
import type { Client } from './supabase/clients';
import type { Json } from './supabase/database.types';
import { WISH, wishColumns, wishOf } from './wish';

const DRAFT =
	`id, version, state, reference, owner_id, job_centre_id, participants, workplace, placement_kind, tasks,
	subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, starts_on, danish_level,
	accommodations, accommodation_note, candidate_wish, has_consent, shared_fields, funding_source_id,
	price_ceiling_ore, candidate(alias, target_group_code, target_group(name_da, name_en)),
	subject(name_da, name_en), funding_source(name_da, name_en), ${WISH},
	work_times:need_work_time(weekday, starts, ends)` as const;
const DETAIL =
	`${DRAFT}, close_reason, submitted_at, updated_at, owner:profile!need_owner_id_fkey(display_name),
	job_centre:organisation!need_job_centre_id_fkey(settings:job_centre!job_centre_organisation_id_fkey(answer_days)),
	contact:candidate_contact(first_name, contact, updated_at),
	requests:quote_request(id, state, answer_by, sent_at, decline_reason_code, decline_reason,
		provider:organisation!quote_request_provider_id_fkey(id, name),
		module!quote_request_module_fkey(title)),
	quotes:quote!quote_need_id_fkey(state)` as const;
const ITEM = `id, reference, state, updated_at, goal, workplace, owner_id, candidate!inner(alias),
	subject(name_da, name_en), requests:quote_request(state), quotes:quote!quote_need_id_fkey(state)` as const;

export interface NeedItem {
	id: string;
	reference: string;
	state: NeedState;
	updatedAt: string;
	alias: string;
	subject: string | null;
	goal: string | null;
	workplace: string | null;
	/** Schools that have been asked and not let go. */
	asked: number;
	/** Quotes that can be accepted. */
	quotes: number;
}

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
	/** Names of what the draft points at, in the reader's language. */
	names: NeedNames;
}

export interface QuoteRequest {
	id: string;
	state: RequestState;
	answerBy: string;
	schoolId: string;
	school: string;
	module: string | null;
	declineReasonCode: DeclineReason | null;
	declineReason: string | null;
}

/** A need with all that hangs on it. */
export interface NeedMatter extends Need {
	owner: string;
	closeReason: string | null;
	/** Days that schools get to answer, unless the broker chooses others. */
	answerDays: number;
	/** Shown to the need's own broker only. */
	contact: { firstName: string; contact: string; updatedAt: string } | null;
	requests: QuoteRequest[];
	/** Quotes that can be accepted, and whether one has been. */
	quotes: { submitted: number; accepted: boolean; all: number };
}

/** A module held against a need. */
export interface FittingModule {
	moduleId: string;
	schoolId: string;
	school: string;
	title: string;
	purpose: string;
	blocks: number;
	adaptations: number;
	criteria: Criterion[];
	hours: number;
	weeks: number;
	priceOre: number;
	startsOn: string;
}

/** The needs of a job centre, or of the one who asks, that a filter leaves; last changed first. */
export async function listNeeds(
	client: Client,
	{ jobCentreId, userId }: { jobCentreId: string; userId: string },
	{ all, state, text }: NeedFilter,
	page = 1
): Promise<Page<NeedItem>> {
	let query = client.from('need').select(ITEM, { count: 'exact' }).eq('job_centre_id', jobCentreId);
	if (!all) query = query.eq('owner_id', userId);
	if (state) query = query.eq('state', state);
	const pattern = `%${text.replaceAll(/[^\p{L}\p{N}-]/gu, '')}%`;
	if (/^\s*k/i.test(text)) query = query.ilike('candidate.alias', pattern);
	else if (text.trim()) query = query.ilike('reference', pattern);
	const answer = await query
		.order('updated_at', { ascending: false })
		.order('id')
		.range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	const items = rows.map((row) => ({
		id: row.id,
		reference: row.reference,
		state: row.state as NeedState,
		updatedAt: row.updated_at,
		alias: row.candidate.alias,
		subject: row.subject && nameOf(row.subject),
		goal: row.goal,
		workplace: row.workplace,
		asked: row.requests.filter((request) => request.state !== 'withdrawn').length,
		quotes: row.quotes.filter((quote) => quote.state === 'submitted').length
	}));
	return { rows: items, total };
}

/** A need as it is written; null when the caller may not see it. */
export async function needById(client: Client, id: string): Promise<Need | null> {
	const row = unwrap(await drafts(client).eq('id', id).maybeSingle());
	return row && needOf(row);
}

/** A need with its requests, quotes and contact; null when the caller may not see it. */
export async function needMatter(client: Client, id: string): Promise<NeedMatter | null> {
	const row = unwrap(
		await client
			.from('need')
			.select(DETAIL)
			.eq('id', id)
			.order('sent_at', { referencedTable: 'quote_request' })
			.maybeSingle()
	);
	if (!row) return null;
	const counts = (state: string) => row.quotes.filter((quote) => quote.state === state).length;
	return {
		...needOf(row),
		owner: row.owner.display_name,
		closeReason: row.close_reason,
		answerDays: row.job_centre.settings?.answer_days ?? 10,
		contact: row.contact && {
			firstName: row.contact.first_name,
			contact: row.contact.contact,
			updatedAt: row.contact.updated_at
		},
		requests: row.requests.map((request) => ({
			id: request.id,
			state: request.state as RequestState,
			answerBy: request.answer_by,
			schoolId: request.provider.id,
			school: request.provider.name,
			module: request.module?.title ?? null,
			declineReasonCode: request.decline_reason_code as DeclineReason | null,
			declineReason: request.decline_reason
		})),
		quotes: {
			submitted: counts('submitted'),
			accepted: counts('accepted') > 0,
			all: row.quotes.length
		}
	};
}

/** What a broker's latest need says that is likely to hold for the next one too. */
export async function rememberedAnswers(
	client: Client,
	ownerId: string
): Promise<Pick<NeedDraft, 'workplace' | 'place' | 'fundingSourceId'>> {
	const [latest] = unwrap(
		await client
			.from('need')
			.select('workplace, place, funding_source_id')
			.eq('owner_id', ownerId)
			.order('created_at', { ascending: false })
			.limit(1)
	);
	return {
		workplace: latest?.workplace ?? null,
		place: (latest?.place ?? null) as NeedDraft['place'],
		fundingSourceId: latest?.funding_source_id ?? null
	};
}

/** Makes a draft with the id that the form chose, so that sending it twice makes one. */
export async function createNeed(
	client: Client,
	jobCentreId: string,
	id: string,
	draft: NeedDraft
): Promise<void> {
	await save(client, { id, jobCentreId, version: 0 }, draft);
}

/** Makes a draft as above, together with the tailored module that it is begun from. */
export async function beginNeed(
	client: Client,
	jobCentreId: string,
	id: string,
	draft: NeedDraft,
	{ moduleId, tailored }: { moduleId: string; tailored: Tailored }
): Promise<void> {
	unwrap(
		await client.rpc('begin_need', {
			p_id: id,
			p_job_centre: jobCentreId,
			p_need: columnsOf(draft),
			p_wish: wishColumns(moduleId, tailored)
		})
	);
}

/**
 * Puts one step's answers into a draft that the form was opened for at this version, and keeps the
 * rest. Returns the version that it has then; the same answers again change nothing.
 */
export async function saveStep(
	client: Client,
	need: Pick<Need, 'id' | 'version'>,
	answers: Partial<NeedDraft>
): Promise<number> {
	const current = await needById(client, need.id);
	if (!current) throw new Refusal(404, 'not_found', {});
	if (saysNothingNew(current.draft, answers)) return current.version;
	const { jobCentreId } = current;
	return save(client, { ...need, jobCentreId }, merge(current.draft, answers));
}

async function save(
	client: Client,
	{ id, jobCentreId, version }: Pick<Need, 'id' | 'jobCentreId' | 'version'>,
	draft: NeedDraft
): Promise<number> {
	const answer = await client.rpc('save_need', {
		p_id: id,
		p_job_centre: jobCentreId,
		p_version: version,
		p_need: columnsOf(draft)
	});
	return (unwrap(answer) as { version: number }).version;
}

export async function submitNeed(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('submit_need', { p_id: id, p_version: version }));
}

export async function withdrawNeed(
	client: Client,
	{ id, version, reason }: { id: string; version: number; reason: string | null }
): Promise<void> {
	unwrap(await client.rpc('withdraw_need', { p_id: id, p_version: version, p_reason: reason }));
}

export async function closeNeedUnmet(
	client: Client,
	{ id, version, reason }: { id: string; version: number; reason: string | null }
): Promise<void> {
	unwrap(await client.rpc('close_need_unmet', { p_id: id, p_version: version, p_reason: reason }));
}

/** Modules of the need's subject, best first; none until the need says enough to judge by. */
export async function fitModules(
	client: Client,
	needId: string,
	page = 1
): Promise<Page<FittingModule>> {
	const rows = unwrap(
		await client.rpc('fit_modules', {
			p_need: needId,
			p_limit: PAGE_SIZE,
			p_offset: (page - 1) * PAGE_SIZE
		})
	);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map((row) => ({
			moduleId: row.module_id,
			schoolId: row.provider_id,
			school: row.provider_name,
			title: row.title,
			purpose: row.purpose,
			blocks: row.blocks,
			adaptations: row.adaptations,
			criteria: criteriaSchema.parse(row.criteria),
			hours: row.hours,
			weeks: row.weeks,
			priceOre: row.price_ore,
			startsOn: row.starts_on
		}))
	};
}

/** A school to ask, for one of its modules or openly. */
export interface Asked {
	schoolId: string;
	moduleId: string | null;
}

/** Asks schools to quote before a date; returns how many had not been asked already. */
export async function requestQuotes(
	client: Client,
	needId: string,
	schools: Asked[],
	answerBy: string
): Promise<number> {
	return unwrap(
		await client.rpc('request_quotes', {
			p_need: needId,
			p_requests: schools.map(({ schoolId, moduleId }) => ({
				provider_id: schoolId,
				module_id: moduleId
			})),
			p_answer_by: answerBy
		})
	);
}

export async function withdrawRequest(client: Client, id: string): Promise<void> {
	unwrap(await client.rpc('withdraw_request', { p_id: id }));
}

/** Shares a way to reach the candidate with the school whose quote was accepted. */
export async function setCandidateContact(
	client: Client,
	needId: string,
	{ firstName, contact }: { firstName: string; contact: string }
): Promise<void> {
	unwrap(
		await client.rpc('set_candidate_contact', {
			p_need: needId,
			p_first_name: firstName,
			p_contact: contact
		})
	);
}

/** A row that the law or a job centre keeps, as a choice. */
export interface Choice {
	value: string;
	label: string;
}

/** The target groups that the law knows on a day. */
export async function targetGroups(client: Client, day: string): Promise<Choice[]> {
	const rows = unwrap(
		await client
			.from('target_group')
			.select('code, name_da, name_en')
			.lte('valid_from', day)
			.or(`valid_to.is.null,valid_to.gt.${day}`)
	);
	return rows.map((row) => ({ value: row.code, label: nameOf(row) })).sort(byLabel);
}

/** The funding sources that a job centre can use on a day. */
export async function fundingSources(
	client: Client,
	jobCentreId: string,
	day: string
): Promise<Choice[]> {
	const rows = unwrap(
		await client
			.from('funding_source')
			.select('id, name_da, name_en, job_centre_id, valid_to')
			.lte('valid_from', day)
	);
	return rows
		.filter((row) => row.job_centre_id === null || row.job_centre_id === jobCentreId)
		.filter((row) => row.valid_to === null || row.valid_to > day)
		.map((row) => ({ value: row.id, label: nameOf(row) }))
		.sort(byLabel);
}

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label, 'da');
const nameOf = (row: { name_da: string; name_en: string }) =>
	getLocale() === 'en' ? row.name_en : row.name_da;

const drafts = (client: Client) => client.from('need').select(DRAFT);
type DraftRow = NonNullable<Awaited<ReturnType<typeof drafts>>['data']>[number];

function needOf(row: DraftRow): Need {
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
			workTimes: row.work_times
				.map(({ weekday, starts, ends }) => ({
					weekday,
					starts: starts.slice(0, 5),
					ends: ends.slice(0, 5)
				}))
				.sort((a, b) => a.weekday - b.weekday),
			subjectCode: row.subject_code,
			goal: row.goal,
			hoursWanted: row.hours_wanted,
			danishLevel: row.danish_level as NeedDraft['danishLevel'],
			accommodations: row.accommodations as NeedDraft['accommodations'],
			accommodationNote: row.accommodation_note,
			sessionHoursMax: row.session_hours_max,
			weeklyHoursMax: row.weekly_hours_max,
			place: row.place as NeedDraft['place'],
			startsOn: row.starts_on,
			fundingSourceId: row.funding_source_id,
			priceCeilingOre: row.price_ceiling_ore,
			sharedFields: row.shared_fields as NeedDraft['sharedFields'],
			hasConsent: row.has_consent
		},
		wish: row.wish && wishOf(row.wish),
		names: {
			subject: row.subject && nameOf(row.subject),
			targetGroup: nameOf(row.candidate.target_group),
			fundingSource: row.funding_source && nameOf(row.funding_source)
		}
	};
}

function columnsOf(draft: NeedDraft): Json {
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
		hours_wanted: draft.hoursWanted,
		danish_level: draft.danishLevel,
		accommodations: draft.accommodations,
		accommodation_note: draft.accommodationNote,
		session_hours_max: draft.sessionHoursMax,
		weekly_hours_max: draft.weeklyHoursMax,
		place: draft.place,
		starts_on: draft.startsOn,
		funding_source_id: draft.fundingSourceId,
		price_ceiling_ore: draft.priceCeilingOre,
		shared_fields: draft.sharedFields,
		has_consent: draft.hasConsent
	};
}
