-- How people come in: only by invitation, whichever door they try.

create table public.invitation (
	id uuid primary key default gen_random_uuid(),
	organisation_id uuid not null references public.organisation on delete cascade,
	email text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and char_length(email) <= 254),
	role text not null check (role in ('broker', 'coordinator', 'approver', 'leader')),
	token_hash bytea not null unique,
	invited_by uuid references public.profile on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	revoked_at timestamptz
);
comment on table public.invitation is 'A mailed promise of a membership. The token itself is never stored, only its SHA-256.';
create unique index invitation_one_open on public.invitation (organisation_id, email, role)
	where accepted_at is null and revoked_at is null;
create index invitation_organisation on public.invitation (organisation_id);
create index invitation_invited_by on public.invitation (invited_by);

alter table public.invitation enable row level security;
create policy "Invitations are seen by those who may invite" on public.invitation
	for select to authenticated
	using (organisation_id in (select private.my_organisations(array['coordinator', 'leader'])));
grant select (id, organisation_id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at)
	on public.invitation to authenticated;
-- NOTE: token_hash is withheld, and there is no insert or update: see invite and revoke_invitation.

create function private.open_invitation(p_token text)
returns public.invitation language sql stable security definer set search_path = '' as $$
	select invitation.* from public.invitation
	where invitation.token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8'))
		and invitation.accepted_at is null and invitation.revoked_at is null and invitation.expires_at > now()
$$;
comment on function private.open_invitation is 'The invitation of a token, as long as it can be used.';

create function private.invite(p_organisation uuid, p_email text, p_role text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
	v_email text := lower(trim(p_email));
	v_token text := encode(extensions.gen_random_bytes(32), 'hex');
	v_kind text;
	v_name text;
	v_id uuid;
begin
	if not private.acts_for(p_organisation, array['coordinator', 'leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	select kind, name into v_kind, v_name from public.organisation where id = p_organisation;
	if p_role is null or p_role not in ('broker', 'coordinator', 'approver', 'leader')
		or (v_kind = 'provider') <> (p_role = 'leader') then
		perform private.refuse(422, 'invalid', '{"field": "role", "reason": "unknown"}');
	end if;
	if v_email is null or v_email !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or char_length(v_email) > 254 then
		perform private.refuse(422, 'invalid', '{"field": "email", "reason": "not_an_email"}');
	end if;
	if exists (
		select from public.membership join auth.users on users.id = membership.user_id
		where membership.organisation_id = p_organisation and membership.role = p_role and users.email = v_email
	) then
		perform private.refuse(422, 'invalid', '{"field": "email", "reason": "already_member"}');
	end if;
	-- A newer invitation replaces an open one, so that a lost mail can be sent again.
	update public.invitation set revoked_at = now()
	where organisation_id = p_organisation and email = v_email and role = p_role
		and accepted_at is null and revoked_at is null;
	insert into public.invitation (organisation_id, email, role, token_hash, invited_by)
	values (p_organisation, v_email, p_role, sha256(convert_to(v_token, 'UTF8')), (select auth.uid()))
	returning id into v_id;
	insert into public.outbox (to_email, kind, params, secret)
	values (v_email, 'invitation', jsonb_build_object('organisation', v_name, 'role', p_role),
		jsonb_build_object('token', v_token));
	perform private.record_event('invitation.sent', v_id,
		case when v_kind = 'job_centre' then p_organisation end,
		case when v_kind = 'provider' then p_organisation end,
		jsonb_build_object('role', p_role));
	return v_id;
end $$;
comment on function private.invite is 'Invites somebody to a role; by the organisation''s coordinator or leader.';

create function private.revoke_invitation(p_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_invitation public.invitation;
begin
	select * into v_invitation from public.invitation where id = p_id for update;
	if v_invitation.id is null or not private.acts_for(v_invitation.organisation_id, array['coordinator', 'leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	if v_invitation.revoked_at is not null then
		return;
	end if;
	if v_invitation.accepted_at is not null then
		perform private.refuse(409, 'wrong_state', '{"state": "accepted"}');
	end if;
	update public.invitation set revoked_at = now() where id = p_id;
	perform private.record_event('invitation.revoked', p_id,
		(select id from public.organisation where id = v_invitation.organisation_id and kind = 'job_centre'),
		(select id from public.organisation where id = v_invitation.organisation_id and kind = 'provider'),
		jsonb_build_object('role', v_invitation.role));
end $$;
comment on function private.revoke_invitation is 'Takes back an invitation that nobody has accepted; by those who may invite.';

create function private.end_membership(p_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_membership public.membership;
begin
	select * into v_membership from public.membership where id = p_id;
	if v_membership.id is null or not private.acts_for(v_membership.organisation_id, array['coordinator', 'leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	-- All memberships of the organisation are locked, so that two who end each other's cannot leave none.
	perform from public.membership where organisation_id = v_membership.organisation_id for update;
	if v_membership.role in ('coordinator', 'leader') and not exists (
		select from public.membership
		where organisation_id = v_membership.organisation_id and role = v_membership.role and id <> p_id
	) then
		perform private.refuse(409, 'last_of_role', jsonb_build_object('role', v_membership.role));
	end if;
	delete from public.membership where id = p_id;
	perform private.record_event('membership.ended', p_id,
		case when v_membership.organisation_kind = 'job_centre' then v_membership.organisation_id end,
		case when v_membership.organisation_kind = 'provider' then v_membership.organisation_id end,
		jsonb_build_object('role', v_membership.role));
end $$;
comment on function private.end_membership is 'Takes a role from a person; an organisation keeps at least one who may invite.';

create function private.join_by(p_invitation public.invitation, p_user uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_kind text;
begin
	select kind into v_kind from public.organisation where id = p_invitation.organisation_id;
	update public.invitation set accepted_at = now() where id = p_invitation.id;
	insert into public.membership (user_id, organisation_id, organisation_kind, role)
	values (p_user, p_invitation.organisation_id, v_kind, p_invitation.role)
	on conflict do nothing;
	insert into public.event (kind, subject_id, job_centre_id, provider_id, detail, actor_user_id, actor_organisation_id)
	values ('invitation.accepted', p_invitation.id,
		case when v_kind = 'job_centre' then p_invitation.organisation_id end,
		case when v_kind = 'provider' then p_invitation.organisation_id end,
		jsonb_build_object('role', p_invitation.role), p_user, p_invitation.organisation_id);
end $$;
comment on function private.join_by is 'Makes the membership that an invitation promises, and uses the invitation up.';

create function private.accept_invitation(p_token text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_invitation public.invitation := private.open_invitation(p_token);
begin
	-- The same link, followed twice.
	if exists (
		select from public.invitation
		join auth.users on lower(users.email) = invitation.email and users.id = (select auth.uid())
		join public.membership on membership.user_id = users.id
			and membership.organisation_id = invitation.organisation_id and membership.role = invitation.role
		where invitation.token_hash = sha256(convert_to(coalesce(p_token, ''), 'UTF8'))
			and invitation.accepted_at is not null
	) then
		return;
	end if;
	if v_invitation.id is null or not exists (
		select from auth.users where users.id = (select auth.uid()) and lower(users.email) = v_invitation.email
	) then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.join_by(v_invitation, (select auth.uid()));
end $$;
comment on function private.accept_invitation is 'For a person who has an account already; the invitation must be for their own address.';

-- The door itself. Signing up through the API, by whatever client, ends here.
create function private.require_invitation()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_invitation public.invitation := private.open_invitation(new.raw_user_meta_data ->> 'invitation_token');
begin
	if v_invitation.id is null or v_invitation.email is distinct from lower(new.email) then
		perform private.refuse(403, 'invitation_required');
	end if;
	return new;
end $$;
comment on function private.require_invitation is 'No account without an open invitation to the same address.';

create function private.welcome()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_name text := private.words('display_name', new.raw_user_meta_data ->> 'display_name', 80, false);
begin
	insert into public.profile (user_id, display_name, locale)
	values (
		new.id,
		-- A name of one letter is too short to be told apart; the whole address is not.
		case when char_length(v_name) >= 2 then v_name
			when new.email like '__%@%' then split_part(new.email, '@', 1)
			else left(new.email, 80) end,
		case when new.raw_user_meta_data ->> 'locale' = 'en' then 'en' else 'da' end
	);
	perform private.join_by(private.open_invitation(new.raw_user_meta_data ->> 'invitation_token'), new.id);
	return new;
end $$;

comment on function private.welcome is 'Gives a new account its profile and the membership that it was invited to.';

create trigger require_invitation before insert on auth.users
	for each row execute function private.require_invitation();
create trigger welcome after insert on auth.users
	for each row execute function private.welcome();

create function private.invitation_by_token(p_token text)
returns jsonb language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('organisation_name', organisation.name, 'role', invitation.role, 'email', invitation.email)
	from private.open_invitation(p_token) invitation
	join public.organisation on organisation.id = invitation.organisation_id
$$;
comment on function private.invitation_by_token is 'What the page of an invitation shows to whoever holds the token; null when it is used, revoked or expired.';

create function private.me()
returns jsonb language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'userId', profile.user_id,
		'displayName', profile.display_name,
		'unread', (
			select count(*) from public.notification
			where notification.user_id = profile.user_id and notification.read_at is null
		),
		'memberships', coalesce((
			select jsonb_agg(jsonb_build_object(
				'organisationId', organisation.id, 'organisationName', organisation.name,
				'kind', organisation.kind, 'role', membership.role) order by organisation.name, membership.role)
			from public.membership join public.organisation on organisation.id = membership.organisation_id
			where membership.user_id = profile.user_id
		), '[]')
	)
	from public.profile where profile.user_id = (select auth.uid())
$$;
comment on function private.me is 'The caller: role, organisations and unread notifications, in the one round trip that opens a page.';

create function private.members(p_organisation uuid)
returns table (id uuid, user_id uuid, display_name text, email text, role text, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
	select membership.id, membership.user_id, profile.display_name, users.email, membership.role, membership.created_at
	from public.membership
	join public.profile on profile.user_id = membership.user_id
	join auth.users on users.id = membership.user_id
	where membership.organisation_id = p_organisation
		and p_organisation in (select private.my_organisations(array['coordinator', 'leader']))
	order by membership.role, profile.display_name
$$;
comment on function private.members is 'The people of an organisation with their addresses, for those who may invite.';

grant execute on function private.invite, private.revoke_invitation, private.end_membership,
	private.accept_invitation, private.me, private.members to authenticated;
grant execute on function private.invitation_by_token to anon, authenticated;

create function public.invite(p_organisation uuid, p_email text, p_role text)
returns uuid language sql security invoker set search_path = '' as $$ select private.invite(p_organisation, p_email, p_role) $$;
create function public.revoke_invitation(p_id uuid)
returns void language sql security invoker set search_path = '' as $$ select private.revoke_invitation(p_id) $$;
create function public.end_membership(p_id uuid)
returns void language sql security invoker set search_path = '' as $$ select private.end_membership(p_id) $$;
create function public.accept_invitation(p_token text)
returns void language sql security invoker set search_path = '' as $$ select private.accept_invitation(p_token) $$;
create function public.invitation_by_token(p_token text)
returns jsonb language sql stable security invoker set search_path = '' as $$ select private.invitation_by_token(p_token) $$;
create function public.me()
returns jsonb language sql stable security invoker set search_path = '' as $$ select private.me() $$;
create function public.members(p_organisation uuid)
returns table (id uuid, user_id uuid, display_name text, email text, role text, created_at timestamptz)
language sql stable security invoker set search_path = '' as $$ select * from private.members(p_organisation) $$;
create function public.set_locale(p_locale text)
returns void language plpgsql security invoker set search_path = '' as $$
begin
	if p_locale is null or p_locale not in ('da', 'en') then
		perform private.refuse(422, 'invalid', '{"field": "locale", "reason": "unknown"}');
	end if;
	update public.profile set locale = p_locale where user_id = (select auth.uid());
end $$;
comment on function public.set_locale is 'Remembers the language of the caller''s pages and mails.';
grant execute on function public.invite, public.revoke_invitation, public.end_membership, public.accept_invitation,
	public.me, public.members, public.set_locale to authenticated;
grant execute on function public.invitation_by_token to anon, authenticated;
