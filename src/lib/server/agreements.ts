/** Frame agreements between a job centre and a school, for both of them. */
import { z } from 'zod';
import type { AgreementContent, AgreementState, Standing } from '$lib/domain/agreements/agreement';
import type { Agreed } from '$lib/domain/agreements/cover';
import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import {
	LINE_KINDS,
	PRICE_MODELS,
	type LineKind,
	type PriceItem,
	type PriceModel
} from '$lib/domain/catalogue/price';
import type { Membership } from '$lib/domain/members/session';
import { today } from '$lib/domain/shared/day';
import { subjects } from './catalogue/reference';
import { everyRow, NO_ID, pageOf, rangeOf, sorted } from './paging';
import { unwrap } from './refusal';
import type { Client } from './supabase/clients';

const MATTER = `jobCentre:organisation!frame_agreement_job_centre_id_fkey(name),
	provider:organisation!frame_agreement_provider_id_fkey(name),
	module!frame_agreement_module_fkey(title), subject(nameDa:name_da, nameEn:name_en)` as const;
const LISTED =
	`id, reference, state, proposedAt:proposed_at, validFrom:valid_from, validTo:valid_to, ${MATTER},
	prices:frame_agreement_price(kind, model, unitPriceOre:unit_price_ore, weeklyHours:weekly_hours, position)` as const;

/** A job centre or a school, whose agreements are listed. */
type Side = Pick<Membership, 'organisationId' | 'kind'>;

/** The agreements of a job centre or of a school, the latest first. */
export async function listAgreements(
	client: Client,
	side: Side,
	{ standing, page }: { standing?: Standing; page: number }
) {
	const found = pageOf(
		await agreementQuery(client, side, standing)
			.order('proposed_at', { ascending: false })
			.order('id')
			.range(...rangeOf(page))
	);
	return { ...found, rows: found.rows.map(coded) };
}
export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>['rows'][number];

/** All of them, in the same order. */
export function allAgreements(client: Client, side: Side, standing?: Standing) {
	const rows = everyRow(
		(after, limit) =>
			agreementQuery(client, side, standing)
				.gt('id', after || NO_ID)
				.order('id')
				.limit(limit),
		coded,
		({ id }) => id
	);
	return sorted(rows, (a, b) => b.proposedAt.localeCompare(a.proposedAt));
}

function agreementQuery(client: Client, { organisationId, kind }: Side, standing?: Standing) {
	const day = today();
	const query = client
		.from('frame_agreement')
		.select(LISTED, { count: 'exact' })
		.eq(kind === 'provider' ? 'provider_id' : 'job_centre_id', organisationId);
	if (standing === 'upcoming') query.eq('state', 'agreed').gt('valid_from', day);
	else if (standing === 'expired') query.eq('state', 'agreed').lt('valid_to', day);
	else if (standing === 'in_force') {
		query.eq('state', 'agreed').lte('valid_from', day).gte('valid_to', day);
	} else if (standing) query.eq('state', standing);
	return query;
}

/** One agreement; null when the caller may not see it. */
export async function agreementById(client: Client, id: string) {
	const row = unwrap(
		await client
			.from('frame_agreement')
			.select(
				`${LISTED}, version, terms, jobCentreId:job_centre_id, providerId:provider_id, moduleId:module_id,
				subjectCode:subject_code, allowsDirectOrder:allows_direct_order, maxOrderOre:max_order_ore,
				declineReason:decline_reason`
			)
			.eq('id', id)
			.maybeSingle()
	);
	return row && coded(row);
}

/** Codes are text with a constraint in the database, which keeps what is promised of them here. */
const coded = <R extends { state: string; prices: (PriceRow & { position: number })[] }>({
	state,
	prices,
	...rest
}: R) => ({
	...rest,
	state: state as AgreementState,
	prices: prices.toSorted((a, b) => a.position - b.position).map(priceOf)
});

/** An agreement as quotes are held against it. */
export const AGREED =
	`id, reference, state, providerId:provider_id, moduleId:module_id, subjectCode:subject_code,
	validFrom:valid_from, validTo:valid_to,
	prices:frame_agreement_price(position, kind, model, unitPriceOre:unit_price_ore, weeklyHours:weekly_hours)` as const;
export const agreedOf = (row: AgreedRow): Agreed => coded(row);

/** The agreement that each quote for a need is made within, by quote; none for a quote that the caller may not read. */
export async function quoteAgreements(
	client: Client,
	needId: string
): Promise<Map<string, string>> {
	const rows = unwrap(await client.rpc('quote_agreements', { p_need: needId }));
	return new Map(rows.map((row) => [row.quote_id, row.frame_agreement_id]));
}

interface AgreedRow extends Omit<Agreed, 'state' | 'prices'> {
	state: string;
	prices: (PriceRow & { position: number })[];
}

interface PriceRow {
	kind: string;
	model: string;
	unitPriceOre: number;
	weeklyHours: number | null;
}

const priceOf = ({ kind, model, unitPriceOre, weeklyHours }: PriceRow): PriceItem => ({
	kind: kind as LineKind,
	model: model as PriceModel,
	unitPriceOre,
	weeklyHours
});

/** What can be agreed on with a school: one of its modules, or a subject. */
export async function mattersOf(client: Client, providerId: string) {
	const [modules, all] = await Promise.all([
		client
			.from('module')
			.select(
				`id, title, prices:module_price(kind, model, unitPriceOre:unit_price_ore, weeklyHours:weekly_hours)`
			)
			.eq('provider_id', providerId)
			.eq('state', 'published')
			.order('title'),
		subjects(client)
	]);
	return {
		modules: unwrap(modules).map((module) => ({ ...module, prices: module.prices.map(priceOf) })),
		subjects: all
	};
}
export type Matters = Awaited<ReturnType<typeof mattersOf>>;

/** Proposes an agreement to a school, or changes what is proposed; version 0 makes a new one. */
export async function saveAgreement(
	client: Client,
	jobCentreId: string,
	{
		id,
		version,
		providerId,
		content
	}: { id: string; version: number; providerId: string; content: AgreementContent }
): Promise<void> {
	unwrap(
		await client.rpc('save_frame_agreement', {
			p_id: id,
			p_job_centre: jobCentreId,
			p_version: version,
			p_agreement: {
				provider_id: providerId,
				module_id: content.moduleId,
				subject_code: content.subjectCode,
				valid_from: content.validFrom,
				valid_to: content.validTo,
				terms: content.terms,
				allows_direct_order: content.allowsDirectOrder,
				max_order_ore: content.maxOrderOre,
				prices: content.prices.map(({ kind, model, unitPriceOre, weeklyHours }) => ({
					kind,
					model,
					unit_price_ore: unitPriceOre,
					weekly_hours: weeklyHours
				}))
			}
		})
	);
}

/** What could be ordered for a need without asking, cheapest first. */
export async function directOffers(client: Client, needId: string) {
	const rows = unwrap(await client.rpc('direct_offers', { p_need: needId }));
	return rows.map((row) => ({
		agreement: {
			id: row.frame_agreement_id,
			reference: row.reference,
			maxOrderOre: row.max_order_ore as number | null
		},
		moduleId: row.module_id,
		school: row.provider_name,
		title: row.title,
		hours: row.hours,
		sessionHours: row.session_hours,
		weeklyHours: row.weekly_hours,
		place: row.place as Place,
		deliveryForm: row.delivery_form as DeliveryForm,
		/** The first day that the school's own terms allow. */
		startsOn: row.starts_on,
		totalOre: row.total_ore,
		lines: linesSchema.parse(row.lines),
		module: { hours: row.module_hours, certificateKind: row.certificate_kind }
	}));
}
const linesSchema = z.array(
	z
		.object({
			position: z.number(),
			kind: z.enum(LINE_KINDS),
			model: z.enum(PRICE_MODELS),
			unit_price_ore: z.number(),
			quantity: z.number(),
			amount_ore: z.number()
		})
		.transform(({ unit_price_ore, amount_ore, ...line }) => ({
			...line,
			description: null,
			unitPriceOre: unit_price_ore,
			amountOre: amount_ore
		}))
);

/** Orders within a frame agreement. Answers with the order, which may wait for an approver. */
export async function orderInFrame(
	client: Client,
	needId: string,
	order: {
		id: string;
		agreementId: string;
		moduleId: string;
		fundingSourceId: string;
		startsOn: string;
		/** What was shown. */
		totalOre: number;
	}
) {
	return unwrap(
		await client.rpc('order_in_frame', {
			p_need: needId,
			p_id: order.id,
			p_agreement: order.agreementId,
			p_module: order.moduleId,
			p_funding_source: order.fundingSourceId,
			p_starts_on: order.startsOn,
			p_total_ore: order.totalOre
		})
	) as { id: string; reference: string; state: 'awaiting_approval' | 'approved' };
}

export async function agree(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('agree_frame_agreement', { p_id: id, p_version: version }));
}

export async function declineAgreement(
	client: Client,
	id: string,
	{ version, reason }: { version: number; reason: string }
): Promise<void> {
	unwrap(
		await client.rpc('decline_frame_agreement', { p_id: id, p_version: version, p_reason: reason })
	);
}

export async function withdrawAgreement(
	client: Client,
	id: string,
	version: number
): Promise<void> {
	unwrap(await client.rpc('withdraw_frame_agreement', { p_id: id, p_version: version }));
}

export async function endAgreement(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('end_frame_agreement', { p_id: id, p_version: version }));
}
