-- Why schools say no, counted: what the coordinator can do something about. Read from the history, since a school that is asked
-- again answers afresh and its first answer still counts.

create index event_declined on public.event (job_centre_id, id) where kind = 'quote_request.declined';

create view public.decline_row with (security_invoker = true) as
select event.id as event_id, event.job_centre_id, event.at as declined_at,
	extract(year from event.at at time zone 'Europe/Copenhagen')::integer as year,
	event.detail ->> 'reason_code' as reason_code, event.provider_id, provider.name as provider_name,
	need.id as need_id, need.reference as need_reference, need.subject_code
from public.event
join public.need on need.id = (event.detail ->> 'need')::uuid
join public.organisation provider on provider.id = event.provider_id
where event.kind = 'quote_request.declined';
comment on view public.decline_row is
	'One row for each time that a school has declined to quote. Schools see none, since they do not see needs.';
grant select on public.decline_row to authenticated;

create function public.decline_figures(p_job_centre uuid, p_year integer)
returns table (reason_code text, declines integer, needs integer, schools integer)
language sql stable security invoker set search_path = '' as $$
	select reason_code, count(*)::integer, count(distinct need_id)::integer, count(distinct provider_id)::integer
	from public.decline_row
	where job_centre_id = p_job_centre and (p_year is null or year = p_year)
	group by reason_code order by count(*) desc, reason_code
$$;
comment on function public.decline_figures is
	'How often each reason has been given to a job centre for not quoting, for how many needs and by how many schools; of a calendar year, or of all.';
grant execute on function public.decline_figures to authenticated;
