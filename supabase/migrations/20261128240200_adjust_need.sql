-- As long as no school has been asked, an open need may give way on one thing, as a suggestion says.

create function private.adjust_need(p_id uuid, p_version integer, p_change jsonb)
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
		'weekly_hours_max', 'hours_wanted', 'place', 'price_ceiling_ore'] <> '{}' then
		perform private.refuse(422, 'invalid', '{"field": "change", "reason": "unknown"}');
	end if;
	v_new := jsonb_populate_record(v_need, p_change);
	update public.need set session_hours_max = v_new.session_hours_max, weekly_hours_max = v_new.weekly_hours_max,
		hours_wanted = v_new.hours_wanted, place = v_new.place, price_ceiling_ore = v_new.price_ceiling_ore,
		version = version + 1, updated_at = now()
	where id = p_id;
	update public.need_brief set session_hours_max = v_new.session_hours_max, weekly_hours_max = v_new.weekly_hours_max,
		hours_wanted = v_new.hours_wanted, place = v_new.place
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
comment on function private.adjust_need is
	'Changes hours, place or ceiling of an open need that no school has been asked about, by its broker or a coordinator. Takes the columns that change; schools that are asked later see the new brief.';
grant execute on function private.adjust_need to authenticated;

create function public.adjust_need(p_id uuid, p_version integer, p_change jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.adjust_need(p_id, p_version, p_change)
$$;
grant execute on function public.adjust_need to authenticated;
