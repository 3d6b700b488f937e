-- Schools are asked, answer with a quote or a reason, and see nothing of each other.

create table public.quote_request (
	id uuid primary key default gen_random_uuid(),
	need_id uuid not null references public.need on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade,
	module_id uuid,
	state text not null default 'sent' check (state in ('sent', 'answered', 'declined', 'expired', 'withdrawn')),
	answer_by date not null,
	sent_at timestamptz not null default now(),
	answered_at timestamptz,
	decline_reason_code text check (decline_reason_code in ('no_teacher', 'too_short_notice', 'too_few_hours',
		'not_our_subject', 'cannot_adapt', 'other')),
	decline_reason public.free_text check (char_length(decline_reason) <= 300),
	unique (need_id, provider_id),
	constraint quote_request_need_brief_fkey foreign key (need_id) references public.need_brief on delete cascade,
	constraint quote_request_module_fkey foreign key (module_id, provider_id)
		references public.module (id, provider_id) on delete restrict,
	constraint quote_request_declined_with_reason check ((state = 'declined') = (decline_reason_code is not null))
);
comment on table public.quote_request is 'A school has been asked to quote for a need, before a date.';
comment on constraint quote_request_need_brief_fkey on public.quote_request is
	'What is asked is the brief; the API also needs the key to show a request with its brief to a school, which never reads the need.';
comment on column public.quote_request.module_id is 'The module that the broker found; empty when the school is asked openly.';
create index quote_request_provider on public.quote_request (provider_id, state, answer_by);
create index quote_request_job_centre on public.quote_request (job_centre_id);
create index quote_request_module on public.quote_request (module_id, provider_id);
create index quote_request_due on public.quote_request (answer_by) where state = 'sent';

create table public.quote (
	id uuid primary key,
	quote_request_id uuid not null references public.quote_request on delete cascade,
	need_id uuid not null references public.need on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade,
	module_id uuid,
	reference text not null,
	state text not null default 'submitted'
		check (state in ('draft', 'submitted', 'accepted', 'rejected', 'withdrawn', 'expired', 'superseded')),
	version integer not null default 1,
	title public.free_text not null check (char_length(title) between 3 and 120),
	hours numeric(6,2) not null check (hours > 0 and hours <= 2000 and hours * 20 = trunc(hours * 20)),
	session_hours numeric(6,2) not null check (session_hours > 0 and session_hours <= 24 and session_hours * 20 = trunc(session_hours * 20)),
	weekly_hours numeric(6,2) not null check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	weeks integer not null generated always as (ceil(hours / weekly_hours)::integer) stored,
	participants integer not null check (participants between 1 and 100),
	place text not null check (place in ('workplace', 'school', 'online')),
	delivery_form text not null check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support')),
	starts_on date not null,
	valid_until date not null,
	note public.free_text check (char_length(note) <= 1000),
	total_ore bigint not null check (total_ore >= 0),
	submitted_at timestamptz not null default now(),
	decided_at timestamptz,
	unique (provider_id, reference),
	constraint quote_module_fkey foreign key (module_id, provider_id)
		references public.module (id, provider_id) on delete restrict,
	constraint quote_session_within_week check (session_hours <= weekly_hours),
	constraint quote_week_within_hours check (weekly_hours <= hours)
);
comment on table public.quote is 'A school''s answer: what, how long, when and at what price. A changed quote is a new row; the old one is superseded.';
comment on column public.quote.id is 'Chosen by the form, so that sending it twice makes one quote.';
-- NOTE: two columns where the first would do: the embedded backend overlooks that an index is partial, and would take a
-- reference that is unique by itself for one-to-one.
create unique index quote_one_live on public.quote (quote_request_id, provider_id) where state in ('draft', 'submitted', 'accepted');
create unique index quote_one_accepted on public.quote (need_id, state) where state = 'accepted';
create index quote_request_of on public.quote (quote_request_id);
create index quote_need on public.quote (need_id, state);
create index quote_job_centre on public.quote (job_centre_id);
create index quote_provider on public.quote (provider_id, state);
create index quote_module on public.quote (module_id, provider_id);
create index quote_due on public.quote (valid_until) where state = 'submitted';

create table public.quote_line (
	quote_id uuid not null references public.quote on delete cascade,
	position integer not null check (position between 1 and 40),
	kind text not null check (kind in ('teaching', 'pre_meeting', 'screening', 'preparation', 'adaptation',
		'materials', 'transport', 'interpreter', 'certificate_fee', 'support')),
	model text not null check (model in ('per_hour', 'per_week', 'per_participant', 'fixed')),
	description public.free_text check (char_length(description) <= 120),
	unit_price_ore bigint not null check (unit_price_ore between 0 and 100000000),
	quantity numeric(8,2) not null check (quantity > 0 and quantity * 20 = trunc(quantity * 20)),
	amount_ore bigint not null generated always as (round(unit_price_ore * quantity)::bigint) stored,
	primary key (quote_id, position)
);
comment on table public.quote_line is 'One line of a quote. The database computes its amount, so a wrong one cannot be stored.';
comment on column public.quote_line.quantity is 'Hours, weeks, participants or one, as the model says.';

create function private.check_quote_total()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_quote uuid := (to_jsonb(coalesce(new, old)) ->> case tg_table_name when 'quote' then 'id' else 'quote_id' end)::uuid;
	v_total bigint;
	v_lines bigint;
begin
	select total_ore into v_total from public.quote where id = v_quote;
	select coalesce(sum(amount_ore), 0) into v_lines from public.quote_line where quote_id = v_quote;
	if v_total is not null and v_total <> v_lines then
		perform private.refuse(422, 'total_mismatch', jsonb_build_object('total_ore', v_total, 'lines_ore', v_lines));
	end if;
	return null;
end $$;
comment on function private.check_quote_total is 'At the end of every transaction a quote''s lines add up to its total.';
create constraint trigger quote_total after insert or update on public.quote
	deferrable initially deferred for each row execute function private.check_quote_total();
create constraint trigger quote_line_total after insert or update or delete on public.quote_line
	deferrable initially deferred for each row execute function private.check_quote_total();

alter table public.quote_request enable row level security;
alter table public.quote enable row level security;
alter table public.quote_line enable row level security;

create policy "Requests are seen by the job centre and the school asked" on public.quote_request
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
create policy "Quotes are seen by their school and, once sent, the job centre" on public.quote
	for select to authenticated using (
		provider_id in (select private.my_organisations())
		or (state <> 'draft' and job_centre_id in (select private.my_organisations()))
	);
create policy "Quote lines are seen with their quote" on public.quote_line
	for select to authenticated
	using (exists (select from public.quote where quote.id = quote_line.quote_id));
create policy "Briefs are seen by the job centre and the schools asked" on public.need_brief
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or need_id in (
			select quote_request.need_id from public.quote_request
			where quote_request.provider_id in (select private.my_organisations())
				and quote_request.state <> 'withdrawn'
		)
	);
grant select on public.quote_request, public.quote, public.quote_line, public.need_brief to authenticated;
-- NOTE: no insert or update. Requests and quotes are made and moved by functions.

create function private.request_quotes(p_need uuid, p_requests jsonb, p_answer_by date)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_request record;
	v_id uuid;
	v_sent integer := 0;
begin
	perform private.refuse_unless_state(v_need.state, array['open']);
	if p_answer_by is null or p_answer_by < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "answer_by", "reason": "in_the_past"}');
	end if;
	if jsonb_typeof(p_requests) is distinct from 'array' or p_requests = '[]' then
		perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "none_chosen"}');
	end if;
	for v_request in
		select distinct on (input.provider_id) input.provider_id, input.module_id
		from jsonb_to_recordset(p_requests) input (provider_id uuid, module_id uuid)
		order by input.provider_id, input.module_id
	loop
		if not exists (select from public.organisation where id = v_request.provider_id and kind = 'provider')
			or (v_request.module_id is not null and not exists (
				select from public.module
				where id = v_request.module_id and provider_id = v_request.provider_id and state = 'published'
			)) then
			perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "unknown"}');
		end if;
		-- Asked already is asked; a school that was asked, let the date pass or was let go, may be asked again.
		insert into public.quote_request as request (need_id, job_centre_id, provider_id, module_id, answer_by)
		values (p_need, v_need.job_centre_id, v_request.provider_id, v_request.module_id, p_answer_by)
		on conflict (need_id, provider_id) do update
			set state = 'sent', answer_by = excluded.answer_by, module_id = excluded.module_id, sent_at = now()
			where request.state in ('expired', 'withdrawn')
		returning request.id into v_id;
		continue when not found;
		v_sent := v_sent + 1;
		perform private.record_event('quote_request.sent', v_id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', p_need, 'reference', v_need.reference));
		perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'quote_request.sent', v_id,
			jsonb_build_object('reference', v_need.reference, 'subject', v_need.subject_code, 'answer_by', p_answer_by));
	end loop;
	return v_sent;
exception
	when data_exception then
		perform private.refuse(422, 'invalid', '{"field": "requests", "reason": "unknown"}');
end $$;
comment on function private.request_quotes is
	'Asks schools to quote for an open need before a date; each as {provider_id, module_id or null}. Returns how many were asked now.';

create function private.withdraw_request(p_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request;
	v_need public.need;
begin
	select * into v_request from public.quote_request where id = p_id;
	if v_request.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	v_need := private.need_to_handle(v_request.need_id);
	select * into v_request from public.quote_request where id = p_id for update;
	if v_request.state = 'withdrawn' then
		return;
	end if;
	perform private.refuse_unless_state(v_request.state, array['sent']);
	update public.quote_request set state = 'withdrawn' where id = p_id;
	perform private.record_event('quote_request.withdrawn', p_id, v_request.job_centre_id, v_request.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_need.reference));
	perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'quote_request.withdrawn', p_id,
		jsonb_build_object('reference', v_need.reference));
end $$;
comment on function private.withdraw_request is 'Lets a school go that was asked and has not answered.';

create function private.request_to_answer(p_id uuid)
returns public.quote_request language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request;
begin
	select * into v_request from public.quote_request where id = p_id;
	if v_request.id is null or not private.acts_for(v_request.provider_id, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	-- Always the need first, then what hangs on it: the one order of locking, so that nobody waits in a ring.
	perform from public.need where id = v_request.need_id for update;
	select * into v_request from public.quote_request where id = p_id for update;
	return v_request;
end $$;
comment on function private.request_to_answer is 'Locks a request, and its need, for a leader of the school that was asked, or refuses.';

create function private.decline_request(p_id uuid, p_reason_code text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_id);
	v_need public.need;
	v_reason text;
begin
	if v_request.state = 'declined' then
		return;
	end if;
	perform private.refuse_unless_state(v_request.state, array['sent']);
	if p_reason_code is null or p_reason_code not in ('no_teacher', 'too_short_notice', 'too_few_hours',
		'not_our_subject', 'cannot_adapt', 'other') then
		perform private.refuse(422, 'invalid', '{"field": "reason_code", "reason": "missing"}');
	end if;
	v_reason := private.words('reason', p_reason, 300, p_reason_code = 'other');
	update public.quote_request
	set state = 'declined', decline_reason_code = p_reason_code, decline_reason = v_reason, answered_at = now()
	where id = p_id;
	select * into v_need from public.need where id = v_request.need_id;
	perform private.record_event('quote_request.declined', p_id, v_request.job_centre_id, v_request.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_need.reference, 'reason_code', p_reason_code));
	perform private.notify(array[v_need.owner_id], 'quote_request.declined', v_need.id,
		jsonb_build_object('reference', v_need.reference,
			'provider', (select name from public.organisation where id = v_request.provider_id)));
end $$;
comment on function private.decline_request is 'sent → declined, by the school, with a reason that counts in the figures.';

create function private.submit_quote(p_request uuid, p_id uuid, p_replaces integer, p_quote jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_request);
	v_need public.need;
	v_live public.quote;
	v_reference text;
begin
	select * into v_need from public.need where id = v_request.need_id;
	-- The same form, sent twice.
	select reference into v_reference from public.quote where id = p_id and quote_request_id = p_request;
	if v_reference is not null then
		return jsonb_build_object('id', p_id, 'reference', v_reference);
	end if;
	perform private.refuse_unless_state(v_need.state, array['open']);
	perform private.refuse_unless_state(v_request.state, array['sent', 'answered']);
	if v_request.answer_by < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('answer_by', v_request.answer_by));
	end if;
	perform private.refuse_cpr(p_quote - 'lines');
	if (p_quote ->> 'valid_until')::date < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "valid_until", "reason": "in_the_past"}');
	end if;
	if (p_quote ->> 'starts_on')::date < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "starts_on", "reason": "in_the_past"}');
	end if;
	if jsonb_array_length(coalesce(p_quote -> 'lines', '[]')) = 0 then
		perform private.refuse(422, 'invalid', '{"field": "lines", "reason": "missing"}');
	end if;

	select * into v_live from public.quote
	where quote_request_id = p_request and state in ('submitted', 'accepted') for update;
	if v_live.id is not null then
		if v_live.state = 'accepted' then
			perform private.refuse(409, 'wrong_state', '{"state": "accepted"}');
		end if;
		perform private.refuse_if_stale(v_live.id, v_live.version, p_replaces);
		update public.quote set state = 'superseded', version = version + 1, decided_at = now() where id = v_live.id;
		perform private.record_event('quote.superseded', v_live.id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', v_need.id, 'reference', v_live.reference));
	end if;
	v_reference := private.next_reference(v_request.provider_id, 'T');
	insert into public.quote (id, quote_request_id, need_id, job_centre_id, provider_id, module_id, reference, title, hours,
		session_hours, weekly_hours, participants, place, delivery_form, starts_on, valid_until, note, total_ore, version)
	select p_id, p_request, v_need.id, v_need.job_centre_id, v_request.provider_id, input.module_id, v_reference, input.title,
		input.hours, input.session_hours, input.weekly_hours, coalesce(input.participants, v_need.participants),
		input.place, input.delivery_form, input.starts_on, input.valid_until, input.note, input.total_ore,
		coalesce(v_live.version, 0) + 1
	from jsonb_populate_record(null::public.quote, p_quote) input;
	insert into public.quote_line (quote_id, position, kind, model, description, unit_price_ore, quantity)
	select p_id, item.position, line.kind, line.model, line.description, line.unit_price_ore, line.quantity
	from jsonb_array_elements(p_quote -> 'lines') with ordinality as item (value, position),
		jsonb_populate_record(null::public.quote_line, item.value) line;
	set constraints all immediate;
	set constraints all deferred;

	update public.quote_request set state = 'answered', answered_at = now() where id = p_request;
	perform private.record_event(case when v_live.id is null then 'quote.submitted' else 'quote.revised' end, p_id,
		v_need.job_centre_id, v_request.provider_id, jsonb_build_object('need', v_need.id, 'reference', v_reference,
			'request', p_request, 'total_ore', (p_quote ->> 'total_ore')::bigint));
	perform private.notify(array[v_need.owner_id], 'quote.submitted', v_need.id, jsonb_build_object(
		'reference', v_need.reference, 'provider', (select name from public.organisation where id = v_request.provider_id)));
	return jsonb_build_object('id', p_id, 'reference', v_reference);
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
comment on function private.submit_quote is
	'Answers a request with a quote and its lines, by the school that was asked, before the date. A live quote is superseded when p_replaces is its version. The lines must add up to total_ore.';

create function private.withdraw_quote(p_id uuid, p_version integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_quote public.quote;
	v_need public.need;
begin
	select * into v_quote from public.quote where id = p_id;
	if v_quote.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.request_to_answer(v_quote.quote_request_id);
	select * into v_quote from public.quote where id = p_id for update;
	if v_quote.state = 'withdrawn' then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_quote.version, p_version);
	perform private.refuse_unless_state(v_quote.state, array['submitted']);
	update public.quote set state = 'withdrawn', version = version + 1, decided_at = now() where id = p_id;
	select * into v_need from public.need where id = v_quote.need_id;
	perform private.record_event('quote.withdrawn', p_id, v_quote.job_centre_id, v_quote.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_quote.reference));
	perform private.notify(array[v_need.owner_id], 'quote.withdrawn', v_need.id, jsonb_build_object(
		'reference', v_need.reference, 'provider', (select name from public.organisation where id = v_quote.provider_id)));
end $$;
comment on function private.withdraw_quote is 'submitted → withdrawn, by the school, as long as nobody has accepted it.';

create function private.end_need(p_id uuid, p_version integer, p_to text, p_reason text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_id);
	v_reason text;
	v_quote record;
	v_request record;
begin
	if v_need.state = p_to then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_need.version, p_version);
	perform private.refuse_unless_state(v_need.state,
		case p_to when 'withdrawn' then array['draft', 'open'] else array['open'] end);
	v_reason := private.words('reason', p_reason, 300, v_need.state <> 'draft');
	if exists (select from public.quote where need_id = p_id and state = 'accepted') then
		perform private.refuse(409, 'wrong_state', '{"state": "awaiting_approval"}');
	end if;
	update public.need
	set state = p_to, close_reason = v_reason, version = version + 1, updated_at = now() where id = p_id;
	for v_quote in
		update public.quote set state = 'rejected', version = version + 1, decided_at = now()
		where need_id = p_id and state = 'submitted'
		returning id, provider_id, reference
	loop
		perform private.record_event('quote.rejected', v_quote.id, v_need.job_centre_id, v_quote.provider_id,
			jsonb_build_object('need', p_id, 'reference', v_quote.reference));
	end loop;
	for v_request in
		update public.quote_request request set state = case when request.state = 'sent' then 'withdrawn' else request.state end
		where request.need_id = p_id and request.state in ('sent', 'answered')
		returning request.id, request.provider_id
	loop
		perform private.record_event('quote_request.closed', v_request.id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', p_id, 'reference', v_need.reference));
		perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'quote_request.closed', v_request.id,
			jsonb_build_object('reference', v_need.reference));
	end loop;
	perform private.record_event('need.' || p_to, p_id, v_need.job_centre_id, null,
		jsonb_build_object('reference', v_need.reference));
	if p_to = 'closed_unmet' then
		perform private.notify(private.people_of(v_need.job_centre_id, array['coordinator']), 'need.closed_unmet', p_id,
			jsonb_build_object('reference', v_need.reference, 'subject', v_need.subject_code));
	end if;
end $$;
comment on function private.end_need is 'open → withdrawn or closed_unmet with a reason; the schools that were asked are told, and so is the coordinator when a need could not be met.';

create function private.expire_due()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_row record;
	v_count integer := 0;
	-- The need first, as everywhere. One that somebody is working on is left for the next run.
	v_due uuid[] := array(
		select need.id from public.need
		where need.id in (select need_id from public.quote_request where state = 'sent' and answer_by < private.today())
			or need.id in (select need_id from public.quote where state = 'submitted' and valid_until < private.today())
		for update skip locked
	);
begin
	for v_row in
		update public.quote_request request set state = 'expired'
		from public.need
		where need.id = any (v_due) and need.id = request.need_id
			and request.state = 'sent' and request.answer_by < private.today()
		returning request.id, request.job_centre_id, request.provider_id, need.id as need_id, need.owner_id, need.reference
	loop
		v_count := v_count + 1;
		perform private.record_event('quote_request.expired', v_row.id, v_row.job_centre_id, v_row.provider_id,
			jsonb_build_object('need', v_row.need_id, 'reference', v_row.reference));
		perform private.notify(array[v_row.owner_id], 'quote_request.expired', v_row.need_id, jsonb_build_object(
			'reference', v_row.reference, 'provider', (select name from public.organisation where id = v_row.provider_id)));
	end loop;
	for v_row in
		update public.quote set state = 'expired', version = quote.version + 1, decided_at = now()
		from public.need
		where need.id = any (v_due) and need.id = quote.need_id
			and quote.state = 'submitted' and quote.valid_until < private.today()
		returning quote.id, quote.quote_request_id, quote.reference as quote_reference, quote.job_centre_id,
			quote.provider_id, need.id as need_id, need.owner_id, need.reference
	loop
		v_count := v_count + 1;
		perform private.record_event('quote.expired', v_row.id, v_row.job_centre_id, v_row.provider_id,
			jsonb_build_object('need', v_row.need_id, 'reference', v_row.quote_reference));
		perform private.notify(array[v_row.owner_id], 'quote.expired', v_row.need_id, jsonb_build_object(
			'reference', v_row.reference, 'provider', (select name from public.organisation where id = v_row.provider_id)));
		perform private.notify(private.people_of(v_row.provider_id, array['leader']), 'quote.expired_for_school',
			v_row.quote_request_id, jsonb_build_object('reference', v_row.quote_reference));
	end loop;
	return v_count;
end $$;
comment on function private.expire_due is 'The moves that time makes: requests past their date and quotes past their validity. Run by background work; every function that depends on a date checks it as well.';

grant execute on function private.request_quotes, private.withdraw_request, private.decline_request,
	private.submit_quote, private.withdraw_quote, private.end_need to authenticated;
grant execute on function private.expire_due to service_role;

create function public.request_quotes(p_need uuid, p_requests jsonb, p_answer_by date)
returns integer language sql security invoker set search_path = '' as $$
	select private.request_quotes(p_need, p_requests, p_answer_by)
$$;
create function public.withdraw_request(p_id uuid)
returns void language sql security invoker set search_path = '' as $$ select private.withdraw_request(p_id) $$;
create function public.decline_request(p_id uuid, p_reason_code text, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.decline_request(p_id, p_reason_code, p_reason)
$$;
create function public.submit_quote(p_request uuid, p_id uuid, p_replaces integer, p_quote jsonb)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.submit_quote(p_request, p_id, p_replaces, p_quote)
$$;
create function public.withdraw_quote(p_id uuid, p_version integer)
returns void language sql security invoker set search_path = '' as $$ select private.withdraw_quote(p_id, p_version) $$;
create function public.withdraw_need(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.end_need(p_id, p_version, 'withdrawn', p_reason)
$$;
create function public.close_need_unmet(p_id uuid, p_version integer, p_reason text)
returns void language sql security invoker set search_path = '' as $$
	select private.end_need(p_id, p_version, 'closed_unmet', p_reason)
$$;
create function public.expire_due()
returns integer language sql security invoker set search_path = '' as $$ select private.expire_due() $$;
grant execute on function public.request_quotes, public.withdraw_request, public.decline_request, public.submit_quote,
	public.withdraw_quote, public.withdraw_need, public.close_need_unmet to authenticated;
grant execute on function public.expire_due to service_role;
