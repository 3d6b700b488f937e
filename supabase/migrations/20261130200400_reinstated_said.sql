-- A school that had been told that another was chosen was not told when that order came to nothing and its quote could be chosen
-- again: it may have given its teacher to somebody else, and learnt it from an order.

create function private.aside_from(p_order uuid)
returns uuid[] language sql stable security definer set search_path = '' as $$
	select array(select quote_id from private.set_aside where order_id = p_order)
$$;
comment on function private.aside_from is 'The quotes that an order has pushed aside.';

create function private.tell_reinstated(p_quotes uuid[])
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_quote public.quote;
begin
	for v_quote in
		select * from public.quote
		where id = any (p_quotes) and (state = 'submitted' or exists (
			select from public.purchase_order where quote_id = quote.id and purchase_order.state = 'awaiting_approval'))
		order by id
	loop
		perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'quote.reinstated',
			v_quote.quote_request_id, jsonb_build_object('reference', v_quote.reference));
	end loop;
end $$;
comment on function private.tell_reinstated is
	'Tells the schools whose quotes were pushed aside and can be chosen again; not one that has its order by now, nor one that is told anew that it was not chosen.';

create or replace function private.cancel_order(
	p_id uuid, p_version integer, p_reason text, p_hours_held numeric default 0, p_cost_ore bigint default 0
) returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_engagement public.engagement;
	v_side text;
	v_reason text;
	v_cost bigint;
	v_hours numeric := coalesce(p_hours_held, 0);
	v_people uuid[];
	v_aside uuid[] := private.aside_from(p_id);
begin
	select * into v_order from public.purchase_order where id = p_id;
	v_side := private.cancel_side(v_order);
	if v_order.id is null or not (private.acts_for(v_order.job_centre_id)
		or (v_side is not distinct from 'provider' and v_order.state in ('approved', 'cancelled'))) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_side is null then
		perform private.refuse(403, 'not_allowed');
	end if;
	perform from public.need where id = v_order.need_id for update;
	select * into v_order from public.purchase_order where id = p_id for update;
	if v_order.cancelled_by = v_side then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['approved']);
	v_reason := private.words('reason', p_reason, 300, true);
	select * into v_engagement from public.engagement where order_id = p_id for update;
	perform private.refuse_unless_state(v_engagement.state, array['planned', 'active']);
	if v_hours < 0 or v_hours > 2000 or v_hours * 20 <> trunc(v_hours * 20) or (v_hours > 0 and v_engagement.state = 'planned') then
		perform private.refuse(422, 'invalid', '{"field": "hours_held", "reason": "not_valid"}');
	end if;
	v_cost := private.cancel_cost(v_order, v_engagement, v_side, v_hours, private.today());
	if v_cost is distinct from p_cost_ore then
		perform private.refuse(409, 'cost_changed', jsonb_build_object('cost_ore', v_cost));
	end if;
	update public.purchase_order
	set state = 'cancelled', version = version + 1, cancel_reason = v_reason, cancelled_by = v_side, cancel_cost_ore = v_cost,
		cancel_borne_by = v_side
	where id = p_id;
	perform private.record_event('order.cancelled', p_id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference, 'cost_ore', v_cost, 'borne_by', v_side));
	v_people := array(select owner_id from public.need where id = v_order.need_id);
	if v_side = 'provider' then
		perform private.reopen_need(v_order, v_hours);
		perform private.tell_reinstated(v_aside);
		perform private.notify(v_people || private.people_of(v_order.job_centre_id, array['coordinator']),
			'order.cancelled_by_school', p_id, jsonb_build_object('reference', v_order.reference,
				'provider', (select name from public.organisation where id = v_order.provider_id)));
	else
		perform private.end_engagement(v_engagement, 'dropped', private.today(), v_hours, 'order_cancelled', null);
		perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.cancelled', v_engagement.id,
			jsonb_build_object('reference', v_order.reference));
		perform private.notify(v_people, 'order.cancelled_for_broker', v_order.need_id,
			jsonb_build_object('reference', v_order.reference));
	end if;
end $$;

create or replace function private.take_next_quote(p_order uuid, p_version integer, p_quote uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_next public.purchase_order;
	v_need public.need;
	v_quote public.quote;
	v_engagement uuid;
	v_aside uuid[] := private.aside_from(p_order);
	v_taken jsonb;
begin
	select * into v_order from public.purchase_order where id = p_order;
	if v_order.id is null or not private.acts_for(v_order.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	v_need := private.need_to_handle(v_order.need_id);
	select * into v_order from public.purchase_order where id = p_order for update;
	select * into v_next from public.purchase_order where quote_id = p_quote and need_id = v_need.id;
	if (v_order.cancel_reason_code = 'unconfirmed' or v_order.cancelled_by = 'provider')
		and v_next.accepted_by = (select auth.uid()) and v_next.id <> p_order then
		return jsonb_build_object('id', v_next.id, 'reference', v_next.reference, 'state', v_next.state);
	end if;
	perform private.refuse_if_stale(p_order, v_order.version, p_version);
	if v_order.cancelled_by is distinct from 'provider' then
		perform private.refuse_unless_state(v_order.state, array['approved']);
		if not private.order_is_late(v_order) then
			perform private.refuse(409, 'not_late', jsonb_build_object('confirmed_at', v_order.confirmed_at));
		end if;
		if not exists (select from private.set_aside where quote_id = p_quote and order_id = p_order) then
			perform private.refuse(422, 'invalid', '{"field": "quote_id", "reason": "unknown"}');
		end if;
		update public.purchase_order
		set state = 'cancelled', version = version + 1, cancel_reason_code = 'unconfirmed' where id = p_order;
		perform private.record_event('order.cancelled', p_order, v_order.job_centre_id, v_order.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_order.reference, 'reason_code', 'unconfirmed'));
		v_engagement := private.reopen_need(v_order, 0);
		perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.cancelled', v_engagement,
			jsonb_build_object('reference', v_order.reference));
	end if;
	select * into v_quote from public.quote where id = p_quote and need_id = v_need.id;
	if v_quote.id is null then
		perform private.refuse(422, 'invalid', '{"field": "quote_id", "reason": "unknown"}');
	end if;
	if v_quote.valid_until < private.today() then
		perform private.refuse(409, 'quote_expired', jsonb_build_object('valid_until', v_quote.valid_until));
	end if;
	v_taken := private.take_quote(p_quote, v_quote.version, v_order.funding_source_id, 'next_in_line', null);
	-- Only of those that this order made alive again, and only once it is known what becomes of them.
	if v_order.cancelled_by is distinct from 'provider' then
		perform private.tell_reinstated(v_aside);
	end if;
	return v_taken;
end $$;
