-- Whoever tells people of anything looked up who asks about what, in case it was a request. Where schools are asked, that is known.

create or replace function private.request_quotes(p_need uuid, p_requests jsonb, p_answer_by date, p_is_sealed boolean default null)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_request record;
	v_id uuid;
	v_sent integer := 0;
	-- What the first schools were promised holds for the others.
	v_is_sealed boolean := coalesce(
		(select is_sealed from public.quote_request where need_id = p_need limit 1), p_is_sealed,
		(select seals_quotes from public.job_centre where organisation_id = v_need.job_centre_id), false);
	v_asked constant jsonb := (
		select jsonb_build_object('job_centre', organisation.name, 'subject_da', subject.name_da, 'subject_en', subject.name_en)
		from public.organisation, public.subject
		where organisation.id = v_need.job_centre_id and subject.code = v_need.subject_code
	);
begin
	perform private.refuse_unless_state(v_need.state, array['open']);
	if p_answer_by is null or p_answer_by < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "answer_by", "reason": "in_the_past"}');
	end if;
	if jsonb_typeof(p_requests) is distinct from 'array' or p_requests = '[]' then
		perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "none_chosen"}');
	end if;
	for v_request in
		select distinct on (input.provider_id) input.provider_id, input.module_id
		from jsonb_to_recordset(p_requests) input (provider_id uuid, module_id uuid)
		order by input.provider_id, input.module_id
	loop
		if not exists (select from public.organisation where id = v_request.provider_id and kind = 'provider')
			or (v_request.module_id is not null and not exists (
				select from public.module
				where id = v_request.module_id and provider_id = v_request.provider_id and state = 'published'
			)) then
			perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "unknown"}');
		end if;
		-- Asked already is asked; a school that was asked, let the date pass or was let go, may be asked again.
		insert into public.quote_request as request (need_id, job_centre_id, provider_id, module_id, answer_by, is_sealed)
		values (p_need, v_need.job_centre_id, v_request.provider_id, v_request.module_id, p_answer_by, v_is_sealed)
		on conflict (need_id, provider_id) do update
			set state = 'sent', answer_by = excluded.answer_by, module_id = excluded.module_id, sent_at = now()
			where request.state in ('expired', 'withdrawn')
		returning request.id into v_id;
		continue when not found;
		v_sent := v_sent + 1;
		perform private.record_event('quote_request.sent', v_id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', p_need, 'reference', v_need.reference));
		perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'quote_request.sent', v_id,
			v_asked || jsonb_build_object('reference', v_need.reference, 'answer_by', p_answer_by));
	end loop;
	return v_sent;
exception
	when data_exception then
		perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "unknown"}');
end $$;

create or replace function private.notify(p_users uuid[], p_kind text, p_subject uuid, p_params jsonb default '{}')
returns void language sql security definer set search_path = '' as $$
	with receiver as (
		select distinct person as user_id from unnest(p_users) person
		where person is distinct from (select auth.uid())
	), notified as (
		insert into public.notification (user_id, kind, subject_id, params)
		select receiver.user_id, p_kind, p_subject, p_params from receiver
	)
	insert into public.outbox (to_user_id, kind, params)
	select receiver.user_id, p_kind, p_params || jsonb_build_object('subject_id', p_subject) from receiver
$$;

drop function private.what_is_asked(text, uuid);
