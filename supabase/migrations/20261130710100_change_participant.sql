-- What one of several candidates manages can be said anew. It could only be said when they were added, and of the need's own
-- candidate never again, so that a level of Danish that a template asks for could stay unknown.

create function private.change_participant(p_need uuid, p_version integer, p_id uuid, p_limits jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_old public.need_participant;
	v_new public.need_participant;
begin
	select * into v_old from public.need_participant where id = p_id and need_id = p_need;
	if v_old.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	v_new := jsonb_populate_record(v_old, jsonb_build_object('session_hours_max', p_limits -> 'session_hours_max',
		'weekly_hours_max', p_limits -> 'weekly_hours_max', 'danish_level', p_limits -> 'danish_level'));
	if v_new is not distinct from v_old then
		return;
	end if;
	perform private.refuse_if_stale(p_need, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['draft']);
	update public.need_participant
	set session_hours_max = v_new.session_hours_max, weekly_hours_max = v_new.weekly_hours_max, danish_level = v_new.danish_level
	where id = p_id;
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
comment on function private.change_participant is
	'Says anew what a candidate of a draft for several manages, the need''s own among them. The need then asks for what all of them manage.';

create function public.change_participant(p_need uuid, p_version integer, p_id uuid, p_limits jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.change_participant(p_need, p_version, p_id, p_limits)
$$;
grant execute on function private.change_participant, public.change_participant to authenticated;
