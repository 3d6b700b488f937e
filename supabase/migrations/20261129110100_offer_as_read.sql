-- Files are part of what a school offers: whoever chooses a quote chooses the files that they have read.

create function private.change_offer(p_request public.quote_request, p_kind text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_live uuid;
begin
	update public.quote set version = version + 1 where quote_request_id = p_request.id and state = 'submitted'
	returning id into v_live;
	perform private.record_event(p_kind, coalesce(v_live, p_request.id), p_request.job_centre_id, p_request.provider_id,
		jsonb_build_object('need', p_request.need_id));
end $$;
comment on function private.change_offer is
	'Says that the files of an answer are others now. A live quote gets a new version, so that a choice of the former one is stale.';

create or replace function private.add_attachment(p_request uuid, p_id uuid, p_name text, p_content text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_attach_to(p_request);
	v_name text := private.words('name', p_name, 120, true);
begin
	-- The same form, sent twice.
	if exists (select from public.quote_attachment where id = p_id and quote_request_id = p_request) then
		return;
	end if;
	if (select count(*) from public.quote_attachment where quote_request_id = p_request) >= 5 then
		perform private.refuse(409, 'too_many', '{"most": 5}');
	end if;
	insert into public.quote_attachment (id, quote_request_id, provider_id, name, content, added_by)
	values (p_id, p_request, v_request.provider_id, v_name, decode(p_content, 'base64'), (select auth.uid()));
	perform private.change_offer(v_request, 'quote.attached');
exception
	when check_violation or data_exception or not_null_violation then
		perform private.refuse(422, 'invalid', '{"field": "file", "reason": "not_pdf"}');
end $$;

create or replace function private.remove_attachment(p_id uuid)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request;
	v_of uuid;
begin
	select quote_request_id into v_of from public.quote_attachment where id = p_id;
	if v_of is null then
		perform private.refuse(404, 'not_found');
	end if;
	v_request := private.request_to_attach_to(v_of);
	delete from public.quote_attachment where id = p_id;
	if found then
		perform private.change_offer(v_request, 'quote.detached');
	end if;
end $$;
