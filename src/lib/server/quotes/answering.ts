/** The school's side of quotes: who has asked, and what is answered. */
import type { QueryData } from '@supabase/supabase-js';
import type { DeclineReason, RequestState } from '$lib/domain/needs/need';
import type { Brief, QuoteContent, QuoteLine, QuoteState } from '$lib/domain/quotes/quote';
import { lineAmountOre, totalOre } from '$lib/domain/catalogue/price';
import { AGREED, agreedOf } from '../agreements';
import { everyRow, NO_ID, pageOf, rangeOf, sorted } from '../paging';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

const LISTED = `id, state, answerBy:answer_by, sentAt:sent_at,
	jobCentre:organisation!quote_request_job_centre_id_fkey(name),
	brief:need_brief(reference, goal, hoursWanted:hours_wanted, startsOn:starts_on, subject(nameDa:name_da, nameEn:name_en)),
	quotes:quote(reference, state, totalOre:total_ore)` as const;

/** Quotes that still stand. */
const LIVE: readonly QuoteState[] = ['submitted', 'accepted'];

/** The requests that a school got, a page at a time: what waits by its date, what is over latest first. */
export async function listRequests(
	client: Client,
	providerId: string,
	{ states, page }: { states: readonly RequestState[]; page: number }
) {
	const waits = wait(states);
	const answer = await requestQuery(client, providerId, states)
		.order(waits ? 'answer_by' : 'sent_at', { ascending: waits })
		.order('id')
		.range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	return { total, rows: rows.map(listed) };
}

/** All of them, in the same order. */
export function allRequests(client: Client, providerId: string, states: readonly RequestState[]) {
	const rows = everyRow(
		(after, limit) =>
			requestQuery(client, providerId, states)
				.gt('id', after || NO_ID)
				.order('id')
				.limit(limit),
		listed,
		({ id }) => id
	);
	return sorted(rows, (a, b) =>
		wait(states) ? a.answerBy.localeCompare(b.answerBy) : b.sentAt.localeCompare(a.sentAt)
	);
}

const wait = (states: readonly RequestState[]) => states.includes('sent');

const requestQuery = (client: Client, providerId: string, states: readonly RequestState[]) =>
	client
		.from('quote_request')
		.select(LISTED, { count: 'exact' })
		.eq('provider_id', providerId)
		.in('state', states);
type RequestRow = QueryData<ReturnType<typeof requestQuery>>[number];

const listed = ({ quotes, ...request }: RequestRow) => ({
	...request,
	state: request.state as RequestState,
	quote: quotes.map(withState).find(({ state }) => LIVE.includes(state)) ?? null
});

export type ListedRequest = Awaited<ReturnType<typeof listRequests>>['rows'][number];

const LINES =
	`lines:quote_line(position, kind, model, description, unitPriceOre:unit_price_ore, quantity,
	amountOre:amount_ore)` as const;
export const QUOTE = `id, reference, state, version, title, hours, participants, place, note, weeks,
	sessionHours:session_hours, weeklyHours:weekly_hours, deliveryForm:delivery_form, startsOn:starts_on,
	validUntil:valid_until, totalOre:total_ore, submittedAt:submitted_at, decidedAt:decided_at,
	priceRank:price_rank, priceRankOf:price_rank_of, choiceReasonCode:choice_reason_code, moduleId:module_id,
	module!quote_module_fkey(title), sessions:quote_session(weekday, starts, ends), order:purchase_order(state, engagement(id, state)),
	agreement:frame_agreement(reference), ${LINES}` as const;
const BRIEF = `reference, goal, participants, place, workplace, tasks, accommodations,
	hoursWanted:hours_wanted, sessionHoursMax:session_hours_max, weeklyHoursMax:weekly_hours_max,
	startsOn:starts_on, danishLevel:danish_level, accommodationNote:accommodation_note,
	candidateWish:candidate_wish, workTimes:work_times, freeTimes:free_times, goodEnough:good_enough,
	hasBuddy:has_buddy, deliveryForm:delivery_form, certificateKind:certificate_kind, support, endsBy:ends_by,
	participantLimits:participant_limits,
	subject(nameDa:name_da, nameEn:name_en), targetGroup:target_group(nameDa:name_da, nameEn:name_en)` as const;

/** One request with what is asked and every quote that the school has given; null when it is not the school's. */
export async function getRequest(client: Client, providerId: string, id: string) {
	const row = unwrap(
		await client
			.from('quote_request')
			.select(
				`id, state, answerBy:answer_by, isSealed:is_sealed, sentAt:sent_at, answeredAt:answered_at,
				declineReasonCode:decline_reason_code, declineReason:decline_reason, moduleId:module_id,
				freeDays:cancel_free_days, percent:cancel_percent,
				jobCentre:organisation!quote_request_job_centre_id_fkey(name,
					agreements:frame_agreement!frame_agreement_job_centre_id_fkey(${AGREED})),
				module!quote_request_module_fkey(title),
				brief:need_brief(${BRIEF}), quotes:quote(${QUOTE})`
			)
			.eq('id', id)
			.eq('provider_id', providerId)
			.maybeSingle()
	);
	if (!row) return null;
	const { freeDays, percent, jobCentre, ...request } = row;
	const quotes = latestFirst(request.quotes);
	return {
		...request,
		jobCentre: { name: jobCentre.name },
		/** What the school has agreed with the job centre, at any time. */
		agreements: jobCentre.agreements.map(agreedOf),
		cancelRule: { freeDays, percent },
		state: request.state as RequestState,
		declineReasonCode: request.declineReasonCode as DeclineReason | null,
		brief: request.brief as Brief | null,
		quotes,
		/** The quote that stands, if there is one. */
		live: quotes.find(({ state }) => LIVE.includes(state)) ?? null
	};
}
export type OwnRequest = NonNullable<Awaited<ReturnType<typeof getRequest>>>;
export type OwnQuote = OwnRequest['quotes'][number];

interface QuoteRow {
	submittedAt: string;
	state: string;
	place: string;
	deliveryForm: string;
	lines: { position: number; kind: string; model: string }[];
}

const withState = <T extends { state: string }>(row: T) => ({
	...row,
	state: row.state as QuoteState
});

export const latestFirst = <R extends QuoteRow>(rows: readonly R[]) =>
	rows.map(ownQuoteOf).sort((a, b) => Date.parse(b.submittedAt) - Date.parse(a.submittedAt));

/** The columns of codes are text with a constraint; the database keeps the promise that is made here. */
function ownQuoteOf<R extends QuoteRow>(row: R) {
	return {
		...row,
		state: row.state as QuoteState,
		place: row.place as QuoteContent['place'],
		deliveryForm: row.deliveryForm as QuoteContent['deliveryForm'],
		lines: row.lines.toSorted((a, b) => a.position - b.position) as (R['lines'][number] & {
			kind: QuoteLine['kind'];
			model: QuoteLine['model'];
		})[]
	};
}

/** A module that a quote can begin with. */
export interface StartingPoint {
	id: string;
	title: string;
}

/** What a school's quote can begin with, by title: its published modules that say what teaching costs. */
export async function startingPoints(client: Client, providerId: string): Promise<StartingPoint[]> {
	const rows = unwrap(
		await client
			.from('module')
			.select('id, title, module_price!inner(kind)')
			.eq('provider_id', providerId)
			.eq('state', 'published')
			.eq('module_price.kind', 'teaching')
			.order('title')
			.order('id')
	);
	return rows.map(({ id, title }) => ({ id, title }));
}

/** Sends a quote; its total is what the lines add up to. */
export async function submitQuote(
	client: Client,
	requestId: string,
	{ id, replaces, ...quote }: QuoteContent & { id: string; replaces: number }
): Promise<void> {
	const lines = quote.lines.map((line) => ({
		...line,
		amountOre: lineAmountOre(line.unitPriceOre, line.quantity)
	}));
	unwrap(
		await client.rpc('submit_quote', {
			p_request: requestId,
			p_id: id,
			p_replaces: replaces,
			p_quote: {
				module_id: quote.moduleId,
				title: quote.title,
				hours: quote.hours,
				session_hours: quote.sessionHours,
				weekly_hours: quote.weeklyHours,
				participants: quote.participants,
				place: quote.place,
				delivery_form: quote.deliveryForm,
				starts_on: quote.startsOn,
				valid_until: quote.validUntil,
				note: quote.note,
				sessions: quote.sessions.map(({ weekday, starts, ends }) => ({ weekday, starts, ends })),
				total_ore: totalOre(lines),
				lines: lines.map(({ kind, model, description, unitPriceOre, quantity }) => ({
					kind,
					model,
					description,
					unit_price_ore: unitPriceOre,
					quantity
				}))
			}
		})
	);
}

export async function declineRequest(
	client: Client,
	id: string,
	{ reasonCode, reason }: { reasonCode: DeclineReason; reason: string | null }
): Promise<void> {
	unwrap(
		await client.rpc('decline_request', { p_id: id, p_reason_code: reasonCode, p_reason: reason })
	);
}

export async function withdrawQuote(
	client: Client,
	{ quoteId, version }: { quoteId: string; version: number }
): Promise<void> {
	unwrap(await client.rpc('withdraw_quote', { p_id: quoteId, p_version: version }));
}
