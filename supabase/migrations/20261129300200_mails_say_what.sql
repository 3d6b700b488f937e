-- A mail said that something had happened to a reference, and left it to its reader to sign in and see what. A school that is
-- asked reads by whom and about what, and one whose quote is bought reads the amount and the start. Nothing of a candidate.

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
create or replace function private.award(p_order public.purchase_order)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
	v_quote public.quote;
	v_reason text;
	v_other record;
	v_engagement uuid;
begin
	select * into v_need from public.need where id = p_order.need_id;
	select * into v_quote from public.quote where id = p_order.quote_id;
	select reason_code into v_reason from public.order_reason where order_id = p_order.id;
	update public.need set state = 'awarded', version = version + 1, updated_at = now() where id = v_need.id;
	for v_other in
		with compared as (
			select quote.id, rank() over (order by quote.total_ore) as place, count(*) over () as out_of from public.quote
			where quote.need_id = v_need.id and quote.state in ('submitted', 'accepted')
		)
		update public.quote set state = 'rejected', version = quote.version + 1, decided_at = now(),
			price_rank = compared.place, price_rank_of = compared.out_of, choice_reason_code = v_reason
		from compared
		where quote.id = compared.id and quote.state = 'submitted' and quote.id <> v_quote.id
		returning quote.id, quote.provider_id, quote.quote_request_id, quote.reference, quote.price_rank, quote.price_rank_of
	loop
		insert into private.set_aside (quote_id, order_id) values (v_other.id, p_order.id);
		perform private.record_event('quote.rejected', v_other.id, v_need.job_centre_id, v_other.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_other.reference));
		perform private.notify(private.people_of(v_other.provider_id, array['leader']), 'quote.rejected',
			v_other.quote_request_id, jsonb_build_object('reference', v_other.reference, 'reason_code', v_reason,
				'rank', v_other.price_rank, 'rank_of', v_other.price_rank_of));
	end loop;
	for v_other in
		update public.quote_request set state = 'withdrawn'
		where need_id = v_need.id and state = 'sent' returning id, provider_id
	loop
		perform private.record_event('quote_request.withdrawn', v_other.id, v_need.job_centre_id, v_other.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_need.reference));
		perform private.notify(private.people_of(v_other.provider_id, array['leader']), 'quote_request.withdrawn', v_other.id,
			jsonb_build_object('reference', v_need.reference));
	end loop;
	insert into public.engagement (order_id, need_id, job_centre_id, provider_id, title, planned_start, planned_hours)
	values (p_order.id, v_need.id, v_need.job_centre_id, v_quote.provider_id, v_quote.title, v_quote.starts_on, v_quote.hours)
	returning id into v_engagement;
	perform private.record_event('need.awarded', v_need.id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	perform private.record_event('order.approved', p_order.id, v_need.job_centre_id, v_quote.provider_id,
		jsonb_strip_nulls(jsonb_build_object('need', v_need.id, 'reference', p_order.reference,
			'total_ore', p_order.total_ore, 'decided_for', p_order.decided_for)));
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'order.approved', v_engagement,
		jsonb_build_object('reference', p_order.reference, 'quote', v_quote.reference, 'total_ore', p_order.total_ore,
			'starts_on', v_quote.starts_on));
end $$;
