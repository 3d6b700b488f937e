-- A date that has passed is told as that, whether or not time has made its move: until then the same answer or
-- acceptance was told the date, and after it only that the request or the quote was not what it had been.

create function private.refuse_if_late(p_request public.quote_request)
returns void language plpgsql stable set search_path = '' as $$
begin
	if p_request.state in ('sent', 'answered', 'expired') and p_request.answer_by < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('answer_by', p_request.answer_by));
	end if;
end $$;
comment on function private.refuse_if_late is 'Refuses an answer after the date that it was asked by, and says which date that was.';

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
	perform private.refuse_if_late(v_request);
	perform private.refuse_unless_state(v_request.state, array['sent', 'answered']);
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

create or replace function private.decline_request(p_id uuid, p_reason_code text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_id);
	v_need public.need;
	v_reason text;
begin
	if v_request.state = 'declined' then
		return;
	end if;
	perform private.refuse_if_late(v_request);
	perform private.refuse_unless_state(v_request.state, array['sent']);
	if p_reason_code is null or p_reason_code not in ('no_teacher', 'too_short_notice', 'too_few_hours',
		'not_our_subject', 'cannot_adapt', 'other') then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	v_reason := private.words('reason', p_reason, 300, p_reason_code = 'other');
	update public.quote_request
	set state = 'declined', decline_reason_code = p_reason_code, decline_reason = v_reason, answered_at = now()
	where id = p_id;
	select * into v_need from public.need where id = v_request.need_id;
	perform private.record_event('quote_request.declined', p_id, v_request.job_centre_id, v_request.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_need.reference, 'reason_code', p_reason_code));
	perform private.notify(array[v_need.owner_id], 'quote_request.declined', v_need.id,
		jsonb_build_object('reference', v_need.reference,
			'provider', (select name from public.organisation where id = v_request.provider_id)));
end $$;

create or replace function private.take_quote(
	p_id uuid, p_version integer, p_funding_source uuid, p_reason_code text, p_reason text
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_quote public.quote;
	v_need public.need;
	v_order public.purchase_order;
	v_reason text;
	v_why text[];
begin
	select * into v_quote from public.quote where id = p_id and state <> 'draft';
	if v_quote.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	v_need := private.need_to_handle(v_quote.need_id);
	select * into v_quote from public.quote where id = p_id for update;
	select * into v_order from public.purchase_order
	where need_id = v_need.id and state in ('awaiting_approval', 'approved');
	if v_order.id is not null then
		if v_order.quote_id = p_id and v_order.accepted_by = (select auth.uid()) then
			return jsonb_build_object('id', v_order.id, 'reference', v_order.reference, 'state', v_order.state);
		end if;
		perform private.refuse(409, 'already_awarded', jsonb_build_object('reference', v_order.reference,
			'actor', (select display_name from public.profile where user_id = v_order.accepted_by), 'at', v_order.accepted_at));
	end if;
	perform private.refuse_unless_state(v_need.state, array['open']);
	if v_quote.state in ('submitted', 'expired') and v_quote.valid_until < private.today() then
		perform private.refuse(409, 'quote_expired', jsonb_build_object('valid_until', v_quote.valid_until));
	end if;
	perform private.refuse_if_stale(p_id, v_quote.version, p_version);
	perform private.refuse_unless_state(v_quote.state, array['submitted']);
	if p_reason_code is null
		or p_reason_code not in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'in_agreement', 'other') then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	v_reason := private.words('reason', p_reason, 500, p_reason_code = 'other');
	if p_funding_source is null or not exists (
		select from public.funding_source
		where id = p_funding_source and (job_centre_id is null or job_centre_id = v_need.job_centre_id)
			and private.today() >= valid_from and (valid_to is null or private.today() < valid_to)
	) then
		perform private.refuse(422, 'invalid', '{"field": "funding_source_id", "reason": "unknown"}');
	end if;
	v_why := private.approval_reasons(v_need, p_funding_source, v_quote.total_ore);

	update public.quote set state = 'accepted', version = version + 1, decided_at = now() where id = p_id;
	insert into public.purchase_order (reference, need_id, quote_id, job_centre_id, provider_id, state, total_ore,
		funding_source_id, accepted_by, decided_by, decided_at)
	values (private.next_reference(v_need.job_centre_id, 'R'), v_need.id, p_id, v_need.job_centre_id, v_quote.provider_id,
		case when v_why <> '{}' then 'awaiting_approval' else 'approved' end, v_quote.total_ore,
		p_funding_source, (select auth.uid()),
		case when v_why <> '{}' then null else (select auth.uid()) end,
		case when v_why <> '{}' then null else now() end)
	returning * into v_order;
	insert into public.order_reason (order_id, job_centre_id, reason_code, reason, approval_reasons)
	values (v_order.id, v_need.job_centre_id, p_reason_code, v_reason, v_why);
	perform private.record_event('quote.accepted', p_id, v_need.job_centre_id, null, jsonb_build_object(
		'need', v_need.id, 'reference', v_quote.reference, 'order', v_order.reference, 'reason_code', p_reason_code));
	if v_order.state = 'approved' then
		perform private.award(v_order);
	else
		perform private.record_event('order.awaiting_approval', v_order.id, v_need.job_centre_id, null, jsonb_build_object(
			'need', v_need.id, 'reference', v_order.reference, 'total_ore', v_order.total_ore, 'reasons', v_why));
		perform private.notify(private.deciders_of(v_order), 'order.awaiting_approval',
			v_order.id, jsonb_build_object('reference', v_order.reference, 'total_ore', v_order.total_ore));
	end if;
	return jsonb_build_object('id', v_order.id, 'reference', v_order.reference, 'state', v_order.state);
end $$;
