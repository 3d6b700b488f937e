-- Who approves what is the job centre's own data: rules by amount and funding source, colleagues who stand in, and a
-- reminder. An order over the budget or over the need's ceiling always waits for somebody else.

create table public.approval_rule (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid not null references public.organisation on delete cascade,
	above_ore bigint not null check (above_ore between 0 and 100000000000),
	funding_source_id uuid references public.funding_source on delete restrict,
	approver_membership_id uuid references public.membership on delete set null
);
comment on table public.approval_rule is
	'An order above an amount waits for an approver. Rules add to each other; of those that an order meets, the one of its own funding source decides who, and then the one of the highest amount.';
comment on column public.approval_rule.funding_source_id is 'Empty for a rule about all money.';
comment on column public.approval_rule.approver_membership_id is
	'The one who decides; empty for anyone who is an approver, and emptied when that person no longer is.';
create index approval_rule_job_centre on public.approval_rule (job_centre_id, above_ore);
create index approval_rule_funding_source on public.approval_rule (funding_source_id);
create index approval_rule_approver on public.approval_rule (approver_membership_id);

create table public.approval_delegation (
	id uuid primary key default gen_random_uuid(),
	job_centre_id uuid not null references public.organisation on delete cascade,
	approver_id uuid not null references public.profile on delete cascade,
	delegate_id uuid not null references public.profile on delete cascade,
	starts_on date not null,
	ends_on date not null,
	version integer not null default 1,
	unique (job_centre_id, approver_id),
	constraint approval_delegation_to_another check (approver_id <> delegate_id),
	constraint approval_delegation_ends_after_start check (ends_on >= starts_on)
);
comment on table public.approval_delegation is
	'A colleague of the same job centre decides for an approver who is away, both days included.';
create index approval_delegation_approver on public.approval_delegation (approver_id);
create index approval_delegation_delegate on public.approval_delegation (delegate_id, job_centre_id);

create table private.order_reminder (
	order_id uuid primary key references public.purchase_order on delete cascade,
	reminded_at timestamptz not null default now()
);
comment on table private.order_reminder is 'When those whom an order waits for were last reminded of it.';
alter table private.order_reminder enable row level security;

alter table public.purchase_order add column decided_for uuid references public.profile on delete set null;
comment on column public.purchase_order.decided_for is 'The approver who was away, when a colleague decided for them.';
create index purchase_order_decided_for on public.purchase_order (decided_for);

alter table public.order_reason add column approval_reasons text[] not null default '{}'
	check (approval_reasons <@ array['amount', 'budget', 'ceiling']);
comment on column public.order_reason.approval_reasons is
	'Why the order had to be approved: above the amount of a rule, over what is left of the budget, or over the ceiling of the need.';
comment on table public.order_reason is
	'Why a quote was chosen, why the order had to be approved, and why it was refused. Apart from the order, because no school may read it: the words may compare schools, and the reasons tell of ceiling and budget.';
update public.order_reason set approval_reasons = array['amount']
from public.purchase_order where purchase_order.id = order_id and (
	state = 'awaiting_approval' or decided_by is distinct from accepted_by);

alter table public.approval_rule enable row level security;
alter table public.approval_delegation enable row level security;
create policy "Approval rules are read by the job centre" on public.approval_rule
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Who stands in for whom is read by the job centre" on public.approval_delegation
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
grant select on public.approval_rule, public.approval_delegation to authenticated;
-- NOTE: no insert, update or delete. The functions below write these rows, and the event that says who did.

-- The one limit that a job centre had is now its first rule, and every new job centre begins with one.
insert into public.approval_rule (job_centre_id, above_ore) select organisation_id, approval_limit_ore from public.job_centre;

create function private.begin_with_approval_rule()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	insert into public.approval_rule (job_centre_id, above_ore) values (new.organisation_id, 2500000);
	return null;
end $$;
comment on function private.begin_with_approval_rule is 'A job centre begins with a limit of 25 000 kr., so that none is without one by oversight.';
create trigger job_centre_approval_rule after insert on public.job_centre
	for each row execute function private.begin_with_approval_rule();

drop function public.set_settings(uuid, integer, bigint, integer);
drop function private.set_settings(uuid, integer, bigint, integer);
alter table public.job_centre
	drop column approval_limit_ore,
	add column approval_rules_version integer not null default 1,
	add column reminder_days integer not null default 3 check (reminder_days between 1 and 30),
	add column confirm_days integer not null default 3 check (confirm_days between 1 and 30);
comment on column public.job_centre.approval_rules_version is 'Of all approval rules together, since one form sets them.';
comment on column public.job_centre.reminder_days is 'Working days that an order waits between reminders.';
comment on column public.job_centre.confirm_days is
	'Working days that a school has to confirm an order in. After that it is reminded, and the next quote can be taken.';
comment on column public.job_centre.version is 'Of the settings, that is, the days.';

create function private.set_settings(
	p_job_centre uuid, p_version integer, p_answer_days integer, p_reminder_days integer, p_confirm_days integer
) returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
begin
	if (v_job_centre.answer_days, v_job_centre.reminder_days, v_job_centre.confirm_days)
		= (p_answer_days, p_reminder_days, p_confirm_days) then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'settings.changed', v_job_centre.version, p_version);
	if p_answer_days is null or p_answer_days not between 1 and 60 then
		perform private.refuse(422, 'invalid', '{"field": "answer_days", "reason": "not_valid"}');
	end if;
	if p_reminder_days is null or p_reminder_days not between 1 and 30 then
		perform private.refuse(422, 'invalid', '{"field": "reminder_days", "reason": "not_valid"}');
	end if;
	if p_confirm_days is null or p_confirm_days not between 1 and 30 then
		perform private.refuse(422, 'invalid', '{"field": "confirm_days", "reason": "not_valid"}');
	end if;
	update public.job_centre
	set answer_days = p_answer_days, reminder_days = p_reminder_days, confirm_days = p_confirm_days, version = version + 1
	where organisation_id = p_job_centre;
	perform private.record_event('settings.changed', p_job_centre, p_job_centre, null, jsonb_build_object(
		'answer_days', jsonb_build_object('from', v_job_centre.answer_days, 'to', p_answer_days),
		'reminder_days', jsonb_build_object('from', v_job_centre.reminder_days, 'to', p_reminder_days),
		'confirm_days', jsonb_build_object('from', v_job_centre.confirm_days, 'to', p_confirm_days)));
end $$;
comment on function private.set_settings is 'Sets what a job centre decides for itself: the days to answer in, between reminders, and to confirm an order in.';

create function private.set_approval_rules(p_job_centre uuid, p_version integer, p_rules jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
	v_before jsonb;
	v_after jsonb;
begin
	select coalesce(jsonb_agg(to_jsonb(rule) order by rule.above_ore, rule.funding_source_id, rule.approver_membership_id), '[]')
	into v_before
	from (
		select distinct above_ore, funding_source_id, approver_membership_id from public.approval_rule
		where job_centre_id = p_job_centre
	) rule;
	select coalesce(jsonb_agg(to_jsonb(rule) order by rule.above_ore, rule.funding_source_id, rule.approver_membership_id), '[]')
	into v_after
	from (
		select distinct above_ore, funding_source_id, approver_membership_id
		from jsonb_to_recordset(p_rules) as given (above_ore bigint, funding_source_id uuid, approver_membership_id uuid)
	) rule;
	if v_before = v_after then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'approval_rules.changed', v_job_centre.approval_rules_version, p_version);
	if jsonb_array_length(v_after) > 20 then
		perform private.refuse(422, 'invalid', '{"field": "rules", "reason": "too_many"}');
	end if;
	if exists (
		select from jsonb_to_recordset(v_after) as given (above_ore bigint, funding_source_id uuid, approver_membership_id uuid)
		where given.above_ore is null or given.above_ore not between 0 and 100000000000
			or (given.funding_source_id is not null and not exists (
				select from public.funding_source source where source.id = given.funding_source_id
					and (source.job_centre_id is null or source.job_centre_id = p_job_centre)))
			or (given.approver_membership_id is not null and not exists (
				select from public.membership where membership.id = given.approver_membership_id
					and membership.organisation_id = p_job_centre and membership.role = 'approver'))
	) then
		perform private.refuse(422, 'invalid', '{"field": "rules", "reason": "unknown"}');
	end if;
	delete from public.approval_rule where job_centre_id = p_job_centre;
	insert into public.approval_rule (job_centre_id, above_ore, funding_source_id, approver_membership_id)
	select p_job_centre, given.above_ore, given.funding_source_id, given.approver_membership_id
	from jsonb_to_recordset(v_after) as given (above_ore bigint, funding_source_id uuid, approver_membership_id uuid);
	update public.job_centre set approval_rules_version = approval_rules_version + 1 where organisation_id = p_job_centre;
	perform private.record_event('approval_rules.changed', p_job_centre, p_job_centre, null,
		jsonb_build_object('from', v_before, 'to', v_after));
end $$;
comment on function private.set_approval_rules is
	'Sets all approval rules of a job centre at once, by its coordinator. An order that waits is decided by the rules as they are then.';

create function private.set_approval_delegate(
	p_job_centre uuid, p_version integer, p_delegate uuid, p_starts_on date, p_ends_on date
) returns void language plpgsql security definer set search_path = '' as $$
declare
	v_me uuid := (select auth.uid());
	v_standing public.approval_delegation;
begin
	if not private.acts_for(p_job_centre) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(p_job_centre, array['approver']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	-- The settings are what two forms of one approver wait for, also when there is no row yet.
	perform from public.job_centre where organisation_id = p_job_centre for update;
	select * into v_standing from public.approval_delegation where job_centre_id = p_job_centre and approver_id = v_me;
	if (v_standing.delegate_id is null and p_delegate is null)
		or (v_standing.delegate_id, v_standing.starts_on, v_standing.ends_on) = (p_delegate, p_starts_on, p_ends_on) then
		return;
	end if;
	perform private.refuse_if_stale(v_standing.id, coalesce(v_standing.version, 0), p_version);
	if p_delegate is null then
		delete from public.approval_delegation where id = v_standing.id;
		perform private.record_event('delegation.ended', v_standing.id, p_job_centre);
		return;
	end if;
	if p_delegate = v_me or not exists (
		select from public.membership where organisation_id = p_job_centre and user_id = p_delegate
	) then
		perform private.refuse(422, 'invalid', '{"field": "delegate_id", "reason": "unknown"}');
	end if;
	if p_starts_on is null then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "missing"}');
	end if;
	if p_ends_on is null or p_ends_on < greatest(p_starts_on, private.today()) then
		perform private.refuse(422, 'invalid', '{"field": "ends_on", "reason": "in_the_past"}');
	end if;
	insert into public.approval_delegation (job_centre_id, approver_id, delegate_id, starts_on, ends_on)
	values (p_job_centre, v_me, p_delegate, p_starts_on, p_ends_on)
	on conflict (job_centre_id, approver_id) do update
		set delegate_id = excluded.delegate_id, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
			version = approval_delegation.version + 1
	returning * into v_standing;
	perform private.record_event('delegation.set', v_standing.id, p_job_centre, null,
		jsonb_build_object('starts_on', p_starts_on, 'ends_on', p_ends_on));
	perform private.notify(array[p_delegate], 'delegation.set', v_standing.id,
		jsonb_build_object('starts_on', p_starts_on, 'ends_on', p_ends_on));
end $$;
comment on function private.set_approval_delegate is
	'An approver names the colleague who decides while they are away, or nobody. One at a time.';

create function private.stands_for(p_job_centre uuid)
returns setof uuid language sql stable security definer set search_path = '' as $$
	select (select auth.uid()) where private.acts_for(p_job_centre, array['approver'])
	union
	select delegation.approver_id
	from public.approval_delegation delegation
	join public.membership on membership.user_id = delegation.approver_id
		and membership.organisation_id = delegation.job_centre_id and membership.role = 'approver'
	where delegation.job_centre_id = p_job_centre and delegation.delegate_id = (select auth.uid())
		and private.today() between delegation.starts_on and delegation.ends_on and private.acts_for(p_job_centre)
$$;
comment on function private.stands_for is 'The approvers that the caller may decide as today: themselves, and those who are away and named them.';

create function private.approvers_of(p_order public.purchase_order)
returns setof uuid language sql stable security definer set search_path = '' as $$
	with approver as (
		select membership.id, membership.user_id from public.membership
		where membership.organisation_id = p_order.job_centre_id and membership.role = 'approver'
			and membership.user_id is distinct from p_order.accepted_by
	), met as (
		select rule.approver_membership_id,
			rank() over (order by rule.funding_source_id is null, rule.above_ore desc) as place
		from public.approval_rule rule
		where rule.job_centre_id = p_order.job_centre_id and rule.above_ore < p_order.total_ore
			and (rule.funding_source_id is null or rule.funding_source_id = p_order.funding_source_id)
	), named as (
		select approver.user_id from met join approver on approver.id = met.approver_membership_id where met.place = 1
	)
	select distinct approver.user_id from approver
	where approver.user_id in (select named.user_id from named)
		or not exists (select from named)
		or exists (select from met where met.place = 1 and met.approver_membership_id is null)
$$;
comment on function private.approvers_of is
	'Who may decide on an order: those that the deciding rule names, or every approver; never the one who made the order.';

create function private.decides_as(p_order public.purchase_order)
returns uuid language sql stable security definer set search_path = '' as $$
	select approver from private.approvers_of(p_order) approver
	where approver in (select private.stands_for(p_order.job_centre_id))
		and p_order.accepted_by is distinct from (select auth.uid())
	order by approver <> (select auth.uid()), approver
	limit 1
$$;
comment on function private.decides_as is 'The approver that the caller decides on an order as, themselves if they can; nobody when they may not.';

create function private.deciders_of(p_order public.purchase_order)
returns uuid[] language sql stable security definer set search_path = '' as $$
	select array(
		select approver from private.approvers_of(p_order) approver
		union
		select delegation.delegate_id from public.approval_delegation delegation
		where delegation.job_centre_id = p_order.job_centre_id
			and delegation.approver_id in (select private.approvers_of(p_order))
			and delegation.delegate_id is distinct from p_order.accepted_by
			and private.today() between delegation.starts_on and delegation.ends_on
			and exists (select from public.membership
				where membership.user_id = delegation.delegate_id and membership.organisation_id = p_order.job_centre_id)
	)
$$;
comment on function private.deciders_of is 'Whom an order waits for today: its approvers, and who stands in for those who are away.';

create function public.funding_left(p_job_centre uuid, p_year integer)
returns table (funding_source_id uuid, left_ore bigint)
language sql stable security invoker set search_path = '' as $$
	select budget.funding_source_id, (budget.amount_ore - coalesce((
		select sum(cost_row.total_ore) from public.cost_row
		where cost_row.job_centre_id = p_job_centre and cost_row.year = p_year and cost_row.bucket <> 'none'
			and cost_row.funding_source_id = budget.funding_source_id
	), 0))::bigint
	from public.budget where budget.job_centre_id = p_job_centre and budget.year = p_year
$$;
comment on function public.funding_left is
	'What is neither spent nor promised of each budget of a year; below nothing when it is exceeded. A source without a budget has no row.';

create function private.approval_reasons(p_need public.need, p_funding_source uuid, p_total_ore bigint)
returns text[] language plpgsql security definer set search_path = '' as $$
declare
	v_year integer := extract(year from private.today());
	v_left bigint;
begin
	-- Of two orders at the same time the second sees what the first left.
	perform from public.budget
	where job_centre_id = p_need.job_centre_id and funding_source_id = p_funding_source and year = v_year for update;
	select budget.left_ore into v_left from public.funding_left(p_need.job_centre_id, v_year) budget
	where budget.funding_source_id = p_funding_source;
	return array_remove(array[
		case when exists (
			select from public.approval_rule rule
			where rule.job_centre_id = p_need.job_centre_id and rule.above_ore < p_total_ore
				and (rule.funding_source_id is null or rule.funding_source_id = p_funding_source)
		) then 'amount' end,
		case when p_total_ore > v_left then 'budget' end,
		case when p_total_ore > p_need.price_ceiling_ore then 'ceiling' end
	], null);
end $$;
comment on function private.approval_reasons is
	'Why an order for a need must be approved; none when the broker may order at once. The same rule as src/lib/domain/orders/approval.ts shows before the choice.';

create or replace function private.accept_quote(
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
	perform private.refuse_if_stale(p_id, v_quote.version, p_version);
	perform private.refuse_unless_state(v_quote.state, array['submitted']);
	if v_quote.valid_until < private.today() then
		perform private.refuse(409, 'quote_expired', jsonb_build_object('valid_until', v_quote.valid_until));
	end if;
	if p_reason_code is null or p_reason_code not in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'other') then
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
comment on function private.accept_quote is
	'Accepts a live, valid quote with a reason and a funding source, by the need''s broker or a coordinator. Above the amount of a rule, over the budget or over the need''s ceiling the order waits for an approver, and the other quotes stay alive until it is approved. Returns id, reference and state of the order.';

create function private.order_to_approve(p_id uuid)
returns public.purchase_order language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_decide(p_id, array['broker', 'coordinator', 'approver']);
begin
	if v_order.state <> 'awaiting_approval' and v_order.decided_by = (select auth.uid()) then
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
comment on function private.order_to_approve is
	'Locks an order, and its need first, for somebody who may decide on it or has, or refuses.';

create or replace function private.approve_order(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_approve(p_id);
	v_need public.need;
begin
	if v_order.state = 'approved' and v_order.decided_by = (select auth.uid()) then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['awaiting_approval']);
	update public.purchase_order
	set state = 'approved', version = version + 1, decided_by = (select auth.uid()), decided_at = now(),
		decided_for = nullif(private.decides_as(v_order), (select auth.uid()))
	where id = p_id returning * into v_order;
	perform private.award(v_order);
	select * into v_need from public.need where id = v_order.need_id;
	perform private.notify(array[v_need.owner_id], 'order.approved_for_broker', v_need.id,
		jsonb_build_object('reference', v_order.reference));
end $$;
comment on function private.approve_order is
	'awaiting_approval → approved, by an approver who did not make the order, or a colleague who stands in for one.';

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
		jsonb_build_object('need', v_need.id, 'reference', v_quote.reference));
	perform private.notify(array[v_need.owner_id], 'order.refused', v_need.id,
		jsonb_build_object('reference', v_order.reference));
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'quote.rejected', v_quote.quote_request_id,
		jsonb_build_object('reference', v_quote.reference));
end $$;

create or replace function private.award(p_order public.purchase_order)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
	v_quote public.quote;
	v_other record;
	v_engagement uuid;
begin
	select * into v_need from public.need where id = p_order.need_id;
	select * into v_quote from public.quote where id = p_order.quote_id;
	update public.need set state = 'awarded', version = version + 1, updated_at = now() where id = v_need.id;
	for v_other in
		update public.quote set state = 'rejected', version = version + 1, decided_at = now()
		where need_id = v_need.id and state = 'submitted' and id <> v_quote.id
		returning id, provider_id, quote_request_id, reference
	loop
		perform private.record_event('quote.rejected', v_other.id, v_need.job_centre_id, v_other.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_other.reference));
		perform private.notify(private.people_of(v_other.provider_id, array['leader']), 'quote.rejected',
			v_other.quote_request_id, jsonb_build_object('reference', v_other.reference));
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

create function private.orders_to_decide(p_job_centre uuid)
returns table (order_id uuid, for_approver text) language sql stable security definer set search_path = '' as $$
	select waiting.id, case when decider.id <> (select auth.uid()) then profile.display_name end
	from public.purchase_order waiting
	cross join lateral private.decides_as(waiting) decider (id)
	join public.profile on profile.user_id = decider.id
	where waiting.job_centre_id = p_job_centre and waiting.state = 'awaiting_approval' and private.acts_for(p_job_centre)
$$;
comment on function private.orders_to_decide is
	'The orders that wait for the caller, with the approver whom they would decide for when it is not themselves.';

create function private.workdays_between(p_from date, p_to date)
returns integer language sql immutable parallel safe set search_path = '' as $$
	select count(*)::integer from generate_series(p_from + 1, p_to, interval '1 day') day where extract(isodow from day) < 6
$$;
comment on function private.workdays_between is 'Mondays to Fridays after the first day, up to and with the second.';

create function private.remind_of_orders()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_count integer := 0;
begin
	for v_order in
		select waiting.* from public.purchase_order waiting
		join public.job_centre on job_centre.organisation_id = waiting.job_centre_id
		left join private.order_reminder reminder on reminder.order_id = waiting.id
		where waiting.state = 'awaiting_approval' and private.workdays_between(
			(greatest(waiting.accepted_at, reminder.reminded_at) at time zone 'Europe/Copenhagen')::date, private.today()
		) >= job_centre.reminder_days
		-- One that somebody is deciding on is left for the next run.
		for update of waiting skip locked
	loop
		v_count := v_count + 1;
		insert into private.order_reminder (order_id) values (v_order.id)
		on conflict (order_id) do update set reminded_at = now();
		perform private.notify(private.deciders_of(v_order), 'order.still_waiting', v_order.id,
			jsonb_build_object('reference', v_order.reference));
	end loop;
	return v_count;
end $$;
comment on function private.remind_of_orders is
	'Reminds those whom orders wait for, each time that the job centre''s number of working days has passed. Run by background work.';

grant execute on function private.set_settings, private.set_approval_rules, private.set_approval_delegate,
	private.orders_to_decide to authenticated;
grant execute on function private.remind_of_orders to service_role;

create function public.set_settings(
	p_job_centre uuid, p_version integer, p_answer_days integer, p_reminder_days integer, p_confirm_days integer
) returns void language sql security invoker set search_path = '' as $$
	select private.set_settings(p_job_centre, p_version, p_answer_days, p_reminder_days, p_confirm_days)
$$;
create function public.set_approval_rules(p_job_centre uuid, p_version integer, p_rules jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.set_approval_rules(p_job_centre, p_version, p_rules)
$$;
create function public.set_approval_delegate(
	p_job_centre uuid, p_version integer, p_delegate uuid, p_starts_on date, p_ends_on date
) returns void language sql security invoker set search_path = '' as $$
	select private.set_approval_delegate(p_job_centre, p_version, p_delegate, p_starts_on, p_ends_on)
$$;
create function public.orders_to_decide(p_job_centre uuid)
returns table (order_id uuid, for_approver text) language sql stable security invoker set search_path = '' as $$
	select * from private.orders_to_decide(p_job_centre)
$$;
create function public.remind_of_orders()
returns integer language sql security invoker set search_path = '' as $$ select private.remind_of_orders() $$;
grant execute on function public.set_settings, public.set_approval_rules, public.set_approval_delegate,
	public.orders_to_decide, public.funding_left to authenticated;
grant execute on function public.remind_of_orders to service_role;
