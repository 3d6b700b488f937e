-- Whoever chooses between quotes sees how it went before with each of the schools, at their own job centre.

create function public.school_record(p_need uuid)
returns table (provider_id uuid, completed integer, dropped integer, planned_hours numeric, hours_held numeric)
language sql stable security invoker set search_path = '' as $$
	select engagement.provider_id, count(*) filter (where engagement.state = 'completed')::integer,
		count(*) filter (where engagement.state = 'dropped')::integer,
		sum(engagement.planned_hours) filter (where engagement.state = 'completed'),
		sum(engagement.hours_held) filter (where engagement.state = 'completed')
	from public.need
	join public.engagement on engagement.job_centre_id = need.job_centre_id
	where need.id = p_need and engagement.state in ('completed', 'dropped')
		and engagement.provider_id in (select quote.provider_id from public.quote where quote.need_id = p_need)
	group by engagement.provider_id
$$;
comment on function public.school_record is
	'For each school that has quoted for a need, the training that has ended at this job centre: how many were completed and dropped, and of the completed the hours that were quoted and held. It runs as the caller, so a school learns of itself only.';
grant execute on function public.school_record to authenticated;
