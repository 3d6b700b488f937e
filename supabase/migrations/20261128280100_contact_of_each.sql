-- A need may be about several candidates. The school that teaches them reaches each of them, without learning who is who:
-- not by an alias, and not by the order that contacts come in.

alter table public.candidate_contact add column candidate_id uuid references public.candidate on delete cascade;
update public.candidate_contact set candidate_id = need.candidate_id from public.need where need.id = need_id;
alter table public.candidate_contact
	alter column candidate_id set not null,
	drop constraint candidate_contact_pkey,
	add primary key (need_id, candidate_id);
create index candidate_contact_candidate on public.candidate_contact (candidate_id);
comment on table public.candidate_contact is
	'A first name and a way to reach each candidate of a need, for the one school that gives the training; erased when it ends.';
comment on column public.candidate_contact.candidate_id is 'One of the need''s candidates; the school never learns which.';

create function private.needs_in_contact()
returns setof uuid language sql stable security definer set search_path = '' as $$
	select need.id from public.need
	where need.owner_id = (select auth.uid()) and need.job_centre_id in (select private.my_organisations())
	union
	select engagement.need_id from public.engagement
	where engagement.provider_id in (select private.my_organisations()) and engagement.state in ('planned', 'active')
$$;
comment on function private.needs_in_contact is
	'The needs whose candidates the caller may know how to reach: the broker''s own, and those that the school trains for.';

drop policy "Contact is seen by the broker and, until the end, the school" on public.candidate_contact;
create policy "Contact is seen by the broker and, until the end, the school" on public.candidate_contact
	for select to authenticated using (need_id in (select private.needs_in_contact()));
revoke select on public.candidate_contact from authenticated;
grant select (need_id) on public.candidate_contact to authenticated;
-- NOTE: that contacts are there, and not whose or what. Names and ways are read by functions: the broker's with the alias, the
-- school's without. The time of sharing is withheld too, since it would tell contacts apart.

create function private.candidates_of(p_need uuid)
returns setof uuid language sql stable security definer set search_path = '' as $$
	select candidate_id from public.need where id = p_need
	union
	select candidate_id from public.need_participant where need_id = p_need
$$;
comment on function private.candidates_of is 'The candidates that a need is about: its own, and those who were named beside.';

create function private.need_contacts(p_need uuid)
returns table (candidate_id uuid, alias text, first_name text, contact text, shared_at timestamptz)
language sql stable security definer set search_path = '' as $$
	select candidate.id, candidate.alias, shared.first_name, shared.contact, shared.updated_at
	from public.need
	cross join private.candidates_of(p_need) named (id)
	join public.candidate on candidate.id = named.id
	left join public.candidate_contact shared on shared.need_id = need.id and shared.candidate_id = named.id
	left join public.need_participant
		on need_participant.need_id = need.id and need_participant.candidate_id = named.id
	where need.id = p_need and need.owner_id = (select auth.uid())
		and need.job_centre_id in (select private.my_organisations())
	order by need_participant.added_at, candidate.alias
$$;
comment on function private.need_contacts is
	'The candidates of a need with what the school may reach them by, which is null until it is shared; for the need''s own broker.';

create function private.engagement_contacts(p_engagement uuid)
returns table (first_name text, contact text) language sql stable security definer set search_path = '' as $$
	select shared.first_name, shared.contact
	from public.engagement
	cross join lateral private.candidates_of(engagement.need_id) named (id)
	left join public.candidate_contact shared on shared.need_id = engagement.need_id and shared.candidate_id = named.id
	where engagement.id = p_engagement and engagement.state in ('planned', 'active')
		and engagement.need_id in (select private.needs_in_contact())
	order by shared.first_name, shared.contact
$$;
comment on function private.engagement_contacts is
	'How to reach the candidates of an engagement, by first name: a row for each, with nothing in it until a contact is shared. No row for whoever may not see it, or when all has been erased.';

create function private.need_to_share(p_need uuid, p_candidate uuid)
returns public.need language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need;
begin
	select * into v_need from public.need where id = p_need for update;
	if v_need.id is null or v_need.owner_id <> (select auth.uid()) or not private.acts_for(v_need.job_centre_id)
		or p_candidate is null or p_candidate not in (select private.candidates_of(p_need)) then
		perform private.refuse(404, 'not_found');
	end if;
	return v_need;
end $$;
comment on function private.need_to_share is 'Locks a need for its own broker, who shares how to reach one of its candidates, or refuses.';

drop function public.set_candidate_contact(uuid, text, text);
drop function private.set_candidate_contact(uuid, text, text);
create function private.set_candidate_contact(p_need uuid, p_candidate uuid, p_first_name text, p_contact text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_share(p_need, p_candidate);
	v_first_name text;
	v_contact text;
begin
	perform private.refuse_unless_state(v_need.state, array['awarded']);
	v_first_name := private.words('first_name', p_first_name, 40, true);
	v_contact := private.words('contact', p_contact, 120, true);
	if char_length(v_contact) < 3 then
		perform private.refuse(422, 'invalid', '{"field": "contact", "reason": "not_valid"}');
	end if;
	if exists (
		select from public.candidate_contact
		where need_id = p_need and candidate_id = p_candidate and first_name = v_first_name and contact = v_contact
	) then
		return;
	end if;
	insert into public.candidate_contact (need_id, candidate_id, first_name, contact)
	values (p_need, p_candidate, v_first_name, v_contact)
	on conflict (need_id, candidate_id)
	do update set first_name = excluded.first_name, contact = excluded.contact, updated_at = now();
	perform private.record_event('contact.shared', p_need, v_need.job_centre_id);
end $$;
comment on function private.set_candidate_contact is
	'Shares a candidate''s first name and contact with the school whose quote was accepted; by the need''s own broker.';

create function private.remove_candidate_contact(p_need uuid, p_candidate uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_share(p_need, p_candidate);
begin
	-- There is none to remove but while the need is awarded: whatever ends that erases all of them.
	delete from public.candidate_contact where need_id = p_need and candidate_id = p_candidate;
	if found then
		perform private.record_event('contact.removed', p_need, v_need.job_centre_id);
	end if;
end $$;
comment on function private.remove_candidate_contact is
	'Takes back a contact that was shared, by the need''s own broker; the school no longer sees it. Asked twice, it removes one.';

grant execute on function private.needs_in_contact, private.need_contacts, private.engagement_contacts,
	private.set_candidate_contact, private.remove_candidate_contact to authenticated;
drop function public.engagement_contact(uuid);
create function public.need_contacts(p_need uuid)
returns table (candidate_id uuid, alias text, first_name text, contact text, shared_at timestamptz)
language sql stable security invoker set search_path = '' as $$ select * from private.need_contacts(p_need) $$;
create function public.engagement_contacts(p_engagement uuid)
returns table (first_name text, contact text)
language sql stable security invoker set search_path = '' as $$ select * from private.engagement_contacts(p_engagement) $$;
create function public.set_candidate_contact(p_need uuid, p_candidate uuid, p_first_name text, p_contact text)
returns void language sql security invoker set search_path = '' as $$
	select private.set_candidate_contact(p_need, p_candidate, p_first_name, p_contact)
$$;
create function public.remove_candidate_contact(p_need uuid, p_candidate uuid)
returns void language sql security invoker set search_path = '' as $$
	select private.remove_candidate_contact(p_need, p_candidate)
$$;
grant execute on function public.need_contacts, public.engagement_contacts, public.set_candidate_contact,
	public.remove_candidate_contact to authenticated;
