-- The date to answer by can be moved for all that were asked, and schools that have not answered are reminded before it.

alter table public.job_centre
	add column request_reminder_days integer not null default 3 check (request_reminder_days between 0 and 30);
comment on column public.job_centre.request_reminder_days is
	'Days before the date to answer by that schools which have not answered are reminded; 0 reminds nobody.';

alter table public.quote_request add column reminded_for date;
comment on column public.quote_request.reminded_for is
	'The date to answer by that the school has been reminded of; a later date is another reminder.';

create function private.extend_requests(p_need uuid, p_until date)
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_need public.need := private.need_to_handle(p_need);
	v_latest date := (
		select max(answer_by) from public.quote_request
		where need_id = p_need and state in ('sent', 'answered', 'expired')
	);
	v_request record;
	v_count integer := 0;
begin
	perform private.refuse_unless_state(v_need.state, array['open']);
	if exists (select from public.quote where need_id = p_need and state = 'accepted') then
		perform private.refuse(409, 'wrong_state', '{"state": "awaiting_approval"}');
	end if;
	if p_until is null or p_until < private.today() then
		perform private.refuse(422, 'invalid', '{"field": "until", "reason": "in_the_past"}');
	end if;
	if p_until < v_latest then
		perform private.refuse(422, 'invalid', jsonb_build_object(
			'field', 'until', 'reason', 'not_later', 'answer_by', v_latest));
	end if;
	for v_request in
		update public.quote_request request
		set answer_by = p_until, state = case request.state when 'expired' then 'sent' else request.state end
		where request.need_id = p_need and request.state in ('sent', 'answered', 'expired') and request.answer_by < p_until
		returning request.id, request.provider_id
	loop
		v_count := v_count + 1;
		perform private.record_event('quote_request.extended', v_request.id, v_need.job_centre_id, v_request.provider_id,
			jsonb_build_object('need', p_need, 'reference', v_need.reference, 'answer_by', p_until));
		perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'quote_request.extended',
			v_request.id, jsonb_build_object('reference', v_need.reference, 'answer_by', p_until));
	end loop;
	return v_count;
end $$;
comment on function private.extend_requests is
	'Moves the date to answer by for every school that has been asked and has neither declined nor been let go: those that let it pass may answer after all, and those that have answered may change their quote, so that all have the same time. Returns how many got more time now.';

create function private.remind_unanswered()
returns integer language plpgsql security definer set search_path = '' as $$
declare
	v_row record;
	v_count integer := 0;
	-- The need first, as everywhere. One that somebody is working on is left for the next run.
	v_due uuid[] := array(
		select need.id from public.need
		where need.state = 'open' and need.id in (
			select request.need_id from public.quote_request request
			join public.job_centre on job_centre.organisation_id = request.job_centre_id
			where request.state = 'sent' and request.answer_by >= private.today()
				and request.answer_by <= private.today() + job_centre.request_reminder_days
		)
		for update skip locked
	);
begin
	for v_row in
		update public.quote_request request set reminded_for = request.answer_by
		from public.need, public.job_centre
		where need.id = any (v_due) and need.id = request.need_id
			and job_centre.organisation_id = request.job_centre_id and job_centre.request_reminder_days > 0
			and request.state = 'sent' and request.answer_by >= private.today()
			and request.answer_by <= private.today() + job_centre.request_reminder_days
			and request.reminded_for is distinct from request.answer_by
			-- Whoever was asked with shorter notice than that has just been told.
			and (request.sent_at at time zone 'Europe/Copenhagen')::date < request.answer_by - job_centre.request_reminder_days
		returning request.id, request.job_centre_id, request.provider_id, request.answer_by, need.id as need_id, need.reference
	loop
		v_count := v_count + 1;
		perform private.record_event('quote_request.reminded', v_row.id, v_row.job_centre_id, v_row.provider_id,
			jsonb_build_object('need', v_row.need_id, 'reference', v_row.reference, 'answer_by', v_row.answer_by));
		perform private.notify(private.people_of(v_row.provider_id, array['leader']), 'quote_request.reminded', v_row.id,
			jsonb_build_object('reference', v_row.reference, 'answer_by', v_row.answer_by));
	end loop;
	return v_count;
end $$;
comment on function private.remind_unanswered is
	'Reminds schools that have not answered, once for each date, as many days before it as the job centre has set.';

alter function private.expire_due() rename to expire_past_dates;
revoke execute on function private.expire_past_dates from service_role;
create function private.expire_due()
returns integer language sql security definer set search_path = '' as $$
	select private.expire_past_dates() + private.remind_unanswered()
$$;
comment on function private.expire_due is
	'What time does to requests and quotes: those past their date expire, and schools are reminded before it. Run by background work.';

grant execute on function private.extend_requests to authenticated;
grant execute on function private.expire_due to service_role;
create function public.extend_requests(p_need uuid, p_until date)
returns integer language sql security invoker set search_path = '' as $$ select private.extend_requests(p_need, p_until) $$;
grant execute on function public.extend_requests to authenticated;
