-- Fit follows what a module now says: a price that changes with the group, a smallest group, and its own hours a week.

create or replace function private.fit(p_need public.need, p_limit integer, p_offset integer)
returns table (
	module_id uuid, provider_id uuid, provider_name text, title text, purpose text,
	blocks integer, adaptations integer, criteria jsonb,
	hours numeric, weeks integer, price_ore bigint, starts_on date, total bigint
) language sql stable security definer set search_path = '' as $$
	with asked as (
		select p_need.hours_wanted as hours_wanted, p_need.session_hours_max as session_hours,
			p_need.weekly_hours_max as weekly_hours, p_need.place as place, p_need.starts_on as starts_on,
			p_need.danish_level as danish_level, p_need.price_ceiling_ore as ceiling_ore,
			p_need.participants as participants, private.today() as today,
			array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], p_need.danish_level) as danish_rank,
			funding.code as funding, coalesce(funding.whole_courses_only, false) as funding_whole_only,
			funding.certificate_kinds as funding_certificates
		from (select 1) one
		left join public.funding_source funding on funding.id = p_need.funding_source_id
	), measured as (
		select module.id, module.lead_time_days, module.session_hours, module.session_hours_min, module.hours as whole_hours,
			module.minimum_hours, module.is_divisible, module.places, module.required_danish_level, module.min_participants,
			module.max_participants, module.weekly_hours as usual_weekly_hours, module.weekly_hours_min,
			module.certificate_kind,
			-- The part that would be given: what is wanted, but never less than the school gives.
			case when module.is_divisible
				then greatest(module.minimum_hours, least(coalesce(p_need.hours_wanted, module.hours), module.hours))
				else module.hours end as hours,
			max(line.weekly_hours) as weekly_hours,
			sum(line.unit_price_ore) filter (where line.model = 'fixed') as fixed_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_participant') as participant_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_hour') as hour_ore,
			sum(line.unit_price_ore) filter (where line.model = 'per_week') as week_ore
		from public.module
		join public.module_price on module_price.module_id = module.id
		-- The teaching of a group may have a price of its own; one participant never has.
		cross join lateral (select module_price.model, module_price.weekly_hours,
			case when p_need.participants > 1 and module_price.kind = 'teaching' then coalesce((
				select step.unit_price_ore from public.module_price_step step
				where step.module_id = module.id and step.from_participants <= p_need.participants
				order by step.from_participants desc limit 1
			), module_price.unit_price_ore) else module_price.unit_price_ore end as unit_price_ore) line
		where module.subject_code = p_need.subject_code and module.state = 'published'
		group by module.id
	), priced as materialized (
		select measured.*,
			(coalesce(measured.fixed_ore, 0) + coalesce(measured.participant_ore, 0) * asked.participants
				+ round(coalesce(measured.hour_ore, 0) * measured.hours)
				+ coalesce(measured.week_ore * ceil(measured.hours / measured.weekly_hours), 0))::bigint as price_ore
		from measured cross join asked
	), judged as materialized (
		select priced.id, priced.price_ore, priced.hours,
			coalesce(priced.weekly_hours, priced.usual_weekly_hours) as weekly_hours,
			greatest(asked.starts_on, asked.today + priced.lead_time_days) as starts_on,
			case when priced.session_hours <= asked.session_hours then 0
				when priced.session_hours_min <= asked.session_hours then 1 else 2 end as session_verdict,
			case when coalesce(priced.weekly_hours, priced.usual_weekly_hours, priced.session_hours) <= asked.weekly_hours then 0
				when coalesce(priced.weekly_hours_min, priced.session_hours_min) <= asked.weekly_hours then 1 else 2 end as week_verdict,
			case when asked.hours_wanted is null or asked.hours_wanted >= priced.whole_hours then 0
				when priced.is_divisible then 1 else 2 end as part_verdict,
			case when asked.place = 'any' or asked.place = any (priced.places) then 0 else 2 end as place_verdict,
			case when priced.required_danish_level = 'none' then 0
				when asked.danish_rank is null then 1
				when array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], priced.required_danish_level) <= asked.danish_rank
					then 0 else 2 end as danish_verdict,
			case when asked.participants > priced.max_participants then 2
				when asked.participants < priced.min_participants then 1 else 0 end as group_verdict,
			case when asked.today + priced.lead_time_days <= asked.starts_on then 0 else 1 end as start_verdict,
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
		select judged.*,
			(session_verdict = 2)::integer + (week_verdict = 2)::integer + (part_verdict = 2)::integer
				+ (place_verdict = 2)::integer + (danish_verdict = 2)::integer + (group_verdict = 2)::integer
				+ (start_verdict = 2)::integer + (funding_verdict = 2)::integer + (price_verdict = 2)::integer as blocks,
			(session_verdict = 1)::integer + (week_verdict = 1)::integer + (part_verdict = 1)::integer
				+ (place_verdict = 1)::integer + (danish_verdict = 1)::integer + (group_verdict = 1)::integer
				+ (start_verdict = 1)::integer + (funding_verdict = 1)::integer + (price_verdict = 1)::integer as adaptations
		from judged
		order by blocks, adaptations, price_ore, starts_on, id
		limit p_limit offset p_offset
	)
	select ranked.id, module.provider_id, organisation.name, module.title, module.purpose,
		ranked.blocks, ranked.adaptations,
		jsonb_build_array(
			jsonb_build_object('code', 'session_hours', 'verdict', session_verdict, 'asked', asked.session_hours,
				'given', module.session_hours, 'least', module.session_hours_min),
			jsonb_build_object('code', 'weekly_hours', 'verdict', week_verdict, 'asked', asked.weekly_hours,
				'given', coalesce(ranked.weekly_hours, module.session_hours),
				'least', coalesce(module.weekly_hours_min, module.session_hours_min)),
			jsonb_build_object('code', 'part', 'verdict', part_verdict, 'asked', asked.hours_wanted,
				'given', module.hours, 'least', module.minimum_hours),
			jsonb_build_object('code', 'place', 'verdict', place_verdict, 'asked', asked.place, 'given', module.places),
			jsonb_build_object('code', 'danish_level', 'verdict', danish_verdict, 'asked', asked.danish_level,
				'given', module.required_danish_level),
			jsonb_build_object('code', 'participants', 'verdict', group_verdict, 'asked', asked.participants,
				'given', module.max_participants, 'least', module.min_participants),
			jsonb_build_object('code', 'start', 'verdict', start_verdict, 'asked', asked.starts_on, 'given', ranked.starts_on),
			jsonb_build_object('code', 'funding', 'verdict', funding_verdict, 'asked', asked.funding,
				'given', module.certificate_kind, 'whole_only', asked.funding_whole_only),
			jsonb_build_object('code', 'price', 'verdict', price_verdict, 'asked', asked.ceiling_ore, 'given', ranked.price_ore)
		),
		ranked.hours, ceil(ranked.hours / least(asked.weekly_hours, ranked.weekly_hours))::integer, ranked.price_ore,
		ranked.starts_on, (select count(*) from judged)
	from ranked cross join asked
	join public.module on module.id = ranked.id
	join public.organisation on organisation.id = module.provider_id
	order by ranked.blocks, ranked.adaptations, ranked.price_ore, ranked.starts_on, ranked.id
$$;
