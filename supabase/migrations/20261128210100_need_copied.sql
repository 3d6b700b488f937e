-- A need goes on: copied for somebody else, handed to a colleague, or asked again when nobody could meet it.

alter table public.need add column copied_from uuid references public.need on delete set null;
comment on column public.need.copied_from is 'The need whose answers this one began with.';
create index need_copied_from on public.need (copied_from);

create function private.copy_need(p_id uuid, p_new uuid)
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
		funding_source_id, price_ceiling_ore)
	select p_new, v_old.job_centre_id, (select auth.uid()), v_reference, v_candidate, true, p_id,
		v_old.participants, v_old.workplace, v_old.placement_kind, v_old.tasks, v_old.subject_code, v_old.goal,
		v_old.hours_wanted, v_old.session_hours_max, v_old.weekly_hours_max, v_old.place,
		case when v_old.starts_on >= private.today() then v_old.starts_on end, v_old.danish_level, v_old.accommodations,
		v_old.accommodation_note, v_old.shared_fields, (
			select id from public.funding_source
			where id = v_old.funding_source_id and (valid_to is null or private.today() < valid_to)
		), v_old.price_ceiling_ore;
	insert into public.need_work_time (need_id, weekday, starts, ends)
	select p_new, weekday, starts, ends from public.need_work_time where need_id = p_id;
	perform private.record_event('need.copied', p_new, v_old.job_centre_id, null,
		jsonb_build_object('reference', v_old.reference));
end $$;
comment on function private.copy_need is
	'Makes a draft with the id that the form chose from any need of the job centre, for a candidate of their own: all that the old one says but the candidate''s wish and consent, and dates that have passed. Asked twice, it makes one.';

create function private.hand_over_need(p_id uuid, p_version integer, p_to uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
begin
	select * into v_need from public.need where id = p_id for update;
	-- Whoever handed it over does not own it any longer, and may ask twice for the same.
	if v_need.owner_id = p_to and private.acts_for(v_need.job_centre_id, array['broker', 'coordinator']) then
		return;
	end if;
	v_need := private.need_to_handle(p_id);
	perform private.refuse_if_stale(p_id, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['draft', 'open', 'awarded']);
	if not exists (
		select from public.membership
		where user_id = p_to and organisation_id = v_need.job_centre_id and role in ('broker', 'coordinator')
	) then
		perform private.refuse(422, 'invalid', '{"field": "to", "reason": "unknown"}');
	end if;
	update public.need set owner_id = p_to, version = version + 1, updated_at = now() where id = p_id;
	perform private.record_event('need.handed_over', p_id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	perform private.notify(array[p_to], 'need.handed_over', p_id, jsonb_build_object('reference', v_need.reference));
	perform private.notify(array[v_need.owner_id], 'need.handed_on', p_id,
		jsonb_build_object('reference', v_need.reference));
end $$;
comment on function private.hand_over_need is
	'Gives a need that goes on to another broker or coordinator of the job centre, by its own broker or a coordinator. Who gets it is told, and so is who had it when a coordinator moves it.';

create function private.ask_again(p_id uuid, p_version integer, p_providers uuid[], p_answer_by date, p_starts_on date)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_id);
	v_requests jsonb;
begin
	if v_need.state = 'open' and v_need.version = p_version + 1 and not exists (
		select from unnest(p_providers) provider (id)
		where not exists (
			select from public.quote_request where need_id = p_id and provider_id = provider.id and state = 'sent'
		)
	) then
		return cardinality(p_providers);
	end if;
	perform private.refuse_if_stale(p_id, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['closed_unmet', 'open']);
	if exists (select from public.quote_request where need_id = p_id and state = 'sent')
		or exists (select from public.quote where need_id = p_id and state in ('submitted', 'accepted')) then
		perform private.refuse(409, 'round_goes_on');
	end if;
	if coalesce(p_starts_on, v_need.starts_on) < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "in_the_past"}');
	end if;
	select jsonb_agg(jsonb_build_object('provider_id', request.provider_id, 'module_id', module.id)) into v_requests
	from public.quote_request request
	left join public.module on module.id = request.module_id and module.state = 'published'
	where request.need_id = p_id and request.provider_id = any (p_providers);
	if coalesce(jsonb_array_length(v_requests), 0) is distinct from cardinality(p_providers) then
		perform private.refuse(422, 'invalid', '{"field": "providers", "reason": "unknown"}');
	end if;
	update public.need set state = 'open', close_reason = null, starts_on = coalesce(p_starts_on, starts_on),
		version = version + 1, updated_at = now()
	where id = p_id;
	update public.need_brief set starts_on = coalesce(p_starts_on, starts_on) where need_id = p_id;
	perform private.record_event('need.asked_again', p_id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	-- What they answered the last time stays in the history; the request is theirs to answer afresh.
	update public.quote_request
	set state = 'withdrawn', decline_reason_code = null, decline_reason = null, answered_at = null
	where need_id = p_id and provider_id = any (p_providers);
	return case when p_providers = '{}' then 0 else private.request_quotes(p_id, v_requests, p_answer_by) end;
end $$;
comment on function private.ask_again is
	'closed_unmet → open, or open with nobody left to answer: asks these schools of the last round once more, with a new date to answer by and, if given, a new earliest start. Returns how many were asked; none are asked when none are named.';

grant execute on function private.copy_need, private.hand_over_need, private.ask_again to authenticated;
create function public.copy_need(p_id uuid, p_new uuid)
returns void language sql security invoker set search_path = '' as $$ select private.copy_need(p_id, p_new) $$;
create function public.hand_over_need(p_id uuid, p_version integer, p_to uuid)
returns void language sql security invoker set search_path = '' as $$
	select private.hand_over_need(p_id, p_version, p_to)
$$;
create function public.ask_again(p_id uuid, p_version integer, p_providers uuid[], p_answer_by date, p_starts_on date)
returns integer language sql security invoker set search_path = '' as $$
	select private.ask_again(p_id, p_version, p_providers, p_answer_by, p_starts_on)
$$;
grant execute on function public.copy_need, public.hand_over_need, public.ask_again to authenticated;
