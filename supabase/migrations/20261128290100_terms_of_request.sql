-- A school quotes on terms that it has read: a request says what cancelling would cost, and the order keeps what was said.

alter table public.quote_request
	add column cancel_free_days integer not null default 0 check (cancel_free_days between 0 and 90),
	add column cancel_percent integer not null default 0 check (cancel_percent between 0 and 100);
comment on column public.quote_request.cancel_free_days is
	'The job centre''s rule when the school was asked: what its quote and the order are made under.';

update public.quote_request request
set cancel_free_days = job_centre.cancel_free_days, cancel_percent = job_centre.cancel_percent
from public.job_centre where job_centre.organisation_id = request.job_centre_id;

create function private.say_cancel_rule()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	select cancel_free_days, cancel_percent into new.cancel_free_days, new.cancel_percent
	from public.job_centre where organisation_id = new.job_centre_id;
	return new;
end $$;
comment on function private.say_cancel_rule is 'A request says the rule of the day that the school is asked on.';
create trigger quote_request_cancel_rule before insert on public.quote_request
	for each row execute function private.say_cancel_rule();
create trigger quote_request_cancel_rule_again before update of state on public.quote_request
	for each row when (new.state in ('sent', 'answered') and old.state not in ('sent', 'answered'))
	execute function private.say_cancel_rule();

create or replace function private.take_cancel_rule()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	select case when quote.frame_agreement_id is null then request.cancel_free_days else job_centre.cancel_free_days end,
		case when quote.frame_agreement_id is null then request.cancel_percent else job_centre.cancel_percent end
	into new.cancel_free_days, new.cancel_percent
	from public.quote
	join public.quote_request request on request.id = quote.quote_request_id
	join public.job_centre on job_centre.organisation_id = quote.job_centre_id
	where quote.id = new.quote_id;
	return new;
end $$;
comment on function private.take_cancel_rule is
	'An order is made under the rule that the school quoted under, or, where nobody quoted, that of the day.';
comment on function private.set_cancel_rule is
	'Sets until when the job centre''s orders are cancelled free of charge, and what it pays after that; schools that have been asked keep the rule that they were asked under.';
