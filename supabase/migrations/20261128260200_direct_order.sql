-- Within a frame agreement that lets them, brokers order at the agreed prices without a round of quotes.

alter table public.quote add column frame_agreement_id uuid references public.frame_agreement on delete restrict;
comment on column public.quote.frame_agreement_id is
	'The agreement that the job centre ordered within, without asking; empty for what a school has written.';
create index quote_frame_agreement on public.quote (frame_agreement_id);

alter table public.order_reason
	drop constraint order_reason_reason_code_check,
	add constraint order_reason_reason_code_check
		check (reason_code in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'in_agreement', 'other'));
alter table public.quote
	drop constraint quote_choice_reason_code_check,
	add constraint quote_choice_reason_code_check
		check (choice_reason_code in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'in_agreement', 'other'));

create or replace function private.take_quote(
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
	if p_reason_code is null
		or p_reason_code not in ('cheapest', 'earliest', 'best_fit', 'next_in_line', 'in_agreement', 'other') then
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

create or replace function private.accept_quote(
	p_id uuid, p_version integer, p_funding_source uuid, p_reason_code text, p_reason text
) returns jsonb language plpgsql security definer set search_path = '' as $$
begin
	-- The reasons of moves that are not a choice between quotes.
	if p_reason_code in ('next_in_line', 'in_agreement') then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	return private.take_quote(p_id, p_version, p_funding_source, p_reason_code, p_reason);
end $$;

create function private.is_in_force(p_agreement public.frame_agreement)
returns boolean language sql stable set search_path = '' as $$
	select p_agreement.state = 'agreed' and private.today() between p_agreement.valid_from and p_agreement.valid_to
$$;
comment on function private.is_in_force is 'Whether an agreement holds today. The same rule as standingOf in src/lib/domain/agreements.';

create function private.agreed_lines(p_agreement uuid, p_hours numeric, p_participants integer)
returns table (
	"position" integer, kind text, model text, unit_price_ore bigint, quantity numeric, amount_ore bigint
) language sql stable security definer set search_path = '' as $$
	select price.position, price.kind, price.model, price.unit_price_ore, counted.quantity,
		round(price.unit_price_ore * counted.quantity)::bigint
	from public.frame_agreement_price price
	cross join lateral (
		select case price.model when 'per_hour' then p_hours when 'per_week' then ceil(p_hours / price.weekly_hours)
			when 'per_participant' then p_participants else 1 end::numeric as quantity
	) counted
	where price.frame_agreement_id = p_agreement
	order by price.position
$$;
comment on function private.agreed_lines is
	'What an agreement''s price list comes to, line by line, as src/lib/domain/catalogue/price.ts counts it.';

create function private.direct_offers(p_need public.need)
returns table (
	frame_agreement_id uuid, reference text, max_order_ore bigint, module_id uuid, provider_id uuid, provider_name text,
	title text, hours numeric, session_hours numeric, weekly_hours numeric, place text, delivery_form text, starts_on date,
	total_ore bigint, lines jsonb, module_hours numeric, certificate_kind text
) language sql stable security definer set search_path = '' as $$
	with asked as (
		select private.fit_question(p_need) as question
	), in_force as (
		select agreement.* from public.frame_agreement agreement
		where agreement.job_centre_id = p_need.job_centre_id and private.is_in_force(agreement)
	), fitting as (
		select judged.*, (asked.question).session as session_asked, (asked.question).week as week_asked
		from asked cross join lateral private.judge_modules(asked.question) judged
		-- The price is the agreement's, not the list's: a ceiling is for the order's approval.
		where not exists (
			select from jsonb_each_text(to_jsonb(judged)) verdict
			where verdict.key like '%\_verdict' and verdict.key <> 'price_verdict' and verdict.value::integer >= 16
		)
	), covered as (
		select in_force.id, in_force.reference, in_force.max_order_ore, module, fitting.starts_on, fitting.given,
			week_asked, least(week_asked, teaching.weekly_hours * 20) as week_paid,
			greatest(fitting.session_least, least(fitting.session, session_asked)) as session
		from in_force
		join public.frame_agreement_price teaching
			on teaching.frame_agreement_id = in_force.id and teaching.kind = 'teaching'
		join public.module on module.provider_id = in_force.provider_id and module.state = 'published'
			-- An agreement on a module goes before that on its subject, also where it asks for quotes.
			and (module.id = in_force.module_id or (module.subject_code = in_force.subject_code and not exists (
				select from in_force own where own.module_id = module.id)))
		join fitting on fitting.module_id = module.id
		where in_force.allows_direct_order
	), planned as (
		select covered.*, given / 20.0 as hours,
			least(given, greatest(session, coalesce(week_paid, week_asked))) / 20.0 as weekly
		from covered
	)
	select planned.id, planned.reference, planned.max_order_ore, (planned.module).id, (planned.module).provider_id,
		organisation.name::text, (planned.module).title::text, round(planned.hours, 2), round(least(planned.session / 20.0, planned.weekly), 2),
		round(planned.weekly, 2),
		case when p_need.place = any ((planned.module).places) then p_need.place else (planned.module).places[1] end,
		(planned.module).delivery_forms[1], planned.starts_on, priced.total_ore, priced.lines,
		(planned.module).hours, (planned.module).certificate_kind
	from planned
	join public.organisation on organisation.id = (planned.module).provider_id
	cross join lateral (
		select sum(line.amount_ore)::bigint as total_ore, jsonb_agg(to_jsonb(line)) as lines
		from private.agreed_lines(planned.id, planned.hours, p_need.participants) line
	) priced
$$;
comment on function private.direct_offers is
	'What could be ordered for a need without asking: each module that does not block and that an agreement in force covers, tailored to the need as a quote would be, at the agreed prices. starts_on is the first day that the school''s own terms allow.';

create function private.direct_offers_for(p_need uuid)
returns table (
	frame_agreement_id uuid, reference text, max_order_ore bigint, module_id uuid, provider_id uuid, provider_name text,
	title text, hours numeric, session_hours numeric, weekly_hours numeric, place text, delivery_form text, starts_on date,
	total_ore bigint, lines jsonb, module_hours numeric, certificate_kind text
) language plpgsql stable security definer set search_path = '' as $$
declare
	v_need public.need := private.need_for_fit(p_need);
begin
	if v_need.state = 'open' then
		return query select * from private.direct_offers(v_need) offer order by offer.total_ore, offer.title, offer.module_id;
	end if;
end $$;
comment on function private.direct_offers_for is 'The same for a need of the caller''s job centre, cheapest first; none unless it is open.';

create function private.order_in_frame(
	p_need uuid, p_id uuid, p_agreement uuid, p_module uuid, p_funding_source uuid, p_starts_on date, p_total_ore bigint
) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_agreement public.frame_agreement;
	v_offer record;
	v_request public.quote_request;
	v_quote public.quote;
begin
	select * into v_quote from public.quote where id = p_id and need_id = p_need;
	-- The same form, sent twice.
	if v_quote.id is not null then
		return private.take_quote(p_id, v_quote.version, p_funding_source, 'in_agreement', null);
	end if;
	perform private.refuse_unless_state(v_need.state, array['open']);
	-- Nobody ends it meanwhile.
	select * into v_agreement from public.frame_agreement
	where id = p_agreement and job_centre_id = v_need.job_centre_id for share;
	if v_agreement.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	if not private.is_in_force(v_agreement) then
		perform private.refuse(409, 'agreement_not_in_force', jsonb_build_object('reference', v_agreement.reference));
	end if;
	if not v_agreement.allows_direct_order then
		perform private.refuse(409, 'no_direct_order', jsonb_build_object('reference', v_agreement.reference));
	end if;
	select * into v_offer from private.direct_offers(v_need) offer
	where offer.frame_agreement_id = p_agreement and offer.module_id = p_module;
	if v_offer.module_id is null then
		perform private.refuse(422, 'invalid', '{"field": "module_id", "reason": "not_covered"}');
	end if;
	if v_offer.total_ore > v_agreement.max_order_ore then
		perform private.refuse(409, 'above_direct_order',
			jsonb_build_object('total_ore', v_offer.total_ore, 'max_ore', v_agreement.max_order_ore));
	end if;
	if p_total_ore is distinct from v_offer.total_ore then
		perform private.refuse(422, 'total_mismatch',
			jsonb_build_object('total_ore', p_total_ore, 'lines_ore', v_offer.total_ore));
	end if;
	if p_starts_on is null or p_starts_on < v_offer.starts_on then
		perform private.refuse(422, 'invalid',
			jsonb_build_object('field', 'starts_on', 'reason', 'too_early', 'earliest', v_offer.starts_on));
	end if;

	insert into public.quote_request as request
		(need_id, job_centre_id, provider_id, module_id, state, answer_by, answered_at, is_sealed)
	values (p_need, v_need.job_centre_id, v_agreement.provider_id, p_module, 'answered', private.today(), now(),
		coalesce((select is_sealed from public.quote_request where need_id = p_need limit 1), false))
	-- What the school has said to this need, no or a quote of its own, stands.
	on conflict (need_id, provider_id) do update
		set state = 'answered', module_id = excluded.module_id, answered_at = now()
		where request.state <> 'declined' and not exists (
			select from public.quote where quote_request_id = request.id and quote.state in ('submitted', 'accepted'))
	returning * into v_request;
	if v_request.id is null then
		perform private.refuse(409, 'school_answered');
	end if;
	insert into public.quote (id, quote_request_id, need_id, job_centre_id, provider_id, module_id, frame_agreement_id,
		reference, title, hours, session_hours, weekly_hours, participants, place, delivery_form, starts_on, valid_until,
		total_ore)
	values (p_id, v_request.id, p_need, v_need.job_centre_id, v_agreement.provider_id, p_module, p_agreement,
		private.next_reference(v_agreement.provider_id, 'T'), v_offer.title, v_offer.hours, v_offer.session_hours,
		v_offer.weekly_hours, v_need.participants, v_offer.place, v_offer.delivery_form, p_starts_on, v_agreement.valid_to,
		v_offer.total_ore)
	returning * into v_quote;
	insert into public.quote_line (quote_id, position, kind, model, unit_price_ore, quantity)
	select p_id, line.position, line.kind, line.model, line.unit_price_ore, line.quantity
	from private.agreed_lines(p_agreement, v_offer.hours, v_need.participants) line;
	perform private.record_event('quote.in_agreement', p_id, v_need.job_centre_id, v_agreement.provider_id,
		jsonb_build_object('need', p_need, 'reference', v_quote.reference, 'agreement', v_agreement.reference,
			'total_ore', v_quote.total_ore));
	return private.take_quote(p_id, v_quote.version, p_funding_source, 'in_agreement', null);
end $$;
comment on function private.order_in_frame is
	'Orders a module for an open need within a frame agreement that allows it, by the need''s broker or a coordinator: the quote is made from the agreed prices and taken at once, with the same approval as any other. p_total_ore is what the caller was shown. Returns id, reference and state of the order.';

grant execute on function private.direct_offers_for, private.order_in_frame to authenticated;

create function public.direct_offers(p_need uuid)
returns table (
	frame_agreement_id uuid, reference text, max_order_ore bigint, module_id uuid, provider_id uuid, provider_name text,
	title text, hours numeric, session_hours numeric, weekly_hours numeric, place text, delivery_form text, starts_on date,
	total_ore bigint, lines jsonb, module_hours numeric, certificate_kind text
) language sql stable security invoker set search_path = '' as $$ select * from private.direct_offers_for(p_need) $$;
create function public.order_in_frame(
	p_need uuid, p_id uuid, p_agreement uuid, p_module uuid, p_funding_source uuid, p_starts_on date, p_total_ore bigint
) returns jsonb language sql security invoker set search_path = '' as $$
	select private.order_in_frame(p_need, p_id, p_agreement, p_module, p_funding_source, p_starts_on, p_total_ore)
$$;
grant execute on function public.direct_offers, public.order_in_frame to authenticated;
