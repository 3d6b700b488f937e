-- Any material change of an order takes its approval back. It was only what costs more that did, while an approver has said yes to
-- a price for so many hours at a time, in a place and a form. What counts as material is said once, here, and kept with the change.

alter table public.order_change
	add column place text check (place in ('workplace', 'school', 'online')),
	add column delivery_form text check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support')),
	add column material text[] not null default '{}'
		check (material <@ array['price', 'hours', 'start', 'end', 'place', 'form']);
comment on column public.order_change.material is
	'In what the change is material, by private.material_in; one that is not is settled between the two sides.';
update public.order_change set place = quote.place, delivery_form = quote.delivery_form
from public.purchase_order join public.quote on quote.id = purchase_order.quote_id
where purchase_order.id = order_change.order_id;
set constraints all immediate;
set constraints all deferred;
alter table public.order_change alter column place set not null, alter column delivery_form set not null;

alter table public.order_change_approval
	drop constraint order_change_approval_approval_reasons_check,
	add constraint order_change_approval_approval_reasons_check
		check (approval_reasons <@ array['amount', 'budget', 'ceiling', 'material']);
comment on column public.order_change_approval.approval_reasons is
	'As of an order; material where the order had been approved, which the change takes back.';

create function private.terms_before(p_change public.order_change)
returns table (
	revision integer, is_judged boolean, total_ore bigint, hours numeric, starts_on date, ends_on date, place text, delivery_form text
) language sql stable security definer set search_path = '' as $$
	select 0, true, quote.total_ore, quote.hours, quote.starts_on, quote.starts_on + 7 * quote.weeks, quote.place, quote.delivery_form
	from public.purchase_order join public.quote on quote.id = purchase_order.quote_id
	where purchase_order.id = p_change.order_id
	union all
	select earlier.revision, earlier.material <> '{}', earlier.total_ore, earlier.hours, earlier.starts_on,
		earlier.starts_on + 7 * earlier.weeks, earlier.place, earlier.delivery_form
	from public.order_change earlier
	where earlier.order_id = p_change.order_id and earlier.revision is not null
		and (p_change.revision is null or earlier.revision < p_change.revision)
$$;
comment on function private.terms_before is
	'The terms that an order has had before a change, the highest revision being those that stand. Judged are those that the rules of approval were asked about: as ordered, and as each material change made them.';

create function private.material_in(p_change public.order_change)
returns text[] language sql stable security definer set search_path = '' as $$
	select array_remove(array[
		case when p_change.total_ore > standing.total_ore then 'price' end,
		case when p_change.hours <> judged.hours then 'hours' end,
		case when abs(p_change.starts_on - judged.starts_on) > 28
			or extract(year from p_change.starts_on) <> extract(year from judged.starts_on) then 'start' end,
		case when abs(p_change.starts_on + 7 * ceil(p_change.hours / p_change.weekly_hours)::integer - judged.ends_on) > 28
			then 'end' end,
		case when p_change.place <> judged.place then 'place' end,
		case when p_change.delivery_form <> judged.delivery_form then 'form' end
	], null)
	from (select * from private.terms_before(p_change) terms where terms.is_judged order by terms.revision desc limit 1) judged,
		(select * from private.terms_before(p_change) terms order by terms.revision desc limit 1) standing
$$;
comment on function private.material_in is
	'In what a change is material: any more money, other hours, a start or an end that is moved by more than four weeks, a start in another year, another place or form. Held against what was last judged, so that many small moves are not let through where one great one is not.';

create function private.mark_material()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	new.material := private.material_in(new);
	return new;
end $$;
comment on function private.mark_material is 'Whoever writes a change, it says itself in what it is material. Its terms are never written again.';
create trigger order_change_material before insert on public.order_change
	for each row execute function private.mark_material();

do $$
declare
	v_change public.order_change;
begin
	for v_change in select * from public.order_change order by order_id, revision nulls last loop
		update public.order_change set material = private.material_in(v_change) where id = v_change.id;
	end loop;
end $$;

create function private.rules_met(
	p_need public.need, p_funding_source uuid, p_total_ore bigint, p_promised_ore bigint, p_year integer
) returns text[] language sql stable security definer set search_path = '' as $$
	select array_remove(array[
		case when exists (
			select from public.approval_rule rule
			where rule.job_centre_id = p_need.job_centre_id and rule.above_ore < p_total_ore
				and (rule.funding_source_id is null or rule.funding_source_id = p_funding_source)
		) then 'amount' end,
		case when p_total_ore - p_promised_ore > (
			select budget.left_ore from public.funding_left(p_need.job_centre_id, p_year) budget
			where budget.funding_source_id = p_funding_source
		) then 'budget' end,
		case when p_total_ore > p_need.price_ceiling_ore then 'ceiling' end
	], null)
$$;
comment on function private.rules_met is
	'By which of a job centre''s rules an order for a need must be approved, of whose total so much is promised already in the budget of its year.';

create or replace function private.approval_reasons(
	p_need public.need, p_funding_source uuid, p_total_ore bigint, p_promised_ore bigint default 0
) returns text[] language plpgsql security definer set search_path = '' as $$
declare
	v_year integer := extract(year from private.today());
begin
	-- Of two orders at the same time the second sees what the first left.
	perform from public.budget
	where job_centre_id = p_need.job_centre_id and funding_source_id = p_funding_source and year = v_year for update;
	return private.rules_met(p_need, p_funding_source, p_total_ore, p_promised_ore, v_year);
end $$;

create function private.change_reasons(p_change public.order_change, p_order public.purchase_order)
returns text[] language sql stable security definer set search_path = '' as $$
	select case when p_change.material = '{}' then '{}' else
		private.rules_met(need, p_order.funding_source_id, p_change.total_ore, p_order.total_ore,
			extract(year from p_order.accepted_at at time zone 'Europe/Copenhagen')::integer)
		|| case when exists (
			select from public.order_reason where order_id = p_order.id and approval_reasons <> '{}'
			union all
			select from public.order_change earlier
			join public.order_change_approval approval on approval.change_id = earlier.id
			where earlier.order_id = p_order.id and earlier.state = 'accepted'
		) then array['material'] else '{}' end
	end
	from public.need where need.id = p_order.need_id
$$;
comment on function private.change_reasons is
	'Why a change must be approved: a material one is judged anew by the job centre''s rules, and takes back the approval that the order had. None for a change that is not material, or of an order that needed none and needs none.';

create or replace function private.change_decided_as(p_change public.order_change)
returns uuid language sql stable security definer set search_path = '' as $$
	select approver
	from public.purchase_order bought
	cross join lateral private.as_changed(p_change, bought) changed
	cross join lateral private.approvers_of(changed) approver
	where bought.id = p_change.order_id
		and approver in (select private.stands_for(bought.job_centre_id))
		and approver is distinct from bought.accepted_by
		and bought.accepted_by is distinct from (select auth.uid())
		and changed.accepted_by is distinct from (select auth.uid())
	order by approver <> (select auth.uid()), approver
	limit 1
$$;
comment on function private.change_decided_as is
	'The approver that the caller decides on a change as; nobody for those who made the order or the change, nor in their place.';

create function private.ask_approvers(p_change public.order_change, p_order public.purchase_order, p_again boolean)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_deciders uuid[] := array_remove(private.deciders_of(private.as_changed(p_change, p_order)), p_order.accepted_by);
	v_what jsonb := jsonb_build_object('reference', p_order.reference, 'total_ore', p_change.total_ore, 'material', p_change.material);
begin
	if p_again then
		perform private.notify(v_deciders, 'order.change_still_waiting', p_order.id, v_what);
	else
		perform private.notify(v_deciders, 'order.change_awaiting_approval', p_order.id, v_what);
	end if;
end $$;
comment on function private.ask_approvers is
	'Tells those who may decide on a change what it costs and in what it is material, the first time or again.';

create or replace function private.accept_change(p_id uuid, p_version integer)
returns text language plpgsql security definer set search_path = '' as $$
declare
	v_change public.order_change := private.change_to_move(p_id);
	v_order public.purchase_order;
	v_why text[];
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
	-- Of two who use the same budget the second sees what the first left.
	perform from public.budget
	where job_centre_id = v_order.job_centre_id and funding_source_id = v_order.funding_source_id
		and year = extract(year from v_order.accepted_at at time zone 'Europe/Copenhagen') for update;
	v_why := private.change_reasons(v_change, v_order);
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
	perform private.ask_approvers(v_change, v_order, false);
	perform private.tell_of_change(v_order, v_change.side, 'order.change_accepted');
	if v_change.side = 'provider' then
		-- A coordinator may have agreed to it.
		perform private.notify(array(select owner_id from public.need where id = v_order.need_id), 'order.change_agreed',
			v_order.id, jsonb_build_object('reference', v_order.reference));
	end if;
	return 'awaiting_approval';
end $$;
comment on function private.accept_change is
	'proposed → accepted by the other side, and the change takes effect; or → awaiting_approval, when it is material and the order had been approved or the rules ask for an approver. Returns the state.';

create function private.change_outlook(p_subject uuid)
returns table (waits boolean, reasons text[]) language sql stable security definer set search_path = '' as $$
	select why <> '{}', case when private.acts_for(bought.job_centre_id) then why else '{}' end
	from public.purchase_order bought
	join public.order_change proposed on proposed.order_id = bought.id and proposed.state = 'proposed'
	left join public.engagement on engagement.order_id = bought.id
	cross join lateral private.change_reasons(proposed, bought) why
	where p_subject in (bought.id, engagement.id)
		and (private.acts_for(bought.job_centre_id) or private.acts_for(bought.provider_id))
$$;
comment on function private.change_outlook is
	'Whether the change that is proposed of an order, named by itself or by its training, would wait for an approver once it is agreed on; why is for the job centre only. No row without a proposal.';

create or replace function private.propose_change(p_order uuid, p_id uuid, p_version integer, p_change jsonb)
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
		weekly_hours, starts_on, place, delivery_form, total_ore)
	select p_id, p_order, v_order.job_centre_id, v_order.provider_id, v_side, (select auth.uid()), input.reason, input.hours,
		input.session_hours, input.weekly_hours, input.starts_on, input.place, input.delivery_form, input.total_ore
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

create or replace function private.apply_change(p_change public.order_change, p_order public.purchase_order)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement;
	v_before record;
	v_school uuid := case p_change.side when 'provider' then p_change.proposed_by else p_change.answered_by end;
begin
	select * into v_engagement from public.engagement where order_id = p_order.id for update;
	perform private.refuse_unless_state(p_order.state, array['approved']);
	-- A training that began while the change waited cannot begin on another day any more.
	perform private.refuse_unless_state(v_engagement.state, case
		when p_change.starts_on = v_engagement.planned_start then array['planned', 'active'] else array['planned'] end);
	select * into v_before from private.terms_before(p_change) terms order by terms.revision desc limit 1;
	-- A school that agrees to a change takes the order.
	update public.purchase_order
	set total_ore = p_change.total_ore, revision = revision + 1, version = version + 1,
		confirmed_at = coalesce(confirmed_at, now()),
		confirmed_by = case when confirmed_at is null then v_school else confirmed_by end
	where id = p_order.id;
	update public.order_change set state = 'accepted', version = version + 1, revision = p_order.revision + 1
	where id = p_change.id;
	update public.engagement
	set planned_hours = p_change.hours, version = version + 1, planned_start = p_change.starts_on
	where id = v_engagement.id;
	perform private.record_event('order.changed', p_order.id, p_order.job_centre_id, p_order.provider_id,
		jsonb_build_object('need', p_order.need_id, 'reference', p_order.reference, 'revision', p_order.revision + 1,
			'before', jsonb_build_object('total_ore', p_order.total_ore, 'hours', v_engagement.planned_hours,
				'starts_on', v_engagement.planned_start, 'place', v_before.place, 'delivery_form', v_before.delivery_form),
			'after', jsonb_build_object('total_ore', p_change.total_ore, 'hours', p_change.hours,
				'starts_on', p_change.starts_on, 'place', p_change.place, 'delivery_form', p_change.delivery_form)));
	perform private.tell_of_change(p_order, 'provider', 'order.changed');
	perform private.tell_of_change(p_order, 'job_centre', 'order.changed');
end $$;

create or replace function private.remind_of_changes()
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
			perform private.ask_approvers(v_change, v_order, true);
		else
			perform private.tell_of_change(v_order, case v_change.side when 'provider' then 'job_centre' else 'provider' end,
				'order.change_unanswered');
		end if;
	end loop;
	return v_count;
end $$;

grant execute on function private.change_outlook to authenticated;
create function public.change_outlook(p_subject uuid)
returns table (waits boolean, reasons text[]) language sql stable security invoker set search_path = '' as $$
	select * from private.change_outlook(p_subject)
$$;
grant execute on function public.change_outlook to authenticated;
