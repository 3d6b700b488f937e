-- What happened, who should know, and the mails that tell them.

create table public.event (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	kind text not null,
	actor_user_id uuid references public.profile on delete set null,
	actor_organisation_id uuid references public.organisation on delete set null,
	job_centre_id uuid references public.organisation on delete cascade,
	provider_id uuid references public.organisation on delete cascade,
	subject_id uuid not null,
	detail jsonb not null default '{}'
);
comment on table public.event is
	'Append-only history. A row is seen by the job centre and by the provider that it names; detail holds references, codes and amounts, never words about a person.';
comment on column public.event.kind is 'What happened to what, as noun.move, such as need.submitted.';
comment on column public.event.subject_id is 'The row that it happened to; the noun in kind says of which table.';
comment on column public.event.actor_user_id is 'Empty when time itself made the move.';
create index event_subject on public.event (subject_id, id);
create index event_job_centre on public.event (job_centre_id, id);
create index event_provider on public.event (provider_id, id);
create index event_actor on public.event (actor_user_id);
create index event_actor_organisation on public.event (actor_organisation_id);

create table public.notification (
	id bigint generated always as identity primary key,
	user_id uuid not null references public.profile on delete cascade,
	kind text not null,
	subject_id uuid not null,
	params jsonb not null default '{}',
	created_at timestamptz not null default now(),
	read_at timestamptz
);
comment on table public.notification is 'What a person should know. The words are made by the app from kind and params.';
create index notification_user on public.notification (user_id, id desc);
create index notification_unread on public.notification (user_id) where read_at is null;

create table public.outbox (
	id bigint generated always as identity primary key,
	to_user_id uuid references public.profile on delete cascade,
	to_email text check (to_email is null or char_length(to_email) between 3 and 254),
	kind text not null,
	params jsonb not null default '{}',
	secret jsonb,
	created_at timestamptz not null default now(),
	attempts integer not null default 0,
	next_attempt_at timestamptz not null default now(),
	sent_at timestamptz,
	last_error text,
	constraint outbox_has_receiver check ((to_user_id is null) <> (to_email is null))
);
comment on table public.outbox is
	'Mails to send, written in the same transaction as what they tell of, so that none is lost and none tells of what did not happen.';
comment on column public.outbox.secret is 'Parts of the mail that nobody may read later, such as an invitation''s token; emptied when the mail has been sent.';
create index outbox_waiting on public.outbox (next_attempt_at) where sent_at is null;
create index outbox_to_user on public.outbox (to_user_id);

create function private.record_event(
	p_kind text, p_subject uuid, p_job_centre uuid, p_provider uuid default null, p_detail jsonb default '{}'
) returns void language sql security definer set search_path = '' as $$
	insert into public.event (kind, subject_id, job_centre_id, provider_id, detail, actor_user_id, actor_organisation_id)
	select p_kind, p_subject, p_job_centre, p_provider, p_detail, (select auth.uid()), (
		select membership.organisation_id from public.membership
		where membership.user_id = (select auth.uid())
			and membership.organisation_id in (p_job_centre, p_provider)
		limit 1
	)
$$;
comment on function private.record_event is 'Writes what the caller has just done into the history.';

create function private.notify(p_users uuid[], p_kind text, p_subject uuid, p_params jsonb default '{}')
returns void language sql security definer set search_path = '' as $$
	with receiver as (
		select distinct person as user_id from unnest(p_users) person
		where person is distinct from (select auth.uid())
	), notified as (
		insert into public.notification (user_id, kind, subject_id, params)
		select receiver.user_id, p_kind, p_subject, p_params from receiver
	)
	insert into public.outbox (to_user_id, kind, params)
	select receiver.user_id, p_kind, p_params || jsonb_build_object('subject_id', p_subject) from receiver
$$;
comment on function private.notify is 'Tells these people, on the page and by mail; never the one who did it.';

create function private.people_of(p_organisation uuid, p_roles text[])
returns uuid[] language sql stable security definer set search_path = '' as $$
	select coalesce(array_agg(distinct membership.user_id), '{}')
	from public.membership
	where membership.organisation_id = p_organisation and membership.role = any (p_roles)
$$;
comment on function private.people_of is 'The people who hold any of these roles in an organisation.';

create function private.refuse_if_stale(p_subject uuid, p_current integer, p_expected integer)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_detail jsonb;
begin
	if p_current = p_expected then
		return;
	end if;
	select jsonb_build_object('actor', organisation.name, 'at', event.at, 'kind', event.kind) into v_detail
	from public.event left join public.organisation on organisation.id = event.actor_organisation_id
	where event.subject_id = p_subject
	order by event.id desc
	limit 1;
	perform private.refuse(409, 'stale', coalesce(v_detail, '{}'));
end $$;
comment on function private.refuse_if_stale is
	'Refuses a change that was made from an older version of the row, and says who changed it last.';

create function private.refuse_unless_state(p_state text, p_allowed text[])
returns void language plpgsql immutable set search_path = '' as $$
begin
	if not p_state = any (p_allowed) then
		perform private.refuse(409, 'wrong_state', jsonb_build_object('state', p_state, 'allowed', p_allowed));
	end if;
end $$;
comment on function private.refuse_unless_state is 'Refuses a move that is not legal from the state that the row is in.';

create table private.reference_counter (
	organisation_id uuid not null references public.organisation on delete cascade,
	prefix text not null,
	year integer not null,
	last integer not null,
	primary key (organisation_id, prefix, year)
);
comment on table private.reference_counter is 'The last number used, by organisation, kind of paper and year.';
alter table private.reference_counter enable row level security;

create function private.next_reference(p_organisation uuid, p_prefix text)
returns text language sql security definer set search_path = '' as $$
	insert into private.reference_counter (organisation_id, prefix, year, last)
	values (p_organisation, p_prefix, extract(year from now() at time zone 'Europe/Copenhagen')::integer, 1)
	on conflict (organisation_id, prefix, year) do update set last = reference_counter.last + 1
	returning prefix || '-' || year || '-' || lpad(last::text, 4, '0')
$$;
comment on function private.next_reference is 'A short reference that people can say on the phone, such as B-2026-0042.';

alter table public.event enable row level security;
alter table public.notification enable row level security;
alter table public.outbox enable row level security;

create policy "Events are seen by the organisations that they concern" on public.event
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
grant select on public.event to authenticated;
-- NOTE: no insert, update or delete for anyone. The history is written by state functions and never changed.

create policy "People see their own notifications" on public.notification
	for select to authenticated using (user_id = (select auth.uid()));
create policy "People mark their own notifications as read" on public.notification
	for update to authenticated
	using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
grant select, update (read_at) on public.notification to authenticated;

create policy "The outbox is for background work only" on public.outbox
	for select to authenticated using (false);
-- NOTE: no grant at all. Mails hold addresses and tokens.

create function private.claim_outbox(p_limit integer)
returns table (id bigint, email text, locale text, kind text, params jsonb, secret jsonb)
language sql security definer set search_path = '' as $$
	with claimed as (
		update public.outbox
		set attempts = outbox.attempts + 1,
			next_attempt_at = now() + least(interval '1 minute' * 2 ^ outbox.attempts, interval '6 hours')
		where outbox.id in (
			select waiting.id from public.outbox waiting
			where waiting.sent_at is null and waiting.next_attempt_at <= now() and waiting.attempts < 12
			order by waiting.next_attempt_at
			limit p_limit
			for update skip locked
		)
		returning outbox.*
	)
	select claimed.id, coalesce(claimed.to_email, users.email), coalesce(profile.locale, 'da'),
		claimed.kind, claimed.params, claimed.secret
	from claimed
	left join public.profile on profile.user_id = claimed.to_user_id
	left join auth.users on users.id = claimed.to_user_id
	order by claimed.id
$$;
comment on function private.claim_outbox is
	'Takes mails to send. A mail that is not marked as sent is taken again later, each time after a longer wait.';

create function private.mark_mail_sent(p_id bigint)
returns void language sql security definer set search_path = '' as $$
	update public.outbox set sent_at = now(), secret = null, last_error = null where id = p_id
$$;
create function private.mark_mail_failed(p_id bigint, p_error text)
returns void language sql security definer set search_path = '' as $$
	update public.outbox set last_error = left(p_error, 200) where id = p_id
$$;
comment on function private.mark_mail_sent is 'Takes a mail off the outbox and forgets its secret.';
comment on function private.mark_mail_failed is 'Notes why a mail could not be sent; it is tried again when its wait is over.';
grant execute on function private.claim_outbox, private.mark_mail_sent, private.mark_mail_failed to service_role;

create function public.claim_outbox(p_limit integer)
returns table (id bigint, email text, locale text, kind text, params jsonb, secret jsonb)
language sql security invoker set search_path = '' as $$ select * from private.claim_outbox(p_limit) $$;
create function public.mark_mail_sent(p_id bigint)
returns void language sql security invoker set search_path = '' as $$ select private.mark_mail_sent(p_id) $$;
create function public.mark_mail_failed(p_id bigint, p_error text)
returns void language sql security invoker set search_path = '' as $$ select private.mark_mail_failed(p_id, p_error) $$;
grant execute on function public.claim_outbox, public.mark_mail_sent, public.mark_mail_failed to service_role;
