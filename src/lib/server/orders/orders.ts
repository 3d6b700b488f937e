import type { QueryData } from '@supabase/supabase-js';
import type { ApprovalCode } from '$lib/domain/orders/approval';
import type { OrderFilter } from '$lib/domain/orders/filter';
import { orderRow, type OrderRow } from '$lib/domain/orders/row';
import type { ChoiceReason, OrderState } from '$lib/domain/orders/states';
import { isOpen, scheduleOf, termsOf } from '$lib/domain/orders/change';
import { verdictWords } from '$lib/domain/orders/verdicts';
import { cancellationOf } from './cancelling';
import { CHANGES, quoted, toChanges } from './changes';
import {
	ASKED,
	ASKED_ABOUT,
	askedModule,
	askedOf,
	MADE_FROM,
	madeFrom,
	OFFERED
} from '../quotes/held-against';
import { everyRow, pageOf, rangeOf, type Page } from '../paging';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';

/** The orders of a job centre that a filter leaves, newest first, a page at a time. */
export async function listOrders(
	client: Client,
	jobCentreId: string,
	filter: OrderFilter,
	page = 1
): Promise<Page<OrderRow>> {
	const { rows, total } = pageOf(
		await orderQuery(client, jobCentreId, filter)
			.order('accepted_at', { ascending: false })
			.order('order_id')
			.range(...rangeOf(page))
	);
	return { rows: rows.map((row) => orderRow.parse(row)), total };
}

/** All of them, by their references. */
export const allOrders = (client: Client, jobCentreId: string, filter: OrderFilter) =>
	everyRow(
		(after, limit) =>
			orderQuery(client, jobCentreId, filter)
				.gt('order_reference', after)
				.order('order_reference')
				.limit(limit),
		(row) => orderRow.parse(row),
		({ reference }) => reference
	);

function orderQuery(client: Client, jobCentreId: string, { state, providerId, text }: OrderFilter) {
	const query = client
		.from('order_row')
		.select(
			`id:order_id, reference:order_reference, state, totalOre:total_ore, acceptedAt:accepted_at,
			providerName:provider_name, needReference:need_reference, candidateAlias:candidate_alias, title`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentreId);
	if (state) query.eq('state', state);
	if (providerId) query.eq('provider_id', providerId);
	if (text) {
		const like = `ilike.%${text.replaceAll(/[^\p{L}\p{N}-]/gu, '')}%`;
		query.or(`order_reference.${like},need_reference.${like},candidate_alias.${like}`);
	}
	return query;
}

/** The schools that a job centre has ordered from. */
export async function orderedSchools(client: Client, jobCentreId: string) {
	return unwrap(
		await client
			.from('organisation')
			.select('id, name, purchase_order!purchase_order_provider_id_fkey!inner(id)')
			.eq('purchase_order.job_centre_id', jobCentreId)
			.limit(1, { referencedTable: 'purchase_order' })
			.order('name')
	).map(({ id, name }) => ({ id, name }));
}

const WHOLE =
	`id, reference, version, revision, state, totalOre:total_ore, acceptedAt:accepted_at, decidedAt:decided_at, confirmedAt:confirmed_at, confirmBy:confirm_by,
	cancelReasonCode:cancel_reason_code, cancelledBy:cancelled_by,
	cancelCostOre:cancel_cost_ore, cancelBorneBy:cancel_borne_by, cancelFreeDays:cancel_free_days, cancelPercent:cancel_percent,
	jobCentreId:job_centre_id, acceptedById:accepted_by, cancelReason:cancel_reason,
	acceptedBy:profile!purchase_order_accepted_by_fkey(displayName:display_name),
	decidedBy:profile!purchase_order_decided_by_fkey(displayName:display_name),
	decidedFor:profile!purchase_order_decided_for_fkey(displayName:display_name),
	provider:organisation!purchase_order_provider_id_fkey(name),
	funding:funding_source(nameDa:name_da, nameEn:name_en, wholeCoursesOnly:whole_courses_only, certificateKinds:certificate_kinds),
	why:order_reason(code:reason_code, words:reason, refusal, approvalReasons:approval_reasons),
	engagement(id, state),
	quote(${OFFERED}, module!quote_module_fkey(${MADE_FROM}),
		request:quote_request!quote_quote_request_id_fkey(${ASKED_ABOUT}),
		lines:quote_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore, amountOre:amount_ore)),
	${CHANGES},
	need(id, reference, goal, workplace, ownerId:owner_id, candidate!need_candidate_id_fkey(alias),
		subject(nameDa:name_da, nameEn:name_en), ${ASKED},
		quotes:quote(id, state, hours, startsOn:starts_on, totalOre:total_ore,
			provider:organisation!quote_provider_id_fkey(name)))` as const;

const wholeOrders = (client: Client) =>
	client.from('purchase_order').select(WHOLE, { count: 'exact' });
type Row = QueryData<ReturnType<typeof wholeOrders>>[number];

/** One order with what was bought, for what, why, and what else there was to choose. */
export async function getOrder(client: Client, id: string) {
	const answer = await wholeOrders(client).eq('id', id).maybeSingle();
	const row = unwrap(answer);
	return row && toOrder(row);
}
export type Order = NonNullable<Awaited<ReturnType<typeof getOrder>>>;

/** The orders that wait for an approver, the one that has waited longest first. */
export async function waitingOrders(client: Client, jobCentreId: string, page: number) {
	const found = pageOf(
		await wholeOrders(client)
			.eq('job_centre_id', jobCentreId)
			.eq('state', 'awaiting_approval')
			.order('accepted_at')
			.order('id')
			.range(...rangeOf(page))
	);
	return { ...found, rows: found.rows.map(toOrder) };
}

/** The quotes that may be taken in place of an order that its school has not confirmed in time. */
export async function nextQuotes(client: Client, orderId: string): Promise<string[]> {
	return unwrap(await client.rpc('next_quotes', { p_order: orderId }));
}

/** Cancels an order that was not confirmed, and takes another quote; answers with its order. */
export async function takeNextQuote(
	client: Client,
	{ id, version, quoteId }: { id: string; version: number; quoteId: string }
) {
	return unwrap(
		await client.rpc('take_next_quote', { p_order: id, p_version: version, p_quote: quoteId })
	) as { id: string; reference: string; state: 'awaiting_approval' | 'approved' };
}

export async function confirmOrder(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('confirm_order', { p_id: id, p_version: version }));
}

/** The orders that wait for the caller, by id, with the approver whom they would decide for when that is somebody else. */
export async function ordersToDecide(client: Client, jobCentreId: string) {
	const rows = unwrap(await client.rpc('orders_to_decide', { p_job_centre: jobCentreId }));
	return new Map(rows.map((row) => [row.order_id, { for: row.for_approver }]));
}
/** Whom an order is decided for; null for oneself. */
export type Decision = { for: string | null };

export async function approveOrder(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('approve_order', { p_id: id, p_version: version }));
}

interface Refused {
	id: string;
	version: number;
	reason: string;
}

export async function refuseOrder(client: Client, { id, version, reason }: Refused): Promise<void> {
	unwrap(await client.rpc('refuse_order', { p_id: id, p_version: version, p_reason: reason }));
}

/** Quotes that could have been taken instead, cheapest first; not those that a school took back. */
const ALTERNATIVE = ['submitted', 'rejected', 'expired'];

/** Codes are text with a constraint in the database, which keeps what is promised of them here. */
function toOrder({ need, quote, why, state, changes: proposed, ...row }: Row) {
	const { quotes, ...bought } = need;
	const { order, cancelRule, cancellation } = cancellationOf(row);
	const changes = toChanges(proposed);
	const terms = termsOf(quoted(quote), changes);
	const { request, module, ...offered } = {
		...quote,
		...terms,
		sessions: scheduleOf(quote, terms)
	};
	const wanted = askedOf(bought);
	return {
		...order,
		state: state as OrderState,
		cancelRule,
		cancellation,
		why: why && {
			...why,
			code: why.code as ChoiceReason,
			approvalReasons: why.approvalReasons as ApprovalCode[]
		},
		need: wanted,
		openChange: changes.find(isOpen)?.state ?? null,
		/** What was bought, as the last change that took effect has it. */
		quote: offered,
		/** That held against what was asked for, in sentences. */
		verdicts: verdictWords(
			{
				...offered,
				totalOre: order.totalOre,
				askedModule: askedModule(request, quote),
				module: madeFrom(module)
			},
			wanted,
			row.funding
		),
		alternatives: quotes
			.filter((other) => other.id !== quote.id && ALTERNATIVE.includes(other.state))
			.toSorted((a, b) => a.totalOre - b.totalOre)
	};
}
