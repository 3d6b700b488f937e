-- A draft whose alias is corrected takes the candidate along that the wrong alias made; it counted as referred.

alter table public.need add column brought_candidate boolean not null default false;
comment on column public.need.brought_candidate is
	'Whether the candidate was made together with this need; a candidate that was known before stays when the alias is corrected.';

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
		funding_source_id, price_ceiling_ore, brought_candidate)
	select p_id, p_job_centre, (select auth.uid()),
		coalesce(v_old.reference, private.next_reference(p_job_centre, 'B')), v_candidate,
		coalesce(input.participants, 1), input.workplace, input.placement_kind, input.tasks, input.subject_code,
		input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max, input.place, input.starts_on,
		input.danish_level, coalesce(input.accommodations, '{}'), input.accommodation_note, input.candidate_wish,
		coalesce(input.has_consent, false), coalesce(input.shared_fields, '{}'), input.funding_source_id,
		input.price_ceiling_ore, v_is_new or (v_candidate = v_old.candidate_id and v_old.brought_candidate) is true
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
