-- What a coordinator plans (target figures, budgets, settings) is changed as everything else is: by functions that
-- refuse a form older than the rows, and that write down what was changed.

alter table public.job_centre
	add column version integer not null default 1,
	add column targets_version integer not null default 1,
	add column budgets_version integer not null default 1;
comment on column public.job_centre.version is 'Of the settings, that is, the limit and the days.';
comment on column public.job_centre.targets_version is 'Of all target figures together, since one form sets them.';
comment on column public.job_centre.budgets_version is 'Of the budgets of all years together.';

drop policy "A job centre's settings are changed by its coordinator" on public.job_centre;
drop policy "Budgets are made by the coordinator, on sources open to them" on public.budget;
drop policy "Budgets are changed by the coordinator" on public.budget;
drop policy "Target figures are made by the coordinator" on public.target;
drop policy "Target figures are changed by the coordinator" on public.target;
revoke update (approval_limit_ore, answer_days) on public.job_centre from authenticated;
revoke insert (job_centre_id, funding_source_id, year, amount_ore), update (amount_ore) on public.budget from authenticated;
revoke insert (job_centre_id, reporting_group_code, measure, figure), update (figure) on public.target from authenticated;
-- NOTE: no insert or update any more. The functions below write these rows, and the event that says who did.

drop function public.set_targets(uuid, jsonb);
drop function public.set_budgets(uuid, integer, jsonb);
drop function private.set_targets(uuid, jsonb);
drop function private.set_budgets(uuid, integer, jsonb);

create function private.job_centre_to_plan(p_id uuid)
returns public.job_centre language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre;
begin
	if not private.acts_for(p_id, array['coordinator']) then
		perform private.refuse(404, 'not_found');
	end if;
	select * into v_job_centre from public.job_centre where organisation_id = p_id for update;
	return v_job_centre;
end $$;
comment on function private.job_centre_to_plan is 'Locks the settings of the caller''s job centre, for its coordinator, or refuses.';

create function private.refuse_if_plan_stale(p_job_centre uuid, p_kind text, p_current integer, p_expected integer)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_detail jsonb;
begin
	if p_current = p_expected then
		return;
	end if;
	select jsonb_build_object('actor', coalesce(profile.display_name, organisation.name), 'at', event.at, 'kind', event.kind)
	into v_detail
	from public.event
	left join public.profile on profile.user_id = event.actor_user_id
	left join public.organisation on organisation.id = event.actor_organisation_id
	where event.subject_id = p_job_centre and event.kind = p_kind
	order by event.id desc
	limit 1;
	perform private.refuse(409, 'stale', coalesce(v_detail, '{}'));
end $$;
comment on function private.refuse_if_plan_stale is
	'Refuses a plan that was made from an older one, and says which colleague changed that part of it last: a job centre''s plans are one subject, and only its own people see them.';

create function private.set_targets(p_job_centre uuid, p_version integer, p_targets jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
	v_changes jsonb;
begin
	select jsonb_agg(jsonb_build_object('group', reporting_group.code, 'measure', given.measure, 'from', target.figure,
		'to', given.figure) order by reporting_group.position, given.measure) into v_changes
	from jsonb_to_recordset(p_targets) as given (reporting_group_code text, measure text, figure integer)
	join public.reporting_group on reporting_group.code = given.reporting_group_code
	left join public.target on target.job_centre_id = p_job_centre and target.measure = given.measure
		and target.reporting_group_code = given.reporting_group_code
	where target.figure is distinct from given.figure;
	if v_changes is null then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'targets.changed', v_job_centre.targets_version, p_version);
	delete from public.target
	using jsonb_to_recordset(v_changes) as change ("group" text, measure text, "to" integer)
	where target.job_centre_id = p_job_centre and target.reporting_group_code = change."group"
		and target.measure = change.measure and change."to" is null;
	insert into public.target (job_centre_id, reporting_group_code, measure, figure)
	select p_job_centre, change."group", change.measure, change."to"
	from jsonb_to_recordset(v_changes) as change ("group" text, measure text, "to" integer)
	where change."to" is not null
	on conflict (job_centre_id, reporting_group_code, measure) do update set figure = excluded.figure;
	update public.job_centre set targets_version = targets_version + 1 where organisation_id = p_job_centre;
	perform private.record_event('targets.changed', p_job_centre, p_job_centre, null,
		jsonb_build_object('changes', v_changes));
end $$;
comment on function private.set_targets is
	'Sets some of a job centre''s target figures at once; one without a figure is taken away. What is set already changes nothing.';

create function private.set_budgets(p_job_centre uuid, p_version integer, p_year integer, p_budgets jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
	v_changes jsonb;
begin
	-- A source that another job centre keeps for itself cannot be budgeted.
	select jsonb_agg(jsonb_build_object('funding_source_id', funding_source.id, 'from_ore', budget.amount_ore,
		'to_ore', given.amount_ore) order by funding_source.code) into v_changes
	from jsonb_to_recordset(p_budgets) as given (funding_source_id uuid, amount_ore bigint)
	join public.funding_source on funding_source.id = given.funding_source_id
		and (funding_source.job_centre_id is null or funding_source.job_centre_id = p_job_centre)
	left join public.budget on budget.job_centre_id = p_job_centre and budget.year = p_year
		and budget.funding_source_id = given.funding_source_id
	where budget.amount_ore is distinct from given.amount_ore;
	if v_changes is null then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'budgets.changed', v_job_centre.budgets_version, p_version);
	delete from public.budget
	using jsonb_to_recordset(v_changes) as change (funding_source_id uuid, to_ore bigint)
	where budget.job_centre_id = p_job_centre and budget.year = p_year
		and budget.funding_source_id = change.funding_source_id and change.to_ore is null;
	insert into public.budget (job_centre_id, funding_source_id, year, amount_ore)
	select p_job_centre, change.funding_source_id, p_year, change.to_ore
	from jsonb_to_recordset(v_changes) as change (funding_source_id uuid, to_ore bigint)
	where change.to_ore is not null
	on conflict (job_centre_id, funding_source_id, year) do update set amount_ore = excluded.amount_ore;
	update public.job_centre set budgets_version = budgets_version + 1 where organisation_id = p_job_centre;
	perform private.record_event('budgets.changed', p_job_centre, p_job_centre, null,
		jsonb_build_object('year', p_year, 'changes', v_changes));
end $$;
comment on function private.set_budgets is
	'Sets some of a job centre''s budgets for a year at once; one without an amount is taken away. What is set already changes nothing.';

create function private.set_settings(p_job_centre uuid, p_version integer, p_approval_limit_ore bigint, p_answer_days integer)
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_job_centre public.job_centre := private.job_centre_to_plan(p_job_centre);
begin
	if (v_job_centre.approval_limit_ore, v_job_centre.answer_days) = (p_approval_limit_ore, p_answer_days) then
		return;
	end if;
	perform private.refuse_if_plan_stale(p_job_centre, 'settings.changed', v_job_centre.version, p_version);
	if p_approval_limit_ore is null or p_approval_limit_ore < 0 then
		perform private.refuse(422, 'invalid', '{"field": "approval_limit", "reason": "not_valid"}');
	end if;
	if p_answer_days is null or p_answer_days not between 1 and 60 then
		perform private.refuse(422, 'invalid', '{"field": "answer_days", "reason": "not_valid"}');
	end if;
	update public.job_centre
	set approval_limit_ore = p_approval_limit_ore, answer_days = p_answer_days, version = version + 1
	where organisation_id = p_job_centre;
	perform private.record_event('settings.changed', p_job_centre, p_job_centre, null, jsonb_build_object(
		'approval_limit_ore', jsonb_build_object('from', v_job_centre.approval_limit_ore, 'to', p_approval_limit_ore),
		'answer_days', jsonb_build_object('from', v_job_centre.answer_days, 'to', p_answer_days)));
end $$;
comment on function private.set_settings is 'Sets what a job centre decides for itself: the limit above which orders wait, and the days to answer in.';
grant execute on function private.set_targets, private.set_budgets, private.set_settings to authenticated;

create function public.set_targets(p_job_centre uuid, p_version integer, p_targets jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.set_targets(p_job_centre, p_version, p_targets)
$$;
create function public.set_budgets(p_job_centre uuid, p_version integer, p_year integer, p_budgets jsonb)
returns void language sql security invoker set search_path = '' as $$
	select private.set_budgets(p_job_centre, p_version, p_year, p_budgets)
$$;
create function public.set_settings(p_job_centre uuid, p_version integer, p_approval_limit_ore bigint, p_answer_days integer)
returns void language sql security invoker set search_path = '' as $$
	select private.set_settings(p_job_centre, p_version, p_approval_limit_ore, p_answer_days)
$$;
grant execute on function public.set_targets, public.set_budgets, public.set_settings to authenticated;
