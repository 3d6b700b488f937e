-- A change of an order that nobody answers, or that waits for approval, is reminded of as an order is.

create table private.change_reminder (
	change_id uuid primary key references public.order_change on delete cascade,
	reminded_at timestamptz not null default now()
);
comment on table private.change_reminder is 'When those whom a change of an order waits for were last reminded of it.';
alter table private.change_reminder enable row level security;
create index order_change_waiting on public.order_change (state, proposed_at) where state in ('proposed', 'awaiting_approval');

create function private.remind_of_changes()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change;
	v_order public.purchase_order;
	v_count integer := 0;
begin
	for v_change in
		select waiting.* from public.order_change waiting
		join public.job_centre on job_centre.organisation_id = waiting.job_centre_id
		left join private.change_reminder reminder on reminder.change_id = waiting.id
		where waiting.state in ('proposed', 'awaiting_approval') and private.workdays_between(
			(greatest(waiting.proposed_at, waiting.answered_at, reminder.reminded_at) at time zone 'Europe/Copenhagen')::date,
			private.today()
		) >= job_centre.reminder_days
		-- One that somebody is answering is left for the next run.
		for update of waiting skip locked
	loop
		v_count := v_count + 1;
		insert into private.change_reminder (change_id) values (v_change.id)
		on conflict (change_id) do update set reminded_at = now();
		select * into v_order from public.purchase_order where id = v_change.order_id;
		if v_change.state = 'awaiting_approval' then
			perform private.notify(private.deciders_of(private.as_changed(v_change, v_order)), 'order.change_still_waiting',
				v_order.id, jsonb_build_object('reference', v_order.reference));
		else
			perform private.tell_of_change(v_order, case v_change.side when 'provider' then 'job_centre' else 'provider' end,
				'order.change_unanswered');
		end if;
	end loop;
	return v_count;
end $$;
comment on function private.remind_of_changes is
	'Reminds whoever is to answer a change of an order, and then its approvers, each time that the job centre''s number of working days has passed.';
grant execute on function private.remind_of_changes to service_role;

create or replace function public.remind_of_orders()
returns integer language sql security invoker set search_path = '' as $$
	select private.remind_of_orders() + private.remind_of_changes()
$$;
