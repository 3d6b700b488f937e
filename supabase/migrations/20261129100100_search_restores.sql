-- A dump of the database can be restored by its owner, who is no superuser on Supabase.

create or replace function private.search_query(p_text text, out query text, out literal text, out ranking text, out corrected text)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_word text;
	v_understood text;
	v_term text;
	v_tried text;
	v_words text[] := '{}';
	v_terms text[] := '{}';
	v_stems text[] := '{}';
begin
	-- Set here and not on the function: who is no superuser may not restore a function with a setting of an extension that is
	-- not loaded yet.
	perform set_config('pg_trgm.similarity_threshold', '0.25', true);
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
