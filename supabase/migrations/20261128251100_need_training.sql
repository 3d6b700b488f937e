-- What a need asks of the training itself: how it is given, what it must end in, what helps on the way, when it must be done,
-- and the hours of the week that can be used for it.

alter table public.need
	add column good_enough public.free_text check (char_length(good_enough) <= 300),
	add column has_buddy boolean not null default false,
	add column delivery_form text
		check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support', 'online')),
	add column certificate_kind text check (certificate_kind in ('statutory', 'amu')),
	add column support text[] not null default '{}' check (support <@ array['pre_meeting', 'screening', 'education_buddy',
		'interpreter', 'home_practice', 'trade_materials', 'workplace_buddy']),
	add column ends_by date,
	add constraint need_ends_after_start check (ends_by > starts_on);
comment on column public.need.good_enough is 'What the candidate must be able to do for it to be enough.';
comment on column public.need.has_buddy is 'A colleague at the workplace is there for the candidate.';
comment on column public.need.certificate_kind is
	'What it must end in; empty when the certificate of participation, which all training ends in, is enough.';

create table public.need_free_time (
	need_id uuid not null references public.need on delete cascade,
	weekday integer not null check (weekday between 1 and 7),
	starts time not null,
	ends time not null,
	primary key (need_id, weekday, starts),
	constraint need_free_time_in_order check (ends > starts)
);
comment on table public.need_free_time is
	'When training can be; with no row at all, whenever work leaves time for it. Weekday 1 is Monday.';
alter table public.need_free_time enable row level security;
create policy "Free times are seen with their need" on public.need_free_time
	for select to authenticated
	using (exists (select from public.need where need.id = need_free_time.need_id));
grant select on public.need_free_time to authenticated;
-- NOTE: no insert or update. They are saved with their need.

alter table public.need_brief
	add column good_enough public.free_text,
	add column has_buddy boolean,
	add column delivery_form text,
	add column certificate_kind text,
	add column support text[] not null default '{}',
	add column ends_by date,
	add column free_times jsonb;

alter table public.need_template
	add column good_enough public.free_text check (char_length(good_enough) <= 300),
	add column delivery_form text
		check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support', 'online')),
	add column certificate_kind text check (certificate_kind in ('statutory', 'amu')),
	add column support text[] not null default '{}' check (support <@ array['pre_meeting', 'screening', 'education_buddy',
		'interpreter', 'home_practice', 'trade_materials', 'workplace_buddy']);

create or replace function private.save_need(p_id uuid, p_job_centre uuid, p_version integer, p_need jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.need;
	v_alias text;
	v_is_new boolean;
	v_candidate uuid;
	v_version integer;
begin
	if not private.acts_for(p_job_centre, array['broker', 'coordinator']) then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.refuse_cpr(p_need);
	select * into v_old from public.need where id = p_id for update;
	if v_old.id is not null then
		if v_old.job_centre_id <> p_job_centre then
			perform private.refuse(404, 'not_found');
		end if;
		if p_version = 0 and v_old.version = 1 and v_old.owner_id = (select auth.uid()) then
			return jsonb_build_object('id', v_old.id, 'version', v_old.version);
		end if;
		if not private.may_handle_need(v_old) then
			perform private.refuse(403, 'not_allowed');
		end if;
		perform private.refuse_if_stale(p_id, v_old.version, p_version);
		perform private.refuse_unless_state(v_old.state, array['draft']);
	elsif p_version <> 0 then
		perform private.refuse(404, 'not_found');
	end if;
	if p_need ->> 'funding_source_id' is not null and not exists (
		select from public.funding_source
		where id = (p_need ->> 'funding_source_id')::uuid and (job_centre_id is null or job_centre_id = p_job_centre)
	) then
		perform private.refuse(422, 'invalid', '{"field": "funding_source_id", "reason": "unknown"}');
	end if;
	-- A draft that is saved again without an alias keeps the one that it was given.
	v_alias := coalesce(nullif(upper(trim(p_need ->> 'candidate_alias')), ''),
		(select alias from public.candidate where id = v_old.candidate_id));
	v_is_new := not exists (select from public.candidate where job_centre_id = p_job_centre and alias = v_alias);
	v_candidate := private.candidate_for(p_job_centre, v_alias, p_need ->> 'target_group_code', p_id);

	insert into public.need as need (id, job_centre_id, owner_id, reference, candidate_id, participants, workplace,
		placement_kind, tasks, subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, starts_on,
		danish_level, accommodations, accommodation_note, candidate_wish, has_consent, shared_fields,
		funding_source_id, price_ceiling_ore, good_enough, has_buddy, delivery_form, certificate_kind, support, ends_by,
		brought_candidate)
	select p_id, p_job_centre, (select auth.uid()),
		coalesce(v_old.reference, private.next_reference(p_job_centre, 'B')), v_candidate,
		coalesce(input.participants, 1), input.workplace, input.placement_kind, input.tasks, input.subject_code,
		input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max, input.place, input.starts_on,
		input.danish_level, coalesce(input.accommodations, '{}'), input.accommodation_note, input.candidate_wish,
		coalesce(input.has_consent, false), coalesce(input.shared_fields, '{}'), input.funding_source_id,
		input.price_ceiling_ore, input.good_enough, coalesce(input.has_buddy, false), input.delivery_form,
		input.certificate_kind, coalesce(input.support, '{}'), input.ends_by,
		v_is_new or (v_candidate = v_old.candidate_id and v_old.brought_candidate) is true
	from jsonb_populate_record(null::public.need, p_need) input
	on conflict (id) do update set
		candidate_id = excluded.candidate_id, participants = excluded.participants, workplace = excluded.workplace,
		placement_kind = excluded.placement_kind, tasks = excluded.tasks, subject_code = excluded.subject_code,
		goal = excluded.goal, hours_wanted = excluded.hours_wanted, session_hours_max = excluded.session_hours_max,
		weekly_hours_max = excluded.weekly_hours_max, place = excluded.place, starts_on = excluded.starts_on,
		danish_level = excluded.danish_level, accommodations = excluded.accommodations,
		accommodation_note = excluded.accommodation_note, candidate_wish = excluded.candidate_wish,
		has_consent = excluded.has_consent, shared_fields = excluded.shared_fields,
		funding_source_id = excluded.funding_source_id, price_ceiling_ore = excluded.price_ceiling_ore,
		good_enough = excluded.good_enough, has_buddy = excluded.has_buddy, delivery_form = excluded.delivery_form,
		certificate_kind = excluded.certificate_kind, support = excluded.support, ends_by = excluded.ends_by,
		brought_candidate = excluded.brought_candidate,
		version = need.version + 1, updated_at = now()
	returning need.version into v_version;

	-- The candidate that an earlier alias of this draft made was never referred, unless somebody else says so.
	delete from public.candidate
	where v_old.brought_candidate and id = v_old.candidate_id and id <> v_candidate
		and not exists (select from public.need where need.candidate_id = candidate.id)
		and not exists (select from public.placement where placement.candidate_id = candidate.id);

	delete from public.need_work_time where need_id = p_id;
	insert into public.need_work_time (need_id, weekday, starts, ends)
	select p_id, input.weekday, input.starts, input.ends
	from jsonb_populate_recordset(null::public.need_work_time, coalesce(p_need -> 'work_times', '[]')) input;
	delete from public.need_free_time where need_id = p_id;
	insert into public.need_free_time (need_id, weekday, starts, ends)
	select p_id, input.weekday, input.starts, input.ends
	from jsonb_populate_recordset(null::public.need_free_time, coalesce(p_need -> 'free_times', '[]')) input;

	perform private.record_event(case when v_old.id is null then 'need.created' else 'need.changed' end, p_id, p_job_centre);
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

create or replace function private.copy_need(p_id uuid, p_new uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_old public.need;
	v_candidate uuid;
	v_reference text;
begin
	select * into v_old from public.need where id = p_id for update;
	if v_old.id is null or not private.acts_for(v_old.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(v_old.job_centre_id, array['broker', 'coordinator']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if exists (select from public.need where id = p_new and copied_from = p_id and owner_id = (select auth.uid())) then
		return;
	end if;
	if p_new is null or exists (select from public.need where id = p_new) then
		perform private.refuse(422, 'invalid', '{"field": "new_id", "reason": "unknown"}');
	end if;
	v_candidate := private.candidate_for(v_old.job_centre_id, null,
		(select target_group_code from public.candidate where id = v_old.candidate_id), p_new);
	v_reference := private.next_reference(v_old.job_centre_id, 'B');
	-- The candidate's own words and agreement are nobody else's, and a day that has passed is none to begin on.
	insert into public.need (id, job_centre_id, owner_id, reference, candidate_id, brought_candidate, copied_from,
		participants, workplace, placement_kind, tasks, subject_code, goal, hours_wanted, session_hours_max,
		weekly_hours_max, place, starts_on, danish_level, accommodations, accommodation_note, shared_fields,
		funding_source_id, price_ceiling_ore, good_enough, has_buddy, delivery_form, certificate_kind, support, ends_by,
		need_template_id)
	select p_new, v_old.job_centre_id, (select auth.uid()), v_reference, v_candidate, true, p_id,
		v_old.participants, v_old.workplace, v_old.placement_kind, v_old.tasks, v_old.subject_code, v_old.goal,
		v_old.hours_wanted, v_old.session_hours_max, v_old.weekly_hours_max, v_old.place,
		case when v_old.starts_on >= private.today() then v_old.starts_on end, v_old.danish_level, v_old.accommodations,
		v_old.accommodation_note, v_old.shared_fields, (
			select id from public.funding_source
			where id = v_old.funding_source_id and (valid_to is null or private.today() < valid_to)
		), v_old.price_ceiling_ore, v_old.good_enough, v_old.has_buddy, v_old.delivery_form, v_old.certificate_kind,
		v_old.support, case when v_old.starts_on >= private.today() then v_old.ends_by end, (
			select id from public.need_template where id = v_old.need_template_id and not is_archived
		);
	insert into public.need_work_time (need_id, weekday, starts, ends)
	select p_new, weekday, starts, ends from public.need_work_time where need_id = p_id;
	insert into public.need_free_time (need_id, weekday, starts, ends)
	select p_new, weekday, starts, ends from public.need_free_time where need_id = p_id;
	-- The module that it was begun from still holds for the next one, as long as it is in the catalogue.
	insert into public.need_wish
	select (jsonb_populate_record(wish, jsonb_build_object('need_id', p_new))).*
	from public.need_wish wish
	join public.module on module.id = wish.module_id and module.state = 'published'
	where wish.need_id = p_id;
	perform private.record_event('need.copied', p_new, v_old.job_centre_id, null,
		jsonb_build_object('reference', v_old.reference));
end $$;

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
		accommodations, accommodation_note, candidate_wish, work_times, good_enough, delivery_form, certificate_kind,
		support, ends_by, has_buddy, free_times)
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
		) end,
		v_need.good_enough, v_need.delivery_form, v_need.certificate_kind, v_need.support, v_need.ends_by,
		case when 'workplace' = any (v_need.shared_fields) then v_need.has_buddy end,
		case when 'work_times' = any (v_need.shared_fields) then (
			select jsonb_agg(jsonb_build_object('weekday', weekday, 'starts', starts, 'ends', ends) order by weekday, starts)
			from public.need_free_time where need_id = v_need.id
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
		good_enough, delivery_form, certificate_kind, support)
	select p_id, p_job_centre, input.title, coalesce(input.participants, 1), input.workplace, input.placement_kind,
		input.tasks, input.subject_code, input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max,
		input.place, input.funding_source_id, input.price_ceiling_ore, input.good_enough, input.delivery_form,
		input.certificate_kind, coalesce(input.support, '{}')
	from jsonb_populate_record(null::public.need_template, p_template) input
	on conflict (id) do update set
		title = excluded.title, participants = excluded.participants, workplace = excluded.workplace,
		placement_kind = excluded.placement_kind, tasks = excluded.tasks, subject_code = excluded.subject_code,
		goal = excluded.goal, hours_wanted = excluded.hours_wanted, session_hours_max = excluded.session_hours_max,
		weekly_hours_max = excluded.weekly_hours_max, place = excluded.place,
		funding_source_id = excluded.funding_source_id, price_ceiling_ore = excluded.price_ceiling_ore,
		good_enough = excluded.good_enough, delivery_form = excluded.delivery_form,
		certificate_kind = excluded.certificate_kind, support = excluded.support,
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
