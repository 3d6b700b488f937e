-- The modules of a school's own spreadsheet, kept aside while its leader says what the columns hold and looks at what
-- would come of each row. Nothing of it is a module before all of it is, in one transaction.

create table public.module_import (
	id uuid primary key,
	provider_id uuid not null references public.organisation on delete cascade,
	started_by uuid references public.profile on delete set null,
	version integer not null default 1,
	file_name public.free_text not null check (char_length(file_name) between 1 and 200),
	headings text[] not null check (cardinality(headings) between 1 and 100),
	mapping text[] check (cardinality(mapping) = cardinality(headings)),
	known text check (known in ('change', 'only_new', 'only_known')),
	row_count integer not null check (row_count between 1 and 5000),
	checked_count integer not null default 0 check (checked_count between 0 and row_count),
	saved_count integer,
	created_at timestamptz not null default now(),
	applied_at timestamptz,
	-- NOTE: no array of free_text: the embedded backend reads arrays of a type that it made itself as text.
	constraint module_import_is_free_of_cpr check (private.is_free_of_cpr(array_to_string(headings, ' | '))),
	constraint module_import_mapped_with_choice check ((mapping is null) = (known is null)),
	constraint module_import_checked_when_applied check (applied_at is null or checked_count = row_count)
);
comment on table public.module_import is 'A spreadsheet of modules that a school is bringing in.';
comment on column public.module_import.id is 'Chosen by the form, so that sending it twice makes one import.';
comment on column public.module_import.version is 'Counts what is said of the columns; a check of an older saying is refused.';
comment on column public.module_import.mapping is 'What each column holds, in the order of the headings; null for one that is not used.';
comment on column public.module_import.known is 'What becomes of modules that the school has already, and of those that it has not.';
comment on column public.module_import.checked_count is 'How many rows have been looked at since the columns were last said.';
comment on column public.module_import.saved_count is 'How many modules were made or changed.';
create index module_import_provider on public.module_import (provider_id, created_at);
create index module_import_started_by on public.module_import (started_by);

create table public.module_import_row (
	import_id uuid not null references public.module_import on delete cascade,
	number integer not null check (number > 0),
	cells text[] not null check (cardinality(cells) between 1 and 100),
	kind text check (kind in ('new', 'changed', 'unchanged', 'left', 'wrong')),
	title public.free_text,
	module_id uuid,
	module_version integer,
	content jsonb,
	changes jsonb not null default '[]',
	faults jsonb not null default '[]',
	primary key (import_id, number),
	-- What stands between the cells makes no number of two of them.
	constraint module_import_row_is_free_of_cpr check (private.is_free_of_cpr(array_to_string(cells, ' | '))),
	constraint module_import_row_length check (char_length(array_to_string(cells, '')) <= 200000),
	constraint module_import_row_saves_content check ((kind in ('new', 'changed')) = (content is not null)),
	constraint module_import_row_saves_module check (content is null or (module_id is not null and module_version is not null))
);
comment on table public.module_import_row is 'A row of the spreadsheet, as it was typed and as it would be saved.';
comment on column public.module_import_row.number is 'The number that the row has in the spreadsheet.';
comment on column public.module_import_row.kind is 'What comes of the row; null until it has been looked at.';
comment on column public.module_import_row.module_id is
	'The module that the row is about, or the id that a new one gets. No foreign key: a new one is not there yet.';
comment on column public.module_import_row.module_version is 'The version that the row was held against; 0 makes a new module.';
comment on column public.module_import_row.content is 'What the module says then, in the shape that save_module takes; what no sheet holds is left out.';
comment on column public.module_import_row.faults is 'What is wrong, each with its column; or what the database refused when it was to be saved.';
create index module_import_row_kind on public.module_import_row (import_id, kind, number);

create table public.module_import_heading (
	provider_id uuid not null references public.organisation on delete cascade,
	heading public.free_text not null check (char_length(heading) between 1 and 100),
	holds text not null check (holds ~ '^[A-Za-z_]{0,40}$'),
	primary key (provider_id, heading)
);
comment on table public.module_import_heading is 'What a school has said that a column of its spreadsheets holds, by its heading; empty for one that it does not use.';

alter table public.module_import enable row level security;
alter table public.module_import_row enable row level security;
alter table public.module_import_heading enable row level security;

create policy "Imports are seen by the leaders of their school" on public.module_import
	for select to authenticated using (provider_id in (select private.my_organisations(array['leader'])));
create policy "Rows are seen by the leaders of the import's school" on public.module_import_row
	for select to authenticated using (exists (
		select from public.module_import
		where module_import.id = module_import_row.import_id
			and module_import.provider_id in (select private.my_organisations(array['leader']))
	));
create policy "Headings are seen by the leaders of their school" on public.module_import_heading
	for select to authenticated using (provider_id in (select private.my_organisations(array['leader'])));
grant select on public.module_import, public.module_import_row, public.module_import_heading to authenticated;
-- NOTE: no insert, update or delete. See start_, map_, check_ and apply_module_import.

create function private.import_to_change(p_id uuid, p_version integer)
returns public.module_import language plpgsql security definer set search_path = '' as $$
declare
	v_import public.module_import;
begin
	select * into v_import from public.module_import where id = p_id for update;
	if v_import.id is null or not private.acts_for(v_import.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_import.applied_at is not null then
		perform private.refuse(409, 'wrong_state', '{"state": "applied"}');
	end if;
	perform private.refuse_if_stale(p_id, v_import.version, p_version);
	return v_import;
end $$;
comment on function private.import_to_change is 'Locks an import for a leader of its school, or refuses.';

create function private.start_module_import(p_id uuid, p_provider uuid, p_file_name text, p_headings text[], p_rows jsonb)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
	v_other uuid;
begin
	if not private.acts_for(p_provider, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	select provider_id into v_other from public.module_import where id = p_id;
	if v_other is not null then
		if v_other <> p_provider then
			perform private.refuse(404, 'not_found');
		end if;
		return p_id;
	end if;
	if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) not between 1 and 5000 then
		perform private.refuse(422, 'invalid', '{"field": "rows", "reason": "too_many", "most": 5000}');
	end if;
	-- What is done with, what this person began before, and what has been left lying.
	delete from public.module_import where provider_id = p_provider
		and (applied_at is not null or started_by = (select auth.uid()) or created_at < now() - interval '7 days');
	insert into public.module_import (id, provider_id, started_by, file_name, headings, row_count)
	values (p_id, p_provider, (select auth.uid()), p_file_name, p_headings, jsonb_array_length(p_rows));
	insert into public.module_import_row (import_id, number, cells)
	select p_id, (item ->> 'number')::integer, array(select jsonb_array_elements_text(item -> 'cells'))
	from jsonb_array_elements(p_rows) item;
	return p_id;
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
comment on function private.start_module_import is
	'Keeps the rows of a spreadsheet aside, each as {number, cells}, by a leader of the school. Earlier imports that are done with go.';

create function private.map_module_import(p_id uuid, p_version integer, p_mapping text[], p_known text)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_import public.module_import := private.import_to_change(p_id, p_version);
begin
	if exists (select from unnest(p_mapping) holds where holds !~ '^[A-Za-z_]{1,40}$') then
		perform private.refuse(422, 'invalid', '{"field": "mapping", "reason": "unknown"}');
	end if;
	update public.module_import set mapping = p_mapping, known = p_known, version = version + 1, checked_count = 0
	where id = p_id;
	update public.module_import_row
	set kind = null, title = null, module_id = null, module_version = null, content = null, changes = '[]', faults = '[]'
	where import_id = p_id and kind is not null;
	insert into public.module_import_heading (provider_id, heading, holds)
	select distinct on (said.heading) v_import.provider_id, said.heading, coalesce(said.holds, '')
	from unnest(v_import.headings, p_mapping) as said (heading, holds)
	where said.heading <> '' order by said.heading, said.holds nulls last
	on conflict (provider_id, heading) do update set holds = excluded.holds;
	return v_import.version + 1;
exception
	when integrity_constraint_violation or data_exception then
		perform private.refuse(422, 'invalid', '{"field": "mapping", "reason": "unknown"}');
end $$;
comment on function private.map_module_import is
	'Says what each column holds and what becomes of known modules, and remembers it for the school. Every row is to be looked at anew. Returns the version to check for.';

create function private.module_import_batch(p_id uuid, p_limit integer)
returns table (number integer, cells text[], same_as integer, module jsonb)
-- Planned for these rows each time: a plan for any rows is made as if there were a handful.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
	v_import public.module_import;
	v_code integer;
	v_own_id integer;
begin
	select * into v_import from public.module_import where id = p_id;
	if v_import.id is null or not private.acts_for(v_import.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	v_code := array_position(v_import.mapping, 'code');
	v_own_id := array_position(v_import.mapping, 'id');
	return query
	with named as (
		select line.number, line.cells, line.kind, nullif(trim(line.cells[v_code]), '') as code,
			nullif(lower(trim(line.cells[v_own_id])), '') as own_id
		from public.module_import_row line where line.import_id = p_id
	), matched as (
		-- Looked up by index for each row: as joins they would be planned before anything is known of so many rows.
		select named.number, named.cells, named.kind, named.code, case
			when named.own_id is null then (
				select known.id from public.module known
				where known.provider_id = v_import.provider_id and known.code = named.code)
			-- In letters, as sheetId() writes it.
			when named.own_id ~ '^[a-p]{32}$' then (
				select known.id from public.module known
				where known.id = translate(named.own_id, 'ghijklmnop', '0123456789')::uuid and known.provider_id = v_import.provider_id)
			end as module_id
		from named
	), alike as (
		select matched.*, case
			when coalesce(matched.module_id::text, matched.code) is null then null
			when matched.number = min(matched.number) over same then lead(matched.number) over (same order by matched.number)
			else min(matched.number) over same end as same_as
		from matched
		window same as (partition by coalesce(matched.module_id::text, matched.code))
	)
	select alike.number, alike.cells, alike.same_as,
		case when module.id is not null then private.module_content(module.id)
			|| jsonb_build_object('id', module.id, 'version', module.version, 'state', module.state) end
	from (select * from alike where alike.kind is null order by alike.number limit least(p_limit, 500)) alike
	left join public.module on module.id = alike.module_id
	order by alike.number;
end $$;
comment on function private.module_import_batch is
	'The next rows to look at, each with the module of the school that it is about, if there is one, and another row that is about the same.';

create function private.check_module_import(p_id uuid, p_version integer, p_rows jsonb)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_import public.module_import := private.import_to_change(p_id, p_version);
	v_checked integer;
begin
	if v_import.mapping is null then
		perform private.refuse(409, 'wrong_state', '{"state": "unmapped"}');
	end if;
	perform private.refuse_cpr(case jsonb_typeof(item -> 'content') when 'object' then item -> 'content' else '{}' end
			- array['prices', 'price_steps', 'elements', 'offerings', 'funding', 'cost']),
		private.refuse_cpr(jsonb_build_object('changes', item ->> 'changes', 'faults', item ->> 'faults'))
	from jsonb_array_elements(p_rows) item;
	update public.module_import_row line
	set kind = given.kind, title = given.title, module_id = given.module_id, module_version = given.module_version,
		content = given.content, changes = coalesce(given.changes, '[]'), faults = coalesce(given.faults, '[]')
	from jsonb_populate_recordset(null::public.module_import_row, p_rows) given
	where line.import_id = p_id and line.number = given.number;
	select count(*) into v_checked from public.module_import_row where import_id = p_id and kind is not null;
	update public.module_import set checked_count = v_checked where id = p_id;
	return v_checked;
exception
	when integrity_constraint_violation or data_exception then
		perform private.refuse(422, 'invalid', '{"field": "rows", "reason": "unknown"}');
end $$;
comment on function private.check_module_import is
	'Writes down what comes of some of the rows. It decides nothing: each is checked again when it is saved. Returns how many rows have been looked at.';

create function private.apply_module_import(p_id uuid, p_version integer)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_import public.module_import;
	v_row record;
	v_refused jsonb := '[]';
	v_saved integer := 0;
	v_code text;
	v_detail text;
begin
	select * into v_import from public.module_import where id = p_id for update;
	if v_import.id is null or not private.acts_for(v_import.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	-- Asked twice.
	if v_import.applied_at is not null then
		return jsonb_build_object('saved', v_import.saved_count, 'refused', 0);
	end if;
	perform private.refuse_if_stale(p_id, v_import.version, p_version);
	if v_import.mapping is null or v_import.checked_count < v_import.row_count then
		perform private.refuse(409, 'wrong_state', '{"state": "unchecked"}');
	end if;
	if exists (select from public.module_import_row where import_id = p_id and kind = 'wrong') then
		perform private.refuse(409, 'import_has_faults');
	end if;
	begin
		for v_row in
			select number, module_id, module_version, content from public.module_import_row
			where import_id = p_id and kind in ('new', 'changed')
			-- One order of locking, so that nobody waits in a ring.
			order by module_id
		loop
			begin
				perform private.save_module(v_row.module_id, v_import.provider_id, v_row.module_version,
					case v_row.module_version when 0 then v_row.content
						else private.module_with_cost(v_row.module_id) || v_row.content end);
				v_saved := v_saved + 1;
			exception
				when sqlstate 'PT404' or sqlstate 'PT409' or sqlstate 'PT422' then
					get stacked diagnostics v_code = message_text, v_detail = pg_exception_detail;
					v_refused := v_refused || jsonb_build_object('number', v_row.number,
						'fault', jsonb_build_object('code', v_code, 'detail', v_detail::jsonb));
			end;
		end loop;
		if v_refused <> '[]' then
			-- Takes back what has been saved, and nothing else: what was refused is written down after it.
			raise exception using errcode = 'PT409', message = 'import_refused';
		end if;
		update public.module_import set applied_at = now(), saved_count = v_saved where id = p_id;
	exception
		when sqlstate 'PT409' then
			if v_refused = '[]' then
				raise;
			end if;
			update public.module_import_row line
			set kind = 'wrong', content = null, faults = jsonb_build_array(refused -> 'fault')
			from jsonb_array_elements(v_refused) refused
			where line.import_id = p_id and line.number = (refused ->> 'number')::integer;
			return jsonb_build_object('saved', 0, 'refused', jsonb_array_length(v_refused));
	end;
	return jsonb_build_object('saved', v_saved, 'refused', 0);
end $$;
comment on function private.apply_module_import is
	'Saves every new and changed row as save_module does, all of them or none. What is refused is written at its rows. Returns how many were saved and refused.';

grant execute on function private.start_module_import, private.map_module_import, private.module_import_batch,
	private.check_module_import, private.apply_module_import to authenticated;

create function public.start_module_import(p_id uuid, p_provider uuid, p_file_name text, p_headings text[], p_rows jsonb)
returns uuid language sql security invoker set search_path = '' as $$
	select private.start_module_import(p_id, p_provider, p_file_name, p_headings, p_rows)
$$;
create function public.map_module_import(p_id uuid, p_version integer, p_mapping text[], p_known text)
returns integer language sql security invoker set search_path = '' as $$
	select private.map_module_import(p_id, p_version, p_mapping, p_known)
$$;
create function public.module_import_batch(p_id uuid, p_limit integer)
returns table (number integer, cells text[], same_as integer, module jsonb)
language sql stable security invoker set search_path = '' as $$
	select * from private.module_import_batch(p_id, p_limit)
$$;
create function public.check_module_import(p_id uuid, p_version integer, p_rows jsonb)
returns integer language sql security invoker set search_path = '' as $$
	select private.check_module_import(p_id, p_version, p_rows)
$$;
-- Many modules take longer than the few seconds that a call of the API may have; the API reads this setting.
create function public.apply_module_import(p_id uuid, p_version integer)
returns jsonb language sql security invoker set search_path = '' set statement_timeout = '60s' as $$
	select private.apply_module_import(p_id, p_version)
$$;
grant execute on function public.start_module_import, public.map_module_import, public.module_import_batch,
	public.check_module_import, public.apply_module_import to authenticated;
