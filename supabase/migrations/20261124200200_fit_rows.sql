-- Fit reads a narrow row of whole numbers for each module instead of the module and its price lines, so that a need can be
-- held against a hundred thousand modules of its subject while somebody waits. It follows what a module now says: a price
-- that changes with the group, a smallest group, and its own hours a week.
--
-- What was learnt when it was measured, beside what the first migration of fit says:
-- - Comparing numeric costs several times as much as comparing integers, so hours are counted in steps of three minutes.
-- - Adding up a module's price lines cost more than all verdicts together: they are added up when they are saved.
-- - What is worked out beside a limit, and is not sorted by, is worked out for the rows that are left when it is dear
--   enough: the criteria are, so each verdict is written once.
-- - The values of the need are variables, and the plan is made for them: a rule that the need does not ask for costs nothing.

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
		module.max_participants, module.min_participants, module.lead_time_days,
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
select private.refresh_fit(array_agg(id)) from public.module;

drop function private.fit(public.need, integer, integer);
create function private.fit(p_need public.need, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
	v_session integer := p_need.session_hours_max * 20;
	v_week integer := p_need.weekly_hours_max * 20;
	v_wanted integer := coalesce(p_need.hours_wanted * 20, 2147483647);
	v_place integer := case p_need.place when 'workplace' then 1 when 'school' then 2 when 'online' then 4 else 0 end;
	v_danish integer := array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], p_need.danish_level) - 1;
	v_participants integer := p_need.participants;
	v_ceiling_ore bigint := p_need.price_ceiling_ore;
	v_today date := private.today();
	v_days integer := p_need.starts_on - v_today;
	v_funding public.funding_source;
	v_is_whole_only boolean;
	v_certificates integer;
begin
	select * into v_funding from public.funding_source where id = p_need.funding_source_id;
	v_is_whole_only := coalesce(v_funding.whole_courses_only, false);
	v_certificates := case when v_funding.certificate_kinds is null then 15 else
		('statutory' = any (v_funding.certificate_kinds))::integer + 2 * ('amu' = any (v_funding.certificate_kinds))::integer
			+ 4 * ('participation' = any (v_funding.certificate_kinds))::integer
			+ 8 * ('none' = any (v_funding.certificate_kinds))::integer end;
	return query
	with priced as (
		select *, fixed_ore + participant_ore * v_participants + (hour_ore * given + 10) / 20
			+ coalesce(week_ore * ((given + paid_week - 1) / paid_week), 0) as price_ore
		from (
			-- The part that would be given: what is wanted, but never less than the school gives.
			select *, greatest(least, least(v_wanted, whole)) as given, greatest(v_days, lead_days) as start_days
			from private.module_fit
			where subject_code = p_need.subject_code and v_participants between from_participants and to_participants
		) part
		-- Worked out once for each module, and not wherever it is used.
		offset 0
	), judged as (
		-- A block weighs more than all adaptations together, so that one number ranks by both.
		select *,
			case when session <= v_session then 0 when session_least <= v_session then 1 else 16 end as session_verdict,
			case when week <= v_week then 0 when week_least <= v_week then 1 else 16 end as week_verdict,
			case when whole <= v_wanted then 0 when is_divisible then 1 else 16 end as part_verdict,
			case when v_place = 0 or places & v_place <> 0 then 0 else 16 end as place_verdict,
			case when danish = 0 then 0 when v_danish is null then 1 when danish <= v_danish then 0 else 16 end as danish_verdict,
			case when most_participants < v_participants then 16
				when v_participants < fewest_participants then 1 else 0 end as group_verdict,
			case when lead_days <= v_days then 0 else 1 end as start_verdict,
			-- A rule of funding is said, never decided: at worst it must be cleared up.
			case when v_is_whole_only and given < whole then 1
				when certificate & v_certificates = 0 then 1 else 0 end as funding_verdict,
			case when v_ceiling_ore is null or price_ore <= v_ceiling_ore then 0
				when least < given then 1 else 16 end as price_verdict
		from priced
	), best as (
		select module_id, given, price_ore, start_days, week, paid_week,
			session_verdict + week_verdict + part_verdict + place_verdict + danish_verdict + group_verdict
				+ start_verdict + funding_verdict + price_verdict as level,
			array[session_verdict, week_verdict, part_verdict, place_verdict, danish_verdict, group_verdict,
				start_verdict, funding_verdict, price_verdict] as weights
		from judged
		order by level, price_ore, start_days, module_id
		limit p_limit offset p_offset
	), worded as (
		select best.*, module, organisation.name as provider_name, best.level / 16 as blocks, best.level % 16 as adaptations,
			v_today + best.start_days as starts_on,
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
			jsonb_build_object('code', 'funding', 'verdict', verdicts[8], 'asked', v_funding.code,
				'given', (module).certificate_kind, 'whole_only', v_is_whole_only),
			jsonb_build_object('code', 'price', 'verdict', verdicts[9], 'asked', v_ceiling_ore, 'given', price_ore)
		),
		round(given / 20.0, 2),
		ceil(given / least(p_need.weekly_hours_max * 20, coalesce(paid_week, (module).weekly_hours * 20)))::integer,
		price_ore, starts_on, (
			select count(*) from private.module_fit
			where subject_code = p_need.subject_code and v_participants between from_participants and to_participants
		)
	from worded
	order by level, price_ore, start_days, module_id;
end $$;
comment on function private.fit is
	'The modules of a need''s subject, best first, each with blocks, adaptations and the criteria behind them. Hours are hours, price is øre with all lines, total counts all modules that were judged.';
