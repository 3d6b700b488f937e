-- Where the job centre has chosen so, nobody there reads a quote before all schools have had their say.

alter table public.job_centre add column seals_quotes boolean not null default false;
comment on column public.job_centre.seals_quotes is 'Quotes are sealed unless the broker chooses otherwise when asking.';

alter table public.quote_request add column is_sealed boolean not null default false;
comment on column public.quote_request.is_sealed is
	'Promised to the school when it was asked: the same for all schools of a need, and never changed.';
create index quote_request_sealed on public.quote_request (need_id) where is_sealed and state = 'sent';

create function private.sealed_needs()
returns setof uuid language sql stable security definer set search_path = '' as $$
	select distinct need_id from public.quote_request
	where is_sealed and state = 'sent' and answer_by >= private.today()
$$;
comment on function private.sealed_needs is
	'Needs whose quotes nobody at the job centre may read yet: a school that was asked under seal can still answer. They open when the last one has answered, declined or been let go, or when the date has passed.';

create function private.quotes_are_sealed(p_need uuid)
returns boolean language sql stable security definer set search_path = '' as $$
	select p_need in (select private.sealed_needs())
$$;
comment on function private.quotes_are_sealed is 'Whether the quotes for a need are still sealed.';
grant execute on function private.sealed_needs to authenticated;

drop policy "Quotes are seen by their school and, once sent, the job centre" on public.quote;
create policy "Quotes are seen by their school and, unsealed, the job centre" on public.quote
	for select to authenticated using (
		provider_id in (select private.my_organisations())
		or (state <> 'draft' and job_centre_id in (select private.my_organisations())
			and need_id not in (select private.sealed_needs()))
	);
-- Lines are seen with their quote.

create function private.refuse_sealed_quote()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	if private.quotes_are_sealed(new.need_id) then
		perform private.refuse(409, 'quotes_sealed', jsonb_build_object('answer_by', (
			select max(answer_by) from public.quote_request where need_id = new.need_id and state = 'sent')));
	end if;
	return new;
end $$;
comment on function private.refuse_sealed_quote is 'No quote is accepted before those of the other schools can be read.';
create trigger quote_sealed before update of state on public.quote
	for each row when (new.state = 'accepted' and old.state <> 'accepted') execute function private.refuse_sealed_quote();

drop function public.request_quotes(uuid, jsonb, date);
drop function private.request_quotes(uuid, jsonb, date);
create function private.request_quotes(p_need uuid, p_requests jsonb, p_answer_by date, p_is_sealed boolean default null)
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
			jsonb_build_object('reference', v_need.reference, 'subject', v_need.subject_code, 'answer_by', p_answer_by));
	end loop;
	return v_sent;
exception
	when data_exception then
		perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "unknown"}');
end $$;
comment on function private.request_quotes is
	'Asks schools to quote for an open need before a date; each as {provider_id, module_id or null}. Under seal when it is said, or when the job centre always does; what was said to the first schools holds. Returns how many were asked now.';

create or replace function private.submit_quote(p_request uuid, p_id uuid, p_replaces integer, p_quote jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_request);
	v_need public.need;
	v_live public.quote;
	v_reference text;
begin
	select * into v_need from public.need where id = v_request.need_id;
	-- The same form, sent twice.
	select reference into v_reference from public.quote where id = p_id and quote_request_id = p_request;
	if v_reference is not null then
		return jsonb_build_object('id', p_id, 'reference', v_reference);
	end if;
	perform private.refuse_unless_state(v_need.state, array['open']);
	perform private.refuse_unless_state(v_request.state, array['sent', 'answered']);
	if v_request.answer_by < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('answer_by', v_request.answer_by));
	end if;
	perform private.refuse_cpr(p_quote - 'lines');
	if (p_quote ->> 'valid_until')::date < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "valid_until", "reason": "in_the_past"}');
	end if;
	if (p_quote ->> 'starts_on')::date < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "in_the_past"}');
	end if;
	if jsonb_array_length(coalesce(p_quote -> 'lines', '[]')) = 0 then
		perform private.refuse(422, 'invalid', '{"field": "lines", "reason": "missing"}');
	end if;

	select * into v_live from public.quote
	where quote_request_id = p_request and state in ('submitted', 'accepted') for update;
	if v_live.id is not null then
		if v_live.state = 'accepted' then
			perform private.refuse(409, 'wrong_state', '{"state": "accepted"}');
		end if;
		perform private.refuse_if_stale(v_live.id, v_live.version, p_replaces);
		update public.quote set state = 'superseded', version = version + 1, decided_at = now() where id = v_live.id;
		perform private.record_event('quote.superseded', v_live.id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_live.reference));
	end if;
	v_reference := private.next_reference(v_request.provider_id, 'T');
	insert into public.quote (id, quote_request_id, need_id, job_centre_id, provider_id, module_id, reference, title, hours,
		session_hours, weekly_hours, participants, place, delivery_form, starts_on, valid_until, note, total_ore, version)
	select p_id, p_request, v_need.id, v_need.job_centre_id, v_request.provider_id, input.module_id, v_reference, input.title,
		input.hours, input.session_hours, input.weekly_hours, coalesce(input.participants, v_need.participants),
		input.place, input.delivery_form, input.starts_on, input.valid_until, input.note, input.total_ore,
		coalesce(v_live.version, 0) + 1
	from jsonb_populate_record(null::public.quote, p_quote) input;
	insert into public.quote_line (quote_id, position, kind, model, description, unit_price_ore, quantity)
	select p_id, item.position, line.kind, line.model, line.description, line.unit_price_ore, line.quantity
	from jsonb_array_elements(p_quote -> 'lines') with ordinality as item (value, position),
		jsonb_populate_record(null::public.quote_line, item.value) line;
	set constraints all immediate;
	set constraints all deferred;

	update public.quote_request set state = 'answered', answered_at = now() where id = p_request;
	perform private.record_event(case when v_live.id is null then 'quote.submitted' else 'quote.revised' end, p_id,
		v_need.job_centre_id, v_request.provider_id, jsonb_build_object('need', v_need.id, 'reference', v_reference,
			'request', p_request) || case when v_request.is_sealed then '{}'
			else jsonb_build_object('total_ore', (p_quote ->> 'total_ore')::bigint) end);
	perform private.notify(array[v_need.owner_id], 'quote.submitted', v_need.id, jsonb_build_object(
		'reference', v_need.reference, 'provider', (select name from public.organisation where id = v_request.provider_id)));
	return jsonb_build_object('id', p_id, 'reference', v_reference);
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

create function private.set_quote_rules(p_job_centre uuid, p_version integer, p_request_reminder_days integer, p_seals_quotes boolean)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
begin
	if (v_job_centre.request_reminder_days, v_job_centre.seals_quotes) = (p_request_reminder_days, p_seals_quotes) then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'settings.changed', v_job_centre.version, p_version);
	if p_request_reminder_days is null or p_request_reminder_days not between 0 and 30 then
		perform private.refuse(422, 'invalid', '{"field": "request_reminder_days", "reason": "not_valid"}');
	end if;
	if p_seals_quotes is null then
		perform private.refuse(422, 'invalid', '{"field": "seals_quotes", "reason": "missing"}');
	end if;
	update public.job_centre
	set request_reminder_days = p_request_reminder_days, seals_quotes = p_seals_quotes, version = version + 1
	where organisation_id = p_job_centre;
	perform private.record_event('settings.changed', p_job_centre, p_job_centre, null, jsonb_build_object(
		'request_reminder_days', jsonb_build_object('from', v_job_centre.request_reminder_days, 'to', p_request_reminder_days),
		'seals_quotes', jsonb_build_object('from', v_job_centre.seals_quotes, 'to', p_seals_quotes)));
end $$;
comment on function private.set_quote_rules is
	'Sets how a job centre asks for quotes: when schools are reminded, and whether quotes are sealed.';

grant execute on function private.request_quotes, private.set_quote_rules to authenticated;
create function public.request_quotes(p_need uuid, p_requests jsonb, p_answer_by date, p_is_sealed boolean default null)
returns integer language sql security invoker set search_path = '' as $$
	select private.request_quotes(p_need, p_requests, p_answer_by, p_is_sealed)
$$;
create function public.set_quote_rules(p_job_centre uuid, p_version integer, p_request_reminder_days integer, p_seals_quotes boolean)
returns void language sql security invoker set search_path = '' as $$
	select private.set_quote_rules(p_job_centre, p_version, p_request_reminder_days, p_seals_quotes)
$$;
grant execute on function public.request_quotes, public.set_quote_rules to authenticated;
