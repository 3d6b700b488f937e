-- An order's paper said who bought, who sold, whom to ask and where the invoice goes as all of it is today: a job centre that got
-- another EAN number changed every order that it had ever made. It is kept as it was when the order was placed.

create table public.order_party (
	order_id uuid primary key references public.purchase_order on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	provider_id uuid not null references public.organisation on delete restrict,
	job_centre text not null,
	job_centre_cvr text,
	ean text,
	order_contact text,
	job_centre_contact text,
	provider text not null,
	provider_cvr text,
	provider_contact text
);
comment on table public.order_party is
	'Who buys and who sells by an order, as its paper says it: as it was when the order was approved, which is when the school gets it and it is an order to anyone but the job centre. What was missing then is filled in once, when it is known.';
comment on column public.order_party.ean is 'The GLN that the school sends its invoice to.';
comment on column public.order_party.order_contact is 'The person reference of the invoice.';
comment on column public.order_party.job_centre_contact is 'Whom to ask and at which address: the need''s broker.';
comment on column public.order_party.provider_contact is 'Who quoted, and once the order is confirmed who confirmed it.';
create index order_party_job_centre on public.order_party (job_centre_id);
create index order_party_provider on public.order_party (provider_id);
alter table public.order_party enable row level security;
create policy "Parties are seen by both sides of the order" on public.order_party
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or provider_id in (select private.my_organisations())
	);
grant select on public.order_party to authenticated;
-- NOTE: no insert or update. A row is made and filled in by what happens to its order and its organisations.

create function private.parties_now(p_order public.purchase_order)
returns setof public.order_party language sql stable security definer set search_path = '' as $$
	select p_order.id, p_order.job_centre_id, p_order.provider_id, buyer.name, buyer.cvr, job_centre.ean,
		job_centre.order_contact::text, private.contact_of(need.owner_id, buyer.id), seller.name, seller.cvr,
		private.contact_of(coalesce(p_order.confirmed_by, (
			select event.actor_user_id from public.event
			where event.subject_id = p_order.quote_id and event.kind in ('quote.submitted', 'quote.revised')
			order by event.id limit 1
		)), seller.id)
	from public.need
	join public.organisation buyer on buyer.id = p_order.job_centre_id
	join public.job_centre on job_centre.organisation_id = p_order.job_centre_id
	join public.organisation seller on seller.id = p_order.provider_id
	where need.id = p_order.need_id
$$;
comment on function private.parties_now is 'Who buys and who sells by an order, as it is today.';

create function private.keep_parties()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	insert into public.order_party select * from private.parties_now(new) on conflict do nothing;
	update public.order_party kept set provider_contact = coalesce(now.provider_contact, kept.provider_contact)
	from private.parties_now(new) now where kept.order_id = new.id and new.confirmed_by is not null;
	return null;
end $$;
comment on function private.keep_parties is
	'Keeps who buys and who sells when an order is approved, whatever approved it; the school''s contact is then whoever confirms it.';
create trigger purchase_order_parties after insert or update of state, confirmed_by on public.purchase_order
	for each row when (new.state = 'approved') execute function private.keep_parties();

insert into public.order_party
select party.* from public.purchase_order cross join lateral private.parties_now(purchase_order) party
where purchase_order.state in ('approved', 'cancelled');

create or replace function private.set_organisation_details(
	p_organisation uuid, p_version integer, p_cvr text, p_ean text, p_order_contact text
) returns void language plpgsql security definer set search_path = '' as $$
declare
	v_organisation public.organisation;
	v_settings public.job_centre;
	v_cvr text := nullif(regexp_replace(p_cvr, '\s', '', 'g'), '');
	v_ean text := nullif(regexp_replace(p_ean, '\s', '', 'g'), '');
	v_contact text;
begin
	if not private.acts_for(p_organisation, array['coordinator', 'leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	select * into v_organisation from public.organisation where id = p_organisation for update;
	select * into v_settings from public.job_centre where organisation_id = p_organisation for update;
	v_contact := private.words('order_contact', p_order_contact, 80, false);
	if v_organisation.cvr is not distinct from v_cvr and v_settings.ean is not distinct from v_ean
		and v_settings.order_contact is not distinct from v_contact then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_organisation, 'organisation.changed', v_organisation.details_version, p_version);
	if not private.is_cvr(v_cvr) then
		perform private.refuse(422, 'invalid', '{"field": "cvr", "reason": "not_cvr"}');
	end if;
	if v_organisation.kind = 'provider' and (v_ean is not null or v_contact is not null) then
		perform private.refuse(422, 'invalid', '{"field": "ean", "reason": "not_valid"}');
	end if;
	if not private.is_gln(v_ean) then
		perform private.refuse(422, 'invalid', '{"field": "ean", "reason": "not_gln"}');
	end if;
	update public.organisation set cvr = v_cvr, details_version = details_version + 1 where id = p_organisation;
	update public.job_centre set ean = v_ean, order_contact = v_contact where organisation_id = p_organisation;
	-- Orders keep what they said, and learn what they could not say.
	update public.order_party
	set job_centre_cvr = coalesce(job_centre_cvr, v_cvr), ean = coalesce(ean, v_ean),
		order_contact = coalesce(order_contact, v_contact)
	where job_centre_id = p_organisation and (job_centre_cvr is null or ean is null or order_contact is null);
	update public.order_party set provider_cvr = v_cvr where provider_id = p_organisation and provider_cvr is null;
	perform private.record_event('organisation.changed', p_organisation,
		case v_organisation.kind when 'job_centre' then p_organisation end,
		case v_organisation.kind when 'provider' then p_organisation end);
end $$;
comment on function private.set_organisation_details is
	'Sets what stands on an organisation''s papers from now on, by a job centre''s coordinator or a school''s leader; a school has a CVR number only. Orders that were placed keep what they say, and get what they lack.';

create or replace function private.order_sides(p_order uuid)
returns table (
	job_centre text, job_centre_cvr text, ean text, order_contact text, job_centre_contact text,
	provider text, provider_cvr text, provider_contact text,
	agreement_id uuid, agreement_reference text, agreement_terms text, is_direct boolean
) language sql stable security definer set search_path = '' as $$
	select party.job_centre, party.job_centre_cvr, party.ean, party.order_contact, party.job_centre_contact,
		party.provider, party.provider_cvr, party.provider_contact,
		agreement.id, agreement.reference, agreement.terms, quote.frame_agreement_id is not null
	from public.purchase_order bought
	join public.quote on quote.id = bought.quote_id
	cross join lateral (
		select kept.* from public.order_party kept where kept.order_id = bought.id
		union all
		select now.* from private.parties_now(bought) now
		where not exists (select from public.order_party kept where kept.order_id = bought.id)
	) party
	left join lateral private.agreement_of(quote) agreement on true
	where bought.id = p_order and (private.acts_for(bought.job_centre_id)
		or (bought.state in ('approved', 'cancelled') and private.acts_for(bought.provider_id)))
$$;
comment on function private.order_sides is
	'Who buys and who sells, whom each side asks, and the frame agreement between them, for the two sides of an order; the school learns where to send its invoice. As it was when the order was placed, and as it is now for one that waits.';
