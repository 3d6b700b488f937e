-- How a module fares: seen, in fit lists, asked for, quoted, won, and why not. Of others a school learns sums only.

create table public.module_count (
	module_id uuid not null references public.module on delete cascade,
	kind text not null check (kind in ('seen', 'fit')),
	day date not null,
	count integer not null check (count > 0),
	primary key (module_id, kind, day)
);
comment on table public.module_count is
	'How often a module''s page was opened (seen), and how often it stood in the list of what fits a need (fit), by day. Nothing is kept of who looked.';
alter table public.module_count enable row level security;

create policy "Openings of pages are seen by the module's school" on public.module_count
	for select to authenticated using (kind = 'seen' and exists (
		select from public.module
		where module.id = module_count.module_id and module.provider_id in (select private.my_organisations())
	));
grant select on public.module_count to authenticated;
-- NOTE: fit is about needs, and a day may have one: a school reads it as sums of a month, see module_months.
-- NOTE: no insert or update. Counted by functions only.

create function private.count_modules(p_kind text, p_modules uuid[])
returns void language sql security definer set search_path = '' as $$
	insert into public.module_count as counted (module_id, kind, day, count)
	select module.id, p_kind, private.today(), 1 from public.module
	where module.id = any (p_modules[1:100]) and module.state = 'published'
		and module.provider_id not in (select private.my_organisations())
	order by module.id
	on conflict (module_id, kind, day) do update set count = counted.count + 1
$$;
comment on function private.count_modules is
	'Adds one to each of these modules, of which the database keeps those that are published and not the caller''s own.';

create function private.count_seen(p_module uuid)
returns void language sql security definer set search_path = '' as $$
	select private.count_modules('seen', array[p_module])
$$;
comment on function private.count_seen is
	'A module''s page was opened. Anyone may say so, as anyone may open it, and one call adds one: the figure tells a school what draws interest, and nothing is decided by it.';

create function private.count_fit(p_modules uuid[])
returns void language sql security definer set search_path = '' as $$
	select private.count_modules('fit', p_modules)
	where exists (select from public.organisation
		where organisation.kind = 'job_centre' and organisation.id in (select private.my_organisations()))
$$;
comment on function private.count_fit is
	'These modules, at most 100, stood in a list of what fits a need. Said by people of job centres only; one call adds one to each.';

create function private.module_months(p_modules uuid[])
returns table (module_id uuid, month date, seen bigint, fit bigint, asked bigint, quoted bigint, won bigint)
language sql stable security definer set search_path = '' as $$
	with month as (
		select (date_trunc('month', private.today()) - make_interval(months => back))::date as first
		from generate_series(0, 11) back
	), since as (
		select min(first) as day, min(first)::timestamp at time zone 'Europe/Copenhagen' as moment from month
	), happened as (
		select counted.module_id, counted.day, counted.kind, counted.count
		from public.module_count counted, since
		where counted.module_id = any (p_modules) and counted.day >= since.day
		union all
		select request.module_id, (request.sent_at at time zone 'Europe/Copenhagen')::date, 'asked', 1
		from public.quote_request request, since
		where request.module_id = any (p_modules) and request.sent_at >= since.moment
		union all
		-- However often a school changed its quote, it gave one.
		select quote.module_id, (min(quote.submitted_at) at time zone 'Europe/Copenhagen')::date, 'quoted', 1
		from public.quote, since
		where quote.module_id = any (p_modules) and quote.state <> 'draft'
		group by quote.module_id, quote.quote_request_id, since.moment
		having min(quote.submitted_at) >= since.moment
		union all
		select quote.module_id, (bought.decided_at at time zone 'Europe/Copenhagen')::date, 'won', 1
		from public.purchase_order bought join public.quote on quote.id = bought.quote_id, since
		where quote.module_id = any (p_modules) and bought.state = 'approved' and bought.decided_at >= since.moment
	), summed as (
		select happened.module_id, date_trunc('month', happened.day)::date as month,
			coalesce(sum(count) filter (where kind = 'seen'), 0) as seen,
			coalesce(sum(count) filter (where kind = 'fit'), 0) as fit,
			coalesce(sum(count) filter (where kind = 'asked'), 0) as asked,
			coalesce(sum(count) filter (where kind = 'quoted'), 0) as quoted,
			coalesce(sum(count) filter (where kind = 'won'), 0) as won
		from happened group by happened.module_id, date_trunc('month', happened.day)
	)
	select wanted.id, month.first, coalesce(summed.seen, 0), case when summed.fit between 1 and 2 then null else coalesce(summed.fit, 0) end,
		coalesce(summed.asked, 0), coalesce(summed.quoted, 0), coalesce(summed.won, 0)
	from unnest(p_modules) wanted (id) cross join month
	left join summed on summed.module_id = wanted.id and summed.month = month.first
	order by wanted.id, month.first
$$;
comment on function private.module_months is
	'The last twelve months of modules. A month in which a module stood in fewer than three lists of fit, but in some, has no number for it, since such a number would tell of a need.';

create function private.module_figures(p_module uuid)
returns table (month date, seen bigint, fit bigint, asked bigint, quoted bigint, won bigint)
language plpgsql stable security definer set search_path = '' as $$
begin
	if not exists (
		select from public.module where module.id = p_module and private.acts_for(module.provider_id, array['leader'])
	) then
		perform private.refuse(404, 'not_found');
	end if;
	return query select months.month, months.seen, months.fit, months.asked, months.quoted, months.won
		from private.module_months(array[p_module]) months;
end $$;
comment on function private.module_figures is 'How a module fared in each of the last twelve months, for leaders of its school. No number where it would be of fewer than three needs.';

create function private.module_losses(p_module uuid)
returns table (reason text, count bigint) language plpgsql stable security definer set search_path = '' as $$
begin
	if not exists (
		select from public.module where module.id = p_module and private.acts_for(module.provider_id, array['leader'])
	) then
		perform private.refuse(404, 'not_found');
	end if;
	return query
		with lost as (
			select case request.state when 'declined' then 'declined_' || request.decline_reason_code
				when 'expired' then 'not_answered' else 'let_go' end as reason, null as taken_for
			from public.quote_request request
			where request.module_id = p_module and request.state in ('declined', 'expired', 'withdrawn')
			union all
			select case
					when quote.state in ('withdrawn', 'expired') then 'quote_' || quote.state
					when quote.state = 'accepted' then 'cancelled'
					when need.state in ('withdrawn', 'closed_unmet') then 'need_closed'
					else 'not_chosen' end,
				-- Why another's quote was taken is the job centre's own: the code, and only where it is one of several.
				case when quote.state = 'rejected' then 'chosen_' || why.reason_code end
			from public.quote
			join public.need on need.id = quote.need_id
			left join public.purchase_order bought on bought.need_id = quote.need_id and bought.quote_id <> quote.id
				and bought.state in ('approved', 'cancelled')
			left join public.order_reason why on why.order_id = bought.id
			left join public.purchase_order own on own.quote_id = quote.id
			where quote.module_id = p_module and (quote.state in ('withdrawn', 'expired', 'rejected')
				or (quote.state = 'accepted' and own.state = 'cancelled'))
		), told as (
			select case when lost.taken_for is not null
					and count(*) filter (where lost.taken_for is not null) over (partition by lost.taken_for) >= 3
				then lost.taken_for else lost.reason end as reason
			from lost
		)
		select told.reason, count(*) from told group by told.reason order by count(*) desc, told.reason;
end $$;
comment on function private.module_losses is
	'Why what was asked for by a module, or quoted from it, came to nothing, for leaders of its school. Why a job centre took another''s quote is told from three of a kind on, and never at what price.';

create function private.own_modules(
	p_provider uuid, p_state text, p_words text[], p_unconfirmed boolean, p_sort text, p_limit integer, p_offset integer
) returns table (
	id uuid, version integer, state text, code text, title text, prices jsonb,
	confirmed_at timestamptz, is_unconfirmed boolean, updated_at timestamptz,
	seen bigint, fit bigint, asked bigint, quoted bigint, won bigint, total bigint, unconfirmed bigint
) language plpgsql stable security definer set search_path = '' as $$
declare
	v_limit integer := greatest(least(p_limit, 100), 0);
	v_offset integer := greatest(p_offset, 0);
	-- Otherwise only those that are shown are counted up.
	v_by_figure boolean := p_sort in ('seen', 'asked', 'won');
begin
	if not private.acts_for(p_provider, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	return query
		with mine as (
			select module.*, module.state = 'published' and module.confirmed_at < private.confirmed_before() as lapsed
			from public.module
			where module.provider_id = p_provider
				and case when p_state is null then module.state <> 'archived' else module.state = p_state end
				and not exists (
					select from unnest(p_words) word (text)
					where concat_ws(' ', module.title, module.code, module.purpose) not ilike '%' || word.text || '%'
				)
		), chosen as materialized (
			select mine.*, row_number() over (order by
					case when p_sort = 'title' then mine.title::text end,
					case when p_sort = 'confirmed' then mine.confirmed_at end,
					mine.updated_at desc, mine.id) as place,
				count(*) over () as everything
			from mine where mine.lapsed or not coalesce(p_unconfirmed, false)
			order by place
			limit case when v_by_figure then null else v_limit end
			offset case when v_by_figure then 0 else v_offset end
		), figures as (
			select months.module_id, sum(months.seen)::bigint as seen, coalesce(sum(months.fit), 0)::bigint as fit,
				sum(months.asked)::bigint as asked, sum(months.quoted)::bigint as quoted, sum(months.won)::bigint as won
			from private.module_months(array(select chosen.id from chosen)) months group by months.module_id
		)
		select chosen.id, chosen.version, chosen.state, chosen.code::text, chosen.title::text,
			(select coalesce(jsonb_agg(jsonb_build_object('kind', price.kind, 'model', price.model,
				'unit_price_ore', price.unit_price_ore, 'weekly_hours', price.weekly_hours) order by price.position), '[]')
				from public.module_price price where price.module_id = chosen.id),
			chosen.confirmed_at, chosen.lapsed, chosen.updated_at,
			figures.seen, figures.fit, figures.asked, figures.quoted, figures.won, chosen.everything,
			(select count(*) from public.module other where other.provider_id = p_provider and other.state = 'published'
				and other.confirmed_at < private.confirmed_before())
		from chosen join figures on figures.module_id = chosen.id
		order by case p_sort when 'seen' then figures.seen when 'asked' then figures.asked when 'won' then figures.won end desc,
			chosen.place
		limit v_limit offset case when v_by_figure then v_offset else 0 end;
end $$;
comment on function private.own_modules is
	'A page of a school''s own modules for its leaders: what state they are in, when they were last confirmed, and how they fared in the last twelve months. All words must be in title, code or purpose; unconfirmed counts those of the whole school that are to be confirmed.';

grant execute on function private.count_seen to anon, authenticated;
grant execute on function private.count_fit, private.module_figures, private.module_losses, private.own_modules
	to authenticated;

create function public.count_seen(p_module uuid)
returns void language sql security invoker set search_path = '' as $$ select private.count_seen(p_module) $$;
create function public.count_fit(p_modules uuid[])
returns void language sql security invoker set search_path = '' as $$ select private.count_fit(p_modules) $$;
create function public.module_figures(p_module uuid)
returns table (month date, seen bigint, fit bigint, asked bigint, quoted bigint, won bigint)
language sql stable security invoker set search_path = '' as $$ select * from private.module_figures(p_module) $$;
create function public.module_losses(p_module uuid)
returns table (reason text, count bigint) language sql stable security invoker set search_path = '' as $$
	select * from private.module_losses(p_module)
$$;
create function public.own_modules(
	p_provider uuid, p_state text, p_words text[], p_unconfirmed boolean, p_sort text, p_limit integer, p_offset integer
) returns table (
	id uuid, version integer, state text, code text, title text, prices jsonb,
	confirmed_at timestamptz, is_unconfirmed boolean, updated_at timestamptz,
	seen bigint, fit bigint, asked bigint, quoted bigint, won bigint, total bigint, unconfirmed bigint
) language sql stable security invoker set search_path = '' as $$
	select * from private.own_modules(p_provider, p_state, p_words, p_unconfirmed, p_sort, p_limit, p_offset)
$$;
grant execute on function public.count_seen to anon, authenticated;
grant execute on function public.count_fit, public.module_figures, public.module_losses, public.own_modules to authenticated;
