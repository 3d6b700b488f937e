-- Which agreement a quote is within was worked out twice, and the page forgot one that was ended after the quote had come.

grant execute on function private.agreement_of to authenticated;
create function public.quote_agreements(p_need uuid)
returns table (quote_id uuid, frame_agreement_id uuid)
language sql stable security invoker set search_path = '' as $$
	select quote.id, agreement.id
	from public.quote cross join lateral private.agreement_of(quote) agreement
	where quote.need_id = p_need
$$;
comment on function public.quote_agreements is
	'The frame agreement that each quote for a need is made within. It runs as the caller, so only of quotes that may be read.';
grant execute on function public.quote_agreements to authenticated;
comment on function private.agreement_of is
	'The frame agreement that a quote is made within: that of a direct order, or else the one that held on the day of the quote, of its module before its subject. Ending it later changes nothing for what was quoted.';
