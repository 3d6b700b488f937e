-- An order says which frame agreement it was made within, and whom each side asks about it.

create function private.agreement_of(p_quote public.quote)
returns public.frame_agreement language sql stable security definer set search_path = '' as $$
	select agreement.*
	from public.frame_agreement agreement
	join public.need on need.id = p_quote.need_id
	left join public.module on module.id = p_quote.module_id
	where case
		when p_quote.frame_agreement_id is not null then agreement.id = p_quote.frame_agreement_id
		else agreement.job_centre_id = p_quote.job_centre_id and agreement.provider_id = p_quote.provider_id
			and (agreement.state = 'agreed' or (agreement.state = 'ended' and agreement.ended_at > p_quote.submitted_at))
			and (p_quote.submitted_at at time zone 'Europe/Copenhagen')::date between agreement.valid_from and agreement.valid_to
			and (agreement.module_id = p_quote.module_id
				or agreement.subject_code = coalesce(module.subject_code, need.subject_code))
		end
	order by agreement.module_id is null, agreement.answered_at desc
	limit 1
$$;
comment on function private.agreement_of is
	'The frame agreement that a quote is made within: that of a direct order, or else the one that held on the day of the quote, as agreementFor in src/lib/domain/agreements has it. Ending it later changes nothing for what was quoted.';

create function private.contact_of(p_user uuid, p_organisation uuid)
returns text language sql stable security definer set search_path = '' as $$
	select profile.display_name || ', ' || users.email
	from public.profile join auth.users on users.id = profile.user_id
	where profile.user_id = p_user and exists (
		select from public.membership
		where membership.user_id = p_user and membership.organisation_id = p_organisation)
$$;
comment on function private.contact_of is 'Whom to ask in an organisation and at which address; empty when they have left it.';

drop function public.order_sides(uuid);
drop function private.order_sides(uuid);

create function private.order_sides(p_order uuid)
returns table (
	job_centre text, job_centre_cvr text, ean text, order_contact text, job_centre_contact text,
	provider text, provider_cvr text, provider_contact text,
	agreement_id uuid, agreement_reference text, agreement_terms text, is_direct boolean
) language sql stable security definer set search_path = '' as $$
	select buyer.name, buyer.cvr, job_centre.ean, job_centre.order_contact, private.contact_of(need.owner_id, buyer.id),
		seller.name, seller.cvr, private.contact_of(coalesce(bought.confirmed_by, quoted.by), seller.id),
		agreement.id, agreement.reference, agreement.terms, quote.frame_agreement_id is not null
	from public.purchase_order bought
	join public.need on need.id = bought.need_id
	join public.quote on quote.id = bought.quote_id
	join public.organisation buyer on buyer.id = bought.job_centre_id
	join public.job_centre on job_centre.organisation_id = bought.job_centre_id
	join public.organisation seller on seller.id = bought.provider_id
	left join lateral private.agreement_of(quote) agreement on true
	left join lateral (
		select event.actor_user_id as by from public.event
		where event.subject_id = quote.id and event.kind in ('quote.submitted', 'quote.revised')
		order by event.id limit 1
	) quoted on true
	where bought.id = p_order and (private.acts_for(bought.job_centre_id)
		or (bought.state in ('approved', 'cancelled') and private.acts_for(bought.provider_id)))
$$;
comment on function private.order_sides is
	'Who buys and who sells, whom each side asks, and the frame agreement between them, for the two sides of an order; the school learns where to send its invoice.';

grant execute on function private.order_sides to authenticated;
create function public.order_sides(p_order uuid)
returns table (
	job_centre text, job_centre_cvr text, ean text, order_contact text, job_centre_contact text,
	provider text, provider_cvr text, provider_contact text,
	agreement_id uuid, agreement_reference text, agreement_terms text, is_direct boolean
) language sql stable security invoker set search_path = '' as $$ select * from private.order_sides(p_order) $$;
grant execute on function public.order_sides to authenticated;
