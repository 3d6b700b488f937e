-- What a job centre asks for again and again, as a starting point: answers to begin with, what helps whoever fills it in,
-- and what must not be left out. Nothing about a candidate.

create table public.need_template (
	id uuid primary key,
	job_centre_id uuid not null references public.organisation on delete cascade,
	version integer not null default 1,
	title public.free_text not null check (char_length(title) between 3 and 80),
	is_archived boolean not null default false,
	participants integer not null default 1 check (participants between 1 and 100),
	workplace public.free_text check (char_length(workplace) <= 120),
	placement_kind text check (placement_kind in ('internship', 'wage_subsidy', 'small_job', 'job')),
	tasks public.free_text check (char_length(tasks) <= 500),
	subject_code text references public.subject on delete restrict,
	goal public.free_text check (char_length(goal) <= 500),
	hours_wanted numeric(6,2) check (hours_wanted > 0 and hours_wanted <= 2000 and hours_wanted * 20 = trunc(hours_wanted * 20)),
	session_hours_max numeric(6,2) check (session_hours_max > 0 and session_hours_max <= 12 and session_hours_max * 20 = trunc(session_hours_max * 20)),
	weekly_hours_max numeric(6,2) check (weekly_hours_max > 0 and weekly_hours_max <= 37 and weekly_hours_max * 20 = trunc(weekly_hours_max * 20)),
	place text check (place in ('workplace', 'school', 'online', 'any')),
	funding_source_id uuid references public.funding_source on delete set null,
	price_ceiling_ore bigint check (price_ceiling_ore > 0 and price_ceiling_ore <= 100000000),
	updated_at timestamptz not null default now(),
	constraint need_template_session_within_week check (session_hours_max <= weekly_hours_max)
);
comment on table public.need_template is
	'A job centre''s starting point for needs of one kind. Its columns are those of need that say nothing of a candidate, and may all be empty.';
comment on column public.need_template.id is 'Chosen by the form, so that sending it twice makes one template.';
comment on column public.need_template.is_archived is 'No need is begun from it any longer; needs that were keep what it asks for.';
create index need_template_job_centre on public.need_template (job_centre_id, is_archived, title);
create index need_template_subject on public.need_template (subject_code);
create index need_template_funding_source on public.need_template (funding_source_id);

create table public.need_template_field (
	need_template_id uuid not null references public.need_template on delete cascade,
	field text not null check (field in ('candidate_wish', 'workplace', 'tasks', 'work_times', 'goal', 'hours_wanted',
		'danish_level', 'accommodation_note', 'session_hours_max', 'weekly_hours_max', 'funding_source_id', 'price_ceiling_ore')),
	help public.free_text check (char_length(help) <= 200),
	is_required boolean not null default false,
	primary key (need_template_id, field),
	constraint need_template_field_says_something check (help is not null or is_required)
);
comment on table public.need_template_field is
	'What a template says at one question of the need form: words that help, in place of the usual ones, and whether it must be answered before the need is sent.';

alter table public.need add column need_template_id uuid references public.need_template on delete set null;
comment on column public.need.need_template_id is 'The template that it was begun from, whose help and demands follow it until it is sent.';
create index need_template_of on public.need (need_template_id);

alter table public.need_template enable row level security;
alter table public.need_template_field enable row level security;
create policy "Templates are seen by their job centre" on public.need_template
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Fields of templates are seen with their template" on public.need_template_field
	for select to authenticated
	using (exists (select from public.need_template where need_template.id = need_template_field.need_template_id));
grant select on public.need_template, public.need_template_field to authenticated;
-- NOTE: no insert or update. Templates are written by the coordinator, through functions.

create function private.save_need_template(p_id uuid, p_job_centre uuid, p_version integer, p_template jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.need_template;
	v_version integer;
begin
	if not private.acts_for(p_job_centre) then
		perform private.refuse(404, 'not_found');
	end if;
	select * into v_old from public.need_template where id = p_id for update;
	if v_old.job_centre_id <> p_job_centre or (v_old.id is null and p_version is distinct from 0) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(p_job_centre, array['coordinator']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if p_version = 0 and v_old.version = 1 then
		return jsonb_build_object('id', p_id, 'version', 1);
	end if;
	if v_old.id is not null then
		perform private.refuse_if_stale(p_id, v_old.version, p_version);
	end if;
	perform private.refuse_cpr(p_template);
	if p_template ->> 'funding_source_id' is not null and not exists (
		select from public.funding_source
		where id = (p_template ->> 'funding_source_id')::uuid and (job_centre_id is null or job_centre_id = p_job_centre)
	) then
		perform private.refuse(422, 'invalid', '{"field": "funding_source_id", "reason": "unknown"}');
	end if;
	insert into public.need_template as template (id, job_centre_id, title, participants, workplace, placement_kind, tasks,
		subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, funding_source_id, price_ceiling_ore)
	select p_id, p_job_centre, input.title, coalesce(input.participants, 1), input.workplace, input.placement_kind,
		input.tasks, input.subject_code, input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max,
		input.place, input.funding_source_id, input.price_ceiling_ore
	from jsonb_populate_record(null::public.need_template, p_template) input
	on conflict (id) do update set
		title = excluded.title, participants = excluded.participants, workplace = excluded.workplace,
		placement_kind = excluded.placement_kind, tasks = excluded.tasks, subject_code = excluded.subject_code,
		goal = excluded.goal, hours_wanted = excluded.hours_wanted, session_hours_max = excluded.session_hours_max,
		weekly_hours_max = excluded.weekly_hours_max, place = excluded.place,
		funding_source_id = excluded.funding_source_id, price_ceiling_ore = excluded.price_ceiling_ore,
		version = template.version + 1, updated_at = now()
	returning template.version into v_version;
	delete from public.need_template_field where need_template_id = p_id;
	insert into public.need_template_field (need_template_id, field, help, is_required)
	select p_id, input.field, input.help, coalesce(input.is_required, false)
	from jsonb_populate_recordset(null::public.need_template_field, coalesce(p_template -> 'fields', '[]')) input;
	perform private.record_event('need_template.saved', p_id, p_job_centre);
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
comment on function private.save_need_template is
	'Saves a template, by the job centre''s coordinator. Takes its columns and fields, a list of field, help and is_required. Version 0 makes a new one. Returns id and version.';

create function private.archive_need_template(p_id uuid, p_version integer, p_is_archived boolean)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_template public.need_template;
begin
	select * into v_template from public.need_template where id = p_id for update;
	if v_template.id is null or not private.acts_for(v_template.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(v_template.job_centre_id, array['coordinator']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_template.is_archived = p_is_archived and v_template.version = p_version + 1 then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_template.version, p_version);
	update public.need_template
	set is_archived = coalesce(p_is_archived, true), version = version + 1, updated_at = now() where id = p_id;
	perform private.record_event(
		case when p_is_archived then 'need_template.archived' else 'need_template.restored' end, p_id, v_template.job_centre_id);
end $$;
comment on function private.archive_need_template is 'Puts a template away, or takes it up again, by the coordinator.';

create function private.begin_templated_need(p_id uuid, p_job_centre uuid, p_template uuid, p_need jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_saved jsonb := private.save_need(p_id, p_job_centre, 0, p_need);
begin
	if not exists (
		select from public.need_template where id = p_template and job_centre_id = p_job_centre and not is_archived
	) then
		perform private.refuse(422, 'invalid', '{"field": "template", "reason": "unknown"}');
	end if;
	update public.need set need_template_id = p_template where id = p_id and version = 1;
	return v_saved;
end $$;
comment on function private.begin_templated_need is
	'Saves a new draft that is begun from a template of the job centre. Asked twice, it makes one. Returns id and version.';

create function private.missing_by_template(p_need public.need)
returns text[] language sql stable security definer set search_path = '' as $$
	select coalesce(array_agg(field order by field), '{}')
	from public.need_template_field
	where need_template_id = p_need.need_template_id and is_required and case field
		when 'work_times' then not exists (select from public.need_work_time where need_id = p_need.id)
		else to_jsonb(p_need) ->> field is null
	end
$$;
comment on function private.missing_by_template is 'What the template of a need asks for and the need does not say.';

create or replace function private.submit_need(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_id);
	v_missing text[];
begin
	if v_need.state = 'open' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['draft']);
	v_missing := array_remove(array[
		case when v_need.subject_code is null then 'subject_code' end,
		case when v_need.goal is null then 'goal' end,
		case when v_need.session_hours_max is null then 'session_hours_max' end,
		case when v_need.weekly_hours_max is null then 'weekly_hours_max' end,
		case when v_need.place is null then 'place' end,
		case when v_need.starts_on is null then 'starts_on' end,
		case when not v_need.has_consent then 'has_consent' end
	], null);
	v_missing := v_missing || array(
		select field from unnest(private.missing_by_template(v_need)) field where field <> all (v_missing)
	);
	if v_missing <> '{}' then
		perform private.refuse(422, 'need_incomplete', jsonb_build_object('missing', v_missing));
	end if;
	update public.need set state = 'open', version = version + 1, submitted_at = now(), updated_at = now() where id = p_id;
	insert into public.need_brief (need_id, job_centre_id, reference, subject_code, goal, participants, hours_wanted,
		session_hours_max, weekly_hours_max, place, starts_on, target_group_code, workplace, tasks, danish_level,
		accommodations, accommodation_note, candidate_wish, work_times)
	select v_need.id, v_need.job_centre_id, v_need.reference, v_need.subject_code, v_need.goal, v_need.participants,
		v_need.hours_wanted, v_need.session_hours_max, v_need.weekly_hours_max, v_need.place, v_need.starts_on,
		case when 'target_group' = any (v_need.shared_fields) then candidate.target_group_code end,
		case when 'workplace' = any (v_need.shared_fields) then v_need.workplace end,
		case when 'workplace' = any (v_need.shared_fields) then v_need.tasks end,
		case when 'danish_level' = any (v_need.shared_fields) then v_need.danish_level end,
		case when 'accommodations' = any (v_need.shared_fields) then v_need.accommodations end,
		case when 'accommodations' = any (v_need.shared_fields) then v_need.accommodation_note end,
		case when 'candidate_wish' = any (v_need.shared_fields) then v_need.candidate_wish end,
		case when 'work_times' = any (v_need.shared_fields) then (
			select jsonb_agg(jsonb_build_object('weekday', weekday, 'starts', starts, 'ends', ends) order by weekday)
			from public.need_work_time where need_id = v_need.id
		) end
	from public.candidate where candidate.id = v_need.candidate_id;
	-- Nothing is asked twice: a need that names a placement is also how the job centre knows of it.
	insert into public.placement (candidate_id, kind, workplace, starts_on)
	select v_need.candidate_id, v_need.placement_kind, v_need.workplace, private.today()
	where v_need.placement_kind is not null and not exists (
		select from public.placement
		where candidate_id = v_need.candidate_id and kind = v_need.placement_kind and ends_on is null
	);
	perform private.record_event('need.submitted', p_id, v_need.job_centre_id);
end $$;

grant execute on function private.save_need_template, private.archive_need_template, private.begin_templated_need
	to authenticated;
create function public.save_need_template(p_id uuid, p_job_centre uuid, p_version integer, p_template jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.save_need_template(p_id, p_job_centre, p_version, p_template)
$$;
create function public.archive_need_template(p_id uuid, p_version integer, p_is_archived boolean)
returns void language sql security invoker set search_path = '' as $$
	select private.archive_need_template(p_id, p_version, p_is_archived)
$$;
create function public.begin_templated_need(p_id uuid, p_job_centre uuid, p_template uuid, p_need jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.begin_templated_need(p_id, p_job_centre, p_template, p_need)
$$;
grant execute on function public.save_need_template, public.archive_need_template, public.begin_templated_need
	to authenticated;
