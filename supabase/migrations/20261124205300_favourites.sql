-- What people mark for themselves, and what a job centre says of modules among its own.

create table public.favourite (
	user_id uuid not null references public.profile on delete cascade,
	module_id uuid not null references public.module on delete cascade,
	created_at timestamptz not null default now(),
	primary key (user_id, module_id)
);
comment on table public.favourite is 'A module that a person has marked, to find it again. Nobody else sees it.';
create index favourite_module on public.favourite (module_id);
alter table public.favourite enable row level security;

create table public.shortlist_entry (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid not null references public.organisation on delete cascade,
	module_id uuid not null references public.module on delete cascade,
	note public.free_text not null check (char_length(note) between 3 and 300),
	version integer not null default 1,
	written_by uuid references public.profile on delete set null,
	written_at timestamptz not null default now(),
	unique (job_centre_id, module_id)
);
comment on table public.shortlist_entry is
	'A module that a job centre has had good of, with a note to colleagues on whom it is good for. Its school does not see it.';
comment on column public.shortlist_entry.id is 'Names the entry in the history; the module''s own history is the school''s.';
create index shortlist_entry_module on public.shortlist_entry (module_id);
create index shortlist_entry_written_by on public.shortlist_entry (written_by);
alter table public.shortlist_entry enable row level security;

create policy "People see what they have marked" on public.favourite
	for select to authenticated using (user_id = (select auth.uid()));
create policy "The short list is seen by the job centre" on public.shortlist_entry
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
grant select on public.favourite, public.shortlist_entry to authenticated;
-- NOTE: no insert, update or delete. See set_favourite, save_shortlist_entry and remove_shortlist_entry.

create function private.set_favourite(p_module uuid, p_is_favourite boolean)
returns void language plpgsql security definer set search_path = '' as $$
begin
	if not coalesce(p_is_favourite, false) then
		delete from public.favourite where user_id = (select auth.uid()) and module_id = p_module;
		return;
	end if;
	if not exists (
		select from public.module
		where id = p_module and (state = 'published' or provider_id in (select private.my_organisations()))
	) then
		perform private.refuse(404, 'not_found');
	end if;
	insert into public.favourite (user_id, module_id) values ((select auth.uid()), p_module)
	on conflict (user_id, module_id) do nothing;
end $$;
comment on function private.set_favourite is
	'Marks a module that the caller sees, or takes the mark off. Nobody else is told, so nothing is written into the history.';

create function private.shortlist_to_write(p_job_centre uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
begin
	if not private.acts_for(p_job_centre) or not exists (
		select from public.organisation where id = p_job_centre and kind = 'job_centre'
	) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(p_job_centre, array['broker', 'coordinator']) then
		perform private.refuse(403, 'not_allowed');
	end if;
end $$;
comment on function private.shortlist_to_write is 'Refuses whoever may not write on a job centre''s short list.';

create function private.save_shortlist_entry(p_job_centre uuid, p_module uuid, p_version integer, p_note text)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_entry public.shortlist_entry;
	v_note text;
begin
	perform private.shortlist_to_write(p_job_centre);
	v_note := private.words('note', p_note, 300, true);
	if char_length(v_note) < 3 then
		perform private.refuse(422, 'invalid', '{"field": "note", "reason": "missing"}');
	end if;
	select * into v_entry from public.shortlist_entry
	where job_centre_id = p_job_centre and module_id = p_module for update;
	-- The same form, sent twice.
	if v_entry.note = v_note and v_entry.written_by = (select auth.uid()) and v_entry.version = coalesce(p_version, 0) + 1 then
		return v_entry.version;
	end if;
	perform private.refuse_if_stale(v_entry.id, coalesce(v_entry.version, 0), coalesce(p_version, 0));
	if v_entry.id is null and not exists (select from public.module where id = p_module and state = 'published') then
		perform private.refuse(404, 'not_found');
	end if;
	insert into public.shortlist_entry as entry (job_centre_id, module_id, note, written_by)
	values (p_job_centre, p_module, v_note, (select auth.uid()))
	on conflict (job_centre_id, module_id) do update
		set note = excluded.note, written_by = excluded.written_by, written_at = now(), version = entry.version + 1
	returning entry.* into v_entry;
	perform private.record_event(case v_entry.version when 1 then 'shortlist.added' else 'shortlist.changed' end,
		v_entry.id, p_job_centre, null, jsonb_build_object('module', p_module));
	return v_entry.version;
end $$;
comment on function private.save_shortlist_entry is
	'Puts a published module on the job centre''s short list, or changes its note, by a broker or coordinator. Version 0 adds; otherwise the version that the form was opened at. Returns the version.';

create function private.remove_shortlist_entry(p_job_centre uuid, p_module uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_entry public.shortlist_entry;
begin
	perform private.shortlist_to_write(p_job_centre);
	select * into v_entry from public.shortlist_entry
	where job_centre_id = p_job_centre and module_id = p_module for update;
	if v_entry.id is null then
		return;
	end if;
	perform private.refuse_if_stale(v_entry.id, v_entry.version, p_version);
	delete from public.shortlist_entry where id = v_entry.id;
	perform private.record_event('shortlist.removed', v_entry.id, p_job_centre, null, jsonb_build_object('module', p_module));
end $$;
comment on function private.remove_shortlist_entry is 'Takes a module off the job centre''s short list, by a broker or coordinator.';

grant execute on function private.set_favourite, private.save_shortlist_entry, private.remove_shortlist_entry to authenticated;

create function public.set_favourite(p_module uuid, p_is_favourite boolean)
returns void language sql security invoker set search_path = '' as $$ select private.set_favourite(p_module, p_is_favourite) $$;
create function public.save_shortlist_entry(p_job_centre uuid, p_module uuid, p_version integer, p_note text)
returns integer language sql security invoker set search_path = '' as $$
	select private.save_shortlist_entry(p_job_centre, p_module, p_version, p_note)
$$;
create function public.remove_shortlist_entry(p_job_centre uuid, p_module uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$
	select private.remove_shortlist_entry(p_job_centre, p_module, p_version)
$$;
create function public.shortlist_for_need(p_need uuid)
returns table (module_id uuid, note text, written_by text, written_at timestamptz)
language sql stable security invoker set search_path = '' as $$
	select entry.module_id, entry.note::text, profile.display_name::text, entry.written_at
	from public.need
	join public.shortlist_entry entry on entry.job_centre_id = need.job_centre_id
	join public.module on module.id = entry.module_id and module.subject_code = need.subject_code
	left join public.profile on profile.user_id = entry.written_by
	where need.id = p_need
$$;
comment on function public.shortlist_for_need is
	'What the need''s job centre has noted on modules of its subject. It runs as the caller, so only the job centre''s own people see any.';
grant execute on function public.set_favourite, public.save_shortlist_entry, public.remove_shortlist_entry,
	public.shortlist_for_need to authenticated;
