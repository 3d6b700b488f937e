-- What a seal promises is that nobody quotes, or is asked, knowing what others have quoted. So it opens once: after that, no
-- school of the round is asked, given more time, or changes what it has sent.

create function private.refuse_if_opened(p_need uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
begin
	if not private.quotes_are_sealed(p_need) and exists (
		select from public.quote
		join public.quote_request request on request.id = quote.quote_request_id
		where quote.need_id = p_need and request.is_sealed and quote.state = 'submitted'
			and quote.valid_until >= private.today()
	) then
		perform private.refuse(409, 'quotes_opened');
	end if;
end $$;
comment on function private.refuse_if_opened is
	'Refuses what would change the round of a need when sealed quotes that still hold have been opened.';

create function private.keep_opened_round()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	perform private.refuse_if_opened(new.need_id);
	return new;
end $$;
comment on function private.keep_opened_round is 'Holds a round as it was when its sealed quotes were opened.';
create trigger quote_request_opened_insert before insert on public.quote_request
	for each row when (new.is_sealed) execute function private.keep_opened_round();
create trigger quote_request_opened_update before update of answer_by on public.quote_request
	for each row when (new.is_sealed and new.answer_by > old.answer_by) execute function private.keep_opened_round();
create trigger quote_opened_insert before insert on public.quote
	for each row when (new.state = 'submitted') execute function private.keep_opened_round();
create trigger quote_opened_update before update of state on public.quote
	for each row when (new.state = 'superseded' and old.state = 'submitted') execute function private.keep_opened_round();

create function private.keep_opened_files()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	perform private.refuse_if_opened((
		select need_id from public.quote_request where id = coalesce(new.quote_request_id, old.quote_request_id)));
	return coalesce(new, old);
end $$;
comment on function private.keep_opened_files is 'Holds the files of a round as they were when its sealed quotes were opened.';
create trigger quote_attachment_opened before insert or delete on public.quote_attachment
	for each row execute function private.keep_opened_files();
