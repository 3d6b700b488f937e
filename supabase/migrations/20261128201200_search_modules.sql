-- A search of the catalogue: what was typed is read as words, and answered with a page, its total and the facets.

create function private.search_lexemes(p_word text)
returns text language plpgsql stable set search_path = '' as $$
begin
	return (
		select '(' || string_agg(distinct alternative, '|') || ')'
		from (
			select quote_literal(private.search_stem(p_word)) as alternative
			union all
			select (
				select case when count(*) = 1 then min(quote_literal(private.search_stem(word)))
					else '(' || string_agg(quote_literal(private.search_stem(word)), '&') || ')' end
				from unnest(private.search_words(other.word)) word)
			from public.search_synonym own
			join public.search_synonym other using (meaning)
			where own.word in (p_word, private.search_stem(p_word))
		) alternatives
	);
end $$;
comment on function private.search_lexemes is 'A query for a word and its synonyms.';

create function private.search_term(p_word text)
returns text language plpgsql stable set search_path = '' as $$
declare
	v_term text := private.search_lexemes(p_word);
	v_parts text;
begin
	select string_agg(private.search_lexemes(part), '&') into v_parts
	from unnest(private.search_compound(p_word)) part
	where not exists (select from public.search_vocabulary known where known.word = part and known.is_filler);
	return case when v_parts is null then v_term else '(' || v_term || '|(' || v_parts || '))' end;
end $$;
comment on function private.search_term is
	'A query for a word: its forms, its synonyms and, when it is a compound of known words, all of those: fødevarer and hygiejne.';

create function private.edits(p_from text, p_to text)
returns integer language plpgsql immutable set search_path = '' as $$
declare
	v_to integer := char_length(p_to);
	v_row integer[] := array(select generate_series(0, v_to));
	v_above integer[];
	v_before integer[];
	v_cost integer;
begin
	for i in 1 .. char_length(p_from) loop
		v_before := v_above;
		v_above := v_row;
		v_row := array[i];
		for j in 1 .. v_to loop
			v_cost := case when substr(p_from, i, 1) = substr(p_to, j, 1) then 0 else 1 end;
			v_row[j + 1] := least(v_above[j + 1] + 1, v_row[j] + 1, v_above[j] + v_cost);
			if i > 1 and j > 1 and substr(p_from, i, 1) = substr(p_to, j - 1, 1)
				and substr(p_from, i - 1, 1) = substr(p_to, j, 1) then
				v_row[j + 1] := least(v_row[j + 1], v_before[j - 1] + 1);
			end if;
		end loop;
	end loop;
	return v_row[v_to + 1];
end $$;
comment on function private.edits is 'Letters to change, add, leave out or swap to get from one word to another.';

create function private.search_holds(p_query text)
returns boolean language plpgsql stable set search_path = '' set enable_seqscan = off as $$
begin
	return exists (select from private.module_search where document @@ p_query::tsquery);
end $$;
comment on function private.search_holds is 'Whether any module answers a query.';

create function private.search_query(p_text text, out query text, out literal text, out ranking text, out corrected text)
language plpgsql stable security definer set search_path = '' set pg_trgm.similarity_threshold = 0.25 as $$
declare
	v_word text;
	v_understood text;
	v_term text;
	v_tried text;
	v_words text[] := '{}';
	v_terms text[] := '{}';
	v_stems text[] := '{}';
begin
	for v_word in
		select word from unnest(private.search_words(left(p_text, 200))) with ordinality as typed (word, position)
		where not exists (select from public.search_vocabulary known where known.word = typed.word and known.is_filler)
		order by position
		limit 8
	loop
		v_understood := v_word;
		v_term := private.search_term(v_word);
		if private.search_base(v_word) is null and not private.search_holds(v_term) then
			-- The beginning of a word, as somebody types it.
			select '(' || string_agg(distinct quote_literal(stem), '|') || ')' into v_tried
			from (
				select stem from private.search_word
				where word >= v_word and word < v_word || chr(1114111) and char_length(v_word) >= 3
				order by char_length(word), word
				limit 40
			) begun;
			if v_tried is null or not private.search_holds(v_tried) then
				v_tried := null;
				for v_understood, v_tried in
					select alike.word, private.search_term(alike.word)
					from (
						select known.word, private.edits(v_word, known.word) as edits,
							extensions.similarity(known.word, v_word) as similarity
						from private.search_word known
						where known.word operator(extensions.%) v_word
							and abs(char_length(known.word) - char_length(v_word)) <= 2
						order by similarity desc, known.word
						limit 12
					) alike
					where alike.edits <= case when char_length(v_word) < 4 then 0 when char_length(v_word) < 6 then 1
						when char_length(v_word) < 10 then 2 else 3 end
					order by alike.edits, alike.similarity desc, alike.word
					limit 5
				loop
					exit when private.search_holds(v_tried);
					v_tried := null;
				end loop;
				v_understood := case when v_tried is null then v_word else v_understood end;
			end if;
			v_term := coalesce(v_tried, v_term);
		end if;
		v_words := v_words || v_understood;
		v_terms := v_terms || v_term;
		v_stems := v_stems || quote_literal(private.search_stem(v_understood));
		corrected := case when v_understood <> v_word or corrected is not null then array_to_string(v_words, ' ') end;
	end loop;
	query := nullif(array_to_string(v_terms, '&'), '');
	literal := nullif(array_to_string(v_stems, '|'), '');
	ranking := nullif(array_to_string(v_terms, '|'), '');
end $$;
comment on function private.search_query is
	'What a search text asks for: a query of all its words, two to rank by: the words as they stand, and all that was asked for; and the text that was understood where a word was a slip.';

create function private.filter_values(p_filter jsonb, p_key text)
returns text[] language sql immutable set search_path = '' as $$
	select case nullif(jsonb_typeof(p_filter -> p_key), case when p_filter ->> p_key = '' then 'string' end)
		when 'array' then (
			select array_agg(value) from (
				select value from jsonb_array_elements_text(p_filter -> p_key) value where value is not null limit 100) given)
		when 'string' then array[p_filter ->> p_key] end
$$;
comment on function private.filter_values is 'What a filter narrows to, or null when it does not.';

create function private.filter_number(p_filter jsonb, p_key text)
returns numeric language sql immutable set search_path = '' as $$
	select least(greatest((p_filter ->> p_key)::numeric, 0), 100000) where jsonb_typeof(p_filter -> p_key) = 'number'
$$;
comment on function private.filter_number is 'The number of a filter, or null when it does not narrow.';

create function private.shown_module(p_id uuid)
returns jsonb language sql stable security definer set search_path = '' as $$
	select to_jsonb(shown)
	from (
		select module.id, module.version, module.state, module.code, module.title, module.purpose, module.learning_goals,
			module.audience, module.subject_code, module.delivery_forms, module.places, module.school_address,
			module.workplace_municipalities, module.hours, module.minimum_hours, module.session_hours,
			module.session_hours_min, module.session_hours_max, module.weekly_hours, module.weekly_hours_min,
			module.weekly_hours_max, module.is_divisible, module.indivisible_reason, module.min_participants,
			module.max_participants, module.required_danish_level, module.required_danish_module, module.prerequisite,
			module.certificate_kind, module.lead_time_days, module.has_rolling_intake, module.teaching_languages,
			module.support, module.supplement_percent, module.price_valid_from, module.price_valid_until,
			module.published_at, module.updated_at, module.confirmed_at,
			jsonb_build_object('id', school.id, 'name', school.name, 'provider_kind', school.provider_kind,
				'municipality', jsonb_build_object('name', municipality.name)) as school,
			array(
				select jsonb_build_object('kind', price.kind, 'model', price.model, 'unit_price_ore', price.unit_price_ore,
					'weekly_hours', price.weekly_hours)
				from public.module_price price where price.module_id = module.id order by price.position) as prices,
			array(
				select jsonb_build_object('from_participants', step.from_participants, 'unit_price_ore', step.unit_price_ore)
				from public.module_price_step step where step.module_id = module.id order by step.from_participants) as price_steps,
			array(
				select jsonb_build_object('number', element.number, 'title', element.title, 'goal', element.goal,
					'hours', element.hours, 'is_mandatory', element.is_mandatory, 'needs', element.needs)
				from public.module_element element where element.module_id = module.id order by element.position) as elements,
			array(
				select jsonb_build_object('starts_on', offering.starts_on, 'seats', offering.seats)
				from public.module_offering offering where offering.module_id = module.id order by offering.starts_on) as offerings,
			array(
				select jsonb_build_object('legal_basis_code', funding.legal_basis_code, 'coverage', funding.coverage)
				from public.module_funding funding where funding.module_id = module.id order by funding.legal_basis_code) as funding
		from public.module
		join public.organisation school on school.id = module.provider_id
		join public.municipality on municipality.code = school.municipality_code
		where module.id = p_id and module.state = 'published'
	) shown
$$;
comment on function private.shown_module is 'A published module with all that is shown with it, as the catalogue''s pages read it.';

create function private.search_modules(p_filter jsonb, p_limit integer, p_offset integer)
returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
	v_filter jsonb := case when jsonb_typeof(p_filter) = 'object' then p_filter else '{}' end;
	v_asked record;
	-- Each facet with the values that it is narrowed to, as combinations hold them.
	v_narrowed jsonb := '{}';
	v_values text[];
	v_failed text := '';
	v_schools uuid[];
	v_conditions text := '';
	v_sort text := coalesce(v_filter ->> 'sort', 'relevance');
	v_answer jsonb;
begin
	v_asked := private.search_query(coalesce(v_filter ->> 'text', ''));
	v_values := private.filter_values(v_filter, 'school');
	if v_values is not null then
		v_schools := array(select value::uuid from unnest(v_values) value
			where value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
	end if;
	select string_agg(format('case when not profile.facets %s %L::text[] then %L end',
			case facet when 'support' then '@>' else '&&' end, array(select facet || ':' || value from unnest(given) value), facet),
		', ') into v_failed
	from unnest(array['subject', 'place', 'delivery_form', 'division', 'language', 'support', 'certificate', 'legal_basis']) facet,
		lateral (select private.filter_values(v_filter, facet) as given) asked
	where given is not null;

	v_conditions := concat_ws(' and ',
		case when v_asked.query is not null then 'found.document @@ $1' end,
		case when private.filter_number(v_filter, 'session_hours') is not null then 'found.session_hours_min <= $4' end,
		case when v_filter ->> 'danish_level' in ('none', 'A1', 'A2', 'B1', 'B2', 'C1') then 'found.danish_rank <= $5' end,
		case when private.filter_number(v_filter, 'participants') is not null then
			'$6 between found.min_participants and found.max_participants' end,
		case when private.filter_number(v_filter, 'starts_within_days') is not null then
			'(found.rolling_days <= $7 or exists (
				select from unnest(found.starts) day where day between private.today() and private.today() + $7))' end,
		case when nullif(v_filter ->> 'municipality', '') is not null then
			'(found.municipality_code = $8 or found.workplaces = ''{}'' or $8 = any (found.workplaces))' end);

	execute format($sql$
		with candidate as %1$s (
			select found.module_id, found.provider_id, found.profile_id, found.published_at, found.title,
				%2$s as rank
			from private.module_search found
			where %3$s
		), counted as materialized (
			select profile_id, count(*) filter (where $3 is null or provider_id = any ($3)) as here
			from candidate
			group by profile_id
		), profile as materialized (
			select profile.id, profile.facets, counted.here,
				array_remove(array[%4$s]::text[], null) as failed
			from counted
			join private.search_profile profile on profile.id = counted.profile_id
		), shown as (
			select page.module_id, row_number() over () as position
			from (
				select candidate.module_id
				from candidate
				join profile on profile.id = candidate.profile_id
				where profile.failed = '{}' and ($3 is null or candidate.provider_id = any ($3))
				order by %5$s
				limit $9 offset $10
			) page
		), valued as (
			select facet, failed, sum(here) as modules
			from profile, unnest(facets) facet
			where here > 0 and cardinality(failed) < 2
			group by facet, failed
		), facet as (
			select split_part(facet, ':', 1) as facet, split_part(facet, ':', 2) as value, sum(modules) as modules
			from valued
			where failed <@ array[split_part(facet, ':', 1)]
			group by 1, 2
			union all
			select 'school', school.provider_id::text, school.modules
			from (
				select candidate.provider_id, count(*) as modules
				from candidate
				join profile on profile.id = candidate.profile_id
				where profile.failed = '{}'
				group by candidate.provider_id
				order by modules desc, candidate.provider_id
				limit 30
			) school
		)
		select jsonb_build_object(
			'total', coalesce((select sum(here) from profile where failed = '{}'), 0),
			'rows', coalesce((
				select jsonb_agg(private.shown_module(shown.module_id) order by shown.position) from shown), '[]'),
			'counts', coalesce((
				select jsonb_object_agg(facet, counts)
				from (select facet, jsonb_object_agg(value, modules) as counts from facet group by facet) counted), '{}'),
			'corrected', $11)
		$sql$,
		case when v_asked.query is null then 'not materialized' else 'materialized' end,
		case when v_asked.query is null then '0' else '2 * ts_rank(found.heading, $2) + ts_rank(found.heading, $12)' end,
		coalesce(nullif(v_conditions, ''), 'true'),
		coalesce(v_failed, ''),
		-- Without words all rank alike, and an index has them by age.
		case when v_sort = 'title' then 'candidate.title, candidate.module_id'
			when v_sort = 'newest' or v_asked.query is null then 'candidate.published_at desc, candidate.module_id'
			else 'candidate.rank desc, candidate.published_at desc, candidate.module_id' end)
	into v_answer
	using v_asked.query::tsquery, v_asked.literal::tsquery, v_schools,
		private.filter_number(v_filter, 'session_hours'),
		array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], v_filter ->> 'danish_level'),
		private.filter_number(v_filter, 'participants')::integer,
		private.filter_number(v_filter, 'starts_within_days')::integer,
		v_filter ->> 'municipality',
		least(greatest(coalesce(p_limit, 20), 0), 100), greatest(coalesce(p_offset, 0), 0), v_asked.corrected,
		v_asked.ranking::tsquery;
	return v_answer;
end $$;
comment on function private.search_modules is
	'One page of the published modules that answer a text and filters, how many there are in all, and how many each value of a facet would give with all other facets as they are.';
grant execute on function private.search_modules to anon, authenticated;

create function public.search_modules(p_filter jsonb, p_limit integer, p_offset integer)
returns jsonb language sql security invoker set search_path = '' as $$
	select private.search_modules(p_filter, p_limit, p_offset)
$$;
grant execute on function public.search_modules to anon, authenticated;
