-- What a module says of itself, in full: goals, elements, places, groups, languages, support, who may pay for it,
-- when it starts, and prices that change with the group. All of it is saved together, see save_module.

alter table public.module drop constraint module_delivery_forms_check;
alter table public.module
	add constraint module_delivery_forms_check
		check (delivery_forms <@ array['one_to_one', 'small_class', 'class', 'class_with_support', 'online']),
	add column code public.free_text check (char_length(code) between 1 and 40),
	add column learning_goals public.free_text check (char_length(learning_goals) <= 1000),
	add column audience public.free_text check (char_length(audience) <= 300),
	add column required_danish_module text check (required_danish_module ~ '^DU[123]\.[1-6]$'),
	add column prerequisite public.free_text check (char_length(prerequisite) <= 200),
	add column school_address public.free_text check (char_length(school_address) <= 160),
	add column workplace_municipalities text[] not null default '{}' check (cardinality(workplace_municipalities) <= 98),
	add column session_hours_max numeric(6,2)
		check (session_hours_max > 0 and session_hours_max <= 24 and session_hours_max * 20 = trunc(session_hours_max * 20)),
	add column weekly_hours_min numeric(6,2)
		check (weekly_hours_min > 0 and weekly_hours_min <= 60 and weekly_hours_min * 20 = trunc(weekly_hours_min * 20)),
	add column weekly_hours numeric(6,2)
		check (weekly_hours > 0 and weekly_hours <= 60 and weekly_hours * 20 = trunc(weekly_hours * 20)),
	add column weekly_hours_max numeric(6,2)
		check (weekly_hours_max > 0 and weekly_hours_max <= 60 and weekly_hours_max * 20 = trunc(weekly_hours_max * 20)),
	add column min_participants integer not null default 1 check (min_participants between 1 and 500),
	add column has_rolling_intake boolean not null default true,
	add column teaching_languages text[] not null default '{da}' check (teaching_languages <> '{}' and teaching_languages <@
		array['da', 'en', 'uk', 'ru', 'ar', 'so', 'ti', 'fa', 'tr', 'pl', 'de', 'fr', 'es']),
	add column support text[] not null default '{}' check (support <@ array['pre_meeting', 'screening', 'education_buddy',
		'interpreter', 'home_practice', 'trade_materials', 'workplace_buddy']),
	add column supplement_percent integer not null default 0 check (supplement_percent between 0 and 200),
	add column price_valid_from date,
	add column price_valid_until date,
	add column confirmed_at timestamptz,
	add constraint module_session_within_longest check (session_hours <= session_hours_max),
	add constraint module_shortest_session_within_longest check (session_hours_min <= session_hours_max),
	add constraint module_week_within_longest check (weekly_hours <= weekly_hours_max),
	add constraint module_shortest_week_within_longest check (weekly_hours_min <= weekly_hours_max),
	add constraint module_shortest_week_within_week check (weekly_hours_min <= weekly_hours),
	add constraint module_smallest_group_within_group check (min_participants <= max_participants),
	add constraint module_price_dates_in_order check (price_valid_from <= price_valid_until),
	add constraint module_code_of_school unique (provider_id, code);
comment on column public.module.code is 'The school''s own number for the module, by which an import knows it again.';
comment on column public.module.learning_goals is 'What the participant can do afterwards, one goal a line.';
comment on column public.module.audience is 'Who the module is for, in functional words.';
comment on column public.module.required_danish_module is
	'The module of danskuddannelse that must be passed: DU, education 1 to 3, a dot, module 1 to 6.';
comment on column public.module.workplace_municipalities is
	'Codes of the municipalities whose workplaces the school comes to; empty means all of them.';
comment on column public.module.session_hours_max is 'The longest session; empty means no longer than the usual one.';
comment on column public.module.weekly_hours is 'The usual hours of a week; empty means that the sessions decide.';
comment on column public.module.has_rolling_intake is 'Starts when agreed. Without it, only on the days of module_offering.';
comment on column public.module.supplement_percent is 'Added to the price of teaching in evenings and at weekends.';
comment on column public.module.confirmed_at is 'When the school last saved the module or said that it still holds.';
update public.module set confirmed_at = updated_at;

alter table public.quote drop constraint quote_delivery_form_check;
alter table public.quote add constraint quote_delivery_form_check
	check (delivery_form in ('one_to_one', 'small_class', 'class', 'class_with_support', 'online'));
alter table public.quote_line drop constraint quote_line_kind_check;
alter table public.quote_line add constraint quote_line_kind_check
	check (kind in ('teaching', 'pre_meeting', 'screening', 'preparation', 'adaptation', 'materials', 'transport',
		'interpreter', 'certificate_fee', 'support', 'supplement'));

create table public.module_element (
	module_id uuid not null references public.module on delete cascade,
	number integer not null check (number between 1 and 999),
	position integer not null check (position between 1 and 40),
	title public.free_text not null check (char_length(title) between 2 and 80),
	goal public.free_text check (char_length(goal) <= 160),
	hours numeric(6,2) not null check (hours > 0 and hours <= 2000 and hours * 20 = trunc(hours * 20)),
	is_mandatory boolean not null default false,
	needs integer,
	primary key (module_id, number),
	unique (module_id, position),
	constraint module_element_needs_another check (needs <> number),
	constraint module_element_needs_fkey foreign key (module_id, needs)
		references public.module_element (module_id, number) on delete set null (needs)
);
comment on table public.module_element is 'A part of a module that can be picked; the hours of all parts are the module''s.';
comment on column public.module_element.number is 'Names the element within its module, whatever its position; an address may hold it.';
comment on column public.module_element.needs is 'The element that must be taken first; it stands earlier, so that nothing can wait for itself.';
create index module_element_needs on public.module_element (module_id, needs);

create table public.module_offering (
	module_id uuid not null references public.module on delete cascade,
	starts_on date not null,
	seats integer not null check (seats between 1 and 500),
	primary key (module_id, starts_on)
);
comment on table public.module_offering is 'A day on which the module starts, and how many it has room for.';

create table public.module_price_step (
	module_id uuid not null references public.module on delete cascade,
	from_participants integer not null check (from_participants between 2 and 500),
	unit_price_ore bigint not null check (unit_price_ore between 0 and 100000000),
	primary key (module_id, from_participants)
);
comment on table public.module_price_step is 'The unit price of the teaching from a size of group on, in place of the list''s.';

create table public.module_funding (
	module_id uuid not null references public.module on delete cascade,
	legal_basis_code text not null references public.legal_basis on delete restrict,
	coverage text not null check (coverage in ('whole', 'part')),
	primary key (module_id, legal_basis_code)
);
comment on table public.module_funding is 'What may pay for the module, in whole or in part, as the school sees it. Shown, never decided.';
create index module_funding_legal_basis on public.module_funding (legal_basis_code);

create table public.module_cost (
	module_id uuid primary key references public.module on delete cascade,
	cost_ore bigint not null check (cost_ore between 0 and 1000000000),
	cost_per_participant_ore bigint not null default 0 check (cost_per_participant_ore between 0 and 100000000),
	note public.free_text check (char_length(note) <= 300)
);
comment on table public.module_cost is 'The school''s private note of what it costs to give the whole module once. Nobody else sees it.';

create table public.module_version (
	module_id uuid not null references public.module on delete cascade,
	version integer not null,
	content jsonb not null,
	saved_by uuid references public.profile on delete set null,
	saved_at timestamptz not null default now(),
	primary key (module_id, version)
);
comment on table public.module_version is 'A module as it was each time that it was saved; the private cost is not part of it.';
create index module_version_saved_by on public.module_version (saved_by);

alter table public.module_element enable row level security;
alter table public.module_offering enable row level security;
alter table public.module_price_step enable row level security;
alter table public.module_funding enable row level security;
alter table public.module_cost enable row level security;
alter table public.module_version enable row level security;

create policy "Elements are seen with their module" on public.module_element
	for select to anon, authenticated
	using (exists (select from public.module where module.id = module_element.module_id));
create policy "Offerings are seen with their module" on public.module_offering
	for select to anon, authenticated
	using (exists (select from public.module where module.id = module_offering.module_id));
create policy "Price steps are seen with their module" on public.module_price_step
	for select to anon, authenticated
	using (exists (select from public.module where module.id = module_price_step.module_id));
create policy "What may pay is seen with its module" on public.module_funding
	for select to anon, authenticated
	using (exists (select from public.module where module.id = module_funding.module_id));
create policy "Costs are seen by the leaders of their own school" on public.module_cost
	for select to authenticated using (exists (
		select from public.module
		where module.id = module_cost.module_id and module.provider_id in (select private.my_organisations(array['leader']))
	));
create policy "Versions are seen by their own school" on public.module_version
	for select to authenticated using (exists (
		select from public.module
		where module.id = module_version.module_id and module.provider_id in (select private.my_organisations())
	));
drop policy "Legal bases are known to those who sign in" on public.legal_basis;
create policy "Legal bases are known to everyone" on public.legal_basis
	for select to anon, authenticated using (true);
grant select on public.module_element, public.module_offering, public.module_price_step, public.module_funding
	to anon, authenticated;
grant select on public.legal_basis to anon;
grant select on public.module_cost, public.module_version to authenticated;
-- NOTE: no insert, update or delete. A module and all that belongs to it are saved together, see save_module.

create function private.module_content(p_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
	select to_jsonb(module) - array['id', 'provider_id', 'state', 'version', 'published_at', 'updated_at', 'created_at', 'confirmed_at']
		|| jsonb_build_object(
			'prices', coalesce((
				select jsonb_agg(to_jsonb(price) - array['id', 'module_id', 'position'] order by price.position)
				from public.module_price price where price.module_id = module.id), '[]'),
			'price_steps', coalesce((
				select jsonb_agg(to_jsonb(step) - 'module_id' order by step.from_participants)
				from public.module_price_step step where step.module_id = module.id), '[]'),
			'elements', coalesce((
				select jsonb_agg(to_jsonb(element) - array['module_id', 'position'] order by element.position)
				from public.module_element element where element.module_id = module.id), '[]'),
			'offerings', coalesce((
				select jsonb_agg(to_jsonb(offering) - 'module_id' order by offering.starts_on)
				from public.module_offering offering where offering.module_id = module.id), '[]'),
			'funding', coalesce((
				select jsonb_agg(to_jsonb(funding) - 'module_id' order by funding.legal_basis_code)
				from public.module_funding funding where funding.module_id = module.id), '[]'))
	from public.module where module.id = p_id
$$;
comment on function private.module_content is 'What a module says, in the shape that save_module takes; without the private cost.';

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

create function private.refuse_module_parts(p_id uuid, p_provider uuid, p_module jsonb)
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

create or replace function private.save_module(p_id uuid, p_provider uuid, p_version integer, p_module jsonb)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
	v_old public.module;
	v_version integer;
begin
	if not private.acts_for(p_provider, array['leader']) then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.refuse_cpr(p_module - array['prices', 'price_steps', 'elements', 'offerings', 'funding', 'cost']);
	select * into v_old from public.module where id = p_id for update;
	if v_old.id is not null then
		if v_old.provider_id <> p_provider then
			perform private.refuse(404, 'not_found');
		end if;
		-- The first save of a form, sent twice.
		if p_version = 0 and v_old.version = 1 then
			return jsonb_build_object('id', v_old.id, 'version', v_old.version);
		end if;
		perform private.refuse_if_stale(p_id, v_old.version, p_version);
		perform private.refuse_unless_state(v_old.state, array['draft', 'published', 'paused']);
	elsif p_version <> 0 then
		perform private.refuse(404, 'not_found');
	end if;
	perform private.refuse_module_parts(p_id, p_provider, p_module);

	insert into public.module as module (id, provider_id, code, title, purpose, learning_goals, audience, subject_code,
		delivery_forms, places, school_address, workplace_municipalities, hours, minimum_hours,
		session_hours, session_hours_min, session_hours_max, weekly_hours, weekly_hours_min, weekly_hours_max,
		is_divisible, indivisible_reason, min_participants, max_participants, required_danish_level, required_danish_module,
		prerequisite, certificate_kind, lead_time_days, has_rolling_intake, teaching_languages, support,
		supplement_percent, price_valid_from, price_valid_until, confirmed_at)
	select p_id, p_provider, nullif(trim(input.code), ''), input.title, input.purpose, input.learning_goals, input.audience,
		input.subject_code, coalesce(input.delivery_forms, '{}'), coalesce(input.places, '{}'), input.school_address,
		coalesce(input.workplace_municipalities, '{}'), input.hours, input.minimum_hours,
		input.session_hours, input.session_hours_min, input.session_hours_max,
		input.weekly_hours, input.weekly_hours_min, input.weekly_hours_max,
		coalesce(input.is_divisible, true), input.indivisible_reason, coalesce(input.min_participants, 1),
		coalesce(input.max_participants, 1), coalesce(input.required_danish_level, 'none'), input.required_danish_module,
		input.prerequisite, coalesce(input.certificate_kind, 'participation'), coalesce(input.lead_time_days, 14),
		coalesce(input.has_rolling_intake, true), coalesce(input.teaching_languages, '{da}'), coalesce(input.support, '{}'),
		coalesce(input.supplement_percent, 0), input.price_valid_from, input.price_valid_until, now()
	from jsonb_populate_record(null::public.module, p_module) input
	on conflict (id) do update set
		code = excluded.code, title = excluded.title, purpose = excluded.purpose,
		learning_goals = excluded.learning_goals, audience = excluded.audience, subject_code = excluded.subject_code,
		delivery_forms = excluded.delivery_forms, places = excluded.places, school_address = excluded.school_address,
		workplace_municipalities = excluded.workplace_municipalities, hours = excluded.hours,
		minimum_hours = excluded.minimum_hours, session_hours = excluded.session_hours,
		session_hours_min = excluded.session_hours_min, session_hours_max = excluded.session_hours_max,
		weekly_hours = excluded.weekly_hours, weekly_hours_min = excluded.weekly_hours_min,
		weekly_hours_max = excluded.weekly_hours_max, is_divisible = excluded.is_divisible,
		indivisible_reason = excluded.indivisible_reason, min_participants = excluded.min_participants,
		max_participants = excluded.max_participants, required_danish_level = excluded.required_danish_level,
		required_danish_module = excluded.required_danish_module, prerequisite = excluded.prerequisite,
		certificate_kind = excluded.certificate_kind, lead_time_days = excluded.lead_time_days,
		has_rolling_intake = excluded.has_rolling_intake, teaching_languages = excluded.teaching_languages,
		support = excluded.support, supplement_percent = excluded.supplement_percent,
		price_valid_from = excluded.price_valid_from, price_valid_until = excluded.price_valid_until,
		confirmed_at = now(), version = module.version + 1, updated_at = now()
	returning module.version into v_version;

	delete from public.module_price where module_id = p_id;
	insert into public.module_price (module_id, position, kind, model, unit_price_ore, weekly_hours)
	select p_id, ordinality, price.kind, price.model, price.unit_price_ore, price.weekly_hours
	from jsonb_array_elements(coalesce(p_module -> 'prices', '[]')) with ordinality as item (value, ordinality),
		jsonb_populate_record(null::public.module_price, item.value) price;

	delete from public.module_price_step where module_id = p_id;
	insert into public.module_price_step (module_id, from_participants, unit_price_ore)
	select p_id, step.from_participants, step.unit_price_ore
	from jsonb_populate_recordset(null::public.module_price_step, coalesce(p_module -> 'price_steps', '[]')) step;

	delete from public.module_element where module_id = p_id;
	insert into public.module_element (module_id, number, position, title, goal, hours, is_mandatory, needs)
	select p_id, element.number, ordinality, element.title, element.goal, element.hours,
		coalesce(element.is_mandatory, false), element.needs
	from jsonb_array_elements(coalesce(p_module -> 'elements', '[]')) with ordinality as item (value, ordinality),
		jsonb_populate_record(null::public.module_element, item.value) element;

	delete from public.module_offering where module_id = p_id;
	insert into public.module_offering (module_id, starts_on, seats)
	select p_id, offering.starts_on, offering.seats
	from jsonb_populate_recordset(null::public.module_offering, coalesce(p_module -> 'offerings', '[]')) offering;

	delete from public.module_funding where module_id = p_id;
	insert into public.module_funding (module_id, legal_basis_code, coverage)
	select p_id, funding.legal_basis_code, funding.coverage
	from jsonb_populate_recordset(null::public.module_funding, coalesce(p_module -> 'funding', '[]')) funding;

	delete from public.module_cost where module_id = p_id;
	insert into public.module_cost (module_id, cost_ore, cost_per_participant_ore, note)
	select p_id, cost.cost_ore, coalesce(cost.cost_per_participant_ore, 0), cost.note
	from jsonb_populate_record(null::public.module_cost,
		case jsonb_typeof(p_module -> 'cost') when 'object' then p_module -> 'cost' end) cost
	where cost.cost_ore is not null;

	insert into public.module_version (module_id, version, content, saved_by)
	values (p_id, v_version, private.module_content(p_id), (select auth.uid()));
	if v_old.state = 'published' then
		perform private.refuse_unless_complete(p_id);
	end if;
	perform private.record_event(case when v_old.id is null then 'module.created' else 'module.changed' end,
		p_id, null, p_provider, jsonb_build_object('version', v_version));
	return jsonb_build_object('id', p_id, 'version', v_version);
exception
	when integrity_constraint_violation or data_exception then
		declare
			v_constraint text;
			v_column text;
			v_table text;
		begin
			get stacked diagnostics v_constraint = constraint_name, v_column = column_name, v_table = table_name;
			-- What is wrong in a row that belongs to the module is said of the rows, not of a field of the module.
			perform private.refuse_invalid(v_constraint, case v_table
				when 'module_price' then 'prices' when 'module_price_step' then 'price_steps'
				when 'module_element' then 'elements' when 'module_offering' then 'offerings'
				when 'module_funding' then 'funding' when 'module_cost' then 'cost'
				else v_column end);
		end;
end $$;
comment on function private.save_module is
	'Saves a module with all that belongs to it, by a leader of the school. Version 0 makes a new one; otherwise the version that the form was opened at. Returns id and version.';

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
