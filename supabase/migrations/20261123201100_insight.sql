-- Figures: views with the rows behind every number, and one function that adds them up.
-- The views run as whoever asks, so a job centre counts its own rows and nobody else's.

create view public.candidate_row with (security_invoker = true) as
select candidate.id as candidate_id, candidate.job_centre_id, candidate.alias, candidate.target_group_code,
	target_group.reporting_group_code, candidate.weekly_hours, candidate.referred_on,
	exists (select from public.placement where placement.candidate_id = candidate.id) as is_placed,
	exists (
		select from public.placement
		where placement.candidate_id = candidate.id and placement.kind in ('wage_subsidy', 'small_job', 'job')
	) as is_in_job,
	exists (
		select from public.placement
		where placement.candidate_id = candidate.id and placement.kind in ('wage_subsidy', 'small_job', 'job')
			and coalesce(placement.ends_on, private.today()) >= (placement.starts_on + interval '6 months')
	) as is_in_job_after_six_months,
	exists (
		select from public.need join public.engagement on engagement.need_id = need.id
		where need.candidate_id = candidate.id and engagement.started_on is not null
	) as is_upskilled
from public.candidate
join public.target_group on target_group.code = candidate.target_group_code;
comment on view public.candidate_row is
	'One row for each candidate, with how far they came. In job means paid hours: wage subsidy, small job or job, as table 5 of the evaluation counts.';

create view public.engagement_row with (security_invoker = true) as
select engagement.id as engagement_id, engagement.job_centre_id, purchase_order.reference as order_reference,
	need.reference as need_reference, candidate.alias as candidate_alias, candidate.id as candidate_id,
	candidate.target_group_code, target_group.reporting_group_code, need.subject_code, engagement.provider_id,
	provider.name as provider_name, engagement.title, engagement.state, engagement.planned_start,
	engagement.started_on, engagement.ended_on, engagement.planned_hours, engagement.hours_held,
	engagement.drop_reason_code, purchase_order.total_ore
from public.engagement
join public.purchase_order on purchase_order.id = engagement.order_id
join public.need on need.id = engagement.need_id
join public.candidate on candidate.id = need.candidate_id
join public.target_group on target_group.code = candidate.target_group_code
join public.organisation provider on provider.id = engagement.provider_id;
comment on view public.engagement_row is 'One row for each engagement. Schools see none, since they do not see needs.';

create view public.cost_row with (security_invoker = true) as
select purchase_order.id as order_id, purchase_order.job_centre_id, purchase_order.reference as order_reference,
	need.reference as need_reference, provider.name as provider_name, purchase_order.funding_source_id,
	funding_source.legal_basis_code, legal_basis.is_capped, purchase_order.state as order_state,
	engagement.state as engagement_state,
	extract(year from purchase_order.accepted_at at time zone 'Europe/Copenhagen')::integer as year,
	purchase_order.accepted_at, purchase_order.total_ore,
	case
		when purchase_order.state in ('refused', 'cancelled') then 'none'
		when engagement.state in ('completed', 'dropped') then 'spent'
		else 'committed'
	end as bucket
from public.purchase_order
join public.need on need.id = purchase_order.need_id
join public.organisation provider on provider.id = purchase_order.provider_id
join public.funding_source on funding_source.id = purchase_order.funding_source_id
left join public.legal_basis on legal_basis.code = funding_source.legal_basis_code
left join public.engagement on engagement.order_id = purchase_order.id;
comment on view public.cost_row is
	'One row for each order. Committed until the training has ended, then spent; an order that waits for approval is committed, since the money is promised to it. It belongs to the year in which the quote was accepted.';

grant select on public.candidate_row, public.engagement_row, public.cost_row to authenticated;

create function public.overview(p_job_centre uuid, p_year integer)
returns jsonb language sql stable security invoker set search_path = '' as $$
	select jsonb_build_object(
		'groups', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'code', reporting_group.code, 'name_da', reporting_group.name_da, 'name_en', reporting_group.name_en,
				'referred', coalesce(figure.referred, 0), 'placed', coalesce(figure.placed, 0), 'in_job', coalesce(figure.in_job, 0),
				'in_job_after_six_months', coalesce(figure.in_job_after_six_months, 0), 'upskilled', coalesce(figure.upskilled, 0),
				'placed_and_upskilled', coalesce(figure.placed_and_upskilled, 0),
				'engagements', coalesce(training.engagements, 0), 'targets', coalesce(target.figures, '{}'),
				'weekly_hours', jsonb_build_object('up_to_20', coalesce(figure.up_to_20, 0), 'up_to_30', coalesce(figure.up_to_30, 0),
					'full_time', coalesce(figure.full_time, 0), 'unknown', coalesce(figure.hours_unknown, 0))
			) order by reporting_group.position), '[]')
			from public.reporting_group
			left join (
				select candidate_row.reporting_group_code as code, count(*) as referred,
					count(*) filter (where is_placed) as placed, count(*) filter (where is_in_job) as in_job,
					count(*) filter (where is_in_job_after_six_months) as in_job_after_six_months,
					count(*) filter (where is_upskilled) as upskilled,
					count(*) filter (where is_placed and is_upskilled) as placed_and_upskilled,
					count(*) filter (where weekly_hours <= 20) as up_to_20,
					count(*) filter (where weekly_hours > 20 and weekly_hours <= 30) as up_to_30,
					count(*) filter (where weekly_hours > 30) as full_time,
					count(*) filter (where weekly_hours is null) as hours_unknown
				from public.candidate_row where candidate_row.job_centre_id = p_job_centre
				group by candidate_row.reporting_group_code
			) figure on figure.code = reporting_group.code
			left join (
				select engagement_row.reporting_group_code as code, count(*) as engagements
				from public.engagement_row
				where engagement_row.job_centre_id = p_job_centre and engagement_row.started_on is not null
				group by engagement_row.reporting_group_code
			) training on training.code = reporting_group.code
			left join (
				select target.reporting_group_code as code, jsonb_object_agg(target.measure, target.figure) as figures
				from public.target where target.job_centre_id = p_job_centre group by target.reporting_group_code
			) target on target.code = reporting_group.code
			where figure.code is not null or target.code is not null
		),
		'providers', (
			select coalesce(jsonb_agg(to_jsonb(per_provider) order by per_provider.engagements desc, per_provider.provider_name), '[]')
			from (
				select provider_id, provider_name, reporting_group_code, subject_code, count(*) as engagements,
					count(*) filter (where state = 'completed') as completed,
					count(*) filter (where state = 'dropped') as dropped,
					coalesce(sum(hours_held), 0) as hours_held, sum(total_ore) as total_ore
				from public.engagement_row
				where job_centre_id = p_job_centre and started_on is not null
				group by provider_id, provider_name, reporting_group_code, subject_code
			) per_provider
		),
		'costs', (
			select coalesce(jsonb_agg(jsonb_build_object(
				'funding_source_id', funding_source.id, 'name_da', funding_source.name_da, 'name_en', funding_source.name_en,
				'is_capped', coalesce(legal_basis.is_capped, false), 'budget_ore', budget.amount_ore,
				'committed_ore', coalesce(cost.committed_ore, 0), 'spent_ore', coalesce(cost.spent_ore, 0)
			) order by funding_source.name_da), '[]')
			from public.funding_source
			left join public.legal_basis on legal_basis.code = funding_source.legal_basis_code
			left join public.budget on budget.funding_source_id = funding_source.id
				and budget.job_centre_id = p_job_centre and budget.year = p_year
			left join (
				select cost_row.funding_source_id,
					sum(total_ore) filter (where bucket = 'committed') as committed_ore,
					sum(total_ore) filter (where bucket = 'spent') as spent_ore
				from public.cost_row where cost_row.job_centre_id = p_job_centre and cost_row.year = p_year
				group by cost_row.funding_source_id
			) cost on cost.funding_source_id = funding_source.id
			where budget.id is not null or cost.funding_source_id is not null
		),
		'years', (
			select coalesce(jsonb_agg(distinct known.year order by known.year desc), '[]')
			from (
				select year from public.cost_row where job_centre_id = p_job_centre
				union all select year from public.budget where job_centre_id = p_job_centre
				union all select p_year
			) known
		)
	)
$$;
comment on function public.overview is
	'The coordinator''s figures in one round trip: uptake by reporting group against target figures, engagements by provider and subject, hours that candidates manage, and cost by funding source in a calendar year. Runs as the caller.';
grant execute on function public.overview to authenticated;
