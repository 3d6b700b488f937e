-- Fit: a need held against every published module of its subject, with the reason for each verdict.
--
-- Each criterion is 0 (met), 1 (can be adapted) or 2 (blocks), with what the need asks and what the module gives.
-- The app only words them. Ranked by what blocks, what must be adapted, then price and start: no weights, no black box.
-- tests/integration/fit holds it against a plain TypeScript oracle.

create function private.fit(p_need public.need, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language sql stable security definer set search_path = '' as $$
	with asked as (
		select p_need.hours_wanted as hours_wanted, p_need.session_hours_max as session_hours,
			p_need.weekly_hours_max as weekly_hours, p_need.place as place, p_need.starts_on as starts_on,
			p_need.danish_level as danish_level, p_need.price_ceiling_ore as ceiling_ore,
			p_need.participants as participants,
			array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], p_need.danish_level) as danish_rank,
			funding.code as funding, coalesce(funding.whole_courses_only, false) as funding_whole_only,
			funding.certificate_kinds as funding_certificates
		from (select 1) one
		left join public.funding_source funding on funding.id = p_need.funding_source_id
	), price as (
		select line.module_id,
			max(line.weekly_hours) as weekly_hours,
			sum(line.unit_price_ore) filter (where line.model = 'fixed') as fixed_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_participant') as participant_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_hour') as hour_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_week') as week_ore
		from public.module_price line
		join public.module on module.id = line.module_id
		where module.subject_code = p_need.subject_code and module.state = 'published'
		group by line.module_id
	), measured as (
		select module.id, module.provider_id, module.title, module.purpose, module.places, module.hours as whole_hours,
			module.minimum_hours, module.session_hours, module.session_hours_min, module.is_divisible,
			module.max_participants, module.required_danish_level, module.certificate_kind,
			price.weekly_hours, price.fixed_ore, price.participant_ore, price.hour_ore, price.week_ore,
			-- The part that would be given: what is wanted, but never less than the school gives.
			case when module.is_divisible
				then greatest(module.minimum_hours, least(coalesce(asked.hours_wanted, module.hours), module.hours))
				else module.hours end as hours,
			greatest(asked.starts_on, private.today() + module.lead_time_days) as starts_on
		from public.module
		join price on price.module_id = module.id
		cross join asked
		where module.subject_code = p_need.subject_code and module.state = 'published'
	), priced as (
		select measured.*,
			(coalesce(measured.fixed_ore, 0) + coalesce(measured.participant_ore, 0) * asked.participants
				+ round(coalesce(measured.hour_ore, 0) * measured.hours)
				+ coalesce(measured.week_ore * ceil(measured.hours / measured.weekly_hours), 0))::bigint as price_ore,
			ceil(measured.hours / least(asked.weekly_hours, measured.weekly_hours))::integer as weeks
		from measured cross join asked
	), judged as (
		select priced.*,
			case when priced.session_hours <= asked.session_hours then 0
				when priced.session_hours_min <= asked.session_hours then 1 else 2 end as session_verdict,
			case when coalesce(priced.weekly_hours, priced.session_hours) <= asked.weekly_hours then 0
				when priced.session_hours_min <= asked.weekly_hours then 1 else 2 end as week_verdict,
			case when asked.hours_wanted is null or asked.hours_wanted >= priced.whole_hours then 0
				when priced.is_divisible then 1 else 2 end as part_verdict,
			case when asked.place = 'any' or asked.place = any (priced.places) then 0 else 2 end as place_verdict,
			case when priced.required_danish_level = 'none' then 0
				when asked.danish_rank is null then 1
				when array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], priced.required_danish_level) <= asked.danish_rank
					then 0 else 2 end as danish_verdict,
			case when asked.participants <= priced.max_participants then 0 else 2 end as group_verdict,
			case when priced.starts_on <= asked.starts_on then 0 else 1 end as start_verdict,
			-- A rule of funding is said, never decided: at worst it must be cleared up.
			case when asked.funding is null then 0
				when asked.funding_whole_only and priced.hours < priced.whole_hours then 1
				when asked.funding_certificates is not null
					and not priced.certificate_kind = any (asked.funding_certificates) then 1
				else 0 end as funding_verdict,
			case when asked.ceiling_ore is null or priced.price_ore <= asked.ceiling_ore then 0
				when priced.is_divisible and priced.minimum_hours < priced.hours then 1
				else 2 end as price_verdict
		from priced cross join asked
	), ranked as (
		select judged.*, verdict.blocks, verdict.adaptations, count(*) over () as total
		from judged, lateral (
			select count(*) filter (where v = 2)::integer as blocks, count(*) filter (where v = 1)::integer as adaptations
			from unnest(array[session_verdict, week_verdict, part_verdict, place_verdict, danish_verdict, group_verdict,
				start_verdict, funding_verdict, price_verdict]) v
		) verdict
		order by verdict.blocks, verdict.adaptations, judged.price_ore, judged.starts_on, judged.id
		limit p_limit offset p_offset
	)
	select ranked.id, ranked.provider_id, organisation.name, ranked.title, ranked.purpose,
		ranked.blocks, ranked.adaptations,
		jsonb_build_array(
			jsonb_build_object('code', 'session_hours', 'verdict', session_verdict, 'asked', asked.session_hours,
				'given', ranked.session_hours, 'least', ranked.session_hours_min),
			jsonb_build_object('code', 'weekly_hours', 'verdict', week_verdict, 'asked', asked.weekly_hours,
				'given', coalesce(ranked.weekly_hours, ranked.session_hours), 'least', ranked.session_hours_min),
			jsonb_build_object('code', 'part', 'verdict', part_verdict, 'asked', asked.hours_wanted,
				'given', ranked.whole_hours, 'least', ranked.minimum_hours),
			jsonb_build_object('code', 'place', 'verdict', place_verdict, 'asked', asked.place, 'given', ranked.places),
			jsonb_build_object('code', 'danish_level', 'verdict', danish_verdict, 'asked', asked.danish_level,
				'given', ranked.required_danish_level),
			jsonb_build_object('code', 'participants', 'verdict', group_verdict, 'asked', asked.participants,
				'given', ranked.max_participants),
			jsonb_build_object('code', 'start', 'verdict', start_verdict, 'asked', asked.starts_on, 'given', ranked.starts_on),
			jsonb_build_object('code', 'funding', 'verdict', funding_verdict, 'asked', asked.funding,
				'given', ranked.certificate_kind, 'whole_only', asked.funding_whole_only),
			jsonb_build_object('code', 'price', 'verdict', price_verdict, 'asked', asked.ceiling_ore, 'given', ranked.price_ore)
		),
		ranked.hours, ranked.weeks, ranked.price_ore, ranked.starts_on, ranked.total
	from ranked cross join asked
	join public.organisation on organisation.id = ranked.provider_id
	order by ranked.blocks, ranked.adaptations, ranked.price_ore, ranked.starts_on, ranked.id
$$;
comment on function private.fit is
	'The modules of a need''s subject, best first, each with blocks, adaptations and the criteria behind them. Hours are hours, price is øre with all lines, total counts all modules that were judged.';

create function private.fit_modules(p_need uuid, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language plpgsql stable security definer set search_path = '' as $$
declare
	v_need public.need;
begin
	select * into v_need from public.need where id = p_need;
	if v_need.id is null or not private.acts_for(v_need.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_need.subject_code is null or v_need.session_hours_max is null or v_need.weekly_hours_max is null
		or v_need.place is null or v_need.starts_on is null then
		return;
	end if;
	return query select * from private.fit(v_need, greatest(least(p_limit, 100), 0), greatest(p_offset, 0));
end $$;
comment on function private.fit_modules is 'Fit for a need of the caller''s job centre; nothing until subject, hours, place and start are known.';
grant execute on function private.fit_modules to authenticated;

create function public.fit_modules(p_need uuid, p_limit integer default 20, p_offset integer default 0)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language sql stable security invoker set search_path = '' as $$
	select * from private.fit_modules(p_need, p_limit, p_offset)
$$;
grant execute on function public.fit_modules to authenticated;
