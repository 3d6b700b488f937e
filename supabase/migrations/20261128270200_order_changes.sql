-- Changing an order that stands is a move of its own: one side proposes, the other answers, and a change that costs more
-- takes the approval back. Until it takes effect the order stands as it was; the quote stays as it was accepted.

alter table public.purchase_order add column revision integer not null default 0 check (revision >= 0);
comment on column public.purchase_order.revision is 'How many changes have taken effect; the terms of the last one hold.';

create table public.order_change (
	id uuid primary key,
	order_id uuid not null references public.purchase_order on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete restrict,
	side text not null check (side in ('job_centre', 'provider')),
	state text not null default 'proposed'
		check (state in ('proposed', 'awaiting_approval', 'accepted', 'declined', 'refused', 'withdrawn', 'lapsed')),
	version integer not null default 1,
	revision integer check (revision > 0),
	proposed_by uuid references public.profile on delete set null,
	proposed_at timestamptz not null default now(),
	reason public.free_text not null check (char_length(reason) between 1 and 300),
	hours numeric(6,2) not null check (hours > 0 and hours <= 2000 and hours * 20 = trunc(hours * 20)),
	session_hours numeric(6,2) not null check (session_hours > 0 and session_hours <= 24 and session_hours * 20 = trunc(session_hours * 20)),
	weekly_hours numeric(6,2) not null check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	weeks integer not null generated always as (ceil(hours / weekly_hours)::integer) stored,
	starts_on date not null,
	total_ore bigint not null check (total_ore >= 0),
	answered_by uuid references public.profile on delete set null,
	answered_at timestamptz,
	decline_reason public.free_text check (char_length(decline_reason) <= 300),
	constraint order_change_session_within_week check (session_hours <= weekly_hours),
	constraint order_change_week_within_hours check (weekly_hours <= hours),
	constraint order_change_revision check ((state = 'accepted') = (revision is not null)),
	constraint order_change_declined_with_reason check ((state = 'declined') = (decline_reason is not null))
);
comment on table public.order_change is
	'A change of an order that one side has proposed: what would be given, when and at what price in its place. Read by both sides.';
comment on column public.order_change.id is 'Chosen by the form, so that sending it twice makes one proposal.';
comment on column public.order_change.side is 'The side that proposed it; the other one answers.';
comment on column public.order_change.revision is 'Which revision of the order it became when it took effect.';
-- NOTE: two columns where the first would do: the embedded backend overlooks that an index is partial, and would take a
-- reference that is unique by itself for one-to-one.
create unique index order_change_one_open on public.order_change (order_id, job_centre_id)
	where state in ('proposed', 'awaiting_approval');
create unique index order_change_revision_once on public.order_change (order_id, revision);
create index order_change_job_centre on public.order_change (job_centre_id, state);
create index order_change_provider on public.order_change (provider_id);
create index order_change_proposed_by on public.order_change (proposed_by);
create index order_change_answered_by on public.order_change (answered_by);

create table public.order_change_line (
	change_id uuid not null references public.order_change on delete cascade,
	position integer not null check (position between 1 and 40),
	kind text not null check (kind in ('teaching', 'pre_meeting', 'screening', 'preparation', 'adaptation',
		'materials', 'transport', 'interpreter', 'certificate_fee', 'support', 'supplement')),
	model text not null check (model in ('per_hour', 'per_week', 'per_participant', 'fixed')),
	description public.free_text check (char_length(description) <= 120),
	unit_price_ore bigint not null check (unit_price_ore between 0 and 100000000),
	quantity numeric(8,2) not null check (quantity > 0 and quantity * 20 = trunc(quantity * 20)),
	amount_ore bigint not null generated always as (round(unit_price_ore * quantity)::bigint) stored,
	primary key (change_id, position)
);
comment on table public.order_change_line is 'One line of the price after a change, as in quote_line.';

create table public.order_change_approval (
	change_id uuid primary key references public.order_change on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	made_by uuid references public.profile on delete set null,
	approval_reasons text[] not null check (approval_reasons <@ array['amount', 'budget', 'ceiling']),
	decided_by uuid references public.profile on delete set null,
	decided_for uuid references public.profile on delete set null,
	decided_at timestamptz,
	refusal public.free_text check (char_length(refusal) <= 300)
);
comment on table public.order_change_approval is
	'Why a change had to be approved again, and what came of it. Apart from the change, because no school may read it.';
comment on column public.order_change_approval.made_by is 'The one who proposed or accepted it for the job centre, and may not approve it.';
create index order_change_approval_job_centre on public.order_change_approval (job_centre_id);
create index order_change_approval_made_by on public.order_change_approval (made_by);
create index order_change_approval_decided_by on public.order_change_approval (decided_by);
create index order_change_approval_decided_for on public.order_change_approval (decided_for);

create function private.check_change_total()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_change uuid := (to_jsonb(coalesce(new, old)) ->> case tg_table_name when 'order_change' then 'id' else 'change_id' end)::uuid;
	v_total bigint;
	v_lines bigint;
begin
	select total_ore into v_total from public.order_change where id = v_change;
	select coalesce(sum(amount_ore), 0) into v_lines from public.order_change_line where change_id = v_change;
	if v_total is not null and v_total <> v_lines then
		perform private.refuse(422, 'total_mismatch', jsonb_build_object('total_ore', v_total, 'lines_ore', v_lines));
	end if;
	return null;
end $$;
comment on function private.check_change_total is 'At the end of every transaction a change''s lines add up to its total.';
create constraint trigger order_change_total after insert or update on public.order_change
	deferrable initially deferred for each row execute function private.check_change_total();
create constraint trigger order_change_line_total after insert or update or delete on public.order_change_line
	deferrable initially deferred for each row execute function private.check_change_total();

alter table public.order_change enable row level security;
alter table public.order_change_line enable row level security;
alter table public.order_change_approval enable row level security;
create policy "Changes are seen by both sides of the order" on public.order_change
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
create policy "Lines of a change are seen with it" on public.order_change_line
	for select to authenticated
	using (exists (select from public.order_change where order_change.id = order_change_line.change_id));
create policy "Approvals of changes are seen by the job centre only" on public.order_change_approval
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
grant select on public.order_change, public.order_change_line, public.order_change_approval to authenticated;
-- NOTE: no insert or update. Changes are made and moved by functions.

drop function private.approval_reasons(public.need, uuid, bigint);
create function private.approval_reasons(
	p_need public.need, p_funding_source uuid, p_total_ore bigint, p_promised_ore bigint default 0
) returns text[] language plpgsql security definer set search_path = '' as $$
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
		case when p_total_ore - p_promised_ore > v_left then 'budget' end,
		case when p_total_ore > p_need.price_ceiling_ore then 'ceiling' end
	], null);
end $$;
comment on function private.approval_reasons is
	'Why an order for a need must be approved, of whose total so much is promised already; none when the broker may order at once. The same rule as src/lib/domain/orders/approval.ts shows before the choice.';

create function private.change_side(p_order public.purchase_order)
returns text language sql stable security definer set search_path = '' as $$
	select case
		when private.acts_for(p_order.provider_id, array['leader']) then 'provider'
		when exists (select from public.need where need.id = p_order.need_id and private.may_handle_need(need)) then 'job_centre'
	end
$$;
comment on function private.change_side is 'The side that the caller may change an order for: the school''s leader, the need''s broker or a coordinator.';

create function private.order_to_change(p_id uuid)
returns public.purchase_order language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
begin
	select * into v_order from public.purchase_order where id = p_id;
	if v_order.id is null or not (private.acts_for(v_order.job_centre_id)
		or (v_order.state in ('approved', 'cancelled') and private.acts_for(v_order.provider_id, array['leader']))) then
		perform private.refuse(404, 'not_found');
	end if;
	if private.change_side(v_order) is null then
		perform private.refuse(403, 'not_allowed');
	end if;
	perform from public.need where id = v_order.need_id for update;
	select * into v_order from public.purchase_order where id = p_id for update;
	return v_order;
end $$;
comment on function private.order_to_change is 'Locks an order, and its need first, for whoever may change it, or refuses.';

create function private.tell_of_change(p_order public.purchase_order, p_side text, p_kind text)
returns void language plpgsql security definer set search_path = '' as $$
begin
	if p_side = 'provider' then
		perform private.notify(private.people_of(p_order.provider_id, array['leader']), p_kind,
			(select id from public.engagement where order_id = p_order.id), jsonb_build_object('reference', p_order.reference));
	else
		perform private.notify(array(select owner_id from public.need where id = p_order.need_id), p_kind || '_for_broker',
			p_order.id, jsonb_build_object('reference', p_order.reference));
	end if;
end $$;
comment on function private.tell_of_change is 'Tells one side what happened to a change: the school, or the need''s broker.';

create function private.propose_change(p_order uuid, p_id uuid, p_version integer, p_change jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_change(p_order);
	v_side text := private.change_side(v_order);
	v_engagement public.engagement;
begin
	-- The same form, sent twice.
	if exists (select from public.order_change where id = p_id and order_id = p_order and proposed_by = (select auth.uid())) then
		return;
	end if;
	if exists (select from public.order_change where order_id = p_order and state in ('proposed', 'awaiting_approval')) then
		perform private.refuse(409, 'change_open');
	end if;
	perform private.refuse_if_stale(p_order, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['approved']);
	select * into v_engagement from public.engagement where order_id = p_order for update;
	perform private.refuse_unless_state(v_engagement.state, array['planned', 'active']);
	perform private.refuse_cpr(p_change - 'lines');
	perform private.words('reason', p_change ->> 'reason', 300, true);
	if v_engagement.state = 'active' and (p_change ->> 'starts_on')::date is distinct from v_engagement.planned_start then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "has_begun"}');
	end if;
	if v_engagement.state = 'planned' and (p_change ->> 'starts_on')::date < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "in_the_past"}');
	end if;
	if jsonb_array_length(coalesce(p_change -> 'lines', '[]')) = 0 then
		perform private.refuse(422, 'invalid', '{"field": "lines", "reason": "missing"}');
	end if;
	insert into public.order_change (id, order_id, job_centre_id, provider_id, side, proposed_by, reason, hours, session_hours,
		weekly_hours, starts_on, total_ore)
	select p_id, p_order, v_order.job_centre_id, v_order.provider_id, v_side, (select auth.uid()), input.reason, input.hours,
		input.session_hours, input.weekly_hours, input.starts_on, input.total_ore
	from jsonb_populate_record(null::public.order_change, p_change) input;
	insert into public.order_change_line (change_id, position, kind, model, description, unit_price_ore, quantity)
	select p_id, item.position, line.kind, line.model, line.description, line.unit_price_ore, line.quantity
	from jsonb_array_elements(p_change -> 'lines') with ordinality as item (value, position),
		jsonb_populate_record(null::public.order_change_line, item.value) line;
	set constraints all immediate;
	set constraints all deferred;
	perform private.record_event('order.change_proposed', p_order, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.tell_of_change(v_order, case v_side when 'provider' then 'job_centre' else 'provider' end,
		'order.change_proposed');
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
comment on function private.propose_change is
	'Proposes what an approved order should be instead, by either side, until the training has ended; one proposal at a time. The lines must add up to total_ore.';

create function private.change_to_move(p_id uuid)
returns public.order_change language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change;
begin
	select * into v_change from public.order_change where id = p_id;
	if v_change.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.order_to_change(v_change.order_id);
	select * into v_change from public.order_change where id = p_id for update;
	return v_change;
end $$;
comment on function private.change_to_move is 'Locks a change after its need and order, for whoever may change the order, or refuses.';

create function private.withdraw_change(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_move(p_id);
	v_order public.purchase_order;
begin
	select * into v_order from public.purchase_order where id = v_change.order_id;
	if v_change.side <> private.change_side(v_order) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_change.state = 'withdrawn' then
		return;
	end if;
	perform private.refuse_if_stale(v_order.id, v_change.version, p_version);
	perform private.refuse_unless_state(v_change.state, array['proposed']);
	update public.order_change set state = 'withdrawn', version = version + 1 where id = p_id;
	perform private.record_event('order.change_withdrawn', v_order.id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.tell_of_change(v_order, case v_change.side when 'provider' then 'job_centre' else 'provider' end,
		'order.change_withdrawn');
end $$;
comment on function private.withdraw_change is 'proposed → withdrawn, by the side that proposed it.';

create function private.apply_change(p_change public.order_change, p_order public.purchase_order)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement;
	v_school uuid := case p_change.side when 'provider' then p_change.proposed_by else p_change.answered_by end;
begin
	select * into v_engagement from public.engagement where order_id = p_order.id for update;
	perform private.refuse_unless_state(p_order.state, array['approved']);
	perform private.refuse_unless_state(v_engagement.state, array['planned', 'active']);
	-- A school that agrees to a change takes the order.
	update public.purchase_order
	set total_ore = p_change.total_ore, revision = revision + 1, version = version + 1,
		confirmed_at = coalesce(confirmed_at, now()),
		confirmed_by = case when confirmed_at is null then v_school else confirmed_by end
	where id = p_order.id;
	update public.order_change set state = 'accepted', version = version + 1, revision = p_order.revision + 1
	where id = p_change.id;
	update public.engagement
	set planned_hours = p_change.hours, version = version + 1,
		planned_start = case when state = 'planned' then p_change.starts_on else planned_start end
	where id = v_engagement.id;
	perform private.record_event('order.changed', p_order.id, p_order.job_centre_id, p_order.provider_id,
		jsonb_build_object('need', p_order.need_id, 'reference', p_order.reference, 'revision', p_order.revision + 1,
			'before', jsonb_build_object('total_ore', p_order.total_ore, 'hours', v_engagement.planned_hours,
				'starts_on', v_engagement.planned_start),
			'after', jsonb_build_object('total_ore', p_change.total_ore, 'hours', p_change.hours,
				'starts_on', p_change.starts_on)));
	perform private.tell_of_change(p_order, 'provider', 'order.changed');
	perform private.tell_of_change(p_order, 'job_centre', 'order.changed');
end $$;
comment on function private.apply_change is 'A change takes effect: order and training follow it, and the history says what was before.';

create function private.as_changed(p_change public.order_change, p_order public.purchase_order)
returns public.purchase_order language plpgsql stable security definer set search_path = '' as $$
begin
	p_order.total_ore := p_change.total_ore;
	select made_by into p_order.accepted_by from public.order_change_approval where change_id = p_change.id;
	return p_order;
end $$;
comment on function private.as_changed is
	'The order as the change would make it, made by whoever acted for the job centre: the rules of approval are asked about this.';

create function private.change_decided_as(p_change public.order_change)
returns uuid language sql stable security definer set search_path = '' as $$
	select private.decides_as(private.as_changed(p_change, bought))
	from public.purchase_order bought
	where bought.id = p_change.order_id and bought.accepted_by is distinct from (select auth.uid())
$$;
comment on function private.change_decided_as is
	'The approver that the caller decides on a change as; nobody for those who made the order or the change.';

create function private.accept_change(p_id uuid, p_version integer)
returns text language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_move(p_id);
	v_order public.purchase_order;
	v_need public.need;
	v_hours numeric;
	v_why text[] := '{}';
begin
	select * into v_order from public.purchase_order where id = v_change.order_id;
	if v_change.side = private.change_side(v_order) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_change.state in ('accepted', 'awaiting_approval') and v_change.answered_by = (select auth.uid()) then
		return v_change.state;
	end if;
	perform private.refuse_if_stale(v_order.id, v_change.version, p_version);
	perform private.refuse_unless_state(v_change.state, array['proposed']);
	select planned_hours into v_hours from public.engagement where order_id = v_order.id;
	select * into v_need from public.need where id = v_order.need_id;
	-- Material is what costs more, in all or by the hour.
	if v_change.total_ore > v_order.total_ore or v_change.total_ore * v_hours > v_order.total_ore * v_change.hours then
		v_why := private.approval_reasons(v_need, v_order.funding_source_id, v_change.total_ore, v_order.total_ore);
	end if;
	update public.order_change set answered_by = (select auth.uid()), answered_at = now(), version = version + 1,
		state = case when v_why <> '{}' then 'awaiting_approval' else state end
	where id = p_id returning * into v_change;
	if v_why = '{}' then
		perform private.apply_change(v_change, v_order);
		return 'accepted';
	end if;
	insert into public.order_change_approval (change_id, job_centre_id, made_by, approval_reasons)
	values (p_id, v_order.job_centre_id,
		case v_change.side when 'job_centre' then v_change.proposed_by else v_change.answered_by end, v_why);
	perform private.record_event('order.change_accepted', v_order.id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.notify(private.deciders_of(private.as_changed(v_change, v_order)), 'order.change_awaiting_approval',
		v_order.id, jsonb_build_object('reference', v_order.reference));
	perform private.tell_of_change(v_order, v_change.side, 'order.change_accepted');
	return 'awaiting_approval';
end $$;
comment on function private.accept_change is
	'proposed → accepted by the other side, and the change takes effect; or → awaiting_approval, when it costs more and the rules ask for an approver. Returns the state.';

create function private.decline_change(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_move(p_id);
	v_order public.purchase_order;
	v_reason text;
begin
	select * into v_order from public.purchase_order where id = v_change.order_id;
	if v_change.side = private.change_side(v_order) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_change.state = 'declined' and v_change.answered_by = (select auth.uid()) then
		return;
	end if;
	perform private.refuse_if_stale(v_order.id, v_change.version, p_version);
	perform private.refuse_unless_state(v_change.state, array['proposed']);
	v_reason := private.words('reason', p_reason, 300, true);
	update public.order_change set state = 'declined', version = version + 1, decline_reason = v_reason,
		answered_by = (select auth.uid()), answered_at = now()
	where id = p_id;
	perform private.record_event('order.change_declined', v_order.id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.tell_of_change(v_order, v_change.side, 'order.change_declined');
end $$;
comment on function private.decline_change is 'proposed → declined with a reason, by the other side; the order stands as it was.';

create function private.change_to_approve(p_id uuid)
returns public.order_change language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change;
	v_order public.purchase_order;
begin
	select * into v_change from public.order_change where id = p_id;
	if v_change.id is null or not private.acts_for(v_change.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	v_order := private.order_to_decide(v_change.order_id, array['broker', 'coordinator', 'approver']);
	select * into v_change from public.order_change where id = p_id for update;
	if v_change.state <> 'awaiting_approval' and exists (
		select from public.order_change_approval where change_id = p_id and decided_by = (select auth.uid())) then
		return v_change;
	end if;
	if private.change_decided_as(v_change) is null then
		if (select auth.uid()) in (v_order.accepted_by,
				(select made_by from public.order_change_approval where change_id = p_id))
			and exists (select private.stands_for(v_order.job_centre_id)) then
			perform private.refuse(403, 'own_order');
		end if;
		perform private.refuse(403, 'not_allowed');
	end if;
	return v_change;
end $$;
comment on function private.change_to_approve is
	'Locks a change after its need and order, for somebody who may decide on it or has, or refuses.';

create function private.approve_change(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_approve(p_id);
	v_order public.purchase_order;
begin
	if v_change.state = 'accepted' then
		return;
	end if;
	select * into v_order from public.purchase_order where id = v_change.order_id;
	perform private.refuse_if_stale(v_order.id, v_change.version, p_version);
	perform private.refuse_unless_state(v_change.state, array['awaiting_approval']);
	update public.order_change_approval
	set decided_by = (select auth.uid()), decided_at = now(),
		decided_for = nullif(private.change_decided_as(v_change), (select auth.uid()))
	where change_id = p_id;
	perform private.apply_change(v_change, v_order);
end $$;
comment on function private.approve_change is
	'awaiting_approval → accepted, and the change takes effect: by an approver who made neither the order nor the change, or who stands in for one.';

create function private.refuse_change(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_approve(p_id);
	v_order public.purchase_order;
	v_reason text;
begin
	if v_change.state = 'refused' then
		return;
	end if;
	select * into v_order from public.purchase_order where id = v_change.order_id;
	perform private.refuse_if_stale(v_order.id, v_change.version, p_version);
	perform private.refuse_unless_state(v_change.state, array['awaiting_approval']);
	v_reason := private.words('reason', p_reason, 300, true);
	update public.order_change set state = 'refused', version = version + 1 where id = p_id;
	update public.order_change_approval
	set decided_by = (select auth.uid()), decided_at = now(), refusal = v_reason,
		decided_for = nullif(private.change_decided_as(v_change), (select auth.uid()))
	where change_id = p_id;
	perform private.record_event('order.change_refused', v_order.id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.tell_of_change(v_order, 'provider', 'order.change_refused');
	perform private.tell_of_change(v_order, 'job_centre', 'order.change_refused');
end $$;
comment on function private.refuse_change is 'awaiting_approval → refused with a reason that stays in the job centre; the order stands as it was.';

create function private.let_changes_lapse()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	update public.order_change set state = 'lapsed', version = version + 1
	where order_id = new.order_id and state in ('proposed', 'awaiting_approval');
	return null;
end $$;
comment on function private.let_changes_lapse is 'Whatever ended the training, nobody answers a change of its order any longer.';
create trigger engagement_over after update of state on public.engagement
	for each row when (new.state in ('completed', 'dropped') and old.state not in ('completed', 'dropped'))
	execute function private.let_changes_lapse();

create function private.changes_to_decide(p_job_centre uuid)
returns table (change_id uuid, for_approver text) language sql stable security definer set search_path = '' as $$
	select waiting.id, case when decider.id <> (select auth.uid()) then profile.display_name end
	from public.order_change waiting
	cross join lateral private.change_decided_as(waiting) decider (id)
	join public.profile on profile.user_id = decider.id
	where waiting.job_centre_id = p_job_centre and waiting.state = 'awaiting_approval' and private.acts_for(p_job_centre)
$$;
comment on function private.changes_to_decide is
	'The changes that wait for the caller, with the approver whom they would decide for when it is not themselves.';

grant execute on function private.propose_change, private.withdraw_change, private.accept_change, private.decline_change,
	private.approve_change, private.refuse_change, private.changes_to_decide to authenticated;

create function public.propose_change(p_order uuid, p_id uuid, p_version integer, p_change jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.propose_change(p_order, p_id, p_version, p_change)
$$;
create function public.withdraw_change(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.withdraw_change(p_id, p_version) $$;
create function public.accept_change(p_id uuid, p_version integer)
returns text language sql security invoker set search_path = '' as $$ select private.accept_change(p_id, p_version) $$;
create function public.decline_change(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$ select private.decline_change(p_id, p_version, p_reason) $$;
create function public.approve_change(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.approve_change(p_id, p_version) $$;
create function public.refuse_change(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$ select private.refuse_change(p_id, p_version, p_reason) $$;
create function public.changes_to_decide(p_job_centre uuid)
returns table (change_id uuid, for_approver text) language sql stable security invoker set search_path = '' as $$
	select * from private.changes_to_decide(p_job_centre)
$$;
grant execute on function public.propose_change, public.withdraw_change, public.accept_change, public.decline_change,
	public.approve_change, public.refuse_change, public.changes_to_decide to authenticated;
