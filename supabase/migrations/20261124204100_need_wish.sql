-- What a broker found in the catalogue and made to fit before writing the need: it begins the need, and later the school's
-- quote. It is about a module and never about a person.

create function private.tailoring_price(p_module uuid, p_hours numeric, p_participants integer, p_is_unsocial boolean)
returns bigint language sql stable security definer set search_path = '' as $$
	with line as (
		select price.kind, module.supplement_percent,
			case when price.kind = 'teaching' then coalesce((
				select step.unit_price_ore from public.module_price_step step
				where step.module_id = p_module and step.from_participants <= p_participants
				order by step.from_participants desc limit 1
			), price.unit_price_ore) else price.unit_price_ore end as unit_price_ore,
			case price.model when 'per_hour' then p_hours when 'per_week' then ceil(p_hours / price.weekly_hours)
				when 'per_participant' then p_participants else 1 end as quantity
		from public.module_price price
		join public.module on module.id = price.module_id
		where price.module_id = p_module
	)
	select coalesce(sum(round(unit_price_ore * quantity) + case when p_is_unsocial and kind = 'teaching'
		then round(round(unit_price_ore * supplement_percent / 100.0) * quantity) else 0 end), 0)::bigint
	from line
$$;
comment on function private.tailoring_price is
	'What a module costs in øre for so many hours and participants, in evenings or at weekends or not. The same as priceLines in src/lib/domain/catalogue/price.ts; a test holds the two together.';

create table public.need_wish (
	need_id uuid primary key references public.need on delete cascade,
	module_id uuid not null,
	provider_id uuid not null references public.organisation on delete cascade,
	title public.free_text not null,
	elements integer[] not null default '{}' check (cardinality(elements) <= 40),
	hours numeric(6,2) not null check (hours > 0 and hours <= 2000 and hours * 20 = trunc(hours * 20)),
	session_hours numeric(6,2) not null check (session_hours > 0 and session_hours <= 24 and session_hours * 20 = trunc(session_hours * 20)),
	weekly_hours numeric(6,2) not null check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	place text not null check (place in ('workplace', 'school', 'online')),
	delivery_form text not null check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support', 'online')),
	participants integer not null check (participants between 1 and 500),
	is_unsocial boolean not null default false,
	starts_on date,
	price_ore bigint not null check (price_ore >= 0),
	constraint need_wish_module_fkey foreign key (module_id, provider_id)
		references public.module (id, provider_id) on delete cascade,
	constraint need_wish_session_within_week check (session_hours <= weekly_hours),
	constraint need_wish_week_within_hours check (weekly_hours <= hours)
);
comment on table public.need_wish is 'The module that a need was begun from, as it was tailored on its page, with the price that it had there.';
comment on column public.need_wish.title is 'The module''s title at the time, since a module that is paused is not shown to the job centre.';
comment on column public.need_wish.elements is 'Numbers of the elements that were picked; empty for a module that is tailored by hours.';
comment on column public.need_wish.is_unsocial is 'In evenings or at weekends.';
comment on column public.need_wish.price_ore is 'By the module''s list at the time; computed by the database, which refuses another.';
create index need_wish_module on public.need_wish (module_id, provider_id);
create index need_wish_provider on public.need_wish (provider_id);

alter table public.need_wish enable row level security;
create policy "Wishes are seen by the job centre and the module's school" on public.need_wish
	for select to authenticated using (
		exists (select from public.need where need.id = need_wish.need_id)
		or (provider_id in (select private.my_organisations()) and exists (
			select from public.quote_request
			where quote_request.need_id = need_wish.need_id and quote_request.provider_id = need_wish.provider_id
				and quote_request.state <> 'withdrawn'
		))
	);
grant select on public.need_wish to authenticated;
-- NOTE: no insert or update. A wish is kept when its need is begun, and dropped by a function. Other schools that are asked
-- never see it: what a rival's module costs is not for them to quote against.

create function private.refuse_wish(p_wish public.need_wish)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_module public.module;
	v_price bigint;
	v_field text;
begin
	select * into v_module from public.module where id = p_wish.module_id and state = 'published';
	if v_module.id is null then
		perform private.refuse(422, 'invalid', '{"field": "module_id", "reason": "unknown"}');
	end if;
	v_field := case
		when p_wish.place <> all (v_module.places) then 'place'
		when p_wish.delivery_form <> all (v_module.delivery_forms) then 'delivery_form'
		when p_wish.participants not between v_module.min_participants and v_module.max_participants then 'participants'
		when p_wish.hours not between v_module.minimum_hours and v_module.hours then 'hours'
		when p_wish.session_hours not between least(v_module.session_hours_min, p_wish.hours)
			and coalesce(v_module.session_hours_max, v_module.session_hours) then 'session_hours'
		when p_wish.weekly_hours < least(coalesce(v_module.weekly_hours_min, 0), p_wish.hours) then 'weekly_hours'
		when v_module.weekly_hours_max is not null
			and p_wish.weekly_hours > greatest(v_module.weekly_hours_max, v_module.session_hours_min) then 'weekly_hours'
		when exists (
			select from unnest(p_wish.elements) picked (number)
			where not exists (
				select from public.module_element element
				where element.module_id = v_module.id and element.number = picked.number
			)
		) or exists (
			select from public.module_element element
			where element.module_id = v_module.id and case when element.number = any (p_wish.elements)
				then element.needs <> all (p_wish.elements) else element.is_mandatory end
		) then 'elements'
		when p_wish.hours <> (
			select coalesce(sum(element.hours) filter (where element.number = any (p_wish.elements)), 0)
			from public.module_element element where element.module_id = v_module.id having count(*) > 0
		) then 'elements'
	end;
	if v_field is not null then
		perform private.refuse(422, 'invalid', jsonb_build_object('field', v_field, 'reason', 'not_offered'));
	end if;
	v_price := private.tailoring_price(v_module.id, p_wish.hours, p_wish.participants, p_wish.is_unsocial);
	if p_wish.price_ore is distinct from v_price then
		perform private.refuse(422, 'total_mismatch', jsonb_build_object('total_ore', p_wish.price_ore, 'lines_ore', v_price));
	end if;
end $$;
comment on function private.refuse_wish is
	'Refuses a wish that its module does not allow, and one whose price is not what the module costs.';

create function private.begin_need(p_id uuid, p_job_centre uuid, p_need jsonb, p_wish jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_saved jsonb := private.save_need(p_id, p_job_centre, 0, p_need);
	v_wish public.need_wish;
begin
	if exists (select from public.need_wish where need_id = p_id) then
		return v_saved;
	end if;
	v_wish := jsonb_populate_record(null::public.need_wish, p_wish);
	v_wish.need_id := p_id;
	v_wish.elements := coalesce(v_wish.elements, '{}');
	v_wish.is_unsocial := coalesce(v_wish.is_unsocial, false);
	select module.provider_id, module.title into v_wish.provider_id, v_wish.title
	from public.module where module.id = v_wish.module_id;
	perform private.refuse_wish(v_wish);
	insert into public.need_wish select v_wish.*;
	return v_saved;
exception
	when integrity_constraint_violation or data_exception then
		declare
			v_constraint text;
			v_column text;
		begin
			get stacked diagnostics v_constraint = constraint_name, v_column = column_name;
			perform private.refuse_invalid(v_constraint, v_column);
		end;
end $$;
comment on function private.begin_need is
	'Saves a new draft together with the tailored module that it was begun from. Asked twice, it keeps the first. Returns id and version.';

create function private.drop_need_wish(p_need uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
begin
	perform private.refuse_unless_state(v_need.state, array['draft']);
	delete from public.need_wish where need_id = p_need;
	if found then
		perform private.record_event('need.changed', p_need, v_need.job_centre_id);
	end if;
end $$;
comment on function private.drop_need_wish is 'Lets go of the module that a draft was begun from; what it says of hours and place is kept.';

grant execute on function private.begin_need, private.drop_need_wish to authenticated;
create function public.begin_need(p_id uuid, p_job_centre uuid, p_need jsonb, p_wish jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.begin_need(p_id, p_job_centre, p_need, p_wish)
$$;
create function public.drop_need_wish(p_need uuid)
returns void language sql security invoker set search_path = '' as $$ select private.drop_need_wish(p_need) $$;
create function public.request_wish(p_request uuid)
returns table (
	module_id uuid, title text, elements integer[], hours numeric, session_hours numeric, weekly_hours numeric,
	place text, delivery_form text, participants integer, is_unsocial boolean, starts_on date, price_ore bigint
) language sql stable security invoker set search_path = '' as $$
	select wish.module_id, wish.title, wish.elements, wish.hours, wish.session_hours, wish.weekly_hours,
		wish.place, wish.delivery_form, wish.participants, wish.is_unsocial, wish.starts_on, wish.price_ore
	from public.quote_request request
	join public.need_wish wish on wish.need_id = request.need_id and wish.provider_id = request.provider_id
	where request.id = p_request
$$;
comment on function public.request_wish is 'What a request''s need was begun from, when that is a module of the school that is asked.';
grant execute on function public.begin_need, public.drop_need_wish, public.request_wish to authenticated;
