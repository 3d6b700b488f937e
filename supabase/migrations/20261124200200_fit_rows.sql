-- Fit reads a narrow row of whole numbers for each module instead of the module and its price lines, so that a need can be
-- held against a hundred thousand modules of its subject while somebody waits. It follows what a module now says: a price
-- that changes with the group, a smallest group, its own hours a week, and the days on which it starts.
--
-- What was learnt when it was measured, beside what the first migration of fit says:
-- - Comparing numeric costs several times as much as comparing integers, so hours are counted in steps of three minutes.
-- - Adding up a module's price lines cost more than all verdicts together: they are added up when they are saved.
-- - What is worked out beside a limit, and is not sorted by, is worked out for the rows that are left when it is dear
--   enough: the criteria are, so each verdict is written once.
-- - The plan is made for the values of the need, which it finds in one row that it knows beforehand: a rule that the need
--   does not ask for costs nothing. A function in SQL without settings of its own is pasted into the query that reads it.

create table private.module_fit (
	module_id uuid not null references public.module on delete cascade,
	from_participants integer not null,
	to_participants integer not null,
	subject_code text not null,
	session integer not null,
	session_least integer not null,
	week integer not null,
	week_least integer not null,
	whole integer not null,
	least integer not null,
	is_divisible boolean not null,
	places integer not null,
	danish integer not null,
	most_participants integer not null,
	fewest_participants integer not null,
	lead_days integer not null,
	intakes date[],
	seats integer[],
	certificate integer not null,
	paid_week integer,
	fixed_ore bigint not null,
	participant_ore bigint not null,
	hour_ore bigint not null,
	week_ore bigint not null,
	primary key (module_id, from_participants)
);
comment on table private.module_fit is
	'What fit looks at in each published module, a row for each price of its teaching by the size of the group. Hours are in steps of three minutes; kept by triggers.';
comment on column private.module_fit.week is 'The hours of a usual week: those that the price is for, else the module''s own, else one session.';
comment on column private.module_fit.least is 'The least hours that are given; all of them when the module cannot be divided.';
comment on column private.module_fit.places is 'A bit for each: workplace 1, school 2, online 4.';
comment on column private.module_fit.danish is 'From 0, no Danish needed, to 5, C1.';
comment on column private.module_fit.intakes is 'The days on which it starts; null when it starts as agreed.';
comment on column private.module_fit.seats is 'How many each of those days has room for, in the same order.';
comment on column private.module_fit.certificate is 'The bit of its kind: statutory 1, amu 2, participation 4, none 8.';
comment on column private.module_fit.paid_week is 'The hours that a week''s price is for.';
create index module_fit_subject on private.module_fit (subject_code);
alter table private.module_fit enable row level security;
-- NOTE: no policy and no grant. Only the functions of fit read it, and only the triggers write it.

create function private.refresh_fit(p_modules uuid[])
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
		price.weekly_hours * 20, price.fixed_ore, price.participant_ore, price.hour_ore, price.week_ore
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
comment on function private.refresh_fit is 'Makes the rows of fit anew for some modules.';

create function private.refresh_fit_of_changed()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	if tg_table_name = 'module' then
		perform private.refresh_fit(array_agg(changed.id)) from changed having count(*) > 0;
	else
		perform private.refresh_fit(array_agg(distinct changed.module_id)) from changed having count(*) > 0;
	end if;
	return null;
end $$;
comment on function private.refresh_fit_of_changed is 'Follows a change of modules or of what they cost.';

create trigger module_fit_insert after insert on public.module
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_fit_update after update on public.module
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_fit_insert after insert on public.module_price
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_fit_update after update on public.module_price
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_fit_delete after delete on public.module_price
	referencing old table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_step_fit_insert after insert on public.module_price_step
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_step_fit_update after update on public.module_price_step
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_price_step_fit_delete after delete on public.module_price_step
	referencing old table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_offering_fit_insert after insert on public.module_offering
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_offering_fit_update after update on public.module_offering
	referencing new table as changed for each statement execute function private.refresh_fit_of_changed();
create trigger module_offering_fit_delete after delete on public.module_offering
	referencing old table as changed for each statement execute function private.refresh_fit_of_changed();
select private.refresh_fit(array_agg(id)) from public.module;

create type private.fit_question as (
	subject_code text, session integer, week integer, wanted integer, place integer, danish integer, participants integer,
	ceiling_ore bigint, today date, starts_on date, free integer, funding text, is_whole_only boolean, certificates integer
);
comment on type private.fit_question is
	'What a need asks of a module, in the numbers of private.module_fit. free: the longest time of a working day between 8 and 16 that work leaves; null when nothing stands in the way.';

create function private.fit_question(p_need public.need)
returns private.fit_question language plpgsql stable security definer set search_path = '' as $$
declare
	v_question private.fit_question;
	v_funding public.funding_source;
begin
	select * into v_funding from public.funding_source where id = p_need.funding_source_id;
	v_question.subject_code := p_need.subject_code;
	v_question.session := p_need.session_hours_max * 20;
	v_question.week := p_need.weekly_hours_max * 20;
	v_question.wanted := coalesce(p_need.hours_wanted * 20, 2147483647);
	v_question.place := case p_need.place when 'workplace' then 1 when 'school' then 2 when 'online' then 4 else 0 end;
	v_question.danish := array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], p_need.danish_level) - 1;
	v_question.participants := p_need.participants;
	v_question.ceiling_ore := p_need.price_ceiling_ore;
	v_question.today := private.today();
	v_question.starts_on := p_need.starts_on;
	v_question.funding := v_funding.code;
	v_question.is_whole_only := coalesce(v_funding.whole_courses_only, false);
	v_question.certificates := case when v_funding.certificate_kinds is null then 15 else
		('statutory' = any (v_funding.certificate_kinds))::integer + 2 * ('amu' = any (v_funding.certificate_kinds))::integer
			+ 4 * ('participation' = any (v_funding.certificate_kinds))::integer
			+ 8 * ('none' = any (v_funding.certificate_kinds))::integer end;
	-- At the workplace, training is a part of the day there.
	if p_need.place <> 'workplace' and exists (select from public.need_work_time where need_id = p_need.id) then
		select max(case when work.need_id is null then 160 else greatest(0, least(160, greatest(
			extract(epoch from work.starts - time '08:00'), extract(epoch from time '16:00' - work.ends)) / 180)) end)
		into v_question.free
		from generate_series(1, 5) day
		left join public.need_work_time work on work.need_id = p_need.id and work.weekday = day;
	end if;
	return v_question;
end $$;
comment on function private.fit_question is 'What a need asks of a module; times are in steps of three minutes.';

create function private.judge_modules(p_asked private.fit_question)
returns table (
	module_id uuid, given integer, whole integer, price_ore bigint, starts_on date, session integer, session_least integer,
	week integer, week_least integer, paid_week integer,
	session_verdict integer, week_verdict integer, part_verdict integer, place_verdict integer, danish_verdict integer,
	group_verdict integer, start_verdict integer, work_verdict integer, funding_verdict integer, price_verdict integer
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
			when least < given then 1 else 16 end
	from (
		select *, fixed_ore + participant_ore * p_asked.participants + (hour_ore * given + 10) / 20
			+ coalesce(week_ore * ((given + paid_week - 1) / paid_week), 0) as price_ore
		from (
			-- The part that would be given: what is wanted, but never less than the school gives.
			select *, greatest(least, least(p_asked.wanted, whole)) as given,
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

drop function private.fit(public.need, integer, integer);
create function private.fit(p_need public.need, p_limit integer, p_offset integer)
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
		select module_id, given, price_ore, starts_on, session, session_least, week, paid_week,
			session_verdict + week_verdict + part_verdict + place_verdict + danish_verdict + group_verdict
				+ start_verdict + work_verdict + funding_verdict + price_verdict as level,
			array[session_verdict, week_verdict, part_verdict, place_verdict, danish_verdict, group_verdict,
				start_verdict, work_verdict, funding_verdict, price_verdict] as weights
		from private.judge_modules(v_asked)
		order by level, price_ore, starts_on, module_id
		limit p_limit offset p_offset
	), worded as (
		select best.*, module, organisation.name as provider_name, best.level / 16 as blocks, best.level % 16 as adaptations,
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
			jsonb_build_object('code', 'price', 'verdict', verdicts[10], 'asked', v_asked.ceiling_ore, 'given', price_ore)
		),
		round(given / 20.0, 2),
		ceil(given / least(p_need.weekly_hours_max * 20, coalesce(paid_week, (module).weekly_hours * 20)))::integer,
		price_ore, starts_on, (
			select count(*) from private.module_fit
			where subject_code = p_need.subject_code and v_asked.participants between from_participants and to_participants
		)
	from worded
	order by level, price_ore, starts_on, module_id;
end $$;
comment on function private.fit is
	'The modules of a need''s subject, best first, each with blocks, adaptations and the criteria behind them. Hours are hours, price is øre with all lines, starts_on is null when no start is announced, total counts all modules that were judged.';

create function private.need_for_fit(p_need uuid)
returns public.need language plpgsql stable security definer set search_path = '' as $$
declare
	v_need public.need;
begin
	select * into v_need from public.need where id = p_need;
	if v_need.id is null or not private.acts_for(v_need.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_need.subject_code is null or v_need.session_hours_max is null or v_need.weekly_hours_max is null
		or v_need.place is null or v_need.starts_on is null then
		return null;
	end if;
	return v_need;
end $$;
comment on function private.need_for_fit is
	'A need of the caller''s job centre that modules can be held against; null until subject, hours, place and start are known.';

create or replace function private.fit_modules(p_need uuid, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language plpgsql stable security definer set search_path = '' as $$
declare
	v_need public.need := private.need_for_fit(p_need);
begin
	if v_need.id is not null then
		return query select * from private.fit(v_need, greatest(least(p_limit, 100), 0), greatest(p_offset, 0));
	end if;
end $$;
