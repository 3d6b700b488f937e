-- Whoever ordered at once could call approve on it and was told ok, though nothing happened. And the reason of the next
-- in line is for the move that takes it: people choose by the other ones.

alter function private.accept_quote(uuid, integer, uuid, text, text) rename to take_quote;
revoke execute on function private.take_quote from authenticated;

create function private.accept_quote(
	p_id uuid, p_version integer, p_funding_source uuid, p_reason_code text, p_reason text
) returns jsonb language plpgsql security definer set search_path = '' as $$
begin
	if p_reason_code = 'next_in_line' then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	return private.take_quote(p_id, p_version, p_funding_source, p_reason_code, p_reason);
end $$;
comment on function private.accept_quote is 'Takes a quote for a reason that people choose by.';
grant execute on function private.accept_quote to authenticated;

create or replace function private.order_to_approve(p_id uuid)
returns public.purchase_order language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_decide(p_id, array['broker', 'coordinator', 'approver']);
begin
	-- Nobody approves their own: what its maker decided was ordered at once, and is no approval to repeat.
	if v_order.state <> 'awaiting_approval' and v_order.decided_by = (select auth.uid())
		and v_order.decided_by is distinct from v_order.accepted_by then
		return v_order;
	end if;
	if private.decides_as(v_order) is null then
		if v_order.accepted_by = (select auth.uid()) and exists (select private.stands_for(v_order.job_centre_id)) then
			perform private.refuse(403, 'own_order');
		end if;
		perform private.refuse(403, 'not_allowed');
	end if;
	return v_order;
end $$;

create or replace function private.take_next_quote(p_order uuid, p_version integer, p_quote uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_next public.purchase_order;
	v_need public.need;
	v_quote public.quote;
	v_engagement public.engagement;
	v_other record;
begin
	select * into v_order from public.purchase_order where id = p_order;
	if v_order.id is null or not private.acts_for(v_order.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	v_need := private.need_to_handle(v_order.need_id);
	select * into v_order from public.purchase_order where id = p_order for update;
	select * into v_next from public.purchase_order where quote_id = p_quote and need_id = v_need.id;
	if v_order.cancel_reason_code = 'unconfirmed' and v_next.accepted_by = (select auth.uid()) then
		return jsonb_build_object('id', v_next.id, 'reference', v_next.reference, 'state', v_next.state);
	end if;
	perform private.refuse_if_stale(p_order, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['approved']);
	if not private.order_is_late(v_order) then
		perform private.refuse(409, 'not_late', jsonb_build_object('confirmed_at', v_order.confirmed_at));
	end if;
	if not exists (select from private.set_aside where quote_id = p_quote and order_id = p_order) then
		perform private.refuse(422, 'invalid', '{"field": "quote_id", "reason": "unknown"}');
	end if;

	update public.purchase_order
	set state = 'cancelled', version = version + 1, cancel_reason_code = 'unconfirmed' where id = p_order;
	update public.engagement
	set state = 'dropped', version = version + 1, ended_on = private.today(), hours_held = 0, drop_reason_code = 'order_cancelled'
	where order_id = p_order returning * into v_engagement;
	delete from public.candidate_contact where need_id = v_need.id;
	update public.quote set state = 'rejected', version = version + 1, decided_at = now() where id = v_order.quote_id;
	update public.need set state = 'open', version = version + 1, updated_at = now() where id = v_need.id;
	perform private.record_event('order.cancelled', p_order, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_order.reference, 'reason_code', 'unconfirmed'));
	perform private.record_event('engagement.dropped', v_engagement.id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_need.id, 'hours_held', 0, 'reason_code', 'order_cancelled'));
	perform private.record_event('need.reopened', v_need.id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.cancelled', v_engagement.id,
		jsonb_build_object('reference', v_order.reference));
	for v_other in
		update public.quote
		set state = 'submitted', version = version + 1, decided_at = null,
			price_rank = null, price_rank_of = null, choice_reason_code = null
		where id in (select quote_id from private.set_aside where order_id = p_order)
			and state = 'rejected' and valid_until >= private.today()
		returning id, provider_id, reference
	loop
		delete from private.set_aside where quote_id = v_other.id;
		perform private.record_event('quote.reinstated', v_other.id, v_need.job_centre_id, v_other.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_other.reference));
	end loop;
	select * into v_quote from public.quote where id = p_quote;
	if v_quote.valid_until < private.today() then
		perform private.refuse(409, 'quote_expired', jsonb_build_object('valid_until', v_quote.valid_until));
	end if;
	return private.take_quote(p_quote, v_quote.version, v_order.funding_source_id, 'next_in_line', null);
end $$;
