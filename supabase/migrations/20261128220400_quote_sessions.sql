-- When in the week a school would teach, so that it can be held against the candidate's week before anyone chooses.

create table public.quote_session (
	quote_id uuid not null references public.quote on delete cascade,
	weekday integer not null check (weekday between 1 and 7),
	starts time not null,
	ends time not null,
	primary key (quote_id, weekday),
	constraint quote_session_in_order check (ends > starts)
);
comment on table public.quote_session is
	'The week that a quote proposes, day by day; none when the days are agreed later. Weekday 1 is Monday.';

create function private.check_quote_sessions()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_quote public.quote;
	v_week numeric;
	v_longest numeric;
begin
	select * into v_quote from public.quote where id = coalesce(new.quote_id, old.quote_id);
	select sum(extract(epoch from ends - starts)) / 3600, max(extract(epoch from ends - starts)) / 3600
	into v_week, v_longest
	from public.quote_session where quote_id = v_quote.id;
	if v_week <> v_quote.weekly_hours or v_longest > v_quote.session_hours then
		perform private.refuse(422, 'schedule_mismatch', jsonb_build_object('week', round(v_week, 2),
			'weekly_hours', v_quote.weekly_hours, 'longest', round(v_longest, 2), 'session_hours', v_quote.session_hours));
	end if;
	return null;
end $$;
comment on function private.check_quote_sessions is
	'At the end of every transaction the proposed week has the hours a week that the quote says, and no session is longer than it says.';
create constraint trigger quote_session_hours after insert or update or delete on public.quote_session
	deferrable initially deferred for each row execute function private.check_quote_sessions();

alter table public.quote_session enable row level security;
create policy "Sessions are seen with their quote" on public.quote_session
	for select to authenticated
	using (exists (select from public.quote where quote.id = quote_session.quote_id));
grant select on public.quote_session to authenticated;
-- NOTE: no insert or update. The week is sent with its quote.

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
	perform private.refuse_cpr(p_quote - array['lines', 'sessions']);
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
	insert into public.quote_session (quote_id, weekday, starts, ends)
	select p_id, input.weekday, input.starts, input.ends
	from jsonb_populate_recordset(null::public.quote_session, coalesce(nullif(p_quote -> 'sessions', 'null'), '[]')) input;
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
comment on function private.submit_quote is
	'Answers a request with a quote, its lines and, if wanted, its sessions, by the school that was asked, before the date. A live quote is superseded when p_replaces is its version. The lines must add up to total_ore, and the sessions to weekly_hours.';
