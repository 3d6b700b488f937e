import type { QueryData } from '@supabase/supabase-js';
import type { NeedFilter } from '$lib/domain/needs/filter';
import type { Client } from '../supabase/clients';
import type { DeclineReason, NeedDraft, NeedState, RequestState } from '$lib/domain/needs/need';
import { standingOf, type AgreementState, type Matter } from '$lib/domain/agreements/agreement';
import { today } from '$lib/domain/shared/day';
import { everyRow, pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import { DRAFT, drafts, nameOf, needOf, type Need } from './rows';

const DETAIL =
	`${DRAFT}, close_reason, submitted_at, updated_at, owner:profile!need_owner_id_fkey(display_name),
	job_centre:organisation!need_job_centre_id_fkey(settings:job_centre!job_centre_organisation_id_fkey(answer_days, seals_quotes),
		agreements:frame_agreement!frame_agreement_job_centre_id_fkey(state, module_id, provider_id, subject_code,
			validFrom:valid_from, validTo:valid_to, allows_direct_order)),
	contacts:candidate_contact(need_id),
	requests:quote_request(id, state, answer_by, is_sealed, sent_at, decline_reason_code, decline_reason,
		provider:organisation!quote_request_provider_id_fkey(id, name),
		module!quote_request_module_fkey(title)),
	quotes:quote!quote_need_id_fkey(id, state, submitted_at, quote_request_id, frame_agreement_id),
	orders:purchase_order(id, reference, state, engagement(id))` as const;

const ITEM =
	`id, reference, state, updated_at, goal, workplace, owner_id, candidate!need_candidate_id_fkey!inner(alias),
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

export interface QuoteRequest {
	id: string;
	state: RequestState;
	answerBy: string;
	/** Nobody at the job centre reads its quote before all have had their say. */
	isSealed: boolean;
	schoolId: string;
	school: string;
	module: string | null;
	/** The quote that stands, or else the last one that did; null while it is sealed. */
	quoteId: string | null;
	/** Ordered within a frame agreement, without being asked. */
	isDirect: boolean;
	declineReasonCode: DeclineReason | null;
	declineReason: string | null;
}

/** A need with all that hangs on it. */
export interface NeedMatter extends Need {
	owner: string;
	closeReason: string | null;
	/** Days that schools get to answer, unless the broker chooses others. */
	answerDays: number;
	/** Whether quotes are sealed, unless the broker chooses otherwise. */
	sealsQuotes: boolean;
	/** What the job centre may order today without asking, by its frame agreements. */
	directOrders: (Matter & { schoolId: string })[];
	/** How many candidates the school may reach; known to the need's own broker only. */
	contacts: number;
	requests: QuoteRequest[];
	/** Quotes that can be accepted, and whether one has been. */
	quotes: { submitted: number; accepted: boolean; all: number };
	/** The order that stands, and its training once it is approved. */
	order: { id: string; reference: string; engagementId: string | null } | null;
}

/** Whose needs are listed: a job centre's, as one of its people asks for them. */
interface Asking {
	jobCentreId: string;
	userId: string;
}

/** The needs of a job centre, or of the one who asks, that a filter leaves; last changed first. */
export async function listNeeds(
	client: Client,
	asking: Asking,
	filter: NeedFilter,
	page = 1
): Promise<Page<NeedItem>> {
	const answer = await needQuery(client, asking, filter)
		.order('updated_at', { ascending: false })
		.order('id')
		.range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	return { rows: rows.map(itemOf), total };
}

/** All of them, by their references, which never change. */
export const allNeeds = (client: Client, asking: Asking, filter: NeedFilter) =>
	everyRow(
		(after, limit) =>
			needQuery(client, asking, filter).gt('reference', after).order('reference').limit(limit),
		itemOf,
		({ reference }) => reference
	);

function needQuery(
	client: Client,
	{ jobCentreId, userId }: Asking,
	{ all, state, text }: NeedFilter
) {
	const query = client
		.from('need')
		.select(ITEM, { count: 'exact' })
		.eq('job_centre_id', jobCentreId);
	if (!all) query.eq('owner_id', userId);
	if (state) query.eq('state', state);
	const pattern = `%${text.replaceAll(/[^\p{L}\p{N}-]/gu, '')}%`;
	if (/^\s*k/i.test(text)) query.ilike('candidate.alias', pattern);
	else if (text.trim()) query.ilike('reference', pattern);
	return query;
}

const itemOf = (row: QueryData<ReturnType<typeof needQuery>>[number]): NeedItem => ({
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
});

/** A need as it is written; null when the caller may not see it. */
export async function needById(client: Client, id: string): Promise<Need | null> {
	const row = unwrap(await drafts(client).eq('id', id).maybeSingle());
	return row && needOf(row);
}

/** A need with its requests and quotes; null when the caller may not see it. */
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
		sealsQuotes: row.job_centre.settings?.seals_quotes ?? false,
		// Not a filter of the query: the embedded backend heeds none so far in.
		directOrders: row.job_centre.agreements
			.filter(
				({ state, allows_direct_order, ...period }) =>
					allows_direct_order &&
					standingOf({ ...period, state: state as AgreementState }, today()) === 'in_force'
			)
			.map((agreement) => ({
				schoolId: agreement.provider_id,
				moduleId: agreement.module_id,
				subjectCode: agreement.subject_code
			})),
		contacts: row.contacts.length,
		requests: row.requests.map((request) => {
			const quotes = row.quotes
				.filter(({ quote_request_id: of }) => of === request.id)
				.sort((a, b) => Date.parse(b.submitted_at) - Date.parse(a.submitted_at));
			const live = quotes.find(({ state }) => state === 'submitted' || state === 'accepted');
			return {
				id: request.id,
				state: request.state as RequestState,
				answerBy: request.answer_by,
				isSealed: request.is_sealed,
				schoolId: request.provider.id,
				school: request.provider.name,
				module: request.module?.title ?? null,
				quoteId: (live ?? quotes[0])?.id ?? null,
				isDirect: Boolean(live?.frame_agreement_id),
				declineReasonCode: request.decline_reason_code as DeclineReason | null,
				declineReason: request.decline_reason
			};
		}),
		quotes: {
			submitted: counts('submitted'),
			accepted: counts('accepted') > 0,
			all: row.quotes.length
		},
		order: orderOf(row.orders)
	};
}

const STANDING = ['awaiting_approval', 'approved'];

function orderOf(
	orders: { id: string; reference: string; state: string; engagement: { id: string } | null }[]
) {
	const order = orders.find(({ state }) => STANDING.includes(state));
	return order
		? { id: order.id, reference: order.reference, engagementId: order.engagement?.id ?? null }
		: null;
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
