-- A school confirms its order. When it does not, it is reminded, and then the next quote can be taken in its place.
-- Schools that were not chosen are told why, and where their price stood.

alter table public.purchase_order
	add column confirmed_at timestamptz,
	add column confirmed_by uuid references public.profile on delete set null,
	add column cancel_reason_code text check (cancel_reason_code in ('unconfirmed'));
comment on column public.purchase_order.confirmed_at is 'When the school said that it takes the order; starting the training says so too.';
comment on column public.purchase_order.cancel_reason_code is 'Why the order was cancelled when no person said it in words.';
create index purchase_order_confirmed_by on public.purchase_order (confirmed_by);
create index purchase_order_unconfirmed on public.purchase_order (decided_at) where state = 'approved' and confirmed_at is null;
-- Orders placed so far were never asked to be confirmed.
update public.purchase_order set confirmed_at = decided_at where state = 'approved';

alter table public.quote
	add column price_rank integer check (price_rank between 1 and price_rank_of),
	add column price_rank_of integer,
	add column choice_reason_code text
		check (choice_reason_code in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'other'));
comment on column public.quote.price_rank is 'Where the price stood among the quotes that were chosen between, the lowest first. Never what the others cost.';
comment on column public.quote.price_rank_of is 'How many quotes were chosen between.';
comment on column public.quote.choice_reason_code is 'Why another quote was chosen, as a code; the words of the choice stay in the job centre.';

create table private.set_aside (
	quote_id uuid primary key references public.quote on delete cascade,
	order_id uuid not null references public.purchase_order on delete cascade
);
comment on table private.set_aside is 'The quotes that were not chosen because another became this order; they live again if its school does not confirm.';
create index set_aside_order on private.set_aside (order_id);
alter table private.set_aside enable row level security;

alter table public.order_reason
	drop constraint order_reason_reason_code_check,
	add constraint order_reason_reason_code_check
		check (reason_code in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'other'));

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
		jsonb_build_object('reference', p_order.reference, 'quote', v_quote.reference));
end $$;
comment on function private.award is
	'What follows from an approved order: the need is awarded, the others are told why and where they stood, the engagement is planned.';

create function private.order_is_late(p_order public.purchase_order)
returns boolean language sql stable security definer set search_path = '' as $$
	select p_order.state = 'approved' and p_order.confirmed_at is null and exists (
		select from public.job_centre
		where job_centre.organisation_id = p_order.job_centre_id and job_centre.confirm_days <= private.workdays_between(
			(p_order.decided_at at time zone 'Europe/Copenhagen')::date, private.today())
	)
$$;
comment on function private.order_is_late is 'Whether the school has let the time pass in which it should confirm.';

create function private.next_quotes(p_order uuid)
returns setof uuid language sql stable security definer set search_path = '' as $$
	select quote.id from public.purchase_order late
	join private.set_aside on set_aside.order_id = late.id
	join public.quote on quote.id = set_aside.quote_id
	where late.id = p_order and private.acts_for(late.job_centre_id) and private.order_is_late(late)
		and quote.valid_until >= private.today()
$$;
comment on function private.next_quotes is 'The quotes that may be taken in place of an order that its school has not confirmed in time.';

create function private.confirm_order(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_engagement uuid;
begin
	select * into v_order from public.purchase_order where id = p_id and state in ('approved', 'cancelled');
	if v_order.id is null or not (private.acts_for(v_order.provider_id, array['leader']) or private.acts_for(v_order.job_centre_id)) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(v_order.provider_id, array['leader']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	perform from public.need where id = v_order.need_id for update;
	select * into v_order from public.purchase_order where id = p_id for update;
	if v_order.state = 'approved' and v_order.confirmed_at is not null then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['approved']);
	update public.purchase_order
	set confirmed_at = now(), confirmed_by = (select auth.uid()), version = version + 1 where id = p_id;
	perform private.record_event('order.confirmed', p_id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.notify(array(select owner_id from public.need where id = v_order.need_id), 'order.confirmed', p_id,
		jsonb_build_object('reference', v_order.reference,
			'provider', (select name from public.organisation where id = v_order.provider_id)));
end $$;
comment on function private.confirm_order is 'The school says that it takes an approved order, once.';

create or replace function private.start_engagement(p_id uuid, p_version integer, p_started_on date)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement := private.engagement_to_move(p_id);
begin
	if not private.acts_for(v_engagement.provider_id, array['leader']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_engagement.state = 'active' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_engagement.version, p_version);
	perform private.refuse_unless_state(v_engagement.state, array['planned']);
	if p_started_on is null or p_started_on > private.today() then
		perform private.refuse(422, 'invalid', '{"field": "started_on", "reason": "in_the_future"}');
	end if;
	update public.engagement set state = 'active', version = version + 1, started_on = p_started_on where id = p_id;
	update public.purchase_order set confirmed_at = now(), confirmed_by = (select auth.uid()), version = version + 1
	where id = v_engagement.order_id and confirmed_at is null;
	perform private.record_event('engagement.active', p_id, v_engagement.job_centre_id, v_engagement.provider_id,
		jsonb_build_object('need', v_engagement.need_id));
	perform private.tell_other_side(v_engagement, 'engagement.active');
end $$;
comment on function private.start_engagement is 'planned → active, by the school; it confirms an order that was not confirmed.';

create function private.take_next_quote(p_order uuid, p_version integer, p_quote uuid)
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
	return private.accept_quote(p_quote, v_quote.version, v_order.funding_source_id, 'next_in_line', null);
end $$;
comment on function private.take_next_quote is
	'Cancels an order that the school has not confirmed in time, makes the quotes that it pushed aside alive again where they are still valid, and accepts one of them, in one transaction: by the need''s broker or a coordinator. Returns id, reference and state of the new order.';

create or replace function private.remind_of_orders()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_count integer := 0;
begin
	for v_order in
		select waiting.* from public.purchase_order waiting
		join public.job_centre on job_centre.organisation_id = waiting.job_centre_id
		left join private.order_reminder reminder on reminder.order_id = waiting.id
		where (waiting.state = 'awaiting_approval' and private.workdays_between(
				(greatest(waiting.accepted_at, reminder.reminded_at) at time zone 'Europe/Copenhagen')::date, private.today()
			) >= job_centre.reminder_days)
			or (waiting.state = 'approved' and waiting.confirmed_at is null and private.workdays_between(
				(greatest(waiting.decided_at, reminder.reminded_at) at time zone 'Europe/Copenhagen')::date, private.today()
			) >= job_centre.confirm_days)
		-- One that somebody is deciding on is left for the next run.
		for update of waiting skip locked
	loop
		v_count := v_count + 1;
		insert into private.order_reminder (order_id) values (v_order.id)
		on conflict (order_id) do update set reminded_at = now();
		if v_order.state = 'awaiting_approval' then
			perform private.notify(private.deciders_of(v_order), 'order.still_waiting', v_order.id,
				jsonb_build_object('reference', v_order.reference));
		else
			perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.unconfirmed',
				(select id from public.engagement where order_id = v_order.id),
				jsonb_build_object('reference', v_order.reference));
			perform private.notify(array(select owner_id from public.need where id = v_order.need_id),
				'order.unconfirmed_for_broker', v_order.id, jsonb_build_object('reference', v_order.reference,
					'provider', (select name from public.organisation where id = v_order.provider_id)));
		end if;
	end loop;
	return v_count;
end $$;
comment on function private.remind_of_orders is
	'Reminds those whom orders wait for, approvers and then schools, each time that the job centre''s number of working days has passed; the broker is told that a school has not confirmed. Run by background work.';

grant execute on function private.next_quotes, private.confirm_order, private.take_next_quote to authenticated;

create function public.confirm_order(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.confirm_order(p_id, p_version) $$;
create function public.take_next_quote(p_order uuid, p_version integer, p_quote uuid)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.take_next_quote(p_order, p_version, p_quote)
$$;
create function public.next_quotes(p_order uuid)
returns setof uuid language sql stable security invoker set search_path = '' as $$ select private.next_quotes(p_order) $$;
grant execute on function public.confirm_order, public.take_next_quote, public.next_quotes to authenticated;
