-- What a school sends along with a quote: PDF files, kept in the database so that the policies which hold for the quote hold
-- for them too.

create table public.quote_attachment (
	id uuid primary key,
	quote_request_id uuid not null references public.quote_request on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade,
	name public.free_text not null check (char_length(name) between 5 and 120 and name !~ '[/\\[:cntrl:]]'),
	content bytea not null,
	size integer not null generated always as (octet_length(content)) stored,
	added_by uuid references public.profile on delete set null,
	added_at timestamptz not null default now(),
	constraint quote_attachment_size check (octet_length(content) <= 10485760),
	-- By its bytes: a name can say anything.
	constraint quote_attachment_is_pdf check (
		substring(content from 1 for 5) = '%PDF-'::bytea
		and position('%%EOF'::bytea in substring(content from greatest(octet_length(content) - 1023, 1))) > 0)
);
comment on table public.quote_attachment is
	'A PDF that a school sends along with its quote, at most five of 10 MB each. It hangs on the request, so that it is there before the quote and stays when the quote is revised, and goes with it.';
comment on column public.quote_attachment.id is 'Chosen by the form, so that sending it twice keeps one file.';
create index quote_attachment_request on public.quote_attachment (quote_request_id);
create index quote_attachment_provider on public.quote_attachment (provider_id);
create index quote_attachment_added_by on public.quote_attachment (added_by);

alter table public.quote_attachment enable row level security;
create policy "Attachments are seen by their school and with the quote" on public.quote_attachment
	for select to authenticated using (
		provider_id in (select private.my_organisations())
		or exists (select from public.quote
			where quote.quote_request_id = quote_attachment.quote_request_id and quote.state <> 'draft')
	);
grant select (id, quote_request_id, provider_id, name, size, added_at) on public.quote_attachment to authenticated;
-- NOTE: not the content, which lists would carry along; attachment_content gives it. No insert or delete either.

create function private.request_to_attach_to(p_request uuid)
returns public.quote_request language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_request);
begin
	perform private.refuse_unless_state((select state from public.need where id = v_request.need_id), array['open']);
	perform private.refuse_unless_state(v_request.state, array['sent', 'answered']);
	if v_request.answer_by < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('answer_by', v_request.answer_by));
	end if;
	if exists (select from public.quote where quote_request_id = p_request and state = 'accepted') then
		perform private.refuse(409, 'wrong_state', '{"state": "accepted"}');
	end if;
	return v_request;
end $$;
comment on function private.request_to_attach_to is 'Locks a request whose answer may still be written, for a leader of its school, or refuses.';

create function private.add_attachment(p_request uuid, p_id uuid, p_name text, p_content text)
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
	perform private.record_event('quote.attached', p_request, v_request.job_centre_id, v_request.provider_id,
		jsonb_build_object('need', v_request.need_id));
exception
	when check_violation or data_exception or not_null_violation then
		perform private.refuse(422, 'invalid', '{"field": "file", "reason": "not_pdf"}');
end $$;
comment on function private.add_attachment is
	'Keeps a PDF, given as base64, with the school''s answer to a request, as long as that may still be written; five at most.';

create function private.remove_attachment(p_id uuid)
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
		perform private.record_event('quote.detached', v_request.id, v_request.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', v_request.need_id));
	end if;
end $$;
comment on function private.remove_attachment is 'Throws a file away, by the school that sent it, as long as the answer may still be written.';

create function private.attachment_content(p_id uuid)
returns text language sql stable security definer set search_path = '' as $$
	select encode(content, 'base64') from public.quote_attachment where id = p_id
$$;
comment on function private.attachment_content is 'The bytes of a file as base64. The wrapper asks the policies who may read it.';

grant execute on function private.add_attachment, private.remove_attachment, private.attachment_content to authenticated;
create function public.add_attachment(p_request uuid, p_id uuid, p_name text, p_content text)
returns void language sql security invoker set search_path = '' as $$
	select private.add_attachment(p_request, p_id, p_name, p_content)
$$;
create function public.remove_attachment(p_id uuid)
returns void language sql security invoker set search_path = '' as $$ select private.remove_attachment(p_id) $$;
create function public.attachment_content(p_id uuid)
returns table (name text, content text) language sql stable security invoker set search_path = '' as $$
	select quote_attachment.name, private.attachment_content(quote_attachment.id)
	from public.quote_attachment where quote_attachment.id = p_id
$$;
grant execute on function public.add_attachment, public.remove_attachment, public.attachment_content to authenticated;
