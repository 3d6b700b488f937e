-- When no module fits, the schools that teach the subject are asked openly, all at once, and the coordinator hears of it.

create function private.schools_of(p_need public.need)
returns setof uuid language sql stable security definer set search_path = '' as $$
	with nearby as (
		select school.id, exists (
			select from public.module
			where module.provider_id = school.id and module.subject_code = p_need.subject_code
				and module.state in ('published', 'paused')
		) as teaches
		from public.organisation school
		join public.municipality on municipality.code = school.municipality_code
		where school.kind = 'provider' and municipality.region = (
			select own.region from public.organisation job_centre
			join public.municipality own on own.code = job_centre.municipality_code
			where job_centre.id = p_need.job_centre_id
		)
	)
	select id from nearby where teaches or not exists (select from nearby others where others.teaches)
$$;
comment on function private.schools_of is
	'The schools of the job centre''s region that teach the need''s subject; all of the region when none does.';

create function private.ask_openly(p_need uuid, p_answer_by date)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_sent integer;
begin
	if exists (select from private.fit(v_need, 1, 0) best where best.blocks = 0) then
		perform private.refuse(409, 'modules_fit');
	end if;
	v_sent := private.request_quotes(p_need, (
		select coalesce(jsonb_agg(jsonb_build_object('provider_id', school, 'module_id', null)), '[]')
		from private.schools_of(v_need) school
	), p_answer_by);
	if v_sent > 0 then
		perform private.record_event('need.asked_openly', p_need, v_need.job_centre_id, null,
			jsonb_build_object('reference', v_need.reference));
		perform private.notify(private.people_of(v_need.job_centre_id, array['coordinator']), 'need.asked_openly', p_need,
			jsonb_build_object('reference', v_need.reference, 'subject', v_need.subject_code, 'schools', v_sent));
	end if;
	return v_sent;
end $$;
comment on function private.ask_openly is
	'Asks every school of the subject in the region openly, before a date, when no module fits; the coordinators are told. Returns how many were asked now.';
grant execute on function private.ask_openly to authenticated;

create function public.ask_openly(p_need uuid, p_answer_by date)
returns integer language sql security invoker set search_path = '' as $$
	select private.ask_openly(p_need, p_answer_by)
$$;
grant execute on function public.ask_openly to authenticated;
