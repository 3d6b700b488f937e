import type {
	CandidateFilter,
	CostFilter,
	DeclineFilter,
	EngagementFilter,
	Step
} from '$lib/domain/insight/filter';
import type { HourBand } from '$lib/domain/insight/codes';
import {
	candidateRow,
	costRow,
	declineRow,
	engagementRow,
	type CandidateRow,
	type CostRow,
	type DeclineRow,
	type EngagementRow
} from '$lib/domain/insight/rows';
import type { z } from 'zod';
import { everyRow, pageOf, rangeOf, type Page } from '../paging';
import type { Client } from '../supabase/clients';

export async function candidates(
	client: Client,
	jobCentre: string,
	filter: CandidateFilter,
	page: number
): Promise<Page<CandidateRow>> {
	const query = candidateQuery(client, jobCentre, filter);
	if (filter.sort === 'referred') query.order('referred_on', { ascending: false });
	if (filter.sort === 'hours') query.order('weekly_hours', { nullsFirst: false });
	return parsed(pageOf(await query.order('alias').range(...rangeOf(page))), candidateRow);
}

export async function engagements(
	client: Client,
	jobCentre: string,
	filter: EngagementFilter,
	page: number
): Promise<Page<EngagementRow>> {
	const query = engagementQuery(client, jobCentre, filter);
	if (filter.sort === 'newest') query.order('planned_start', { ascending: false });
	if (filter.sort === 'provider') query.order('provider_name');
	if (filter.sort === 'cost') query.order('total_ore', { ascending: false });
	return parsed(
		pageOf(await query.order('order_reference').range(...rangeOf(page))),
		engagementRow
	);
}

export async function costs(
	client: Client,
	jobCentre: string,
	filter: CostFilter,
	page: number
): Promise<Page<CostRow>> {
	const query = costQuery(client, jobCentre, filter);
	if (filter.sort === 'newest') query.order('accepted_at', { ascending: false });
	if (filter.sort === 'provider') query.order('provider_name');
	if (filter.sort === 'cost') query.order('total_ore', { ascending: false });
	return parsed(pageOf(await query.order('order_reference').range(...rangeOf(page))), costRow);
}

export async function declines(
	client: Client,
	jobCentre: string,
	filter: DeclineFilter,
	page: number
): Promise<Page<DeclineRow>> {
	const query = declineQuery(client, jobCentre, filter);
	if (filter.sort === 'provider') query.order('provider_name');
	const answer = await query.order('event_id', { ascending: false }).range(...rangeOf(page));
	return parsed(pageOf(answer), declineRow);
}

/* Every row, in the order of its reference, which is unique within a job centre. */

export function allCandidates(client: Client, jobCentre: string, filter: CandidateFilter) {
	return everyRow(
		(after, limit) =>
			candidateQuery(client, jobCentre, filter).gt('alias', after).order('alias').limit(limit),
		(row) => candidateRow.parse(row),
		(row) => row.alias
	);
}

export function allEngagements(client: Client, jobCentre: string, filter: EngagementFilter) {
	return everyRow(
		(after, limit) =>
			engagementQuery(client, jobCentre, filter)
				.gt('order_reference', after)
				.order('order_reference')
				.limit(limit),
		(row) => engagementRow.parse(row),
		(row) => row.orderReference
	);
}

export function allCosts(client: Client, jobCentre: string, filter: CostFilter) {
	return everyRow(
		(after, limit) =>
			costQuery(client, jobCentre, filter)
				.gt('order_reference', after)
				.order('order_reference')
				.limit(limit),
		(row) => costRow.parse(row),
		(row) => row.orderReference
	);
}

export function allDeclines(client: Client, jobCentre: string, filter: DeclineFilter) {
	return everyRow(
		(after, limit) =>
			declineQuery(client, jobCentre, filter)
				.gt('event_id', Number(after))
				.order('event_id')
				.limit(limit),
		(row) => declineRow.parse(row),
		(row) => String(row.id)
	);
}

const stepColumns: Record<
	Step,
	('is_placed' | 'is_in_job' | 'is_in_job_after_six_months' | 'is_upskilled')[]
> = {
	placed: ['is_placed'],
	in_job: ['is_in_job'],
	in_job_after_six_months: ['is_in_job_after_six_months'],
	upskilled: ['is_upskilled'],
	placed_and_upskilled: ['is_placed', 'is_upskilled']
};

/** The same limits as `overview` counts by. */
const hourLimits: Record<Exclude<HourBand, 'unknown'>, [above: number, atMost: number]> = {
	up_to_20: [-1, 20],
	up_to_30: [20, 30],
	full_time: [30, 37]
};

function candidateQuery(client: Client, jobCentre: string, filter: CandidateFilter) {
	const query = client
		.from('candidate_row')
		.select(
			`alias, targetGroup:target_group_code, group:reporting_group_code, weeklyHours:weekly_hours,
			referredOn:referred_on, isPlaced:is_placed, isInJob:is_in_job,
			isInJobAfterSixMonths:is_in_job_after_six_months, isUpskilled:is_upskilled`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentre);
	if (filter.group) query.eq('reporting_group_code', filter.group);
	if (filter.step) for (const column of stepColumns[filter.step]) query.is(column, true);
	if (filter.hours === 'unknown') query.is('weekly_hours', null);
	else if (filter.hours) {
		const [above, atMost] = hourLimits[filter.hours];
		query.gt('weekly_hours', above).lte('weekly_hours', atMost);
	}
	return query;
}

function engagementQuery(client: Client, jobCentre: string, filter: EngagementFilter) {
	const query = client
		.from('engagement_row')
		.select(
			`id:engagement_id, orderReference:order_reference, needReference:need_reference,
			candidateAlias:candidate_alias, group:reporting_group_code, subject:subject_code,
			providerName:provider_name, title, state, plannedStart:planned_start, startedOn:started_on,
			endedOn:ended_on, plannedHours:planned_hours, hoursHeld:hours_held, totalOre:total_ore`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentre);
	if (filter.group) query.eq('reporting_group_code', filter.group);
	if (filter.providerId) query.eq('provider_id', filter.providerId);
	if (filter.subject) query.eq('subject_code', filter.subject);
	if (filter.state === 'begun') query.not('started_on', 'is', null);
	else if (filter.state) query.eq('state', filter.state);
	return query;
}

function costQuery(client: Client, jobCentre: string, filter: CostFilter) {
	const query = client
		.from('cost_row')
		.select(
			`orderId:order_id, orderReference:order_reference, needReference:need_reference,
			providerName:provider_name, fundingSourceId:funding_source_id, isCapped:is_capped, year,
			acceptedAt:accepted_at, bucket, totalOre:total_ore`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentre);
	if (filter.year) query.eq('year', filter.year);
	if (filter.fundingSourceId) query.eq('funding_source_id', filter.fundingSourceId);
	if (filter.bucket) query.eq('bucket', filter.bucket);
	if (filter.isCapped) query.is('is_capped', true);
	return query;
}

function declineQuery(client: Client, jobCentre: string, filter: DeclineFilter) {
	const query = client
		.from('decline_row')
		.select(
			`id:event_id, declinedAt:declined_at, reason:reason_code, providerName:provider_name,
			needId:need_id, needReference:need_reference, subject:subject_code`,
			{ count: 'exact' }
		)
		.eq('job_centre_id', jobCentre);
	if (filter.year) query.eq('year', filter.year);
	if (filter.reason) query.eq('reason_code', filter.reason);
	if (filter.providerId) query.eq('provider_id', filter.providerId);
	return query;
}

const parsed = <Row>({ rows, total }: Page<unknown>, schema: z.ZodType<Row>): Page<Row> => ({
	rows: rows.map((row) => schema.parse(row)),
	total
});
