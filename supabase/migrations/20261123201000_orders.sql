-- From the best quote to training that was held: the choice, its approval, the order and the engagement.

create table public.purchase_order (
	id uuid primary key default gen_random_uuid(),
	reference text not null,
	need_id uuid not null references public.need on delete restrict,
	quote_id uuid not null references public.quote on delete restrict,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete restrict,
	state text not null check (state in ('awaiting_approval', 'approved', 'refused', 'cancelled')),
	version integer not null default 1,
	total_ore bigint not null check (total_ore >= 0),
	funding_source_id uuid not null references public.funding_source on delete restrict,
	accepted_by uuid references public.profile on delete set null,
	accepted_at timestamptz not null default now(),
	decided_by uuid references public.profile on delete set null,
	decided_at timestamptz,
	cancel_reason public.free_text check (char_length(cancel_reason) <= 300),
	unique (job_centre_id, reference),
	constraint purchase_order_decided check ((state = 'awaiting_approval') = (decided_at is null))
);
comment on table public.purchase_order is
	'An accepted quote with its funding and, above the job centre''s limit, its approval. Named so because order is a word of SQL''s own.';
-- NOTE: two columns where the first would do: the embedded backend overlooks that an index is partial, and would take a
-- reference that is unique by itself for one-to-one.
create unique index purchase_order_one_live on public.purchase_order (need_id, job_centre_id) where state in ('awaiting_approval', 'approved');
create unique index purchase_order_quote on public.purchase_order (quote_id);
create index purchase_order_need on public.purchase_order (need_id);
create index purchase_order_job_centre on public.purchase_order (job_centre_id, state, accepted_at desc);
create index purchase_order_provider on public.purchase_order (provider_id);
create index purchase_order_funding_source on public.purchase_order (funding_source_id);
create index purchase_order_accepted_by on public.purchase_order (accepted_by);
create index purchase_order_decided_by on public.purchase_order (decided_by);

create table public.order_reason (
	order_id uuid primary key references public.purchase_order on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	reason_code text not null check (reason_code in ('cheapest', 'earliest', 'best_fit', 'other')),
	reason public.free_text check (char_length(reason) <= 500),
	refusal public.free_text check (char_length(refusal) <= 300),
	constraint order_reason_other_in_words check (reason_code <> 'other' or reason is not null)
);
comment on table public.order_reason is
	'Why a quote was chosen, and why an order was refused. Apart from the order, because the words may compare schools and no school may read them.';
create index order_reason_job_centre on public.order_reason (job_centre_id);

create table public.engagement (
	id uuid primary key default gen_random_uuid(),
	order_id uuid not null unique references public.purchase_order on delete cascade,
	need_id uuid not null references public.need on delete restrict,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete restrict,
	state text not null default 'planned' check (state in ('planned', 'active', 'completed', 'dropped')),
	version integer not null default 1,
	title public.free_text not null,
	planned_start date not null,
	planned_hours numeric(6,2) not null,
	started_on date,
	ended_on date check (ended_on >= started_on),
	hours_held numeric(6,2) check (hours_held >= 0 and hours_held <= 2000 and hours_held * 20 = trunc(hours_held * 20)),
	drop_reason_code text check (drop_reason_code in ('candidate_stopped', 'illness', 'job_found', 'workplace_stopped',
		'provider_stopped', 'order_cancelled', 'other')),
	drop_reason public.free_text check (char_length(drop_reason) <= 300),
	constraint engagement_started check (state in ('planned', 'dropped') or started_on is not null),
	constraint engagement_ended check ((state in ('completed', 'dropped')) = (ended_on is not null)),
	constraint engagement_dropped_with_reason check ((state = 'dropped') = (drop_reason_code is not null)),
	constraint engagement_completed_with_hours check (state <> 'completed' or hours_held > 0)
);
comment on table public.engagement is 'The training that a need ends in, from plan to end. It names no candidate.';
create index engagement_need on public.engagement (need_id);
create index engagement_job_centre on public.engagement (job_centre_id, state);
create index engagement_provider on public.engagement (provider_id, state, planned_start);

create table public.candidate_contact (
	need_id uuid primary key references public.need on delete cascade,
	first_name public.free_text not null check (char_length(first_name) between 1 and 40),
	contact public.free_text not null check (char_length(contact) between 3 and 120),
	updated_at timestamptz not null default now()
);
comment on table public.candidate_contact is
	'A first name and a way to reach the candidate, for the one school that gives the training; erased when it ends.';

alter table public.purchase_order enable row level security;
alter table public.order_reason enable row level security;
alter table public.engagement enable row level security;
alter table public.candidate_contact enable row level security;

create policy "Orders are seen by the job centre and, approved, the school" on public.purchase_order
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or (state in ('approved', 'cancelled') and provider_id in (select private.my_organisations()))
	);
create policy "Reasons are seen by the job centre only" on public.order_reason
	for select to authenticated using (job_centre_id in (select private.my_organisations()));
create policy "Engagements are seen by the job centre and the school" on public.engagement
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
create policy "Contact is seen by the broker and, until the end, the school" on public.candidate_contact
	for select to authenticated using (
		need_id in (select need.id from public.need where need.owner_id = (select auth.uid()))
		or need_id in (
			select engagement.need_id from public.engagement
			where engagement.provider_id in (select private.my_organisations()) and engagement.state in ('planned', 'active')
		)
	);
grant select on public.purchase_order, public.order_reason, public.engagement, public.candidate_contact to authenticated;
-- NOTE: no insert or update. Money and promises move by functions only.

create function private.award(p_order public.purchase_order)
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
		jsonb_build_object('need', v_need.id, 'reference', p_order.reference, 'total_ore', p_order.total_ore));
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'order.approved', v_engagement,
		jsonb_build_object('reference', p_order.reference, 'quote', v_quote.reference));
end $$;
comment on function private.award is 'What follows from an approved order: the need is awarded, the others are told, the engagement is planned.';

create function private.accept_quote(
	p_id uuid, p_version integer, p_funding_source uuid, p_reason_code text, p_reason text
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_quote public.quote;
	v_need public.need;
	v_order public.purchase_order;
	v_limit bigint;
	v_reason text;
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
	if p_reason_code is null or p_reason_code not in ('cheapest', 'earliest', 'best_fit', 'other') then
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
	select approval_limit_ore into v_limit from public.job_centre where organisation_id = v_need.job_centre_id;

	update public.quote set state = 'accepted', version = version + 1, decided_at = now() where id = p_id;
	insert into public.purchase_order (reference, need_id, quote_id, job_centre_id, provider_id, state, total_ore,
		funding_source_id, accepted_by, decided_by, decided_at)
	values (private.next_reference(v_need.job_centre_id, 'R'), v_need.id, p_id, v_need.job_centre_id, v_quote.provider_id,
		case when v_quote.total_ore > v_limit then 'awaiting_approval' else 'approved' end, v_quote.total_ore,
		p_funding_source, (select auth.uid()),
		case when v_quote.total_ore > v_limit then null else (select auth.uid()) end,
		case when v_quote.total_ore > v_limit then null else now() end)
	returning * into v_order;
	insert into public.order_reason (order_id, job_centre_id, reason_code, reason)
	values (v_order.id, v_need.job_centre_id, p_reason_code, v_reason);
	perform private.record_event('quote.accepted', p_id, v_need.job_centre_id, null, jsonb_build_object(
		'need', v_need.id, 'reference', v_quote.reference, 'order', v_order.reference, 'reason_code', p_reason_code));
	if v_order.state = 'approved' then
		perform private.award(v_order);
	else
		perform private.record_event('order.awaiting_approval', v_order.id, v_need.job_centre_id, null, jsonb_build_object(
			'need', v_need.id, 'reference', v_order.reference, 'total_ore', v_order.total_ore, 'limit_ore', v_limit));
		perform private.notify(private.people_of(v_need.job_centre_id, array['approver']), 'order.awaiting_approval',
			v_order.id, jsonb_build_object('reference', v_order.reference, 'total_ore', v_order.total_ore));
	end if;
	return jsonb_build_object('id', v_order.id, 'reference', v_order.reference, 'state', v_order.state);
end $$;
comment on function private.accept_quote is
	'Accepts a live, valid quote with a reason and a funding source, by the need''s broker or a coordinator. Above the job centre''s limit the order waits for an approver, and the other quotes stay alive until it is approved. Returns id, reference and state of the order.';

create function private.order_to_decide(p_id uuid, p_roles text[])
returns public.purchase_order language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order;
begin
	select * into v_order from public.purchase_order where id = p_id;
	if v_order.id is null or not private.acts_for(v_order.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(v_order.job_centre_id, p_roles) then
		perform private.refuse(403, 'not_allowed');
	end if;
	perform from public.need where id = v_order.need_id for update;
	select * into v_order from public.purchase_order where id = p_id for update;
	return v_order;
end $$;
comment on function private.order_to_decide is 'Locks an order, and its need first, for somebody with one of these roles, or refuses.';

create function private.approve_order(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_decide(p_id, array['approver']);
	v_need public.need;
begin
	if v_order.state = 'approved' and v_order.decided_by = (select auth.uid()) then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['awaiting_approval']);
	if v_order.accepted_by = (select auth.uid()) then
		perform private.refuse(403, 'own_order');
	end if;
	update public.purchase_order
	set state = 'approved', version = version + 1, decided_by = (select auth.uid()), decided_at = now()
	where id = p_id returning * into v_order;
	perform private.award(v_order);
	select * into v_need from public.need where id = v_order.need_id;
	perform private.notify(array[v_need.owner_id], 'order.approved_for_broker', v_need.id,
		jsonb_build_object('reference', v_order.reference));
end $$;
comment on function private.approve_order is 'awaiting_approval → approved, by an approver who did not make the order.';

create function private.refuse_order(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_decide(p_id, array['approver']);
	v_need public.need;
	v_quote public.quote;
	v_reason text;
begin
	if v_order.state = 'refused' and v_order.decided_by = (select auth.uid()) then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['awaiting_approval']);
	if v_order.accepted_by = (select auth.uid()) then
		perform private.refuse(403, 'own_order');
	end if;
	v_reason := private.words('reason', p_reason, 300, true);
	update public.purchase_order
	set state = 'refused', version = version + 1, decided_by = (select auth.uid()), decided_at = now() where id = p_id;
	update public.order_reason set refusal = v_reason where order_id = p_id;
	update public.quote set state = 'rejected', version = version + 1, decided_at = now()
	where id = v_order.quote_id returning * into v_quote;
	select * into v_need from public.need where id = v_order.need_id;
	perform private.record_event('order.refused', p_id, v_order.job_centre_id, null,
		jsonb_build_object('need', v_need.id, 'reference', v_order.reference));
	perform private.record_event('quote.rejected', v_quote.id, v_order.job_centre_id, v_quote.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_quote.reference));
	perform private.notify(array[v_need.owner_id], 'order.refused', v_need.id,
		jsonb_build_object('reference', v_order.reference));
	perform private.notify(private.people_of(v_quote.provider_id, array['leader']), 'quote.rejected', v_quote.quote_request_id,
		jsonb_build_object('reference', v_quote.reference));
end $$;
comment on function private.refuse_order is 'awaiting_approval → refused, with a reason; the need stays open and the other quotes can still be taken.';

create function private.end_engagement(
	p_engagement public.engagement, p_to text, p_ended_on date, p_hours_held numeric, p_reason_code text, p_reason text
) returns void language plpgsql security definer set search_path = '' as $$
begin
	update public.engagement
	set state = p_to, version = version + 1, ended_on = p_ended_on, hours_held = p_hours_held,
		drop_reason_code = p_reason_code, drop_reason = p_reason
	where id = p_engagement.id;
	update public.need set state = 'completed', version = version + 1, updated_at = now() where id = p_engagement.need_id;
	delete from public.candidate_contact where need_id = p_engagement.need_id;
	perform private.record_event('engagement.' || p_to, p_engagement.id, p_engagement.job_centre_id, p_engagement.provider_id,
		jsonb_build_object('need', p_engagement.need_id, 'hours_held', p_hours_held, 'reason_code', p_reason_code));
	perform private.record_event('need.completed', p_engagement.need_id, p_engagement.job_centre_id);
end $$;
comment on function private.end_engagement is 'Ends the training and its need, and erases the candidate''s contact.';

create function private.cancel_order(p_id uuid, p_version integer, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_order public.purchase_order := private.order_to_decide(p_id, array['coordinator']);
	v_engagement public.engagement;
	v_reason text;
begin
	if v_order.state = 'cancelled' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_order.version, p_version);
	perform private.refuse_unless_state(v_order.state, array['approved']);
	v_reason := private.words('reason', p_reason, 300, true);
	select * into v_engagement from public.engagement where order_id = p_id for update;
	perform private.refuse_unless_state(v_engagement.state, array['planned']);
	update public.purchase_order set state = 'cancelled', version = version + 1, cancel_reason = v_reason where id = p_id;
	perform private.record_event('order.cancelled', p_id, v_order.job_centre_id, v_order.provider_id,
		jsonb_build_object('need', v_order.need_id, 'reference', v_order.reference));
	perform private.end_engagement(v_engagement, 'dropped', private.today(), 0, 'order_cancelled', null);
	perform private.notify(private.people_of(v_order.provider_id, array['leader']), 'order.cancelled', v_engagement.id,
		jsonb_build_object('reference', v_order.reference));
	perform private.notify(array(select owner_id from public.need where id = v_order.need_id), 'order.cancelled_for_broker',
		v_order.need_id, jsonb_build_object('reference', v_order.reference));
end $$;
comment on function private.cancel_order is 'approved → cancelled with a reason, by a coordinator, before the training has started.';

create function private.engagement_to_move(p_id uuid)
returns public.engagement language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement;
	v_need public.need;
begin
	select * into v_engagement from public.engagement where id = p_id;
	select * into v_need from public.need where id = v_engagement.need_id for update;
	if v_engagement.id is null or not (
		private.acts_for(v_engagement.provider_id, array['leader']) or private.acts_for(v_engagement.job_centre_id)
	) then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.acts_for(v_engagement.provider_id, array['leader']) and not private.may_handle_need(v_need) then
		perform private.refuse(403, 'not_allowed');
	end if;
	select * into v_engagement from public.engagement where id = p_id for update;
	return v_engagement;
end $$;
comment on function private.engagement_to_move is 'Locks an engagement, and its need first, for the school''s leader or the need''s broker, or refuses.';

create function private.tell_other_side(p_engagement public.engagement, p_kind text)
returns void language sql security definer set search_path = '' as $$
	select private.notify(
		private.people_of(p_engagement.provider_id, array['leader'])
			|| array(select owner_id from public.need where id = p_engagement.need_id),
		p_kind, p_engagement.id,
		jsonb_build_object('reference', (select reference from public.purchase_order where id = p_engagement.order_id)))
$$;
comment on function private.tell_other_side is 'Tells the school and the need''s broker, whichever of them did not do it.';

create function private.start_engagement(p_id uuid, p_version integer, p_started_on date)
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
	perform private.record_event('engagement.active', p_id, v_engagement.job_centre_id, v_engagement.provider_id,
		jsonb_build_object('need', v_engagement.need_id));
	perform private.tell_other_side(v_engagement, 'engagement.active');
end $$;
comment on function private.start_engagement is 'planned → active, by the school.';

create function private.complete_engagement(p_id uuid, p_version integer, p_ended_on date, p_hours_held numeric)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement := private.engagement_to_move(p_id);
begin
	if not private.acts_for(v_engagement.provider_id, array['leader']) then
		perform private.refuse(403, 'not_allowed');
	end if;
	if v_engagement.state = 'completed' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_engagement.version, p_version);
	perform private.refuse_unless_state(v_engagement.state, array['active']);
	if p_ended_on is null or p_ended_on > private.today() or p_ended_on < v_engagement.started_on then
		perform private.refuse(422, 'invalid', '{"field": "ended_on", "reason": "not_valid"}');
	end if;
	if p_hours_held is null or p_hours_held <= 0 or p_hours_held * 20 <> trunc(p_hours_held * 20) or p_hours_held > 2000 then
		perform private.refuse(422, 'invalid', '{"field": "hours_held", "reason": "not_valid"}');
	end if;
	perform private.end_engagement(v_engagement, 'completed', p_ended_on, p_hours_held, null, null);
	perform private.tell_other_side(v_engagement, 'engagement.completed');
end $$;
comment on function private.complete_engagement is 'active → completed with the hours that were held, by the school.';

create function private.drop_engagement(
	p_id uuid, p_version integer, p_ended_on date, p_hours_held numeric, p_reason_code text, p_reason text
) returns void language plpgsql security definer set search_path = '' as $$
declare
	v_engagement public.engagement := private.engagement_to_move(p_id);
	v_reason text;
begin
	if v_engagement.state = 'dropped' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_engagement.version, p_version);
	perform private.refuse_unless_state(v_engagement.state, array['planned', 'active']);
	if p_reason_code is null or p_reason_code not in ('candidate_stopped', 'illness', 'job_found', 'workplace_stopped',
		'provider_stopped', 'other') then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	v_reason := private.words('reason', p_reason, 300, p_reason_code = 'other');
	if p_ended_on is null or p_ended_on > private.today() or p_ended_on < v_engagement.started_on then
		perform private.refuse(422, 'invalid', '{"field": "ended_on", "reason": "not_valid"}');
	end if;
	if p_hours_held is null or p_hours_held < 0 or p_hours_held * 20 <> trunc(p_hours_held * 20) or p_hours_held > 2000 then
		perform private.refuse(422, 'invalid', '{"field": "hours_held", "reason": "not_valid"}');
	end if;
	perform private.end_engagement(v_engagement, 'dropped', p_ended_on, p_hours_held, p_reason_code, v_reason);
	perform private.tell_other_side(v_engagement, 'engagement.dropped');
end $$;
comment on function private.drop_engagement is 'planned or active → dropped with a reason and the hours that were held, by the school or the need''s broker.';

create function private.set_candidate_contact(p_need uuid, p_first_name text, p_contact text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
	v_first_name text;
	v_contact text;
begin
	select * into v_need from public.need where id = p_need for update;
	if v_need.id is null or v_need.owner_id <> (select auth.uid()) or not private.acts_for(v_need.job_centre_id) then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.refuse_unless_state(v_need.state, array['awarded']);
	v_first_name := private.words('first_name', p_first_name, 40, true);
	v_contact := private.words('contact', p_contact, 120, true);
	if char_length(v_contact) < 3 then
		perform private.refuse(422, 'invalid', '{"field": "contact", "reason": "not_valid"}');
	end if;
	if exists (
		select from public.candidate_contact where need_id = p_need and first_name = v_first_name and contact = v_contact
	) then
		return;
	end if;
	insert into public.candidate_contact (need_id, first_name, contact)
	values (p_need, v_first_name, v_contact)
	on conflict (need_id) do update set first_name = excluded.first_name, contact = excluded.contact, updated_at = now();
	perform private.record_event('contact.shared', p_need, v_need.job_centre_id);
end $$;
comment on function private.set_candidate_contact is 'Shares a first name and a contact with the school whose quote was accepted; by the need''s own broker.';

grant execute on function private.accept_quote, private.approve_order, private.refuse_order, private.cancel_order,
	private.start_engagement, private.complete_engagement, private.drop_engagement, private.set_candidate_contact
	to authenticated;

create function public.accept_quote(p_id uuid, p_version integer, p_funding_source uuid, p_reason_code text, p_reason text)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.accept_quote(p_id, p_version, p_funding_source, p_reason_code, p_reason)
$$;
create function public.approve_order(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.approve_order(p_id, p_version) $$;
create function public.refuse_order(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.refuse_order(p_id, p_version, p_reason)
$$;
create function public.cancel_order(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.cancel_order(p_id, p_version, p_reason)
$$;
create function public.start_engagement(p_id uuid, p_version integer, p_started_on date)
returns void language sql security invoker set search_path = '' as $$
	select private.start_engagement(p_id, p_version, p_started_on)
$$;
create function public.complete_engagement(p_id uuid, p_version integer, p_ended_on date, p_hours_held numeric)
returns void language sql security invoker set search_path = '' as $$
	select private.complete_engagement(p_id, p_version, p_ended_on, p_hours_held)
$$;
create function public.drop_engagement(
	p_id uuid, p_version integer, p_ended_on date, p_hours_held numeric, p_reason_code text, p_reason text
) returns void language sql security invoker set search_path = '' as $$
	select private.drop_engagement(p_id, p_version, p_ended_on, p_hours_held, p_reason_code, p_reason)
$$;
create function public.engagement_contact(p_engagement uuid)
returns table (first_name text, contact text)
language sql stable security invoker set search_path = '' as $$
	select candidate_contact.first_name, candidate_contact.contact
	from public.candidate_contact join public.engagement on engagement.need_id = candidate_contact.need_id
	where engagement.id = p_engagement
$$;
comment on function public.engagement_contact is 'How to reach the candidate of an engagement; no row for whoever may not see it, or when it has been erased.';
create function public.set_candidate_contact(p_need uuid, p_first_name text, p_contact text)
returns void language sql security invoker set search_path = '' as $$
	select private.set_candidate_contact(p_need, p_first_name, p_contact)
$$;
grant execute on function public.accept_quote, public.approve_order, public.refuse_order, public.cancel_order,
	public.start_engagement, public.complete_engagement, public.drop_engagement, public.set_candidate_contact, public.engagement_contact
	to authenticated;
