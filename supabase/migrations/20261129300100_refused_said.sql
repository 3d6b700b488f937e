-- A school whose quote was accepted, and whose purchase an approver then refused, was told the same as one that was passed
-- over for another. It is told which of the two happened; why it was refused stays in the job centre.

create or replace function private.refuse_order(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_approve(p_id);
	v_need public.need;
	v_quote public.quote;
	v_reason text;
begin
	if v_order.state = 'refused' and v_order.decided_by = (select auth.uid()) then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['awaiting_approval']);
	v_reason := private.words('reason', p_reason, 300, true);
	update public.purchase_order
	set state = 'refused', version = version + 1, decided_by = (select auth.uid()), decided_at = now(),
		decided_for = nullif(private.decides_as(v_order), (select auth.uid()))
	where id = p_id returning * into v_order;
	update public.order_reason set refusal = v_reason where order_id = p_id;
	update public.quote set state = 'rejected', version = version + 1, decided_at = now()
	where id = v_order.quote_id returning * into v_quote;
	select * into v_need from public.need where id = v_order.need_id;
	perform private.record_event('order.refused', p_id, v_order.job_centre_id, null,
		jsonb_strip_nulls(jsonb_build_object('need', v_need.id, 'reference', v_order.reference,
			'decided_for', v_order.decided_for)));
	perform private.record_event('quote.rejected', v_quote.id, v_order.job_centre_id, v_quote.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_quote.reference, 'reason_code', 'refused'));
	perform private.notify(array[v_need.owner_id], 'order.refused', v_need.id,
		jsonb_build_object('reference', v_order.reference));
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'quote.rejected', v_quote.quote_request_id,
		jsonb_build_object('reference', v_quote.reference, 'reason_code', 'refused'));
end $$;

