import { unwrap } from './refusal';
import type { DeliveryForm, Place } from '$lib/domain/catalogue/module';
import type { DropReason, EndReason, EngagementState } from '$lib/domain/engagements/engagement';
import type { Membership } from '$lib/domain/members/session';
import { isOpen, scheduleOf, type ChangeState } from '$lib/domain/orders/change';
import { cancellationOf } from './orders/cancelling';
import { everyRow, NO_ID, pageOf, rangeOf, sorted } from './paging';
import type { Client } from './supabase/clients';

/** The organisation whose training is listed, and on which side of it that is. */
type Side = Pick<Membership, 'organisationId' | 'kind'>;

const SIDES = `school:organisation!engagement_provider_id_fkey(name),
	jobCentre:organisation!engagement_job_centre_id_fkey(name)` as const;

/** The training of an organisation, bought or sold, a page at a time: what runs by its start, what is over latest first. */
export async function listEngagements(
	client: Client,
	side: Side,
	{ states, page }: { states: readonly EngagementState[]; page: number }
) {
	const isOver = areOver(states);
	const answer = await engagementQuery(client, side, states)
		.order(isOver ? 'ended_on' : 'planned_start', { ascending: !isOver })
		.order('id')
		.range(...rangeOf(page));
	const { rows, total } = pageOf(answer);
	return { total, rows: rows.map(listed) };
}

/** All of it, in the same order. */
export function allEngagements(client: Client, side: Side, states: readonly EngagementState[]) {
	const rows = everyRow(
		(after, limit) =>
			engagementQuery(client, side, states)
				.gt('id', after || NO_ID)
				.order('id')
				.limit(limit),
		listed,
		({ id }) => id
	);
	return sorted(rows, (a, b) =>
		areOver(states)
			? b.endedOn!.localeCompare(a.endedOn!)
			: a.plannedStart.localeCompare(b.plannedStart)
	);
}

const areOver = (states: readonly EngagementState[]) => !states.includes('planned');

const engagementQuery = (
	client: Client,
	{ organisationId, kind }: Side,
	states: readonly EngagementState[]
) =>
	client
		.from('engagement')
		.select(
			`id, state, title, plannedStart:planned_start, startedOn:started_on, endedOn:ended_on,
			plannedHours:planned_hours, hoursHeld:hours_held, order:purchase_order(reference), ${SIDES}`,
			{ count: 'exact' }
		)
		.eq(kind === 'provider' ? 'provider_id' : 'job_centre_id', organisationId)
		.in('state', states);

const listed = <R extends { state: string }>({ state, ...row }: R) => ({
	...row,
	state: state as EngagementState
});

export type ListedEngagement = Awaited<ReturnType<typeof listEngagements>>['rows'][number];

/** One engagement with what was bought; null when it is nobody's that the caller acts for. */
export async function getEngagement(client: Client, id: string) {
	const row = unwrap(
		await client
			.from('engagement')
			.select(
				`id, state, version, title, plannedStart:planned_start, plannedHours:planned_hours,
				startedOn:started_on, endedOn:ended_on, hoursHeld:hours_held,
				dropReasonCode:drop_reason_code, dropReason:drop_reason,
				jobCentreId:job_centre_id, providerId:provider_id, needId:need_id, orderId:order_id,
				need(reference, ownerId:owner_id), ${SIDES},
				order:purchase_order(id, version, revision, reference, totalOre:total_ore, confirmedAt:confirmed_at, confirmBy:confirm_by,
					cancelReason:cancel_reason, cancelledBy:cancelled_by, cancelCostOre:cancel_cost_ore,
					cancelBorneBy:cancel_borne_by, cancelFreeDays:cancel_free_days, cancelPercent:cancel_percent,
					quote(participants, place, deliveryForm:delivery_form, sessionHours:session_hours, weeklyHours:weekly_hours,
						sessions:quote_session(weekday, starts, ends)),
					changes:order_change(state, revision, sessionHours:session_hours, weeklyHours:weekly_hours, place,
						deliveryForm:delivery_form))`
			)
			.eq('id', id)
			.maybeSingle()
	);
	if (!row) return null;
	const { order: ordered, ...engagement } = row;
	const { order, ...cancelling } = cancellationOf(ordered);
	const { quote, changes, ...rest } = order;
	const standing = changes.find(({ revision }) => revision !== null && revision === rest.revision);
	const { sessionHours, weeklyHours, place, deliveryForm } = standing ?? quote;
	return {
		...engagement,
		state: row.state as EngagementState,
		dropReasonCode: row.dropReasonCode as EndReason | null,
		order: {
			...rest,
			...cancelling,
			...quote,
			sessionHours,
			weeklyHours,
			sessions: scheduleOf(quote, { sessionHours, weeklyHours }),
			openChange:
				changes.map(({ state }) => ({ state: state as ChangeState })).find(isOpen) ?? null,
			place: place as Place,
			deliveryForm: deliveryForm as DeliveryForm
		}
	};
}
export type Engagement = NonNullable<Awaited<ReturnType<typeof getEngagement>>>;

/** An engagement as it was last seen; a newer version is refused as stale. */
interface Seen {
	id: string;
	version: number;
}

export async function startEngagement(
	client: Client,
	{ id, version }: Seen,
	startedOn: string
): Promise<void> {
	unwrap(
		await client.rpc('start_engagement', {
			p_id: id,
			p_version: version,
			p_started_on: startedOn
		})
	);
}

export async function completeEngagement(
	client: Client,
	{ id, version }: Seen,
	{ endedOn, hoursHeld }: { endedOn: string; hoursHeld: number }
): Promise<void> {
	unwrap(
		await client.rpc('complete_engagement', {
			p_id: id,
			p_version: version,
			p_ended_on: endedOn,
			p_hours_held: hoursHeld
		})
	);
}

export interface Drop {
	endedOn: string;
	hoursHeld: number;
	reasonCode: DropReason;
	reason: string | null;
}

export async function dropEngagement(
	client: Client,
	{ id, version }: Seen,
	{ endedOn, hoursHeld, reasonCode, reason }: Drop
): Promise<void> {
	unwrap(
		await client.rpc('drop_engagement', {
			p_id: id,
			p_version: version,
			p_ended_on: endedOn,
			p_hours_held: hoursHeld,
			p_reason_code: reasonCode,
			p_reason: reason
		})
	);
}
