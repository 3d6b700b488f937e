-- What schools ask before they quote. All that were asked read the same questions and answers; none learns who asked.

create table public.question (
	id uuid primary key,
	need_id uuid not null references public.need on delete cascade,
	job_centre_id uuid not null references public.organisation on delete cascade,
	version integer not null default 1,
	question public.free_text not null check (char_length(question) between 1 and 500),
	asked_at timestamptz not null default now(),
	answer public.free_text check (char_length(answer) between 1 and 1000),
	answered_at timestamptz,
	constraint question_answered_at check ((answer is null) = (answered_at is null))
);
comment on table public.question is
	'A question about a need, with its answer. Read by the job centre and by every school that was asked; who asked stands apart.';
comment on column public.question.id is 'Chosen by the form, so that sending it twice asks once.';
create index question_need on public.question (need_id, asked_at desc, id);
create index question_job_centre on public.question (job_centre_id);

create table public.question_asker (
	question_id uuid primary key references public.question on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade
);
comment on table public.question_asker is
	'Which school asked. Apart from the question, so that no other school can read it: what a rival asks tells what it plans.';
create index question_asker_provider on public.question_asker (provider_id);

alter table public.question enable row level security;
alter table public.question_asker enable row level security;
create policy "Questions are seen by the job centre and the schools asked" on public.question
	for select to authenticated using (
		job_centre_id in (select private.my_organisations())
		or need_id in (
			select quote_request.need_id from public.quote_request
			where quote_request.provider_id in (select private.my_organisations())
				and quote_request.state <> 'withdrawn'
		)
	);
create policy "Who asked is seen by the job centre and the school itself" on public.question_asker
	for select to authenticated using (
		provider_id in (select private.my_organisations())
		or question_id in (
			select question.id from public.question
			where question.job_centre_id in (select private.my_organisations())
		)
	);
grant select on public.question, public.question_asker to authenticated;
-- NOTE: no insert or update. Questions are asked and answered by functions.

create function private.ask_question(p_request uuid, p_id uuid, p_question text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_request public.quote_request := private.request_to_answer(p_request);
	v_need public.need;
	v_question text;
begin
	if exists (
		select from public.question_asker asker join public.question on question.id = asker.question_id
		where question.id = p_id and question.need_id = v_request.need_id and asker.provider_id = v_request.provider_id
	) then
		return;
	end if;
	select * into v_need from public.need where id = v_request.need_id;
	perform private.refuse_unless_state(v_need.state, array['open']);
	-- Asked by the date that has passed, whether or not time has made its move yet.
	if v_request.state in ('sent', 'answered', 'expired') and v_request.answer_by < private.today() then
		perform private.refuse(409, 'too_late', jsonb_build_object('answer_by', v_request.answer_by));
	end if;
	perform private.refuse_unless_state(v_request.state, array['sent', 'answered']);
	v_question := private.words('question', p_question, 500, true);
	insert into public.question (id, need_id, job_centre_id, question)
	values (p_id, v_need.id, v_need.job_centre_id, v_question);
	insert into public.question_asker (question_id, provider_id) values (p_id, v_request.provider_id);
	perform private.record_event('question.asked', p_id, v_need.job_centre_id, v_request.provider_id,
		jsonb_build_object('need', v_need.id, 'reference', v_need.reference));
	perform private.notify(array[v_need.owner_id], 'question.asked', v_need.id,
		jsonb_build_object('reference', v_need.reference));
exception
	when integrity_constraint_violation then
		perform private.refuse(422, 'invalid', '{"field": "id"}');
end $$;
comment on function private.ask_question is
	'Asks the job centre about a need, by a school that was asked and can still answer. The other schools see the question and not whose it is.';

create function private.answer_question(p_id uuid, p_version integer, p_answer text)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_question public.question;
	v_need public.need;
	v_answer text;
	v_request record;
begin
	select * into v_question from public.question where id = p_id;
	if v_question.id is null then
		perform private.refuse(404, 'not_found');
	end if;
	v_need := private.need_to_handle(v_question.need_id);
	select * into v_question from public.question where id = p_id for update;
	v_answer := private.words('answer', p_answer, 1000, true);
	if v_question.answer = v_answer then
		return;
	end if;
	perform private.refuse_if_stale(p_id, v_question.version, p_version);
	perform private.refuse_unless_state(v_need.state, array['open']);
	update public.question set answer = v_answer, answered_at = now(), version = version + 1 where id = p_id;
	perform private.record_event('question.answered', p_id, v_need.job_centre_id,
		(select provider_id from public.question_asker where question_id = p_id),
		jsonb_build_object('need', v_need.id, 'reference', v_need.reference));
	for v_request in
		select id, provider_id from public.quote_request
		where need_id = v_need.id and state in ('sent', 'answered')
		order by sent_at, id
	loop
		perform private.notify(private.people_of(v_request.provider_id, array['leader']), 'question.answered', v_request.id,
			jsonb_build_object('reference', v_need.reference));
	end loop;
end $$;
comment on function private.answer_question is
	'Answers a question, or answers it better, by the need''s broker or a coordinator; every school that can still quote is told.';

grant execute on function private.ask_question, private.answer_question to authenticated;
create function public.ask_question(p_request uuid, p_id uuid, p_question text)
returns void language sql security invoker set search_path = '' as $$
	select private.ask_question(p_request, p_id, p_question)
$$;
create function public.answer_question(p_id uuid, p_version integer, p_answer text)
returns void language sql security invoker set search_path = '' as $$
	select private.answer_question(p_id, p_version, p_answer)
$$;

create function public.questions(p_subject uuid, p_limit integer, p_offset integer)
returns table (
	id uuid, version integer, question text, asked_at timestamptz, answer text, answered_at timestamptz, asker text,
	unanswered bigint, total bigint
) language sql stable security invoker set search_path = '' as $$
	select question.id, question.version, question.question, question.asked_at, question.answer, question.answered_at,
		organisation.name, count(*) filter (where question.answer is null) over (), count(*) over ()
	from public.question
	left join public.question_asker on question_asker.question_id = question.id
	left join public.organisation on organisation.id = question_asker.provider_id
	where question.need_id = coalesce(
		(select quote_request.need_id from public.quote_request where quote_request.id = p_subject), p_subject)
	order by question.asked_at desc, question.id
	limit least(p_limit, 100) offset p_offset
$$;
comment on function public.questions is
	'The questions about a need, or about what a request asks for, the latest first. It runs as the caller: a school is told of itself as the asker and of nobody else.';
grant execute on function public.ask_question, public.answer_question, public.questions to authenticated;

create or replace function public.history(p_subject uuid)
returns table (id bigint, at timestamptz, kind text, actor text, detail jsonb)
language sql stable security invoker set search_path = '' as $$
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
	select event.id, event.at, event.kind, organisation.name, event.detail
	from public.event
	left join public.organisation on organisation.id = event.actor_organisation_id
	where event.subject_id in (select subject.id from subject)
	order by event.id desc
	limit 200
$$;
