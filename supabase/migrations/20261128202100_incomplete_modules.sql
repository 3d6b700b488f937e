-- A module that is or was in the catalogue cannot be saved without what it must have. That was refused by a constraint that
-- names no field; now what is missing is named, as when it is published.

create function private.missing_columns(p_module public.module)
returns text[] language sql immutable set search_path = '' as $$
	select array_remove(array[
		case when p_module.purpose is null then 'purpose' end,
		case when p_module.subject_code is null then 'subject_code' end,
		case when coalesce(p_module.delivery_forms, '{}') = '{}' then 'delivery_forms' end,
		case when coalesce(p_module.places, '{}') = '{}' then 'places' end,
		case when p_module.hours is null then 'hours' end,
		case when p_module.minimum_hours is null then 'minimum_hours' end,
		case when p_module.session_hours is null then 'session_hours' end,
		case when p_module.session_hours_min is null then 'session_hours_min' end
	], null)
$$;
comment on function private.missing_columns is
	'What a module must say of itself before it is published, and does not; starts and prices are rows of their own.';

create or replace function private.refuse_unless_complete(p_module uuid)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_missing text[];
begin
	select private.missing_columns(module) || array_remove(array[
		case when not module.has_rolling_intake and not exists (
			select from public.module_offering where module_offering.module_id = module.id
		) then 'offerings' end,
		case when not exists (
			select from public.module_price where module_price.module_id = module.id and module_price.kind = 'teaching'
		) then 'price' end
	], null) into v_missing
	from public.module where module.id = p_module;
	if v_missing <> '{}' then
		perform private.refuse(422, 'module_incomplete', jsonb_build_object('missing', v_missing));
	end if;
end $$;

create or replace function private.refuse_module_parts(p_id uuid, p_provider uuid, p_module jsonb)
returns void language plpgsql stable security definer set search_path = '' as $$
declare
	v_code text := nullif(trim(p_module ->> 'code'), '');
	v_hours numeric;
	v_missing text[];
begin
	if exists (
		select from public.module where provider_id = p_provider and code = v_code and id <> p_id
	) then
		perform private.refuse(422, 'invalid', '{"field": "code", "reason": "code_taken"}');
	end if;
	if exists (
		select from jsonb_array_elements_text(case jsonb_typeof(p_module -> 'workplace_municipalities')
			when 'array' then p_module -> 'workplace_municipalities' else '[]' end) given (code)
		where not exists (select from public.municipality where municipality.code = given.code)
	) then
		perform private.refuse(422, 'invalid', '{"field": "workplace_municipalities", "reason": "unknown"}');
	end if;
	perform private.refuse_cpr(jsonb_build_object('elements', (
		select string_agg(concat_ws(E'\n', element ->> 'title', element ->> 'goal'), E'\n')
		from jsonb_array_elements(coalesce(p_module -> 'elements', '[]')) element)));
	perform private.refuse_cpr(jsonb_build_object('cost_note', p_module -> 'cost' ->> 'note'));
	select sum((element ->> 'hours')::numeric) into v_hours
	from jsonb_array_elements(coalesce(p_module -> 'elements', '[]')) element;
	if v_hours is not null and v_hours is distinct from (p_module ->> 'hours')::numeric then
		perform private.refuse(422, 'invalid', jsonb_build_object(
			'field', 'hours', 'reason', 'element_hours', 'hours', v_hours));
	end if;
	if exists (
		select from jsonb_array_elements(coalesce(p_module -> 'elements', '[]')) with ordinality element (value, position)
		where element.value ->> 'needs' is not null and not exists (
			select from jsonb_array_elements(p_module -> 'elements') with ordinality earlier (value, position)
			where earlier.position < element.position and earlier.value -> 'number' = element.value -> 'needs'
		)
	) then
		perform private.refuse(422, 'invalid', '{"field": "elements", "reason": "element_order"}');
	end if;
	if exists (select from public.module where id = p_id and state <> 'draft') then
		v_missing := private.missing_columns(jsonb_populate_record(null::public.module, p_module));
		if v_missing <> '{}' then
			perform private.refuse(422, 'module_incomplete', jsonb_build_object('missing', v_missing));
		end if;
	end if;
end $$;
comment on function private.refuse_module_parts is
	'Refuses a code that the school has used, an unknown municipality, elements whose hours are not the module''s, an element that needs one that does not stand before it, and a module that is no draft without what it must have.';
