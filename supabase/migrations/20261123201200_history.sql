-- The history of one matter, for whoever may see parts of it.

create function public.history(p_subject uuid)
returns table (id bigint, at timestamptz, kind text, actor text, detail jsonb)
language sql stable security invoker set search_path = '' as $$
	with subject as (
		select p_subject as id
		union select quote_request.id from public.quote_request where quote_request.need_id = p_subject
		union select quote.id from public.quote where quote.need_id = p_subject
		union select quote.id from public.quote where quote.quote_request_id = p_subject
		union select purchase_order.id from public.purchase_order where purchase_order.need_id = p_subject
		union select engagement.id from public.engagement where engagement.need_id = p_subject
		union select engagement.id from public.engagement where engagement.order_id = p_subject
		union select engagement.order_id from public.engagement where engagement.id = p_subject
	)
	select event.id, event.at, event.kind, organisation.name, event.detail
	from public.event
	left join public.organisation on organisation.id = event.actor_organisation_id
	where event.subject_id in (select subject.id from subject)
	order by event.id desc
	limit 200
$$;
comment on function public.history is
	'What happened to a need, request, quote, order or engagement and to what hangs on it, the latest first. It runs as the caller, so everyone sees their own side only.';
grant execute on function public.history to authenticated;
