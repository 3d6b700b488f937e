import type { PriceModel, QuoteLineKind } from '$lib/domain/catalogue/price';
import type { SchoolRecord } from '$lib/domain/orders/record';
import { standing, type QuoteState } from '$lib/domain/orders/states';
import { AGREED, agreedOf, quoteAgreements } from '../agreements';
import { unwrap } from '../refusal';
import type { Client } from '../supabase/clients';
import {
	ASKED,
	ASKED_ABOUT,
	askedModule,
	askedOf,
	MADE_FROM,
	madeFrom,
	OFFERED,
	offeredOf
} from './held-against';

const NEED =
	`id, reference, state, goal, jobCentreId:job_centre_id, ownerId:owner_id, fundingSourceId:funding_source_id,
	${ASKED},
	jobCentre:organisation!need_job_centre_id_fkey(rules:approval_rule(aboveOre:above_ore, fundingSourceId:funding_source_id),
		settings:job_centre(freeDays:cancel_free_days, percent:cancel_percent),
		agreements:frame_agreement!frame_agreement_job_centre_id_fkey(${AGREED})),
	requests:quote_request(state, answerBy:answer_by, provider:organisation!quote_request_provider_id_fkey(name)),
	orders:purchase_order(id, reference, state, quoteId:quote_id),
	quotes:quote(${OFFERED}, version, state, validUntil:valid_until, submittedAt:submitted_at,
		provider:organisation!quote_provider_id_fkey(id, name),
		request:quote_request!inner(freeDays:cancel_free_days, percent:cancel_percent, ${ASKED_ABOUT},
			attachments:quote_attachment(id, name, size, addedAt:added_at)),
		module!quote_module_fkey(${MADE_FROM}),
		lines:quote_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore, amountOre:amount_ore))` as const;

/** A need with every quote for it, their lines, and what else the choice between them turns on. */
export async function quotesToChoose(client: Client, needId: string) {
	const [answer, within] = await Promise.all([
		client.from('need').select(NEED).eq('id', needId).maybeSingle(),
		quoteAgreements(client, needId)
	]);
	const row = unwrap(answer);
	if (!row) return null;
	const { jobCentre, orders, quotes, ...need } = row;
	const agreements = jobCentre.agreements.map(agreedOf);
	return {
		...askedOf(need),
		approvalRules: jobCentre.rules,
		/** What an order that nobody has quoted for says of being cancelled. */
		cancelRule: jobCentre.settings!,
		/** The order that stands, if a quote has been taken. */
		order: standing(orders),
		quotes: quotes.map(({ request, ...quote }) => ({
			...offeredOf(quote),
			/** What its order will say of being cancelled. */
			cancelRule: { freeDays: request.freeDays, percent: request.percent },
			askedModule: askedModule(request, quote),
			attachments: firstFirst(request.attachments),
			state: quote.state as QuoteState,
			module: madeFrom(quote.module),
			/** The frame agreement that it is made within. */
			agreement: agreements.find(({ id }) => id === within.get(quote.id)),
			sessions: quote.sessions.toSorted((a, b) => a.weekday - b.weekday),
			lines: inPosition(quote.lines)
		}))
	};
}
export type NeedWithQuotes = NonNullable<Awaited<ReturnType<typeof quotesToChoose>>>;
export type ChoosableQuote = NeedWithQuotes['quotes'][number];

/** The record of each school that has quoted for a need, by school; none where nothing has ended yet. */
export async function schoolRecords(
	client: Client,
	needId: string
): Promise<Map<string, SchoolRecord>> {
	const rows = unwrap(await client.rpc('school_record', { p_need: needId }));
	return new Map(
		rows.map((row) => [
			row.provider_id,
			{
				completed: row.completed,
				dropped: row.dropped,
				quotedHours: row.quoted_hours ?? 0,
				hoursHeld: row.hours_held ?? 0,
				quotedOre: row.quoted_ore ?? 0,
				finalOre: row.final_ore ?? 0,
				begunLater: row.begun_later
			}
		])
	);
}

/** Files in the order in which they were sent along. */
export const firstFirst = <A extends { addedAt: string }>(attachments: readonly A[]): A[] =>
	attachments.toSorted((a, b) => a.addedAt.localeCompare(b.addedAt));

/** A quote's lines as the school wrote them, in its order. */
export function inPosition<L extends { position: number; kind: string; model: string }>(
	lines: readonly L[]
) {
	return lines
		.toSorted((a, b) => a.position - b.position)
		.map((line) => ({
			...line,
			kind: line.kind as QuoteLineKind,
			model: line.model as PriceModel
		}));
}

/** The funding sources that a job centre may use on a day, by their rules and with what is left of this year's budget. */
export async function usableFundingSources(client: Client, jobCentreId: string, day: string) {
	const [found, left] = await Promise.all([
		client
			.from('funding_source')
			.select(
				`id, nameDa:name_da, nameEn:name_en, wholeCoursesOnly:whole_courses_only,
				certificateKinds:certificate_kinds, validTo:valid_to`
			)
			.or(`job_centre_id.is.null,job_centre_id.eq.${jobCentreId}`)
			.lte('valid_from', day)
			.order('name_da'),
		client.rpc('funding_left', { p_job_centre: jobCentreId, p_year: Number(day.slice(0, 4)) })
	]);
	const leftOre = new Map(unwrap(left).map((each) => [each.funding_source_id, each.left_ore]));
	return (
		unwrap(found)
			// Not a second `or`: of two, the embedded backend heeds one.
			.filter(({ validTo }) => validTo === null || validTo > day)
			.map((source) => ({ ...source, leftOre: leftOre.get(source.id) ?? null }))
	);
}
export type FundingSource = Awaited<ReturnType<typeof usableFundingSources>>[number];

export interface Choice {
	quoteId: string;
	/** The version of the quote that was read; a newer one is refused as stale. */
	version: number;
	fundingSourceId: string;
	reasonCode: string;
	reason: string | null;
}

/** Takes a quote. Answers with the order that it became, which may wait for an approver. */
export async function acceptQuote(client: Client, choice: Choice) {
	return unwrap(
		await client.rpc('accept_quote', {
			p_id: choice.quoteId,
			p_version: choice.version,
			p_funding_source: choice.fundingSourceId,
			p_reason_code: choice.reasonCode,
			p_reason: choice.reason
		})
	) as { id: string; reference: string; state: 'awaiting_approval' | 'approved' };
}
