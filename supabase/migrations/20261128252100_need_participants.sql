-- Several candidates may learn the same together, each with limits of their own. What the need asks of a school is what all
-- of them manage.

create table public.need_participant (
	id uuid primary key,
	need_id uuid not null references public.need on delete cascade,
	candidate_id uuid not null references public.candidate on delete restrict,
	session_hours_max numeric(6,2)
		check (session_hours_max > 0 and session_hours_max <= 12 and session_hours_max * 20 = trunc(session_hours_max * 20)),
	weekly_hours_max numeric(6,2)
		check (weekly_hours_max > 0 and weekly_hours_max <= 37 and weekly_hours_max * 20 = trunc(weekly_hours_max * 20)),
	danish_level text check (danish_level in ('none', 'A1', 'A2', 'B1', 'B2', 'C1')),
	brought_candidate boolean not null default false,
	added_at timestamptz not null default clock_timestamp(),
	unique (need_id, candidate_id),
	constraint need_participant_session_within_week check (session_hours_max <= weekly_hours_max)
);
comment on table public.need_participant is
	'The candidates of a need that is about several, the need''s own among them; none when it is about one.';
comment on column public.need_participant.id is 'Chosen by the form, so that sending it twice adds one.';
comment on column public.need_participant.brought_candidate is 'Whether the candidate was made when it was added here.';
create index need_participant_candidate on public.need_participant (candidate_id);
alter table public.need_participant enable row level security;
create policy "Candidates of a need are seen with it" on public.need_participant
	for select to authenticated
	using (exists (select from public.need where need.id = need_participant.need_id));
grant select on public.need_participant to authenticated;
-- NOTE: no insert or update. Candidates are added and removed by functions, which keep the need to what all manage.

alter table public.need_brief add column participant_limits jsonb;
comment on column public.need_brief.participant_limits is
	'What each of several participants manages, without saying who is who; null when there is one, or none is named.';

create function private.settle_participants(p_need uuid)
returns void language sql security definer set search_path = '' as $$
	update public.need
	set participants = named.count, session_hours_max = named.session_hours_max,
		weekly_hours_max = named.weekly_hours_max, danish_level = named.danish_level
	from (
		select count(*)::integer as count, min(session_hours_max) as session_hours_max,
			min(weekly_hours_max) as weekly_hours_max,
			-- One whose level is not known may have the lowest.
			case when bool_and(danish_level is not null) then (array['none', 'A1', 'A2', 'B1', 'B2', 'C1'])[
				min(array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], danish_level))] end as danish_level
		from public.need_participant where need_id = p_need
	) named
	where need.id = p_need and named.count > 0
$$;
comment on function private.settle_participants is
	'Keeps a need that is about several to what all of them manage: the shortest sessions and weeks, the lowest level of Danish.';

create function private.limits_of_participants(p_need uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
	select jsonb_agg(jsonb_build_object('session_hours_max', need_participant.session_hours_max,
		'weekly_hours_max', need_participant.weekly_hours_max,
		'danish_level', case when 'danish_level' = any (need.shared_fields) then need_participant.danish_level end)
		order by need_participant.session_hours_max, need_participant.weekly_hours_max, need_participant.danish_level)
	from public.need_participant
	join public.need on need.id = need_participant.need_id
	where need.id = p_need
$$;
comment on function private.limits_of_participants is
	'What each of several candidates manages, as schools see it: by what it is and not by who, and the Danish only when it is shared.';

create function private.add_participant(p_need uuid, p_version integer, p_id uuid, p_candidate jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_alias text := nullif(upper(trim(p_candidate ->> 'candidate_alias')), '');
	v_is_new boolean;
	v_candidate uuid;
begin
	if exists (select from public.need_participant where id = p_id and need_id = p_need) then
		return;
	end if;
	perform private.refuse_if_stale(p_need, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['draft']);
	perform private.refuse_cpr(p_candidate);
	if (select count(*) from public.need_participant where need_id = p_need) >= 20 then
		perform private.refuse(422, 'invalid', '{"field": "candidate_alias", "reason": "too_many"}');
	end if;
	v_is_new := not exists (
		select from public.candidate where job_centre_id = v_need.job_centre_id and alias = v_alias);
	v_candidate := private.candidate_for(v_need.job_centre_id, v_alias, p_candidate ->> 'target_group_code', p_need);
	if v_candidate = v_need.candidate_id
		or exists (select from public.need_participant where need_id = p_need and candidate_id = v_candidate) then
		perform private.refuse(422, 'invalid', '{"field": "candidate_alias", "reason": "added_before"}');
	end if;
	-- The need's own candidate keeps the limits that the need had while it was about nobody else.
	if not exists (select from public.need_participant where need_id = p_need) then
		insert into public.need_participant (id, need_id, candidate_id, session_hours_max, weekly_hours_max, danish_level)
		values (gen_random_uuid(), p_need, v_need.candidate_id, v_need.session_hours_max, v_need.weekly_hours_max,
			v_need.danish_level);
	end if;
	insert into public.need_participant (id, need_id, candidate_id, session_hours_max, weekly_hours_max, danish_level,
		brought_candidate)
	select p_id, p_need, v_candidate, input.session_hours_max, input.weekly_hours_max, input.danish_level, v_is_new
	from jsonb_populate_record(null::public.need_participant, p_candidate) input;
	perform private.settle_participants(p_need);
	update public.need set version = version + 1, updated_at = now() where id = p_need;
	perform private.record_event('need.changed', p_need, v_need.job_centre_id);
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
comment on function private.add_participant is
	'Adds a candidate to a draft, with a target group and own limits, under the id that the form chose; at most twenty. The need then asks for what all of them manage.';

create function private.remove_participant(p_need uuid, p_version integer, p_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_gone public.need_participant;
begin
	if not exists (select from public.need_participant where id = p_id and need_id = p_need) then
		return;
	end if;
	perform private.refuse_if_stale(p_need, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['draft']);
	delete from public.need_participant where id = p_id and candidate_id <> v_need.candidate_id returning * into v_gone;
	if v_gone.id is null then
		perform private.refuse(422, 'invalid', '{"field": "id", "reason": "own_candidate"}');
	end if;
	perform private.settle_participants(p_need);
	-- The last one is the need's own again, with own limits, and the need is about one.
	delete from public.need_participant
	where need_id = p_need and (select count(*) from public.need_participant where need_id = p_need) = 1;
	delete from public.candidate
	where v_gone.brought_candidate and id = v_gone.candidate_id
		and not exists (select from public.need where need.candidate_id = candidate.id)
		and not exists (select from public.need_participant where need_participant.candidate_id = candidate.id)
		and not exists (select from public.placement where placement.candidate_id = candidate.id);
	update public.need set version = version + 1, updated_at = now() where id = p_need;
	perform private.record_event('need.changed', p_need, v_need.job_centre_id);
end $$;
comment on function private.remove_participant is
	'Removes a candidate that was added to a draft; one that nothing else is said of is forgotten. Asked twice, it removes one.';

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

	-- Limits that the form shows for several are those of all, and not of the need's own candidate.
	update public.need_participant set candidate_id = v_candidate
	where need_id = p_id and candidate_id = v_old.candidate_id and v_candidate <> v_old.candidate_id;
	perform private.settle_participants(p_id);

	-- The candidate that an earlier alias of this draft made was never referred, unless somebody else says so.
	delete from public.candidate
	where v_old.brought_candidate and id = v_old.candidate_id and id <> v_candidate
		and not exists (select from public.need where need.candidate_id = candidate.id)
		and not exists (select from public.need_participant where need_participant.candidate_id = candidate.id)
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
		support, ends_by, has_buddy, free_times, participant_limits)
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
		) end,
		private.limits_of_participants(v_need.id)
	from public.candidate where candidate.id = v_need.candidate_id;
	-- Nothing is asked twice: a need that names a placement is also how the job centre knows of it.
	insert into public.placement (candidate_id, kind, workplace, starts_on)
	select named.id, v_need.placement_kind, v_need.workplace, private.today()
	from (
		select v_need.candidate_id as id
		union
		select candidate_id from public.need_participant where need_id = v_need.id
	) named
	where v_need.placement_kind is not null and not exists (
		select from public.placement
		where candidate_id = named.id and kind = v_need.placement_kind and ends_on is null
	);
	perform private.record_event('need.submitted', p_id, v_need.job_centre_id);
end $$;

create or replace function private.adjust_need(p_id uuid, p_version integer, p_change jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_id);
	v_new public.need;
begin
	if jsonb_typeof(p_change) = 'object' and p_change <> '{}' and to_jsonb(v_need) @> p_change then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['open']);
	if exists (select from public.quote_request where need_id = p_id and state in ('sent', 'answered')) then
		perform private.refuse(409, 'schools_asked');
	end if;
	if jsonb_typeof(p_change) is distinct from 'object' or p_change = '{}' or p_change - array['session_hours_max',
		'weekly_hours_max', 'hours_wanted', 'place', 'price_ceiling_ore', 'certificate_kind'] <> '{}' then
		perform private.refuse(422, 'invalid', '{"field": "change", "reason": "unknown"}');
	end if;
	v_new := jsonb_populate_record(v_need, p_change);
	-- Whoever managed less has agreed to manage as much.
	update public.need_participant
	set session_hours_max = greatest(session_hours_max, v_new.session_hours_max),
		weekly_hours_max = greatest(weekly_hours_max, v_new.weekly_hours_max)
	where need_id = p_id;
	update public.need set session_hours_max = v_new.session_hours_max, weekly_hours_max = v_new.weekly_hours_max,
		hours_wanted = v_new.hours_wanted, place = v_new.place, price_ceiling_ore = v_new.price_ceiling_ore,
		certificate_kind = v_new.certificate_kind, version = version + 1, updated_at = now()
	where id = p_id;
	update public.need_brief set session_hours_max = v_new.session_hours_max, weekly_hours_max = v_new.weekly_hours_max,
		hours_wanted = v_new.hours_wanted, place = v_new.place, certificate_kind = v_new.certificate_kind,
		participant_limits = private.limits_of_participants(p_id)
	where need_id = p_id;
	perform private.record_event('need.adjusted', p_id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference, 'change', p_change));
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

create or replace view public.candidate_row with (security_invoker = true) as
select candidate.id as candidate_id, candidate.job_centre_id, candidate.alias, candidate.target_group_code,
	target_group.reporting_group_code, candidate.weekly_hours, candidate.referred_on,
	exists (select from public.placement where placement.candidate_id = candidate.id) as is_placed,
	exists (
		select from public.placement
		where placement.candidate_id = candidate.id and placement.kind in ('wage_subsidy', 'small_job', 'job')
	) as is_in_job,
	exists (
		select from public.placement
		where placement.candidate_id = candidate.id and placement.kind in ('wage_subsidy', 'small_job', 'job')
			and coalesce(placement.ends_on, private.today()) >= (placement.starts_on + interval '6 months')
	) as is_in_job_after_six_months,
	exists (
		select from public.need join public.engagement on engagement.need_id = need.id
		where need.candidate_id = candidate.id and engagement.started_on is not null
	) or exists (
		select from public.need_participant join public.engagement on engagement.need_id = need_participant.need_id
		where need_participant.candidate_id = candidate.id and engagement.started_on is not null
	) as is_upskilled
from public.candidate
join public.target_group on target_group.code = candidate.target_group_code;

grant execute on function private.add_participant, private.remove_participant to authenticated;
create function public.add_participant(p_need uuid, p_version integer, p_id uuid, p_candidate jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.add_participant(p_need, p_version, p_id, p_candidate)
$$;
create function public.remove_participant(p_need uuid, p_version integer, p_id uuid)
returns void language sql security invoker set search_path = '' as $$
	select private.remove_participant(p_need, p_version, p_id)
$$;
grant execute on function public.add_participant, public.remove_participant to authenticated;
