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
