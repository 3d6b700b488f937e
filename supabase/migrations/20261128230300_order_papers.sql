-- What an order says on paper beside what was bought: who buys, by EAN number and reference, and who sells, by CVR number.

create function private.is_gln(p_text text)
returns boolean language sql immutable parallel safe set search_path = '' as $$
	select p_text ~ '^[0-9]{13}$' and (
		select sum(substr(p_text, place, 1)::integer * case place % 2 when 0 then 3 else 1 end) % 10 = 0
		from generate_series(1, 13) place
	)
$$;
comment on function private.is_gln is 'Thirteen digits, modulus 10 with weights 1 and 3 in turn: a GLN, which public buyers call EAN number.';
grant execute on function private.is_gln to service_role;

alter table public.organisation add column details_version integer not null default 1;
comment on column public.organisation.details_version is 'Of what stands on papers: CVR number, and for a job centre EAN number and reference.';
alter table public.job_centre
	add column ean text check (private.is_gln(ean)),
	add column order_contact public.free_text check (char_length(order_contact) <= 80);
comment on column public.job_centre.ean is 'The GLN that schools send their invoices to.';
comment on column public.job_centre.order_contact is 'The person reference of invoices, as the job centre''s own bookkeeping knows it.';

create function private.set_organisation_details(
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
	perform private.record_event('organisation.changed', p_organisation,
		case v_organisation.kind when 'job_centre' then p_organisation end,
		case v_organisation.kind when 'provider' then p_organisation end);
end $$;
comment on function private.set_organisation_details is
	'Sets what stands on an organisation''s papers, by a job centre''s coordinator or a school''s leader; a school has a CVR number only.';

create function private.order_sides(p_order uuid)
returns table (job_centre text, job_centre_cvr text, ean text, order_contact text, provider text, provider_cvr text)
language sql stable security definer set search_path = '' as $$
	select buyer.name, buyer.cvr, job_centre.ean, job_centre.order_contact, seller.name, seller.cvr
	from public.purchase_order bought
	join public.organisation buyer on buyer.id = bought.job_centre_id
	join public.job_centre on job_centre.organisation_id = bought.job_centre_id
	join public.organisation seller on seller.id = bought.provider_id
	where bought.id = p_order and (private.acts_for(bought.job_centre_id)
		or (bought.state in ('approved', 'cancelled') and private.acts_for(bought.provider_id)))
$$;
comment on function private.order_sides is 'Who buys and who sells, for the two sides of an order; the school learns where to send its invoice.';

grant execute on function private.set_organisation_details, private.order_sides to authenticated;
create function public.set_organisation_details(
	p_organisation uuid, p_version integer, p_cvr text, p_ean text, p_order_contact text
) returns void language sql security invoker set search_path = '' as $$
	select private.set_organisation_details(p_organisation, p_version, p_cvr, p_ean, p_order_contact)
$$;
create function public.order_sides(p_order uuid)
returns table (job_centre text, job_centre_cvr text, ean text, order_contact text, provider text, provider_cvr text)
language sql stable security invoker set search_path = '' as $$ select * from private.order_sides(p_order) $$;
grant execute on function public.set_organisation_details, public.order_sides to authenticated;
