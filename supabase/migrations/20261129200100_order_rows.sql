-- One row for each order with what its list shows, so that one field can be looked for in all that people call it by.

create view public.order_row with (security_invoker = true) as
select purchase_order.id as order_id, purchase_order.job_centre_id, purchase_order.reference as order_reference,
	purchase_order.state, purchase_order.total_ore, purchase_order.accepted_at,
	purchase_order.provider_id, provider.name as provider_name,
	need.reference as need_reference, candidate.alias as candidate_alias, quote.title
from public.purchase_order
join public.need on need.id = purchase_order.need_id
join public.candidate on candidate.id = need.candidate_id
join public.organisation provider on provider.id = purchase_order.provider_id
join public.quote on quote.id = purchase_order.quote_id;
comment on view public.order_row is
	'One row for each order, as the job centre lists it. Schools see none, since they do not see needs.';

grant select on public.order_row to authenticated;
