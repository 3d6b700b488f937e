-- Schools number their quotes each for themselves, so that two quotes of a need can have one reference. The history says
-- which school was asked, chosen or not. Its plan is kept, since working it out took as long as running it.

drop function public.history(uuid);
create function public.history(p_subject uuid)
returns table (id bigint, at timestamptz, kind text, actor text, school text, detail jsonb)
language plpgsql stable security invoker set search_path = '' as $$
#variable_conflict use_column
begin
	return query
	with subject as (
		select p_subject as id
		union select quote_request.id from public.quote_request where quote_request.need_id = p_subject
		union select quote.id from public.quote where quote.need_id = p_subject
		union select quote.id from public.quote where quote.quote_request_id = p_subject
		union select question.id from public.question where question.need_id = p_subject
		union select question_asker.question_id from public.question_asker
			join public.question on question.id = question_asker.question_id
			join public.quote_request on quote_request.need_id = question.need_id
				and quote_request.provider_id = question_asker.provider_id
			where quote_request.id = p_subject
		union select purchase_order.id from public.purchase_order where purchase_order.need_id = p_subject
		union select engagement.id from public.engagement where engagement.need_id = p_subject
		union select engagement.id from public.engagement where engagement.order_id = p_subject
		union select engagement.order_id from public.engagement where engagement.id = p_subject
	)
	select event.id, event.at, event.kind, organisation.name::text, school.name::text, event.detail
	from public.event
	left join public.organisation on organisation.id = event.actor_organisation_id
	left join public.quote on quote.id = event.subject_id
	-- What a school did itself, or reads of itself, needs no name.
	left join public.organisation school on school.id = coalesce(event.provider_id, quote.provider_id)
		and event.kind like 'quote%' and school.id is distinct from event.actor_organisation_id
		and school.id not in (select private.my_organisations())
	where event.subject_id in (select subject.id from subject)
	order by event.id desc
	limit 200;
end $$;
comment on function public.history is
	'What happened to a need, request, quote, order or engagement and to what hangs on it, the latest first; school is the one that a request or quote is about, where the reader may need to be told. It runs as the caller, so everyone sees their own side only.';
grant execute on function public.history to authenticated;
