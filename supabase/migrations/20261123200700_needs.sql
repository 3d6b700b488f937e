-- What brokers ask for, about whom, and what schools may see of it.

create table public.candidate (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid not null references public.organisation on delete cascade,
	alias text not null check (alias ~ '^K-[0-9]{4,6}$'),
	target_group_code text not null references public.target_group on delete restrict,
	weekly_hours numeric(6,2) check (weekly_hours between 0 and 37),
	referred_on date not null default private.today(),
	unique (job_centre_id, alias)
);
comment on table public.candidate is
	'A citizen, as little as possible: an alias that only the job centre''s own system can resolve, and a target group. Never a name, a number or a diagnosis.';
comment on column public.candidate.weekly_hours is 'Hours of work a week that the candidate manages, as the broker judges it; empty when not known.';
create index candidate_target_group on public.candidate (target_group_code);

create table public.placement (
	id uuid primary key default gen_random_uuid(),
	candidate_id uuid not null references public.candidate on delete cascade,
	kind text not null check (kind in ('internship', 'wage_subsidy', 'small_job', 'job')),
	workplace public.free_text,
	starts_on date not null,
	ends_on date check (ends_on >= starts_on)
);
comment on table public.placement is 'A candidate''s time at a company. Small jobs and jobs are paid; a placement without an end goes on.';
create index placement_candidate on public.placement (candidate_id, kind);

create table public.need (
	id uuid primary key,
	job_centre_id uuid not null references public.organisation on delete cascade,
	owner_id uuid not null references public.profile on delete restrict,
	reference text not null,
	state text not null default 'draft'
		check (state in ('draft', 'open', 'awarded', 'closed_unmet', 'withdrawn', 'completed')),
	version integer not null default 1,
	candidate_id uuid not null references public.candidate on delete restrict,
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
	starts_on date,
	danish_level text check (danish_level in ('none', 'A1', 'A2', 'B1', 'B2', 'C1')),
	accommodations text[] not null default '{}' check (accommodations <@ array['breaks', 'short_sessions', 'quiet_place',
		'fixed_contact', 'oral_instruction', 'visual_support', 'seated_work', 'flexible_attendance', 'interpreter']),
	accommodation_note public.free_text check (char_length(accommodation_note) <= 300),
	candidate_wish public.free_text check (char_length(candidate_wish) <= 500),
	has_consent boolean not null default false,
	shared_fields text[] not null default '{}' check (shared_fields <@ array['target_group', 'workplace', 'danish_level',
		'accommodations', 'candidate_wish', 'work_times']),
	funding_source_id uuid references public.funding_source on delete restrict,
	price_ceiling_ore bigint check (price_ceiling_ore > 0 and price_ceiling_ore <= 100000000),
	close_reason public.free_text check (char_length(close_reason) <= 300),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	submitted_at timestamptz,
	unique (job_centre_id, reference),
	constraint need_session_within_week check (session_hours_max <= weekly_hours_max),
	constraint need_complete_when_sent check (state in ('draft', 'withdrawn') or (
		subject_code is not null and goal is not null and session_hours_max is not null and weekly_hours_max is not null
		and place is not null and starts_on is not null and has_consent
	))
);
comment on table public.need is 'What a candidate needs to learn, as the broker describes it together with candidate and company.';
comment on column public.need.id is 'Chosen by the form, so that sending it twice makes one need.';
comment on column public.need.hours_wanted is 'Hours of the whole course that are wanted; empty means all of it.';
comment on column public.need.session_hours_max is 'The longest time that the candidate manages at once.';
comment on column public.need.has_consent is 'The candidate has agreed to the need and to what is shared with schools.';
comment on column public.need.shared_fields is 'What the candidate agreed that asked schools may see, beside the goal and the hours.';
create index need_job_centre on public.need (job_centre_id, state, updated_at desc);
create index need_owner on public.need (owner_id);
create index need_candidate on public.need (candidate_id);
create index need_subject on public.need (subject_code);
create index need_funding_source on public.need (funding_source_id);

create table public.need_work_time (
	need_id uuid not null references public.need on delete cascade,
	weekday integer not null check (weekday between 1 and 7),
	starts time not null,
	ends time not null,
	primary key (need_id, weekday),
	constraint need_work_time_in_order check (ends > starts)
);
comment on table public.need_work_time is 'When the candidate is at work; upskilling must not stand in the way of it. Weekday 1 is Monday.';

create table public.need_brief (
	need_id uuid primary key references public.need on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	reference text not null,
	subject_code text not null references public.subject on delete restrict,
	goal public.free_text not null,
	participants integer not null,
	hours_wanted numeric(6,2),
	session_hours_max numeric(6,2) not null,
	weekly_hours_max numeric(6,2) not null,
	place text not null,
	starts_on date not null,
	target_group_code text references public.target_group on delete restrict,
	workplace public.free_text,
	tasks public.free_text,
	danish_level text,
	accommodations text[],
	accommodation_note public.free_text,
	candidate_wish public.free_text,
	work_times jsonb
);
comment on table public.need_brief is
	'A need as schools see it: written when the need is sent, with only what the candidate agreed to share. Schools never read the need itself.';
create index need_brief_job_centre on public.need_brief (job_centre_id);
create index need_brief_subject on public.need_brief (subject_code);
create index need_brief_target_group on public.need_brief (target_group_code);

alter table public.candidate enable row level security;
alter table public.placement enable row level security;
alter table public.need enable row level security;
alter table public.need_work_time enable row level security;
alter table public.need_brief enable row level security;

create policy "Candidates are seen by their job centre" on public.candidate
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Placements are seen by the candidate's job centre" on public.placement
	for select to authenticated
	using (exists (select from public.candidate where candidate.id = placement.candidate_id));
create policy "Needs are seen by their job centre" on public.need
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Work times are seen with their need" on public.need_work_time
	for select to authenticated
	using (exists (select from public.need where need.id = need_work_time.need_id));
grant select on public.candidate, public.placement, public.need, public.need_work_time to authenticated;
-- NOTE: no insert or update. Needs are saved and moved by functions; figures fall out of the needs.

create function private.may_handle_need(p_need public.need)
returns boolean language sql stable security definer set search_path = '' as $$
	select private.acts_for(p_need.job_centre_id, array['coordinator'])
		or (p_need.owner_id = (select auth.uid()) and private.acts_for(p_need.job_centre_id, array['broker']))
$$;
comment on function private.may_handle_need is 'The need''s own broker, or a coordinator of the job centre.';

create function private.need_to_handle(p_id uuid)
returns public.need language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
begin
	select * into v_need from public.need where id = p_id for update;
	if v_need.id is null or not private.acts_for(v_need.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.may_handle_need(v_need) then
		perform private.refuse(403, 'not_allowed');
	end if;
	return v_need;
end $$;
comment on function private.need_to_handle is 'Locks a need for the caller, or refuses.';

create function private.candidate_for(p_job_centre uuid, p_alias text, p_target_group text, p_need uuid)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
	v_alias text := nullif(upper(trim(p_alias)), '');
	v_candidate public.candidate;
begin
	if v_alias is not null and v_alias !~ '^K-[0-9]{4,6}$' then
		perform private.refuse(422, 'invalid', '{"field": "candidate_alias", "reason": "not_an_alias"}');
	end if;
	if not exists (
		select from public.target_group
		where code = p_target_group and private.today() >= valid_from and (valid_to is null or private.today() < valid_to)
	) then
		perform private.refuse(422, 'invalid', '{"field": "target_group_code", "reason": "unknown"}');
	end if;
	if v_alias is null then
		insert into private.reference_counter (organisation_id, prefix, year, last)
		values (p_job_centre, 'K', 0, 1)
		on conflict (organisation_id, prefix, year) do update set last = reference_counter.last + 1
		returning 'K-' || lpad(last::text, 4, '0') into v_alias;
	end if;
	insert into public.candidate (job_centre_id, alias, target_group_code)
	values (p_job_centre, v_alias, p_target_group)
	on conflict (job_centre_id, alias) do nothing;
	select * into v_candidate from public.candidate where job_centre_id = p_job_centre and alias = v_alias;
	if v_candidate.target_group_code = p_target_group then
		return v_candidate.id;
	end if;
	-- A draft may correct its own mistake, as long as nothing else is said of the candidate.
	update public.candidate set target_group_code = p_target_group
	where id = v_candidate.id
		and exists (select from public.need where need.id = p_need and need.candidate_id = candidate.id)
		and not exists (select from public.need where need.id <> p_need and need.candidate_id = candidate.id)
		and not exists (select from public.placement where placement.candidate_id = candidate.id);
	if not found then
		perform private.refuse(422, 'invalid', jsonb_build_object(
			'field', 'target_group_code', 'reason', 'candidate_has_other', 'target_group', v_candidate.target_group_code));
	end if;
	return v_candidate.id;
end $$;
comment on function private.candidate_for is 'The candidate with this alias, made when new; without an alias the next free one is given.';

create function private.save_need(p_id uuid, p_job_centre uuid, p_version integer, p_need jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.need;
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
	v_candidate := private.candidate_for(p_job_centre,
		coalesce(nullif(trim(p_need ->> 'candidate_alias'), ''), (select alias from public.candidate where id = v_old.candidate_id)),
		p_need ->> 'target_group_code', p_id);

	insert into public.need as need (id, job_centre_id, owner_id, reference, candidate_id, participants, workplace,
		placement_kind, tasks, subject_code, goal, hours_wanted, session_hours_max, weekly_hours_max, place, starts_on,
		danish_level, accommodations, accommodation_note, candidate_wish, has_consent, shared_fields,
		funding_source_id, price_ceiling_ore)
	select p_id, p_job_centre, (select auth.uid()),
		coalesce(v_old.reference, private.next_reference(p_job_centre, 'B')), v_candidate,
		coalesce(input.participants, 1), input.workplace, input.placement_kind, input.tasks, input.subject_code,
		input.goal, input.hours_wanted, input.session_hours_max, input.weekly_hours_max, input.place, input.starts_on,
		input.danish_level, coalesce(input.accommodations, '{}'), input.accommodation_note, input.candidate_wish,
		coalesce(input.has_consent, false), coalesce(input.shared_fields, '{}'), input.funding_source_id,
		input.price_ceiling_ore
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
		version = need.version + 1, updated_at = now()
	returning need.version into v_version;

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
comment on function private.save_need is
	'Saves a draft, whole or half-filled, by its broker or a coordinator. Takes the columns of need, candidate_alias, target_group_code and work_times. Version 0 makes a new one. Returns id and version.';

create function private.submit_need(p_id uuid, p_version integer)
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
comment on function private.submit_need is 'draft → open, when complete and with the candidate''s consent; writes what schools will see.';

grant execute on function private.save_need, private.submit_need to authenticated;
create function public.save_need(p_id uuid, p_job_centre uuid, p_version integer, p_need jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.save_need(p_id, p_job_centre, p_version, p_need)
$$;
create function public.submit_need(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.submit_need(p_id, p_version) $$;
grant execute on function public.save_need, public.submit_need to authenticated;
