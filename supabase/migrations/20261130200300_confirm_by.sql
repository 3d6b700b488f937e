-- A school was told to confirm an order, and never by when. The day is reckoned once, when the order is approved, and kept: it is
-- what the school is told, what it is reminded of, and what it is late by, also when the job centre gives others another time.

create function private.workday_after(p_from date, p_days integer)
returns date language sql immutable parallel safe set search_path = '' as $$
	select min(day)::date from generate_series(p_from, p_from + 2 * p_days + 2, interval '1 day') day
	where private.workdays_between(p_from, day::date) >= p_days
$$;
comment on function private.workday_after is
	'The day on which so many working days have passed since a day: the first that private.workdays_between counts so many to.';

alter table public.purchase_order add column confirm_by date;
comment on column public.purchase_order.confirm_by is
	'The last day for the school to confirm in time, as it is told: the job centre''s working days after the order was approved.';

create function private.give_time_to_confirm()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	select private.workday_after((new.decided_at at time zone 'Europe/Copenhagen')::date, job_centre.confirm_days)
	into new.confirm_by from public.job_centre where job_centre.organisation_id = new.job_centre_id;
	return new;
end $$;
comment on function private.give_time_to_confirm is 'Whatever approves an order, its school gets the job centre''s time to confirm it.';
create trigger purchase_order_confirm_by before insert or update of state on public.purchase_order
	for each row when (new.state = 'approved' and new.confirm_by is null) execute function private.give_time_to_confirm();

update public.purchase_order
set confirm_by = private.workday_after((decided_at at time zone 'Europe/Copenhagen')::date, job_centre.confirm_days)
from public.job_centre
where job_centre.organisation_id = purchase_order.job_centre_id and purchase_order.state in ('approved', 'cancelled');
alter table public.purchase_order
	add constraint purchase_order_confirm_by check (state <> 'approved' or confirm_by is not null);

create or replace function private.order_is_late(p_order public.purchase_order)
returns boolean language sql stable security definer set search_path = '' as $$
	select p_order.state = 'approved' and p_order.confirmed_at is null and p_order.confirm_by < private.today()
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
	-- Nobody chose a quote where the order was made straight from an agreement.
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'order.approved', v_engagement,
		jsonb_strip_nulls(jsonb_build_object('reference', p_order.reference, 'quote', v_quote.reference,
			'total_ore', p_order.total_ore, 'starts_on', v_quote.starts_on, 'confirm_by', p_order.confirm_by,
			'agreement', (select reference from public.frame_agreement where id = v_quote.frame_agreement_id))));
end $$;

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
			or (private.order_is_late(waiting) and private.workdays_between(
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
				jsonb_build_object('reference', v_order.reference, 'total_ore', v_order.total_ore));
		else
			perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.unconfirmed',
				(select id from public.engagement where order_id = v_order.id),
				jsonb_build_object('reference', v_order.reference, 'confirm_by', v_order.confirm_by));
			perform private.notify(array(select owner_id from public.need where id = v_order.need_id),
				'order.unconfirmed_for_broker', v_order.id, jsonb_build_object('reference', v_order.reference,
					'provider', (select name from public.organisation where id = v_order.provider_id)));
		end if;
	end loop;
	return v_count;
end $$;
