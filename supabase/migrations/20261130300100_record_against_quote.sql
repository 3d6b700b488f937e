-- How it went before is told against what the school quoted, and not only in hours: what it cost in the end, and when it began.

drop function public.school_record(uuid);
create function public.school_record(p_need uuid)
returns table (
	provider_id uuid, completed integer, dropped integer, quoted_hours numeric, hours_held numeric,
	quoted_ore bigint, final_ore bigint, begun_later integer
) language sql stable security invoker set search_path = '' as $$
	select engagement.provider_id, count(*) filter (where engagement.state = 'completed')::integer,
		count(*) filter (where engagement.state = 'dropped')::integer,
		sum(quote.hours) filter (where engagement.state = 'completed'),
		sum(engagement.hours_held) filter (where engagement.state = 'completed'),
		(sum(quote.total_ore) filter (where engagement.state = 'completed'))::bigint,
		(sum(purchase_order.total_ore) filter (where engagement.state = 'completed'))::bigint,
		count(*) filter (where engagement.state = 'completed' and engagement.started_on > quote.starts_on)::integer
	from public.need
	join public.engagement on engagement.job_centre_id = need.job_centre_id
	join public.purchase_order on purchase_order.id = engagement.order_id
	join public.quote on quote.id = purchase_order.quote_id
	where need.id = p_need and engagement.state in ('completed', 'dropped')
		and engagement.provider_id in (select own.provider_id from public.quote own where own.need_id = p_need)
	group by engagement.provider_id
$$;
comment on function public.school_record is
	'For each school that has quoted for a need, the training that has ended at this job centre: how many were completed and dropped, and of the completed the hours, price (after all changes) and first day against the quote. It runs as the caller, so a school learns of itself only.';
grant execute on function public.school_record to authenticated;
