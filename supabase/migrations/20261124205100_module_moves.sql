-- What a school does with its modules beside writing them: copies one, takes an old version back, changes many at once,
-- and says that what is listed still holds.

update public.module set confirmed_at = created_at where confirmed_at is null;
alter table public.module alter column confirmed_at set default now(), alter column confirmed_at set not null;
comment on column public.module.confirmed_at is
	'When the school last wrote the module or said that it still holds. A price that was changed for many at once says nothing of the rest.';
create index module_unconfirmed on public.module (confirmed_at) where state = 'published';

create function private.module_to_change(p_id uuid)
returns public.module language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module;
begin
	select * into v_module from public.module where id = p_id for update;
	if v_module.id is null or not private.acts_for(v_module.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	return v_module;
end $$;
comment on function private.module_to_change is 'Locks a module for a leader of its school, or refuses.';

create function private.module_with_cost(p_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
	select private.module_content(p_id) || jsonb_build_object('cost', (
		select to_jsonb(cost) - 'module_id' from public.module_cost cost where cost.module_id = p_id))
$$;
comment on function private.module_with_cost is 'All that a module says, in the shape that save_module takes; the private cost too, for its own school.';

create function private.copy_module(p_id uuid, p_copy uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module := private.module_to_change(p_id);
begin
	-- Danish, as all that a school writes; 120 characters are what a title may have.
	return private.save_module(p_copy, v_module.provider_id, 0, private.module_with_cost(p_id)
		|| jsonb_build_object('code', null, 'title', left(v_module.title, 113) || ' (kopi)'));
end $$;
comment on function private.copy_module is
	'Makes a draft that says the same as a module of the school, under an id that the form chose; without its code, which names one module only. Returns id and version.';

create function private.restore_module(p_id uuid, p_version integer, p_restored integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module := private.module_to_change(p_id);
	v_now jsonb := private.module_with_cost(p_id);
	v_then jsonb;
begin
	select content into v_then from public.module_version where module_id = p_id and version = p_restored;
	if v_then is null then
		perform private.refuse(404, 'not_found');
	end if;
	-- Asked twice, or for what the module says already.
	if v_now || v_then = v_now then
		return jsonb_build_object('id', p_id, 'version', v_module.version);
	end if;
	-- The cost is no part of a version, and stays.
	return private.save_module(p_id, v_module.provider_id, p_version, v_now || v_then);
end $$;
comment on function private.restore_module is
	'Saves what a module said at an earlier version as its next one, by a leader of the school. Returns id and version.';

create function private.confirm_module(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module := private.module_to_change(p_id);
begin
	perform private.refuse_if_stale(p_id, v_module.version, p_version);
	perform private.refuse_unless_state(v_module.state, array['published', 'paused']);
	-- Once a day is often enough.
	if (v_module.confirmed_at at time zone 'Europe/Copenhagen')::date = private.today() then
		return;
	end if;
	-- The version stays: nothing that somebody may be changing has been changed.
	update public.module set confirmed_at = now() where id = p_id;
	perform private.record_event('module.confirmed', p_id, null, v_module.provider_id,
		jsonb_build_object('version', v_module.version));
end $$;
comment on function private.confirm_module is 'The school has looked at what the module says at this version, and it still holds.';

create function private.reprice_module(p_id uuid, p_version integer, p_change jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_module public.module := private.module_to_change(p_id);
	v_now jsonb := private.module_with_cost(p_id);
	v_then jsonb;
begin
	if jsonb_typeof(p_change -> 'prices') is distinct from 'array'
		or jsonb_typeof(p_change -> 'price_steps') is distinct from 'array' then
		perform private.refuse(422, 'invalid', '{"field": "prices", "reason": "missing"}');
	end if;
	if jsonb_array_length(p_change -> 'prices') <> jsonb_array_length(v_now -> 'prices')
		or jsonb_array_length(p_change -> 'price_steps') <> jsonb_array_length(v_now -> 'price_steps') then
		perform private.refuse_if_stale(p_id, v_module.version, p_version);
		perform private.refuse(422, 'invalid', '{"field": "prices", "reason": "missing"}');
	end if;
	v_then := v_now || jsonb_build_object(
		'prices', (
			select coalesce(jsonb_agg(line.value || jsonb_build_object('unit_price_ore',
				p_change -> 'prices' -> (line.position::integer - 1)) order by line.position), '[]')
			from jsonb_array_elements(v_now -> 'prices') with ordinality line (value, position)),
		'price_steps', (
			select coalesce(jsonb_agg(step.value || jsonb_build_object('unit_price_ore',
				p_change -> 'price_steps' -> (step.position::integer - 1)) order by step.position), '[]')
			from jsonb_array_elements(v_now -> 'price_steps') with ordinality step (value, position)))
		|| (select coalesce(jsonb_object_agg(given.key, given.value), '{}') from jsonb_each(p_change) given
			where given.key in ('price_valid_from', 'price_valid_until'));
	-- Asked twice, or for what it costs already.
	if v_then = v_now then
		return;
	end if;
	perform private.save_module(p_id, v_module.provider_id, p_version, v_then);
	update public.module set confirmed_at = v_module.confirmed_at where id = p_id;
end $$;
comment on function private.reprice_module is
	'Gives the lines and steps of a module new unit prices, each in its place, and new dates where they are named; all else stays, and so does when the listing was last confirmed.';

create function private.change_modules(p_change text, p_modules jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_module record;
	v_refused jsonb := '[]';
	v_code text;
	v_detail text;
begin
	if jsonb_typeof(p_modules) is distinct from 'array' or p_modules = '[]' then
		perform private.refuse(422, 'invalid', '{"field": "modules", "reason": "none_chosen"}');
	end if;
	if jsonb_array_length(p_modules) > 100 then
		perform private.refuse(422, 'invalid', '{"field": "modules", "reason": "too_many", "most": 100}');
	end if;
	for v_module in
		select distinct on (id) (item ->> 'id')::uuid as id, (item ->> 'version')::integer as version, item as change
		from jsonb_array_elements(p_modules) item
		-- One order of locking, so that nobody waits in a ring.
		order by id
	loop
		begin
			case p_change
				when 'published' then
					perform private.move_module(v_module.id, v_module.version, array['draft', 'paused'], 'published');
				when 'paused' then
					perform private.move_module(v_module.id, v_module.version, array['published'], 'paused');
				when 'confirmed' then perform private.confirm_module(v_module.id, v_module.version);
				when 'repriced' then perform private.reprice_module(v_module.id, v_module.version, v_module.change);
			end case;
		exception
			when sqlstate 'PT409' or sqlstate 'PT422' then
				get stacked diagnostics v_code = message_text, v_detail = pg_exception_detail;
				v_refused := v_refused || (v_detail::jsonb || jsonb_build_object('id', v_module.id, 'code', v_code,
					'title', (select title from public.module where id = v_module.id)));
		end;
	end loop;
	if v_refused <> '[]' then
		perform private.refuse(409, 'modules_refused', jsonb_build_object('modules', v_refused));
	end if;
exception
	when data_exception then
		perform private.refuse(422, 'invalid', '{"field": "modules", "reason": "unknown"}');
end $$;
comment on function private.change_modules is
	'The same change to many modules, each as {id, version}: all of them or none. Each is checked as when it is changed alone, and the refusal lists every one that was refused, and why.';

create table private.module_reminder (
	module_id uuid primary key references public.module on delete cascade,
	confirmed_at timestamptz not null,
	reminded_at timestamptz not null default now()
);
comment on table private.module_reminder is 'That a school has been reminded of a module, and which confirmation it was that had lapsed.';
alter table private.module_reminder enable row level security;

create function private.confirmed_before()
returns timestamptz language sql stable set search_path = '' as $$
	select (private.today() - 179)::timestamp at time zone 'Europe/Copenhagen'
$$;
comment on function private.confirmed_before is
	'A module that is listed and was last confirmed before this moment, 180 days ago, is to be looked at again.';

create function private.remind_unconfirmed()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_school record;
	v_count integer := 0;
begin
	for v_school in
		with lapsed as (
			select module.id, module.provider_id, module.title, module.confirmed_at from public.module
			where module.state = 'published' and module.confirmed_at < private.confirmed_before() and not exists (
				select from private.module_reminder reminder
				where reminder.module_id = module.id and reminder.confirmed_at = module.confirmed_at
			)
			-- One that somebody is working on is left for the next run.
			for update of module skip locked
		), reminded as (
			insert into private.module_reminder (module_id, confirmed_at)
			select lapsed.id, lapsed.confirmed_at from lapsed
			on conflict (module_id) do update set confirmed_at = excluded.confirmed_at, reminded_at = now()
		)
		select lapsed.provider_id, count(*)::integer as modules, (array_agg(lapsed.id order by lapsed.title, lapsed.id))[1] as first_id,
			min(lapsed.title) as first_title
		from lapsed group by lapsed.provider_id
	loop
		v_count := v_count + v_school.modules;
		perform private.notify(private.people_of(v_school.provider_id, array['leader']), 'module.unconfirmed', v_school.first_id,
			jsonb_build_object('count', v_school.modules, 'title', v_school.first_title));
	end loop;
	return v_count;
end $$;
comment on function private.remind_unconfirmed is
	'Reminds the leaders of schools of the modules whose confirmation has lapsed since the last run, in one notice for each school. Run by background work.';

grant execute on function private.copy_module, private.restore_module, private.confirm_module, private.change_modules
	to authenticated;
grant execute on function private.remind_unconfirmed to service_role;

create function public.copy_module(p_id uuid, p_copy uuid)
returns jsonb language sql security invoker set search_path = '' as $$ select private.copy_module(p_id, p_copy) $$;
create function public.restore_module(p_id uuid, p_version integer, p_restored integer)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.restore_module(p_id, p_version, p_restored)
$$;
create function public.confirm_module(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.confirm_module(p_id, p_version) $$;
create function public.publish_modules(p_modules jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.change_modules('published', p_modules)
$$;
create function public.pause_modules(p_modules jsonb)
returns void language sql security invoker set search_path = '' as $$ select private.change_modules('paused', p_modules) $$;
create function public.confirm_modules(p_modules jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.change_modules('confirmed', p_modules)
$$;
create function public.reprice_modules(p_modules jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.change_modules('repriced', p_modules)
$$;
create function public.remind_unconfirmed()
returns integer language sql security invoker set search_path = '' as $$ select private.remind_unconfirmed() $$;
grant execute on function public.copy_module, public.restore_module, public.confirm_module, public.publish_modules,
	public.pause_modules, public.confirm_modules, public.reprice_modules to authenticated;
grant execute on function public.remind_unconfirmed to service_role;
