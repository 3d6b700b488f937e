-- A template also knows the hours at work and what usually helps there. The hours are the workplace's. The hours that
-- training can use are a person's, and are in no template.

alter table public.need_template add column accommodations text[] not null default '{}'
	check (accommodations <@ array['breaks', 'short_sessions', 'quiet_place', 'fixed_contact', 'oral_instruction',
		'visual_support', 'seated_work', 'flexible_attendance', 'interpreter']);
comment on column public.need_template.accommodations is
	'What usually helps in work of this kind, from the list and never in free words. Not copied from a need, where they tell about a person.';

create table public.need_template_work_time (
	need_template_id uuid not null references public.need_template on delete cascade,
	weekday integer not null check (weekday between 1 and 7),
	starts time not null,
	ends time not null,
	primary key (need_template_id, weekday),
	constraint need_template_work_time_in_order check (ends > starts)
);
comment on table public.need_template_work_time is
	'The hours at work that needs begun from a template begin with. Weekday 1 is Monday.';
alter table public.need_template_work_time enable row level security;
create policy "Work times of templates are seen with their template" on public.need_template_work_time
	for select to authenticated
	using (exists (select from public.need_template where need_template.id = need_template_work_time.need_template_id));
grant select on public.need_template_work_time to authenticated;
-- NOTE: no insert or update. They are saved with their template.

create or replace function private.save_need_template(p_id uuid, p_job_centre uuid, p_version integer, p_template jsonb)
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
		subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, funding_source_id, price_ceiling_ore,
		good_enough, delivery_form, certificate_kind, support, accommodations)
	select p_id, p_job_centre, input.title, coalesce(input.participants, 1), input.workplace, input.placement_kind,
		input.tasks, input.subject_code, input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max,
		input.place, input.funding_source_id, input.price_ceiling_ore, input.good_enough, input.delivery_form,
		input.certificate_kind, coalesce(input.support, '{}'), coalesce(input.accommodations, '{}')
	from jsonb_populate_record(null::public.need_template, p_template) input
	on conflict (id) do update set
		title = excluded.title, participants = excluded.participants, workplace = excluded.workplace,
		placement_kind = excluded.placement_kind, tasks = excluded.tasks, subject_code = excluded.subject_code,
		goal = excluded.goal, hours_wanted = excluded.hours_wanted, session_hours_max = excluded.session_hours_max,
		weekly_hours_max = excluded.weekly_hours_max, place = excluded.place,
		funding_source_id = excluded.funding_source_id, price_ceiling_ore = excluded.price_ceiling_ore,
		good_enough = excluded.good_enough, delivery_form = excluded.delivery_form,
		certificate_kind = excluded.certificate_kind, support = excluded.support,
		accommodations = excluded.accommodations,
		version = template.version + 1, updated_at = now()
	returning template.version into v_version;
	delete from public.need_template_work_time where need_template_id = p_id;
	insert into public.need_template_work_time (need_template_id, weekday, starts, ends)
	select p_id, input.weekday, input.starts, input.ends
	from jsonb_populate_recordset(null::public.need_template_work_time, coalesce(p_template -> 'work_times', '[]')) input;
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
	'Saves a template, by the job centre''s coordinator. Takes its columns, its work_times and its fields, a list of field, help and is_required. Version 0 makes a new one. Returns id and version.';
