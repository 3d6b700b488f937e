-- A template may help at every question of the need form, and ask for an answer wherever an answer is otherwise left open.

alter table public.need_template_field drop constraint need_template_field_field_check;
alter table public.need_template_field add constraint need_template_field_field_check check (field in (
	'target_group_code', 'candidate_wish', 'candidate_alias',
	'workplace', 'placement_kind', 'tasks', 'has_buddy', 'work_times',
	'subject_code', 'goal', 'good_enough', 'hours_wanted', 'danish_level', 'accommodations', 'accommodation_note',
	'certificate_kind', 'support',
	'session_hours_max', 'weekly_hours_max', 'participants', 'place', 'delivery_form', 'starts_on', 'ends_by', 'free_times',
	'funding_source_id', 'price_ceiling_ore'
));

-- Every need must say these already, so that a template had nothing to add by asking for them.
delete from public.need_template_field
where help is null and field in ('goal', 'session_hours_max', 'weekly_hours_max');
update public.need_template_field set is_required = false
where field in ('goal', 'session_hours_max', 'weekly_hours_max');
alter table public.need_template_field add constraint need_template_field_required_check check (not is_required or field in (
	'candidate_wish', 'workplace', 'placement_kind', 'tasks', 'work_times', 'good_enough', 'hours_wanted', 'danish_level',
	'accommodation_note', 'ends_by', 'free_times', 'funding_source_id', 'price_ceiling_ore'
));
comment on column public.need_template_field.is_required is
	'Must be answered before the need is sent. Not where every need must answer anyway, nor where nothing chosen is an answer: no buddy, no accommodation, any form.';

create or replace function private.missing_by_template(p_need public.need)
returns text[] language sql stable security definer set search_path = '' as $$
	select coalesce(array_agg(field order by field), '{}')
	from public.need_template_field
	where need_template_id = p_need.need_template_id and is_required and case field
		when 'work_times' then not exists (select from public.need_work_time where need_id = p_need.id)
		when 'free_times' then not exists (select from public.need_free_time where need_id = p_need.id)
		else to_jsonb(p_need) ->> field is null
	end
$$;
