-- A mail said that something had happened to a reference, and left it to its reader to sign in and see what. A school that is
-- asked reads by whom and about what, and one whose quote is bought reads the amount and the start. Nothing of a candidate.

create function private.what_is_asked(p_kind text, p_subject uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('job_centre', organisation.name, 'subject_da', subject.name_da, 'subject_en', subject.name_en)
	from public.quote_request
	join public.need on need.id = quote_request.need_id
	join public.organisation on organisation.id = need.job_centre_id
	join public.subject on subject.code = need.subject_code
	where p_kind = 'quote_request.sent' and quote_request.id = p_subject
$$;
comment on function private.what_is_asked is 'Who asks a school for a quote, and about what; null for any other kind of notice.';

create or replace function private.notify(p_users uuid[], p_kind text, p_subject uuid, p_params jsonb default '{}')
returns void language sql security definer set search_path = '' as $$
	with receiver as (
		select distinct person as user_id from unnest(p_users) person
		where person is distinct from (select auth.uid())
	), told as (
		select p_params || coalesce(private.what_is_asked(p_kind, p_subject), '{}') as params
	), notified as (
		insert into public.notification (user_id, kind, subject_id, params)
		select receiver.user_id, p_kind, p_subject, told.params from receiver, told
	)
	insert into public.outbox (to_user_id, kind, params)
	select receiver.user_id, p_kind, told.params || jsonb_build_object('subject_id', p_subject) from receiver, told
$$;

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
