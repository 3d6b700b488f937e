-- Search of the catalogue that understands Danish: endings, parts of compounds, slips and synonyms. What a module can be
-- found by is worked out when it is saved; a search looks its words up and reads only the modules that hold them.

create table public.search_vocabulary (
	word text primary key check (word = lower(word)),
	base text not null check (base = lower(base)),
	is_filler boolean not null default false
);
comment on table public.search_vocabulary is
	'Words that search knows: it strips endings down to them, splits compounds into them, and never takes them for a slip.';
comment on column public.search_vocabulary.base is 'The word under which all its forms are found: rengøre for rengøring; mostly the word itself.';
comment on column public.search_vocabulary.is_filler is 'Says nothing of what a module is about, alone or in a compound: og, kursus.';

create table public.search_synonym (
	meaning text not null check (meaning ~ '^[a-z_]+$'),
	word text not null check (word = lower(word)),
	primary key (meaning, word)
);
comment on table public.search_synonym is
	'Words of one meaning find each other. A word may have several meanings; of a word of several words, all must be there.';
create index search_synonym_word on public.search_synonym (word);

alter table public.search_vocabulary enable row level security;
alter table public.search_synonym enable row level security;
create policy "Words of search are known to everyone" on public.search_vocabulary
	for select to anon, authenticated using (true);
create policy "Synonyms are known to everyone" on public.search_synonym
	for select to anon, authenticated using (true);
grant select on public.search_vocabulary, public.search_synonym to anon, authenticated;

create table private.search_form (
	form text collate "C" primary key,
	base text not null,
	is_filler boolean not null
);
comment on table private.search_form is
	'The known words in all their endings. Written ahead, so that taking a word apart is looking its pieces up.';

create table private.search_word (
	word text collate "C" primary key,
	stem text not null,
	parts text[] not null default '{}'
);
comment on table private.search_word is
	'Every word that a published module has held, taken apart once. Slips and beginnings of words are looked up here.';
create index search_word_alike on private.search_word using gin (word extensions.gin_trgm_ops) with (fastupdate = off);

create table private.search_profile (
	id integer generated always as identity primary key,
	facets text[] not null unique
);
comment on table private.search_profile is
	'A combination of facets, as facet:value, that modules share: a search filters and counts combinations, not modules.';

create table private.module_search (
	module_id uuid primary key references public.module on delete cascade,
	provider_id uuid not null references public.organisation on delete cascade,
	profile_id integer not null references private.search_profile on delete restrict,
	document tsvector not null,
	heading tsvector not null,
	title text not null,
	published_at timestamptz not null,
	session_hours_min numeric(6,2) not null,
	danish_rank smallint not null,
	min_participants integer not null,
	max_participants integer not null,
	rolling_days integer,
	starts date[] not null default '{}',
	municipality_code text not null,
	workplaces text[]
);
comment on table private.module_search is 'What a published module is found by. Kept by triggers; only search reads it.';
comment on column private.module_search.document is 'All words of the module: stems, and parts of compounds.';
comment on column private.module_search.heading is 'The words that rank it: A in the title, B a part of one there, C of the subject, D of an element.';
comment on column private.module_search.danish_rank is 'Required Danish: 1 for none to 6 for C1.';
comment on column private.module_search.rolling_days is 'Days to a start by agreement; empty when there are only dated starts.';
comment on column private.module_search.workplaces is 'Municipalities whose workplaces the school comes to; {} means all, empty none.';
-- The words of a module are many and only the index reads them: out of line, so that the rest is narrow.
alter table private.module_search alter column document set storage external;
alter table private.module_search set (toast_tuple_target = 128);
-- NOTE: without a list of pending entries, since nothing vacuums the embedded backend.
create index module_search_document on private.module_search using gin (document) with (fastupdate = off);
create index module_search_newest on private.module_search (published_at desc, module_id);
create index module_search_provider on private.module_search (provider_id);
create index module_search_profile on private.module_search (profile_id);

create table private.search_pending (
	id bigint generated always as identity primary key,
	modules uuid[] not null
);
comment on table private.search_pending is 'Modules that the running transaction has changed; empty when it has ended.';

alter table private.search_pending enable row level security;
alter table private.search_form enable row level security;
alter table private.search_word enable row level security;
alter table private.search_profile enable row level security;
alter table private.module_search enable row level security;

create function private.search_fold(p_text text)
returns text language sql immutable parallel safe set search_path = '' as $$
	select replace(translate(lower(normalize(p_text, nfkc)),
		'éèêëáàâãäíìîïóòôõöúùûüñç', 'eeeeaaaaæiiiioooøøuuuync'), 'aa', 'å')
$$;
comment on function private.search_fold is 'Text without what people leave out or write in two ways: capitals, accents, aa for å.';

create function private.search_words(p_text text)
returns text[] language sql immutable parallel safe set search_path = '' as $$
	select coalesce(array_agg(word order by ordinality), '{}')
	from regexp_split_to_table(private.search_fold(p_text), '[^a-z0-9\u00df-\u024f\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+')
		with ordinality as found (word, ordinality)
	where char_length(word) between 2 and 40
$$;
comment on function private.search_words is 'The words of a text, folded, in their order.';

create function private.inflect_words()
returns void language sql set search_path = '' as $$
	delete from private.search_form where true;
	insert into private.search_form (form, base, is_filler)
	select distinct on (form) root.word || ending as form, known.base, known.is_filler
	from public.search_vocabulary known,
		lateral (values
			(0, known.word, case when known.is_filler then array[''] when known.word ~ '[aeiouyæøå]$'
				then array['', 's', 'n', 'ns', 't', 'ts', 'r', 'rs', 'rne', 'rnes', 'ne', 'ene', 'en', 'ens', 'er', 'ers', 'erne', 'ernes', 'de', 'nde']
				else array['', 's', 'e', 'es', 'en', 'ens', 'et', 'ets', 'er', 'ers', 'ene', 'enes', 'erne', 'ernes', 'ere', 'est',
					'este', 't'] end),
			-- svejse: svejsning; butik: butikken; regel: regler; middel: midlet.
			(1, case when not known.is_filler and known.word ~ '[aeiouyæøå].*[^aeiouyæøå]e$' then left(known.word, -1) end,
				array['ing', 'ningen', 'et', 'ning', 'ingen', 'inger', 'ninger', 'te', 'ende']),
			(2, case when not known.is_filler and known.word ~ '[aeiouyæøå][bdfgklmnprst]$' then known.word || right(known.word, 1) end,
				array['e', 'en', 'ens', 'et', 'ets', 'er', 'ers', 'ene', 'erne', 'ernes']),
			(3, case when not known.is_filler then regexp_replace(substring(known.word from '^(.+[^aeiouyæøå])e[lnr]$'),
					'([bdfgklmnprst])\1$', '\1') || right(known.word, 1) end,
				array['e', 'en', 'ens', 'et', 'ets', 'er', 'ers', 'ene', 'erne', 'ernes'])
		) root (position, word, endings),
		unnest(root.endings) ending
	where root.word is not null
	order by form, char_length(ending), root.position
$$;
comment on function private.inflect_words is 'Writes down all forms of the known words.';

create function private.search_base(p_word text)
returns text language plpgsql stable set search_path = '' as $$
begin
	return (select base from private.search_form where form = p_word);
end $$;
comment on function private.search_base is
	'The known word that a word is a form of: lager for lageret, regel for reglerne, svejse for svejsning; null when it is none.';

create function private.search_stem(p_word text)
returns text language plpgsql stable set search_path = '' as $$
declare
	v_stem text := private.search_base(p_word);
	v_next text := p_word;
begin
	if v_stem is not null or p_word ~ '[0-9]' then
		return coalesce(v_stem, p_word);
	end if;
	-- An unknown word loses endings for as long as it has some, so that all its forms come down to the same.
	while v_next is distinct from v_stem loop
		v_stem := v_next;
		v_next := regexp_replace(v_stem, '(?<=[a-zæøå]{3})(s|e|ede|ende|ere|er|en|et|erne|ene)$', '');
		v_next := regexp_replace(v_next, '(?<=[a-zæøå]{2})([bdfgklmnprst])\1$', '\1');
	end loop;
	return v_stem;
end $$;
comment on function private.search_stem is 'What all forms of a word have in common: its known word, or what is left without endings.';

create function private.search_compound(p_word text)
returns text[] language plpgsql stable set search_path = '' as $$
declare
	v_front text;
	v_last text;
	v_parts text[];
begin
	if char_length(p_word) < 6 or private.search_base(p_word) is not null then
		return null;
	end if;
	-- The longest last word first: a compound is about its last word.
	for v_front, v_last in
		select left(p_word, at), last.base
		from generate_series(3, char_length(p_word) - 3) at
		join private.search_form last on last.form = substr(p_word, at + 1) and char_length(last.base) > 2
		order by at
	loop
		select array[known.base] into v_parts
		from (values (v_front), (regexp_replace(v_front, '[se]$', '')), (regexp_replace(v_front, 'er$', ''))) joined (word)
		join public.search_vocabulary known using (word)
		order by char_length(known.word) desc
		limit 1;
		if v_parts is null and char_length(v_front) >= 6 then
			v_parts := coalesce(private.search_compound(v_front), private.search_compound(regexp_replace(v_front, '[se]$', '')));
		end if;
		if v_parts is not null then
			return v_parts || v_last;
		end if;
	end loop;
	return null;
end $$;
comment on function private.search_compound is
	'The known words that a compound is made of, whatever joins them (nothing, s, e or er); null when it is a known word itself, or not made of known words only.';

create function private.search_parts(p_word text)
returns text[] language plpgsql stable set search_path = '' as $$
declare
	v_parts text[];
	v_length integer := char_length(p_word);
begin
	v_parts := private.search_compound(p_word);
	if v_parts is null and private.search_base(p_word) is null then
		-- One end that is known is enough when both are long.
		select array[base] into v_parts
		from (
			select 1 as position, form, base from generate_series(4, v_length - 5) at
			join private.search_form on form = substr(p_word, at + 1) and char_length(base) > 4
			union all
			select 2, word, base from generate_series(5, v_length - 4) at
			join public.search_vocabulary on word = left(p_word, at)
		) known
		order by position, char_length(form) desc
		limit 1;
	end if;
	return array(
		select distinct part from unnest(v_parts) part
		where not exists (select from public.search_vocabulary known where known.word = part and known.is_filler)
		order by part);
end $$;
comment on function private.search_parts is 'The known words in a compound, without those that say nothing.';

create function private.learn_words(p_words text[])
returns void language sql set search_path = '' as $$
	-- In one order, so that two who learn the same words wait for each other and no more.
	insert into private.search_word (word, stem, parts)
	select word, private.search_stem(word), private.search_parts(word)
	from (select distinct word from unnest(p_words) word) new
	-- A number or a code is what it is.
	where word !~ '[0-9]' and not exists (select from private.search_word known where known.word = new.word)
	order by word
	on conflict (word) do nothing
$$;
comment on function private.learn_words is 'Takes words apart that search has not met before.';

create function private.module_words(p_modules uuid[])
returns table (module_id uuid, rank smallint, word text) language sql stable set search_path = '' as $$
	select said.id, said.rank::smallint, token.word
	from (
		select module.id, 1 as rank, module.title::text as text from public.module where module.id = any (p_modules)
		union all
		select module.id, 3, concat_ws(' ', subject.name_da, subject.name_en)
		from public.module join public.subject on subject.code = module.subject_code where module.id = any (p_modules)
		union all
		select element.module_id, 4, element.title from public.module_element element where element.module_id = any (p_modules)
		union all
		select element.module_id, 5, element.goal from public.module_element element where element.module_id = any (p_modules)
		union all
		select module.id, 5, concat_ws(' ', module.purpose, module.learning_goals, module.audience, module.code, school.name)
		from public.module join public.organisation school on school.id = module.provider_id
		where module.id = any (p_modules)
	) said, unnest(private.search_words(said.text)) token (word)
	where not exists (select from public.search_vocabulary known where known.word = token.word and known.is_filler)
$$;
comment on function private.module_words is
	'The words of modules, by where they stand: 1 the title, 3 the subject, 4 an element, 5 all else.';

create function private.module_facets(p_modules uuid[])
returns table (module_id uuid, facets text[]) language sql stable set search_path = '' as $$
	select module.id, array(
		select 'subject:' || module.subject_code
		union select 'place:' || unnest(module.places)
		union select 'delivery_form:' || unnest(module.delivery_forms)
		union select case when module.is_divisible then 'division:parts' else 'division:whole' end
		union select 'language:' || unnest(module.teaching_languages)
		union select 'support:' || unnest(module.support)
		union select 'certificate:' || module.certificate_kind
		union select 'legal_basis:' || funding.legal_basis_code
		from public.module_funding funding where funding.module_id = module.id
		order by 1)
	from public.module where module.id = any (p_modules)
$$;
comment on function private.module_facets is 'What modules are filtered and counted by, as facet:value, in one order.';

create function private.index_modules(p_modules uuid[])
returns void language plpgsql security definer set search_path = '' as $$
declare
	v_modules uuid[];
	v_ranks smallint[];
	v_words text[];
begin
	delete from private.module_search
	where module_id = any (p_modules) and not exists (
		select from public.module where module.id = module_search.module_id and module.state = 'published');
	p_modules := array(select id from public.module where id = any (p_modules) and state = 'published' order by id);
	if p_modules = '{}' then
		return;
	end if;
	select array_agg(module_id), array_agg(rank), array_agg(word) into v_modules, v_ranks, v_words
	from private.module_words(p_modules);
	perform private.learn_words(v_words);
	insert into private.search_profile (facets)
	select distinct found.facets from private.module_facets(p_modules) found
	where not exists (select from private.search_profile profile where profile.facets = found.facets)
	order by found.facets
	on conflict (facets) do nothing;

	insert into private.module_search as known (module_id, provider_id, profile_id, document, heading, title, published_at,
		session_hours_min, danish_rank, min_participants, max_participants, rolling_days, starts, municipality_code, workplaces)
	select module.id, module.provider_id, profile.id, said.document, coalesce(said.heading, '')::tsvector, module.title,
		coalesce(module.published_at, module.created_at), module.session_hours_min,
		array_position(array['none', 'A1', 'A2', 'B1', 'B2', 'C1'], module.required_danish_level),
		module.min_participants, module.max_participants,
		case when module.has_rolling_intake then module.lead_time_days end,
		array(select starts_on from public.module_offering offering where offering.module_id = module.id order by starts_on),
		school.municipality_code,
		case when 'workplace' = any (module.places) then module.workplace_municipalities end
	from public.module
	join public.organisation school on school.id = module.provider_id
	join private.module_facets(p_modules) found on found.module_id = module.id
	join private.search_profile profile on profile.facets = found.facets
	join (
		select held.module_id, array_to_tsvector(array_agg(held.lexeme)) as document,
			string_agg(format('%L:1%s', held.lexeme, (array['A', 'B', 'C', 'D'])[held.rank]), ' ')
				filter (where held.rank < 5) as heading
		from (
			select words.module_id, lexeme.lexeme, min(lexeme.rank) as rank
			from unnest(v_modules, v_ranks, v_words) words (module_id, rank, word)
			left join private.search_word known using (word),
				lateral (
					select coalesce(known.stem, words.word) as lexeme, words.rank
					union all select part, least(words.rank + 1, 5) from unnest(known.parts) part
				) lexeme
			group by words.module_id, lexeme.lexeme
		) held
		group by held.module_id
	) said on said.module_id = module.id
	where module.id = any (p_modules)
	on conflict (module_id) do update set
		provider_id = excluded.provider_id, profile_id = excluded.profile_id, document = excluded.document,
		heading = excluded.heading, title = excluded.title, published_at = excluded.published_at,
		session_hours_min = excluded.session_hours_min, danish_rank = excluded.danish_rank,
		min_participants = excluded.min_participants, max_participants = excluded.max_participants,
		rolling_days = excluded.rolling_days, starts = excluded.starts, municipality_code = excluded.municipality_code,
		workplaces = excluded.workplaces;
end $$;
comment on function private.index_modules is 'Works out what published modules are found by, and forgets those that are not shown.';

create function private.note_changed_modules()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_modules uuid[];
begin
	if tg_table_name = 'module' then
		v_modules := array(select id from changed);
	else
		v_modules := array(select distinct module_id from changed);
	end if;
	v_modules := array(
		select given.module_id from unnest(v_modules) given (module_id)
		where exists (select from public.module where id = given.module_id and state = 'published')
			or exists (select from private.module_search known where known.module_id = given.module_id));
	if v_modules <> '{}' then
		insert into private.search_pending (modules) values (v_modules);
	end if;
	return null;
end $$;
comment on function private.note_changed_modules is 'Remembers which modules a statement has changed, when they are or were shown.';

create function private.index_pending()
returns trigger language plpgsql security definer set search_path = '' as $$
declare
	v_modules uuid[];
begin
	-- The first of a transaction does it for all.
	if not exists (select from private.search_pending where id = new.id) then
		return null;
	end if;
	with done as (delete from private.search_pending where true returning modules)
	select array_agg(distinct module) into v_modules from done, unnest(modules) module;
	for at in 1 .. cardinality(v_modules) by 1000 loop
		perform private.index_modules(v_modules[at : at + 999]);
	end loop;
	return null;
end $$;
comment on function private.index_pending is
	'Works out anew what the changed modules are found by: at the end of the transaction, so once, however many of their rows were written.';
create constraint trigger search_pending_index after insert on private.search_pending
	deferrable initially deferred for each row execute function private.index_pending();

create trigger module_insert_search after insert on public.module
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_update_search after update on public.module
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_element_insert_search after insert on public.module_element
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_element_update_search after update on public.module_element
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_element_delete_search after delete on public.module_element
	referencing old table as changed for each statement execute function private.note_changed_modules();
create trigger module_offering_insert_search after insert on public.module_offering
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_offering_update_search after update on public.module_offering
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_offering_delete_search after delete on public.module_offering
	referencing old table as changed for each statement execute function private.note_changed_modules();
create trigger module_funding_insert_search after insert on public.module_funding
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_funding_update_search after update on public.module_funding
	referencing new table as changed for each statement execute function private.note_changed_modules();
create trigger module_funding_delete_search after delete on public.module_funding
	referencing old table as changed for each statement execute function private.note_changed_modules();

create function private.school_changed()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	perform private.index_modules(array(select id from public.module where provider_id = new.id and state = 'published'));
	return null;
end $$;
comment on function private.school_changed is 'A school''s modules are found by its name and municipality.';
create trigger organisation_search after update of name, municipality_code on public.organisation
	for each row when (old.name <> new.name or old.municipality_code <> new.municipality_code)
	execute function private.school_changed();

create function private.search_anew()
returns trigger language plpgsql security definer set search_path = '' as $$
begin
	delete from private.search_word where true;
	perform private.inflect_words();
	perform private.learn_words(array(select word from public.search_vocabulary where not is_filler)
		|| array(select unnest(private.search_words(word)) from public.search_synonym));
	perform private.index_modules(array(select id from public.module where state = 'published'));
	return null;
end $$;
comment on function private.search_anew is 'After the words of search or of a subject have changed, everything is taken apart again.';

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

-- Base words, of trades, places, tools and everyday work; some are words of the ESCO classification.
insert into public.search_vocabulary (word, base)
select word, word from regexp_split_to_table(trim(e'\n\t' from '
	adgang administration administrativ affald aften alarm alkohol allergen allergi amu anhænger anlæg anlægs
	ansøgning apotek apparat arabisk arbejdsmiljø arbejdsplads asbest asfalt assistent automatik automation avu bad
	badeværelse bager bageri bane bank barista basis begynder besked betale betaling beton bevis bevægelse bil
	billede blande blanding blod bogholder bogholderi bolig bord borger borgerservice brand brandslukning bringe
	brolægger brug brød brøk bud buddy budget buffet bus butik by bøde cafe certifikat chauffør cnc computer
	container cv cykel dansk data database demens design desinfektion detail digital digitalisering disk diæt
	dokumentation dokumentere drik drikkevare drone dug dyr døende dørmand edb egenkontrol ejendom ejer eksamen
	ekspedient el elektriker elektrisk elektronik elev elevator emballage energi engelsk erfaring ergonomi
	ergonomisk ernæring etik excel fabrik fag faglig faktura familie farlig farligt farsi ferie film fisk fiskeri
	fitness fly flygtning flyplads fod forsyning forælder foto fransk fremmøde frisør frokost frost frugt fvu
	fødevare fører førstehjælp gaffel gartner gartneri glas gods grammatik grund grundlæggende gruppe grænse græs
	grøn grøntsag gulv gæst handel handicap handicappet hardware hav have havn hf hjemmeside hjerte hjertestarter
	hjælpemiddel hjælper hold hospital hotel housekeeping hud hus hverdag hverdags hydraulik hygiejne hygiejnisk hår
	idræt inde indkøb indkøbe industri indvandrer institution instruks instruktør intensiv internet intro
	introduktion inventar is isolere isolering it jern job jord kaffe kage kantine karriere kasse kedel kemi
	kemikalie keramik klage klasse klima klinik kloak klud kok kold kollega kommunikation kommunikere konditor
	konflikt kontor kontrol kontrollere kontrollør kop kort kosmetik kost kran krav krop kultur kulturel kunde kunne
	kunst kvalitet kvinde kvæg kælder køb kød køkken køl køle kørekort lagen lager land landbrug landmand laser last
	lean ledig leje lejlighed let levering lille lim linje linned liv logistik lov lovgivning luft lufthavn lys læge
	lærer løn mad madlavning mail makker mand maskine maskinfører massage matematik medarbejder medicin mejeri
	mekanik mekaniker menneske mentor menu metal metode middag middel miljø misbrug mitid mobil mode montage moppe
	morgen morgenmad motivation motivere motorsav mundtlig murer musik mål måltid møbel møde møl nat natur
	nedrivning negl netværk niveau ny nødsituation obu office olie omsorg operatør opgave opgaver optælling ord
	ordblind ordblindhed ordforråd ordre ost palle patient pc pedel penge persisk person personale personlig plan
	plante plast pleje plæne polsk post praksis praktik praktisk printer pris prisskilt procent proces produktion
	program protokol prøve prøvetagning psykiatri psykisk pumpe pædagog pædagogik pædagogisk rapport reception
	receptionist redskab regel regneark regnskab ren reol restaurant ret retning risiko robot rolle rontgen rum
	russisk rutine rutineret ryg rådgiver råvare rør salt samlebånd samtale sav scanner screening sekretær
	selvstændig selvtillid seng service sikker sikkerhed skema skib skilt skole skov skriftlig skrue skrædder
	skønhed slagter slagteri smed smitte smørrebrød snavset sne snedker social software sol somali spansk spedition
	sport sprog stabler standard start station status stillads stof stol stor stress studie stue stuepige stål støj
	støv støvsuge sukker sundhed svin syer syg sygdom sygehus system systemer sår søm tablet tag tal tallerken tand
	taxa te team tegning teknik tekniker teknisk tekst tekstil telefon temperatur teori terminal tid tigrinya tjener
	tog toilet tolk trafik transport trappe trin trivsel truck træ tung tyrkisk tysk tælle tøj tømmer tømrer tør
	uddanne ude udstyr udtale ukrainsk ulykke ung vagt vand vare varm varme varmt vaskeri vej vejleder ventilation
	vicevært viceværter videregående vin vind vindmølle vindue virksomhed virksomhedspraktik vogn voksen vugge vvs
	våd vægt vægter værelse værksted værktøj værnemiddel værnemidler web webshop weekend word æg ældre økonomi øl'), '\s+') word;

-- Words with forms that no ending explains, or that are made into another kind of word.
insert into public.search_vocabulary (word, base)
select word, split_part(forms, ',', 1)
from regexp_split_to_table(trim(e'\n\t' from '
	alfabetisere,alfabetisering arbejde,arbejds,arbejdet bage,bagning barn,børn,børne bekæmpe,bekæmpelse
	bestille,bestilling,bestillinger betjene,betjening bogføre,bogføring bore,boring bruge,bruger
	byg,bygge,byggeri,bygning desinficere,desinficering dreje,drejning dække,dækning ekspedere,ekspedition
	emballere,emballering evakuere,evakuering forflytte,forflytning forsende,forsendelse forsikring,forsikre
	forstå,forståelse fræse,fræsning genoplive,genoplivning hente,hentning hjem,hjemme hjælp,hjælpe hånd,hænder
	instruere,instruktion koge,kogning købe,køber køre,kørsel,kørende laste,lastning leder,ledelse,lede
	levere,leverance lodde,lodning losse,losning lytte,lytning lære,læring læse,læser læsse,læsning løfte,løft
	maler,maling modtage,modtagelse,modtager montere,montering måle,måling mægle,mægler mærke,mærkning
	opvask,opvaske oversætte,oversættelse overvåge,overvågning pakke,pakning passe,pasning planlægge,planlægning
	plukke,plukning producere,produktions programmere,programmering rapportere,rapportering redde,redning
	regne,regning rengøre,rengøring,rengørings,rengøringen reparere,reparation rådgive,rådgivning salg,salgs
	samarbejde,samarbejds scanne,scanning servering,servere skrive,skrivning skære,skæring slibe,slibning
	slukke,slukning smøre,smøring sortere,sortering spille,spil stave,stavning stege,stegning styre,styring
	svejse,svejsning,svejser sy,syning sælge,sælger søge,søgning tale,taler tolke,tolkning træne,træning
	vaske,vask,vaskning vedligehold,vedligeholdelse,vedligeholde veje,vejning vejlede,vejledning øve,øvelse'), '\s+') forms,
	unnest(string_to_array(forms, ',')) word;

-- What says nothing of what a module is about.
insert into public.search_vocabulary (word, base, is_filler)
select word, word, true from regexp_split_to_table(trim(e'\n\t' from '
	af alle an and at class course courses dag dage dagen de den der det dig din dine dit efter eller emne emner en
	er et for forløb forløbene forløbet fra gang gange har her hos hvad hver hvert hvor hvordan i in jer jeres kan
	kurser kurserne kurset kursist kursister kursus man med mellem men modul moduler modulet må når of og også om on
	or over på sig sin sine sit skal som så the til time timer to training uddannelse uddannelsen uddannelser uden
	uge uger under undervise undervisning undervisningen ved vil with'), '\s+') word;

insert into public.search_synonym (meaning, word)
select meaning, word
from (values
	('truck', 'truck, gaffeltruck, truckkort, truckcertifikat, truckførerkort, truckfører, forklift, stabler'),
	('driving', 'kørekort, kørsel, chauffør'),
	('cleaning', 'rengøring, gøre rent, renhold, cleaning, vask'),
	('cleaner', 'rengøringsassistent, rengøringsmedarbejder, rengøringshjælp, rengøring'),
	('kitchen', 'køkken, kantine, storkøkken, kitchen'),
	('cooking', 'madlavning, kok, køkken, køkkenhjælp, køkkenassistent'),
	('baking', 'bager, bageri, bage, konditor'),
	('dishes', 'opvask, opvasker, opvaskemaskine'),
	('cafe', 'café, kaffebar, barista, caféarbejde'),
	('waiting', 'tjener, servering, servitrice, serveringsassistent'),
	('hotel', 'hotel, stuepige, housekeeping, værelsesservice'),
	('food', 'fødevare, madvare, levnedsmiddel, food'),
	('hygiene', 'hygiejne, hygiene'),
	('food_hygiene', 'fødevarehygiejne, hygiejnekursus, hygiejnebevis, hygiejnecertifikat, haccp, egenkontrol, fødevaresikkerhed'),
	('danish', 'dansk, danish, danskundervisning, danskuddannelse, sprogundervisning'),
	('danish_second', 'dansk som andetsprog, dsa, danskuddannelse'),
	('english', 'engelsk, english'),
	('language', 'sprog, sprogtræning, sprogundervisning'),
	('care', 'pleje, omsorg, care'),
	('elder_care', 'ældrepleje, plejehjem, hjemmepleje, hjemmehjælp, ældreomsorg, sosu, social og sundhed, sosuhjælper, sosuassistent'),
	('child_care', 'børnepasning, dagpleje, pædagogmedhjælper, pædagogisk assistent, vuggestue, børnehave'),
	('moving', 'forflytning, personløft, løfteteknik'),
	('shop', 'butik, detail, detailhandel, forretning, supermarked, retail'),
	('till', 'kasse, kasseapparat, kassemedarbejder, kasseassistent'),
	('selling', 'salg, sælge, sælger'),
	('customer', 'kundeservice, kundebetjening, service'),
	('warehouse', 'lager, logistik, warehouse, lagerarbejde'),
	('picking', 'plukke, varepluk, pakke, ekspedere ordre'),
	('goods_in', 'varemodtagelse, modtage varer'),
	('welding', 'svejsning, svejse, svejser, smed, welding'),
	('metal', 'metal, stål, smed'),
	('fire', 'brandslukning, brandbekæmpelse, slukke brand, elementær brandslukning, brandkursus'),
	('hot_work', 'varmt arbejde, varmepistol, gnistproducerende'),
	('first_aid', 'førstehjælp, livredning, genoplivning, hjertestarter, hlr, first aid'),
	('safety', 'sikkerhed, arbejdsmiljø, apv'),
	('ergonomics', 'ergonomi, løfteteknik, arbejdsstilling'),
	('protection', 'værnemiddel, sikkerhedsudstyr'),
	('guard', 'vagt, vagtuddannelse, vægter, dørmand, security'),
	('steward', 'kontrollør, billetkontrol, event'),
	('caretaker', 'pedel, vicevært, ejendomsservice, ejendomsfunktionær'),
	('gardening', 'gartner, havearbejde, anlægsgartner, grønne områder'),
	('industry', 'produktion, fabrik, industri, production'),
	('operator', 'procesoperatør, industrioperatør, maskinoperatør, operatør'),
	('assembly', 'montage, montere, samle'),
	('construction', 'byggeri, bygge, anlæg, construction'),
	('scaffold', 'stillads, stilladsmontør'),
	('painter', 'maler, malerarbejde'),
	('road', 'vejen som arbejdsplads, vejarbejde'),
	('concrete', 'beton, betonarbejde'),
	('computer', 'it, edb, computer, pc, digital'),
	('spreadsheet', 'regneark, excel'),
	('word_processing', 'tekstbehandling, word'),
	('email', 'mail, e-mail, email, e-post'),
	('digital_self_service', 'mitid, nemid, digital selvbetjening, borger.dk'),
	('reading', 'læsning, læse, ordblind, ordblindhed, dysleksi, obu'),
	('writing', 'skrivning, skrive, stavning, retskrivning'),
	('numbers', 'regning, matematik, tal, fvu-matematik, mathematics'),
	('general_adult', 'fvu, forberedende voksenundervisning'),
	('office', 'kontor, administration, sekretær'),
	('bookkeeping', 'bogføring, regnskab, bogholderi'),
	('conflict', 'konflikt, konflikthåndtering, deeskalering'),
	('cooperation', 'samarbejde, teamwork, kollegaer'),
	('buddy', 'buddy, makker, mentor'),
	('job_search', 'jobsøgning, ansøgning, cv'),
	('interpreting', 'tolk, tolkning, oversættelse'),
	('driver_van', 'varebil, budkørsel, pakkebud'),
	('bus_driver', 'buschauffør, bus, persontransport'),
	('lorry', 'lastbil, godschauffør, vogntog'),
	('taxi', 'taxa, taxi'),
	('dangerous_goods', 'adr, farligt gods'),
	('crane', 'kran, kranfører, anhugning'),
	('electricity', 'el, elektriker, el-arbejde'),
	('plumbing', 'vvs, blikkenslager, rør'),
	('laundry', 'vaskeri, vasketøj'),
	('sewing', 'sy, syning, skrædder, tekstil'),
	('waste', 'affald, genbrug, affaldssortering'),
	('hair', 'frisør, hår'),
	('teaching_aid', 'ordblind, læsehjælp'),
	('phone', 'telefon, telefonbetjening, callcenter'),
	('reception', 'reception, receptionist, modtage gæster'),
	('amu', 'amu, arbejdsmarkedsuddannelse'),
	('certificate', 'bevis, certifikat, certificate'),
	('driving_licence_machine', 'maskinfører, gravemaskine, rendegraver'),
	('stress', 'stress, arbejdspres'),
	('working_life', 'arbejdsmarked, arbejdsliv, arbejdskultur')
) given (meaning, words), unnest(string_to_array(words, ', ')) word;

create trigger search_vocabulary_anew after insert or update or delete on public.search_vocabulary
	for each statement execute function private.search_anew();
create trigger search_synonym_anew after insert or update or delete on public.search_synonym
	for each statement execute function private.search_anew();
create trigger subject_search after update of name_da, name_en on public.subject
	for each statement execute function private.search_anew();

select private.inflect_words();
select private.learn_words(array(select word from public.search_vocabulary where not is_filler)
	|| array(select unnest(private.search_words(word)) from public.search_synonym));
select private.index_modules(array(select id from public.module where state = 'published'));
