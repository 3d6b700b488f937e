-- What would make more modules fit: the smallest change of each thing that a need can give way on, and how many modules it
-- brings in. Counted from the same verdicts as fit, never guessed.

create function private.fit_suggestions(p_need public.need)
returns table (lever text, hours numeric, ore bigint, starts_on date, more integer)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
	v_asked private.fit_question := private.fit_question(p_need);
begin
	return query
	with kept_away as (
		-- By one thing alone; or, where nothing blocks, by the start alone.
		select case
				when session_verdict = 16 then 'session_hours_max'
				when week_verdict = 16 then 'weekly_hours_max'
				when part_verdict = 16 then 'hours_wanted'
				when place_verdict = 16 then 'place'
				when price_verdict = 16 then 'price_ceiling_ore'
				when level = 1 then 'starts_on' end as lever,
			-- Rounded to what people agree on: half hours, whole hours, 500 kr., whole weeks.
			case
				when session_verdict = 16 then ceil(session_least / 10.0) * 10
				when week_verdict = 16 then ceil(least(week, week_least) / 10.0) * 10
				when part_verdict = 16 then ceil(whole / 20.0) * 20
				when place_verdict = 16 then 0
				when price_verdict = 16 then ceil(price_ore / 50000.0) * 50000
				else ceil((starts_on - p_need.starts_on) / 7.0) * 7 end as enough
		from (
			select *, session_verdict + week_verdict + part_verdict + place_verdict + danish_verdict + group_verdict
				+ start_verdict + work_verdict + funding_verdict + price_verdict as level
			from private.judge_modules(v_asked)
		) judged
		where level / 16 = 1 or (level = 1 and start_verdict = 1)
	), counted as (
		select lever, enough, sum(count(*)) over (partition by lever order by enough) as more,
			sum(count(*)) over (partition by lever) as most, row_number() over (partition by lever order by enough) as step
		from kept_away
		where case lever
			when 'session_hours_max' then enough <= least(v_asked.week, 240)
			when 'weekly_hours_max' then enough <= 740
			when 'hours_wanted' then enough <= 40000
			when 'price_ceiling_ore' then enough <= 100000000
			else lever is not null end
		group by lever, enough
	), chosen as (
		-- The smallest change, and the smallest that brings in at least half of what the thing keeps away.
		select * from counted where step = 1
		union
		select distinct on (lever) * from counted where more * 2 >= most order by lever, step
	)
	select lever, case when lever like '%hours%' then round(enough / 20.0, 2) end,
		case lever when 'price_ceiling_ore' then enough::bigint end,
		case lever when 'starts_on' then p_need.starts_on + enough::integer end, more::integer
	from chosen order by more desc, lever, enough;
end $$;
comment on function private.fit_suggestions is
	'Each change of one thing in a need that lets more modules in: nothing blocks them then, or, for a start by a later day, they fit as they are. The value is in the column of its unit; for the place it is anywhere.';

create function private.suggest_changes(p_need uuid)
returns table (lever text, hours numeric, ore bigint, starts_on date, more integer)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_need public.need := private.need_for_fit(p_need);
begin
	if v_need.id is not null then
		return query select * from private.fit_suggestions(v_need);
	end if;
end $$;
comment on function private.suggest_changes is 'What would bring more modules in, for a need of the caller''s job centre; nothing until fit can be judged.';
grant execute on function private.suggest_changes to authenticated;

create function public.suggest_changes(p_need uuid)
returns table (lever text, hours numeric, ore bigint, starts_on date, more integer)
language sql stable security invoker set search_path = '' as $$
	select * from private.suggest_changes(p_need)
$$;
grant execute on function public.suggest_changes to authenticated;
