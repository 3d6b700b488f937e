-- Cancelling an order is a move of its own, for both sides, and says who bears which cost. The rule is the job centre's own
-- data, and holds for an order as it was when the order was made.

alter table public.job_centre
	add column cancel_free_days integer not null default 0 check (cancel_free_days between 0 and 90),
	add column cancel_percent integer not null default 0 check (cancel_percent between 0 and 100);
comment on column public.job_centre.cancel_free_days is 'An order is cancelled free of charge until so many days before its start.';
comment on column public.job_centre.cancel_percent is 'Of the order''s total, paid by the job centre that cancels later than that.';

alter table public.purchase_order
	add column cancel_free_days integer not null default 0 check (cancel_free_days between 0 and 90),
	add column cancel_percent integer not null default 0 check (cancel_percent between 0 and 100),
	add column cancelled_by text check (cancelled_by in ('job_centre', 'provider')),
	add column cancel_cost_ore bigint check (cancel_cost_ore between 0 and total_ore),
	add column cancel_borne_by text check (cancel_borne_by in ('job_centre', 'provider', 'each')),
	add constraint purchase_order_cancelled_by_somebody check (cancelled_by is null or state = 'cancelled'),
	add constraint purchase_order_cancel_cost check (
		(cancelled_by is null) = (cancel_cost_ore is null) and (cancelled_by is null) = (cancel_borne_by is null));
comment on column public.purchase_order.cancel_free_days is 'The job centre''s rule when the order was made: what both sides agreed to.';
comment on column public.purchase_order.cancelled_by is
	'The side that cancelled; empty for an order that the next quote took the place of, and for those from before costs were kept.';
comment on column public.purchase_order.cancel_cost_ore is 'What private.cancel_cost came to on that day.';
comment on column public.purchase_order.cancel_borne_by is
	'Who bears that cost. Each their own when the school has given up what the job centre owed it.';

create function private.take_cancel_rule()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	select cancel_free_days, cancel_percent into new.cancel_free_days, new.cancel_percent
	from public.job_centre where organisation_id = new.job_centre_id;
	return new;
end $$;
comment on function private.take_cancel_rule is 'An order keeps the rule that it was made under.';
create trigger purchase_order_cancel_rule before insert on public.purchase_order
	for each row execute function private.take_cancel_rule();

create function private.set_cancel_rule(p_job_centre uuid, p_version integer, p_free_days integer, p_percent integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
begin
	if (v_job_centre.cancel_free_days, v_job_centre.cancel_percent) = (p_free_days, p_percent) then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'settings.changed', v_job_centre.version, p_version);
	if p_free_days is null or p_free_days not between 0 and 90 then
		perform private.refuse(422, 'invalid', '{"field": "free_days", "reason": "not_valid"}');
	end if;
	if p_percent is null or p_percent not between 0 and 100 then
		perform private.refuse(422, 'invalid', '{"field": "percent", "reason": "not_valid"}');
	end if;
	update public.job_centre
	set cancel_free_days = p_free_days, cancel_percent = p_percent, version = version + 1
	where organisation_id = p_job_centre;
	perform private.record_event('settings.changed', p_job_centre, p_job_centre, null, jsonb_build_object(
		'cancel_free_days', jsonb_build_object('from', v_job_centre.cancel_free_days, 'to', p_free_days),
		'cancel_percent', jsonb_build_object('from', v_job_centre.cancel_percent, 'to', p_percent)));
end $$;
comment on function private.set_cancel_rule is
	'Sets until when the job centre''s orders are cancelled free of charge, and what it pays after that; orders that are made keep their own rule.';

create function private.cancel_cost(
	p_order public.purchase_order, p_engagement public.engagement, p_side text, p_hours_held numeric, p_on date
) returns bigint language sql immutable set search_path = '' as $$
	select greatest(
		-- Hours that were held are paid for, or lost to the school that cancels; never more than what was ordered.
		round(p_order.total_ore * least(p_hours_held / p_engagement.planned_hours, 1)),
		case when p_side = 'job_centre'
			and (p_engagement.state = 'active' or p_on > p_engagement.planned_start - p_order.cancel_free_days)
			then round(p_order.total_ore * p_order.cancel_percent / 100.0) else 0 end
	)::bigint
$$;
comment on function private.cancel_cost is
	'What it costs to cancel an order on a day, after hours that were held: for the job centre the price of those hours, or the percentage of its rule when it is too late and that is more; for the school the hours.';

create function private.cancel_side(p_order public.purchase_order)
returns text language sql stable security definer set search_path = '' as $$
	select case
		when private.acts_for(p_order.provider_id, array['leader']) then 'provider'
		when private.acts_for(p_order.job_centre_id, array['coordinator']) then 'job_centre'
	end
$$;
comment on function private.cancel_side is 'The side that the caller may cancel an order for: the school''s leader or the job centre''s coordinator.';

create function private.cancel_terms(p_id uuid, p_hours_held numeric)
returns table (
	order_id uuid, version integer, reference text, title text, total_ore bigint, state text, engagement_id uuid,
	engagement_state text, planned_start date, planned_hours numeric, free_days integer, percent integer, side text, cost_ore bigint
) language sql stable security definer set search_path = '' as $$
	select bought.id, bought.version, bought.reference, training.title, bought.total_ore, bought.state, training.id,
		training.state, training.planned_start, training.planned_hours, bought.cancel_free_days, bought.cancel_percent, side.name,
		private.cancel_cost(bought, training, side.name, greatest(coalesce(p_hours_held, 0), 0), private.today())
	from public.purchase_order bought
	join public.engagement training on training.order_id = bought.id
	cross join lateral private.cancel_side(bought) side (name)
	where p_id in (bought.id, training.id) and side.name is not null
$$;
comment on function private.cancel_terms is
	'What cancelling an order, named by itself or by its training, would cost today, for whoever may cancel it; said before they do.';

create function private.reopen_need(p_order public.purchase_order, p_hours_held numeric)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
	v_engagement uuid;
	v_other record;
begin
	update public.engagement
	set state = 'dropped', version = version + 1, ended_on = private.today(), hours_held = p_hours_held,
		drop_reason_code = 'order_cancelled'
	where order_id = p_order.id returning id into v_engagement;
	delete from public.candidate_contact where need_id = p_order.need_id;
	update public.quote set state = 'rejected', version = version + 1, decided_at = now() where id = p_order.quote_id;
	update public.need set state = 'open', version = version + 1, updated_at = now() where id = p_order.need_id
	returning * into v_need;
	perform private.record_event('engagement.dropped', v_engagement, p_order.job_centre_id, p_order.provider_id,
		jsonb_build_object('need', v_need.id, 'hours_held', p_hours_held, 'reason_code', 'order_cancelled'));
	perform private.record_event('need.reopened', v_need.id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	for v_other in
		update public.quote
		set state = 'submitted', version = version + 1, decided_at = null,
			price_rank = null, price_rank_of = null, choice_reason_code = null
		where id in (select quote_id from private.set_aside where order_id = p_order.id)
			and state = 'rejected' and valid_until >= private.today()
		returning id, provider_id, reference
	loop
		delete from private.set_aside where quote_id = v_other.id;
		perform private.record_event('quote.reinstated', v_other.id, v_need.job_centre_id, v_other.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_other.reference));
	end loop;
	return v_engagement;
end $$;
comment on function private.reopen_need is
	'What follows when a school does not give what was ordered: the training ends, the need is open again, and the quotes that the order pushed aside can be taken where they are still valid. Returns the training''s id.';

drop function public.cancel_order(uuid, integer, text);
drop function private.cancel_order(uuid, integer, text);
create function private.cancel_order(
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
comment on function private.cancel_order is
	'approved → cancelled with a reason, by the job centre''s coordinator or the school''s leader, until the training has ended. Whoever cancels bears the cost, and names it, so that nobody pays what they were not shown. When the school cancels, the need is open again and another quote can be taken.';

create function private.waive_cancel_cost(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
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
	if v_order.cancel_borne_by = 'each' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['cancelled']);
	if v_order.cancel_borne_by is distinct from 'job_centre' or v_order.cancel_cost_ore = 0 then
		perform private.refuse(409, 'nothing_owed');
	end if;
	update public.purchase_order set cancel_borne_by = 'each', version = version + 1 where id = p_id;
	perform private.record_event('order.cost_waived', p_id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference, 'total_ore', v_order.cancel_cost_ore));
	perform private.notify(
		array(select owner_id from public.need where id = v_order.need_id)
			|| private.people_of(v_order.job_centre_id, array['coordinator']),
		'order.cost_waived', p_id, jsonb_build_object('reference', v_order.reference,
			'provider', (select name from public.organisation where id = v_order.provider_id)));
end $$;
comment on function private.waive_cancel_cost is
	'The school gives up what a job centre that cancelled owes it: by agreement each side bears its own. Only the one who is owed can do so.';

create or replace function private.next_quotes(p_order uuid)
returns setof uuid language sql stable security definer set search_path = '' as $$
	select quote.id from public.purchase_order late
	join private.set_aside on set_aside.order_id = late.id
	join public.quote on quote.id = set_aside.quote_id
	where late.id = p_order and private.acts_for(late.job_centre_id) and private.order_is_late(late)
		and quote.valid_until >= private.today()
	union
	select quote.id from public.purchase_order given_up
	join public.need on need.id = given_up.need_id and need.state = 'open'
	join public.quote on quote.need_id = need.id and quote.state = 'submitted'
	where given_up.id = p_order and given_up.cancelled_by = 'provider' and private.acts_for(given_up.job_centre_id)
		and quote.valid_until >= private.today() and not private.quotes_are_sealed(need.id)
		and not exists (select from public.purchase_order standing
			where standing.need_id = need.id and standing.state in ('awaiting_approval', 'approved'))
$$;
comment on function private.next_quotes is
	'The quotes that may be taken in place of an order that its school has not confirmed in time, or has cancelled.';

create or replace function private.take_next_quote(p_order uuid, p_version integer, p_quote uuid)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
	v_next public.purchase_order;
	v_need public.need;
	v_quote public.quote;
	v_engagement uuid;
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
	return private.take_quote(p_quote, v_quote.version, v_order.funding_source_id, 'next_in_line', null);
end $$;
comment on function private.take_next_quote is
	'Takes another quote, by the need''s broker or a coordinator, when the school has cancelled its order, or has not confirmed it in time: then the order is cancelled and the quotes that it pushed aside are alive again, all in one transaction. Returns id, reference and state of the new order.';

-- What a job centre pays for an order that was cancelled is spent, though nothing was bought.
create or replace view public.engagement_row with (security_invoker = true) as
select engagement.id as engagement_id, engagement.job_centre_id, purchase_order.reference as order_reference,
	need.reference as need_reference, candidate.alias as candidate_alias, candidate.id as candidate_id,
	candidate.target_group_code, target_group.reporting_group_code, need.subject_code, engagement.provider_id,
	provider.name as provider_name, engagement.title, engagement.state, engagement.planned_start,
	engagement.started_on, engagement.ended_on, engagement.planned_hours, engagement.hours_held,
	engagement.drop_reason_code,
	case
		when purchase_order.state <> 'cancelled' then purchase_order.total_ore
		when purchase_order.cancel_borne_by = 'job_centre' then purchase_order.cancel_cost_ore
		else 0
	end as total_ore
from public.engagement
join public.purchase_order on purchase_order.id = engagement.order_id
join public.need on need.id = engagement.need_id
join public.candidate on candidate.id = need.candidate_id
join public.target_group on target_group.code = candidate.target_group_code
join public.organisation provider on provider.id = engagement.provider_id;

create or replace view public.cost_row with (security_invoker = true) as
select purchase_order.id as order_id, purchase_order.job_centre_id, purchase_order.reference as order_reference,
	need.reference as need_reference, provider.name as provider_name, purchase_order.funding_source_id,
	funding_source.legal_basis_code, legal_basis.is_capped, purchase_order.state as order_state,
	engagement.state as engagement_state,
	extract(year from purchase_order.accepted_at at time zone 'Europe/Copenhagen')::integer as year,
	purchase_order.accepted_at,
	case
		when purchase_order.cancel_borne_by = 'job_centre' and purchase_order.cancel_cost_ore > 0
			then purchase_order.cancel_cost_ore
		else purchase_order.total_ore
	end as total_ore,
	case
		when purchase_order.cancel_borne_by = 'job_centre' and purchase_order.cancel_cost_ore > 0 then 'spent'
		when purchase_order.state in ('refused', 'cancelled') then 'none'
		when engagement.state in ('completed', 'dropped') then 'spent'
		else 'committed'
	end as bucket
from public.purchase_order
join public.need on need.id = purchase_order.need_id
join public.organisation provider on provider.id = purchase_order.provider_id
join public.funding_source on funding_source.id = purchase_order.funding_source_id
left join public.legal_basis on legal_basis.code = funding_source.legal_basis_code
left join public.engagement on engagement.order_id = purchase_order.id;
comment on view public.cost_row is
	'One row for each order. Committed until the training has ended, then spent; an order that waits for approval is committed, since the money is promised to it. Of an order that was cancelled the cost that the job centre bears is spent, and no more. It belongs to the year in which the quote was accepted.';

grant execute on function private.set_cancel_rule, private.cancel_order, private.cancel_terms, private.waive_cancel_cost to authenticated;

create function public.set_cancel_rule(p_job_centre uuid, p_version integer, p_free_days integer, p_percent integer)
returns void language sql security invoker set search_path = '' as $$
	select private.set_cancel_rule(p_job_centre, p_version, p_free_days, p_percent)
$$;
create function public.cancel_terms(p_id uuid, p_hours_held numeric default 0)
returns table (
	order_id uuid, version integer, reference text, title text, total_ore bigint, state text, engagement_id uuid,
	engagement_state text, planned_start date, planned_hours numeric, free_days integer, percent integer, side text, cost_ore bigint
) language sql stable security invoker set search_path = '' as $$ select * from private.cancel_terms(p_id, p_hours_held) $$;
create function public.cancel_order(
	p_id uuid, p_version integer, p_reason text, p_hours_held numeric default 0, p_cost_ore bigint default 0
) returns void language sql security invoker set search_path = '' as $$
	select private.cancel_order(p_id, p_version, p_reason, p_hours_held, p_cost_ore)
$$;
create function public.waive_cancel_cost(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.waive_cancel_cost(p_id, p_version) $$;
grant execute on function public.set_cancel_rule, public.cancel_terms, public.cancel_order, public.waive_cancel_cost
	to authenticated;
