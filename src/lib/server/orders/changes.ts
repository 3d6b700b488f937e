import type { RequestEvent } from '@sveltejs/kit';
import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import { lineAmountOre, totalOre } from '$lib/domain/catalogue/price';
import type { Role } from '$lib/domain/members/session';
import type { ChangeApprovalCode } from '$lib/domain/orders/approval';
import {
	isOpen,
	termsOf,
	typedChange,
	type ChangeState,
	type Line
} from '$lib/domain/orders/change';
import { changeSchema } from '$lib/domain/orders/change-form';
import type { CancelSide } from '$lib/domain/orders/cancellation';
import { decisionSchema, reasonedDecisionSchema } from '$lib/domain/orders/forms';
import { m } from '$lib/paraglide/messages';
import { handleForm, newForm, type Words } from '../forms';
import { doneAt } from '../notice';
import { pageOf } from '../paging';
import { inPosition } from '../quotes/choosing';
import { unwrap } from '../refusal';
import { requireRole } from '../session';
import type { Client } from '../supabase/clients';

/** What an order's terms are read from: the changes that have been proposed of it, with their lines. */
export const CHANGES =
	`changes:order_change(id, version, state, side, revision, reason, hours, weeks, sessionHours:session_hours,
	weeklyHours:weekly_hours, startsOn:starts_on, place, deliveryForm:delivery_form, totalOre:total_ore,
	proposedAt:proposed_at, declineReason:decline_reason,
	lines:order_change_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore, amountOre:amount_ore))` as const;

/** And the quote, which holds until one has taken effect. */
const QUOTED =
	`quote(hours, weeks, participants, sessionHours:session_hours, weeklyHours:weekly_hours, startsOn:starts_on,
		place, deliveryForm:delivery_form,
		lines:quote_line(position, kind, model, description, quantity, unitPriceOre:unit_price_ore, amountOre:amount_ore))` as const;

interface ChangeRow {
	state: string;
	side: string;
	proposedAt: string;
	place: string;
	deliveryForm: string;
	lines: (Omit<Line, 'kind' | 'model'> & { kind: string; model: string })[];
}

/** The terms of a quote as it was accepted, with its codes as what they are. */
export const quoted = <T extends Pick<ChangeRow, 'place' | 'deliveryForm' | 'lines'>>(
	quote: T
) => ({
	...quote,
	place: quote.place as Place,
	deliveryForm: quote.deliveryForm as DeliveryForm,
	lines: inPosition(quote.lines)
});

/** Changes with their codes as what they are, the latest first. */
export function toChanges<T extends ChangeRow>(rows: readonly T[]) {
	return rows
		.toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt))
		.map((row) => ({
			...(row as Omit<T, keyof ChangeRow> & Pick<ChangeRow, 'proposedAt'>),
			state: row.state as ChangeState,
			side: row.side as CancelSide,
			...quoted({ place: row.place, deliveryForm: row.deliveryForm, lines: row.lines })
		}));
}

const CHANGING =
	`id, version, reference, state, totalOre:total_ore, revision, jobCentreId:job_centre_id, provider_id,
	provider:organisation!purchase_order_provider_id_fkey(name), need(ownerId:owner_id),
	engagement(id, state, title),
	${QUOTED}, ${CHANGES}` as const;

/** An order, named by itself or by its training, with what has been proposed and what holds. */
export async function getChanging(client: Client, by: 'order' | 'training', id: string) {
	const row =
		by === 'order'
			? unwrap(await client.from('purchase_order').select(CHANGING).eq('id', id).maybeSingle())
			: unwrap(
					await client
						.from('engagement')
						.select(`order:purchase_order(${CHANGING})`)
						.eq('id', id)
						.maybeSingle()
				)?.order;
	if (!row?.engagement) return null;
	const { quote, engagement } = row;
	const changes = toChanges(row.changes);
	const terms = termsOf(quoted(quote), changes);
	return {
		id: row.id,
		version: row.version,
		reference: row.reference,
		title: engagement.title,
		provider: row.provider.name,
		jobCentreId: row.jobCentreId,
		ownerId: row.need?.ownerId ?? null,
		revision: row.revision,
		participants: quote.participants,
		hasBegun: engagement.state === 'active',
		canChange: row.state === 'approved' && ['planned', 'active'].includes(engagement.state),
		terms: { ...terms, totalOre: row.totalOre },
		open: changes.find(isOpen) ?? null,
		settled: changes.filter((change) => !isOpen(change))
	};
}
export type Changing = NonNullable<Awaited<ReturnType<typeof getChanging>>>;

/** Whether the change that is proposed of an order, named by itself or by its training, would wait for an approver, and why. */
export async function changeOutlook(client: Client, subjectId: string) {
	const [outlook] = unwrap(await client.rpc('change_outlook', { p_subject: subjectId }));
	return outlook
		? { waits: outlook.waits, reasons: outlook.reasons as ChangeApprovalCode[] }
		: null;
}
export type ChangeOutlook = NonNullable<Awaited<ReturnType<typeof changeOutlook>>>;

/** The page of an order's changes, for one side of it. */
export async function changeForms(order: Changing) {
	return {
		proposal: await newForm(changeSchema, {
			id: crypto.randomUUID(),
			orderId: order.id,
			version: String(order.version),
			...typedChange(order.terms, order.participants)
		}),
		decline: await newForm(reasonedDecisionSchema, {
			id: order.open?.id,
			version: String(order.open?.version)
		})
	};
}

const words: Words = {
	change_open: () => m.orders_change_is_open(),
	own_order: () => m.orders_own(),
	has_begun: () => m.orders_change_has_begun(),
	wrong_state: () => m.orders_change_moved_on()
};

/** What either side does about changes; `matter` is the page of its order or training, which a settled change leads back to. */
export function changeActions<E extends RequestEvent>(
	matter: (event: E) => string,
	...roles: Role[]
) {
	const waiting = (event: E) => `${matter(event)}/aendring`;
	const settle = (
		event: E,
		act: (client: Client, id: string, version: number) => Promise<[path: string, done: string]>
	) => {
		requireRole(event, ...roles);
		return handleForm(
			event,
			decisionSchema,
			async ({ id, version }) =>
				doneAt(event.cookies, ...(await act(event.locals.supabase, id, version))),
			words
		);
	};
	return {
		foreslaa: (event: E) => {
			requireRole(event, ...roles);
			return handleForm(
				event,
				changeSchema,
				async ({ orderId, id, version, lines, ...change }) => {
					const total = totalOre(
						lines.map((line) => ({ amountOre: lineAmountOre(line.unitPriceOre, line.quantity) }))
					);
					unwrap(
						await event.locals.supabase.rpc('propose_change', {
							p_order: orderId,
							p_id: id,
							p_version: version,
							p_change: {
								reason: change.reason,
								hours: change.hours,
								session_hours: change.sessionHours,
								weekly_hours: change.weeklyHours,
								starts_on: change.startsOn,
								place: change.place,
								delivery_form: change.deliveryForm,
								total_ore: total,
								lines: lines.map(({ unitPriceOre, ...line }) => ({
									...line,
									unit_price_ore: unitPriceOre
								}))
							}
						})
					);
					doneAt(event.cookies, waiting(event), m.orders_change_proposed_done());
				},
				words
			);
		},
		godtag: (event: E) =>
			settle(event, async (client, id, version) => {
				const state = unwrap(await client.rpc('accept_change', { p_id: id, p_version: version }));
				return state === 'accepted'
					? [matter(event), m.orders_change_accepted_done()]
					: [waiting(event), m.orders_change_waits_done()];
			}),
		traek: (event: E) =>
			settle(event, async (client, id, version) => {
				unwrap(await client.rpc('withdraw_change', { p_id: id, p_version: version }));
				return [matter(event), m.orders_change_withdrawn_done()];
			}),
		afslaa: (event: E) => {
			requireRole(event, ...roles);
			return handleForm(
				event,
				reasonedDecisionSchema,
				async ({ id, version, reason }) => {
					unwrap(
						await event.locals.supabase.rpc('decline_change', {
							p_id: id,
							p_version: version,
							p_reason: reason
						})
					);
					doneAt(event.cookies, matter(event), m.orders_change_declined_done());
				},
				words
			);
		}
	};
}

/** The changes that wait for an approver, the one that has waited longest first, and which of them wait for the caller. */
export async function waitingChanges(client: Client, jobCentreId: string) {
	const [changes, decisions] = await Promise.all([
		client
			.from('order_change')
			.select(
				`id, version, reason, hours, sessionHours:session_hours, weeklyHours:weekly_hours, startsOn:starts_on,
				place, deliveryForm:delivery_form, totalOre:total_ore, approval:order_change_approval(approvalReasons:approval_reasons),
				order:purchase_order(id, reference, totalOre:total_ore,
					provider:organisation!purchase_order_provider_id_fkey(name),
					engagement(title), ${QUOTED}, ${CHANGES})`,
				{ count: 'exact' }
			)
			.eq('job_centre_id', jobCentreId)
			.eq('state', 'awaiting_approval')
			.order('answered_at')
			.limit(50),
		client.rpc('changes_to_decide', { p_job_centre: jobCentreId })
	]);
	const mine = new Map(unwrap(decisions).map((row) => [row.change_id, { for: row.for_approver }]));
	return pageOf(changes).rows.map(
		({ approval, order: { quote, changes: all, ...order }, ...change }) => ({
			...change,
			place: change.place as Place,
			deliveryForm: change.deliveryForm as DeliveryForm,
			reasons: (approval?.approvalReasons ?? []) as ChangeApprovalCode[],
			/** What holds until the change does. */
			order: {
				...order,
				terms: { ...termsOf(quoted(quote), toChanges(all)), totalOre: order.totalOre }
			},
			decision: mine.get(change.id)
		})
	);
}
export type WaitingChange = Awaited<ReturnType<typeof waitingChanges>>[number];

export async function approveChange(client: Client, id: string, version: number): Promise<void> {
	unwrap(await client.rpc('approve_change', { p_id: id, p_version: version }));
}

export async function refuseChange(
	client: Client,
	{ id, version, reason }: { id: string; version: number; reason: string }
): Promise<void> {
	unwrap(await client.rpc('refuse_change', { p_id: id, p_version: version, p_reason: reason }));
}
