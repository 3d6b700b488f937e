-- What schools offer: short, comparable modules that can be tailored, and what they cost.

create table public.module (
	id uuid primary key,
	provider_id uuid not null references public.organisation on delete cascade,
	state text not null default 'draft' check (state in ('draft', 'published', 'paused', 'archived')),
	version integer not null default 1,
	title public.free_text not null check (char_length(title) between 3 and 120),
	purpose public.free_text check (char_length(purpose) <= 200),
	subject_code text references public.subject on delete restrict,
	delivery_forms text[] not null default '{}'
		check (delivery_forms <@ array['one_to_one', 'small_class', 'class', 'class_with_support']),
	places text[] not null default '{}' check (places <@ array['workplace', 'school', 'online']),
	hours numeric(6,2) check (hours > 0 and hours <= 2000 and hours * 20 = trunc(hours * 20)),
	minimum_hours numeric(6,2) check (minimum_hours > 0 and minimum_hours * 20 = trunc(minimum_hours * 20)),
	session_hours numeric(6,2) check (session_hours > 0 and session_hours <= 24 and session_hours * 20 = trunc(session_hours * 20)),
	session_hours_min numeric(6,2) check (session_hours_min > 0 and session_hours_min * 20 = trunc(session_hours_min * 20)),
	is_divisible boolean not null default true,
	indivisible_reason public.free_text check (char_length(indivisible_reason) <= 200),
	max_participants integer not null default 1 check (max_participants between 1 and 500),
	required_danish_level text not null default 'none'
		check (required_danish_level in ('none', 'A1', 'A2', 'B1', 'B2', 'C1')),
	certificate_kind text not null default 'participation'
		check (certificate_kind in ('statutory', 'amu', 'participation', 'none')),
	lead_time_days integer not null default 14 check (lead_time_days between 0 and 365),
	published_at timestamptz,
	updated_at timestamptz not null default now(),
	created_at timestamptz not null default now(),
	unique (id, provider_id),
	constraint module_minimum_within_hours check (minimum_hours <= hours),
	constraint module_shortest_session_within_session check (session_hours_min <= session_hours),
	constraint module_whole_has_whole_minimum check (is_divisible or minimum_hours = hours),
	constraint module_complete_when_shown check (state = 'draft' or (
		purpose is not null and subject_code is not null and delivery_forms <> '{}' and places <> '{}'
		and hours is not null and minimum_hours is not null and session_hours is not null and session_hours_min is not null
	))
);
comment on table public.module is 'Upskilling that a provider offers, as whole or in part.';
comment on column public.module.id is 'Chosen by the form, so that sending it twice makes one module.';
comment on column public.module.version is 'Counts every change; a form that was opened at an older version is refused.';
comment on column public.module.hours is 'The whole length.';
comment on column public.module.minimum_hours is 'The least that the provider will give; the whole length when it cannot be divided.';
comment on column public.module.session_hours is 'The usual length of one session.';
comment on column public.module.session_hours_min is 'The shortest session that the provider will give.';
comment on column public.module.lead_time_days is 'Days from order to the first session.';
create index module_provider on public.module (provider_id, state);
create index module_fit on public.module (subject_code, state);
create index module_newest on public.module (published_at desc, id) where state = 'published';
create index module_title on public.module using gin ((title::text) extensions.gin_trgm_ops);

create table public.module_price (
	id bigint generated always as identity primary key,
	module_id uuid not null references public.module on delete cascade,
	position integer not null,
	kind text not null check (kind in ('teaching', 'pre_meeting', 'screening', 'preparation', 'adaptation',
		'materials', 'transport', 'interpreter', 'certificate_fee')),
	model text not null check (model in ('per_hour', 'per_week', 'per_participant', 'fixed')),
	unit_price_ore bigint not null check (unit_price_ore between 0 and 100000000),
	weekly_hours numeric(6,2) check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	unique (module_id, position),
	constraint module_price_week_has_hours check ((model = 'per_week') = (weekly_hours is not null)),
	constraint module_price_one_off_is_simple check (kind = 'teaching' or model in ('fixed', 'per_participant'))
);
comment on table public.module_price is 'The price lines of a module: one for the teaching, and one-off lines beside it.';
comment on column public.module_price.weekly_hours is 'Hours that a week''s price includes.';
-- NOTE: two columns where the first would do: the embedded backend overlooks that an index is partial, and would take a
-- reference that is unique by itself for one-to-one.
create unique index module_price_one_teaching on public.module_price (module_id, kind) where kind = 'teaching';

alter table public.module enable row level security;
alter table public.module_price enable row level security;

create policy "Published modules are seen by everyone" on public.module
	for select to anon using (state = 'published');
create policy "Modules are seen when published and by their own school" on public.module
	for select to authenticated
	using (state = 'published' or provider_id in (select private.my_organisations()));
grant select on public.module to anon, authenticated;
-- NOTE: no insert or update. A module and its prices are saved together, see save_module.

create policy "Prices of published modules are seen by everyone" on public.module_price
	for select to anon
	using (exists (select from public.module where module.id = module_price.module_id));
create policy "Prices are seen with their module" on public.module_price
	for select to authenticated
	using (exists (select from public.module where module.id = module_price.module_id));
grant select on public.module_price to anon, authenticated;

create function private.save_module(p_id uuid, p_provider uuid, p_version integer, p_module jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.module;
	v_version integer;
begin
	if not private.acts_for(p_provider, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.refuse_cpr(p_module - 'prices');
	select * into v_old from public.module where id = p_id for update;
	if v_old.id is not null then
		if v_old.provider_id <> p_provider then
			perform private.refuse(404, 'not_found');
		end if;
		-- The first save of a form, sent twice.
		if p_version = 0 and v_old.version = 1 then
			return jsonb_build_object('id', v_old.id, 'version', v_old.version);
		end if;
		perform private.refuse_if_stale(p_id, v_old.version, p_version);
		perform private.refuse_unless_state(v_old.state, array['draft', 'published', 'paused']);
	elsif p_version <> 0 then
		perform private.refuse(404, 'not_found');
	end if;

	insert into public.module as module (id, provider_id, title, purpose, subject_code, delivery_forms, places,
		hours, minimum_hours, session_hours, session_hours_min, is_divisible, indivisible_reason,
		max_participants, required_danish_level, certificate_kind, lead_time_days)
	select p_id, p_provider, input.title, input.purpose, input.subject_code, coalesce(input.delivery_forms, '{}'),
		coalesce(input.places, '{}'), input.hours, input.minimum_hours, input.session_hours, input.session_hours_min,
		coalesce(input.is_divisible, true), input.indivisible_reason, coalesce(input.max_participants, 1),
		coalesce(input.required_danish_level, 'none'), coalesce(input.certificate_kind, 'participation'),
		coalesce(input.lead_time_days, 14)
	from jsonb_populate_record(null::public.module, p_module) input
	on conflict (id) do update set
		title = excluded.title, purpose = excluded.purpose, subject_code = excluded.subject_code,
		delivery_forms = excluded.delivery_forms, places = excluded.places, hours = excluded.hours,
		minimum_hours = excluded.minimum_hours, session_hours = excluded.session_hours,
		session_hours_min = excluded.session_hours_min, is_divisible = excluded.is_divisible,
		indivisible_reason = excluded.indivisible_reason, max_participants = excluded.max_participants,
		required_danish_level = excluded.required_danish_level, certificate_kind = excluded.certificate_kind,
		lead_time_days = excluded.lead_time_days, version = module.version + 1, updated_at = now()
	returning module.version into v_version;

	delete from public.module_price where module_id = p_id;
	insert into public.module_price (module_id, position, kind, model, unit_price_ore, weekly_hours)
	select p_id, ordinality, price.kind, price.model, price.unit_price_ore, price.weekly_hours
	from jsonb_array_elements(coalesce(p_module -> 'prices', '[]')) with ordinality as item (value, ordinality),
		jsonb_populate_record(null::public.module_price, item.value) price;

	if v_old.state = 'published' then
		perform private.refuse_unless_complete(p_id);
	end if;
	perform private.record_event(case when v_old.id is null then 'module.created' else 'module.changed' end,
		p_id, null, p_provider, jsonb_build_object('version', v_version));
	return jsonb_build_object('id', p_id, 'version', v_version);
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
comment on function private.save_module is
	'Saves a module with its prices, by a leader of the school. Version 0 makes a new one; otherwise the version that the form was opened at. Returns id and version.';

create function private.refuse_unless_complete(p_module uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_missing text[];
begin
	select array_remove(array[
		case when module.purpose is null then 'purpose' end,
		case when module.subject_code is null then 'subject_code' end,
		case when module.delivery_forms = '{}' then 'delivery_forms' end,
		case when module.places = '{}' then 'places' end,
		case when module.hours is null then 'hours' end,
		case when module.minimum_hours is null then 'minimum_hours' end,
		case when module.session_hours is null then 'session_hours' end,
		case when module.session_hours_min is null then 'session_hours_min' end,
		case when not exists (
			select from public.module_price where module_price.module_id = module.id and module_price.kind = 'teaching'
		) then 'price' end
	], null) into v_missing
	from public.module where module.id = p_module;
	if v_missing <> '{}' then
		perform private.refuse(422, 'module_incomplete', jsonb_build_object('missing', v_missing));
	end if;
end $$;
comment on function private.refuse_unless_complete is 'Refuses a module that lacks what a shown module must have, and lists what.';

create function private.move_module(p_id uuid, p_version integer, p_from text[], p_to text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module;
begin
	select * into v_module from public.module where id = p_id for update;
	if v_module.id is null or not private.acts_for(v_module.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_module.state = p_to then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_module.version, p_version);
	perform private.refuse_unless_state(v_module.state, p_from);
	if p_to = 'published' then
		perform private.refuse_unless_complete(p_id);
	end if;
	update public.module
	set state = p_to, version = version + 1, updated_at = now(),
		published_at = case when p_to = 'published' then coalesce(published_at, now()) else published_at end
	where id = p_id;
	perform private.record_event('module.' || p_to, p_id, null, v_module.provider_id);
end $$;
comment on function private.move_module is 'draft → published ⇄ paused → archived, by a leader of the school.';

grant execute on function private.save_module, private.move_module to authenticated;

create function public.save_module(p_id uuid, p_provider uuid, p_version integer, p_module jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.save_module(p_id, p_provider, p_version, p_module)
$$;
create function public.publish_module(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.move_module(p_id, p_version, array['draft', 'paused'], 'published')
$$;
create function public.pause_module(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.move_module(p_id, p_version, array['published'], 'paused')
$$;
create function public.archive_module(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.move_module(p_id, p_version, array['paused'], 'archived')
$$;
grant execute on function public.save_module, public.publish_module, public.pause_module, public.archive_module
	to authenticated;
