-- What a module asks for in words (a licence, an age, approval by the police) is a thing to clear up, and no longer only
-- something to find out when the module is opened.

alter table private.module_fit add column has_prerequisite boolean not null default false;
comment on column private.module_fit.has_prerequisite is 'Whether the school asks for more than Danish, in words.';

create or replace function private.refresh_fit(p_modules uuid[])
returns void language sql security definer set search_path = '' as $$
	delete from private.module_fit where module_id in (select unnest(p_modules));
	insert into private.module_fit
	select module.id, size.from_participants, size.to_participants, module.subject_code,
		module.session_hours * 20, module.session_hours_min * 20,
		coalesce(price.weekly_hours, module.weekly_hours, module.session_hours) * 20,
		coalesce(module.weekly_hours_min, module.session_hours_min) * 20,
		module.hours * 20, module.minimum_hours * 20, module.is_divisible,
		('workplace' = any (module.places))::integer + 2 * ('school' = any (module.places))::integer
			+ 4 * ('online' = any (module.places))::integer,
		array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], module.required_danish_level) - 1,
		module.max_participants, module.min_participants, module.lead_time_days, intake.days, intake.seats,
		case module.certificate_kind when 'statutory' then 1 when 'amu' then 2 when 'participation' then 4 else 8 end,
		price.weekly_hours * 20, price.fixed_ore, price.participant_ore, price.hour_ore, price.week_ore,
		private.form_bits(module.delivery_forms), private.support_bits(module.support),
		coalesce(price.weekly_hours, module.weekly_hours) * 20, module.prerequisite is not null
	from public.module
	cross join lateral (
		-- The teaching of a group may have a price of its own; one participant never has.
		select from_participants, unit_price_ore,
			coalesce(lead(from_participants) over (order by from_participants) - 1, 2147483647) as to_participants
		from (
			select 1 as from_participants, null::bigint as unit_price_ore
			union all
			select step.from_participants, step.unit_price_ore
			from public.module_price_step step where step.module_id = module.id
		) sizes
	) size
	cross join lateral (
		select coalesce(array_agg(starts_on order by starts_on), '{}') as days,
			coalesce(array_agg(module_offering.seats order by starts_on), '{}') as seats
		from public.module_offering where module_offering.module_id = module.id
	) offered
	cross join lateral (
		select case when not module.has_rolling_intake then offered.days end as days,
			case when not module.has_rolling_intake then offered.seats end as seats
	) intake
	cross join lateral (
		select count(*) as lines, max(line.weekly_hours) as weekly_hours,
			coalesce(sum(line.ore) filter (where line.model = 'fixed'), 0) as fixed_ore,
			coalesce(sum(line.ore) filter (where line.model = 'per_participant'), 0) as participant_ore,
			coalesce(sum(line.ore) filter (where line.model = 'per_hour'), 0) as hour_ore,
			coalesce(sum(line.ore) filter (where line.model = 'per_week'), 0) as week_ore
		from (
			select module_price.model, module_price.weekly_hours, case when module_price.kind = 'teaching'
				then coalesce(size.unit_price_ore, module_price.unit_price_ore) else module_price.unit_price_ore end as ore
			from public.module_price where module_price.module_id = module.id
		) line
	) price
	where module.id in (select unnest(p_modules)) and module.state = 'published' and price.lines > 0
$$;
select private.refresh_fit(array_agg(id)) from public.module;

drop function private.judge_modules(private.fit_question);
create function private.judge_modules(p_asked private.fit_question)
returns table (
	module_id uuid, given integer, whole integer, price_ore bigint, starts_on date, session integer, session_least integer,
	week integer, week_least integer, paid_week integer,
	session_verdict integer, week_verdict integer, part_verdict integer, place_verdict integer, danish_verdict integer,
	group_verdict integer, start_verdict integer, work_verdict integer, funding_verdict integer, price_verdict integer,
	form_verdict integer, certificate_verdict integer, support_verdict integer, window_verdict integer, prerequisite_verdict integer, pace integer, least_ore bigint
) language sql stable as $$
	select module_id, given, whole, price_ore, starts_on, session, session_least, week, week_least, paid_week,
		case when session <= p_asked.session then 0 when session_least <= p_asked.session then 1 else 16 end,
		case when week <= p_asked.week then 0 when week_least <= p_asked.week then 1 else 16 end,
		case when whole <= p_asked.wanted then 0 when is_divisible then 1 else 16 end,
		case when p_asked.place = 0 or places & p_asked.place <> 0 then 0 else 16 end,
		case when danish = 0 then 0 when p_asked.danish is null then 1 when danish <= p_asked.danish then 0 else 16 end,
		case when most_participants < p_asked.participants then 16
			when p_asked.participants < fewest_participants then 1 else 0 end,
		case when starts_on is null then 16 when starts_on <= p_asked.starts_on then 0 else 1 end,
		-- What collides with work is said, and agreed with the company.
		case when p_asked.free is null or greatest(session_least, least(session, p_asked.session)) <= p_asked.free then 0 else 1 end,
		-- A rule of funding is said, never decided: at worst it must be cleared up.
		case when p_asked.is_whole_only and given < whole then 1
			when certificate & p_asked.certificates = 0 then 1 else 0 end,
		case when p_asked.ceiling_ore is null or price_ore <= p_asked.ceiling_ore then 0
			when fixed_ore + participant_ore * p_asked.participants + (hour_ore * least + 10) / 20
			+ coalesce(week_ore * ((least + paid_week - 1) / paid_week), 0) <= p_asked.ceiling_ore then 1
			else 16 end,
		case when p_asked.form is null or forms & p_asked.form <> 0 then 0 else 1 end,
		case when p_asked.certificate is null then 0 when certificate <> p_asked.certificate then 16
			when given < whole then 1 else 0 end,
		case when p_asked.support is null or support & p_asked.support = p_asked.support then 0 else 1 end,
		-- More hours a week or a smaller part may still bring it home in time.
		case when p_asked.ends_by is null or starts_on + 7 * ((given + pace - 1) / pace) - 1 <= p_asked.ends_by then 0
			when starts_on is null then 0 else 1 end,
		-- What is asked for in words nobody but the candidate can answer.
		case when has_prerequisite then 1 else 0 end,
		pace, fixed_ore + participant_ore * p_asked.participants + (hour_ore * least + 10) / 20
			+ coalesce(week_ore * ((least + paid_week - 1) / paid_week), 0)
	from (
		select *, fixed_ore + participant_ore * p_asked.participants + (hour_ore * given + 10) / 20
			+ coalesce(week_ore * ((given + paid_week - 1) / paid_week), 0) as price_ore
		from (
			-- The part that would be given: what is wanted, but never less than the school gives.
			select module_id, session, session_least, week, week_least, whole, least, is_divisible, places, danish,
				most_participants, fewest_participants, certificate, paid_week, fixed_ore, participant_ore, hour_ore, week_ore,
				forms, support, has_prerequisite, least(p_asked.week, pace) as pace,
				greatest(least, least(p_asked.wanted, whole)) as given,
				case when intakes is null then greatest(p_asked.starts_on, p_asked.today + lead_days) else (
					select min(intake.day) from unnest(intakes, seats) intake (day, seats)
					where intake.seats >= p_asked.participants
						and intake.day >= greatest(p_asked.starts_on, p_asked.today + lead_days)
				) end as starts_on
			from private.module_fit
			where subject_code = p_asked.subject_code and p_asked.participants between from_participants and to_participants
		) part
		-- Worked out once for each module, and not wherever it is used.
		offset 0
	) priced
$$;
comment on function private.judge_modules is
	'Holds what is asked against each published module of its subject. Each verdict is 0 (met), 1 (can be adapted) or 16 (blocks): a block weighs more than all adaptations together, so that their sum ranks by both.';

create or replace function private.fit(p_need public.need, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
	v_asked private.fit_question := private.fit_question(p_need);
begin
	return query
	with best as (
		select module_id, given, price_ore, starts_on, session, session_least, week, pace,
			session_verdict + week_verdict + part_verdict + place_verdict + danish_verdict + group_verdict
				+ start_verdict + work_verdict + funding_verdict + price_verdict + form_verdict + certificate_verdict
				+ support_verdict + window_verdict + prerequisite_verdict as level,
			array[session_verdict, week_verdict, part_verdict, place_verdict, danish_verdict, group_verdict,
				start_verdict, work_verdict, funding_verdict, price_verdict, form_verdict, certificate_verdict,
				support_verdict, window_verdict, prerequisite_verdict] as weights
		from private.judge_modules(v_asked)
		order by level, price_ore, starts_on, module_id
		limit p_limit offset p_offset
	), worded as (
		select best.*, (given + pace - 1) / pace as weeks, module, organisation.name as provider_name, best.level / 16 as blocks, best.level % 16 as adaptations,
			array(select least(weight, 2) from unnest(best.weights) weight) as verdicts
		from best
		join public.module on module.id = best.module_id
		join public.organisation on organisation.id = module.provider_id
	)
	select module_id, (module).provider_id, provider_name::text, (module).title::text, (module).purpose::text,
		blocks, adaptations,
		jsonb_build_array(
			jsonb_build_object('code', 'session_hours', 'verdict', verdicts[1], 'asked', p_need.session_hours_max,
				'given', (module).session_hours, 'least', (module).session_hours_min),
			jsonb_build_object('code', 'weekly_hours', 'verdict', verdicts[2], 'asked', p_need.weekly_hours_max,
				'given', round(week / 20.0, 2), 'least', coalesce((module).weekly_hours_min, (module).session_hours_min)),
			jsonb_build_object('code', 'part', 'verdict', verdicts[3], 'asked', p_need.hours_wanted,
				'given', (module).hours, 'least', (module).minimum_hours),
			jsonb_build_object('code', 'place', 'verdict', verdicts[4], 'asked', p_need.place, 'given', (module).places),
			jsonb_build_object('code', 'danish_level', 'verdict', verdicts[5], 'asked', p_need.danish_level,
				'given', (module).required_danish_level),
			jsonb_build_object('code', 'participants', 'verdict', verdicts[6], 'asked', p_need.participants,
				'given', (module).max_participants, 'least', (module).min_participants),
			jsonb_build_object('code', 'start', 'verdict', verdicts[7], 'asked', p_need.starts_on, 'given', starts_on),
			jsonb_build_object('code', 'work_times', 'verdict', verdicts[8], 'asked', round(v_asked.free / 20.0, 2),
				'given', round(greatest(session_least, least(session, v_asked.session)) / 20.0, 2)),
			jsonb_build_object('code', 'funding', 'verdict', verdicts[9], 'asked', v_asked.funding,
				'given', (module).certificate_kind, 'whole_only', v_asked.is_whole_only),
			jsonb_build_object('code', 'price', 'verdict', verdicts[10], 'asked', v_asked.ceiling_ore, 'given', price_ore),
			jsonb_build_object('code', 'form', 'verdict', verdicts[11], 'asked', p_need.delivery_form,
				'given', (module).delivery_forms),
			jsonb_build_object('code', 'certificate', 'verdict', verdicts[12], 'asked', p_need.certificate_kind,
				'given', (module).certificate_kind),
			jsonb_build_object('code', 'support', 'verdict', verdicts[13], 'asked', p_need.support,
				'given', (module).support),
			jsonb_build_object('code', 'window', 'verdict', verdicts[14], 'asked', p_need.ends_by,
				'given', starts_on + 7 * weeks - 1),
			jsonb_build_object('code', 'prerequisite', 'verdict', verdicts[15], 'given', (module).prerequisite)
		),
		round(given / 20.0, 2),
		weeks,
		price_ore, starts_on, (
			select count(*) from private.module_fit
			where subject_code = p_need.subject_code and v_asked.participants between from_participants and to_participants
		)
	from worded
	order by level, price_ore, starts_on, module_id;
end $$;

create or replace function private.fit_suggestions(p_need public.need)
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
				when certificate_verdict = 16 then 'certificate_kind'
				when level = 1 then 'starts_on' end as lever,
			-- Rounded to what people agree on: half hours, whole hours, 500 kr., whole weeks.
			case
				when session_verdict = 16 then ceil(session_least / 10.0) * 10
				when week_verdict = 16 then ceil(least(week, week_least) / 10.0) * 10
				when part_verdict = 16 then ceil(whole / 20.0) * 20
				when place_verdict = 16 or certificate_verdict = 16 then 0
				when price_verdict = 16 then ceil(least_ore / 50000.0) * 50000
				else ceil((starts_on - p_need.starts_on) / 7.0) * 7 end as enough
		from (
			select *, session_verdict + week_verdict + part_verdict + place_verdict + danish_verdict + group_verdict
				+ start_verdict + work_verdict + funding_verdict + price_verdict + form_verdict + certificate_verdict
				+ support_verdict + window_verdict + prerequisite_verdict as level
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
